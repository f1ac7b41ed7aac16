import { describe, expect, it } from 'vitest'
import { toPerson } from '../../../src/sources/virtuous/mapping.ts'
import { toKind, toOrganization } from '../../../src/sources/virtuous/mapping-organization.ts'
import { kindOfMethod, toMethodType, usualType } from '../../../src/sources/virtuous/method-types.ts'
import { toAvatar, toBirthDate, toInstant, toWireId } from '../../../src/sources/virtuous/values.ts'
import { contact, individual } from '../../../src/sources/virtuous/wire.ts'

/** An individual in the recorded shape, everything in it invented. `digits`: as nested in a contact. */
function invented(digits: 'single' | 'nested', more: Record<string, unknown> = {}) {
  const time = (single: string, nested: string) => `2023-11-30T14:20:56.${digits === 'single' ? single : nested}`
  return individual.parse({
    id: 2,
    contactId: 1,
    prefix: 'Mr',
    prefix2: null,
    firstName: 'Nils',
    middleName: null,
    lastName: 'Invented',
    preMarriageName: null,
    suffix: null,
    nickname: null,
    gender: 'Male',
    isPrimary: true,
    canBePrimary: false,
    isSecondary: false,
    canBeSecondary: false,
    birthMonth: 9,
    birthDay: 4,
    birthYear: 1998,
    birthDate: '9/4/1998',
    approximateAge: 25,
    isDeceased: false,
    deceasedDate: '',
    passion: null,
    avatarUrl: null,
    contactMethods: [
      {
        id: 81,
        type: 'Work Email',
        value: 'nils@example.org',
        isOptedIn: false,
        isPrimary: true,
        canBePrimary: false,
        createDateTimeUtc: time('323', '3233333'),
        createdByUser: 'Sam',
        modifiedDateTimeUtc: time('37', '37'),
        modifiedByUser: 'Sam',
      },
    ],
    createDateTimeUtc: time('293', '2933333'),
    createdByUser: 'Sam',
    modifiedDateTimeUtc: time('337', '3366667'),
    modifiedByUser: 'Sam',
    customFields: [],
    customCollections: [],
    ...more,
  })
}

const context = { source: 'donors', definitions: [] }

describe('an individual', () => {
  it('is a person in the unified words', () => {
    expect(toPerson(invented('single'), context)).toMatchObject({
      ref: { source: 'donors', id: '2' },
      displayName: 'Nils Invented',
      gender: 'male',
      birthDate: { year: 1998, month: 9, day: 4 },
      organizationId: '1',
      organizationRole: 'PRIMARY',
      contactItems: [{ id: '81', kind: 'EMAIL', type: { name: 'Work Email', category: 'Work' }, isDefault: true }],
      createdAt: '2023-11-30T14:20:56.293Z',
      updatedBy: { displayName: 'Sam' },
    })
  })

  it('has the same version and times however many digits its times were written with', () => {
    const [single, nested] = [toPerson(invented('single'), context), toPerson(invented('nested'), context)]

    expect(nested.version).toBe(single.version)
    expect([nested.createdAt, nested.updatedAt]).toEqual([single.createdAt, single.updatedAt])
    expect(nested.contactItems).toEqual(single.contactItems)
  })

  it('has another version when anything a writer can set is another', () => {
    const { version } = toPerson(invented('single'), context)
    const others = [
      { preMarriageName: 'Other' },
      { prefix2: 'Dr' },
      { deceasedDate: '1/2/2024' },
      { passion: 'maps' },
      { isSecondary: true },
      { birthDay: 5 },
      { avatarUrl: 'https://pictures.example/2.png' },
      { contactMethods: [] },
      { customFields: [{ name: 'Region', value: 'West' }] },
      { customCollections: [{ collectionInstanceId: 4, fields: [{ name: 'Year', value: '1984' }] }] },
    ]

    for (const other of others) expect(toPerson(invented('single', other), context).version).not.toBe(version)
  })

  it('has the same version while it grows older, and whether nothing is null or the empty text', () => {
    const { version } = toPerson(invented('single'), context)

    expect(toPerson(invented('single', { approximateAge: 26 }), context).version).toBe(version)
    expect(toPerson(invented('single', { deceasedDate: null, passion: '', suffix: '' }), context).version).toBe(version)
    expect(toPerson(invented('single', { customFields: [{ name: 'Region', value: '' }] }), context).version).toBe(
      version,
    )
  })

  it('takes its contact from where it was read, as answers of 2017 name none', () => {
    const old = invented('single', { contactId: undefined, contactMethods: undefined, customFields: undefined })

    expect(toPerson(old, { ...context, contactId: 77 })).toMatchObject({ organizationId: '77', contactItems: [] })
  })

  it('has a display name whatever is missing', () => {
    const nameless = { firstName: ' ', lastName: null }

    expect(toPerson(invented('single', { ...nameless, nickname: 'Nix' }), context).displayName).toBe('Nix')
    expect(toPerson(invented('single', nameless), context).displayName).toBe('Person 2')
  })
})

