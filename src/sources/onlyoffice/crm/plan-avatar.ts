import { invalidInput } from '../../../model/errors.ts'
import type { Picture } from '../../../model/picture.ts'
import type { AvatarInfo } from '../../../model/record.ts'
import type { Plan, PlannedRequest } from '../../source.ts'
import { change, checkEditable, contactPath, type OpenedContact, toPlan } from './plan.ts'

export const PHOTO_TYPES: ReadonlySet<Picture['contentType']> = new Set(['image/png', 'image/jpeg'])

/**
 * The picture goes up as one part of a form; the portal makes 200 × 200 pixels of it and keeps nothing else. Seeing the contact is
 * right enough for the portal, so that the right to edit it is asked here.
 */
export function planAvatar(opened: OpenedContact, before: AvatarInfo | null, picture: Picture, maxBytes: number): Plan {
  checkEditable(opened)
  checkPicture([], picture, maxBytes)
  return toPlan([photoRequest(opened.wire.id, picture)], [change('avatar', before?.key ?? null, picture.sha256)])
}

export function planAvatarRemoval(opened: OpenedContact, before: AvatarInfo | null): Plan {
  checkEditable(opened)
  if (before === null) return toPlan([], [])
  // With `uploadOnly` the call would delete nothing.
  const request: PlannedRequest = {
    method: 'DELETE',
    path: `${contactPath(opened.wire.id, '/avatar')}?uploadOnly=false`,
  }
  return toPlan([request], [change('avatar', before.key, null)])
}

export function photoRequest(id: number | '{id}', picture: Picture): PlannedRequest {
  return { method: 'PUT', path: contactPath(id, '/changephoto'), as: 'multipart', file: { field: 'photo', picture } }
}

/** Throws `INVALID_INPUT` at `path`. */
export function checkPicture(path: readonly string[], { contentType, bytes }: Picture, maxBytes: number): void {
  if (!PHOTO_TYPES.has(contentType))
    throw invalidInput(path, `The picture is ${contentType}; the portal takes PNG and JPEG.`)
  if (bytes.byteLength > maxBytes) {
    throw invalidInput(path, `The picture has ${bytes.byteLength} bytes; the portal takes at most ${maxBytes}.`)
  }
}
