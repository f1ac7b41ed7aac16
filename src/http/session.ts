import { GatewayError } from '../model/errors.ts'
import { orAborted } from '../model/or-aborted.ts'

export type SessionHeaders = Readonly<Record<string, string>>

/** What lets requests in at a source. */
export interface Session {
  /** Headers to send with a request. Signs in first where that is needed. */
  apply(signal: AbortSignal): Promise<SessionHeaders>
  /**
   * After a 401: forgets the token and signs in again. `refused` is what `apply` gave for the refused request: where that is not
   * the present token any more, another request has renewed already and nothing is done. `false`: there is nothing to renew.
   */
  renew?(signal: AbortSignal, refused?: SessionHeaders): Promise<boolean>
  /** What `apply` gives, where that never changes and takes nothing. */
  readonly fixed?: SessionHeaders
}

/** A session of credentials that never change: an API key. */
export function fixedSession(headers: SessionHeaders): Session {
  const applied = Promise.resolve(headers)
  return { apply: () => applied, fixed: headers }
}

export interface SignedIn {
  readonly headers: SessionHeaders
  /** Milliseconds since 1970; `null`: until the source says 401. */
  readonly expiresAtMs: number | null
}

export interface SessionOptions {
  /** Signs in. The signal aborts when nobody waits for it any more. */
  signIn(signal: AbortSignal): Promise<SignedIn>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How long a refused sign-in is remembered, in milliseconds. Default 60 000. */
  readonly refusedForMs?: number
}

/** A token is not used in the last of its life: on its way it would expire. Shorter lives lose half at most. */
const SPARE_MS = 30_000

/**
 * A session that signs in when first needed, again shortly before the token expires, and after a 401. There is one sign-in at a
 * time, shared by all that wait for it; it ends when the last of them has gone. A refused sign-in is remembered for
 * `refusedForMs`, during which the same error is given at once: asking again with the same password only brings a lock-out nearer.
 *
 * Throws `SOURCE_UNAUTHENTICATED` when the sign-in is refused, whatever the vendor calls it; `RATE_LIMITED` (remembered for as
 * long as the source asked), `SOURCE_UNAVAILABLE` and `BAD_SOURCE_RESPONSE` as they come. Never with `outcomeUnknown`: the request
 * that wanted the session has not been sent.
 */
export function createSession({ signIn, now, refusedForMs = 60_000 }: SessionOptions): Session {
  let current: { readonly headers: SessionHeaders; readonly useUntilMs: number } | null = null
  let refusal: { readonly error: GatewayError; readonly untilMs: number } | null = null
  let underWay: {
    readonly result: Promise<SessionHeaders>
    readonly controller: AbortController
    waiting: number
  } | null = null

  async function signInOnce(signal: AbortSignal): Promise<SessionHeaders> {
    try {
      const { headers, expiresAtMs } = await signIn(signal)
      const startedAt = now()
      const useUntilMs =
        expiresAtMs === null
          ? Number.POSITIVE_INFINITY
          : expiresAtMs - Math.min(SPARE_MS, Math.max(0, expiresAtMs - startedAt) / 2)
      // Nobody waited for it any more: a later sign-in may have given a newer token.
      if (!signal.aborted) current = { headers, useUntilMs }
      return headers
    } catch (cause) {
      if (!(cause instanceof GatewayError)) throw cause
      const error = toSignInError(cause)
      if (error.code === 'SOURCE_UNAUTHENTICATED') refusal = { error, untilMs: now() + refusedForMs }
      else if (error.code === 'RATE_LIMITED' && error.retryAfterMs !== undefined) {
        refusal = { error, untilMs: now() + error.retryAfterMs }
      }
      throw error
    }
  }

  function start(): NonNullable<typeof underWay> {
    const controller = new AbortController()
    const started = { result: signInOnce(controller.signal), controller, waiting: 0 }
    const finish = () => {
      if (underWay === started) underWay = null
    }
    started.result.then(finish, finish)
    underWay = started
    return started
  }

  async function share(signal: AbortSignal): Promise<SessionHeaders> {
    signal.throwIfAborted()
    if (refusal !== null && now() < refusal.untilMs) throw refusal.error
    refusal = null
    const shared = underWay ?? start()
    shared.waiting++
    try {
      return await orAborted(shared.result, signal)
    } finally {
      shared.waiting--
      if (shared.waiting === 0 && underWay === shared) {
        underWay = null
        shared.controller.abort(signal.reason)
      }
    }
  }

  return {
    async apply(signal) {
      if (current !== null && now() < current.useUntilMs) return current.headers
      return share(signal)
    },
    async renew(signal, refused) {
      if (refused !== undefined && current !== null && current.headers !== refused) return true
      current = null
      await share(signal)
      return true
    },
  }
}

const NOT_REFUSED: ReadonlySet<string> = new Set(['RATE_LIMITED', 'SOURCE_UNAVAILABLE', 'BAD_SOURCE_RESPONSE'])

/** A fresh error, because what the sign-in request says of itself (its status, `outcomeUnknown`) is not true of the one that waits. */
function toSignInError(cause: GatewayError): GatewayError {
  const code = NOT_REFUSED.has(cause.code) ? cause.code : 'SOURCE_UNAUTHENTICATED'
  return new GatewayError(code, `signing in failed: ${cause.message}`, {
    cause,
    ...(cause.source !== undefined && { source: cause.source }),
    ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
  })
}
