import type { HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { createSession, fixedSession, type Session } from '../../http/session.ts'
import { GatewayError } from '../../model/errors.ts'
import type { VirtuousSettings } from './settings.ts'
import { tokenAnswer } from './wire.ts'

export interface VirtuousSessionOptions {
  readonly source: string
  readonly settings: Pick<VirtuousSettings, 'token' | 'username' | 'password'>
  /** A client of its own: a sign-in must not wait behind the requests that wait for it. */
  readonly http: HttpClient
  readonly now: () => number
}

/**
 * An API key as it is; or the password grant, its token renewed with the refresh token, which may be good for one use, and with
 * the password again where that is refused. Origin: https://docs.virtuous.org/authentication.
 */
export function createVirtuousSession({ source, settings, http, now }: VirtuousSessionOptions): Session {
  const { token, username = '', password = '' } = settings
  if (token !== undefined) return fixedSession(bearer(token))
  let refreshToken: string | null = null

  async function grant(form: Readonly<Record<string, string>>, signal: AbortSignal) {
    const answer = await http.request({
      method: 'POST',
      path: '/Token',
      form,
      idempotent: true,
      anonymous: true,
      signal,
    })
    if (answer.status === 202) {
      const message = `${source} asks for a one-time code: two-step sign-in is on for this user. Configure an API key (token) instead`
      throw new GatewayError('SOURCE_UNAUTHENTICATED', message, { source })
    }
    const granted = decode(tokenAnswer, answer.body, { source, what: 'the sign-in' })
    refreshToken = granted.refresh_token ?? null
    const expiresAtMs = granted.expires_in == null ? null : now() + granted.expires_in * 1000
    return { headers: bearer(granted.access_token), expiresAtMs }
  }

  async function signIn(signal: AbortSignal) {
    const refresh = refreshToken
    if (refresh !== null) {
      refreshToken = null
      try {
        return await grant({ grant_type: 'refresh_token', refresh_token: refresh }, signal)
      } catch (error) {
        if (!(error instanceof GatewayError) || error.code !== 'SOURCE_UNAUTHENTICATED') throw error
      }
    }
    return grant({ grant_type: 'password', username, password }, signal)
  }

  return createSession({ signIn, now })
}

/** One space, no quotes: anything else is a 401. */
function bearer(token: string) {
  return { authorization: `Bearer ${token}` }
}
