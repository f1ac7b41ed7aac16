import type { ContactItemChange } from '../../model/contact-item.ts'
import { sameValue } from '../../model/contact-item.ts'
import { invalidInput } from '../../model/errors.ts'
import type { UserPatch } from '../../model/patch.ts'
import type { Picture } from '../../model/picture.ts'
import type { User } from '../../model/user.ts'
import { checkContactValue } from '../../model/validate.ts'
import type { Plan, PlannedRequest } from '../source.ts'
import { blankUser } from './blank.ts'
import { applyCustomFields, readCustomFieldChanges } from './custom-fields.ts'
import { defaultEmail, userName } from './derived.ts'
import {
  avatarRequest,
  checkNamed,
  compact,
  differing,
  type PlanContext,
  readBirthDate,
  readGender,
  readName,
  readText,
  recordPath,
  toBody,
  toPlan,
} from './plan.ts'
import { type ItemsPlan, mergeItems, withoutItem } from './plan-contact-items.ts'
import { planNew } from './plan-new.ts'

const NAME_FIELDS = ['firstName', 'lastName', 'nickname', 'username', 'email'] as const

export function planUserUpdate(user: User, patch: UserPatch, context: PlanContext): Plan {
  if (patch.username !== undefined && patch.username !== user.username) {
    throw invalidInput(['username'], 'can be said only when the user is created')
  }
  const path = recordPath('User', user.ref.id)
  const { email, customFields, ...fields } = readPatch(patch, context)
  const mail = planEmail(user, email, path)
  const after = apply(user, { ...fields, ...(customFields && { customFields }) }, mail, patch, context)
  const oldValues = new Map((user.customFields ?? []).map(({ key, value }) => [key, value]))
  const fresh = customFields?.filter(({ key, value }) => (oldValues.get(key) ?? null) !== value) ?? []
  const body = { ...differing(user, fields), ...(fresh.length > 0 && { customFields: fresh }) }
  const requests: PlannedRequest[] =
    Object.keys(body).length === 0 ? [] : [{ method: 'PATCH', path, body: toBody(body) }]
  return toPlan(user, after, [...requests, ...mail.requests])
}

export function planUserCreation(patch: UserPatch, picture: Picture | null, context: PlanContext): Plan {
  const { email, ...fields } = readPatch({ status: 'ACTIVE', ...patch }, context)
  const blank = blankUser()
  const mail = planEmail(blank, email, '/users/{id}')
  return planNew(blank, apply(blank, fields, mail, patch, context), picture, [
    { method: 'POST', path: '/users', body: toBody(fields) },
    ...mail.requests,
    ...(picture ? [avatarRequest('/users/{id}', picture)] : []),
  ])
}

function readPatch(patch: UserPatch, { definitions }: PlanContext): UserPatch {
  if (patch.status === 'UNKNOWN') throw invalidInput(['status'], 'can be read, not set')
  return compact({
    firstName: readName('firstName', patch.firstName),
    middleName: readName('middleName', patch.middleName),
    lastName: readName('lastName', patch.lastName),
    nickname: readName('nickname', patch.nickname),
    gender: readGender(patch.gender),
    birthDate: readBirthDate(patch.birthDate),
    jobTitle: readName('jobTitle', patch.jobTitle),
    department: readName('department', patch.department),
    location: readName('location', patch.location),
    about: readText('about', patch.about),
    email: readName('email', patch.email),
    username: readName('username', patch.username),
    status: patch.status,
    managerId: patch.managerId,
    locale: readLocale(patch.locale),
    customFields: patch.customFields && readCustomFieldChanges(patch.customFields, definitions),
  }) as UserPatch
}

function apply(user: User, change: UserPatch, mail: ItemsPlan, given: UserPatch, { definitions }: PlanContext): User {
  const { customFields = [], email: _none, ...fields } = change
  const changed: User = {
    ...user,
    ...(compact(fields) as Partial<User>),
    contactItems: mail.items,
    email: defaultEmail(mail.items),
    customFields: applyCustomFields(user.customFields ?? [], customFields, definitions),
  }
  if (changed.managerId === user.ref.id) throw invalidInput(['managerId'], 'nobody is their own manager')
  const displayName = userName(changed)
  checkNamed(displayName, given, NAME_FIELDS, 'would leave the user without any name')
  return { ...changed, displayName }
}

/**
 * A user's e-mail address is the default one among its contact items. A new address takes the place of the old one, unless the
 * user has it among the others: then that becomes the default.
 */
function planEmail(user: User, email: string | null | undefined, path: string): ItemsPlan {
  const items = user.contactItems ?? []
  const current = items.find((item) => item.kind === 'EMAIL' && item.isDefault)
  if (email === undefined || email === (current?.value ?? null)) return { items, requests: [] }
  if (email === null) return withoutItem(items, current!.id, path)
  checkContactValue(['email'], 'EMAIL', email)
  const same = items.find((item) => item.kind === 'EMAIL' && sameValue('EMAIL', item.value, email))
  const target = same ?? current
  const change: ContactItemChange = target
    ? { id: target.id, value: email, isDefault: true }
    : { typeId: 'work-email', value: email, isDefault: true }
  return mergeItems(items, [change], path, () => ['email'])
}

function readLocale(value: string | null | undefined): string | null | undefined {
  const locale = readName('locale', value)
  if (locale == null) return locale
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? null
  } catch {
    throw invalidInput(['locale'], 'is no locale; one looks like en-US')
  }
}
