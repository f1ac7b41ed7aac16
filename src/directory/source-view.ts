import { CAPABILITIES } from '../model/capability.ts'
import { orAborted } from '../model/or-aborted.ts'
import type { Source } from '../sources/source.ts'
import type { SourceHealth, SourceView } from './directory.ts'
import { failure } from './failure.ts'
import type { DirectoryState } from './state.ts'

/** How long a look at a source is good for. */
const HEALTH_TTL_MS = 5_000
/** How long a look may take before the source counts as down. */
const HEALTH_TIMEOUT_MS = 5_000

/** A source as clients may look at it. */
export function createSourceView(source: Source, state: DirectoryState, signal: AbortSignal): SourceView {
  return {
    name: source.name,
    kind: source.kind,
    async capabilities() {
      const able = await source.capabilities({ signal })
      return CAPABILITIES.filter((capability) => able.has(capability))
    },
    health: () =>
      orAborted(readHealth(source, state), signal).catch((error: unknown) => {
        if (!signal.aborted) throw error
        const message = `${source.name} did not answer while the request had time.`
        return { status: 'UNKNOWN', latencyMs: null, checkedAt: null, message }
      }),
    budget: () => source.budget?.() ?? null,
    contactItemTypes: async () => (await source.contactItemTypes?.({ signal })) ?? null,
    customFieldDefinitions: async () => (await source.customFieldDefinitions?.({ signal })) ?? null,
  }
}

/** Asked by many at once, a source is looked at once. */
function readHealth(source: Source, state: DirectoryState): Promise<SourceHealth> {
  const known = state.health.get(source)
  const nowMs = Date.now()
  if (known && nowMs - known.atMs < HEALTH_TTL_MS) return known.result
  const result = look(source)
  state.health.set(source, { atMs: nowMs, result })
  return result
}

async function look(source: Source): Promise<SourceHealth> {
  const startedMs = performance.now()
  const seen = (status: SourceHealth['status'], message: string | null): SourceHealth => ({
    status,
    latencyMs: Math.round((performance.now() - startedMs) * 10) / 10,
    checkedAt: new Date().toISOString(),
    message,
  })
  try {
    await source.ping({ signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })
    return seen('UP', null)
  } catch (error) {
    const { code, message } = failure(error, source.name)
    // A source that answers, though not with what we want, is not down.
    const answers = code === 'RATE_LIMITED' || code === 'FORBIDDEN'
    return seen(answers ? 'DEGRADED' : 'DOWN', message)
  }
}
