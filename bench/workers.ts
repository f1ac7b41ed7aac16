/**
 * What a second worker brings: kith with `server.workers` 1 and 2, each running, measured in turn: requests a second, as a ratio
 * within each round, of which the median is told. `node bench/workers.ts`, which takes under a minute.
 *
 * The load comes from this process, which needs a core of its own while it measures. Where there are two, a second worker has
 * but what the load and one worker leave: ratios near 1 say so, and nothing of a larger machine. Printed beside is how much of the
 * cores two workers had (one can't use more than 1), and what a request costs them in processor time as a ratio to what it costs one:
 * that depends least on what else the machine does, and says what serving side by side takes.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runLoad } from './harness/load.ts'
import { readCpuMs } from './harness/process.ts'
import { prepareQuestions } from './harness/questions.ts'
import { median } from './harness/report.ts'
import { ROWS } from './harness/rows.ts'
import { STORED } from './harness/sizes.ts'
import { fill } from './harness/stage.ts'
import { startTarget, type Target } from './harness/target.ts'

const ROUNDS = 5
const CALLERS = 64
const SECONDS = 0.8
const MEASURED: ReadonlySet<string> = new Set(['Trivial', 'Stored'])
const MAIN = resolve(import.meta.dirname, '../src/main.ts')

interface Kith {
  readonly target: Target
  /** The processes that answer. */
  readonly pids: readonly number[]
}

await using opened = new AsyncDisposableStack()
const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
opened.defer(() => rm(folder, { recursive: true, force: true }))
const database = join(folder, 'kith.db')
await fill(database, STORED)
const [one, two] = [await start(1), await start(2)]

console.log(`${availableParallelism()} cores, ${CALLERS} callers, the load on one of the cores\n`)
for (const row of ROWS.filter(({ name }) => MEASURED.has(name))) {
  const asked = new Map<Kith, Parameters<typeof runLoad>[0]>()
  for (const kith of [one, two]) {
    const { target } = kith
    const questions = await prepareQuestions(row, target, { kith: target, floor: target })
    const load = { url: target.url, questions, callers: CALLERS }
    await runLoad({ ...load, requests: row.requests }) // warm
    const { requestsPerSecond } = await runLoad({ ...load, requests: row.requests })
    asked.set(kith, { ...load, requests: Math.ceil(requestsPerSecond * SECONDS) })
  }
  const ratios: number[] = []
  const cores: number[] = []
  const costs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await measure(one, asked.get(one)!)
    const both = await measure(two, asked.get(two)!)
    ratios.push(both.requestsPerSecond / alone.requestsPerSecond)
    cores.push(both.cores)
    costs.push(both.cpuMsEach / alone.cpuMsEach)
  }
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
  console.log(
    `${row.title}: ${median(ratios).toFixed(2)} times the requests of one worker (${spread}); two used ${median(cores).toFixed(2)} cores, and ${median(costs).toFixed(2)} times the processor time for each`,
  )
}

async function start(workers: number): Promise<Kith> {
  const config = join(folder, `${workers}.config.json`)
  const server = { port: 0, workers, journal: `./journal-${workers}.db`, logLevel: 'info' }
  const sources = { own: { kind: 'store', url: `sqlite:${database}` } }
  await writeFile(config, JSON.stringify({ server, avatars: { path: `./avatars-${workers}` }, sources }))
  const command = [MAIN, 'start', '--config', config]
  const target = await startTarget({ name: `${workers}`, command, directory: folder })
  opened.defer(() => target.stop())
  const { pid } = target
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const pids = workers === 1 ? [pid] : children.trim().split(' ').map(Number)
  return { target: { ...target, url: new URL('/graphql', target.url).href }, pids }
}

async function measure({ pids }: Kith, load: Parameters<typeof runLoad>[0]) {
  const [before, startedAt] = [await cpuMs(pids), performance.now()]
  const { requestsPerSecond } = await runLoad(load)
  const usedMs = (await cpuMs(pids)) - before
  return { requestsPerSecond, cores: usedMs / (performance.now() - startedAt), cpuMsEach: usedMs / load.requests }
}

async function cpuMs(pids: readonly number[]): Promise<number> {
  const times = await Promise.all(pids.map(readCpuMs))
  return times.reduce<number>((sum, time) => sum + (time ?? 0), 0)
}
