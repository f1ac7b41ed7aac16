import { describe, expect, it } from 'vitest'
import { type ErrorCode, GatewayError, type GatewayErrorOptions } from '../../src/model/errors.ts'
import type { WriteReceipt } from '../../src/model/receipt.ts'
import { encodeContactItemId, encodeId } from '../../src/model/ref.ts'
import { createFakeDirectory, type FakeDirectoryOptions } from '../fakes/directory.ts'
import { makeItem, makePerson } from '../fakes/records.ts'
import { UpdatePersonDocument, UpsertContactItemDocument } from '../generated/graphql.ts'
import { createContext, run } from './support/run.ts'

const ADA = makePerson('donors', '1', { firstName: 'Ada' })
const ADA_ID = encodeId('Person', 'donors', '1')
const ITEM_ID = encodeContactItemId({ owner: { type: 'Person', source: 'donors', id: '1' }, itemId: '7' })

const RECEIPT: WriteReceipt = {
  source: 'donors',
  outcome: 'UPDATED',
  changes: [{ path: 'firstName', before: null, after: 'Ada', repaired: null }],
  sideEffects: [{ path: 'raw.FullName', before: { text: 'A' }, after: { text: 'Ada' }, repaired: false }],
  requests: [{ method: 'PUT', path: '/people/1', body: { first: 'Ada' } }],
  guarantee: 'ADVISORY',
}

describe('updatePerson', () => {
  it('answers with the record, the receipt and no errors', async () => {
    const context = createContext(createFakeDirectory({ result: { record: ADA, receipts: [RECEIPT] } }))

    const { data, errors } = await run(UpdatePersonDocument, { input: { id: ADA_ID, firstName: 'Ada' } }, context)

    expect(errors).toEqual([])
    expect(data).toEqual({
      updatePerson: {
        person: { id: ADA_ID, displayName: 'Ada' },
        receipts: [{ ...RECEIPT, source: { name: 'donors' } }],
        userErrors: [],
      },
    })
  })

  it('tells what was left out from what is null', async () => {
    const input = { id: ADA_ID, jobTitle: null, managerIds: null, birthDate: null, avatar: null, organizationId: 'o1' }

    const asked = await askedBy(`mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { ${RESULT} } }`, {
      input,
    })

    expect(asked).toEqual([{ what: 'updatePerson', argument: { ...input, dryRun: false } }])
  })

  it('tells the same apart when the input stands in the document', async () => {
    const asked = await askedBy(
      `mutation { updatePerson(input: { id: "x", nickname: null, sharing: READ_WRITE, ifVersion: "v1", dryRun: true }) { ${RESULT} } }`,
    )

    expect(asked).toEqual([
      {
        what: 'updatePerson',
        argument: { id: 'x', nickname: null, sharing: 'READ_WRITE', ifVersion: 'v1', dryRun: true },
      },
    ])
  })

  it('sets a date whole, empties custom fields without a value, and takes null lists of changes for none', async () => {
    const input = {
      id: ADA_ID,
      birthDate: { month: 12, day: 10 },
      customFields: [{ key: 'Region' }, { key: 'Since', value: '2020' }],
      addTags: null,
      removeTags: ['old'],
    }

    const asked = await askedBy(`mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { ${RESULT} } }`, {
      input,
    })

    expect(asked[0]?.argument).toEqual({
      id: ADA_ID,
      birthDate: { year: null, month: 12, day: 10 },
      customFields: [
        { key: 'Region', value: null },
        { key: 'Since', value: '2020' },
      ],
      removeTags: ['old'],
      dryRun: false,
    })
  })
})

