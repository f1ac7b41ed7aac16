import { requireContact } from './crm-reads.ts'
import { mayEdit } from './crm-shapes.ts'
import { value } from './envelope.ts'
import { badArgument, invalidOperation, securityFailure } from './failures.ts'
import { html, type Incoming, type Outgoing } from './http.ts'
import { acceptPicture, download, paintPng, type StoredPicture } from './pictures.ts'
import { type MethodRoute, type Portal, route } from './portal.ts'
import { cookieToken } from './sign-in.ts'
import type { ContactRow } from './state.ts'

/** Pixels of a contact's pictures, by the name the portal gives them. */
const SIZES = { small: 40, medium: 82, big: 200 } as const
type Size = keyof typeof SIZES

export const photoRoutes: readonly MethodRoute[] = [
  route('PUT', 'crm/contact/{contactid:int}/changephoto', async (call) => {
    const contact = requireContact(call, 'contactid')
    const file = call.args.files[0]
    if (!file) throw badArgument()
    await savePhoto(call.portal, contact, file)
    return value(photoUrlOf(call.portal, contact, 'big', call.request.origin))
  }),
  route('PUT', 'crm/contact/{contactid:int}/changephotobyurl', async (call) => {
    const contact = requireContact(call, 'contactid')
    const bytes = await download(call.args.text('photourl') ?? '', call.request.origin)
    store(call.portal, contact, acceptPicture(bytes, call.portal.state.nextId++))
    return value(photoUrlOf(call.portal, contact, 'big', call.request.origin))
  }),
  route('DELETE', 'crm/contact/{contactid:int}/avatar', (call) => {
    const contact = requireContact(call, 'contactid')
    if (!mayEdit(call.viewer, contact)) throw securityFailure()
    if (call.args.bool('uploadOnly')) return value('')
    contact.picture = null
    return value(photoUrlOf(call.portal, contact, 'medium', call.request.origin))
  }),
]

/** Takes an uploaded part as a contact's new picture. */
export async function savePhoto(portal: Portal, contact: ContactRow, file: File): Promise<void> {
  if (!file.type.startsWith('image/') || file.size === 0) throw invalidOperation('Invalid file')
  store(portal, contact, acceptPicture(new Uint8Array(await file.arrayBuffer()), portal.state.nextId++))
}

function store(portal: Portal, contact: ContactRow, picture: StoredPicture): void {
  contact.picture = picture
  contact.thumbnailsReady = portal.switches.thumbnails === 'at-once'
}

export function photoUrlOf(portal: Portal, contact: ContactRow, size: Size, origin: string): string {
  const host = portal.switches.pictureUrls === 'absolute' ? origin : ''
  const pixels = SIZES[size]
  if (!contact.picture || (!contact.thumbnailsReady && size !== 'big')) {
    const kind = contact.isCompany ? 'company' : 'people'
    return `${host}/Products/CRM/App_Themes/default/images/empty_${kind}_logo_${pixels}_${pixels}.png`
  }
  const kind = contact.picture.contentType === 'image/png' ? 'png' : 'jpeg'
  return `${host}/data/0/crm/photos/contact_${contact.id}_${pixels}_${pixels}.${kind}?cd=${contact.picture.stamp}`
}

/** `filehandler.ashx`: the address of a contact's picture, as a text. */
export function answerPhotoHandler(portal: Portal, request: Incoming): Outgoing {
  const signedIn = portal.state.tokens.has(cookieToken(request.headers.cookie) ?? '')
  if (portal.switches.photoHandler === 'cookie' && !signedIn) {
    return { status: 302, headers: { location: '/Auth.aspx' }, body: '' }
  }
  const contact = portal.state.contacts.get(Number(request.query.get('cid')))
  const size = (['small', 'small', 'medium', 'big'] as const)[Number(request.query.get('ps'))] ?? 'big'
  if (request.query.get('action')?.toLowerCase() !== 'contactphotoulr' || !contact) return html(400, 'Bad Request')
  return {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: photoUrlOf(portal, contact, size, request.origin),
  }
}

/** The picture at an address the portal gave, or `null` where there is none. */
export function answerPicture(portal: Portal, path: string): Outgoing | null {
  const contactId = /^\/data\/0\/crm\/photos\/contact_(\d+)_/.exec(path)?.[1]
  const userId = /^\/data\/0\/userphotos\/([0-9a-f-]{36})_/.exec(path)?.[1]
  const temporary = /^\/data\/0\/temp\/(\d+)\./.exec(path)?.[1]
  const picture =
    portal.state.contacts.get(Number(contactId))?.picture ??
    portal.state.users.get(userId ?? '')?.picture ??
    portal.state.temporaryPictures.get(Number(temporary))
  if (picture) return { status: 200, headers: { 'content-type': picture.contentType }, body: picture.bytes }
  const isDefault = /\/(empty_\w+_logo|(dark_)?default_user_photo_size)_\d+/.test(path)
  return isDefault
    ? { status: 200, headers: { 'content-type': 'image/png' }, body: paintPng(32, [210, 214, 220]) }
    : null
}
