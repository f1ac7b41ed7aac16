import type { GatewayError } from '../model/errors.ts'

/** An error that is part of an answer. Bare, GraphQL would take it for the failure of the field that holds it. */
export interface Failure {
  readonly error: GatewayError
}

export function toFailure(error: GatewayError): Failure {
  return { error }
}
