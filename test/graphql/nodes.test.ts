import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeContactItemId, encodeId } from '../../src/model/ref.ts'
import { createFakeDirectory } from '../fakes/directory.ts'
import { makeItem, makeOrganization, makePerson, makeUser } from '../fakes/records.ts'
import { ReadNodesDocument } from '../generated/graphql.ts'
import { createContext, run } from './support/run.ts'

const ADA = makePerson('donors', '1', {
  firstName: 'Ada',
  contactItems: [makeItem('7', { kind: 'EMAIL', value: 'ada@example.org' })],
})
const BEN = makeUser('donors', '2', { firstName: 'Ben' })
const HARBOUR = makeOrganization('donors', '3', { name: 'Harbour School' })

const ADA_ID = encodeId('Person', 'donors', '1')
const BEN_ID = encodeId('User', 'donors', '2')
const HARBOUR_ID = encodeId('Organization', 'donors', '3')
const ITEM_ID = encodeContactItemId({ owner: { type: 'Person', source: 'donors', id: '1' }, itemId: '7' })

const directory = createFakeDirectory({ records: [ADA, BEN, HARBOUR] })

describe('nodes', () => {
  it('gives people, users, organizations and contact items, in the order asked, repeated ones too', async () => {
    const ids = [HARBOUR_ID, ADA_ID, ITEM_ID, BEN_ID, ADA_ID]

    const { data, errors } = await run(ReadNodesDocument, { ids }, createContext(directory))

    expect(errors).toEqual([])
    expect(data?.nodes).toEqual([
      { __typename: 'Organization', id: HARBOUR_ID, displayName: 'Harbour School' },
      { __typename: 'Person', id: ADA_ID, displayName: 'Ada' },
      { __typename: 'ContactItem', id: ITEM_ID, value: 'ada@example.org', owner: { displayName: 'Ada' } },
      { __typename: 'User', id: BEN_ID, displayName: 'Ben' },
      { __typename: 'Person', id: ADA_ID, displayName: 'Ada' },
    ])
  })

  it('gives null for an unknown id and for one that names no node', async () => {
    const ids = [encodeId('Person', 'donors', '99'), encodeId('UserGroup', 'donors', '1'), ADA_ID]

    const { data, errors } = await run(ReadNodesDocument, { ids }, createContext(directory))

    expect(errors).toEqual([])
    expect(data?.nodes.map((node) => node?.id)).toEqual([undefined, undefined, ADA_ID])
  })

  it('lets a malformed id and a record that can not be read cost only themselves', async () => {
    const failing = { '2': new GatewayError('SOURCE_UNAVAILABLE', 'donors did not answer.', { source: 'donors' }) }
    const context = createContext(createFakeDirectory({ records: [ADA, BEN], failing }))

    const { data, errors } = await run(ReadNodesDocument, { ids: ['no id', ADA_ID, BEN_ID] }, context)

    expect(data?.nodes.map((node) => node?.id)).toEqual([undefined, ADA_ID, undefined])
    expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['nodes', 0], 'INVALID_INPUT'],
      [['nodes', 2], 'SOURCE_UNAVAILABLE'],
    ])
  })

  it('takes 100 ids and refuses 101', async () => {
    const context = createContext(directory)

    const most = await run(ReadNodesDocument, { ids: Array<string>(100).fill(ADA_ID) }, context)
    const more = await run(ReadNodesDocument, { ids: Array<string>(101).fill(ADA_ID) }, context)

    expect(most.errors).toEqual([])
    expect(most.data?.nodes).toHaveLength(100)
    expect(more.data).toBeNull()
    expect(more.errors).toMatchObject([
      { message: 'At most 100 ids are taken at once; 101 were given.', extensions: { code: 'INVALID_INPUT' } },
    ])
  })
})

describe('node', () => {
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }'

  it.each([
    ['a person', ADA_ID, 'Person'],
    ['a user', BEN_ID, 'User'],
    ['an organization', HARBOUR_ID, 'Organization'],
    ['a contact item', ITEM_ID, 'ContactItem'],
  ])('gives %s', async (_what, id, __typename) => {
    const { data, errors } = await run(NODE, { id }, createContext(directory))

    expect(errors).toEqual([])
    expect(data).toEqual({ node: { __typename, id } })
  })

  it('gives null for an unknown id', async () => {
    const id = encodeContactItemId({ owner: { type: 'Person', source: 'donors', id: '1' }, itemId: 'gone' })

    const { data, errors } = await run(NODE, { id }, createContext(directory))

    expect(errors).toEqual([])
    expect(data).toEqual({ node: null })
  })
})

describe('person, user and organization', () => {
  it('give null for the id of another type, and refuse what is no id', async () => {
    const document = `query ($other: ID!) {
      person(id: $other) { id }
      user(id: $other) { id }
      organization(id: "???") { id }
    }`

    const { data, errors } = await run(document, { other: HARBOUR_ID }, createContext(directory))

    expect(data).toEqual({ person: null, user: null, organization: null })
    expect(errors).toMatchObject([{ path: ['organization'], extensions: { code: 'INVALID_INPUT' } }])
  })
})
