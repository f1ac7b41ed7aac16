import type { ContactItem, ContactItemKind } from '../../model/contact-item.ts'
import { normalizeValue } from '../../model/contact-item.ts'
import type { PartialDate } from '../../model/record.ts'

/** The parts of a human's record that its display name is made of. */
export interface HumanNames {
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
  readonly nickname: string | null
}

/** First, middle and last name, or else the nickname; empty when there is none. */
export function humanName(names: HumanNames): string {
  const full = [names.firstName, names.middleName, names.lastName].filter((part) => part !== null).join(' ')
  return full !== '' ? full : (names.nickname ?? '')
}

/** A user's name: as a human's, or else the user name, or else the e-mail address. */
export function userName(
  user: HumanNames & { readonly username: string | null; readonly email: string | null },
): string {
  return humanName(user) || user.username || user.email || ''
}

/** A user's e-mail address is the default one among its contact items. */
export function defaultEmail(items: readonly ContactItem[]): string | null {
  return items.find((item) => item.kind === 'EMAIL' && item.isDefault)?.value ?? null
}

/** Full years from the date to `nowMs`, as far as its known parts tell; `null` without a year. */
export function yearsSince(date: PartialDate | null, nowMs: number): number | null {
  if (date === null || date.year === null) return null
  const now = new Date(nowMs)
  const [month, day] = [now.getUTCMonth() + 1, now.getUTCDate()]
  const isAhead = date.month !== null && (date.month > month || (date.month === month && (date.day ?? 1) > day))
  const years = now.getUTCFullYear() - date.year - (isAhead ? 1 : 0)
  return years < 0 ? null : years
}

/**
 * What finds a contact item again: an e-mail address in lower case, a number in E.164 or, without a country, its digits alone.
 * `null` for kinds that are not looked for, and for values that have none.
 */
export function matchKey(kind: ContactItemKind, value: string): string | null {
  if (kind === 'EMAIL') return normalizeValue('EMAIL', value)
  if (kind !== 'PHONE') return null
  const normalized = normalizeValue('PHONE', value)
  if (normalized !== null) return normalized
  const digits = value.replace(/\D/g, '')
  return digits === '' ? null : digits
}

/** What two tags that differ only in case or blanks share. */
export function foldTag(tag: string): string {
  return tag.trim().normalize('NFC').toLowerCase()
}
