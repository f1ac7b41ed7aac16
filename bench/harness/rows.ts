import { INDIVIDUALS_FROM, SMALL, WRITTEN_FROM } from './sizes.ts'

/** One row of the table. */
export type Row = QueryRow | PictureRow

interface Titled {
  readonly name: 'Trivial' | 'Related' | 'Items' | 'Changed' | 'Stored' | 'One' | 'Six' | 'Aside' | 'Upsert' | 'Avatar'
  readonly title: string
  /** Requests of the short form. */
  readonly requests: number
}

/** A query or a mutation, and what its variables may be. */
export interface QueryRow extends Titled {
  readonly query: string
  /** `cursors`: pages of one list, walked to beforehand; a function: made. What holds `FRESH` is another with every request. */
  readonly variables: 'none' | 'cursors' | ((number: number) => Readonly<Record<string, unknown>>)
}

/** Pictures, which only kith and the floor serve. */
export interface PictureRow extends Titled {
  readonly name: 'Avatar'
}

/** Stands in a body for a number that no request before it had. */
export const FRESH = '<fresh>'

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
    name: 'Changed',
    title: 'the same page where no answer of the upstream is as the last (2 calls)',
    query: `query Changed($search: String!) { people(first: 100, filter: { search: $search }, sources: ["changing"]) {
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
    variables: (number) => ({ id: encodeId(`Person:in:${INDIVIDUALS_FROM + 1 + number}`) }),
  },
  {
    name: 'Six',
    title: 'list over six sources',
    query: `query Six { people(first: 100, sources: ["s1", "s2", "s3", "s4", "s5", "s6"]) {
      nodes { id displayName } pageInfo { hasNextPage } } }`,
    requests: 80,
    variables: 'none',
  },
  {
    name: 'Aside',
    title: 'six sources side by side (6 calls)',
    query: `query Aside($first: Int!) { ${SMALL.map(
      (source) => `${source}: people(first: $first, sources: ["${source}"]) { nodes { id displayName } }`,
    ).join(' ')} }`,
    requests: 80,
    // Twelve pages of the seventeen that there are.
    variables: (number) => ({ first: 5 + (number % 12) }),
  },
  {
    name: 'Upsert',
    title: 'upsert of a contact item with its receipt (5 calls)',
    query: `mutation Upsert($input: UpsertContactItemInput!) { upsertContactItem(input: $input) {
      contactItem { id kind value isDefault } receipts { outcome changes { path before after } }
      userErrors { message } } }`,
    requests: 300,
    variables: (number) => {
      const id = WRITTEN_FROM + number
      return {
        input: {
          ownerId: encodeId(`Person:in:${id}`),
          id: encodeId(`ContactItem:in:Person/${id}/${id * 10}`),
          value: `fresh${FRESH}@example.org`,
        },
      }
    },
  },
  { name: 'Avatar', title: 'avatar of 128 × 128 from cache', requests: 1000 },
]

function encodeId(id: string): string {
  return Buffer.from(id).toString('base64url')
}
