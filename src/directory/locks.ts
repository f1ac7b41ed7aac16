import { orAborted } from '../model/or-aborted.ts'
import type { RecordType } from '../model/ref.ts'

/** Lets one at a time through for each key, in the order they came. Different keys do not wait for each other. */
export interface Locks {
  /** Runs `work` once everybody who came before with the same key is done. Rejects with the signal's reason when aborted while waiting. */
  run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
  /** How many keys are held. */
  readonly size: number
}

/** The lock of an idempotency key. Whoever takes a record's besides takes it after this one. */
export function lockOfKey(caller: string, key: string): string {
  return `key:${caller}:${key}`
}

export function lockOfRecord(type: RecordType, source: string, id: string): string {
  return `${type}:${source}:${id}`
}

export function createLocks(): Locks {
  const tails = new Map<string, Promise<void>>()

  async function run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = tails.get(key)
    const mine = Promise.withResolvers<void>()
    // Whoever gives up waiting must not let the next one past the one still working.
    const held = before ? before.then(() => mine.promise) : mine.promise
    const tail = held.then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    tails.set(key, tail)
    try {
      if (before) await orAborted(before, signal)
      signal.throwIfAborted()
      return await work()
    } finally {
      mine.resolve()
    }
  }

  return {
    run,
    get size() {
      return tails.size
    },
  }
}
