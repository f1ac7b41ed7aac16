import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepDerived } from '../../src/http/derive.ts'
import { foldText } from '../../src/model/fold.ts'
import type { Organization } from '../../src/model/organization.ts'
import type { Order, Page } from '../../src/model/query.ts'
import { pageOfWhole } from '../../src/sources/whole-list.ts'

const idKey = (id: string) => (/^\d{1,9}$/.test(id) ? Number(id) : null)

function organization(id: number, displayName: string): Organization {
  return {
    type: 'Organization',
    ref: { source: 'any', id: String(id) },
    displayName,
    createdAt: null,
    updatedAt: null,
    version: null,
    raw: null,
    name: displayName,
    kind: null,
    about: null,
    website: null,
    parentId: null,
  }
}

/** All ids, page by page, in list order. */
function walk(records: readonly Organization[], order: Order | null, limit: number, backward: boolean): string[] {
  const ids: string[] = []
  for (let cursor: string | null = null; ; ) {
    const page: Page<Organization> = pageOfWhole(records, { order, limit, cursor, backward }, { idKey })
    const shown = page.entries.map(({ item }) => item.ref.id)
    if (backward) ids.unshift(...shown)
    else ids.push(...shown)
    if (!page.hasMore) return ids
    cursor = (backward ? page.entries[0] : page.entries.at(-1))?.cursor ?? null
  }
}

const records = fc.uniqueArray(
  fc.record({ id: fc.nat(5000), name: fc.oneof(fc.constantFrom('Ada', 'ada', 'Ádá', 'Bo', ''), fc.string()) }),
  { selector: ({ id }) => id, maxLength: 30 },
)
const orders = fc.constantFrom<Order | null>(null, { by: 'NAME', direction: 'ASC' }, { by: 'NAME', direction: 'DESC' })

describe('pageOfWhole', () => {
  it('shows every record once and in the same order, whatever the page size and direction', () => {
    fc.assert(
      fc.property(records, orders, fc.integer({ min: 1, max: 9 }), (list, order, limit) => {
        const all = list.map(({ id, name }) => organization(id, name))
        const whole = walk(all, order, 1000, false)

        expect(walk(all, order, limit, false)).toEqual(whole)
        expect(walk(all, order, limit, true)).toEqual(whole)
        expect([...whole].sort()).toEqual(all.map(({ ref }) => ref.id).sort())
      }),
    )
  })

  it('shows the same of a list that stays in memory, whichever order was asked for before', () => {
    fc.assert(
      fc.property(records, fc.array(orders, { minLength: 1 }), fc.boolean(), (list, asked, backward) => {
        const all = list.map(({ id, name }) => organization(id, name))
        const kept = [...all]
        keepDerived(kept)

        for (const order of asked) expect(walk(kept, order, 4, backward)).toEqual(walk(all, order, 4, backward))
      }),
    )
  })

  it('loses none of the records that stay when the one a cursor names has gone', () => {
    const all = [1, 2, 10, 20].map((id) => organization(id, `Name ${id}`))
    const first = pageOfWhole(all, { order: null, limit: 2, cursor: null, backward: false }, { idKey })
    const cursor = first.entries.at(-1)!.cursor

    const next = pageOfWhole(
      all.filter(({ ref }) => ref.id !== '2'),
      { order: null, limit: 2, cursor, backward: false },
      { idKey },
    )

    expect(next.entries.map(({ item }) => item.ref.id)).toEqual(['10', '20'])
  })

  it('orders ids as numbers and names as they are folded', () => {
    const all = [organization(10, 'Zoë'), organization(9, 'zoe'), organization(100, 'Ärger')]

    expect(walk(all, null, 10, false)).toEqual(['9', '10', '100'])
    expect(foldText('Zoë')).toBe(foldText('zoe'))
    expect(walk(all, { by: 'NAME', direction: 'ASC' }, 10, false)).toEqual(['100', '9', '10'])
  })

  it.each(['', 'x', '[]', '["a"]', '[1,2]', '[-1]', '{}', '[null]', '[1.5]'])('refuses the cursor %s', (cursor) => {
    expect(() => pageOfWhole([], { order: null, limit: 1, cursor, backward: false }, { idKey })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: ['after'] }),
    )
  })
})
