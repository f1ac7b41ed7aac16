import { GatewayError } from '../model/errors.ts'

/**
 * What a caller gets to see of a failure on the way to `source`. An error of ours passes as it is; anything else is a bug and
 * goes on up, to be logged whole and masked.
 */
export function failure(error: unknown, source: string): GatewayError {
  if (error instanceof GatewayError) return error
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) {
    return new GatewayError('SOURCE_UNAVAILABLE', `${source} did not answer in time.`, { source, cause: error })
  }
  throw error
}
