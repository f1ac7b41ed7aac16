import { INDIVIDUALS_FROM } from './sizes.ts'

/** One row of the table: a query, and what its variables may be. */
export interface Row {
  readonly name: 'Trivial' | 'Related' | 'Items' | 'Stored' | 'One' | 'Six'
  readonly title: string
  readonly query: string
  /** Requests of the short form. */
  readonly requests: number
  /** `cursors`: pages of one list, walked to beforehand; a function: made. */
  readonly variables: 'none' | 'cursors' | ((number: number) => Readonly<Record<string, unknown>>)
}

const ITEMS = 'contactItems { id kind value isDefault }'

export const ROWS: readonly Row[] = [
  {
    name: 'Trivial',
    title: 'trivial field',
    query: 'query Trivial { viewer { scopes } }',
    requests: 1500,
    variables: 'none',
  },
  {
    name: 'Related',
    title: '100 records, each with a related one (12 calls)',
    query: `query Related($search: String!) { people(first: 100, filter: { search: $search }, sources: ["groups"]) {
      nodes { id displayName firstName lastName organization { id displayName } } pageInfo { hasNextPage } } }`,
    requests: 80,
    variables: (number) => ({ search: `word ${number}` }),
  },
  {
    name: 'Items',
    title: 'page of 100 with 5 items each (2 calls)',
    query: `query Items($search: String!) { people(first: 100, filter: { search: $search }, sources: ["in"]) {
      nodes { id displayName ${ITEMS} } pageInfo { hasNextPage } } }`,
    requests: 80,
    variables: (number) => ({ search: `word ${number}` }),
  },
  {
    name: 'Stored',
    title: 'page of 100 with 5 items each, SQLite',
    query: `query Stored($after: String) { people(first: 100, after: $after, sources: ["own"]) {
      nodes { id displayName ${ITEMS} } pageInfo { endCursor hasNextPage } } }`,
    requests: 120,
    variables: 'cursors',
  },
  {
    name: 'One',
    title: 'one record with its items',
    query: `query One($id: ID!) { person(id: $id) { id displayName firstName lastName ${ITEMS} } }`,
    requests: 600,
    variables: (number) => ({ id: Buffer.from(`Person:in:${INDIVIDUALS_FROM + 1 + number}`).toString('base64url') }),
  },
  {
    name: 'Six',
    title: 'list over six sources',
    query: `query Six { people(first: 100, sources: ["s1", "s2", "s3", "s4", "s5", "s6"]) {
      nodes { id displayName } pageInfo { hasNextPage } } }`,
    requests: 80,
    variables: 'none',
  },
]
