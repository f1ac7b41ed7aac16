/**
 * What the store's reads cost with 100 people and with many: medians, and their ratio. All are read from SQLite, past what the store
 * remembers of its answers, but the last. `node bench/store.ts [PEOPLE]` (default 100,000) fills databases in a temporary folder with
 * invented people.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { silentLogger } from '../src/model/logger.ts'
import type { Order, PersonFilter } from '../src/model/query.ts'
import type { Source } from '../src/sources/source.ts'
import { createCounts } from '../src/sources/store/counts.ts'
import { type Database, openDatabase } from '../src/sources/store/database.ts'
import { storeDefinition } from '../src/sources/store/index.ts'
import { listPage } from '../src/sources/store/list.ts'
import { createReader } from '../src/sources/store/read.ts'
import { fillStore } from '../test/sources/store/fill.ts'

const SIZES = [100, Number(process.argv[2] ?? 100_000)] as const
const SAMPLES = 60
const signal = new AbortController().signal

const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
try {
  const results = []
  for (const size of SIZES) results.push(await measureSize(size))
  print(results as [Map<string, number>, Map<string, number>])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measureSize(size: number): Promise<Map<string, number>> {
  const file = join(folder, `${size}.db`)
  const begun = performance.now()
  const filling = openDatabase(file, 'bench')
  await fillStore(filling, size)
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(filling)
  await filling.destroy()
  console.log(`${size} people filled in ${((performance.now() - begun) / 1000).toFixed(1)} s`)

  const settings = storeDefinition.settings.parse({ url: `sqlite:${file}` })
  const source = await storeDefinition.create('bench', settings, { log: silentLogger, now: Date.now, linkTo: null })
  const database = openDatabase(file, 'bench')
  const medians = new Map<string, number>()
  for (const [name, work] of await cases(database, source, size)) medians.set(name, await median(work))
  await database.destroy()
  await source.close?.()
  return medians
}

async function cases(
  database: Database,
  source: Source,
  size: number,
): Promise<readonly (readonly [string, () => Promise<unknown>])[]> {
  const reader = createReader(database, { source: 'bench', definitions: [], now: Date.now })
  const context = { database, reader, count: createCounts(database), source: 'bench' }
  const page = (filter: PersonFilter, order: Order | null = null, cursor: string | null = null) =>
    listPage('Person', { filter, order, limit: 100, cursor, backward: false }, context)
  const all = (await page({})).entries
  const ids = all.map(({ item }) => item.ref.id)
  const byName = { by: 'NAME', direction: 'ASC' } as const
  const byUpdate = { by: 'UPDATED_AT', direction: 'DESC' } as const
  const last = { filter: {}, order: byName, limit: 50, cursor: null, backward: true }
  const middle = (await listPage('Person', last, context)).entries[0]!.cursor
  const [organizationId] = all.flatMap(({ item }) => item.organizationId ?? [])
  let turn = 0
  return [
    ['one by id', () => reader.byId('Person', [ids[turn++ % ids.length]!])],
    ['100 by id', () => reader.byId('Person', ids)],
    ['page of 100', () => page({})],
    ['page of 100 by name', () => page({}, byName)],
    ['last page by name', () => page({}, byName, middle)],
    ['page by update, newest first', () => page({}, byUpdate)],
    ['search: a rare name', () => page({ search: 'person0000077' })],
    ['search: a common word', () => page({ search: 'engineer' })],
    ['search: one letter', () => page({ search: 'e' })],
    ['search: common, by name', () => page({ search: 'engineer' }, byName)],
    ['by e-mail', () => page({ email: 'person77@mail.example' })],
    ['by phone', () => page({ phone: '+1 555 010 0077' })],
    ['by rare tag', () => page({ tag: 'rare' })],
    ['by common tag', () => page({ tag: 'COMMON' })],
    ['by common tag, by name', () => page({ tag: 'common' }, byName)],
    ['by organization', () => page({ organizationId: organizationId! })],
    [
      'updated since: few',
      () => page({ updatedSince: new Date(Date.UTC(2026, 0, 1) + (size - 50) * 1000).toISOString() }),
    ],
    ['updated since: all', () => page({ updatedSince: '2020-01-01T00:00:00Z' })],
    ['common tag and word', () => page({ tag: 'common', search: 'engineer' })],
    [
      'page of 100, asked again',
      () => source.list.Person!({ filter: {}, order: null, limit: 100, cursor: null, backward: false }, { signal }),
    ],
  ]
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let sample = -10; sample < SAMPLES; sample++) {
    const begun = performance.now()
    await work()
    if (sample >= 0) times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[SAMPLES / 2]!
}

function print([few, many]: [Map<string, number>, Map<string, number>]): void {
  console.log(`\n${'median, ms'.padEnd(32)}${String(SIZES[0]).padStart(10)}${String(SIZES[1]).padStart(10)}     ratio`)
  for (const [name, small] of few) {
    const large = many.get(name)!
    console.log(
      `${name.padEnd(32)}${small.toFixed(3).padStart(10)}${large.toFixed(3).padStart(10)}${(large / small).toFixed(1).padStart(10)}`,
    )
  }
}
