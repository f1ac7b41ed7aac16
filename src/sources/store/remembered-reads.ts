import { LRUCache } from 'lru-cache'
import type { Database } from './database.ts'
import { rememberPerState } from './state.ts'

/**
 * Reads whose answers are given again, the same objects, while nothing in the database changes: nobody may change them. Only what is
 * asked for twice meanwhile is kept, so that where writes are frequent nothing is.
 */
export interface RememberedReads {
  /** `key` holds all that the answer depends on beside the database. */
  read<Answer extends object>(key: string, read: () => Promise<Answer>): Promise<Answer>
  /** Forgets everything, and keeps nothing any more. */
  close(): void
}

export interface RememberedReadsOptions {
  /** Rough size of what is kept at most, in bytes. */
  readonly maxBytes?: number
  /** Calls back once, `ms` milliseconds from now, unless the returned function is called before. Replaced in tests. */
  readonly after?: (ms: number, callback: () => void) => () => void
  /** Milliseconds since any moment. */
  readonly now?: () => number
}

/** So long without use, and an answer is forgotten: people's data is not to lie in memory for no use. */
const KEPT_MS = 60_000

/** Of one state of the database. */
interface Memory {
  readonly answers: LRUCache<string, object>
  /** What was asked for once; apart, so that answers do not push it out. */
  readonly asked: LRUCache<string, true>
}

export function createRememberedReads(
  database: Database,
  { maxBytes = 32 * 1024 * 1024, after = afterUnheld, now = () => performance.now() }: RememberedReadsOptions = {},
): RememberedReads {
  let present: Memory | null = null
  let cancel: (() => void) | null = null
  let closed = false
  const memoryNow = rememberPerState(database, () => {
    present = { answers: createMemory(maxBytes), asked: createMemory(maxBytes / 8) }
    return present
  })

  /** One for each state: without a number of entries to make room for, it costs nothing until it is used. */
  function createMemory<Value extends object | true>(maxSize: number): LRUCache<string, Value> {
    return new LRUCache({
      maxSize: Math.ceil(maxSize),
      maxEntrySize: Math.ceil(maxSize / 4),
      ttl: KEPT_MS,
      updateAgeOnGet: true,
      ttlResolution: 0,
      perf: { now },
    })
  }

  function forgetOld(): void {
    cancel = null
    present?.answers.purgeStale()
    present?.asked.purgeStale()
    forgetLater()
  }

  function forgetLater(): void {
    if (present && present.answers.size + present.asked.size > 0) cancel ??= after(KEPT_MS / 2, forgetOld)
  }

  return {
    async read<Answer extends object>(key: string, read: () => Promise<Answer>) {
      const { answers, asked } = await memoryNow()
      const known = answers.get(key)
      if (known) return known as Answer
      const answer = await read()
      if (closed) return answer
      // A write since may be in the answer already: the next one who asks sees that write, and finds nothing.
      if (asked.get(key)) answers.set(key, answer, { size: roughBytes(key) + roughBytes(answer) })
      else asked.set(key, true, { size: roughBytes(key) })
      forgetLater()
      return answer
    },
    close() {
      closed = true
      cancel?.()
      present?.answers.clear()
      present?.asked.clear()
    },
  }
}

/** What a value takes in memory, as far as it matters here: a word a field, a few an object, a text by its length. */
function roughBytes(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length
  if (typeof value !== 'object' || value === null) return 0
  let bytes = 24
  if (Array.isArray(value)) for (const item of value) bytes += 8 + roughBytes(item)
  else for (const key in value) bytes += 8 + roughBytes(value[key as keyof typeof value])
  return bytes
}

function afterUnheld(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms).unref()
  return () => clearTimeout(timer)
}
