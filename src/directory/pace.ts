import { GatewayError } from '../model/errors.ts'
import type { Source } from '../sources/source.ts'

/** Below this share of the limit, what is left is spread over the time until it is given anew. */
const SCARCE = 0.1
/** The longest a call waits for its turn; one that would wait longer is refused. */
const MAX_WAIT_MS = 1000

/** Keeps calls inside what a source has told of its rate limit, whoever else eats of it. */
export interface Pace {
  /**
   * Resolves when a call may be made: at once while there is plenty, in turn when little is left. Throws `RATE_LIMITED`, with
   * `retryAfterMs`, when nothing is left or the turn is too far off: nothing has been asked then.
   */
  turn(signal: AbortSignal): Promise<void>
}

/** `wait` is for tests. */
export function createPace(
  source: Pick<Source, 'name' | 'budget'>,
  { now = Date.now, wait = delay }: { readonly now?: () => number; readonly wait?: typeof delay } = {},
): Pace {
  let nextTurnMs = 0
  return {
    async turn(signal) {
      const budget = source.budget?.()
      if (!budget || budget.remaining === null || budget.resetAt === null) return
      const nowMs = now()
      const leftMs = Date.parse(budget.resetAt) - nowMs
      if (!(leftMs > 0)) return // what was told is about a time that has passed
      if (budget.remaining <= 0) throw spent(source.name, leftMs)
      if (budget.limit === null || budget.remaining > budget.limit * SCARCE) return
      const turnMs = Math.max(nowMs, nextTurnMs)
      if (turnMs - nowMs > MAX_WAIT_MS) throw spent(source.name, turnMs - nowMs)
      nextTurnMs = turnMs + leftMs / budget.remaining
      if (turnMs > nowMs) await wait(turnMs - nowMs, signal)
    },
  }
}

function spent(source: string, retryAfterMs: number): GatewayError {
  return new GatewayError('RATE_LIMITED', `What ${source} lets be asked for now is used up; nothing was sent.`, {
    source,
    retryAfterMs: Math.ceil(retryAfterMs),
  })
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, milliseconds)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
