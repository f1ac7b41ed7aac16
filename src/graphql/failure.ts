import type { GatewayError } from '../model/errors.ts'

/** An error that is part of an answer. Bare, GraphQL would take it for the failure of the field that holds it. */
export interface Failure {
  readonly error: GatewayError
}

export function toFailure(error: GatewayError): Failure {
  return { error }
}

/**
 * The error's message as a sentence of its own: one that only says what is wrong with a value (`is no e-mail address`) is given
 * the name of the field that holds it.
 */
export function messageOf({ message, path }: GatewayError): string {
  const needsName = path !== undefined && path.length > 0 && /^\p{Ll}/u.test(message)
  if (!needsName) return message
  const separator = /^(is|are|must|has|have|holds|needs|can|does)\b/.test(message) ? ' ' : ': '
  return `${path.join('.')}${separator}${message}${/[.!?]$/.test(message) ? '' : '.'}`
}
