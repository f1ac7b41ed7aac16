import type { Capability } from '../model/capability.ts'
import type { CallOptions, Source } from '../sources/source.ts'
import { createSharedReads } from './shared-reads.ts'

/** How long an answer is good before it is asked for again, beside the requests. */
const GOOD_FOR_MS = 5 * 60_000
/** How long a probe may take. */
const PROBE_TIMEOUT_MS = 10_000

/**
 * What a source's account may do, asked once and then again now and then beside the requests: no request waits for it but those
 * that come before the first answer, each as long as it has time, and the last to leave ends it. While the source can't be asked anew, the last answer holds.
 */
export function rememberCapabilities(
  ask: Source['capabilities'],
  now: () => number = Date.now,
): (options: CallOptions) => Promise<ReadonlySet<Capability>> {
  let known: { readonly answer: ReadonlySet<Capability>; readonly atMs: number } | null = null
  const reads = createSharedReads({ cacheTtlMs: 0 })

  function probe(signal: AbortSignal): Promise<ReadonlySet<Capability>> {
    return reads.read('', signal, async (own) => {
      const answer = await ask({ signal: own })
      known = { answer, atMs: now() }
      return answer
    })
  }

  return async ({ signal }) => {
    signal.throwIfAborted()
    if (known === null) return probe(signal)
    if (now() - known.atMs > GOOD_FOR_MS) {
      const { answer } = known
      known = { answer, atMs: now() } // one probe for this time, whatever becomes of it
      probe(AbortSignal.timeout(PROBE_TIMEOUT_MS)).catch(() => undefined) // the last answer holds
    }
    return known.answer
  }
}
