import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/sources/store/database.ts'
import { createRememberedReads, type RememberedReadsOptions } from '../../../src/sources/store/remembered-reads.ts'
import { create, names, openStore, signal, temporaryFolder, update } from './open.ts'

/** Reads that give the names in `people`, counted; and another connection, which writes. */
async function openReads(options: RememberedReadsOptions = {}) {
  const file = join(temporaryFolder(), 'kith.db')
  const [database, writing] = [openDatabase(file, 'own'), openDatabase(file, 'own')]
  onTestFinished(async () => {
    await Promise.all([database.destroy(), writing.destroy()])
  })
  const insert = (id: string) =>
    sql`INSERT INTO marks (mark, done_at) VALUES (${id}, '2026-01-01T00:00:00.000Z')`.execute(writing)
  await insert('first')
  const reads = createRememberedReads(database, options)
  const counted = { calls: 0 }
  const readAll = async () => {
    counted.calls += 1
    return (await database.selectFrom('marks').select('mark').execute()).map(({ mark }) => mark)
  }
  const ask = (key = 'all', read: () => Promise<readonly string[]> = readAll) => reads.read(key, read)
  return { reads, ask, readAll, insert, counted }
}

/** Time that stands still until it is moved on. */
function createAfter() {
  let due: { readonly ms: number; readonly callback: () => void } | null = null
  let nowMs = 1
  return {
    now: () => nowMs,
    after(ms: number, callback: () => void) {
      due = { ms, callback }
      return () => {
        due = null
      }
    },
    waiting: () => due !== null,
    pass() {
      const { ms, callback } = due!
      due = null
      nowMs += ms
      callback()
      return ms
    },
  }
}

describe('remembered reads', () => {
  it('give the same answer from the second time on, and read no more', async () => {
    const { ask, counted } = await openReads()

    const answers = [await ask(), await ask(), await ask(), await ask()]

    expect(counted.calls).toBe(2)
    expect(answers[3]).toEqual(['first'])
    expect(answers[3]).toBe(answers[1])
  })

  it('are told apart by their key', async () => {
    const { ask } = await openReads()
    for (let time = 0; time < 3; time++) await ask('ann', async () => ['Ann'])

    const answer = await ask('bob', async () => ['Bob'])

    expect(answer).toEqual(['Bob'])
  })

  it('are read anew after every commit of another connection', async () => {
    const { ask, insert, counted } = await openReads()
    const seen: number[] = []

    for (let number = 0; number < 20; number++) {
      for (let time = 0; time < 3; time++) await ask()
      await insert(`mark ${number}`)
      seen.push((await ask()).length)
    }

    expect(seen).toEqual(Array.from({ length: 20 }, (_, number) => number + 2))
    expect(counted.calls).toBe(20 * 2 + 1)
  })

  it('do not give again what was on its way while somebody wrote', async () => {
    const { ask, readAll, insert } = await openReads()
    await ask()
    const overtaken = await ask('all', async () => {
      const answer = await readAll()
      await insert('second')
      return answer
    })

    const next = await ask()

    expect(overtaken).toEqual(['first'])
    expect(next).toEqual(['first', 'second'])
  })

  it('that overlap with writes never give what is older than their own beginning', async () => {
    const { ask, insert } = await openReads()
    let written = 1
    const write = async () => {
      for (let number = 0; number < 50; number++) {
        await insert(`mark ${number}`)
        written += 1
        await new Promise(setImmediate)
      }
    }
    const late: number[] = []
    const readOn = async () => {
      while (written < 51) {
        const before = written
        const { length } = await ask()
        if (length < before) late.push(length)
        await new Promise(setImmediate)
      }
    }

    await Promise.all([write(), ...Array.from({ length: 8 }, readOn)])

    expect(late).toEqual([])
  })

  it('that fail are not remembered', async () => {
    const { ask, counted } = await openReads()
    await ask()
    const failing = ask('all', () => Promise.reject(new Error('no disk')))

    await expect(failing).rejects.toThrow('no disk')
    expect(await ask()).toEqual(['first'])
    expect(counted.calls).toBe(2)
  })

  it('are forgotten a minute after they were used last, and not while they are', async () => {
    const clock = createAfter()
    const { ask, counted } = await openReads(clock)
    for (let time = 0; time < 2; time++) for (const key of ['used', 'unused']) await ask(key)
    const passed = [clock.pass(), clock.pass()]
    await ask('used')
    passed.push(clock.pass())
    counted.calls = 0

    await ask('used')
    await ask('unused')

    expect(passed.reduce((sum, ms) => sum + ms)).toBe(90_000)
    expect(counted.calls).toBe(1)
  })

  it('leave no timer behind once all are forgotten', async () => {
    const clock = createAfter()
    const { ask } = await openReads(clock)
    await ask()

    clock.pass()
    const halfway = clock.waiting()
    clock.pass()
    clock.pass()

    expect([halfway, clock.waiting()]).toEqual([true, false])
  })

  it('take no more room than they may', async () => {
    const { ask, counted } = await openReads({ maxBytes: 40_000 })
    const large = async () => {
      counted.calls += 1
      return ['x'.repeat(4000)]
    }
    const askAll = async () => {
      for (let number = 0; number < 20; number++) await ask(`${number}`, large)
    }
    await askAll()
    await askAll()
    counted.calls = 0

    for (let number = 19; number >= 0; number--) await ask(`${number}`, large)

    // Nine of them fit; each of the others is read.
    expect(counted.calls).toBe(11)
  })

  it('do not remember one answer that is very large', async () => {
    const { ask, counted } = await openReads({ maxBytes: 4000 })
    const large = async () => {
      counted.calls += 1
      return ['x'.repeat(1001)]
    }

    for (let time = 0; time < 4; time++) await ask('large', large)

    expect(counted.calls).toBe(4)
  })

  it('remember nothing once they are closed', async () => {
    const clock = createAfter()
    const { reads, ask, counted } = await openReads(clock)
    for (let time = 0; time < 3; time++) await ask()

    reads.close()
    for (let time = 0; time < 3; time++) await ask()

    expect(counted.calls).toBe(2 + 3)
    expect(clock.waiting()).toBe(false)
  })
})

