import { type Result, value } from './envelope.ts'
import { itemNotFound } from './failures.ts'
import type { Incoming, Outgoing } from './http.ts'
import { requireEditable } from './people-contacts.ts'
import { acceptPicture, download } from './pictures.ts'
import { type Call, isPeopleAdmin, type MethodRoute, type Portal, route } from './portal.ts'
import { cookieToken } from './sign-in.ts'
import type { UserRow } from './state.ts'
import { photoUrl, thumbnailsOf } from './user-shapes.ts'

export const peoplePhotoRoutes: readonly MethodRoute[] = [
  route('PUT', 'people/{userid}/photo', async (call) => {
    const user = requireEditable(call)
    await setPhotoByUrl(call, user)
    return value(thumbnailsOf(call.portal, user))
  }),
  route('DELETE', 'people/{userid}/photo', (call) => {
    const user = requireEditable(call)
    setPicture(call.portal, user, null)
    return value(thumbnailsOf(call.portal, user))
  }),
  route('POST', 'people/{userid}/photo/thumbnails', cropPhoto),
]

/** The portal fetches `files` itself; its own picture, or nothing at all, changes nothing. */
export async function setPhotoByUrl(call: Call, user: UserRow): Promise<void> {
  const address = call.args.text('files') ?? ''
  if (address === '' || address === photoUrl(call.portal, user, 200)) return
  const bytes = await download(address, call.request.origin)
  setPicture(call.portal, user, acceptPicture(bytes, call.portal.state.nextId++))
}

function setPicture({ switches }: Portal, user: UserRow, picture: UserRow['picture']): void {
  Object.assign(user, { picture, thumbnailsReady: switches.thumbnails === 'at-once', changed: user.changed + 1 })
}

function cropPhoto(call: Call): Result {
  const user = requireEditable(call)
  const name = /\/temp\/(\d+)\./.exec(call.args.text('tmpFile') ?? '')?.[1]
  const picture = call.portal.state.temporaryPictures.get(Number(name))
  if (name !== undefined && !picture) throw itemNotFound('File not found')
  if (picture) setPicture(call.portal, user, picture)
  return value(thumbnailsOf(call.portal, user))
}

/** The upload of the web interface, which is no part of the API: it knows the cookie only. */
export async function answerAjaxUpload(portal: Portal, request: Incoming): Promise<Outgoing> {
  const viewer = portal.state.users.get(portal.state.tokens.get(cookieToken(request.headers.cookie) ?? '') ?? '')
  const user = portal.state.users.get(request.query.get('userId')?.toLowerCase() ?? '')
  const answer = (body: unknown): Outgoing => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: JSON.stringify(body),
  })
  if (!viewer) return { status: 302, headers: { location: '/Auth.aspx' }, body: '' }
  if (!user || (viewer.id !== user.id && !isPeopleAdmin(viewer))) {
    return answer({ Success: false, Data: null, Message: 'Access denied' })
  }
  const type = request.headers['content-type'] ?? ''
  const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData()
  const file = [...form.values()].find((part) => typeof part !== 'string')
  if (!file || typeof file === 'string') return answer({ Success: false, Data: null, Message: 'Empty file' })
  try {
    const stamp = portal.state.nextId++
    const picture = acceptPicture(new Uint8Array(await file.arrayBuffer()), stamp)
    if (request.query.get('autosave') !== 'true') {
      portal.state.temporaryPictures.set(stamp, picture)
      return answer({ Success: true, Data: `/data/0/temp/${stamp}.png`, Message: '' })
    }
    setPicture(portal, user, picture)
    const { original, ...sizes } = thumbnailsOf(portal, user)
    return answer({ Success: true, Data: { main: original, ...sizes }, Message: '' })
  } catch (error) {
    return answer({ Success: false, Data: null, Message: error instanceof Error ? error.message : '' })
  }
}
