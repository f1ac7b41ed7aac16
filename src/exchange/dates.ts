import type { PartialDate } from '../model/record.ts'
import { checkDate } from '../model/validate.ts'

/** Apple's year for a birthday whose year nobody knows. */
const NO_YEAR = 1604

/**
 * The date that a text says, in ISO 8601 with parts left out (`--02-14`, `1990-02`), `M/D/Y` as Outlook and Google write it (`D/M/Y`
 * where it can't be that) or `D.M.Y`. `null` where it says none; `'wrong'` where it can't be understood or is no day of the
 * calendar.
 */
export function readDate(text: string): PartialDate | null | 'wrong' {
  const date = parse(text.trim())
  if (date === null || date === 'wrong') return date
  try {
    checkDate([], date)
    return date
  } catch {
    return 'wrong' // which part of it is wrong helps nobody here
  }
}

function parse(text: string): PartialDate | null | 'wrong' {
  if (text === '' || /^[0\-/. ]+$/.test(text)) return null
  const iso = /^(\d{4}|-)(?:-?(\d{2}|-))?(?:-?(\d{2}))?(?:[T ].*)?$/.exec(text)
  if (iso !== null) return toDate(iso[1], iso[2], iso[3])
  const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?: .*)?$/.exec(text)
  if (slashes !== null) {
    const [, a, b, year] = slashes
    return Number(a) > 12 ? toDate(year, b, a) : toDate(year, a, b)
  }
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(text)
  return dots === null ? 'wrong' : toDate(dots[3], dots[2], dots[1])
}

function toDate(year: string | undefined, month: string | undefined, day: string | undefined): PartialDate | 'wrong' {
  const [y, m, d] = [year, month, day].map((part) => (part === undefined || part === '-' ? null : Number(part)))
  const date = { year: y === NO_YEAR ? null : (y ?? null), month: m ?? null, day: d ?? null }
  return date.year === null && date.month === null ? 'wrong' : date
}

/** ISO 8601 with unknown parts left out: `1990-02-14`, `--02-14`, `1990-02`, `1990`, `--02`. */
export function writeDate({ year, month, day }: PartialDate): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const begin = year === null ? '-' : String(year).padStart(4, '0')
  return [begin, ...(month === null ? [] : [two(month)]), ...(day === null ? [] : [two(day)])].join('-')
}
