import type { Logger } from '../model/logger.ts'
import type { WriteOutcome } from '../model/receipt.ts'
import type { CallOptions, Source } from '../sources/source.ts'
import { settleEntry } from './aftermath.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { createLocks, type Locks, lockOfKey, lockOfRecord } from './locks.ts'
import { isKnown, toKept } from './once.ts'

/** How long results stay under their idempotency keys. */
export const KEEP_RESULTS_MS = 48 * 60 * 60 * 1000

/**
 * Settles what a crash left: finds out for every write in flight whether it was done, keeps the result where it has a key, and
 * forgets the write otherwise. One with a key whose outcome can't be told stays, for the next start or whoever asks with its key;
 * so does one whose source can't be asked, for as long as results are kept. Also forgets results older than `KEEP_RESULTS_MS`.
 * Give it the sources before they take any write; where other processes write already, the locks they share, and whose writes are
 * meant (`owners`; default: everybody's).
 */
export async function settleUnfinished(
  sources: readonly Source[],
  { journal, locks = createLocks() }: { readonly journal: Journal; readonly locks?: Locks },
  options: SettleOptions,
): Promise<void> {
  const keptSinceMs = (options.now ?? Date.now)() - KEEP_RESULTS_MS
  await journal.prune(keptSinceMs)
  for (const entry of await journal.unfinished(options.owners)) {
    const { mark, key, begunAtMs, write } = entry
    const { source: name, type } = write
    const outcome = await settleOne(entry, sources, { journal, locks }, options)
    if (outcome !== null) {
      options.log.warn({ source: name, type, outcome }, 'a write that was cut off has been settled')
    } else if (begunAtMs < keptSinceMs) {
      await journal.finish(mark, null)
      options.log.error({ source: name, type }, 'a write that was cut off was never settled and is forgotten')
    } else if (key === null && !sources.some((source) => source.name === name)) {
      options.log.error({ source: name, type }, 'a write that was cut off belongs to a source that is not configured')
    }
  }
}

export interface SettleOptions extends CallOptions {
  readonly log: Logger
  readonly now?: () => number
  readonly owners?: readonly string[] | undefined
}

/** What became of the write; `null` where that can't be told yet. */
async function settleOne(
  entry: JournalEntry,
  sources: readonly Source[],
  { journal, locks }: { readonly journal: Journal; readonly locks: Locks },
  options: SettleOptions,
): Promise<WriteOutcome | 'not done' | null> {
  const { mark, key } = entry
  const { source: name, type, id } = entry.write
  const source = sources.find((candidate) => candidate.name === name)
  if (!source) return null

  async function settleNow(asked: Source): Promise<WriteOutcome | 'not done' | null> {
    if (key !== null) {
      const known = await journal.find(key.caller, key.key)
      if (known?.mark !== mark || known.result !== null) return null // whoever asked with the key has settled it
    }
    const result = await settleEntry(entry, asked, options)
    if (result !== 'not done' && key !== null && !isKnown(result)) return null
    await journal.finish(mark, result === 'not done' || key === null ? null : toKept(result))
    return result === 'not done' ? result : (result.receipts[0]?.outcome ?? 'UNKNOWN')
  }
  const undisturbed = () =>
    id === null ? settleNow(source) : locks.run(lockOfRecord(type, name, id), options.signal, () => settleNow(source))
  try {
    return await (key === null ? undisturbed() : locks.run(lockOfKey(key.caller, key.key), options.signal, undisturbed))
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    options.log.error({ source: name, type, reason }, 'a write that was cut off could not be settled yet')
    return null
  }
}
