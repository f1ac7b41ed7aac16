import type { IBackoff } from 'cockatiel'
import { ExponentialBackoff } from 'cockatiel'
import type { GatewayError } from '../model/errors.ts'
import type { Deadline } from './deadline.ts'
import type { Timers } from './timers.ts'
import { sleep } from './timers.ts'

/** How one attempt ended. `transient`: the same request may fare better in a moment. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: GatewayError; readonly transient: boolean }

export interface RetryOptions {
  /** How many attempts may follow the first. */
  readonly retries: number
  readonly deadline: Deadline
  readonly timers: Timers
}

const BACKOFF = new ExponentialBackoff({ initialDelay: 100, maxDelay: 5_000 })

/**
 * Makes attempts until one succeeds, fails for good, or was the last one allowed. Waits between them as long as the source asked
 * (`retryAfterMs`), else with jitter and ever longer. A wait that would outlast the deadline is not begun: the caller gets the
 * failure now, with the time the source asked for, and not a timeout later.
 */
export async function withRetries<T>(attempt: () => Promise<Attempt<T>>, options: RetryOptions): Promise<T> {
  let backoff: IBackoff<unknown> | null = null
  for (let left = options.retries; ; left--) {
    const outcome = await attempt()
    if (outcome.ok) return outcome.value
    if (!outcome.transient || left <= 0) throw outcome.error
    backoff = backoff === null ? BACKOFF.next() : backoff.next(undefined)
    const waitMs = outcome.error.retryAfterMs ?? backoff.duration
    if (waitMs >= options.deadline.remainingMs()) throw outcome.error
    await sleep(waitMs, options.deadline.signal, options.timers)
  }
}

/**
 * Milliseconds that a `Retry-After` asks for: seconds, or an HTTP date, which is set against the answer's own `Date` where it has
 * one, because clocks differ (RFC 9110 §10.2.3). `undefined` where there is none, or none that can be understood.
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string | undefined>>,
  now: () => number,
): number | undefined {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  const at = Date.parse(value)
  if (Number.isNaN(at)) return undefined
  const sentAt = Date.parse(headers.date ?? '')
  return Math.max(0, at - (Number.isNaN(sentAt) ? now() : sentAt))
}
