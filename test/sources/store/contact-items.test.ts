import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/model/compare.ts'
import type { ContactItemChange } from '../../../src/model/contact-item.ts'
import { diffRecords } from '../../../src/model/diff.ts'
import { CONTACT_ITEM_TYPES } from '../../../src/sources/store/contact-item-types.ts'
import { carryOut, create, failureOf, openForWrite, openStore, read, type TestStore } from './open.ts'

async function upsert(store: TestStore, id: string, changes: readonly ContactItemChange[]) {
  const plan = (await openForWrite(store, 'Person', id)).upsertContactItems!(changes)
  if (plan.requests.length > 0) await carryOut(store, plan)
  return { plan, items: (await read(store, 'Person', id)).contactItems! }
}

describe('upserting contact items', () => {
  it('adds what is not there, of the kind’s usual type, and touches nothing else', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'PHONE', value: '+442079460018', label: 'desk' },
    ])
    const [phone] = (await read(store, 'Person', id)).contactItems!

    const { items, plan } = await upsert(store, id, [{ kind: 'EMAIL', value: ' Ann@Example.org ' }])

    expect(items[0]).toEqual(phone)
    expect(items[1]).toMatchObject({
      kind: 'EMAIL',
      type: { id: 'home-email' },
      value: 'Ann@Example.org',
      normalizedValue: 'ann@example.org',
      isDefault: false,
      isOptedIn: null,
    })
    expect(plan.changes).toMatchObject([{ path: 'contactItems', before: null, after: { value: 'Ann@Example.org' } }])
  })

  it('finds the item by type and value, or by kind and value, however it is written', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { typeId: 'home-email', value: 'ann@example.org' },
      { typeId: 'work-email', value: 'ann@example.org' },
    ])

    const byType = await upsert(store, id, [{ typeId: 'work-email', value: 'ANN@example.org', label: 'office' }])
    const byKind = await upsert(store, id, [{ kind: 'EMAIL', value: 'ann@EXAMPLE.org', isOptedIn: true }])
    const same = await upsert(store, id, [{ typeId: 'work-email', value: 'ANN@example.org' }])

    expect(byType.items.map(({ label, value }) => [label, value])).toEqual([
      [null, 'ann@example.org'],
      ['office', 'ANN@example.org'],
    ])
    expect(byKind.items.map(({ isOptedIn }) => isOptedIn)).toEqual([true, null])
    expect(same.plan.requests).toEqual([])
  })

  it('changes the very item that the id names, its type and value too', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'EMAIL', value: 'ann@example.org', label: 'x' },
    ])
    const [item] = (await read(store, 'Person', id)).contactItems!

    const { items } = await upsert(store, id, [
      { id: item!.id, typeId: 'mobile-phone', value: '+1 555 010 0100', label: null },
    ])

    expect(items).toMatchObject([{ id: item!.id, kind: 'PHONE', value: '+1 555 010 0100', label: null }])
  })

  it('demotes the former default of the kind, and says so beforehand', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'EMAIL', value: 'a@example.org', isDefault: true },
      { kind: 'PHONE', value: '+15550100100', isDefault: true },
    ])
    const [former] = (await read(store, 'Person', id)).contactItems!

    const { items, plan } = await upsert(store, id, [{ kind: 'EMAIL', value: 'b@example.org', isDefault: true }])

    expect(items.map(({ isDefault }) => isDefault)).toEqual([false, true, true])
    expect(plan.changes).toContainEqual({
      path: `contactItems.${former!.id}.isDefault`,
      before: true,
      after: false,
      repaired: null,
    })
  })

  it('keeps an address in its parts, and changes one of them alone', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'ADDRESS', address: { street: '1 Mill Lane', city: 'Cork', country: 'Ireland' } },
    ])
    const [item] = (await read(store, 'Person', id)).contactItems!

    const { items } = await upsert(store, id, [{ id: item!.id, address: { city: 'Dublin', postalCode: 'D01' } }])
    const again = await upsert(store, id, [{ kind: 'ADDRESS', address: { ...items[0]!.address } }])

    expect(items).toMatchObject([
      {
        value: '1 Mill Lane, Dublin, D01, Ireland',
        address: { street: '1 Mill Lane', city: 'Dublin', region: null, postalCode: 'D01', country: 'Ireland' },
      },
    ])
    expect(again.plan.requests).toEqual([])
  })

  it.each<readonly [string, readonly ContactItemChange[], readonly string[]]>([
    ['an e-mail address without @', [{ kind: 'EMAIL', value: 'ann.example.org' }], ['0', 'value']],
    ['a telephone number that is none', [{ kind: 'PHONE', value: 'ring me' }], ['0', 'value']],
    ['a URL that is none', [{ kind: 'URL', value: 'javascript:alert(1)' }], ['0', 'value']],
    ['an empty value', [{ kind: 'OTHER', value: ' ' }], ['0', 'value']],
    ['no value', [{ kind: 'EMAIL' }], ['0', 'value']],
    ['a cleared value', [{ kind: 'EMAIL', value: null }], ['0', 'value']],
    ['a value without end', [{ kind: 'OTHER', value: 'a'.repeat(10_001) }], ['0', 'value']],
    ['an unknown type', [{ typeId: 'pager', value: '1' }], ['0', 'typeId']],
    ['a type of another kind', [{ typeId: 'fax', kind: 'EMAIL', value: 'a@b.example' }], ['0', 'kind']],
    ['neither kind nor type', [{ value: 'x' }], ['0', 'kind']],
    ['an unknown id', [{ id: 'nope', value: 'x' }], ['0', 'id']],
    ['an address for a phone', [{ kind: 'PHONE', value: '+15550100', address: { city: 'Cork' } }], ['0', 'address']],
    ['an address of nothing', [{ kind: 'ADDRESS', address: { city: ' ' } }], ['0', 'address']],
    ['a label without end', [{ kind: 'OTHER', value: 'x', label: 'a'.repeat(256) }], ['0', 'label']],
    [
      'the same twice',
      [
        { kind: 'OTHER', value: 'x' },
        { kind: 'OTHER', value: 'X ' },
      ],
      ['1', 'value'],
    ],
    [
      'two defaults',
      [
        { kind: 'OTHER', value: 'x', isDefault: true },
        { kind: 'OTHER', value: 'y', isDefault: true },
      ],
      ['1', 'isDefault'],
    ],
  ])('refuses %s at its path, and plans nothing of the rest', async (_what, changes, path) => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const open = await openForWrite(store, 'Person', id)

    expect(await failureOf(() => open.upsertContactItems!(changes))).toMatchObject({ code: 'INVALID_INPUT', path })
  })

  it('refuses to make two items of one type and value', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'EMAIL', value: 'a@b.example' },
      { kind: 'EMAIL', value: 'c@b.example' },
    ])
    const open = await openForWrite(store, 'Person', id)
    const [first] = open.record.contactItems!

    const error = await failureOf(() => open.upsertContactItems!([{ id: first!.id, value: 'C@b.example' }]))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['0', 'value'] })
  })

  it('does what the plan says, for any changes, and leaves one default a kind', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    let planned = 0
    const values = [
      'a@b.example',
      'A@b.example',
      'c@b.example',
      '+15550100100',
      '(555) 010-0100',
      'https://a.example',
      'x',
    ]
    const change = fc.record(
      {
        typeId: fc.constantFrom(...CONTACT_ITEM_TYPES.map((type) => type.id)),
        value: fc.constantFrom(...values),
        label: fc.constantFrom(null, 'one', 'two'),
        isDefault: fc.boolean(),
        isOptedIn: fc.constantFrom(true, false, null),
      },
      { requiredKeys: ['typeId', 'value'] },
    )

    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const open = await openForWrite(store, 'Person', id)
        let plan: ReturnType<NonNullable<typeof open.upsertContactItems>>
        try {
          plan = open.upsertContactItems!(changes)
        } catch (error) {
          expect(error).toMatchObject({ code: 'INVALID_INPUT' })
          return
        }
        planned++
        if (plan.requests.length > 0) await carryOut(store, plan)
        const after = await read(store, 'Person', id)

        const seen = diffRecords(open.record, after)
        expect(attribute(plan.changes, open.record, after)).toMatchObject({ unasked: [], missing: [], altered: [] })
        expect(seen).toHaveLength(plan.changes.length)
        expect(after.version === open.record.version).toBe(plan.requests.length === 0)
        const defaults = after.contactItems!.filter(({ isDefault }) => isDefault).map(({ kind }) => kind)
        expect(new Set(defaults).size).toBe(defaults.length)
      }),
      { numRuns: 300 },
    )
    expect(planned).toBeGreaterThan(50)
  })
})

describe('removing a contact item', () => {
  it('takes that one away and no other', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'EMAIL', value: 'a@b.example' },
      { kind: 'EMAIL', value: 'c@b.example' },
    ])
    const open = await openForWrite(store, 'Person', id)
    const [first, second] = open.record.contactItems!

    const plan = open.removeContactItem!(first!.id)
    await carryOut(store, plan)

    expect(plan.changes).toMatchObject([{ path: `contactItems.${first!.id}`, after: null }])
    expect((await read(store, 'Person', id)).contactItems).toEqual([second])
  })
})
