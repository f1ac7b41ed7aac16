import { randomBytes } from 'node:crypto'
import type { Arguments } from './binding.ts'
import { type Result, value } from './envelope.ts'
import { Failure, plainException } from './failures.ts'
import type { Incoming } from './http.ts'
import type { Portal } from './portal.ts'
import type { UserRow } from './state.ts'

const ATTEMPTS = 5
const WINDOW_MS = 60_000
const YEAR_MS = 365 * 86_400_000
/** The code every second factor here expects. */
export const SECOND_FACTOR_CODE = '123456'

/** Counts refused attempts by login and address; after five in a minute it refuses everything for a minute. */
export interface Guard {
  isBlocked(login: string, ip: string): boolean
  refused(login: string, ip: string): void
  passed(login: string, ip: string): void
}

export function createGuard(now: () => number): Guard {
  const entries = new Map<string, { times: number[]; blockedUntil: number }>()
  const entry = (login: string, ip: string) => {
    const key = `${login.toLowerCase()} ${ip}`
    const found = entries.get(key) ?? { times: [], blockedUntil: 0 }
    entries.set(key, found)
    return found
  }
  return {
    isBlocked: (login, ip) => entry(login, ip).blockedUntil > now(),
    refused(login, ip) {
      const found = entry(login, ip)
      found.times = [...found.times.filter((time) => time > now() - WINDOW_MS), now()]
      if (found.times.length >= ATTEMPTS) found.blockedUntil = now() + WINDOW_MS
    },
    passed: (login, ip) => void entries.delete(`${login.toLowerCase()} ${ip}`),
  }
}

export type Credentials = { readonly user: UserRow } | { readonly refusal: 'blocked' | 'wrong' }

/** Checks a user name (or e-mail address) and password, and keeps the guard's count. */
export function checkPassword(
  users: Iterable<UserRow>,
  guard: Guard,
  login: string,
  password: string,
  ip: string,
): Credentials {
  if (guard.isBlocked(login, ip)) return { refusal: 'blocked' }
  const user = [...users].find((row) => [row.email, row.userName].includes(login.toLowerCase()))
  if (!user || user.password !== password || user.status === 2) {
    guard.refused(login, ip)
    return { refusal: 'wrong' }
  }
  guard.passed(login, ip)
  return { user }
}

export interface SignedIn {
  readonly result: Result
  readonly token: string | null
}

/** `POST authentication` and, with a code, `POST authentication/{code}`. */
export function signIn(portal: Portal, guard: Guard, args: Arguments, request: Incoming): SignedIn {
  const checked = checkPassword(
    portal.state.users.values(),
    guard,
    args.text('userName') ?? '',
    args.text('password') ?? '',
    request.clientIp,
  )
  if ('refusal' in checked) {
    throw refusedSignIn(
      checked.refusal === 'blocked' ? 'Login Fail. Too many attempts' : 'User authentication failed',
      portal.switches.refusedSignIn,
    )
  }
  const { user } = checked
  const code = args.text('code')
  const expires = new Date(portal.now() + YEAR_MS).toISOString().replace('Z', '0000Z')
  if (user.secondFactor !== 'none' && code === null) return { result: value(pending(user, expires)), token: null }
  if (code !== null && code !== SECOND_FACTOR_CODE) throw plainException('The code you entered is incorrect')
  const token = randomBytes(48).toString('base64')
  portal.state.tokens.set(token, user.id)
  return { result: value({ token, expires }), token }
}

function pending(user: UserRow, expires: string): Record<string, unknown> {
  return user.secondFactor === 'sms'
    ? { token: null, expires, sms: true, phoneNoise: `+49*****${user.id.slice(0, 2)}` }
    : { token: null, tfa: true }
}

function refusedSignIn(message: string, status: number): Failure {
  return new Failure(status, 'System.Security.Authentication.AuthenticationException', -2146233087, message)
}

/**
 * Who is calling. A token in query, form or cookie is looked at before the header, and the header first as a bare token, then
 * as Basic, then as Bearer. `null`: nobody.
 */
export function viewerOf(portal: Portal, request: Incoming, formToken: string | null): UserRow | null {
  const header = request.headers.authorization ?? ''
  const own = request.query.get('asc_auth_key') ?? formToken ?? cookieToken(request.headers.cookie)
  const bare = own ?? header
  const token = portal.state.tokens.has(bare) ? bare : /^Bearer (.+)$/i.exec(header)?.[1]
  const byToken = portal.state.users.get(portal.state.tokens.get(token ?? '') ?? '')
  const user = byToken ?? userOfBasic(portal, header)
  return user && user.status !== 2 ? user : null
}

export function cookieToken(cookie: string | undefined): string | null {
  const found = /(?:^|;\s*)asc_auth_key=([^;]+)/.exec(cookie ?? '')?.[1]
  return found === undefined ? null : decodeURIComponent(found)
}

function userOfBasic(portal: Portal, header: string): UserRow | null {
  const encoded = /^Basic (.+)$/i.exec(header)?.[1]
  if (encoded === undefined) return null
  const [login = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const password = rest.join(':')
  return [...portal.state.users.values()].find((row) => row.email === login && row.password === password) ?? null
}
