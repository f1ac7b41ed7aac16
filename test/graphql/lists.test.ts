import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createConnection, createFakeDirectory, createFakeSource } from '../fakes/directory.ts'
import { makeOrganization, makePerson } from '../fakes/records.ts'
import { ListPeopleDocument } from '../generated/graphql.ts'
import { createContext, run } from './support/run.ts'

const DONORS = createFakeSource('donors')
const OFFICE = createFakeSource('office')
const ADA = makePerson('donors', '1', { firstName: 'Ada' })
const BEN = makePerson('donors', '2', { firstName: 'Ben' })

describe('people', () => {
  it('come as one page that says what each source gave', async () => {
    const error = new GatewayError('SOURCE_UNAVAILABLE', 'office did not answer.', {
      source: 'office',
      retryAfterMs: 500,
    })
    const people = createConnection([ADA, BEN], [DONORS], {
      totalCount: Promise.resolve(null),
      slices: [
        { source: DONORS, count: 2, totalCount: Promise.resolve(70), error: null },
        { source: OFFICE, count: 0, totalCount: null, error },
      ],
    })
    const context = createContext(createFakeDirectory({ sources: [DONORS, OFFICE], people }))

    const { data, errors } = await run(ListPeopleDocument, { first: 2 }, context)

    expect(errors).toEqual([])
    expect(data?.people).toMatchObject({
      edges: [
        { cursor: 'c0', node: { displayName: 'Ada' } },
        { cursor: 'c1', node: { displayName: 'Ben' } },
      ],
      nodes: [{ id: encodeId('Person', 'donors', '1') }, { id: encodeId('Person', 'donors', '2') }],
      pageInfo: { startCursor: 'c0', endCursor: 'c1', hasNextPage: false, hasPreviousPage: false },
      totalCount: null,
      slices: [
        { source: { name: 'donors' }, count: 2, totalCount: 70, error: null },
        {
          source: { name: 'office' },
          count: 0,
          totalCount: null,
          error: { code: 'SOURCE_UNAVAILABLE', message: 'office did not answer.', retryAfterMs: 500 },
        },
      ],
    })
  })

  it('are asked for with what the client said, and nothing it did not say', async () => {
    const directory = createFakeDirectory()
    const organizationId = encodeId('Organization', 'donors', '3')

    const { errors } = await run(
      ListPeopleDocument,
      {
        first: 5,
        after: 'c9',
        filter: { search: 'ada', email: null, organizationId, updatedSince: '2025-03-14T10:26:53+01:00' },
        orderBy: { by: 'NAME' },
        sources: ['donors'],
      },
      createContext(directory),
    )

    expect(errors).toEqual([])
    expect(directory.asked).toEqual([
      {
        what: 'list Person',
        argument: {
          first: 5,
          after: 'c9',
          last: null,
          before: null,
          sources: ['donors'],
          filter: { search: 'ada', organizationId, updatedSince: '2025-03-14T09:26:53.000Z' },
          order: { by: 'NAME', direction: 'ASC' },
        },
      },
    ])
  })

  it('can not be asked for in a way the directory refuses', async () => {
    const directory = createFakeDirectory()
    const refusing = {
      ...directory,
      people: {
        ...directory.people,
        list: () =>
          Promise.reject(new GatewayError('INVALID_INPUT', 'A page has 1 to 100 records.', { path: ['first'] })),
      },
    }

    const { data, errors } = await run(ListPeopleDocument, { first: 0 }, createContext(refusing))

    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path: ['people'], extensions: { code: 'INVALID_INPUT', retryable: false } }])
  })
})

describe('users and organizations', () => {
  it('are asked for with what the client said', async () => {
    const directory = createFakeDirectory()
    const groupId = encodeId('UserGroup', 'donors', 'g1')

    const { data, errors } = await run(
      `query ($groupId: ID!) {
        users(last: 3, before: "c4", filter: { status: ON_LEAVE, groupId: $groupId }, orderBy: { by: UPDATED_AT, direction: DESC }) {
          totalCount
        }
        organizations(first: 1, filter: { kind: HOUSEHOLD }) { nodes { name } }
      }`,
      { groupId },
      createContext(directory),
    )

    expect(errors).toEqual([])
    expect(data).toEqual({ users: { totalCount: 0 }, organizations: { nodes: [] } })
    expect(directory.asked).toEqual([
      {
        what: 'list User',
        argument: {
          first: null,
          after: null,
          last: 3,
          before: 'c4',
          sources: null,
          filter: { status: 'ON_LEAVE', groupId },
          order: { by: 'UPDATED_AT', direction: 'DESC' },
        },
      },
      {
        what: 'list Organization',
        argument: {
          first: 1,
          after: null,
          last: null,
          before: null,
          sources: null,
          filter: { kind: 'HOUSEHOLD' },
          order: null,
        },
      },
    ])
  })
})

describe('people of an organization', () => {
  const MEMBERS = `query ($id: ID!, $first: Int) {
    organization(id: $id) { name people(first: $first, after: "c2") { nodes { displayName } } }
  }`
  const id = encodeId('Organization', 'donors', '3')
  const records = [makeOrganization('donors', '3', { name: 'Harbour School' })]

  it('are a page of its own source', async () => {
    const directory = createFakeDirectory({ records, people: createConnection([ADA], [DONORS]) })

    const { data, errors } = await run(MEMBERS, { id, first: 10 }, createContext(directory))

    expect(errors).toEqual([])
    expect(data).toEqual({ organization: { name: 'Harbour School', people: { nodes: [{ displayName: 'Ada' }] } } })
    expect(directory.asked).toEqual([{ what: 'members', argument: { organization: '3', first: 10, after: 'c2' } }])
  })

  it('need to be told how many are wanted', async () => {
    const directory = createFakeDirectory({ records })

    const { data, errors } = await run(MEMBERS, { id }, createContext(directory))

    expect(data).toEqual({ organization: { name: 'Harbour School', people: null } })
    expect(errors).toMatchObject([{ path: ['organization', 'people'], extensions: { code: 'INVALID_INPUT' } }])
    expect(directory.asked).toEqual([])
  })
})