describe('upsertContactItem', () => {
  it('hands on only what was given, in the address too', async () => {
    const input = { ownerId: ADA_ID, kind: 'ADDRESS' as const, address: { city: 'Bern', region: null }, label: null }
    const directory = createFakeDirectory({
      result: { record: ADA, items: [makeItem('7', { kind: 'ADDRESS', value: 'Bern' })] },
    })

    const { data, errors } = await run(UpsertContactItemDocument, { input }, createContext(directory))

    expect(errors).toEqual([])
    expect(directory.asked).toEqual([{ what: 'upsertContactItem', argument: { ...input, dryRun: false } }])
    expect(data?.upsertContactItem).toMatchObject({
      contactItem: { id: ITEM_ID, value: 'Bern' },
      owner: { displayName: 'Ada' },
      userErrors: [],
    })
  })

  it('has no item to show after a dry run', async () => {
    const context = createContext(createFakeDirectory({ result: { record: ADA, items: [] } }))

    const { data, errors } = await run(
      UpsertContactItemDocument,
      { input: { ownerId: ADA_ID, kind: 'EMAIL', value: 'ada@example.org', dryRun: true } },
      context,
    )

    expect(errors).toEqual([])
    expect(data?.upsertContactItem.contactItem).toBeNull()
  })
})

describe('upsertContactItems', () => {
  it('hands the items on in order and answers with them as they are', async () => {
    const directory = createFakeDirectory({
      result: { record: ADA, items: [makeItem('7', { kind: 'EMAIL', value: 'ada@example.org' })] },
    })
    const items = [
      { kind: 'EMAIL', value: 'ada@example.org', isDefault: true },
      { id: ITEM_ID, address: null },
    ]

    const { data, errors } = await run(
      `mutation ($input: UpsertContactItemsInput!) {
        upsertContactItems(input: $input) { contactItems { id value } owner { id } ${RESULT} }
      }`,
      { input: { ownerId: ADA_ID, items, idempotencyKey: 'k' } },
      createContext(directory),
    )

    expect(errors).toEqual([])
    expect(data?.upsertContactItems).toMatchObject({
      contactItems: [{ id: ITEM_ID, value: 'ada@example.org' }],
      owner: { id: ADA_ID },
    })
    expect(directory.asked).toEqual([
      { what: 'upsertContactItems', argument: { ownerId: ADA_ID, items, dryRun: false, idempotencyKey: 'k' } },
    ])
  })
})

describe('the other writes', () => {
  it.each([
    ['createPerson', '{ source: "donors", firstName: "Ada" }', { source: 'donors', firstName: 'Ada', dryRun: false }],
    ['createUser', '{ source: "own", username: "ada" }', { source: 'own', username: 'ada', dryRun: false }],
    [
      'createOrganization',
      '{ source: "own", name: "Harbour", kind: COMPANY }',
      { source: 'own', name: 'Harbour', kind: 'COMPANY', dryRun: false },
    ],
    ['updateUser', '{ id: "u", status: TERMINATED }', { id: 'u', status: 'TERMINATED', dryRun: false }],
    ['updateOrganization', '{ id: "o", website: null }', { id: 'o', website: null, dryRun: false }],
    ['deletePerson', '{ id: "p", ifVersion: "v1" }', { id: 'p', ifVersion: 'v1', dryRun: false }],
    ['deleteUser', '{ id: "u", dryRun: true }', { id: 'u', dryRun: true }],
    ['deleteOrganization', '{ id: "o" }', { id: 'o', dryRun: false }],
    ['removeContactItem', '{ id: "i" }', { id: 'i', dryRun: false }],
    ['removeAvatar', '{ ownerId: "p" }', { ownerId: 'p', dryRun: false }],
  ])('%s hands its input on', async (mutation, input, argument) => {
    const asked = await askedBy(`mutation { ${mutation}(input: ${input}) { ${RESULT} } }`)

    expect(asked).toEqual([{ what: mutation, argument }])
  })

  it.each([
    ['deletePerson', 'DELETED', [], 'x'],
    ['deletePerson', 'PLANNED', [], null],
    ['deletePerson', 'PENDING', [], null],
    ['deletePerson', 'REJECTED', [new GatewayError('CONFLICT', 'Still in use.')], null],
    ['removeContactItem', 'UPDATED', [], 'x'],
    ['removeContactItem', 'UPDATED', [new GatewayError('BAD_SOURCE_RESPONSE', 'No.', { source: 'donors' })], null],
  ] as const)(
    '%s with outcome %s and errors %j gives the id that is gone',
    async (mutation, outcome, userErrors, gone) => {
      const result = { receipts: [{ ...RECEIPT, outcome }], userErrors }

      const { data, errors } = await run(
        `mutation { ${mutation}(input: { id: "x" }) { deletedId } }`,
        {},
        createContext(createFakeDirectory({ result })),
      )

      expect(errors).toEqual([])
      expect(data).toEqual({ [mutation]: { deletedId: gone } })
    },
  )

  it('of one operation follow each other, and one that fails stops none of the others', async () => {
    const directory = createFakeDirectory()
    const userErrors = [new GatewayError('NOT_FOUND', 'Nobody has this id.', { id: '2' })]
    const failing = {
      ...directory,
      writes: { ...directory.writes, updateUser: async () => ({ record: null, receipts: [], userErrors }) },
    }

    const { data, errors } = await run(
      `mutation {
        first: deletePerson(input: { id: "1" }) { userErrors { code } }
        second: updateUser(input: { id: "2" }) { userErrors { code } }
        third: deletePerson(input: { id: "3" }) { userErrors { code } }
      }`,
      {},
      createContext(failing),
    )

    expect(errors).toEqual([])
    expect(data).toEqual({
      first: { userErrors: [] },
      second: { userErrors: [{ code: 'NOT_FOUND' }] },
      third: { userErrors: [] },
    })
    expect(directory.asked.map(({ argument }) => argument)).toMatchObject([{ id: '1' }, { id: '3' }])
  })
})

