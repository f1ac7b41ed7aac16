import { describe, expect, it } from 'vitest'
import { type ContactItem, withNormalizedValue } from '../../src/model/contact-item.ts'
import { diffItems, diffRecords, diffValues } from '../../src/model/diff.ts'
import { makePerson } from '../fakes/records.ts'

const item = (id: string, kind: ContactItem['kind'], value: string, rest: Partial<ContactItem> = {}): ContactItem =>
  withNormalizedValue({
    ...{ id, kind, value, type: null, address: null, label: null },
    ...{ isDefault: null, isOptedIn: null, createdAt: null, updatedAt: null, ...rest },
  })
const phone = item('1', 'PHONE', '+47 22 22 55 55')

describe('the difference of contact items', () => {
  it('is told of their members, the normalized value among them, and not of their times', () => {
    const after = [item('1', 'PHONE', '+47 22 22 55 56', { isDefault: true, updatedAt: '2024-01-01T00:00:00.000Z' })]

    const changes = diffItems([phone], after)

    expect(changes).toEqual([
      { path: 'contactItems.1.isDefault', before: null, after: true, repaired: null },
      { path: 'contactItems.1.normalizedValue', before: '+4722225555', after: '+4722225556', repaired: null },
      { path: 'contactItems.1.value', before: '+47 22 22 55 55', after: '+47 22 22 55 56', repaired: null },
    ])
  })

  it('is one change where an item came or went, with all it holds but its times', () => {
    const { createdAt: _created, updatedAt: _updated, ...shown } = { ...phone }

    expect(diffItems([phone], null)).toEqual([{ path: 'contactItems.1', before: shown, after: null, repaired: null }])
    expect(diffItems([], [phone])).toEqual([{ path: 'contactItems.1', before: null, after: shown, repaired: null }])
  })

  it('does not ask for the normalized value of what has the same kind and value', () => {
    const [before, after] = [{ ...phone }, { ...phone, label: 'Work' }]
    const normalizedValue = {
      enumerable: true,
      get: () => {
        throw new Error('was asked for')
      },
    }
    for (const one of [before, after]) Object.defineProperty(one, 'normalizedValue', normalizedValue)

    const changes = diffRecords(
      makePerson('a', '1', { contactItems: [before] }),
      makePerson('a', '1', { contactItems: [after] }),
    )

    expect(changes.map(({ path }) => path)).toEqual(['contactItems.1.label'])
  })
})

describe('the difference of custom fields', () => {
  const fields = (...pairs: readonly (readonly [string, string])[]) =>
    makePerson('a', '1', {
      customFields: pairs.map(([key, value]) => ({ key, value, label: null, type: 'TEXT' as const, options: null })),
    })

  it('is told by key, whatever their order', () => {
    const before = fields(['a', '1'], ['b', '2'])

    expect(diffRecords(before, fields(['b', '2'], ['a', '1']))).toEqual([])
    expect(diffRecords(before, fields(['b', '3'], ['a', '1']))).toEqual([
      { path: 'customFields.b', before: '2', after: '3', repaired: null },
    ])
    expect(diffRecords(before, fields(['a', '1']))).toEqual([
      { path: 'customFields.b', before: '2', after: null, repaired: null },
    ])
  })
})

describe('the difference of JSON values', () => {
  it('is told leaf by leaf, of lists as a whole, and takes what is absent for null', () => {
    const before = { a: { b: 1, c: [1], d: null }, e: 'x', f: {} }
    const after = { a: { b: 1, c: [2] }, f: null, g: { h: 1 } }

    expect(diffValues('raw', before, after)).toEqual([
      { path: 'raw.a.c', before: [1], after: [2], repaired: null },
      { path: 'raw.e', before: 'x', after: null, repaired: null },
      { path: 'raw.f', before: {}, after: null, repaired: null },
      { path: 'raw.g', before: null, after: { h: 1 }, repaired: null },
    ])
  })
})
