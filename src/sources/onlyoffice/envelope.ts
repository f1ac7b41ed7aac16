import { z } from 'zod'
import type { HttpAnswer, VendorError } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import { codeOfStatus } from '../../http/errors.ts'
import { GatewayError } from '../../model/errors.ts'

/** What every successful answer is wrapped in, Workspace and DocSpace alike. */
export interface Envelope {
  readonly response: unknown
  /** Records that match in all; `null` where the method did not count. */
  readonly total: number | null
  /** DocSpace sends links to itself along, Workspace never does. */
  readonly isDocSpace: boolean
}

/** Members at their type's default are left out by the server: no `total` is not a total of 0, no `error` is none. */
const envelope = z.looseObject({
  response: z.unknown().optional(),
  total: z.number().nullish(),
  links: z.unknown().optional(),
  status: z.number().nullish(),
  statusCode: z.number().nullish(),
  error: z.looseObject({ message: z.string().nullish() }).nullish(),
})

const RESPONSE = {}

export interface EnvelopeContext {
  /** Configured name of the source. */
  readonly source: string
  /** What was asked for, in a few words: "a contact". */
  readonly what: string
  /** Whether the request wrote: what an answer that can't be read leaves open. Default false. */
  readonly wrote?: boolean
}

/**
 * Takes an answer out of its envelope. Throws `SOURCE_UNAVAILABLE` for the page of a portal that is still starting,
 * `BAD_SOURCE_RESPONSE` for any other page and for what is no envelope, and by `statusCode` for an error that came with a 200.
 */
export function readEnvelope(
  { status, body }: Pick<HttpAnswer, 'status' | 'body'>,
  context: EnvelopeContext,
): Envelope {
  const { source, what, wrote = false } = context
  if (typeof body === 'string' || body === null) throw noEnvelope(status, body, context)
  let read: z.output<typeof envelope>
  try {
    read = decode(envelope, body, { source, what })
  } catch (cause) {
    if (!wrote || !(cause instanceof GatewayError)) throw cause
    throw new GatewayError(cause.code, cause.message, { source, status, outcomeUnknown: true, cause })
  }
  if (read.error != null || read.status === 1) {
    const words = wordsOf(body)
    const code = codeOfStatus(read.statusCode ?? status)
    throw new GatewayError(code, `${source} answered ${what} with an error${words === null ? '' : `: ${words}`}`, {
      source,
      status: read.statusCode ?? status,
      outcomeUnknown: wrote && (read.statusCode ?? status) >= 500,
    })
  }
  const response = derive(body, RESPONSE, () => read.response)
  return { response, total: read.total ?? null, isDocSpace: Array.isArray(read.links) }
}

function noEnvelope(
  status: number,
  page: string | null,
  { source, what, wrote = false }: EnvelopeContext,
): GatewayError {
  if (page !== null && /being warmed|warming up|warm-?up/i.test(page)) {
    return new GatewayError(
      'SOURCE_UNAVAILABLE',
      `${source} is still starting and answered ${what} with a page that says so`,
      {
        source,
        status,
      },
    )
  }
  const got = page === null ? 'nothing' : page.trimStart().startsWith('<') ? 'a web page' : 'a plain text'
  return new GatewayError(
    'BAD_SOURCE_RESPONSE',
    `${source} answered ${what} with ${got} in place of JSON; is its url right?`,
    {
      source,
      status,
      outcomeUnknown: wrote,
    },
  )
}

/**
 * What the server itself says of a failure, for `HttpClientOptions.readError`. Its words only, never its type or stack trace; a
 * page of the proxy in front of it says nothing. A missing right and a refused picture come with statuses that mean something else.
 */
export function readPortalError(status: number, body: unknown): VendorError | null {
  const message = wordsOf(body)
  if (message === null) return null
  // Workspace's permission layer throws what ends as a 500 although nothing was done.
  if (status === 500 && /access denied/i.test(message)) return { message, code: 'FORBIDDEN' }
  if (/^image (format|size)|^the image size|^invalid file$/i.test(message)) return { message, code: 'INVALID_INPUT' }
  if (status === 500 && /data too long/i.test(message)) return { message, code: 'INVALID_INPUT' }
  return { message }
}

/** The words of an error: `error.message`, or DocSpace's problem details, which stand in `response`. */
function wordsOf(body: unknown): string | null {
  if (!isObject(body)) return null
  if (isObject(body.error) && typeof body.error.message === 'string') return withoutPersonalData(body.error.message)
  if (!isObject(body.response) || typeof body.response.title !== 'string') return null
  const fields = isObject(body.response.errors) ? Object.keys(body.response.errors) : []
  return fields.length === 0 ? body.response.title : `${body.response.title} (${fields.join(', ')})`
}

/** Names stand in double quotes in the portal's messages. */
function withoutPersonalData(text: string): string {
  const line = text.replace(/"[^"]*"/g, '(a name)').replace(/[^\s"'<>]+@[^\s"'<>]+/g, '(an address)')
  return line.trim() === '' ? 'no reason given' : line
}

/**
 * A time as the portal writes it (up to seven digits of a second, `Z` or an offset) as RFC 3339 in UTC. `null` for none, for the
 * year 1, which stands for none, and for what is no time.
 */
export function toUtc(text: string | null | undefined): string | null {
  if (text == null || text.startsWith('0001-')) return null
  // Without an offset the portal's own zone is meant, which is not told; taken for UTC it is a day off at most.
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
