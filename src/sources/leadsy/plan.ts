import type { ContactItemChange } from '../../model/contact-item.ts'
import { diffRecords } from '../../model/diff.ts'
import { invalidInput, unsupported } from '../../model/errors.ts'
import type { Json } from '../../model/json.ts'
import type { UserPatch } from '../../model/patch.ts'
import type { Picture } from '../../model/picture.ts'
import type { FieldChange } from '../../model/receipt.ts'
import type { RecordBase } from '../../model/record.ts'
import type { User } from '../../model/user.ts'
import { checkContactValue, checkName } from '../../model/validate.ts'
import type { Plan, PlannedRequest } from '../source.ts'
import { fromUser, toAvatarText } from './mapping.ts'
import type { LeadsySettings } from './settings.ts'
import type { WireAccess, WireUser } from './wire.ts'

/** A user as it is now, with all that an update writes back. */
export interface PresentUser {
  readonly wire: WireUser
  readonly accesses: readonly WireAccess[] | null
  readonly record: User
  /** What a wire user means. */
  readonly toRecord: (wire: WireUser) => User
}

export const USER_FIELDS = ['firstName', 'lastName', 'email'] as const satisfies readonly (keyof UserPatch)[]
const NOTHING: Plan = { requests: [], changes: [], sideEffects: [] }
/** What an avatar's request holds besides the picture, in bytes; generously. */
const AVATAR_OVERHEAD = 512

/**
 * An update: PUT with the whole user, accesses included, because the system may clear what is not sent. The e-mail address can't be
 * cleared.
 */
export function planUpdate(present: PresentUser, patch: UserPatch, settings: LeadsySettings): Plan {
  checkUser(patch)
  const { firstName, lastName, email } = patch
  const wire: WireUser = {
    ...present.wire,
    ...(firstName !== undefined && { first_name: firstName ?? '' }),
    ...(lastName !== undefined && { last_name: lastName ?? '' }),
    ...(email != null && { email }),
  }
  const all = diffRecords(present.record, present.toRecord(wire))
  const changes = all.filter(({ path }) => (USER_FIELDS as readonly string[]).includes(path))
  if (changes.length === 0) return NOTHING
  const accesses = settings.accessesOnUpdate === 'omit' ? null : present.accesses
  const body = fromUser(wire, accesses, settings.accessesOnUpdate === 'with-ids')
  const path = settings.paths.user.replace('{id}', String(wire.id))
  return { requests: [{ method: 'PUT', path, body: body as unknown as Json }], changes, sideEffects: [] }
}

/** The one contact item there is: the e-mail address. What else a change says of it can't be kept. */
export function planEmail(
  present: PresentUser,
  changes: readonly ContactItemChange[],
  source: string,
  settings: LeadsySettings,
): Plan {
  let wanted: string | null = null
  let asking = 0
  for (const [index, change] of changes.entries()) {
    const email = readEmailChange(present.record, change, String(index), source)
    if (email === null) continue
    if (wanted !== null && wanted !== email) {
      throw unsupported(source, 'A user here has one e-mail address. Give one.', [String(index), 'value'])
    }
    if (wanted === null) asking = index
    wanted = email
  }
  if (wanted === null || wanted === present.record.email) return NOTHING
  const plan = planUpdate(present, { email: wanted }, settings)
  const now = present.toRecord({ ...present.wire, email: wanted })
  const items = diffRecords(present.record, now).filter(({ path }) => path.startsWith('contactItems'))
  return {
    ...plan,
    requests: plan.requests.map((request) => ({ ...request, change: asking })),
    changes: items.map((change) => (change.before === null ? { ...change, path: 'contactItems' } : change)),
  }
}

