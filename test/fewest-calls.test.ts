import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorkspaceSimulator } from '../src/sources/onlyoffice/simulator/workspace.ts'
import { SOURCE_DEFINITIONS } from '../src/sources/registry.ts'
import { type Gateway, startGateway } from './support/gateway.ts'

/** What can be asked of every record. */
const EVERYTHING = `
  id displayName version createdAt updatedAt avatar { url(size: 64) }
  contactItems { kind value normalizedValue isDefault type { name } }
  customFields { key value }
`

/** What the sources are called here, and what is listed of each, by kind. */
const SOURCES = {
  store: ['own', 'people'],
  virtuous: ['donors', 'people'],
  leadsy: ['sales', 'users'],
  blusky: ['doors', 'users'],
  'onlyoffice-people': ['portal', 'users'],
  'onlyoffice-crm': ['office', 'people'],
} as const

type Kind = keyof typeof SOURCES
type Query = keyof typeof QUERIES

/** The table of `docs/architecture.md`: what each query costs at each source. */
function readTable(): readonly (readonly [kind: Kind, query: Query, calls: number])[] {
  const text = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8')
  const rows =
    text
      .split('## How many calls')[1]
      ?.split('\n## ')[0]
      ?.match(/^\|.*\|$/gm) ?? []
  const [head = [], , ...body] = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  return body.flatMap(([query, ...cells]) =>
    cells.flatMap((cell, index) =>
      cell === '–' ? [] : [[head[index + 1] as Kind, query as Query, Number(cell)] as const],
    ),
  )
}

const CALLS = readTable()

const QUERIES = {
  'names of a page': (list: string, source: string) => page(list, source, 'displayName'),
  'everything of a page': (list: string, source: string) => page(list, source, EVERYTHING),
  'organizations of a page': (list: string, source: string) => page(list, source, 'organization { name }'),
  'people of the organizations of a page': (list: string, source: string) =>
    page(list, source, 'organization { people(first: 5) { nodes { displayName } } }'),
  'managers and groups of a page': (list: string, source: string) =>
    page(list, source, 'groups { name } manager { displayName groups { name } }'),
  'everything of one by id': (_list: string, _source: string, ids: readonly string[]) =>
    `{ node(id: "${ids[0]}") { ... on Contactable { ${EVERYTHING} } } }`,
  'everything of many by id': (_list: string, _source: string, ids: readonly string[]) =>
    `{ nodes(ids: ${JSON.stringify(ids)}) { ... on Contactable { ${EVERYTHING} } } }`,
} as const

function page(list: string, source: string, selection: string): string {
  return `{ ${list}(first: 30, sources: ["${source}"]) { nodes { ${selection} } } }`
}

describe('the calls that a query costs', () => {
  let gateway: Gateway
  beforeAll(async () => {
    gateway = await startGateway({
      sources: {
        own: { kind: 'store', settings: { url: 'sqlite::memory:', seed: true } },
        donors: { kind: 'virtuous' },
        sales: { kind: 'leadsy' },
        doors: { kind: 'blusky' },
        portal: { kind: 'onlyoffice-people' },
        office: { kind: 'onlyoffice-crm' },
      },
      startSimulator: { portal: () => startWorkspaceSimulator(), office: () => startWorkspaceSimulator() },
    })
    // What a source asks once in its life, and seldom again, belongs to no query: who am I, which types and fields are there.
    for (const [kind, query] of CALLS) {
      const [source, list] = SOURCES[kind]
      await gateway.query(QUERIES[query](list, source, await idsOf(list, source)))
    }
  })
  afterAll(() => gateway.close())
  beforeEach(() => gateway.forget())

  async function idsOf(list: string, source: string): Promise<readonly string[]> {
    const { data } = await gateway.query(page(list, source, 'id'))
    return data[list].nodes.map(({ id }: { readonly id: string }) => id)
  }

  it('are told for every kind of source', () => {
    expect(new Set(CALLS.map(([kind]) => kind))).toEqual(new Set(SOURCE_DEFINITIONS.map(({ kind }) => kind)))
  })

  it.each(CALLS)('at %s, for %s: %i', async (kind, query, calls) => {
    const [source, list] = SOURCES[kind]
    const ids = await idsOf(list, source)
    gateway.forget()

    const { data, errors, extensions } = await gateway.query(QUERIES[query](list, source, ids))

    expect(errors).toBeUndefined()
    expect(Object.values(data)[0]).not.toBeNull()
    expect(gateway.calls(source)).toHaveLength(calls)
    expect(extensions?.sources?.[source]?.calls ?? 0).toBe(calls)
  })

  it('are one for a hundred people by id', async () => {
    const { data } = await gateway.query('{ people(first: 100, sources: ["donors"]) { nodes { id } } }')
    const ids: readonly string[] = data.people.nodes.map(({ id }: { readonly id: string }) => id)
    gateway.forget()

    const answer = await gateway.query(QUERIES['everything of many by id']('people', 'donors', ids))

    expect(ids).toHaveLength(100)
    expect(answer.data.nodes.filter(Boolean)).toHaveLength(100)
    expect(gateway.calls('donors')).toEqual(['POST /api/ContactIndividual/Query'])
  })

  it('are those of each source when ids of all are asked at once', async () => {
    const sources = ['own', 'donors', 'sales', 'doors', 'portal', 'office']
    const lists = ['people', 'people', 'users', 'users', 'users', 'people']
    const ids = (await Promise.all(sources.map((source, n) => idsOf(lists[n] as string, source)))).map((some) =>
      some.slice(0, 10),
    )
    gateway.forget()

    const { data, errors } = await gateway.query(QUERIES['everything of many by id']('', '', ids.flat()))

    expect(errors).toBeUndefined()
    expect(data.nodes.map(({ id }: { readonly id: string }) => id)).toEqual(ids.flat())
    // The two that have no look-up of several ids read ten one by one, side by side; the others all in one.
    const calls = Object.fromEntries(sources.slice(1).map((source) => [source, gateway.calls(source).length]))
    expect(calls).toEqual({ donors: 1, sales: 10, doors: 10, portal: 1, office: 2 })
  })

  it('are shared by callers who ask the same at the same moment', async () => {
    const document = page('people', 'donors', EVERYTHING)

    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.query(document)))

    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
    expect(gateway.calls('donors').length).toBeLessThan(10)
  })
})
