import type { Answer } from './answers.ts'

export interface SignInOptions {
  /** Whether the account has the second step switched on: the first call answers 202 and sends a code. */
  readonly twoFactor: boolean
  readonly tokenLifeSeconds: number
  readonly now: () => number
}

export const ACCOUNT = { username: 'svc@example.org', password: 'invented password' } as const
export const API_KEY = 'simulated-virtuous-key'
export const ONE_TIME_CODE = '424242'

/** The password grant, its refresh, and who may enter. */
export interface SignIn {
  /** `POST /Token` with a form. */
  grant(contentType: string, body: string): Answer
  /** Who the `Authorization` header belongs to; `null`: refused. One space, no quotes. */
  whoIs(authorization: string | undefined): string | null
  /** Ends every access token that is out, as an administrator's reset would. */
  revokeTokens(): void
  /** Ends the refresh tokens too. */
  revokeAll(): void
}

export function createSignIn(options: SignInOptions): SignIn {
  const accessTokens = new Map<string, number>()
  const refreshTokens = new Set<string>()
  let issued = 0

  const issue = (): Answer => {
    issued += 1
    const [access, refresh] = [`AT-${issued}`, `RT-${issued}`]
    const expiresAt = options.now() + options.tokenLifeSeconds * 1000
    accessTokens.set(access, expiresAt)
    refreshTokens.add(refresh)
    return {
      status: 200,
      json: {
        access_token: access,
        token_type: 'bearer',
        expires_in: options.tokenLifeSeconds - 1,
        refresh_token: refresh,
        userName: ACCOUNT.username,
        twoFactorEnabled: options.twoFactor ? 'True' : 'False',
        '.issued': new Date(options.now()).toUTCString(),
        '.expires': new Date(expiresAt).toUTCString(),
      },
    }
  }
  const refuse = (error: string, error_description: string): Answer => ({
    status: 400,
    json: { error, error_description },
  })

  return {
    grant(contentType, body) {
      if (!contentType.startsWith('application/x-www-form-urlencoded')) {
        return refuse('unsupported_grant_type', 'The grant must be sent as a form.')
      }
      const form = new URLSearchParams(body)
      if (form.get('grant_type') === 'refresh_token') {
        // It rotates: each is good for one use.
        if (!refreshTokens.delete(form.get('refresh_token') ?? '')) {
          return refuse('invalid_grant', 'The refresh token is not valid.')
        }
        return issue()
      }
      if (form.get('grant_type') !== 'password') return refuse('unsupported_grant_type', 'Unknown grant.')
      if (form.get('username') !== ACCOUNT.username || form.get('password') !== ACCOUNT.password) {
        return refuse('invalid_grant', 'The user name or password is incorrect.')
      }
      if (options.twoFactor && form.get('otp') !== ONE_TIME_CODE) {
        const error_description = '2-step verification code (OTP) sent.'
        return { status: 202, json: { error: 'awaiting_verification', error_description } }
      }
      return issue()
    },
    whoIs(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
      if (token === undefined) return null
      if (token === API_KEY) return 'Api Key'
      return (accessTokens.get(token) ?? 0) > options.now() ? ACCOUNT.username : null
    },
    revokeTokens: () => accessTokens.clear(),
    revokeAll() {
      accessTokens.clear()
      refreshTokens.clear()
    },
  }
}
