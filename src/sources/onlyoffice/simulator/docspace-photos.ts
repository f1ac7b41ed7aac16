import { requireDocSpaceUser, requireSelf } from './docspace-people.ts'
import type { DocSpace, DocSpaceCall, DocSpaceResult, DocSpaceRoute } from './docspace-state.ts'
import { docSpaceThumbnails, isAdministrator, ValidationFailure } from './docspace-wire.ts'
import { badArgument, Failure, securityFailure } from './failures.ts'
import type { Outgoing } from './http.ts'
import { acceptPicture, download, paintPng } from './pictures.ts'
import type { UserRow } from './state.ts'

const PHOTO = '/api/2.0/people/{userid}/photo'

export const docSpacePhotoRoutes: readonly DocSpaceRoute[] = [
  { method: 'POST', pattern: PHOTO, handler: upload },
  { method: 'PUT', pattern: PHOTO, handler: fetchPhoto },
  {
    method: 'DELETE',
    pattern: PHOTO,
    handler: (call) => {
      const user = requirePhotoRight(call)
      return { response: docSpaceThumbnails(setPicture(user, null)) }
    },
  },
  {
    method: 'POST',
    pattern: `${PHOTO}/thumbnails`,
    handler: (call) => {
      const user = requirePhotoRight(call)
      const name = /\/temp\/(\d+)\./.exec(String(call.input.get('tmpfile') ?? ''))?.[1]
      const picture = call.docSpace.state.temporaryPictures.get(Number(name))
      if (name !== undefined && !picture) throw badArgument('File not found')
      return { response: docSpaceThumbnails(picture ? setPicture(user, picture) : user) }
    },
  },
]

/** Oneself only; before 3.6 an administrator too. */
function requirePhotoRight(call: DocSpaceCall): UserRow {
  const user = requireDocSpaceUser(call)
  if (call.docSpace.switches.version !== '3.1' || !isAdministrator(call.viewer)) requireSelf(call, user)
  return user
}

function setPicture(user: UserRow, picture: UserRow['picture']): UserRow {
  return Object.assign(user, { picture, changed: user.changed + 1 })
}

/**
 * Whatever becomes of the picture, the answer is a success: `success: false` says that it was not taken. Up to 3.6 the first part
 * is the picture whatever its name and `Autosave` must be there; 3.7 binds both by name.
 */
async function upload(call: DocSpaceCall): Promise<DocSpaceResult> {
  const { docSpace, request } = call
  const user = requirePhotoRight(call)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    throw new Failure(415, 'System.NotSupportedException', 0, 'Unsupported media type')
  }
  const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData()
  const parts = [...form.entries()]
  const autosave = parts.find(([name]) => name.toLowerCase() === 'autosave')?.[1]
  const isNamed = docSpace.switches.version === '3.7'
  const file = parts.find(
    ([name, part]) => typeof part !== 'string' && (!isNamed || name.toLowerCase() === 'file'),
  )?.[1]
  if (autosave === undefined && !isNamed) throw badArgument("Value cannot be null. (Parameter 'value')")
  const failed = (message: string) => ({ response: { success: false, message } })
  if (file === undefined || typeof file === 'string') return failed('The uploaded file could not be found')
  try {
    const stamp = docSpace.state.nextId++
    const picture = acceptPicture(new Uint8Array(await file.arrayBuffer()), stamp)
    if (String(autosave).toLowerCase() !== 'true') {
      docSpace.state.temporaryPictures.set(stamp, picture)
      return { response: { success: true, data: `/storage/temp/${stamp}.png`, message: '' } }
    }
    const { original, ...sizes } = docSpaceThumbnails(setPicture(user, picture))
    return { response: { success: true, data: { main: original, ...sizes }, message: '' } }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return failed(error.message)
  }
}

async function fetchPhoto(call: DocSpaceCall): Promise<DocSpaceResult> {
  const user = requirePhotoRight(call)
  const address = String(call.input.get('files') ?? '')
  if (address === '') throw new ValidationFailure({ Files: ['The Files field is required.'] })
  const isPrivate = URL.canParse(address) && /^(127\.|10\.|192\.168\.|localhost)/.test(new URL(address).hostname)
  if (isPrivate && call.docSpace.switches.privateTargets === 'refused') throw securityFailure('Access denied')
  const bytes = await download(address, call.request.origin)
  return { response: docSpaceThumbnails(setPicture(user, acceptPicture(bytes, call.docSpace.state.nextId++))) }
}

/** The picture at an address the server gave. */
export function answerDocSpacePicture({ state }: DocSpace, path: string): Outgoing {
  const userId = /^\/storage\/userPhotos\/root\/([0-9a-f-]{36})_/.exec(path)?.[1]
  const picture = state.users.get(userId ?? '')?.picture
  if (picture) return { status: 200, headers: { 'content-type': picture.contentType }, body: picture.bytes }
  return path.startsWith('/static/images/default_user_photo')
    ? { status: 200, headers: { 'content-type': 'image/png' }, body: paintPng(32, [210, 214, 220]) }
    : { status: 404, body: '' }
}
