import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/model/fold.ts'
import type { Person } from '../../../src/model/person.ts'
import type { ListQuery, Order, PersonFilter } from '../../../src/model/query.ts'
import { carryOut, create, failureOf, names, openForWrite, openStore, signal, type TestStore, update } from './open.ts'

const BY_NAME = { by: 'NAME', direction: 'ASC' } as const

function list(store: TestStore, query: Partial<ListQuery<PersonFilter>> = {}) {
  return store.list.Person!(
    { filter: {}, order: null, limit: 100, cursor: null, backward: false, ...query },
    { signal },
  )
}

/** Every page, one after the other, in list order. */
async function walk(store: TestStore, query: Partial<ListQuery<PersonFilter>>, limit: number) {
  const all: string[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await list(store, { ...query, limit, cursor })
    const ids = page.entries.map(({ item }) => item.ref.id)
    if (query.backward) all.unshift(...ids)
    else all.push(...ids)
    if (!page.hasMore) return all
    cursor = (query.backward ? page.entries[0] : page.entries.at(-1))!.cursor
  }
}

describe('orders', () => {
  it('orders names without regard to case and accents, in any script', async () => {
    const store = await openStore()
    for (const firstName of ['zoe', 'Émile', 'adam', 'Łukasz', 'Emil', 'Ægir', 'Борис', 'mary', '山田', 'Ýmir']) {
      await create(store, 'Person', { firstName })
    }

    const forward = names(await list(store, { order: BY_NAME }))
    const descending = names(await list(store, { order: { by: 'NAME', direction: 'DESC' } }))

    expect(forward).toEqual(['adam', 'Ægir', 'Emil', 'Émile', 'Łukasz', 'mary', 'Ýmir', 'zoe', 'Борис', '山田'])
    expect(descending).toEqual(forward.toReversed())
  })

  it('orders by creation and by update', async () => {
    const store = await openStore()
    const ids: string[] = []
    for (const firstName of ['Ann', 'Bob', 'Cem']) {
      ids.push(await create(store, 'Person', { firstName }))
      store.clock.ms += 1000
    }
    await update(store, 'Person', ids[0]!, { nickname: 'Annie' })

    expect(names(await list(store, { order: { by: 'CREATED_AT', direction: 'DESC' } }))).toEqual(['Cem', 'Bob', 'Ann'])
    expect(names(await list(store, { order: { by: 'UPDATED_AT', direction: 'ASC' } }))).toEqual(['Bob', 'Cem', 'Ann'])
  })
})

describe('paging', () => {
  it('goes both ways through every order, whatever the page size, and agrees with the whole list', async () => {
    const store = await openStore({ seed: true })
    const whole = (await list(store)).entries.map(({ item }) => item)
    const key: Record<Order['by'], (person: Person) => string> = {
      NAME: (person) => foldText(person.displayName),
      CREATED_AT: (person) => person.createdAt!,
      UPDATED_AT: (person) => person.updatedAt!,
    }
    const filters: readonly (readonly [PersonFilter, (person: Person) => boolean])[] = [
      [{}, () => true],
      [{ tag: 'donor' }, ({ tags }) => tags!.includes('Donor')],
      [{ search: 'okafor' }, ({ displayName }) => displayName.includes('Okafor')],
      [{ updatedSince: '2026-01-05T10:20:00Z' }, ({ updatedAt }) => updatedAt! >= '2026-01-05T10:20:00.000Z'],
      [
        { tag: 'donor', updatedSince: '2026-01-05T10:20:00Z' },
        ({ tags, updatedAt }) => tags!.includes('Donor') && updatedAt! >= '2026-01-05T10:20:00.000Z',
      ],
    ]

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...filters),
        fc.option(
          fc.record({
            by: fc.constantFrom('NAME', 'CREATED_AT', 'UPDATED_AT'),
            direction: fc.constantFrom('ASC', 'DESC'),
          }),
        ),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        async ([filter, matches], order, limit, backward) => {
          const sign = order?.direction === 'DESC' ? -1 : 1
          const expected = whole.filter(matches)
          if (order) {
            expected.sort((a, b) => {
              const [x, y] = [key[order.by](a), key[order.by](b)]
              return sign * (x < y ? -1 : x > y ? 1 : whole.indexOf(a) - whole.indexOf(b))
            })
          }

          expect(await walk(store, { filter, order, backward }, limit)).toEqual(expected.map(({ ref }) => ref.id))
          expect((await list(store, { filter, order, limit, backward })).totalCount).toBe(expected.length)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('neither repeats nor loses anybody who stays while others come and go', async () => {
    const store = await openStore()
    const ids: string[] = []
    for (const firstName of ['B', 'D', 'F', 'H']) ids.push(await create(store, 'Person', { firstName }))
    const first = await list(store, { order: BY_NAME, limit: 2 })
    const cursor = first.entries[1]!.cursor

    // The very record of the cursor goes; one comes before it, one after.
    await carryOut(store, (await openForWrite(store, 'Person', ids[1]!)).delete!())
    await create(store, 'Person', { firstName: 'A' })
    await create(store, 'Person', { firstName: 'E' })

    const after = await list(store, { order: BY_NAME, cursor })
    const before = await list(store, { order: BY_NAME, cursor, backward: true })
    expect(names(after)).toEqual(['E', 'F', 'H'])
    expect(after).toMatchObject({ hasMore: false, totalCount: 5 })
    expect(names(before)).toEqual(['A', 'B'])
  })

  it('tells people of one name apart', async () => {
    const store = await openStore()
    for (let count = 0; count < 5; count++)
      await create(store, 'Person', { firstName: 'Same', nickname: String(count) })

    const ids = await walk(store, { order: BY_NAME }, 2)

    expect(new Set(ids).size).toBe(5)
  })

  it('refuses cursors of other lists and edited ones', async () => {
    const store = await openStore({ seed: true })
    const byName = (await list(store, { order: BY_NAME, limit: 3 })).entries[2]!.cursor
    const plain = (await list(store, { limit: 3 })).entries[2]!.cursor
    const ofUser = (
      await store.list.User!({ filter: {}, order: null, limit: 1, cursor: null, backward: false }, { signal })
    ).entries[0]!.cursor
    const edited = Buffer.from(Buffer.from(plain, 'base64url').toString().replace(/\d+$/, '9')).toString('base64url')

    for (const [cursor, order] of [
      [byName, null],
      [plain, BY_NAME],
      [byName, { by: 'NAME', direction: 'DESC' }],
      [ofUser, null],
      [edited, null],
      ['', null],
      ['nonsense', null],
      ['ünlesbar', BY_NAME],
    ] as const) {
      expect((await failureOf(() => list(store, { cursor, order }))).code).toBe('INVALID_INPUT')
    }
  })

  it('takes no text whatever for a cursor', async () => {
    const store = await openStore()

    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (cursor) => {
        expect((await failureOf(() => list(store, { cursor }))).code).toBe('INVALID_INPUT')
      }),
    )
  })
})
