import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { create, openForWrite, openStore, signal, temporaryFolder } from './open.ts'

const CUSTOM_FIELDS = [
  { key: 'region', label: 'Region', type: 'CHOICE', options: ['North', 'South'] },
  { key: 'score', label: 'Score', type: 'NUMBER' },
]
const EVERYTHING = { filter: {}, order: null, limit: 100, cursor: null, backward: false } as const

describe('the seed', () => {
  it('is the same every time', async () => {
    const [one, other] = [
      await openStore({ seed: true, customFields: CUSTOM_FIELDS }),
      await openStore({ seed: true, customFields: CUSTOM_FIELDS }),
    ]

    for (const type of ['Person', 'User', 'Organization'] as const) {
      const [first, second] = [
        await one.list[type]!(EVERYTHING, { signal }),
        await other.list[type]!(EVERYTHING, { signal }),
      ]
      expect(first).toEqual(second)
      expect(first.totalCount).toBe({ Person: 40, User: 12, Organization: 8 }[type])
    }
  })

  it('leaves a database alone that holds anybody', async () => {
    const url = `sqlite:${join(temporaryFolder(), 'kith.db')}`
    const first = await openStore({ url })
    await create(first, 'Person', { firstName: 'Ann' })
    await first.close!()

    const second = await openStore({ url, seed: true })

    expect((await second.list.Person!(EVERYTHING, { signal })).totalCount).toBe(1)
  })

  it('holds only what could have been entered: writing it again changes nothing', async () => {
    const store = await openStore({ seed: true, customFields: CUSTOM_FIELDS })
    const { entries } = await store.list.Person!(EVERYTHING, { signal })

    for (const { item } of entries) {
      const open = await openForWrite(store, 'Person', item.ref.id)
      const { firstName, lastName, birthDate, jobTitle, organizationId, customFields } = item
      const fields = customFields!.map(({ key, value }) => ({ key, value }))
      const patch = { firstName, lastName, birthDate, jobTitle, customFields: fields }
      const items = item.contactItems!.map(({ id, value, isDefault }) => ({ id, value, isDefault }))

      expect(open.update!({ ...patch, organizationId: organizationId ?? null, addTags: item.tags! }).changes).toEqual(
        [],
      )
      expect(open.upsertContactItems!(items).changes).toEqual([])
    }
  })
})