const EVERYBODY = { filter: {}, order: null, limit: 10, cursor: null, backward: false } as const

describe('a store that is read again and again', () => {
  it('gives the same records, the same objects, while nothing changes', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const list = () => store.list.Person!(EVERYBODY, { signal })
    const get = async () => (await store.get.Person!([id, 'nobody'], { signal })) as readonly unknown[]
    await Promise.all([list(), get()])

    const [page, records] = [await list(), await get()]

    expect(await list()).toBe(page)
    expect(await get()).toBe(records)
    expect(records).toEqual([page.entries[0]!.item, null])
  })

  it.each([
    ['in memory', () => 'sqlite::memory:'],
    ['in a file', () => `sqlite:${join(temporaryFolder(), 'kith.db')}`],
  ])('shows its own writes to the very next read, %s', async (_where, makeUrl) => {
    const store = await openStore({ url: makeUrl() })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const seen: unknown[] = []

    for (let number = 0; number < 10; number++) {
      for (let time = 0; time < 3; time++) {
        await store.list.Person!(EVERYBODY, { signal })
        await store.get.Person!([id], { signal })
      }
      await update(store, 'Person', id, { jobTitle: `Title ${number}` })
      const { entries } = await store.list.Person!(EVERYBODY, { signal })
      const [record] = await store.get.Person!([id], { signal })
      seen.push([entries[0]!.item.jobTitle, record])
    }

    expect(seen).toMatchObject(
      Array.from({ length: 10 }, (_, number) => [`Title ${number}`, { jobTitle: `Title ${number}` }]),
    )
  })

  it('shows what another process has written', async () => {
    const file = join(temporaryFolder(), 'kith.db')
    const store = await openStore({ url: `sqlite:${file}` })
    await create(store, 'Person', { firstName: 'Ann' })
    const list = () => store.list.Person!(EVERYBODY, { signal })
    for (let time = 0; time < 3; time++) await list()

    const script = `
      const { DatabaseSync } = require('node:sqlite')
      const database = new DatabaseSync(process.argv[1])
      database.exec("UPDATE records SET display_name = 'Bob'")
      database.close()`
    execFileSync(process.execPath, ['--input-type=commonjs', '-e', script, file])
    const page = await list()

    expect(names(page)).toEqual(['Bob'])
  })

  it('tells ages as of the day it is asked', async () => {
    const store = await openStore()
    store.clock.ms = Date.UTC(2026, 5, 1)
    const id = await create(store, 'Person', { firstName: 'Ann', birthDate: { year: 2000, month: 6, day: 3 } })
    const readAge = async () => {
      const [record] = await store.get.Person!([id], { signal })
      return record && 'approximateAge' in record ? record.approximateAge : null
    }
    for (let time = 0; time < 3; time++) await readAge()

    const before = await readAge()
    store.clock.ms = Date.UTC(2026, 5, 3)
    const after = await readAge()

    expect([before, after]).toEqual([25, 26])
  })
})
