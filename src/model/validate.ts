import type { ContactItemKind } from './contact-item.ts'
import { isEmail, isPhone } from './contact-item.ts'
import { invalidInput } from './errors.ts'
import type { PartialDate } from './record.ts'

/** Longest name, in UTF-16 code units. */
export const MAX_NAME_LENGTH = 255
/** Longest text of any other kind, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 10_000
/** Longest web address a contact item may hold; browsers and servers refuse longer ones. */
const MAX_URL_LENGTH = 2000

const DAY_MS = 24 * 60 * 60 * 1000
const MONTHS_WITH_30_DAYS: ReadonlySet<number> = new Set([4, 6, 9, 11])

/** What a text may be. Absent: at most `MAX_TEXT_LENGTH`, and it may be empty. */
export interface TextRules {
  /** In UTF-16 code units. */
  readonly max?: number
  /** Whether it must hold more than blanks. `null` and `undefined` then fail too. */
  readonly required?: boolean
}

/**
 * Checks a text that came in: its length, that it can be stored and given back as it is (no half characters, no control
 * characters besides tab and line breaks) and, where `required`, that it says something. Throws `INVALID_INPUT` at `path`.
 */
export function checkText(path: readonly string[], value: string | null | undefined, rules: TextRules = {}): void {
  const { max = MAX_TEXT_LENGTH, required = false } = rules
  if (value === null || value === undefined || value.trim() === '') {
    if (required) throw invalidInput(path, 'must not be empty')
    if (value === null || value === undefined) return
  }
  if (value.length > max) throw invalidInput(path, `must have at most ${max} characters; it has ${value.length}`)
  if (!value.isWellFormed()) throw invalidInput(path, 'holds half of a surrogate pair, which is no character')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value)) throw invalidInput(path, 'holds control characters')
}

/** `checkText` with the length of a name. */
export function checkName(path: readonly string[], value: string | null | undefined, required = false): void {
  checkText(path, value, { max: MAX_NAME_LENGTH, required })
}

/**
 * Checks that the known parts of a date are a day of the (proleptic Gregorian) calendar, or the year or month of one: years 1
 * to 9999, no day without its month, 29 February without a year taken for one of a leap year. Throws `INVALID_INPUT` at the
 * part that is wrong: `[...path, 'day']`. A date without any known part passes: it says nothing.
 */
export function checkDate(path: readonly string[], date: PartialDate): void {
  const { year, month, day } = date
  checkRange([...path, 'year'], year, 1, 9999)
  checkRange([...path, 'month'], month, 1, 12)
  checkRange([...path, 'day'], day, 1, 31)
  if (day === null) return
  if (month === null) throw invalidInput([...path, 'day'], 'needs its month')
  const days = daysIn(year, month)
  if (day > days) throw invalidInput([...path, 'day'], `the month has ${days} days, not ${day}`)
}

/**
 * Checks that a date of birth can have come: nobody is born after `nowMs`, the day there being a day ahead of it in some places.
 * Unknown parts are taken to be past. Throws `INVALID_INPUT` at the part that lies ahead: `[...path, 'year']`.
 */
export function checkPast(path: readonly string[], { year, month, day }: Partial<PartialDate>, nowMs: number): void {
  if (year == null) return
  const last = new Date(nowMs + DAY_MS)
  const parts = [
    ['year', year, last.getUTCFullYear()],
    ['month', month, last.getUTCMonth() + 1],
    ['day', day, last.getUTCDate()],
  ] as const
  for (const [name, given, latest] of parts) {
    if (given == null || given < latest) return
    if (given > latest) throw invalidInput([...path, name], 'lies in the future')
  }
}

/** Checks a whole date, `YYYY-MM-DD`, of the calendar. Throws `INVALID_INPUT` at `path`. */
export function checkFullDate(path: readonly string[], text: string): void {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) throw invalidInput(path, 'must be a date like 2026-02-28')
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw invalidInput(path, 'is no day of the calendar')
  }
}

/**
 * Checks that a value can be what its kind says: an e-mail address has its `@`, a telephone number its digits, a URL is an
 * `http` or `https` address; nothing is empty. Whether it reaches anybody is not asked. Throws `INVALID_INPUT` at `path`.
 */
export function checkContactValue(path: readonly string[], kind: ContactItemKind, value: string): void {
  checkText(path, value, { required: true })
  if (kind === 'EMAIL' && !isEmail(value.trim())) throw invalidInput(path, 'is no e-mail address')
  if (kind === 'PHONE' && !isPhone(value)) throw invalidInput(path, 'is no telephone number')
  if (kind === 'URL') checkWebAddress(path, value)
}

/** Checks an absolute `http` or `https` URL without credentials in it. Throws `INVALID_INPUT` at `path`. */
export function checkWebAddress(path: readonly string[], value: string): void {
  const url = value.length <= MAX_URL_LENGTH ? URL.parse(value.trim()) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw invalidInput(path, 'is no web address: it must begin with http:// or https://')
  }
  if (url.username !== '' || url.password !== '') throw invalidInput(path, 'must not hold credentials')
}

function checkRange(path: readonly string[], value: number | null, min: number, max: number): void {
  if (value === null) return
  if (!Number.isInteger(value) || value < min || value > max) {
    throw invalidInput(path, `must be a whole number from ${min} to ${max}`)
  }
}

function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28
  return MONTHS_WITH_30_DAYS.has(month) ? 30 : 31
}
