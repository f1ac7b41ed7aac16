/** Yoga, Pothos and DataLoader as one would first write it: everything as their documents show it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import SchemaBuilder from '@pothos/core'
import { createYoga } from 'graphql-yoga'
import type { Item, PlainOrganization, PlainUpsert } from '../harness/plain.ts'
import { askWithFetch, createContexts, type PeerContext, type PeoplePage } from './people.ts'
import { SCOPES } from './schema.ts'

type Node = PeoplePage['nodes'][number]

const builder = new SchemaBuilder<{ Context: PeerContext }>({})
const Kind = builder.enumType('ContactItemKind', {
  values: ['EMAIL', 'PHONE', 'ADDRESS', 'URL', 'MESSAGING', 'SOCIAL', 'OTHER'] as const,
})
const ItemType = builder.objectRef<Item>('ContactItem').implement({
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false }),
    kind: t.field({ type: Kind, nullable: false, resolve: ({ kind }) => kind as 'EMAIL' }),
    value: t.exposeString('value', { nullable: false }),
    isDefault: t.exposeBoolean('isDefault', { nullable: true }),
  }),
})
const OrganizationType = builder.objectRef<PlainOrganization>('Organization').implement({
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false }),
    displayName: t.exposeString('displayName', { nullable: false }),
  }),
})
const PersonType = builder.objectRef<Node>('Person').implement({
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false }),
    displayName: t.exposeString('displayName', { nullable: false }),
    firstName: t.exposeString('firstName', { nullable: true }),
    lastName: t.exposeString('lastName', { nullable: true }),
    contactItems: t.field({ type: [ItemType], nullable: true, resolve: ({ contactItems }) => [...contactItems] }),
    organization: t.field({
      type: OrganizationType,
      nullable: true,
      resolve: ({ source, contactId }, _arguments, context) => context.organization(source, contactId),
    }),
  }),
})
const PageInfoType = builder.objectRef<PeoplePage['pageInfo']>('PageInfo').implement({
  fields: (t) => ({
    endCursor: t.exposeString('endCursor', { nullable: true }),
    hasNextPage: t.exposeBoolean('hasNextPage', { nullable: false }),
  }),
})
const ConnectionType = builder.objectRef<PeoplePage>('PersonConnection').implement({
  fields: (t) => ({
    nodes: t.field({ type: [PersonType], nullable: false, resolve: ({ nodes }) => [...nodes] }),
    pageInfo: t.field({ type: PageInfoType, nullable: false, resolve: ({ pageInfo }) => pageInfo }),
  }),
})
const ViewerType = builder.objectRef<{ scopes: string[] }>('Viewer').implement({
  fields: (t) => ({ scopes: t.exposeStringList('scopes', { nullable: false }) }),
})
const FilterType = builder.inputType('PersonFilter', { fields: (t) => ({ search: t.string() }) })

builder.queryType({
  fields: (t) => ({
    viewer: t.field({ type: ViewerType, nullable: false, resolve: () => ({ scopes: SCOPES }) }),
    people: t.field({
      type: ConnectionType,
      nullable: false,
      args: {
        first: t.arg.int({ required: true }),
        after: t.arg.string(),
        filter: t.arg({ type: FilterType }),
        sources: t.arg.stringList({ required: true }),
      },
      resolve: (_root, { first, after, filter, sources }, context) =>
        context.list({ first, after: after ?? null, filter: filter ?? null, sources }),
    }),
    person: t.field({
      type: PersonType,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, context) => ({ ...(await context.person(String(id))), source: 'in' }),
    }),
  }),
})

type PlainReceipt = PlainUpsert['receipts'][number]

const ChangeType = builder.objectRef<PlainReceipt['changes'][number]>('FieldChange').implement({
  fields: (t) => ({
    path: t.exposeString('path', { nullable: false }),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
})
const ReceiptType = builder.objectRef<PlainReceipt>('WriteReceipt').implement({
  fields: (t) => ({
    outcome: t.exposeString('outcome', { nullable: false }),
    changes: t.field({ type: [ChangeType], nullable: false, resolve: ({ changes }) => [...changes] }),
  }),
})
const ErrorType = builder.objectRef<{ message: string }>('UserError').implement({
  fields: (t) => ({ message: t.exposeString('message', { nullable: false }) }),
})
const PayloadType = builder.objectRef<PlainUpsert>('UpsertContactItemPayload').implement({
  fields: (t) => ({
    contactItem: t.field({ type: ItemType, nullable: true, resolve: ({ contactItem }) => contactItem }),
    receipts: t.field({ type: [ReceiptType], nullable: false, resolve: ({ receipts }) => [...receipts] }),
    userErrors: t.field({ type: [ErrorType], nullable: false, resolve: ({ userErrors }) => [...userErrors] }),
  }),
})
const InputType = builder.inputType('UpsertContactItemInput', {
  fields: (t) => ({
    ownerId: t.id({ required: true }),
    id: t.id({ required: true }),
    value: t.string({ required: true }),
  }),
})

builder.mutationType({
  fields: (t) => ({
    upsertContactItem: t.field({
      type: PayloadType,
      nullable: false,
      args: { input: t.arg({ type: InputType, required: true }) },
      resolve: (_root, { input }, context) =>
        context.upsert({ ownerId: String(input.ownerId), id: String(input.id), value: input.value }),
    }),
  }),
})

const contexts = createContexts(askWithFetch)
const yoga = createYoga({ schema: builder.toSchema(), context: () => contexts(), logging: false })
const server = createServer(yoga)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/graphql` }))
})
process.stdin.on('end', () => process.exit()).resume()
