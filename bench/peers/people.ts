/** What the peers' resolvers share: the upstream, the store, one set of loaders for each request. */
import DataLoader from 'dataloader'
import { Pool } from 'undici'
import {
  type Ask,
  createPlain,
  openPlainStore,
  type Plain,
  type PlainOrganization,
  type PlainPerson,
  type PlainUpsert,
  type UpsertInput,
} from '../harness/plain.ts'

export const { upstream, database } = JSON.parse(process.argv[2]!) as { upstream: string; database: string }

/** The upstream as one asks it first: with the global `fetch`. */
export const askWithFetch: Ask = async (path, body, method = 'POST') => {
  const init =
    body === undefined ? {} : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(`${upstream}${path}`, init)).json()
}

/** The upstream over a pool of undici's. */
export function askWithPool(): Ask {
  const pool = new Pool(upstream, { connections: 64 })
  return async (path, body, method = 'POST') => {
    const options =
      body === undefined
        ? { method: 'GET' as const, path }
        : { method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return (await pool.request(options)).body.json()
  }
}

export interface ListArguments {
  readonly first: number
  readonly after?: string | null
  readonly filter?: { readonly search?: string | null | undefined } | null
  readonly sources: readonly string[]
}

export interface PeoplePage {
  readonly nodes: readonly (PlainPerson & { readonly source: string })[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}

export interface PeerContext {
  list(request: ListArguments): Promise<PeoplePage>
  person(id: string): Promise<PlainPerson>
  upsert(input: UpsertInput): Promise<PlainUpsert>
  organization(source: string, contactId: number): Promise<PlainOrganization | null>
}

export function createContexts(ask: Ask): () => PeerContext {
  const plain = createPlain(ask)
  const store = openPlainStore(database)
  return () => createContext(plain, store)
}

function createContext(plain: Plain, store: ReturnType<typeof openPlainStore>): PeerContext {
  const organizations = new DataLoader<{ source: string; id: number }, PlainOrganization | null, string>(
    async (keys) => {
      const found = await plain.organizations(
        keys[0]!.source,
        keys.map(({ id }) => id),
      )
      return keys.map(({ id }) => found.get(id) ?? null)
    },
    { cacheKeyFn: ({ source, id }) => `${source}:${id}` },
  )
  return {
    async list({ first, after, filter, sources }) {
      const from = after == null ? null : Number(after)
      if (filter?.search != null) {
        const source = sources[0]!
        const people = await plain.individuals(source, await plain.searchIds(source, filter.search, first))
        return toPage(people, source, true)
      }
      if (sources[0] === 'own') {
        const { people, hasNextPage } = store.page(first, from ?? 0)
        return toPage(people, 'own', hasNextPage)
      }
      const nodes: PeoplePage['nodes'][number][] = []
      let more = false
      for (const source of sources) {
        const { people, hasNextPage } = await plain.page(source, first - nodes.length, from)
        nodes.push(...people.map((person) => ({ ...person, source })))
        more = hasNextPage
      }
      return { nodes, pageInfo: { endCursor: nodes.at(-1)?.cursor ?? null, hasNextPage: more } }
    },
    person: (id) => plain.individual('in', Number(Buffer.from(id, 'base64url').toString().split(':')[2])),
    upsert: (input) => plain.upsert(input),
    organization: (source, id) => organizations.load({ source, id }),
  }
}

function toPage(people: readonly PlainPerson[], source: string, hasNextPage: boolean): PeoplePage {
  return {
    nodes: people.map((person) => ({ ...person, source })),
    pageInfo: { endCursor: people.at(-1)?.cursor ?? null, hasNextPage },
  }
}