describe('a contact', () => {
  it('is a household or company by the parent of its type, which each organization names itself', () => {
    const types = [
      { parentType: 'Household', type: 'Kirchenfamilie' },
      { parentType: 'Organization', type: 'Church' },
      { parentType: 'Foundation', type: 'Trust' },
    ]

    expect(
      ['Kirchenfamilie', 'Church', 'Trust', 'Household', 'Unheard of', ''].map((type) => toKind(type, types)),
    ).toEqual(['HOUSEHOLD', 'COMPANY', 'OTHER', 'HOUSEHOLD', 'OTHER', null])
  })

  it('has no contact items until its addresses were read', () => {
    const wire = contact.parse({ id: 1, name: 'Invented', contactType: 'Organization', address: { id: 8, city: 'X' } })

    expect(toOrganization(wire, { ...context, types: [] }).contactItems).toBeUndefined()
    expect(toOrganization(wire, { ...context, types: [], addresses: [] }).contactItems).toEqual([])
  })
})

describe('values', () => {
  it('are the same moment on every day of the calendar', () => {
    const days = Array.from({ length: 366 + 365 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString())

    for (const day of days) {
      const date = day.slice(0, 10)
      expect(toInstant(`${date}T23:05:09`)).toBe(`${date}T23:05:09.000Z`)
      expect(toInstant(`${date}T00:59:00.007`)).toBe(`${date}T00:59:00.007Z`)
    }
  })

  it('reads times without a zone as UTC, with up to seven digits, rounded alike', () => {
    expect(toInstant('2023-11-30T14:20:56')).toBe('2023-11-30T14:20:56.000Z')
    expect(toInstant('2023-11-30T14:20:56.37')).toBe('2023-11-30T14:20:56.370Z')
    expect(toInstant('2018-06-20T11:38:33.0424771Z')).toBe('2018-06-20T11:38:33.042Z')
    expect(toInstant('2023-12-31T23:59:59.9996667')).toBe('2024-01-01T00:00:00.000Z')
    expect(toInstant('2023-11-30T14:20:56-07:00')).toBe('2023-11-30T21:20:56.000Z')
    for (const text of [null, undefined, '', 'Unavailable', '0001-01-01T00:00:00']) expect(toInstant(text)).toBeNull()
  })

  it('reads a birthday by its parts, and by the text only where there are none', () => {
    const none = { year: null, month: null, day: null }

    expect(toBirthDate({ ...none, month: 4, day: 9 }, '')).toEqual({ year: null, month: 4, day: 9 })
    expect(toBirthDate(none, '9/4/1998')).toEqual({ year: 1998, month: 9, day: 4 })
    expect(toBirthDate(none, '')).toBeNull()
  })

  it('tells pictures apart by their address without what signs it', () => {
    const key = (url: string) => toAvatar(url)?.key

    expect(key('https://s3.example/a.png?X-Amz-Signature=1&X-Amz-Date=2')).toBe(
      key('https://s3.example/a.png?X-Amz-Signature=9'),
    )
    expect(key('https://s3.example/a.png?v=1')).not.toBe(key('https://s3.example/a.png?v=2'))
    expect(toAvatar('')).toBeNull()
  })

  it('takes only what the vendor could have given for an id', () => {
    expect(['1', '2147483647', '2147483648', '0', '01', '1e3', '½'].map(toWireId)).toEqual([
      1,
      2147483647,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('contact method types', () => {
  it('are told by how they end, whatever else an organization calls them', () => {
    const kinds = {
      'Home Email': 'EMAIL',
      'Primary Email': 'EMAIL',
      'Mobile Phone': 'PHONE',
      'Cottage Phone': 'PHONE',
      Fax: 'PHONE',
      Facebook: 'SOCIAL',
      'Twitch Account': 'SOCIAL',
      Skype: 'MESSAGING',
      Zoom: 'MESSAGING',
      Web: 'URL',
      RSS: 'URL',
      'Parish Register': 'OTHER',
      Emailing: 'OTHER',
    }

    expect(Object.fromEntries(Object.keys(kinds).map((name) => [name, kindOfMethod(name)]))).toEqual(kinds)
  })

  it('have a usual one of each kind, the first where no name is usual', () => {
    const types = ['Work Email', 'Home Email', 'Work Phone', 'LinkedIn', 'Facebook'].map(toMethodType)

    expect(usualType('EMAIL', types)?.name).toBe('Home Email')
    expect(usualType('PHONE', types)?.name).toBe('Work Phone')
    expect(usualType('SOCIAL', types)?.name).toBe('LinkedIn')
    expect(usualType('URL', types)).toBeNull()
  })
})
