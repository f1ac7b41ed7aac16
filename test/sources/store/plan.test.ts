import { describe, expect, it } from 'vitest'
import { diffRecords } from '../../../src/model/diff.ts'
import type { OrganizationPatch, PersonPatch, UserPatch } from '../../../src/model/patch.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { PatchOf } from '../../../src/sources/source.ts'
import { create, failureOf, openForWrite, openStore, read, signal, update } from './open.ts'

const CUSTOM_FIELDS = [
  { key: 'region', label: 'Region' },
  { key: 'score', label: 'Score', type: 'NUMBER' },
  { key: 'member', label: 'Member', type: 'BOOLEAN' },
  { key: 'since', label: 'Since', type: 'DATE' },
  { key: 'size', label: 'T-shirt', type: 'CHOICE', options: ['S', 'M'] },
  { key: 'head', label: 'Heading', type: 'HEADING' },
]

describe('updating a person', () => {
  it('reads back as planned, whatever fields are set, with one version more', async () => {
    const store = await openStore({ customFields: CUSTOM_FIELDS })
    const organizationId = await create(store, 'Organization', { name: 'Choir' })
    const managerIds = [
      await create(store, 'User', { firstName: 'Uma' }),
      await create(store, 'User', { firstName: 'Ugo' }),
    ]
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const patch: PersonPatch = {
      prefix: 'Dr',
      firstName: ' Änne ',
      middleName: 'M.',
      lastName: "O'Hara 👩‍🚀",
      suffix: 'III',
      nickname: 'Ä',
      gender: 'Female',
      birthDate: { year: null, month: 2, day: 29 },
      isDeceased: true,
      jobTitle: 'Singer',
      about: 'two\nlines ',
      interests: 'all',
      organizationId,
      sharing: 'READ_WRITE',
      managerIds: managerIds.toReversed(),
      stage: 'Lead',
      addTags: [' Zeta ', 'alpha', 'École'],
      customFields: CUSTOM_FIELDS.slice(0, 5).map(({ key }, index) => ({
        key,
        value: ['North', '-1.5', 'true', '2024-02-29', 'M'][index]!,
      })),
    }

    const open = await openForWrite(store, 'Person', id)
    const plan = open.update!(patch)
    await store.send(plan, { signal, ifVersion: null })

    const after = await read(store, 'Person', id)
    expect(after).toMatchObject({
      displayName: "Änne M. O'Hara 👩‍🚀",
      firstName: 'Änne',
      gender: 'female',
      birthDate: { year: null, month: 2, day: 29 },
      about: 'two\nlines ',
      managerIds: managerIds.toReversed(),
      organizationRole: 'MEMBER',
      tags: ['alpha', 'Zeta', 'École'],
      version: '2',
    })
    expect(after.customFields?.map(({ key, value }) => [key, value])).toEqual(
      patch.customFields!.map(({ key, value }) => [key, value]),
    )
    expect(plan.changes).toEqual(diffRecords(open.record, after))
  })

  it('clears every field with null, and takes blank texts for null', async () => {
    const store = await openStore({ customFields: CUSTOM_FIELDS })
    const id = await create(store, 'Person', {
      firstName: 'Ann',
      lastName: 'Miller',
      birthDate: { year: 1980, month: null, day: null },
      isDeceased: false,
      jobTitle: 'Singer',
      sharing: 'READ',
      addTags: ['x'],
      customFields: [{ key: 'region', value: 'North' }],
    })

    await update(store, 'Person', id, {
      firstName: ' ',
      birthDate: { year: null, month: null, day: null },
      isDeceased: null,
      jobTitle: '',
      sharing: null,
      managerIds: null,
      removeTags: ['X'],
      customFields: [{ key: 'region', value: null }],
    })

    expect(await read(store, 'Person', id)).toMatchObject({
      firstName: null,
      displayName: 'Miller',
      birthDate: null,
      approximateAge: null,
      isDeceased: null,
      jobTitle: null,
      sharing: null,
      tags: [],
      customFields: [],
    })
  })

  it('plans nothing where nothing would change, in whatever words', async () => {
    const store = await openStore({ customFields: CUSTOM_FIELDS })
    const id = await create(store, 'Person', {
      firstName: 'Ann',
      addTags: ['Alto'],
      customFields: [{ key: 'region', value: 'North' }],
    })
    const open = await openForWrite(store, 'Person', id)

    const plan = open.update!({
      firstName: ' Ann',
      jobTitle: null,
      managerIds: [],
      addTags: ['ALTO'],
      removeTags: ['tenor'],
      customFields: [
        { key: 'region', value: 'North' },
        { key: 'score', value: null },
      ],
    })

    expect(plan).toEqual({ requests: [], changes: [], sideEffects: [] })
  })

  it('sends only what changes', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann', lastName: 'Miller', addTags: ['a'] })

    const plan = (await openForWrite(store, 'Person', id)).update!({
      firstName: 'Ann',
      lastName: 'Mill',
      addTags: ['a', 'b'],
    })

    expect(plan.requests).toEqual([
      { method: 'PATCH', path: `/people/${id}`, body: { lastName: 'Mill', addTags: ['b'] } },
    ])
  })
})

