import { orAborted } from '../model/or-aborted.ts'

/** Reads that are the same at the same moment, done once. */
export interface SharedReads<T> {
  /**
   * What `key` names: remembered, being read already, or read now. A read under way ends when the last that waits for it has
   * gone. Rejects with the signal's reason when it aborts first.
   */
  read(key: string, signal: AbortSignal): Promise<T>
  /** After a write: what was read, or begun to be read, before it is given to nobody who asks from now on. */
  forget(): void
}

export interface SharedReadsOptions<T> {
  read(key: string, signal: AbortSignal): Promise<T>
  /** How long an answer is remembered, in milliseconds; 0: only as long as it is being read. */
  readonly keepMs: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export function createSharedReads<T>({ read, keepMs, now }: SharedReadsOptions<T>): SharedReads<T> {
  interface Running {
    readonly result: Promise<T>
    readonly controller: AbortController
    waiting: number
  }
  const running = new Map<string, Running>()
  const kept = new Map<string, { readonly result: Promise<T>; readonly untilMs: number }>()

  function start(key: string): Running {
    const controller = new AbortController()
    const entry: Running = { result: read(key, controller.signal), controller, waiting: 0 }
    running.set(key, entry)
    const isCurrent = () => running.get(key) === entry
    entry.result.then(
      () => {
        if (!isCurrent()) return
        running.delete(key)
        if (keepMs > 0) kept.set(key, { result: entry.result, untilMs: now() + keepMs })
      },
      () => {
        if (isCurrent()) running.delete(key)
      },
    )
    return entry
  }

  async function share(key: string, signal: AbortSignal): Promise<T> {
    const entry = running.get(key) ?? start(key)
    entry.waiting++
    try {
      return await orAborted(entry.result, signal)
    } finally {
      entry.waiting--
      if (entry.waiting === 0) {
        if (running.get(key) === entry) running.delete(key)
        entry.controller.abort(signal.reason)
      }
    }
  }

  return {
    read(key, signal) {
      if (signal.aborted) return Promise.reject(signal.reason)
      for (const [name, { untilMs }] of kept) if (untilMs <= now()) kept.delete(name)
      return kept.get(key)?.result ?? share(key, signal)
    },
    forget() {
      running.clear()
      kept.clear()
    },
  }
}
