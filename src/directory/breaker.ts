import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { GatewayError } from '../model/errors.ts'

/** So many failures after each other, and the source is left alone. */
const FAILURES = 5
/** For so long; then one call is let through to see. */
const PAUSE_MS = 10_000

/**
 * Leaves a source alone that fails again and again: calls are then answered at once with `SOURCE_UNAVAILABLE` and
 * `retryAfterMs`. Only a source that does not answer counts as failing; one that refuses is well.
 */
export interface Breaker {
  run<T>(signal: AbortSignal, call: () => Promise<T>, failed?: (result: T) => GatewayError | null): Promise<T>
  readonly state: 'closed' | 'half-open' | 'open'
}

export function createBreaker(source: string): Breaker {
  const policy = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: PAUSE_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  })
  let openedAtMs = 0
  policy.onBreak(() => {
    openedAtMs = Date.now()
  })

  return {
    async run(signal, call, failed = () => null) {
      type Outcome = { readonly result: Awaited<ReturnType<typeof call>> } | { readonly error: unknown }
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
            // A caller who goes away says nothing about the source.
            if (!signal.aborted) throw error
          }
        })
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw resting(source, openedAtMs)
        outcome ??= { error }
      }
      const settled = outcome as Outcome | null
      if (settled && 'result' in settled) return settled.result
      throw settled?.error
    },
    get state() {
      if (policy.state === CircuitState.Closed) return 'closed'
      return policy.state === CircuitState.HalfOpen || Date.now() - openedAtMs >= PAUSE_MS ? 'half-open' : 'open'
    },
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof GatewayError && error.code === 'SOURCE_UNAVAILABLE'
}

function resting(source: string, openedAtMs: number): GatewayError {
  const retryAfterMs = Math.max(0, openedAtMs + PAUSE_MS - Date.now())
  return new GatewayError(
    'SOURCE_UNAVAILABLE',
    `${source} has not answered several times and is left alone for a moment.`,
    {
      source,
      retryAfterMs,
    },
  )
}