describe('userErrors', () => {
  it.each<[ErrorCode, GatewayErrorOptions, object]>([
    ['INVALID_INPUT', { path: ['birthDate', 'day'] }, { __typename: 'InvalidInputError', path: ['birthDate', 'day'] }],
    ['NOT_FOUND', { id: 'x', path: ['id'] }, { __typename: 'NotFoundError', id: 'x', path: ['id'] }],
    ['NOT_FOUND', {}, { __typename: 'InvalidInputError', path: null }],
    ['CONFLICT', { currentVersion: 'v2' }, { __typename: 'ConflictError', currentVersion: 'v2' }],
    ['CONFLICT', {}, { __typename: 'ConflictError', currentVersion: null }],
    ['UNSUPPORTED', { source: 'donors' }, { __typename: 'UnsupportedError', source: { name: 'donors' } }],
    [
      'SOURCE_UNAVAILABLE',
      { source: 'donors', retryAfterMs: 9 },
      { __typename: 'SourceFailedError', source: { name: 'donors' }, retryAfterMs: 9 },
    ],
    ['SOURCE_UNAUTHENTICATED', { source: 'donors' }, { __typename: 'SourceFailedError', retryAfterMs: null }],
    ['BAD_SOURCE_RESPONSE', { source: 'donors' }, { __typename: 'SourceFailedError' }],
    ['RATE_LIMITED', { source: 'donors' }, { __typename: 'SourceFailedError' }],
    ['FORBIDDEN', { source: 'donors' }, { __typename: 'SourceFailedError' }],
    ['FORBIDDEN', {}, { __typename: 'InvalidInputError' }],
  ])('show %s with %j as what it is', async (code, options, shown) => {
    const userErrors = [new GatewayError(code, 'It can not be.', options)]
    const context = createContext(createFakeDirectory({ result: { userErrors } }))

    const { data, errors } = await run(UpdatePersonDocument, { input: { id: ADA_ID } }, context)

    expect(errors).toEqual([])
    expect(data?.updatePerson).toMatchObject({
      person: null,
      userErrors: [{ code, message: 'It can not be.', ...shown }],
    })
  })
})

/** What every payload has. */
const RESULT = 'receipts { outcome } userErrors { code message path }'

async function askedBy(document: string, variables: object = {}, options: FakeDirectoryOptions = {}) {
  const directory = createFakeDirectory(options)
  const { errors } = await run(document, variables, createContext(directory))
  expect(errors).toEqual([])
  return directory.asked
}
