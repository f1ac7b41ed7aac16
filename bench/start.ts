/**
 * How long `kith start`, as it is shipped, takes from being called to its first answer, and what memory it then idles in: an own
 * store and five vendors, none of them simulated and none of them there. Beside it the floor, and Node doing nothing. Writes
 * `bench/RESULTS-start.md`.
 *
 *     node bench/start.ts [--starts 5]
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ask } from './harness/load.ts'
import { describeMachine } from './harness/machine.ts'
import { median } from './harness/report.ts'
import { fill } from './harness/stage.ts'
import { startTarget, type TargetOptions } from './harness/target.ts'

const { values } = parseArgs({ options: { starts: { type: 'string', default: '5' } } })
const STARTS = Number(values.starts)
const PROJECT = resolve(import.meta.dirname, '..')
const PEOPLE = 1000
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9'
/** Until whatever follows a start has been done. */
const SETTLED_MS = 3_000
const QUERY = `query Stored { people(first: 100, sources: ["own"]) {
  nodes { id displayName contactItems { id kind value isDefault } } pageInfo { endCursor hasNextPage } } }`

spawnSync(process.execPath, [join(PROJECT, 'scripts/build.ts')], { stdio: 'inherit' })
const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
try {
  await measureAll()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measureAll(): Promise<void> {
  const database = join(folder, 'kith.db')
  await fill(database, PEOPLE)
  await writeFile(join(folder, 'kith.config.json'), JSON.stringify(configure(database)))
  const kith = [join(PROJECT, 'bin/kith.js'), 'start']
  const floor = [join(PROJECT, 'bench/harness/floor.ts'), JSON.stringify({ upstream: NOWHERE, database })]
  const cache = (name: string) => ({ NODE_COMPILE_CACHE: join(folder, name) })
  const rounds: Round[] = []
  await firstAnswer('kith', kith, cache('kept'))
  for (let number = 0; number < STARTS; number++) {
    rounds.push({
      nothing: await runNothing(),
      floor: await firstAnswer('floor', floor, {}),
      first: await firstAnswer('kith', kith, cache(`new${number}`)),
      later: await firstAnswer('kith', kith, cache('kept')),
    })
  }
  const report = toReport([
    toLine('Node doing nothing', rounds, ({ nothing }) => ({ ms: nothing, mb: null })),
    toLine('floor', rounds, (round) => round.floor),
    toLine('kith, its very first start', rounds, ({ first }) => first),
    toLine('kith, every later start', rounds, ({ later }) => later),
  ])
  console.log(report)
  await writeFile(join(import.meta.dirname, 'RESULTS-start.md'), report)
}

interface Round {
  readonly nothing: number
  readonly floor: Start
  /** Nothing is kept of an earlier start. */
  readonly first: Start
  readonly later: Start
}

interface Start {
  /** From calling it to having its first answer. */
  readonly ms: number
  /** Memory, once it idles. */
  readonly mb: number | null
}

function configure(database: string): object {
  const signIn = { username: 'ada', password: 'invented' }
  return {
    server: { host: '127.0.0.1', port: 0, logLevel: 'error' },
    sources: {
      own: { kind: 'store', url: `sqlite:${database}` },
      donors: { kind: 'virtuous', url: NOWHERE, token: 'invented' },
      sales: { kind: 'leadsy', url: NOWHERE, ...signIn },
      office: { kind: 'onlyoffice-crm', url: NOWHERE, token: 'invented' },
      portal: { kind: 'onlyoffice-people', url: NOWHERE, token: 'invented' },
      doors: { kind: 'blusky', url: NOWHERE, ...signIn },
    },
  }
}

async function firstAnswer(
  name: string,
  command: readonly string[],
  environment: NonNullable<TargetOptions['environment']>,
): Promise<Start> {
  const startedAt = performance.now()
  const target = await startTarget({ name, command, directory: folder, environment })
  try {
    await ask(new URL('/graphql', target.url).href, { operationName: 'Stored', query: QUERY, variables: {} })
    const ms = performance.now() - startedAt
    await wait(SETTLED_MS)
    return { ms, mb: await target.memoryMb() }
  } finally {
    await target.stop()
  }
}

async function runNothing(): Promise<number> {
  const startedAt = performance.now()
  await once(spawn(process.execPath, ['-e', '0']), 'exit')
  return performance.now() - startedAt
}

function toLine(name: string, rounds: readonly Round[], of: (round: Round) => Start): string {
  const starts = rounds.map(of)
  const times = starts.map(({ ms }) => ms)
  const ratio = median(rounds.map((round) => of(round).ms / round.floor.ms))
  const memory = starts.flatMap(({ mb }) => (mb === null ? [] : [mb]))
  const spread = `${median(times).toFixed(0)} (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`
  return `| ${name} | ${spread} | ${ratio.toFixed(2)} | ${memory.length === 0 ? '–' : median(memory).toFixed(0)} |`
}

function toReport(lines: readonly string[]): string {
  return `${[
    '# How long a start takes',
    `${describeMachine()}. From calling the program to its first answer, a page of 100 people from the store; the five vendors that are configured besides are not there. Medians of ${STARTS} starts, in brackets the least and the most. What Node keeps of compiled code is missing at the very first start.`,
    [
      '| program | first answer after, ms | as a ratio to the floor | memory once it idles, MB |',
      '| --- | --- | --- | --- |',
      ...lines,
    ].join('\n'),
  ].join('\n\n')}\n`
}
