import type { HttpAnswer, HttpClient } from '../../http/client.ts'
import { createSession, fixedSession, type Session, type SignedIn } from '../../http/session.ts'
import { GatewayError } from '../../model/errors.ts'
import type { LeadsySettings } from './settings.ts'
import { isObject } from './wire.ts'

/** Where a login's answer may hold its token; the reference does not say. */
const USUAL_PLACES = ['token', 'jwt', 'access_token', 'auth_token', 'data.token', 'user.token', 'header:authorization']

/** What lets in: the configured token, or one that a login gives. `client` is asked for only once a login is needed. */
export function createLeadsySession(
  source: string,
  settings: LeadsySettings,
  context: { readonly client: () => HttpClient; readonly now: () => number },
): Session {
  const headersOf = (token: string) => ({ authorization: `${settings.authorizationScheme} ${token}`.trim() })
  if (settings.token !== undefined) return fixedSession(headersOf(settings.token))

  async function signIn(signal: AbortSignal): Promise<SignedIn> {
    const { username = '', password = '', loginFields } = settings
    const body = nested(loginFields.username, username, nested(loginFields.password, password, {}))
    const answer = await context.client().request({
      method: 'POST',
      path: settings.loginPath,
      json: body,
      anonymous: true,
      signal,
    })
    const places = settings.tokenAt === undefined ? USUAL_PLACES : [settings.tokenAt]
    const token = places.map((place) => tokenAt(place, answer)).find((found) => found !== null)
    if (token == null) {
      throw new GatewayError('BAD_SOURCE_RESPONSE', `the login's answer holds no token at ${places.join(', ')}`, {
        source,
      })
    }
    return { headers: headersOf(token), expiresAtMs: expiryOf(token) }
  }

  return createSession({ signIn, now: context.now })
}

function tokenAt(place: string, { headers, body }: HttpAnswer): string | null {
  const value = place.startsWith('header:')
    ? headers[place.slice('header:'.length).toLowerCase()]?.replace(/^Bearer\s+/i, '')
    : place.split('.').reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), body)
  return typeof value === 'string' && value !== '' ? value : null
}

/** `into` with the value at a dotted path. */
function nested(path: string, value: string, into: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [key, ...rest] = path.split('.') as [string, ...string[]]
  if (rest.length === 0) return { ...into, [key]: value }
  const inner = into[key]
  return { ...into, [key]: nested(rest.join('.'), value, isObject(inner) ? inner : {}) }
}

/** When a JWT says it expires; `null` where it does not, or is none. */
function expiryOf(token: string): number | null {
  const [, payload] = token.split('.')
  if (payload === undefined) return null
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return isObject(claims) && typeof claims.exp === 'number' ? claims.exp * 1000 : null
  } catch {
    return null // an opaque token that has a dot in it
  }
}
