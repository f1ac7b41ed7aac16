import { toUtc } from './envelope.ts'

/**
 * The day that a time stands for where a day is meant. A portal keeps either midnight of its own zone or, in older records,
 * midnight of UTC shifted into it: `05:00+05:00` is the day in both.
 */
export function dayOf(text: string | null | undefined): string | null {
  const utc = toUtc(text)
  if (!text || utc === null) return null
  return /T00:00:00(\.0+)?Z$/.test(utc) ? utc.slice(0, 10) : text.slice(0, 10)
}

/** A time to be sent back as it came. Its fraction is left out: the portal's JSON reader would shorten it to a form it refuses. */
export function sameTime(text: string): string {
  return text.replace(/\.\d+/, '')
}
