import { loadConfig } from '../config.ts'
import { CAPABILITIES, type Capability } from '../model/capability.ts'
import { GatewayError } from '../model/errors.ts'
import type { Source } from '../sources/source.ts'
import { createLog } from './log.ts'
import { openSources } from './open-sources.ts'
import { EXIT, type Surroundings } from './surroundings.ts'
import { formatTable } from './table.ts'

export interface CheckOptions {
  readonly config?: string
}

/** How long a source may take to answer. */
const CHECK_TIMEOUT_MS = 15_000

interface Finding {
  readonly source: Source
  readonly latencyMs: number
  readonly error: string | null
  readonly capabilities: ReadonlySet<Capability>
}

/** `kith check`: whether the configuration is sound, every source answers, and what each account may do. */
export async function checkSources(options: CheckOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, stop } = surroundings
  const config = await loadConfig({ ...surroundings, file: options.config })
  const log = createLog('warn', stderr)
  const open = await openSources(config.sources, () => ({ log, now: Date.now, linkTo: null }))
  try {
    const findings = await Promise.all(open.sources.map((source) => probe(source, stop)))
    stdout.write(formatTable(findings.map(toRow)))
    const failed = findings.filter(({ error }) => error !== null)
    stdout.write(`\n${findings.length - failed.length} of ${findings.length} sources answer.\n`)
    return failed.length === 0 ? EXIT.ok : EXIT.failure
  } finally {
    await open.close()
  }
}

async function probe(source: Source, stop: AbortSignal): Promise<Finding> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(CHECK_TIMEOUT_MS)])
  const began = performance.now()
  const latencyMs = () => Math.round(performance.now() - began)
  try {
    await source.ping({ signal })
    const answered = latencyMs()
    return { source, latencyMs: answered, error: null, capabilities: await source.capabilities({ signal }) }
  } catch (error) {
    // Only our own errors are known to hold no secret.
    const message = error instanceof GatewayError ? `${error.code}: ${error.message}` : 'unexpected error'
    return { source, latencyMs: latencyMs(), error: message, capabilities: new Set() }
  }
}

function toRow({ source, latencyMs, error, capabilities }: Finding): readonly string[] {
  const known = CAPABILITIES.filter((capability) => capabilities.has(capability))
  return [source.name, source.kind, error === null ? `answers in ${latencyMs} ms` : 'fails', error ?? summarize(known)]
}

/** `PERSON_READ`, `PERSON_LIST`, `AVATAR_UPLOAD` as `person: read, list; avatar: upload`. */
function summarize(capabilities: readonly Capability[]): string {
  const things = new Map<string, string[]>()
  for (const capability of capabilities) {
    const cut = capability.lastIndexOf('_')
    const thing = capability.slice(0, cut).toLowerCase().replaceAll('_', ' ')
    things.set(thing, [...(things.get(thing) ?? []), capability.slice(cut + 1).toLowerCase()])
  }
  return [...things].map(([thing, verbs]) => `${thing}: ${verbs.join(', ')}`).join('\n') || 'nothing'
}
