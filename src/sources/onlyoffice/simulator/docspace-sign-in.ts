import { randomBytes } from 'node:crypto'
import type { DocSpace, DocSpaceResult } from './docspace-state.ts'
import { Failure } from './failures.ts'
import type { Incoming } from './http.ts'
import { checkPassword, cookieToken, type Guard, SECOND_FACTOR_CODE } from './sign-in.ts'
import type { UserRow } from './state.ts'

/** Refused by design: its type and stack are not shown. */
const refusal = (status: number, message: string, exception = 'AuthenticationException') =>
  new Failure(status, `System.Security.Authentication.${exception}`, 0, message)

export interface DocSpaceSignedIn {
  readonly result: DocSpaceResult
  readonly token: string | null
}

export function docSpaceSignIn(
  docSpace: DocSpace,
  guard: Guard,
  input: ReadonlyMap<string, unknown>,
  code: string | null,
  request: Incoming,
): DocSpaceSignedIn {
  const text = (name: string) => String(input.get(name) ?? '')
  const checked = checkPassword(
    docSpace.state.users.values(),
    guard,
    text('username'),
    text('password'),
    request.clientIp,
  )
  if ('refusal' in checked) {
    throw checked.refusal === 'blocked'
      ? refusal(403, 'Too many login attempts. Please try again later', 'BruteForceCredentialException')
      : refusal(401, 'User authentication failed')
  }
  const { user } = checked
  if (user.secondFactor !== 'none' && code === null) {
    const kind =
      user.secondFactor === 'sms' ? { sms: true, tfa: false, phoneNoise: '+49*****11' } : { sms: false, tfa: true }
    const confirmUrl = `${request.origin}/confirm/${user.secondFactor === 'sms' ? 'PhoneAuth' : 'TfaAuth'}?key=0`
    return { result: { response: { ...kind, confirmUrl } }, token: null }
  }
  if (code !== null && code !== SECOND_FACTOR_CODE) throw refusal(401, 'The code you entered is incorrect')
  const token = randomBytes(48).toString('base64')
  docSpace.state.tokens.set(token, user.id)
  const isSession = input.get('session') === true
  const expires = isSession
    ? '0001-01-01T00:00:00'
    : new Date(docSpace.now() + 365 * 86_400_000).toISOString().replace('Z', '0000Z')
  return { result: { response: { token, expires, sms: false, tfa: false } }, token }
}

export interface DocSpaceViewer {
  readonly user: UserRow
  /** What the API key allows; `null` for anybody who signed in. */
  readonly permissions: readonly string[] | null
}

/**
 * Who is calling. `Basic` is a password; a `Bearer` that begins `sk-` is an API key, which is nothing without the word; any
 * other header is a session token, which the cookie beats.
 */
export function docSpaceViewer({ state }: DocSpace, request: Incoming): DocSpaceViewer | null {
  const header = request.headers.authorization ?? ''
  const bearer = /^Bearer (.+)$/i.exec(header)?.[1]
  const known = (userId: string | undefined, permissions: readonly string[] | null): DocSpaceViewer | null => {
    const user = state.users.get(userId ?? '')
    return user && user.status !== 2 ? { user, permissions } : null
  }
  if (bearer?.startsWith('sk-')) {
    const key = state.apiKeys.get(bearer)
    return known(key?.userId, key?.permissions ?? [])
  }
  const basic = /^Basic (.+)$/i.exec(header)?.[1]
  if (basic !== undefined) {
    const [login, ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':')
    const found = [...state.users.values()].find((user) => user.email === login && user.password === rest.join(':'))
    return known(found?.id, null)
  }
  return known(state.tokens.get(cookieToken(request.headers.cookie) ?? bearer ?? header), null)
}

/** Whether a key's scopes let this call through: reading and writing, oneself or everybody. */
export function isInScope(permissions: readonly string[] | null, method: string, isSelf: boolean): boolean {
  if (permissions === null || permissions.length === 0 || permissions.includes('*')) return true
  const access = method === 'GET' ? ['read', 'write'] : ['write']
  return access.some(
    (kind) => permissions.includes(`accounts:${kind}`) || (isSelf && permissions.includes(`accounts.self:${kind}`)),
  )
}
