import { type ErrorCode, GatewayError } from '../model/errors.ts'
import { countFailure } from '../usage.ts'

/** What a caller has done wrong, or a source never can, is no failure of the source. */
const FAILURES: ReadonlySet<string> = new Set<ErrorCode>([
  'FORBIDDEN',
  'RATE_LIMITED',
  'SOURCE_UNAUTHENTICATED',
  'SOURCE_UNAVAILABLE',
  'BAD_SOURCE_RESPONSE',
])

/**
 * What a caller gets to see of a failure on the way to `source`, which is noted for the log. An error of ours passes as it is;
 * anything else is a bug and goes on up, to be logged whole and masked.
 */
export function failure(error: unknown, source: string): GatewayError {
  const shown = toGatewayError(error, source)
  if (isSourceFailure(shown.code)) countFailure(shown.source ?? source, shown.code)
  return shown
}

/** Whether an error with this code that names a source says that the source failed. */
export function isSourceFailure(code: unknown): boolean {
  return FAILURES.has(code as string)
}

function toGatewayError(error: unknown, source: string): GatewayError {
  if (error instanceof GatewayError) return error
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) {
    return new GatewayError('SOURCE_UNAVAILABLE', `${source} did not answer in time.`, { source, cause: error })
  }
  throw error
}
