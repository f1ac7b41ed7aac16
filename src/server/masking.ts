import { GraphQLError, type GraphQLErrorExtensions } from 'graphql'
import { toClientError } from '../graphql/errors.ts'
import { ERROR_CODES } from '../model/errors.ts'
import type { Logger } from '../model/logger.ts'
import { ClientGone, HttpProblem, isRetryable } from './http-problem.ts'

export interface MaskingContext {
  readonly requestId: string
  readonly log: Logger
}

/**
 * An error as the client is shown it: `GatewayError`s, refusals and GraphQL's own errors in their words, with a code of the
 * closed set. Anything else is logged whole and shown as "Unexpected error", with the request's id to find it by.
 */
export function toShownError(error: unknown, { requestId, log }: MaskingContext): GraphQLError {
  const problem = findOwn(error)
  if (problem instanceof ClientGone) return new GraphQLError(problem.message, { extensions: { http: { status: 400 } } })
  if (problem) {
    const { message, code, status, headers } = problem
    const extensions = { code, retryable: isRetryable(code), requestId, http: { status, headers } }
    return new GraphQLError(message, { extensions })
  }
  const shown = toClientError(error, requestId)
  if (shown) return withCode(shown)
  const located = error instanceof GraphQLError ? error : undefined
  log.error({ requestId, path: located?.path, error: located?.originalError ?? error }, 'Unexpected error')
  return replace(located, 'Unexpected error', { code: 'INTERNAL_SERVER_ERROR', requestId, unexpected: true })
}

/** GraphQL and Yoga name their codes otherwise; what they refuse is the client's to mend. */
function withCode(error: GraphQLError): GraphQLError {
  const { code, requestId, http } = error.extensions
  if ((ERROR_CODES as readonly unknown[]).includes(code)) return error
  const extensions = { code: 'INVALID_INPUT', retryable: false, requestId, ...(http !== undefined && { http }) }
  return replace(error, error.message, extensions)
}

/** Another error about the same place. */
function replace(located: GraphQLError | undefined, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
  const { nodes = null, source = null, positions = null, path = null } = located ?? {}
  return new GraphQLError(message, { nodes, source, positions, path, extensions })
}

function findOwn(error: unknown): HttpProblem | ClientGone | null {
  if (error instanceof HttpProblem || error instanceof ClientGone) return error
  return error instanceof GraphQLError && error.originalError ? findOwn(error.originalError) : null
}
