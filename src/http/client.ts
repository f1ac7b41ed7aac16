import { Pool } from 'undici'
import { type ErrorCode, GatewayError } from '../model/errors.ts'
import { countCall, countTime } from '../usage.ts'
import { createCall } from './call.ts'
import { onOrigin, readBase } from './origin.ts'
import { mayBePublic, publicLookup } from './public-address.ts'
import { type RememberedBodies, rememberedBodies } from './remembered-bodies.ts'
import type { Session } from './session.ts'
import { createThrottle } from './throttle.ts'
import type { Timers } from './timers.ts'
import { systemTimers } from './timers.ts'

/** Names in lower case; a header that came several times is joined with commas. */
export type AnswerHeaders = Readonly<Record<string, string | undefined>>

/** What a vendor's error body means. Absent members: as the status says. */
export interface VendorError {
  /** The vendor's own words, without personal data. */
  readonly message?: string
  readonly code?: ErrorCode
  readonly path?: readonly string[]
  readonly retryAfterMs?: number
}

export interface HttpClientOptions {
  /** Configured name, for errors. */
  readonly source: string
  /** Base URL: request paths are below it, a path of its own included. */
  readonly url: string
  /** Total time of one call: waiting for its turn, signing in, retries and reading the body included. Default 5000. */
  readonly timeoutMs?: number
  /** Of a body, decompressed. Default 32 MiB. */
  readonly maxResponseBytes?: number
  /** Requests under way at once. Default 8. */
  readonly concurrency?: number
  /** Default: no limit. */
  readonly requestsPerSecond?: number
  /** Further attempts of idempotent requests. Default 2. */
  readonly retries?: number
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Connects to addresses of the public internet only, for a URL that somebody else wrote. A name that has any other address is
   * `SOURCE_UNAVAILABLE`; an address that is none makes `createHttpClient` throw `BAD_SOURCE_RESPONSE`. Default false.
   */
  readonly publicOnly?: boolean
  /** Adds credentials; on a 401 it is renewed once and the request repeated once, a write too: it was not carried out. */
  readonly session?: Session
  /** Reads what the vendor itself says of a failure. `null`: nothing beyond its status. */
  readonly readError?: (status: number, body: unknown, headers: AnswerHeaders) => VendorError | null
  /** Hears of every answer; for budgets. */
  readonly onAnswer?: (status: number, headers: AnswerHeaders) => void
  /** Hears of every request just before it is sent, repetitions included. `path` is without its query, or `shownPath`. */
  readonly onRequest?: (method: string, path: string) => void
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/api/Contact/4`, below the base URL; may hold a query. Or what `onOrigin` gave. */
  readonly path: string
  /** Added to the path's own query. A list repeats its name; `undefined` is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>
  readonly multipart?: Multipart
  /** Whether sending it twice does no more than sending it once. Default: the method is GET. A POST that only reads says true. */
  readonly idempotent?: boolean
  /** Statuses besides 2xx that are answers and not errors. */
  readonly accept?: readonly number[]
  /** `bytes`: the body is not looked into, `body` is null. Default `json`. */
  readonly as?: 'json' | 'bytes'
  /** Without the session. */
  readonly anonymous?: boolean
  /** What errors and `onRequest` call the path where it holds personal data: `/people/{email}`. */
  readonly shownPath?: string
  readonly signal: AbortSignal
}

export interface Multipart {
  readonly fields?: Readonly<Record<string, string>>
  readonly file: {
    readonly field: string
    readonly filename: string
    readonly contentType: string
    readonly bytes: Uint8Array
  }
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: AnswerHeaders
  /**
   * Parsed JSON; a string when it is none; null when empty. Others may be given the very same: nobody changes it. What is made of
   * it goes through `derive` where that costs something.
   */
  readonly body: unknown
  readonly bytes: Uint8Array
}

/** One source's API over HTTP, with everything that keeps a bad day there from becoming a bad day here. */
export interface HttpClient {
  /**
   * Sends a request and gives its whole answer. Follows at most three redirects of a GET, on the client's own origin.
   *
   * Throws `GatewayError` only: by status (`INVALID_INPUT` 400, 405, 413, 415, 422; `SOURCE_UNAUTHENTICATED` 401; `FORBIDDEN` 402,
   * 403; `NOT_FOUND` 404, 410; `CONFLICT` 409, 412; `RATE_LIMITED` 429, with `retryAfterMs` where told; `SOURCE_UNAVAILABLE` 5xx)
   * unless `readError` knows better; `SOURCE_UNAVAILABLE` when there is no connection, no whole answer in time, or the caller
   * went away (`cause` is then the signal's reason); `BAD_SOURCE_RESPONSE` for a body that is too large, cut off or damaged, and
   * for a redirect that is not followed. `outcomeUnknown` where a request that is not idempotent may have been carried out.
   */
  request(request: HttpRequest): Promise<HttpAnswer>
  readonly origin: string
  /**
   * A URL that came in an answer (the next page, a picture), absolute or relative to the origin, as a `path` for `request`. Throws
   * `BAD_SOURCE_RESPONSE` for one that leads elsewhere.
   */
  onOrigin(url: string): string
  /** Lets running requests end, then closes the connections. Later requests fail with `SOURCE_UNAVAILABLE`. */
  close(): Promise<void>
}

const DEFAULT_TIMEOUT_MS = 5000
const DEFAULT_MAX_RESPONSE_BYTES = 32 * 1024 * 1024
const DEFAULT_CONCURRENCY = 8
const DEFAULT_RETRIES = 2

/** What a client does not make itself. */
export interface HttpClientParts {
  readonly timers?: Timers
  /** Default: those that all clients of the process share. */
  readonly bodies?: RememberedBodies
}

/** Makes the client of one source. Connects to nothing yet. Throws `INVALID_INPUT` for a `url` that is none. */
export function createHttpClient(
  options: HttpClientOptions,
  { timers = systemTimers, bodies = rememberedBodies }: HttpClientParts = {},
): HttpClient {
  const base = readBase(options.source, options.url)
  if (options.publicOnly && !mayBePublic(new URL(base.origin).hostname)) {
    throw new GatewayError('BAD_SOURCE_RESPONSE', `${options.source} pointed to an address that is not public`, {
      source: options.source,
    })
  }
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const concurrency = options.concurrency ?? DEFAULT_CONCURRENCY
  const pool = new Pool(base.origin, {
    connections: concurrency,
    // One deadline for the whole call is kept here; undici's own are for each chunk.
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: timeoutMs,
    ...(options.publicOnly && { connect: { lookup: publicLookup } }),
    // What may have been sent is known for a connection that carries one request at a time.
    pipelining: 1,
    allowH2: false,
  })
  const call = createCall({
    ...options,
    base,
    dispatcher: pool,
    throttle: createThrottle({ concurrency, requestsPerSecond: options.requestsPerSecond, timers }),
    timers,
    rememberedBodies: bodies,
    timeoutMs,
    onRequest(method, path) {
      countCall(options.source)
      options.onRequest?.(method, path)
    },
    maxResponseBytes: options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
    retries: options.retries ?? DEFAULT_RETRIES,
  })
  let closing: Promise<void> | null = null
  return {
    async request(request) {
      const startedMs = performance.now()
      try {
        return await call(request)
      } finally {
        countTime(options.source, performance.now() - startedMs)
      }
    },
    origin: base.origin,
    onOrigin: (url) => onOrigin(base, url).href,
    close() {
      closing ??= pool.close()
      return closing
    },
  }
}
