import { cpus } from 'node:os'
import type { Row } from './rows.ts'

/** One round of one server. */
export interface Measured {
  readonly row: Row
  readonly callers: number
  /** Whether all callers ask the very same. */
  readonly same: boolean
  readonly round: number
  readonly target: string
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p99: number
  /** Processor time for one request. `null`: the system does not tell. */
  readonly cpuMs: number | null
  /** Upstream calls for one request. */
  readonly upstream: number
}

export interface Memory {
  readonly name: string
  readonly readyMs: number
  readonly mb: number | null
}

/** The tables, in Markdown: ratios to the floor first, then what was measured. */
export function toReport(
  measured: readonly Measured[],
  memory: readonly Memory[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): string {
  const names = memory.map(({ name }) => name)
  const settings = [...new Set(measured.map(settingOf))]
  const of = (setting: string, name: string) =>
    measured.filter((one) => settingOf(one) === setting && one.target === name)

  const ratios = settings.map((setting) => {
    const floor = of(setting, 'floor')
    const cells = names.slice(1).map((name) => {
      const own = of(setting, name)
      return spread(own.map((one, index) => one.requestsPerSecond / floor[index]!.requestsPerSecond))
    })
    return `| ${setting} | ${cells.join(' | ')} |`
  })
  const cpu = settings.map((setting) => {
    const floor = of(setting, 'floor')
    const cells = names.slice(1).map((name) => {
      const own = of(setting, name)
      return spread(own.map((one, index) => (floor[index]!.cpuMs ?? Number.NaN) / (one.cpuMs ?? Number.NaN)))
    })
    return `| ${setting} | ${cells.join(' | ')} |`
  })
  const details = settings.flatMap((setting) =>
    names.flatMap((name) => {
      const own = of(setting, name)
      if (own.length === 0) return []
      const middle = (read: (one: Measured) => number) => median(own.map(read))
      return `| ${setting} | ${name} | ${middle((one) => one.requestsPerSecond).toFixed(0)} | ${middle((one) => one.p50).toFixed(2)} | ${middle((one) => one.p99).toFixed(2)} | ${middle((one) => one.cpuMs ?? Number.NaN).toFixed(3)} | ${middle((one) => one.upstream).toFixed(2)} |`
    }),
  )
  const head = (...columns: readonly string[]) => `| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`
  return `${[
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; ${rounds} interleaved rounds of some ${seconds} s each; medians, in brackets the least and the most.`,
    '### Requests per second, as a ratio to the floor',
    [head('query', ...names.slice(1)), ...ratios].join('\n'),
    '### Processor time for a request: the floor’s as a ratio to the server’s own',
    [head('query', ...names.slice(1)), ...cpu].join('\n'),
    '### What was measured',
    [head('query', 'server', 'requests/s', 'p50, ms', 'p99, ms', 'CPU, ms/request', 'upstream calls'), ...details].join(
      '\n',
    ),
    '### At rest',
    [
      head('server', 'ready after, ms', 'memory after all rounds, MB'),
      ...memory.map(({ name, readyMs, mb }) => `| ${name} | ${readyMs.toFixed(0)} | ${mb?.toFixed(0) ?? '?'} |`),
    ].join('\n'),
  ].join('\n\n')}\n`
}

function settingOf({ row, callers, same }: Measured): string {
  return `${row.title}, ${callers === 1 ? '1 caller' : `${callers} callers${same ? ' asking the same' : ''}`}`
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function spread(values: readonly number[]): string {
  if (values.length === 0) return '–'
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`
}
