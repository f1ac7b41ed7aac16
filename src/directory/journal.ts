import type { Json } from '../model/json.ts'
import type { FieldChange, SourceRequest } from '../model/receipt.ts'
import type { RecordType } from '../model/ref.ts'

/**
 * Remembers writes from just before their first request is sent until their outcome is known, so that a crash in between leaves
 * a fact to be found and no doubt; and the results of writes that carry an idempotency key, so that a repeated one is answered
 * and not done again. Every method is durable when it resolves, but for `forget`.
 */
export interface Journal {
  /** The write that carries this key of this caller, if it was sent; `null`: the key is free. */
  find(caller: string, key: string): Promise<JournalEntry | null>
  /** Remembers a write that is about to be sent. A key whose earlier write came to nothing passes to this one. */
  begin(entry: NewEntry): Promise<void>
  /** The outcome is known: keeps it where the write has a key, forgets the write otherwise, or with `null`. */
  finish(mark: string, result: Json | null): Promise<void>
  /**
   * The outcome of a write without a key is known. That it was forgotten survives the process; a crash of the machine may undo it,
   * and the write is then found unfinished and looked into once more, which sends nothing.
   */
  forget(mark: string): Promise<void>
  /** Writes that were begun and never finished, by these owners or, without them, by anybody: what a crash left. */
  unfinished(owners?: readonly string[]): Promise<readonly JournalEntry[]>
  /** Forgets results kept since before `beforeMs` (milliseconds since 1970). */
  prune(beforeMs: number): Promise<void>
  close(): Promise<void>
}

export interface NewEntry {
  /** Names this write, here and at a source that can remember it: `SendOptions.mark`. */
  readonly mark: string
  readonly key: IdempotencyKey | null
  readonly write: PendingWrite
}

export interface IdempotencyKey {
  /** Whose key it is: keys of different callers never meet. */
  readonly caller: string
  /** 1 to 255 characters. */
  readonly key: string
  /** Of the operation and its whole input. The same key with another fingerprint is a conflict. */
  readonly fingerprint: string
}

/** As much of a write as settles it after a crash. */
export interface PendingWrite {
  readonly source: string
  readonly type: RecordType
  /** `null`: it creates a record. */
  readonly id: string | null
  readonly deletes: boolean
  readonly changes: readonly FieldChange[]
  readonly requests: readonly SourceRequest[]
  /** Of a create: ids that the source's search for such a record gave before it was sent. Absent: it can't tell. */
  readonly alike?: readonly string[]
}

export interface JournalEntry extends NewEntry {
  /** The kept result; `null` while the outcome is not known. */
  readonly result: Json | null
  /** Milliseconds since 1970. */
  readonly begunAtMs: number
}

/** A journal that lasts as long as the process and is its alone: for tests, and where nothing may be written to disk. */
export function createMemoryJournal(now: () => number = Date.now): Journal {
  const entries = new Map<string, JournalEntry>()
  return {
    async find(caller, key) {
      return [...entries.values()].find((entry) => entry.key?.caller === caller && entry.key.key === key) ?? null
    },
    async begin(entry) {
      const { key } = entry
      const came = key && (await this.find(key.caller, key.key))
      if (came && came.result === null) entries.delete(came.mark)
      entries.set(entry.mark, { ...entry, result: null, begunAtMs: now() })
    },
    async finish(mark, result) {
      const entry = entries.get(mark)
      if (entry?.key && result !== null) entries.set(mark, { ...entry, result })
      else entries.delete(mark)
    },
    async forget(mark) {
      entries.delete(mark)
    },
    async unfinished() {
      return [...entries.values()].filter(({ result }) => result === null)
    },
    async prune(beforeMs) {
      for (const [mark, { begunAtMs, result }] of entries)
        if (result !== null && begunAtMs < beforeMs) entries.delete(mark)
    },
    async close() {},
  }
}
