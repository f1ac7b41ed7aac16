import type { Timers } from '../../../src/http/timers.ts'

export interface ManualTimers extends Timers {
  /** Lets time pass; what is due is called back, in order. */
  advance(ms: number): void
}

/** Time that passes when the test says so. */
export function manualTimers(): ManualTimers {
  let now = Date.UTC(2026, 0, 1)
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>()
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback }
      pending.add(timer)
      return () => pending.delete(timer)
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...pending].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        pending.delete(next)
        now = next.at
        next.callback()
      }
      now = end
    },
  }
}

export interface SkippingTimers extends Timers {
  /** How long was waited, each time, in milliseconds. */
  readonly waits: readonly number[]
}

/** Time in which every wait is over at once, the clock moved on by it. Waits of `heldFromMs` and more (the deadline's) never end. */
export function skippingTimers(heldFromMs = 5000): SkippingTimers {
  let now = Date.UTC(2026, 0, 1)
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    after(ms, callback) {
      if (ms >= heldFromMs) return () => {}
      const immediate = setImmediate(() => {
        waits.push(ms)
        now += ms
        callback()
      })
      return () => clearImmediate(immediate)
    },
  }
}
