interface KnownParts {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

const LOCALE = 'en-GB'

/** As much of a date as is known: `24 March 1984`, `24 March`, `1984`. */
export function formatDate(date: KnownParts | null): string | null {
  if (!date) return null
  const { year, month, day } = date
  if (month === null) return year === null ? null : String(year)
  const options: Intl.DateTimeFormatOptions = { month: 'long', timeZone: 'UTC' }
  if (day !== null) options.day = 'numeric'
  if (year !== null) options.year = 'numeric'
  return new Intl.DateTimeFormat(LOCALE, options).format(Date.UTC(year ?? 2000, month - 1, day ?? 1))
}

/** Of a day of the calendar, `2025-03-14`. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

/** Of a moment, in the reader's own time. */
export function formatMoment(moment: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))
}
