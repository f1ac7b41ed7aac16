import type { Logger } from '../model/logger.ts'
import type { WriteOutcome } from '../model/receipt.ts'
import type { CallOptions, Source } from '../sources/source.ts'
import { settleEntry } from './aftermath.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { isKnown, toKept } from './once.ts'
import type { DirectoryState } from './state.ts'

/** How long results stay under their idempotency keys. */
export const KEEP_RESULTS_MS = 48 * 60 * 60 * 1000

/**
 * Settles what a crash left: finds out for every write in flight whether it was done, keeps the result where it has a key, and
 * forgets the write otherwise. One with a key whose outcome can't be told stays, for the next start or whoever asks with its key;
 * so does one whose source can't be asked, for as long as results are kept. Also forgets results older than `KEEP_RESULTS_MS`.
 * Give it the sources before they take any write.
 */
export async function settleUnfinished(
  sources: readonly Source[],
  { journal }: Pick<DirectoryState, 'journal'>,
  options: CallOptions & { readonly log: Logger; readonly now?: () => number },
): Promise<void> {
  const keptSinceMs = (options.now ?? Date.now)() - KEEP_RESULTS_MS
  await journal.prune(keptSinceMs)
  for (const entry of await journal.unfinished()) {
    const { mark, key, begunAtMs, write } = entry
    const { source: name, type } = write
    const outcome = await settleOne(entry, sources, journal, options)
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

/** What became of the write; `null` where that can't be told yet. */
async function settleOne(
  entry: JournalEntry,
  sources: readonly Source[],
  journal: Journal,
  options: CallOptions & { readonly log: Logger },
): Promise<WriteOutcome | 'not done' | null> {
  const { source: name, type } = entry.write
  const source = sources.find((candidate) => candidate.name === name)
  if (!source) return null
  try {
    const result = await settleEntry(entry, source, options)
    if (result !== 'not done' && entry.key !== null && !isKnown(result)) return null
    await journal.finish(entry.mark, result === 'not done' ? null : toKept(result))
    return result === 'not done' ? result : (result.receipts[0]?.outcome ?? 'UNKNOWN')
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    options.log.error({ source: name, type, reason }, 'a write that was cut off could not be settled yet')
    return null
  }
}
