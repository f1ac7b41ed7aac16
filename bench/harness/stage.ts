import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../src/sources/store/database.ts'
import { fillStore } from '../../test/sources/store/fill.ts'
import { SMALL, STORED } from './sizes.ts'
import { startTarget, type Target } from './target.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const PEERS = ['plain-yoga', 'apollo', 'mercurius'] as const
export const KITH = 'kith'
export const FLOOR = 'floor'

/** Everything that is measured, and what it is measured with; in a temporary folder. */
export interface Stage {
  readonly targets: readonly Target[]
  readonly kith: Target
  readonly floor: Target
  /** Requests that the upstream has been sent. */
  upstreamCalls(): Promise<number>
  close(): Promise<void>
}

export interface StageOptions {
  readonly peers: boolean
  /** A folder that kith's processor profile is written to when it ends. */
  readonly profile?: string | undefined
  /** Whether kith's heap can be looked into. */
  readonly inspect?: boolean
}

export async function openStage({ peers, profile, inspect = false }: StageOptions): Promise<Stage> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const database = join(folder, 'kith.db')
  await fill(database, STORED)
  const start = async (name: string, file: string, ...rest: readonly string[]) => {
    const profiled = profile === undefined || name !== KITH ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`]
    const inspected = inspect && name === KITH ? ['--inspect=127.0.0.1:0'] : []
    const target = await startTarget({
      name,
      command: [...profiled, ...inspected, join(PROJECT, file), ...rest],
      directory: folder,
    })
    opened.defer(() => target.stop())
    return target
  }
  const upstream = await start('upstream', 'bench/harness/upstream.ts')
  const config = join(folder, 'kith.config.json')
  await writeFile(config, JSON.stringify(configure(upstream.url, database)))
  const given = JSON.stringify({ upstream: upstream.url, database })
  const floor = await start(FLOOR, 'bench/harness/floor.ts', given)
  const started = await start(KITH, 'src/main.ts', 'start', '--config', config)
  const kith = { ...started, url: new URL('/graphql', started.url).href }
  const others: Target[] = []
  if (peers) for (const peer of PEERS) others.push(await start(peer, `bench/peers/${peer}.ts`, given))
  const running = opened.move()
  return {
    targets: [floor, kith, ...others],
    kith,
    floor,
    async upstreamCalls() {
      const answer = await fetch(new URL('/calls', upstream.url))
      return ((await answer.json()) as { calls: number }).calls
    },
    close: () => running.disposeAsync(),
  }
}

/** kith as shipped: nothing is set that is not needed to find the upstream. */
function configure(upstream: string, database: string): object {
  const source = (name: string, rest = {}) => ({
    kind: 'virtuous',
    url: `${upstream}/${name}`,
    token: 'invented',
    ...rest,
  })

  return {
    server: { host: '127.0.0.1', port: 0, journal: './journal.db' },
    sources: {
      own: { kind: 'store', url: `sqlite:${database}` },
      in: source('in', { concurrency: 64 }),
      changing: source('changing', { concurrency: 64 }),
      groups: source('groups', { concurrency: 64, batchGroups: 10 }),
      ...Object.fromEntries(SMALL.map((name) => [name, source(name)])),
    },
  }
}

/** People with five contact items each. */
export async function fill(file: string, people: number): Promise<void> {
  const database = openDatabase(file, 'bench')
  await fillStore(database, people)
  for (const kind of ['URL', 'SOCIAL', 'OTHER']) {
    await sql`INSERT INTO contact_items (id, owner_pk, owner_type, kind, type_id, value, is_default, created_at, updated_at)
      SELECT lower(${kind}) || '-' || id, pk, 'Person', ${kind}, 'other', 'https://site.example/' || id, 0,
        created_at, updated_at
      FROM records WHERE type = 'Person'`.execute(database)
  }
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database)
  await database.destroy()
}