/** The address that a change asks for; `null` where it asks for nothing new. */
function readEmailChange(user: User, change: ContactItemChange, index: string, source: string): string | null {
  const { id, typeId, kind, value } = change
  if (typeId != null) throw invalidInput([index, 'typeId'], 'This source has no types of contact items.')
  if (id != null && !user.contactItems?.some((item) => item.id === id)) {
    throw invalidInput([index, 'id'], 'The user has no such contact item.')
  }
  if ((kind ?? 'EMAIL') !== 'EMAIL') {
    throw unsupported(source, `A user here has an e-mail address and no item of kind ${kind}.`, [index, 'kind'])
  }
  if (change.isDefault === false) {
    throw unsupported(source, 'The only e-mail address is always the default.', [index, 'isDefault'])
  }
  if (value === undefined && id != null) return null
  if (value == null) throw invalidInput([index, 'value'], 'The e-mail address can be changed, not cleared.')
  checkContactValue([index, 'value'], 'EMAIL', value)
  return value
}

export function planCreateUser(patch: UserPatch, picture: Picture | null, settings: LeadsySettings): Plan {
  if (patch.email == null) throw invalidInput(['email'], 'A new user needs an e-mail address.')
  checkUser(patch)
  const body = {
    first_name: patch.firstName ?? '',
    last_name: patch.lastName ?? '',
    email: patch.email,
    user_accesses_attributes: settings.newUserAccesses.map(({ companyId, accessId, isPrimary }) => ({
      company_id: companyId,
      access_id: accessId,
      primary: isPrimary,
    })),
  }
  const create: PlannedRequest = { method: 'POST', path: settings.paths.users, body }
  const changes = USER_FIELDS.flatMap((field): readonly FieldChange[] => {
    const value = patch[field] ?? null
    return value === null ? [] : [{ path: field, before: null, after: value, repaired: null }]
  })
  if (picture === null) return { requests: [create], changes, sideEffects: [] }
  const avatar = planAvatar(
    { owner: 'user_id', id: null, path: settings.paths.userAvatar, before: null },
    picture,
    settings,
  )
  return {
    requests: [create, ...avatar.requests],
    changes: [...changes, ...avatar.changes],
    sideEffects: [],
  }
}

/** Whose picture, and where it is set. */
export interface AvatarTarget {
  readonly owner: 'user_id' | 'company_id'
  /** `null`: of the user that the plan creates. */
  readonly id: number | null
  readonly path: string
  readonly before: RecordBase['avatar'] | null
}

/** The largest picture that is taken: by its own limit, or by the request's, which holds it in base64. */
export function maxAvatarBytes({ maxAvatarBytes, maxRequestBytes }: LeadsySettings): number {
  return Math.min(maxAvatarBytes, Math.floor((maxRequestBytes - AVATAR_OVERHEAD) / 4) * 3)
}

export function planAvatar(target: AvatarTarget, picture: Picture, settings: LeadsySettings): Plan {
  const text = toAvatarText(picture, settings.avatarEncoding)
  if (text.length + AVATAR_OVERHEAD > settings.maxRequestBytes) {
    throw invalidInput(
      [],
      `In base64 the picture has ${text.length} bytes; a request may have ${settings.maxRequestBytes}.`,
    )
  }
  const body = {
    [target.owner]: target.id ?? '{id}',
    avatar_base64: text,
    name: picture.filename,
    type: picture.contentType,
  }
  return {
    requests: [{ method: 'PUT', path: target.path, body }],
    changes: [{ path: 'avatar', before: target.before?.key ?? null, after: picture.sha256, repaired: null }],
    sideEffects: [],
  }
}

export function planAvatarRemoval(target: AvatarTarget & { readonly id: number }, settings: LeadsySettings): Plan {
  if (target.before == null) return NOTHING
  const { owner, id, path } = target
  const request: PlannedRequest =
    settings.avatarRemovalBy === 'query'
      ? { method: 'DELETE', path: `${path}?${owner}=${id}` }
      : { method: 'DELETE', path, body: { [owner]: id } }
  return {
    requests: [request],
    changes: [{ path: 'avatar', before: target.before.key, after: null, repaired: null }],
    sideEffects: [],
  }
}

function checkUser(patch: UserPatch): void {
  checkName(['firstName'], patch.firstName)
  checkName(['lastName'], patch.lastName)
  if (patch.email === null) throw invalidInput(['email'], 'The e-mail address can be changed, not cleared.')
  if (patch.email !== undefined) checkContactValue(['email'], 'EMAIL', patch.email)
}
