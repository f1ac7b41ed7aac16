import { describeMachine } from './machine.ts'
import { percentile, type Waited } from './paced.ts'
import { median } from './report.ts'

/** One round of one flood at one server. */
export interface Measured {
  readonly flood: string
  readonly target: string
  /** How long ordinary callers waited. */
  readonly alone: Waited
  readonly beside: Waited
  /** Of one core: what the server takes for its ordinary callers, what with the flood, and what the flooder takes meanwhile. */
  readonly shareAlone: number | null
  readonly shareBeside: number | null
  readonly flooderShare: number | null
  /** Of the server, while it was flooded. */
  readonly memoryMb: number | null
  readonly tally: { readonly sent: number; readonly answered: number; readonly cutOff: number }
}

export interface FloodSettings {
  readonly rounds: number
  readonly seconds: number
  readonly callers: string
}

/** What ordinary callers may wait beside a flood, as a multiple of what they wait without. */
const AIM = 2

export function toFloodReport(measured: readonly Measured[], { rounds, seconds, callers }: FloodSettings): string {
  const settings = [...new Set(measured.map(({ flood, target }) => `${flood}\0${target}`))]
  const rows = settings.map((setting) => {
    const own = measured.filter(({ flood, target }) => `${flood}\0${target}` === setting)
    const [flood, target] = setting.split('\0')
    const at = (when: 'alone' | 'beside', share: number) => median(own.map((one) => percentile(one[when].times, share)))
    const ratios = own.map((one) => percentile(one.beside.times, 0.99) / percentile(one.alone.times, 0.99))
    const ratio = median(ratios)
    const p50 = `${at('alone', 0.5).toFixed(1)} → ${at('beside', 0.5).toFixed(1)}`
    const p99 = `${at('alone', 0.99).toFixed(1)} → ${at('beside', 0.99).toFixed(1)}`
    const spread = `${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
    const failed = own.reduce((sum, { beside }) => sum + beside.failed, 0)
    const shares = [
      `${percent(own.map((one) => one.shareAlone))} → ${percent(own.map((one) => one.shareBeside))}`,
      percent(own.map((one) => one.flooderShare)),
    ]
    const memory = median(own.map(({ memoryMb }) => memoryMb ?? Number.NaN))
    return `| ${flood} | ${target} | ${p50} | ${p99} | ${spread} | ${ratio <= AIM ? 'yes' : 'no'} | ${failed} | ${shares.join(' | ')} | ${memory.toFixed(0)} |`
  })
  return `${[
    '# What ordinary callers notice of a flood',
    `${describeMachine()}. ${callers}. Each flood comes from a process of its own, at the rate it is named for. ${rounds} interleaved rounds, ${seconds} s alone and ${seconds} s beside the flood; medians of the rounds, in brackets the least and the most.`,
    [
      '| flood | server | p50, ms, alone → beside | p99, ms, alone → beside | p99 as a ratio | within twice | failed | server, of a core, alone → beside | flooder, of a core | memory beside, MB |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n')}\n`
}

function percent(shares: readonly (number | null)[]): string {
  return `${(100 * median(shares.map((share) => share ?? Number.NaN))).toFixed(0)} %`
}
