import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { GatewayError } from '../model/errors.ts'

/** So many failures after each other, and the source is left alone. */
const FAILURES = 5
/** For so long; then one call is let through to see. */
const PAUSE_MS = 10_000
/** When to come again while that one is under way. */
const RETRY_MS = 1_000
/** The outcome of the one call that was to tell, where its caller went away before it could. */
const UNDECIDED = new Error('nothing was learned')

/** The longest that one call is waited for by the request that makes it; its outcome is learned all the same. */
const PATIENCE_MS = 250

/**
 * Leaves a source alone that fails again and again: calls are then answered at once with `SOURCE_UNAVAILABLE` and
 * `retryAfterMs`, those too that come while one call is let through to see. Only a source that does not answer counts as failing;
 * one that refuses is well.
 */
export interface Breaker {
  /** `failed`: what went wrong in a write that was begun, which is waited for however long it takes. */
  run<T>(signal: AbortSignal, call: () => Promise<T>, failed?: (result: T) => GatewayError | null): Promise<T>
  readonly state: 'closed' | 'half-open' | 'open'
}

export function createBreaker(source: string): Breaker {
  const policy = circuitBreaker(
    handleWhen((error) => error === UNDECIDED || isOutage(error)),
    { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) },
  )
  let openedAtMs = 0
  policy.onBreak(() => {
    openedAtMs = Date.now()
  })

  async function attempt<T>(
    signal: AbortSignal,
    call: () => Promise<T>,
    failed: (result: T) => GatewayError | null,
  ): Promise<T> {
    type Outcome = { readonly result: T } | { readonly error: unknown }
    let outcome: Outcome | null = null
    try {
      await policy.execute(async () => {
        try {
          const result = await call()
          outcome = { result }
          const failure = failed(result)
          if (failure) throw failure
        } catch (error) {
          outcome ??= { error }
          if (!signal.aborted) throw error
          // A caller who goes away says nothing about the source, and least of all that it is well again.
          if (policy.state === CircuitState.HalfOpen) throw UNDECIDED
        }
      })
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw resting(source, openedAtMs + PAUSE_MS - Date.now())
      outcome ??= { error }
    }
    const settled = outcome as Outcome | null
    if (settled && 'result' in settled) return settled.result
    throw settled?.error
  }

  return {
    run(signal, call, failed) {
      // While one call tells, cockatiel has all others wait for it, as long as it may take.
      if (policy.state === CircuitState.HalfOpen) return Promise.reject(resting(source, RETRY_MS))
      const attempted = attempt(signal, call, failed ?? (() => null))
      const tells = policy.state !== CircuitState.Closed
      return tells && !failed ? within(PATIENCE_MS, attempted, () => resting(source, RETRY_MS)) : attempted
    },
    get state() {
      if (policy.state === CircuitState.Closed) return 'closed'
      return policy.state === CircuitState.HalfOpen || Date.now() - openedAtMs >= PAUSE_MS ? 'half-open' : 'open'
    },
  }
}

/** The promise, or the error where it takes longer; what the promise stands for goes on. */
function within<T>(milliseconds: number, promise: Promise<T>, late: () => GatewayError): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function isOutage(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'SOURCE_UNAVAILABLE'
}

function resting(source: string, retryAfterMs: number): GatewayError {
  const message = `${source} has not answered several times and is left alone for a moment.`
  return new GatewayError('SOURCE_UNAVAILABLE', message, { source, retryAfterMs: Math.max(0, retryAfterMs) })
}
