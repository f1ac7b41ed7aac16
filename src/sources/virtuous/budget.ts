import type { AnswerHeaders } from '../../http/client.ts'
import type { SourceBudget } from '../source.ts'

/** What is left of the hour, by the headers of the last answer that had them. It is the organization's, shared by all its keys. */
export function createBudget() {
  let last: SourceBudget | null = null
  return {
    read(headers: AnswerHeaders): void {
      const limit = toNumber(headers['x-ratelimit-limit'])
      const remaining = toNumber(headers['x-ratelimit-remaining'])
      if (limit === null && remaining === null) return
      const reset = toNumber(headers['x-ratelimit-reset'])
      last = { limit, remaining, resetAt: reset === null ? null : new Date(reset * 1000).toISOString() }
    },
    current: (): SourceBudget | null => last,
  }
}

function toNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null
}
