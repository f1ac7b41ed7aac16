import { LRUCache } from 'lru-cache'
import { orAborted } from '../model/or-aborted.ts'

export interface SharedReadsOptions {
  /** How long an answer is given again, in milliseconds; 0: only while it is on its way. */
  readonly cacheTtlMs: number
  /** How many answers are kept at most. */
  readonly maxEntries?: number
  /** Hears of every read that took no call of its own. */
  readonly onShared?: () => void
}

/**
 * Lets reads that are the same at the same moment share one call. The answer is frozen where more than one gets it. Whoever goes
 * away stops waiting; the call itself ends when nobody waits any more.
 */
export interface SharedReads {
  read<T extends object | null>(key: string, signal: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** From now on nobody is given what was asked before: something has been written. */
  forget(): void
}

interface Flight {
  readonly answer: Promise<object | null>
  readonly controller: AbortController
  waiting: number
  shared: boolean
}

export function createSharedReads({ cacheTtlMs, maxEntries = 1000, onShared }: SharedReadsOptions): SharedReads {
  const flights = new Map<string, Flight>()
  const cache =
    cacheTtlMs > 0
      ? new LRUCache<string, { readonly answer: object | null }>({ max: maxEntries, ttl: cacheTtlMs })
      : null

  function begin(key: string, call: (signal: AbortSignal) => Promise<object | null>): Flight {
    const controller = new AbortController()
    const answer = call(controller.signal)
    const flight: Flight = { answer, controller, waiting: 0, shared: false }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    answer.then((value) => {
      // A write meanwhile has taken the flight off the map: its answer may be older than the write.
      if (cache && flights.get(key) === flight) cache.set(key, { answer: freeze(value) })
      land()
    }, land)
    return flight
  }

  return {
    async read(key, signal, call) {
      signal.throwIfAborted()
      const kept = cache?.get(key)
      const known = flights.get(key)
      if (kept || known) onShared?.()
      if (kept) return kept.answer as Awaited<ReturnType<typeof call>>
      if (known) known.shared = true
      const flight = known ?? begin(key, call)
      flight.waiting += 1
      try {
        const answer = await orAborted(flight.answer, signal)
        return (flight.shared ? freeze(answer) : answer) as Awaited<ReturnType<typeof call>>
      } finally {
        flight.waiting -= 1
        if (flight.waiting === 0 && signal.aborted) {
          if (flights.get(key) === flight) flights.delete(key)
          flight.controller.abort(signal.reason)
        }
      }
    },
    forget() {
      flights.clear()
      cache?.clear()
    },
  }
}

/** What is told only when it is asked for is left to be. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
  for (const key of Object.keys(value)) freeze(Object.getOwnPropertyDescriptor(value, key)?.value)
  return Object.freeze(value)
}
