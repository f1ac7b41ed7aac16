/** Time as the HTTP client sees it: replaced in tests, where nothing waits. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once, `ms` milliseconds from now, unless the returned function is called before. */
  after(ms: number, callback: () => void): () => void
}

export const systemTimers: Timers = {
  now: Date.now,
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** Resolves `ms` milliseconds from now; rejects with the signal's reason when it aborts before. */
export function sleep(ms: number, signal: AbortSignal, timers: Timers): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const cancel = timers.after(ms, () => {
      signal.removeEventListener('abort', stop)
      resolve()
    })
    function stop(): void {
      cancel()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
