import type { HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { createSession, fixedSession, type Session } from '../../http/session.ts'
import { GatewayError } from '../../model/errors.ts'
import type { BluskySettings } from './settings.ts'
import { wireLogin } from './wire.ts'

/** The token of a login, or the configured one, in the configured header. `client` is asked for only once a login is needed. */
export function createBluskySession(
  source: string,
  settings: BluskySettings,
  context: { readonly client: () => HttpClient; readonly now: () => number },
): Session {
  const headersOf = (token: string) => ({
    [settings.authorizationHeader]: `${settings.authorizationScheme} ${token}`.trim(),
  })
  if (settings.token !== undefined) return fixedSession(headersOf(settings.token))
  return createSession({
    now: context.now,
    async signIn(signal) {
      const { body } = await context.client().request({
        method: 'POST',
        path: settings.loginPath,
        json: { Email: settings.username, Password: settings.password },
        anonymous: true,
        signal,
      })
      const { IsAuthenticated, Token } = decode(wireLogin, body, { source, what: 'the login' })
      if (IsAuthenticated === false || !Token) {
        throw new GatewayError('SOURCE_UNAUTHENTICATED', `${source} does not accept the name and password`, { source })
      }
      return { headers: headersOf(Token), expiresAtMs: null }
    },
  })
}
