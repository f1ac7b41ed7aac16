/**
 * What ordinary callers notice of others who flood the server: alone and beside each flood, on kith and on the floor, which suffers
 * what the machine suffers. Writes `bench/RESULTS-floods.md`.
 *
 *     node bench/floods.ts [--rounds 5] [--seconds 4]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Measured, toFloodReport } from './harness/flood-report.ts'
import type { Question } from './harness/load.ts'
import { runPaced } from './harness/paced.ts'
import { readCpuMs } from './harness/process.ts'
import { prepareQuestions } from './harness/questions.ts'
import { ROWS, type Row } from './harness/rows.ts'
import { openStage } from './harness/stage.ts'
import type { Target } from './harness/target.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
})
const ROUNDS = Number(values.rounds)
const SECONDS = Number(values.seconds)
const CALLERS = 8
const EVERY_MS = 100
const SETTLE_SECONDS = 1
const MIX: readonly Row['name'][] = ['One', 'Trivial', 'Items', 'One', 'Stored', 'Trivial']

/** At rates that one client reaches without effort, and that leave the machine time for those who are measured. */
const FLOODS = [
  { flood: 'distinct', title: '200 distinct documents a second', perSecond: 200, connections: 0 },
  { flood: 'invalid', title: '200 invalid documents a second', perSecond: 200, connections: 0 },
  { flood: 'largest', title: '10 of the largest documents a second', perSecond: 10, connections: 0 },
  { flood: 'slow', title: '1,000 slow connections', perSecond: 0, connections: 1000 },
] as const
type Flood = (typeof FLOODS)[number]

const stage = await openStage({ peers: false })
try {
  const measured: Measured[] = []
  const questions = new Map<Target, readonly Question[]>()
  for (const target of [stage.floor, stage.kith]) questions.set(target, await prepareMix(target))
  for (let round = -1; round < ROUNDS; round++) {
    for (const flood of FLOODS.filter(({ flood }) => values.only === undefined || values.only === flood)) {
      for (const target of [stage.floor, stage.kith]) {
        console.error(`round ${round + 1} of ${ROUNDS}, ${target.name}, ${flood.title}`)
        const one = await measure(flood, target, questions.get(target)!)
        if (round >= 0) measured.push(one) // the first one warms
      }
    }
  }
  const report = toFloodReport(measured, {
    rounds: ROUNDS,
    seconds: SECONDS,
    callers: `${CALLERS} callers, each with a question every ${EVERY_MS} ms: ${MIX.map(titleOf).join('; ')}`,
  })
  console.log(report)
  if (values.only === undefined) await writeFile(join(import.meta.dirname, 'RESULTS-floods.md'), report)
} finally {
  await stage.close()
}

function titleOf(name: Row['name']): string {
  return ROWS.find((row) => row.name === name)!.title
}

/** The ordinary questions of all rows, so that with each turn another is asked with other variables. */
async function prepareMix(target: Target): Promise<readonly Question[]> {
  const rows = MIX.map((name) => ROWS.find((row) => row.name === name)!)
  const prepared: (readonly Question[])[] = []
  for (const row of rows) prepared.push(await prepareQuestions(row, target, stage))
  return Array.from({ length: 64 * MIX.length }, (_, index) => {
    const asked = prepared[index % MIX.length]!
    return asked[Math.floor(index / MIX.length) % asked.length]!
  })
}

async function measure(flood: Flood, target: Target, questions: readonly Question[]): Promise<Measured> {
  const ordinary = { url: target.url, questions, callers: CALLERS, everyMs: EVERY_MS, seconds: SECONDS }
  await runPaced({ ...ordinary, seconds: SETTLE_SECONDS }) // whatever a flood before has left is done by now
  const alone = await withShares(() => runPaced(ordinary), [target])
  const { child, lines } = await startFlooder(flood, target)
  const flooder = { cpuMs: () => readCpuMs(child.pid!) }
  const beside = await withShares(() => runPaced(ordinary), [target, flooder])
  const memoryMb = await target.memoryMb()
  child.stdin!.end()
  const tally = JSON.parse((await lines.next()).value as string) as Measured['tally']
  await once(child, 'exit')
  return {
    flood: flood.title,
    target: target.name,
    alone: alone.done,
    beside: beside.done,
    shareAlone: alone.shares[0] ?? null,
    shareBeside: beside.shares[0] ?? null,
    flooderShare: beside.shares[1] ?? null,
    memoryMb,
    tally,
  }
}

interface Process {
  cpuMs(): Promise<number | null>
}

/** What `work` gives, and the processor time that each process took meanwhile, as a share of a core. */
async function withShares<T>(
  work: () => Promise<T>,
  processes: readonly Process[],
): Promise<{ readonly done: T; readonly shares: readonly (number | null)[] }> {
  const read = () => Promise.all(processes.map((one) => one.cpuMs()))
  const before = await read()
  const startedAt = performance.now()
  const done = await work()
  const elapsedMs = performance.now() - startedAt
  const after = await read()
  const shares = after.map((ms, index) => (ms === null ? null : (ms - (before[index] ?? 0)) / elapsedMs))
  return { done, shares }
}

async function startFlooder(
  flood: Flood,
  { url }: Target,
): Promise<{ child: ChildProcess; lines: AsyncIterator<string> }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'harness/flooder.ts'), JSON.stringify({ ...flood, url })],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const { value } = await lines.next()
  if (value !== 'ready') throw new Error('the flooder did not start')
  return { child, lines }
}
