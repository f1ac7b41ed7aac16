import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Order, PersonFilter } from '../../../src/model/query.ts'
import { createCounts } from '../../../src/sources/store/counts.ts'
import { type Database, openDatabase } from '../../../src/sources/store/database.ts'
import { listPage } from '../../../src/sources/store/list.ts'
import { createReader } from '../../../src/sources/store/read.ts'
import { fillStore } from './fill.ts'

const SIZE = 2000
const BY_NAME = { by: 'NAME', direction: 'ASC' } as const

let database: Database
let asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = []

beforeAll(async () => {
  database = openDatabase(':memory:', 'own', (query) => asked.push(query))
  await fillStore(database, SIZE)
})
afterAll(() => database.destroy())

/** The page's names, and how SQLite answers each statement it took. */
async function explain(filter: PersonFilter, order: Order | null, limit = 10) {
  const reader = createReader(database, { source: 'own', definitions: [], now: Date.now })
  const context = { database, reader, count: createCounts(database), source: 'own' }
  asked = []
  const page = await listPage('Person', { filter, order, limit, cursor: null, backward: false }, context)
  const plans: string[] = []
  for (const query of [...asked]) {
    const { rows } = await database.executeQuery<{ detail: string }>({
      ...sql``.compile(database),
      sql: `EXPLAIN QUERY PLAN ${query.sql}`,
      parameters: query.parameters,
    })
    plans.push(...rows.map(({ detail }) => detail))
  }
  return { page, plans }
}

/** Steps that read a table or an index from one end to the other; `m` and subqueries are what was found before. */
function fullScans(plans: readonly string[]): readonly string[] {
  return plans.filter((step) => step.startsWith('SCAN') && !/VIRTUAL TABLE|^SCAN (m|\(subquery-\d+\))$/.test(step))
}

describe('query plans', () => {
  it.each([
    ['email', { email: 'person77@mail.example' }, 1],
    ['phone', { phone: '+15550100077' }, 1],
    ['search', { search: 'person0000077' }, 1],
    ['tag', { tag: 'rare' }, 50],
    ['organizationId', { organizationId: 'org-7' }, 20],
    ['updatedSince', { updatedSince: new Date(Date.UTC(2026, 0, 1) + (SIZE - 9) * 1000).toISOString() }, 10],
  ] as const)('answer the filter %s from an index, in any order', async (_name, filter, matches) => {
    for (const order of [null, BY_NAME, { by: 'UPDATED_AT', direction: 'DESC' }] as const) {
      const { page, plans } = await explain(filter, order)

      expect(page.totalCount).toBe(matches)
      expect(fullScans(plans), plans.join('\n')).toEqual([])
    }
  })

  it.each([BY_NAME, { by: 'CREATED_AT', direction: 'DESC' }, { by: 'UPDATED_AT', direction: 'ASC' }] as const)(
    'read a list by $by $direction from an index, sorting nothing',
    async (order) => {
      const { plans } = await explain({}, order)

      expect(fullScans(plans)).toEqual([])
      expect(plans.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([])
    },
  )

  it('walk in order where a filter matches very many, and sort where it matches few', async () => {
    const many = await explain({ tag: 'common' }, BY_NAME)
    const few = await explain({ tag: 'rare' }, BY_NAME)

    expect(many.plans.some((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toBe(false)
    expect(few.plans.some((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toBe(true)
  })

  it('give the same records whichever way is taken', async () => {
    for (const filter of [{ tag: 'common' }, { search: 'engineer' }, { tag: 'common', search: 'engineer' }] as const) {
      const walked = await explain(filter, BY_NAME, 5)
      const collected = await explain(filter, BY_NAME, 600)
      const ids = ({ page }: typeof walked) => page.entries.slice(0, 5).map(({ item }) => item.ref.id)

      expect(walked.plans.join()).not.toBe(collected.plans.join())
      expect(ids(walked)).toEqual(ids(collected))
      expect(walked.page.totalCount).toBe(collected.page.totalCount)
    }
  })
})
