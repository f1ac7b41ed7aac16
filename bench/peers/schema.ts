/** The part of kith's schema that the queries need, for servers that take a schema as text and resolvers. */
import type { UpsertInput } from '../harness/plain.ts'
import type { ListArguments, PeerContext, PeoplePage } from './people.ts'

export const typeDefs = `
  type Query {
    viewer: Viewer!
    people(first: Int!, after: String, filter: PersonFilter, sources: [String!]!): PersonConnection!
    person(id: ID!): Person
  }
  type Mutation { upsertContactItem(input: UpsertContactItemInput!): UpsertContactItemPayload! }
  input UpsertContactItemInput { ownerId: ID! id: ID value: String }
  type UpsertContactItemPayload { contactItem: ContactItem receipts: [WriteReceipt!]! userErrors: [UserError!]! }
  type WriteReceipt { outcome: String! changes: [FieldChange!]! }
  type FieldChange { path: String! before: String after: String }
  type UserError { message: String! }
  type Viewer { scopes: [String!]! }
  input PersonFilter { search: String }
  type PersonConnection { nodes: [Person!]! pageInfo: PageInfo! }
  type PageInfo { endCursor: String hasNextPage: Boolean! }
  type Person {
    id: ID! displayName: String! firstName: String lastName: String
    contactItems: [ContactItem!] organization: Organization
  }
  enum ContactItemKind { EMAIL PHONE ADDRESS URL MESSAGING SOCIAL OTHER }
  type ContactItem { id: ID! kind: ContactItemKind! value: String! isDefault: Boolean }
  type Organization { id: ID! displayName: String! }
`

export const SCOPES = ['read', 'write', 'raw:read']

export const resolvers = {
  Query: {
    viewer: () => ({ scopes: SCOPES }),
    people: (_root: unknown, request: ListArguments, context: PeerContext) => context.list(request),
    person: (_root: unknown, { id }: { id: string }, context: PeerContext) => context.person(id),
  },
  Mutation: {
    upsertContactItem: (_root: unknown, { input }: { input: UpsertInput }, context: PeerContext) =>
      context.upsert(input),
  },
  Person: {
    organization: ({ source, contactId }: PeoplePage['nodes'][number], _arguments: unknown, context: PeerContext) =>
      context.organization(source, contactId),
  },
}
