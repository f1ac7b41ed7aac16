/**
 * The floor: node:http and undici, the same calls to the upstream, the same answers, and nothing of GraphQL. Which query is meant
 * is told by `operationName`. Prints its address as JSON, then serves until its standard input ends.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'
import { createPictureShelf } from './picture-shelf.ts'
import { createPlain, openPlainStore, PAGE, type PlainPerson, type UpsertInput } from './plain.ts'
import { SMALL } from './sizes.ts'

const { upstream, database } = JSON.parse(process.argv[2]!) as { upstream: string; database: string }
const pool = new Pool(upstream, { connections: 64 })
const plain = createPlain(async (path, body, method = 'POST') => {
  const options =
    body === undefined
      ? { method: 'GET' as const, path }
      : { method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await pool.request(options)).body.json()
})
const store = openPlainStore(database)

interface Variables {
  readonly after?: string | null
  readonly search?: string
  readonly id?: string
  readonly first?: number
  readonly input?: UpsertInput
}

const withItems = ({ id, displayName, contactItems }: PlainPerson) => ({ id, displayName, contactItems })
const pageInfo = (people: readonly PlainPerson[], hasNextPage: boolean) => ({
  endCursor: people.at(-1)?.cursor ?? null,
  hasNextPage,
})
const afterOf = ({ after }: Variables) => (after == null ? null : Number(after))

async function found(source: string, search: string) {
  const people = await plain.individuals(source, await plain.searchIds(source, search, PAGE))
  return { people: { nodes: people.map(withItems), pageInfo: { hasNextPage: true } } }
}

const OPERATIONS: Readonly<Record<string, (variables: Variables) => unknown>> = {
  Trivial: () => ({ viewer: { scopes: ['read', 'write', 'raw:read'] } }),
  async Related({ search = '' }) {
    const people = await plain.individuals('groups', await plain.searchIds('groups', search, PAGE))
    const organizations = await plain.organizations(
      'groups',
      people.map(({ contactId }) => contactId),
    )
    const nodes = people.map(({ id, displayName, firstName, lastName, contactId }) => ({
      id,
      displayName,
      firstName,
      lastName,
      organization: organizations.get(contactId) ?? null,
    }))
    return { people: { nodes, pageInfo: { hasNextPage: true } } }
  },
  Items: ({ search = '' }) => found('in', search),
  Changed: ({ search = '' }) => found('changing', search),
  Stored(variables) {
    const { people, hasNextPage } = store.page(PAGE, afterOf(variables) ?? 0)
    return { people: { nodes: people.map(withItems), pageInfo: pageInfo(people, hasNextPage) } }
  },
  async One({ id = '' }) {
    const wanted = Number(Buffer.from(id, 'base64url').toString().split(':')[2])
    const { displayName, firstName, lastName, contactItems } = await plain.individual('in', wanted)
    return { person: { id, displayName, firstName, lastName, contactItems } }
  },
  /** All of them at once: `Promise.all`, and nothing around it. */
  async Aside({ first = PAGE }) {
    const pages = await Promise.all(SMALL.map((source) => plain.page(source, first, null)))
    return Object.fromEntries(
      SMALL.map((source, index) => [
        source,
        { nodes: pages[index]!.people.map(({ id, displayName }) => ({ id, displayName })) },
      ]),
    )
  },
  /** Source after source, as kith's list goes, each asked for what is still missing. */
  async Six() {
    const nodes: { id: string; displayName: string }[] = []
    for (let source = 1; source <= 6; source++) {
      const { people } = await plain.page(`s${source}`, PAGE - nodes.length, null)
      nodes.push(...people.map(({ id, displayName }) => ({ id, displayName })))
    }
    return { people: { nodes, pageInfo: { hasNextPage: true } } }
  },
  Upsert: async ({ input }) => ({ upsertContactItem: await plain.upsert(input!) }),
}

const pictures = createPictureShelf()

const server = createServer((request, response) => {
  if (request.method === 'GET') return pictures.get(request.url!, response)
  let text = ''
  request
    .setEncoding('utf8')
    .on('data', (chunk: string) => {
      text += chunk
    })
    .on('end', () => {
      if (request.method === 'PUT') pictures.put(request.url!, text, response)
      else void answer(text, response)
    })
})

async function answer(text: string, response: ServerResponse): Promise<void> {
  const { operationName, variables } = JSON.parse(text) as { operationName: string; variables: Variables }
  const data = await OPERATIONS[operationName]!(variables ?? {})
  const body = JSON.stringify({ data })
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
    .end(body)
}

server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/graphql` }))
})
process.stdin.on('end', () => process.exit()).resume()
