import type { AnswerHeaders } from '../../http/client.ts'
import type { SourceBudget } from '../source.ts'

/** What a DocSpace with its rate limiter on last told. Workspace tells nothing. */
export interface Budget {
  note(headers: AnswerHeaders): void
  read(): SourceBudget | null
}

/** Seconds since 1970 are above this, seconds from now below. */
const LONG_AGO_S = 1_000_000_000

export function createBudget(now: () => number): Budget {
  let last: SourceBudget | null = null
  return {
    read: () => last,
    note(headers) {
      const limit = toCount(headers['x-ratelimit-limit'])
      const remaining = toCount(headers['x-ratelimit-remaining'])
      if (limit === null && remaining === null) return
      last = { limit, remaining, resetAt: toTime(headers['x-ratelimit-reset'], now) }
    },
  }
}

function toCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

/** The header's form is not documented: a time, seconds since 1970, or seconds from now. */
function toTime(text: string | undefined, now: () => number): string | null {
  if (text === undefined) return null
  const seconds = /^\d{1,12}$/.test(text.trim()) ? Number(text) : null
  const ms = seconds === null ? Date.parse(text) : seconds > LONG_AGO_S ? seconds * 1000 : now() + seconds * 1000
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
