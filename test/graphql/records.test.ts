import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeContactItemId, encodeId } from '../../src/model/ref.ts'
import { createFakeDirectory } from '../fakes/directory.ts'
import { makeItem, makeOrganization, makePerson, makeUser } from '../fakes/records.ts'
import { ReadPersonDocument } from '../generated/graphql.ts'
import { createContext, executeNow, run } from './support/run.ts'

const EMAIL = makeItem('7', { kind: 'EMAIL', value: 'Ada@Example.org', normalizedValue: 'ada@example.org' })
const PHONE = makeItem('8', {
  kind: 'PHONE',
  value: '555 0199',
  type: { id: 'mobile', name: 'Mobile Phone', kind: 'PHONE', category: 'Home' },
})
const AVATAR = {
  key: 'k1',
  originalUrl: null,
  contentType: 'image/png',
  width: 64,
  height: 64,
  byteSize: 900,
  blurhash: null,
  updatedAt: null,
}
const HARBOUR = makeOrganization('donors', '3', { name: 'Harbour School', parentId: '4' })
const BEN = makeUser('donors', '2', { firstName: 'Ben', managerId: 'gone' })
const ADA = makePerson('donors', '1', {
  firstName: 'Ada',
  birthDate: { year: null, month: 12, day: 10 },
  contactItems: [EMAIL, PHONE],
  customFields: [
    { key: 'Region', label: 'Region', type: 'CHOICE', value: 'North', options: ['North', 'South'] },
    { key: '17', label: null, type: 'TEXT', value: null, options: null },
  ],
  customCollections: [{ id: 'm1', name: 'Membership', fields: [] }],
  organizationId: '3',
  managerIds: ['gone', '2'],
  createdBy: { displayName: 'Ben', userId: '2' },
  updatedBy: { displayName: 'Import', userId: null },
  avatar: AVATAR,
  version: 'v1',
  raw: { FirstName: 'Ada' },
})
const ADA_ID = encodeId('Person', 'donors', '1')

const directory = createFakeDirectory({ records: [ADA, BEN, HARBOUR] })

describe('a person', () => {
  it('is answered with what belongs to it, without waiting for what is there', () => {
    const answer = executeNow(ReadPersonDocument, { id: ADA_ID }, createContext(directory))

    expect(answer).not.toBeInstanceOf(Promise)
    expect(answer).toEqual({
      data: {
        person: {
          id: ADA_ID,
          displayName: 'Ada',
          birthDate: { year: null, month: 12, day: 10 },
          contactItems: [
            {
              id: encodeContactItemId({ owner: { type: 'Person', source: 'donors', id: '1' }, itemId: '7' }),
              kind: 'EMAIL',
              value: 'Ada@Example.org',
              isDefault: null,
            },
          ],
          avatar: { url: '/avatars/Person/donors/1/k1?size=96' },
          updatedAt: null,
          version: 'v1',
          organization: { displayName: 'Harbour School' },
          managers: [{ displayName: 'Ben' }],
        },
      },
    })
  })

  it('tells its source, its authors and its collections with ids of their own', async () => {
    const document = `query ($id: ID!) { person(id: $id) {
      sourceId
      source { name kind }
      createdBy { displayName user { displayName } }
      updatedBy { displayName user { displayName } }
      customCollections { id name fields { key } }
    } }`

    const { data, errors } = await run(document, { id: ADA_ID }, createContext(directory))

    expect(errors).toEqual([])
    expect(data?.person).toEqual({
      sourceId: '1',
      source: { name: 'donors', kind: 'memory' },
      createdBy: { displayName: 'Ben', user: { displayName: 'Ben' } },
      updatedBy: { displayName: 'Import', user: null },
      customCollections: [{ id: encodeId('CustomCollection', 'donors', 'm1'), name: 'Membership', fields: [] }],
    })
  })

  it('shows its contact items by kind and its custom fields by key', async () => {
    const document = `query ($id: ID!) { person(id: $id) {
      all: contactItems { value owner { id } type { id name kind category source { name } } }
      none: contactItems(kind: SOCIAL) { value }
      any: contactItems(kind: null) { normalizedValue }
      fields: customFields(keys: ["17", "unknown"]) { key type value options }
      everyField: customFields { key }
    } }`

    const { data, errors } = await run(document, { id: ADA_ID }, createContext(directory))

    expect(errors).toEqual([])
    expect(data?.person).toEqual({
      all: [
        { value: 'Ada@Example.org', owner: { id: ADA_ID }, type: null },
        {
          value: '555 0199',
          owner: { id: ADA_ID },
          type: {
            id: encodeId('ContactItemType', 'donors', 'mobile'),
            name: 'Mobile Phone',
            kind: 'PHONE',
            category: 'Home',
            source: { name: 'donors' },
          },
        },
      ],
      none: [],
      any: [{ normalizedValue: 'ada@example.org' }, { normalizedValue: null }],
      fields: [{ key: '17', type: 'TEXT', value: null, options: null }],
      everyField: [{ key: 'Region' }, { key: '17' }],
    })
  })

  it('asks for a part that it lacks, and only when somebody asks for it', async () => {
    const { contactItems, tags, ...bare } = ADA
    const lacking = createFakeDirectory({ records: [bare], parts: { '1': { contactItems, tags: ['donor'] } } })
    const context = createContext(lacking)

    const without = await run(
      'query ($id: ID!) { person(id: $id) { displayName avatar { width } } }',
      { id: ADA_ID },
      context,
    )
    const before = [...lacking.asked]
    const { data } = await run(
      'query ($id: ID!) { person(id: $id) { tags contactItems { value owner { displayName } } } }',
      { id: ADA_ID },
      context,
    )

    expect(without.errors).toEqual([])
    expect(before).toEqual([])
    expect(lacking.asked.map(({ what }) => what).toSorted()).toEqual(['part contactItems', 'part tags'])
    expect(data?.person).toEqual({
      tags: ['donor'],
      contactItems: [
        { value: 'Ada@Example.org', owner: { displayName: 'Ada' } },
        { value: '555 0199', owner: { displayName: 'Ada' } },
      ],
    })
  })

  it('has null where its source keeps nothing of the sort', async () => {
    const plain = makePerson('donors', '1', { contactItems: null, customFields: null, managerIds: null })
    const context = createContext(createFakeDirectory({ records: [plain] }))
    const document = `query ($id: ID!) { person(id: $id) {
      contactItems(kind: EMAIL) { id } customFields(keys: ["x"]) { key } managers { id } organization { id } avatar { url }
    } }`

    const { data, errors } = await run(document, { id: ADA_ID }, context)

    expect(errors).toEqual([])
    expect(data?.person).toEqual({
      contactItems: null,
      customFields: null,
      managers: null,
      organization: null,
      avatar: null,
    })
  })

  it('loses only the organization when that can not be read', async () => {
    const failing = {
      '3': new GatewayError('RATE_LIMITED', 'donors has had enough.', { source: 'donors', retryAfterMs: 1500 }),
    }
    const context = createContext(createFakeDirectory({ records: [ADA], failing }))

    const { data, errors } = await run(
      'query ($id: ID!) { person(id: $id) { displayName organization { name } } }',
      { id: ADA_ID },
      context,
    )

    expect(data).toEqual({ person: { displayName: 'Ada', organization: null } })
    expect(errors).toEqual([
      {
        message: 'donors has had enough.',
        path: ['person', 'organization'],
        extensions: {
          code: 'RATE_LIMITED',
          source: 'donors',
          retryable: true,
          retryAfterMs: 1500,
          requestId: 'request-1',
        },
      },
    ])
  })
})

