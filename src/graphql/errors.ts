import { GraphQLError } from 'graphql'
import { GatewayError } from '../model/errors.ts'
import { messageOf } from './failure.ts'

/**
 * What a client is told of an error met while a request was answered: `extensions` holds `code`, `source` (its configured
 * name), `retryable`, `retryAfterMs` (left out where unknown) and `requestId`. A request that could not be understood keeps the
 * words of GraphQL. `null`: unexpected, so nothing of it may be shown.
 */
export function toClientError(error: unknown, requestId: string): GraphQLError | null {
  const gatewayError = findGatewayError(error)
  const located = error instanceof GraphQLError ? error : undefined
  if (gatewayError === null && !(located && isRequestError(located))) return null
  return new GraphQLError((gatewayError && messageOf(gatewayError)) ?? located?.message ?? '', {
    nodes: located?.nodes ?? null,
    source: located?.source ?? null,
    positions: located?.positions ?? null,
    path: located?.path ?? null,
    originalError: located?.originalError ?? gatewayError,
    extensions: gatewayError ? extensionsOf(gatewayError, requestId) : { ...located?.extensions, requestId },
  })
}

function extensionsOf(error: GatewayError, requestId: string): Record<string, unknown> {
  const { code, source, retryable, retryAfterMs } = error
  return {
    code,
    ...(source !== undefined && { source }),
    retryable,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    requestId,
  }
}

function findGatewayError(error: unknown): GatewayError | null {
  if (error instanceof GatewayError) return error
  return error instanceof GraphQLError && error.originalError ? findGatewayError(error.originalError) : null
}

/** Whether GraphQL itself made the error, of the document or of its variables: nothing but such errors lies below it. */
function isRequestError(error: GraphQLError): boolean {
  const { originalError } = error
  return originalError === undefined || (originalError instanceof GraphQLError && isRequestError(originalError))
}
