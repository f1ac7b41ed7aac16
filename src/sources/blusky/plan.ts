import { diffRecords } from '../../model/diff.ts'
import { invalidInput } from '../../model/errors.ts'
import type { UserPatch } from '../../model/patch.ts'
import type { Picture } from '../../model/picture.ts'
import type { User } from '../../model/user.ts'
import { checkName, checkText } from '../../model/validate.ts'
import type { Plan } from '../source.ts'
import { fromGender, fromUser, type MappingContext, toUser } from './mapping.ts'
import type { BluskySettings } from './settings.ts'
import type { WireUser } from './wire.ts'

export const USER_FIELDS = [
  'firstName',
  'middleName',
  'lastName',
  'nickname',
  'gender',
] as const satisfies readonly (keyof UserPatch)[]

/** From `AddUserViewModel`: in characters. */
const MAX_NAME = 60
const MAX_MIDDLE_INITIAL = 2
/** What a photo's request holds besides the picture, in bytes; generously. */
const PHOTO_OVERHEAD = 512

/** An update with the whole user: the system is not known to keep what is not sent. First and last name can't be cleared. */
export function planUpdate(wire: WireUser, record: User, patch: UserPatch, context: MappingContext): Plan {
  checkUser(patch)
  const { firstName, middleName, lastName, nickname, gender } = patch
  const now: WireUser = {
    ...wire,
    ...(firstName != null && { FirstName: firstName }),
    ...(middleName !== undefined && { MiddleInitial: middleName || null }),
    ...(lastName != null && { LastName: lastName }),
    ...(nickname !== undefined && { Nickname: nickname || null }),
    ...(gender !== undefined && { sGenderId: fromGender(gender) }),
  }
  const changes = diffRecords(record, toUser(now, context)).filter(({ path }) =>
    (USER_FIELDS as readonly string[]).includes(path),
  )
  if (changes.length === 0) return { requests: [], changes: [], sideEffects: [] }
  const { settings } = context
  const body = fromUser(now, settings)
  return {
    requests: [
      settings.generation === 'v2'
        ? { method: 'PUT', path: `/api/v2/Users/${record.ref.id}`, body }
        : { method: 'POST', path: '/api/Person/UpdateUser', body },
    ],
    changes,
    sideEffects: [],
  }
}

/** The largest picture that is taken: by its own limit, or by the request's, which holds it in base64. */
export function maxPhotoBytes({ maxAvatarBytes, maxRequestBytes }: BluskySettings): number {
  return Math.min(maxAvatarBytes, Math.floor((maxRequestBytes - PHOTO_OVERHEAD) / 4) * 3)
}

/** A new photo, made the default. The system gives no photo back, so that it was set can't be seen: the plan is pending. */
export function planPhoto(record: User, picture: Picture, settings: BluskySettings): Plan {
  const base64 = Buffer.from(picture.bytes).toString('base64')
  if (base64.length + PHOTO_OVERHEAD > settings.maxRequestBytes) {
    throw invalidInput(
      [],
      `In base64 the picture has ${base64.length} bytes; a request may have ${settings.maxRequestBytes}.`,
    )
  }
  const body = {
    PersonId: record.ref.id,
    ImageData: base64,
    FileName: picture.filename,
    ThumbFileName: `thumb-${picture.filename}`,
    SetAsDefault: true,
  }
  return {
    requests: [{ method: 'POST', path: '/api/v1/Users/Photo', body }],
    changes: [{ path: 'avatar', before: null, after: picture.sha256, repaired: null }],
    sideEffects: [],
    pending: true,
  }
}

function checkUser({ firstName, middleName, lastName, nickname, gender }: UserPatch): void {
  if (firstName !== undefined) checkText(['firstName'], firstName, { max: MAX_NAME, required: true })
  if (lastName !== undefined) checkText(['lastName'], lastName, { max: MAX_NAME, required: true })
  checkText(['middleName'], middleName, { max: MAX_MIDDLE_INITIAL })
  checkName(['nickname'], nickname)
  if (gender !== undefined && fromGender(gender) === null) {
    throw invalidInput(['gender'], 'This source knows female and male, and null for unspecified.')
  }
}
