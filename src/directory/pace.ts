import { setImmediate } from 'node:timers/promises'
import { GatewayError } from '../model/errors.ts'
import { orAborted } from '../model/or-aborted.ts'
import type { Source } from '../sources/source.ts'
import { currentRequest } from '../usage.ts'

/** Below this share of the limit, what is left is spread over the time until it is given anew. */
const SCARCE = 0.1
/** More than any request asks for at once: with so many calls left nothing needs to be added up. */
const AMPLE = 1000
/** The longest a request waits for its turn; one that would wait longer is refused. */
const MAX_WAIT_MS = 1000

/** Keeps calls inside what a source has told of its rate limit, whoever else eats of it. */
export interface Pace {
  /**
   * Does `work`, which makes `calls` calls or more: at once while there is plenty, in turn when little is left. What one request
   * asks for at the same moment is let through whole or not at all, and a request that has begun goes before those that have not.
   * Throws `RATE_LIMITED`, with `retryAfterMs`, when it does not fit or its turn is too far off: nothing of it has been asked then.
   */
  run<T>(calls: number, signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** What one request asks for at the same moment. */
interface Wave {
  calls: number
  /** Resolves when it may begin, its calls counted as under way. */
  readonly admitted: Promise<void>
}

interface Told {
  readonly limit: number | null
  readonly remaining: number
  /** Until more is given. */
  readonly leftMs: number
}

/** `now` and `wait` are for tests. */
export function createPace(
  source: Pick<Source, 'name' | 'budget'>,
  { now = Date.now, wait = delay }: { readonly now?: () => number; readonly wait?: typeof delay } = {},
): Pace {
  const waves = new Map<object, Wave>()
  const begun = new WeakSet<object>()
  let underWay = 0
  let ended = Promise.withResolvers<void>()
  let nextTurnMs = 0

  /** `null` where nothing is known that holds now. */
  function told(): Told | null {
    const budget = source.budget?.()
    if (!budget || budget.remaining === null || budget.resetAt === null) return null
    const leftMs = Date.parse(budget.resetAt) - now()
    return leftMs > 0 ? { limit: budget.limit, remaining: budget.remaining, leftMs } : null
  }

  function join(request: object, calls: number): Wave {
    const known = waves.get(request)
    if (known) {
      known.calls += calls
      return known
    }
    const gathered = setImmediate().then(() => {
      waves.delete(request)
      return admit(wave.calls, request)
    })
    gathered.catch(() => undefined) // all who asked may have gone
    const wave: Wave = { calls, admitted: gathered }
    waves.set(request, wave)
    return wave
  }

  async function admit(calls: number, request: object): Promise<void> {
    for (let left = told(); left !== null; left = told()) {
      if (calls > left.remaining) throw misfit(source.name, calls, left)
      // What is under way may be among what was told, or not yet: its answers will say.
      if (calls <= left.remaining - underWay) {
        underWay += calls
        return begun.has(request) ? undefined : takeTurn(calls, left, request)
      }
      await ended.promise
    }
    underWay += calls
  }

  async function takeTurn(calls: number, { limit, remaining, leftMs }: Told, request: object): Promise<void> {
    begun.add(request)
    if (limit === null || remaining > limit * SCARCE) return
    const waitMs = Math.max(0, nextTurnMs - now())
    if (waitMs > MAX_WAIT_MS) {
      end(calls)
      begun.delete(request)
      throw tooFar(source.name, waitMs)
    }
    nextTurnMs = now() + waitMs + (calls * leftMs) / remaining
    if (waitMs > 0) await wait(waitMs)
  }

  function end(calls: number): void {
    underWay -= calls
    ended.resolve()
    ended = Promise.withResolvers()
  }

  async function runInTurn<T>(calls: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const { admitted } = join(currentRequest() ?? {}, calls)
    await orAborted(admitted, signal).catch((error: unknown) => {
      admitted.then(
        () => end(calls),
        () => undefined,
      )
      throw error
    })
    try {
      return await work()
    } finally {
      end(calls)
    }
  }

  return {
    run(calls, signal, work) {
      const left = told()
      const isPlenty = left === null || (left.remaining > AMPLE && left.remaining > (left.limit ?? 0) * SCARCE)
      return isPlenty ? work() : runInTurn(calls, signal, work)
    },
  }
}

function misfit(source: string, calls: number, { remaining, leftMs }: Told): GatewayError {
  const needs = calls === 1 ? 'a call' : `${calls} calls or more`
  const left = remaining <= 0 ? 'none' : `only ${remaining}`
  const message = `This needs ${needs} to ${source}, which lets ${left} be made for now. Nothing of it was sent.`
  return new GatewayError('RATE_LIMITED', message, { source, retryAfterMs: Math.ceil(leftMs) })
}

function tooFar(source: string, waitMs: number): GatewayError {
  const message = `Little is left of what ${source} lets be asked for now, and it is kept for others. Nothing was sent.`
  return new GatewayError('RATE_LIMITED', message, { source, retryAfterMs: Math.ceil(waitMs) })
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
