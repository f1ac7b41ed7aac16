import type { Logger } from '../model/logger.ts'
import type { CallOptions, Source } from '../sources/source.ts'
import { settleEntry } from './aftermath.ts'
import { toKept } from './once.ts'
import type { DirectoryState } from './state.ts'

/** How long results stay under their idempotency keys. */
export const KEEP_RESULTS_MS = 48 * 60 * 60 * 1000

/**
 * Settles what a crash left: finds out for every write in flight whether it was done, keeps the result where it has a key, and
 * forgets the write otherwise. One whose source can't be asked stays for the next start, or for whoever asks with its key. Also
 * forgets results older than `KEEP_RESULTS_MS`. Give it the sources before they take any write.
 */
export async function settleUnfinished(
  sources: readonly Source[],
  { journal }: Pick<DirectoryState, 'journal'>,
  options: CallOptions & { readonly log: Logger; readonly now?: () => number },
): Promise<void> {
  await journal.prune((options.now ?? Date.now)() - KEEP_RESULTS_MS)
  for (const entry of await journal.unfinished()) {
    const { source: name, type } = entry.write
    const source = sources.find((candidate) => candidate.name === name)
    if (!source) continue
    try {
      const result = await settleEntry(entry, source, options)
      await journal.finish(entry.mark, result === 'not done' ? null : toKept(result))
      const outcome = result === 'not done' ? 'not done' : (result.receipts[0]?.outcome ?? 'UNKNOWN')
      options.log.warn({ source: name, type, outcome }, 'a write that was cut off has been settled')
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      options.log.error({ source: name, type, reason }, 'a write that was cut off could not be settled yet')
    }
  }
}
