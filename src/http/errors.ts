import type { ErrorCode } from '../model/errors.ts'
import { GatewayError } from '../model/errors.ts'
import type { AnswerHeaders, VendorError } from './client.ts'
import type { Deadline } from './deadline.ts'
import type { Exchange, ExchangeFailure } from './exchange.ts'
import type { Attempt } from './retry.ts'
import { readRetryAfter } from './retry.ts'

/** A request as errors name it, and what they have to know of it. */
export interface Attempted {
  readonly source: string
  /** Method and path without the query: `GET /api/Contact/4`. */
  readonly name: string
  readonly idempotent: boolean
}

type Failed = Attempt<never> & { readonly ok: false }

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID_INPUT',
  401: 'SOURCE_UNAUTHENTICATED',
  402: 'FORBIDDEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'INVALID_INPUT',
  408: 'SOURCE_UNAVAILABLE',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  412: 'CONFLICT',
  413: 'INVALID_INPUT',
  415: 'INVALID_INPUT',
  422: 'INVALID_INPUT',
  425: 'SOURCE_UNAVAILABLE',
  429: 'RATE_LIMITED',
}

/** What an answer's status means where the vendor's own words say nothing else. A status nobody expected is a bad answer. */
export function codeOfStatus(status: number): ErrorCode {
  return CODE_OF_STATUS[status] ?? (status >= 500 ? 'SOURCE_UNAVAILABLE' : 'BAD_SOURCE_RESPONSE')
}

/** Longest piece of a vendor's own message that is handed on. */
const MAX_MESSAGE_CHARACTERS = 300

export interface Refusal {
  readonly status: number
  readonly headers: AnswerHeaders
  /** What the vendor itself says of it, as the source understands it. */
  readonly vendor: VendorError | null
  /** Values that went out as credentials; a vendor that repeats them in its message is not quoted. */
  readonly secrets: readonly string[]
  readonly now: () => number
}

/** The error of a whole answer whose status is no success. */
export function refused(attempted: Attempted, { status, headers, vendor, secrets, now }: Refusal): Failed {
  const code = vendor?.code ?? codeOfStatus(status)
  const words = vendor?.message === undefined ? '' : `: ${quotable(vendor.message, secrets)}`
  const retryAfterMs = vendor?.retryAfterMs ?? readRetryAfter(headers, now)
  const error = new GatewayError(code, `${attempted.source} answered ${status} to ${attempted.name}${words}`, {
    source: attempted.source,
    status,
    ...(vendor?.path && { path: vendor.path }),
    ...(retryAfterMs !== undefined && WORTH_WAITING.has(code) && { retryAfterMs }),
    outcomeUnknown: !attempted.idempotent && vendor?.code === undefined && leavesOutcomeOpen(status),
  })
  return { ok: false, error, transient: attempted.idempotent && error.retryable && status !== 501 }
}

/**
 * The error of an exchange that brought no whole answer, whatever ended it. Said apart: that the call's time was up, and that its
 * caller went away.
 */
export function broken(attempted: Attempted, exchange: Exchange & { readonly ok: false }, deadline: Deadline): Failed {
  const { failure, sent, status, cause } = exchange
  const outcomeUnknown = !attempted.idempotent && sent && (status === null || status < 300 || leavesOutcomeOpen(status))
  if (failure === 'aborted') return { ok: false, error: ended(attempted, deadline, outcomeUnknown), transient: false }
  const code = failure === 'connection' || failure === 'closed' ? 'SOURCE_UNAVAILABLE' : 'BAD_SOURCE_RESPONSE'
  const error = new GatewayError(
    code,
    `${attempted.name} to ${attempted.source} failed: ${BROKEN[failure]} (${cause.message})`,
    {
      source: attempted.source,
      ...(status !== null && { status }),
      outcomeUnknown,
      cause,
    },
  )
  const transient = attempted.idempotent && (failure === 'connection' || failure === 'cut-off')
  return { ok: false, error, transient }
}

/** The error of a call that came to its end before its answer. */
export function ended(attempted: Attempted, deadline: Deadline, outcomeUnknown: boolean): GatewayError {
  const { source, name } = attempted
  return deadline.ended === 'caller-left'
    ? new GatewayError('SOURCE_UNAVAILABLE', `${name} to ${source} was given up: ${whyLeft(deadline.signal.reason)}`, {
        source,
        outcomeUnknown,
        cause: deadline.signal.reason,
      })
    : new GatewayError(
        'SOURCE_UNAVAILABLE',
        `${source} gave no whole answer to ${name} within ${deadline.timeoutMs} ms`,
        {
          source,
          outcomeUnknown,
        },
      )
}

/** Why a caller no longer waits: it may have gone, or have had a deadline of its own. */
function whyLeft(reason: unknown): string {
  if (reason instanceof GatewayError) return reason.message
  if (reason instanceof Error && reason.name === 'TimeoutError') return 'the time for it was up'
  return 'its caller went away'
}

const BROKEN: Readonly<Record<Exclude<ExchangeFailure, 'aborted'>, string>> = {
  connection: 'no answer came',
  'not-http': 'the answer is not HTTP',
  closed: 'the client is closed',
  'cut-off': 'the answer was cut off',
  'too-large': 'the answer is too large',
  unreadable: 'the answer is damaged',
}

const WORTH_WAITING: ReadonlySet<ErrorCode> = new Set(['RATE_LIMITED', 'SOURCE_UNAVAILABLE'])

/**
 * Whether a status leaves open if a write was carried out. 500: it failed at some point, perhaps after the writing. 502, 504: a
 * proxy that lost its server. A redirect: something was done. With 501, 503 and the 4xx nothing was.
 */
function leavesOutcomeOpen(status: number): boolean {
  return (status >= 300 && status < 400) || (status >= 500 && status !== 501 && status !== 503)
}

function quotable(message: string, secrets: readonly string[]): string {
  const line = message.replace(/\s+/g, ' ').trim()
  if (secrets.some((secret) => line.includes(secret))) return '(its message repeats a credential)'
  return line.length <= MAX_MESSAGE_CHARACTERS ? line : `${line.slice(0, MAX_MESSAGE_CHARACTERS)}…`
}
