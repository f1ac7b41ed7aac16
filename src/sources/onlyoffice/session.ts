import { z } from 'zod'
import type { HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { createSession, fixedSession, type Session, type SessionHeaders, type SignedIn } from '../../http/session.ts'
import { GatewayError } from '../../model/errors.ts'
import { readEnvelope, readPortalError, toUtc } from './envelope.ts'

/** How a portal lets in: a user name and password, or a token. */
export interface PortalCredentials {
  readonly username?: string | undefined
  readonly password?: string | undefined
  /** A session token, a DocSpace API key (`sk-…`), or a whole `Authorization` header (`Bearer …`). */
  readonly token?: string | undefined
}

/** The settings every ONLYOFFICE source has, for a `z.strictObject`; `hasCredentials` checks the credentials. */
export const portalSettings = {
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1).optional(),
  username: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  timeoutMs: z.int().min(1).default(5000),
  concurrency: z.int().min(1).default(6),
  /** The cloud lets through 500 requests in 10 seconds and then answers 503. */
  requestsPerSecond: z.number().positive().default(40),
} as const

/** Whether exactly one way in is given: a token, or a user name with its password. For `.refine` on the settings. */
export function hasCredentials({ token, username, password }: PortalCredentials): boolean {
  const hasLogin = username !== undefined && password !== undefined
  return token === undefined ? hasLogin : username === undefined && password === undefined
}

export const CREDENTIALS_MESSAGE = 'give either token, or username and password'

const signedIn = z.looseObject({
  token: z.string().nullish(),
  expires: z.string().nullish(),
  sms: z.boolean().nullish(),
  tfa: z.boolean().nullish(),
})

/**
 * What lets requests in at a portal. A login is done when first needed and once more after a 401. A refused one is remembered, so
 * that retries don't bring on the portal's lock (five attempts in a minute). `client` is asked for only once a login is needed.
 */
export function createPortalSession(
  source: string,
  credentials: PortalCredentials,
  { client, now }: { readonly client: () => HttpClient; readonly now: () => number },
): Session {
  if (credentials.token !== undefined) return fixedSession(headersOf(credentials.token))
  const { username, password } = credentials

  async function signIn(signal: AbortSignal): Promise<SignedIn> {
    const answer = await client().request({
      method: 'POST',
      path: '/api/2.0/authentication',
      json: { userName: username, password },
      anonymous: true,
      // Workspace has no status of its own for wrong credentials.
      accept: [500],
      signal,
    })
    if (answer.status === 500) throw refusedBy(source, answer.body)
    const { response } = readEnvelope(answer, { source, what: 'the sign-in' })
    const { token, expires, sms, tfa } = decode(signedIn, response, { source, what: 'the sign-in' })
    if (token != null && token !== '') {
      const expiresAt = toUtc(expires)
      return { headers: headersOf(token), expiresAtMs: expiresAt === null ? null : Date.parse(expiresAt) }
    }
    if (sms === true || tfa === true) throw secondFactor(source, sms === true ? 'by SMS' : 'of an authenticator app')
    throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} answered the sign-in without a token`, { source })
  }

  return createSession({ signIn, now })
}

/**
 * A bare token is taken by Workspace and DocSpace alike; an API key is one only after the word `Bearer`. The pages that pictures
 * come from are no part of the API and know a session by its cookie only.
 */
function headersOf(token: string): SessionHeaders {
  if (/^(Bearer|Basic)\s/i.test(token)) return { authorization: token }
  if (token.startsWith('sk-')) return { authorization: `Bearer ${token}` }
  return { authorization: token, cookie: `asc_auth_key=${encodeURIComponent(token)}` }
}

/** A 500 in the API's own words is a refusal: wrong credentials, or too many attempts. A page of the proxy is none. */
function refusedBy(source: string, body: unknown): GatewayError {
  const words = readPortalError(500, body)?.message
  return words === undefined
    ? new GatewayError('SOURCE_UNAVAILABLE', `${source} answered 500 to the sign-in`, { source, status: 500 })
    : new GatewayError('SOURCE_UNAUTHENTICATED', `${source} refuses the user name and password: ${words}`, {
        source,
        status: 500,
      })
}

function secondFactor(source: string, kind: string): GatewayError {
  return new GatewayError(
    'SOURCE_UNAUTHENTICATED',
    `${source} wants a code ${kind} besides the password, which nobody is here to type. ` +
      'Configure an account without a second factor, or a token.',
    { source },
  )
}