describe('raw', () => {
  const RAW = 'query ($id: ID!) { person(id: $id) { displayName raw } }'

  it('is forbidden without the scope raw:read', async () => {
    const { data, errors } = await run(RAW, { id: ADA_ID }, createContext(directory))

    expect(data).toEqual({ person: { displayName: 'Ada', raw: null } })
    expect(errors).toMatchObject([
      { path: ['person', 'raw'], extensions: { code: 'FORBIDDEN', retryable: false, requestId: 'request-1' } },
    ])
  })

  it('is shown to who has it', async () => {
    const context = createContext(directory, { viewer: { name: 'auditor', scopes: ['raw:read'] } })

    const { data, errors } = await run(RAW, { id: ADA_ID }, context)

    expect(errors).toEqual([])
    expect(data).toEqual({ person: { displayName: 'Ada', raw: { FirstName: 'Ada' } } })
  })
})

describe('an avatar', () => {
  it('has an address for each size, and none for a size below 1', async () => {
    const document =
      'query ($id: ID!) { person(id: $id) { avatar { whole: url small: url(size: 32) none: url(size: 0) } } }'

    const { data, errors } = await run(document, { id: ADA_ID }, createContext(directory))

    expect(data?.person).toEqual({
      avatar: { whole: '/avatars/Person/donors/1/k1', small: '/avatars/Person/donors/1/k1?size=32', none: null },
    })
    expect(errors).toMatchObject([{ path: ['person', 'avatar', 'none'], extensions: { code: 'INVALID_INPUT' } }])
  })
})

describe('a user', () => {
  it('shows groups, accesses and organizations of its own source', async () => {
    const user = makeUser('donors', '5', {
      groups: [{ id: 'g1', name: 'Fundraising', manager: 'Ben' }],
      accesses: [{ id: 'a1', name: 'Administrator', organizationId: '3', isPrimary: true }],
      organizationId: '3',
      managerId: '2',
      storage: { limitBytes: 5e12, usedBytes: 1, documentBytes: null, mailBytes: null, talkBytes: null },
    })
    const context = createContext(createFakeDirectory({ records: [user, BEN, HARBOUR] }))
    const document = `query ($id: ID!) { user(id: $id) {
      groups { id name manager }
      accesses { id name isPrimary organization { name } }
      organization { name }
      manager { displayName manager { displayName } }
      storage { limitBytes usedBytes mailBytes }
    } }`

    const { data, errors } = await run(document, { id: encodeId('User', 'donors', '5') }, context)

    expect(errors).toEqual([])
    expect(data?.user).toEqual({
      groups: [{ id: encodeId('UserGroup', 'donors', 'g1'), name: 'Fundraising', manager: 'Ben' }],
      accesses: [
        {
          id: encodeId('UserAccess', 'donors', 'a1'),
          name: 'Administrator',
          isPrimary: true,
          organization: { name: 'Harbour School' },
        },
      ],
      organization: { name: 'Harbour School' },
      manager: { displayName: 'Ben', manager: null },
      storage: { limitBytes: 5e12, usedBytes: 1, mailBytes: null },
    })
  })
})
