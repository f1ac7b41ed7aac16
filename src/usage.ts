import { AsyncLocalStorage } from 'node:async_hooks'

/** What one request cost at one source. */
export interface SourceUsage {
  /** Requests sent to the source, repetitions included. */
  calls: number
  /** Reads that were answered with a call another request had under way, or from the short cache. */
  shared: number
  /** Time spent in calls to the source, in milliseconds; calls side by side count each. */
  milliseconds: number
}

/** What one request cost, by source name. */
export type Usage = Map<string, SourceUsage>

const running = new AsyncLocalStorage<Usage>()
/** Beside the usage, for most requests have none. */
const failures = new WeakMap<Usage, Map<string, Set<string>>>()
const NONE: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/** Runs `work` and notes in `usage` what it costs at the sources. */
export function withUsage<T>(usage: Usage, work: () => T): T {
  return running.run(usage, work)
}

/** The request that is being answered, to tell it from others; `null` where none is: at the start, in a probe. */
export function currentRequest(): object | null {
  return running.getStore() ?? null
}

export function countCall(source: string): void {
  const usage = of(source)
  if (usage) usage.calls += 1
}

export function countShared(source: string): void {
  const usage = of(source)
  if (usage) usage.shared += 1
}

/** Notes that the source failed with this code while the request was answered. */
export function countFailure(source: string, code: string): void {
  const usage = running.getStore()
  if (!usage) return
  const bySource = failures.get(usage) ?? new Map<string, Set<string>>()
  failures.set(usage, bySource)
  const codes = bySource.get(source) ?? new Set()
  bySource.set(source, codes.add(code))
}

/** What sources failed with while the request was answered: codes by source name. */
export function failuresOf(usage: Usage): ReadonlyMap<string, ReadonlySet<string>> {
  return failures.get(usage) ?? NONE
}

export function countTime(source: string, milliseconds: number): void {
  const usage = of(source)
  if (usage) usage.milliseconds += milliseconds
}

/** `null` where no request is being answered: at the start, in a probe. */
function of(source: string): SourceUsage | null {
  const usage = running.getStore()
  if (!usage) return null
  const known = usage.get(source) ?? { calls: 0, shared: 0, milliseconds: 0 }
  usage.set(source, known)
  return known
}
