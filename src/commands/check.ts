import { loadConfig } from '../config.ts'
import type { ConfiguredSource } from '../directory/source-pool.ts'
import { CAPABILITIES, type Capability } from '../model/capability.ts'
import { GatewayError } from '../model/errors.ts'
import { formatAssumptions } from './assumptions.ts'
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
  readonly name: string
  readonly kind: string
  /** `null`: it was not asked, for every caller has an account of their own there. */
  readonly answers: boolean | null
  readonly latencyMs: number
  /** What the account may do, or why the source fails. */
  readonly text: string
}

function neverLinked(): never {
  throw new Error('kith check sends no pictures')
}

/**
 * `kith check`: whether the configuration is sound, every source answers, what each account may do, and which settings stand for
 * what a vendor has not published.
 */
export async function checkSources(options: CheckOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, stop } = surroundings
  const config = await loadConfig({ ...surroundings, file: options.config })
  const log = createLog('warn', stderr)
  const open = await openSources(config.sources, ({ simulate }) => {
    const offersLinks = simulate || config.server.publicUrl !== undefined // as `kith start` has it
    return { log, now: Date.now, linkTo: offersLinks ? neverLinked : null }
  })
  try {
    const findings = await Promise.all(open.configured.map((configured) => probe(configured, stop)))
    stdout.write(formatTable(findings.map(toRow)))
    const asked = findings.filter(({ answers }) => answers !== null)
    const failed = asked.filter(({ answers }) => !answers)
    stdout.write(`\n${asked.length - failed.length} of ${asked.length} sources answer.\n`)
    stdout.write(formatAssumptions(config.sources))
    return failed.length === 0 ? EXIT.ok : EXIT.failure
  } finally {
    await open.close()
  }
}

async function probe(configured: ConfiguredSource, stop: AbortSignal): Promise<Finding> {
  const { source } = configured
  const { name, kind } = source
  if ('header' in configured) {
    const text = `every caller brings a token of their own, in the header ${configured.header}`
    return { name, kind, answers: null, latencyMs: 0, text }
  }
  const began = performance.now()
  const elapsedMs = () => Math.round(performance.now() - began)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(CHECK_TIMEOUT_MS)])
  try {
    await source.ping({ signal })
    const latencyMs = elapsedMs()
    return { name, kind, answers: true, latencyMs, text: summarize(await source.capabilities({ signal })) }
  } catch (error) {
    return { name, kind, answers: false, latencyMs: elapsedMs(), text: reasonOf(error) }
  }
}

/** Only our own errors are known to hold no secret. */
function reasonOf(error: unknown): string {
  if (error instanceof GatewayError) return `${error.code}: ${error.message}`
  return error instanceof DOMException ? `no answer within ${CHECK_TIMEOUT_MS / 1000} seconds` : 'unexpected error'
}

function toRow({ name, kind, answers, latencyMs, text }: Finding): readonly string[] {
  const verdict = answers === null ? 'not asked' : answers ? `answers in ${latencyMs} ms` : 'fails'
  return [name, kind, verdict, text]
}

/** `PERSON_READ`, `PERSON_LIST`, `AVATAR_UPLOAD` as `person: read, list; avatar: upload`. */
function summarize(capabilities: ReadonlySet<Capability>): string {
  const things = new Map<string, string[]>()
  for (const capability of CAPABILITIES.filter((candidate) => capabilities.has(candidate))) {
    const cut = capability.lastIndexOf('_')
    const thing = capability.slice(0, cut).toLowerCase().replaceAll('_', ' ')
    things.set(thing, [...(things.get(thing) ?? []), capability.slice(cut + 1).toLowerCase()])
  }
  return [...things].map(([thing, verbs]) => `${thing}: ${verbs.join(', ')}`).join('\n') || 'nothing'
}
