import { describe, expect, it } from 'vitest'
import { attribute, shows } from '../../src/model/compare.ts'
import type { ContactItem } from '../../src/model/contact-item.ts'
import type { Json } from '../../src/model/json.ts'
import type { FieldChange } from '../../src/model/receipt.ts'
import { makePerson, makeUser } from '../fakes/records.ts'

const change = (path: string, before: Json, after: Json): FieldChange => ({ path, before, after, repaired: null })
const adding = (kind: string, value: string) => change('contactItems', null, { kind, value })

const item = (id: string, kind: ContactItem['kind'], value: string): ContactItem => ({
  ...{ id, kind, value, type: null, normalizedValue: null, address: null, label: null },
  ...{ isDefault: null, isOptedIn: null, createdAt: null, updatedAt: null },
})
const person = (fields: object) => makePerson('a', '1', fields)
const user = (fields: object) => makeUser('a', '1', fields)
const paths = (changes: readonly FieldChange[]) => changes.map(({ path }) => path)

const OLD = item('1', 'PHONE', '+4722225555')
const before = person({ contactItems: [OLD], firstName: 'Ann', lastName: 'lee', jobTitle: 'Clerk', tags: ['x'] })

describe('an item that was to be added', () => {
  it('answers for the one that came, and for nothing that became of others', () => {
    const after = person({ ...before, contactItems: [item('2', 'EMAIL', 'ann@lee.example')] })

    const found = attribute([adding('EMAIL', 'ann@lee.example')], before, after)

    expect(paths(found.asked)).toEqual(['contactItems.2'])
    expect(paths(found.unasked)).toEqual(['contactItems.1'])
    expect(found).toMatchObject({ missing: [], altered: [] })
  })

  it('is missing where another of two came', () => {
    const after = person({ ...before, contactItems: [OLD, item('2', 'EMAIL', 'ann@lee.example')] })
    const wanted = [adding('EMAIL', 'other@lee.example'), adding('EMAIL', 'ann@lee.example')]

    expect(attribute(wanted, before, after).missing).toEqual([wanted[0]])
  })

  it('is there in another form where the source has made one of it', () => {
    const after = person({ ...before, contactItems: [OLD, item('2', 'URL', 'https://lee.example/')] })
    const wanted = adding('URL', 'lee.example')

    expect(attribute([wanted], before, after)).toMatchObject({ unasked: [], missing: [], altered: [wanted] })
  })

  it('leaves an item that came besides unasked', () => {
    const after = person({
      ...before,
      contactItems: [OLD, item('2', 'EMAIL', 'a@b.example'), item('3', 'FAX' as 'PHONE', '1')],
    })

    expect(paths(attribute([adding('EMAIL', 'a@b.example')], before, after).unasked)).toEqual(['contactItems.3'])
  })
})

describe('an item that was to change', () => {
  it('that is gone is a change nobody asked for, and what was asked is missing', () => {
    const wanted = change('contactItems.1.value', OLD.value, '+4722225556')

    const found = attribute([wanted], before, person({ ...before, contactItems: [] }))

    expect(paths(found.unasked)).toEqual(['contactItems.1'])
    expect(found.missing).toEqual([wanted])
  })

  it('that was to go and is only another now has not gone', () => {
    const wanted = change('contactItems.1', JSON.parse(JSON.stringify(OLD)) as Json, null)
    const after = person({ ...before, contactItems: [{ ...OLD, value: '+4722220000' }] })

    const found = attribute([wanted], before, after)

    expect(paths(found.unasked)).toEqual(['contactItems.1.value'])
    expect(found.missing).toEqual([wanted])
  })
})

describe('a value', () => {
  it.each([
    ['trimmed', change('jobTitle', 'Clerk', ' Judge '), 'Judge', []],
    ['in another case, where more was to change than that', change('jobTitle', 'Clerk', 'JUDGE'), 'Judge', []],
    ['something else', change('jobTitle', 'Clerk', 'Judge'), 'Baker', ['jobTitle']],
  ])('that the source has made %s is shown as it now is', (_what, wanted, now, altered) => {
    const found = attribute([wanted], before, person({ ...before, jobTitle: now }))

    expect(found.asked).toEqual([{ ...wanted, after: now }])
    expect(paths(found.altered)).toEqual(altered)
  })

  it('whose own form was there before has not changed, and is not missing', () => {
    expect(attribute([change('jobTitle', 'Clerk', ' Clerk ')], before, before)).toMatchObject({
      asked: [],
      missing: [],
    })
  })

  it('of which only the case was to change is missing where it did not', () => {
    const wanted = change('lastName', 'lee', 'Lee')

    expect(attribute([wanted], before, before).missing).toEqual([wanted])
    expect(shows(before, wanted)).toBe(false)
  })

  it('of a list is there in part only where not all of it is', () => {
    const wanted = change('tags', ['x'], ['x', 'y', 'z'])

    expect(attribute([wanted], before, person({ ...before, tags: ['x', 'y'] })).altered).toEqual([wanted])
    expect(attribute([wanted], before, person({ ...before, tags: ['z', 'y', 'x'] })).altered).toEqual([])
  })
})

describe('what a source computes', () => {
  it.each([
    ['displayName', 'firstName', true],
    ['displayName', 'jobTitle', false],
  ])('%s, follows from %s: %s', (path, origin, isAsked) => {
    const after = person({ ...before, displayName: 'Anna Lee', [origin]: 'Anna' })

    const found = attribute([change(origin, null, 'Anna')], before, after)

    expect(paths(found.asked).includes(path)).toBe(isAsked)
    expect(paths(found.unasked).includes(path)).toBe(!isAsked)
  })

  it('of the address of a user that was asked for is its e-mail item, and no other', () => {
    const was = user({ email: 'a@b.example', contactItems: [item('e', 'EMAIL', 'a@b.example'), OLD] })
    const is = user({ email: 'c@d.example', contactItems: [item('e', 'EMAIL', 'c@d.example')] })

    const found = attribute([change('email', 'a@b.example', 'c@d.example')], was, is)

    expect(paths(found.asked)).toEqual(['contactItems.e.value', 'email'])
    expect(paths(found.unasked)).toEqual(['contactItems.1'])
  })

  it('of an e-mail item that was asked for is the address of the user; of a telephone it is not', () => {
    const was = user({ email: 'a@b.example', contactItems: [item('e', 'EMAIL', 'a@b.example'), OLD] })
    const is = user({ ...was, email: 'c@d.example' })

    const byEmail = attribute([change('contactItems.e.value', 'a@b.example', 'c@d.example')], was, is)
    const byPhone = attribute([change('contactItems.1.value', OLD.value, '1')], was, is)

    expect(paths(byEmail.asked)).toEqual(['email'])
    expect(paths(byPhone.unasked)).toEqual(['email'])
  })
})

it('of a new record only what was asked for is told', () => {
  const after = person({ ...before, birthDate: { year: 1980, month: null, day: null } })
  const wanted = [change('firstName', null, 'Ann'), change('birthDate', null, { year: 1980, month: null, day: null })]

  const found = attribute([...wanted, adding('PHONE', '+47 22 22 55 55')], null, after)

  expect(paths(found.asked)).toEqual(['birthDate', 'contactItems.1', 'displayName', 'firstName'])
  expect(found.missing).toEqual([])
})
