import type { HttpRequest } from './client.ts'

/** Shortest credential that is looked for in a vendor's message; shorter ones are words. */
const MIN_SECRET_CHARACTERS = 6

const SECRET_NAME = /auth|cookie|key|passw|pwd|secret|token/i

/**
 * Values that went out with a request as credentials: those of its session, and whatever a header, the query, a form or a JSON object
 * calls a key, token or password. With an authentication scheme, whole and without it.
 */
export function secretsOf(
  { query, form, json }: HttpRequest,
  headers: Readonly<Record<string, string>>,
  credentials: Readonly<Record<string, string>>,
): readonly string[] {
  const named = [headers, query, form, json]
    .flatMap((part) => (typeof part === 'object' && part !== null ? Object.entries(part) : []))
    .filter(([name]) => SECRET_NAME.test(name))
    .map(([, value]: [string, unknown]) => value)
  return [...Object.values(credentials), ...named]
    .filter((value) => typeof value === 'string')
    .flatMap((value) => [value, value.replace(/^\S+\s+/, '')])
    .filter((value) => value.length >= MIN_SECRET_CHARACTERS)
}
