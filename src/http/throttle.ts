import type { Timers } from './timers.ts'

export interface ThrottleOptions {
  /** Requests under way at once. */
  readonly concurrency: number
  /** Starts within any one second; below 1, one start in 1/n seconds. `undefined`: as many as come. */
  readonly requestsPerSecond: number | undefined
  readonly timers: Timers
}

/** Says when a request may start. First come, first served. */
export interface Throttle {
  /**
   * Resolves when a request may start, with the function that says it has ended. Rejects with the signal's reason when it aborts
   * before that; its place in the queue is then free.
   */
  acquire(signal: AbortSignal): Promise<() => void>
}

interface Waiting {
  readonly start: () => void
}

/** The limit of starts holds for every window of time, wherever it begins, as vendors count by windows of their own. */
export function createThrottle({ concurrency, requestsPerSecond, timers }: ThrottleOptions): Throttle {
  const waiting = new Set<Waiting>()
  const perWindow =
    requestsPerSecond === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(requestsPerSecond))
  const windowMs = requestsPerSecond === undefined ? 0 : (perWindow / requestsPerSecond) * 1000
  /** When the last `perWindow` requests started, oldest first. */
  const starts: number[] = []
  let running = 0
  let cancelAlarm: (() => void) | null = null

  function release(): void {
    running--
    startWaiting()
  }

  function startWaiting(): void {
    for (const next of waiting) {
      if (running >= concurrency || cancelAlarm !== null) return
      const waitMs = starts.length < perWindow ? 0 : (starts[0] as number) + windowMs - timers.now()
      if (waitMs > 0) {
        wakeIn(waitMs)
        return
      }
      waiting.delete(next)
      if (requestsPerSecond !== undefined) {
        starts.push(timers.now())
        if (starts.length > perWindow) starts.shift()
      }
      running++
      next.start()
    }
  }

  function wakeIn(ms: number): void {
    cancelAlarm = timers.after(Math.ceil(ms), () => {
      cancelAlarm = null
      startWaiting()
    })
  }

  return {
    acquire(signal) {
      if (requestsPerSecond === undefined && running < concurrency && waiting.size === 0 && !signal.aborted) {
        running++
        return Promise.resolve(once(release))
      }
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        const place: Waiting = {
          start() {
            signal.removeEventListener('abort', leave)
            resolve(once(release))
          },
        }
        function leave(): void {
          waiting.delete(place)
          if (waiting.size === 0) {
            cancelAlarm?.()
            cancelAlarm = null
          }
          reject(signal.reason)
        }
        signal.addEventListener('abort', leave, { once: true })
        waiting.add(place)
        startWaiting()
      })
    },
  }
}

function once(action: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    action()
  }
}
