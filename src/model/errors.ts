/** Every way a request can fail, as clients see it. Meanings: `docs/errors.md`. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'UNSUPPORTED',
  'SOURCE_UNAUTHENTICATED',
  'SOURCE_UNAVAILABLE',
  'BAD_SOURCE_RESPONSE',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export interface GatewayErrorOptions {
  /** Configured name of the source that failed or refused. */
  readonly source?: string
  /** Path into the mutation's input, beginning with the input's field: `['birthDate', 'day']`. */
  readonly path?: readonly string[]
  /** How long to wait before trying again, where the source told. */
  readonly retryAfterMs?: number
  /** HTTP status of the source's answer, for logs and for `outcomeUnknown`. */
  readonly status?: number
  /** True when a write may have reached the source although no answer came. */
  readonly outcomeUnknown?: boolean
  /** With `NOT_FOUND`: the global id that was not found. */
  readonly id?: string
  /** With `CONFLICT` on a version: the version the record has now. */
  readonly currentVersion?: string
  readonly cause?: unknown
}

/**
 * The one error this code throws on purpose. Its message goes to clients: it says what was attempted, on what, and what
 * came back, and never holds a credential, personal data or a URL's query.
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError'
  readonly code: ErrorCode
  readonly source: string | undefined
  readonly path: readonly string[] | undefined
  readonly retryAfterMs: number | undefined
  readonly status: number | undefined
  readonly outcomeUnknown: boolean
  readonly id: string | undefined
  readonly currentVersion: string | undefined

  constructor(code: ErrorCode, message: string, options: GatewayErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.source = options.source
    this.path = options.path
    this.retryAfterMs = options.retryAfterMs
    this.status = options.status
    this.outcomeUnknown = options.outcomeUnknown ?? false
    this.id = options.id
    this.currentVersion = options.currentVersion
  }

  /** Whether the same request may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.code === 'RATE_LIMITED' || this.code === 'SOURCE_UNAVAILABLE'
  }
}

/** An `INVALID_INPUT` at `path`, which begins with the input's field. */
export function invalidInput(path: readonly string[], message: string): GatewayError {
  return new GatewayError('INVALID_INPUT', message, { path })
}

/** An `UNSUPPORTED` of `source`; `path` names the input's field where one field is the reason. */
export function unsupported(source: string, message: string, path?: readonly string[]): GatewayError {
  return new GatewayError('UNSUPPORTED', message, { source, ...(path && { path }) })
}