const bad: readonly (readonly [RecordType, PersonPatch | UserPatch | OrganizationPatch, readonly string[]])[] = [
  ['Person', { firstName: '' }, ['firstName']],
  ['Person', { firstName: null, lastName: null }, ['firstName']],
  ['Person', { lastName: 'a'.repeat(256) }, ['lastName']],
  ['Person', { firstName: 'a'.repeat(10_000) }, ['firstName']],
  ['Person', { firstName: 'half \ud800' }, ['firstName']],
  ['Person', { about: 'a'.repeat(10_001) }, ['about']],
  ['Person', { birthDate: { year: 2026, month: 2, day: 31 } }, ['birthDate', 'day']],
  ['Person', { birthDate: { year: 2026, month: null, day: 3 } }, ['birthDate', 'day']],
  ['Person', { birthDate: { year: 0, month: 1, day: 3 } }, ['birthDate', 'year']],
  ['Person', { addTags: ['ok', ' '] }, ['addTags', '1']],
  ['Person', { addTags: ['a'.repeat(101)] }, ['addTags', '0']],
  ['Person', { addTags: ['Alto', 'alto '] }, ['addTags', '1']],
  ['Person', { managerIds: ['a', 'b', 'a'] }, ['managerIds', '2']],
  [
    'Person',
    {
      customFields: [
        { key: 'region', value: 'x' },
        { key: 'nope', value: '1' },
      ],
    },
    ['customFields', '1', 'key'],
  ],
  [
    'Person',
    {
      customFields: [
        { key: 'region', value: 'x' },
        { key: 'region', value: 'y' },
      ],
    },
    ['customFields', '1', 'key'],
  ],
  ['Person', { customFields: [{ key: 'head', value: 'x' }] }, ['customFields', '0', 'key']],
  ['Person', { customFields: [{ key: 'score', value: 'many' }] }, ['customFields', '0', 'value']],
  ['Person', { customFields: [{ key: 'member', value: 'yes' }] }, ['customFields', '0', 'value']],
  ['Person', { customFields: [{ key: 'since', value: '2023-02-29' }] }, ['customFields', '0', 'value']],
  ['Person', { customFields: [{ key: 'size', value: 'XXL' }] }, ['customFields', '0', 'value']],
  ['User', { firstName: '' }, ['firstName']],
  ['User', { email: 'no at sign' }, ['email']],
  ['User', { status: 'UNKNOWN' }, ['status']],
  ['User', { locale: 'not a locale' }, ['locale']],
  ['User', { username: 'other' }, ['username']],
  ['Organization', { name: '' }, ['name']],
  ['Organization', { name: null }, ['name']],
  ['Organization', { name: 'a'.repeat(256) }, ['name']],
  ['Organization', { website: 'javascript:alert(1)' }, ['website']],
]

describe('bad input', () => {
  it.each(bad)('of an update: %s %j is refused at its path', async (type, patch, path) => {
    const store = await openStore({ customFields: CUSTOM_FIELDS })
    const id = await create(
      store,
      type,
      (type === 'Organization' ? { name: 'Org' } : { firstName: 'Ann' }) as PatchOf<RecordType>,
    )
    const open = await openForWrite(store, type, id)

    const error = await failureOf(() => open.update!(patch as PatchOf<RecordType>))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path })
  })

  it.each([
    ['Person', { jobTitle: 'Nobody' }, ['firstName']],
    ['Person', { lastName: ' ' }, ['lastName']],
    ['User', { jobTitle: 'Nobody' }, ['firstName']],
    ['Organization', { kind: 'COMPANY' }, ['name']],
  ] as const)('of a create: %s %j is refused at its path', async (type, patch, path) => {
    const store = await openStore()

    const error = await failureOf(() => store.planCreate<RecordType>(type, patch, null, { signal }))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path })
  })
})

describe('creating', () => {
  it('plans every field as a change from null, and reads back so', async () => {
    const store = await openStore()

    const plan = await store.planCreate('User', { firstName: 'Uma', username: 'uma', email: 'uma@example.org' }, null, {
      signal,
    })
    const { id } = await store.send(plan, { signal, ifVersion: null })

    expect(plan.changes.every(({ before }) => before === null)).toBe(true)
    expect(plan.changes.map(({ path }) => path)).toEqual([
      'contactItems',
      'displayName',
      'email',
      'firstName',
      'status',
      'username',
    ])
    expect(await read(store, 'User', id!)).toMatchObject({
      displayName: 'Uma',
      email: 'uma@example.org',
      status: 'ACTIVE',
      version: '1',
      contactItems: [{ kind: 'EMAIL', value: 'uma@example.org', isDefault: true }],
    })
  })

  it('names a user after what there is', async () => {
    const store = await openStore()

    expect((await read(store, 'User', await create(store, 'User', { email: 'a@b.example' }))).displayName).toBe(
      'a@b.example',
    )
    expect(
      (await read(store, 'User', await create(store, 'User', { username: 'u', email: 'c@b.example' }))).displayName,
    ).toBe('u')
    expect((await read(store, 'Person', await create(store, 'Person', { nickname: 'Nick' }))).displayName).toBe('Nick')
  })
})

describe('the e-mail address of a user', () => {
  it('is the default one of its contact items, whichever way it is changed', async () => {
    const store = await openStore()
    const id = await create(store, 'User', { firstName: 'Uma', email: 'old@example.org' })

    await update(store, 'User', id, { email: 'new@example.org' })
    const changed = await read(store, 'User', id)
    expect(changed.email).toBe('new@example.org')
    expect(changed.contactItems).toHaveLength(1)

    const plan = (await openForWrite(store, 'User', id)).upsertContactItems!([
      { kind: 'EMAIL', value: 'other@example.org', isDefault: true },
    ])
    await store.send(plan, { signal, ifVersion: null })
    expect((await read(store, 'User', id)).email).toBe('other@example.org')

    await update(store, 'User', id, { email: 'NEW@example.org' })
    const back = await read(store, 'User', id)
    expect(back.email).toBe('NEW@example.org')
    expect(back.contactItems).toHaveLength(2)

    await update(store, 'User', id, { email: null })
    const cleared = await read(store, 'User', id)
    expect(cleared.email).toBeNull()
    expect(cleared.contactItems?.map(({ value }) => value)).toEqual(['other@example.org'])
  })
})
