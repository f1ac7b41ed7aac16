import type { ErrorCode } from '../model/errors.ts'

export interface HttpProblemOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/**
 * A request refused before GraphQL saw it. The message goes to the client as it is: it says what was wrong with the request
 * and repeats nothing of it.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: number
  readonly code: ErrorCode | 'INTERNAL_SERVER_ERROR'
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, options: HttpProblemOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.status = status
    this.code = codeOf(status)
    this.headers = options.headers ?? {}
  }
}

/** Thrown when there is nobody left to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone'
}

/** Whether the same request may succeed later without anybody changing anything. */
export function isRetryable(code: HttpProblem['code']): boolean {
  return code === 'RATE_LIMITED' || code === 'SOURCE_UNAVAILABLE'
}

function codeOf(status: number): HttpProblem['code'] {
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 403) return 'FORBIDDEN'
  if (status === 404) return 'NOT_FOUND'
  if (status === 405 || status === 406 || status === 415) return 'UNSUPPORTED'
  if (status === 502) return 'SOURCE_UNAVAILABLE'
  if (status === 503) return 'RATE_LIMITED'
  if (status >= 500) return 'INTERNAL_SERVER_ERROR'
  return 'INVALID_INPUT'
}
