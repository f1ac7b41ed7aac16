import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldText } from '../src/model/fold.ts'
import { startWorkspaceSimulator } from '../src/sources/onlyoffice/simulator/workspace.ts'
import { startVirtuousSimulator, type VirtuousSimulator } from '../src/sources/virtuous/simulator/simulator.ts'
import { type Gateway, startGateway } from './support/gateway.ts'

/** Every kind of source, and a store that nobody is in. */
const SOURCES = {
  own: { kind: 'store', settings: { url: 'sqlite::memory:', seed: true } },
  donors: { kind: 'virtuous' },
  empty: { kind: 'store', settings: { url: 'sqlite::memory:' } },
  sales: { kind: 'leadsy' },
  doors: { kind: 'blusky' },
  portal: { kind: 'onlyoffice-people' },
  office: { kind: 'onlyoffice-crm' },
} as const

type List = 'people' | 'users' | 'organizations'
type End = 'first' | 'last'

interface Node {
  readonly id: string
  readonly displayName: string
  readonly source: { readonly name: string }
}

interface Slice {
  readonly source: { readonly name: string }
  readonly count: number
  readonly totalCount: number | null
  readonly error: { readonly code: string } | null
}

interface Page {
  readonly nodes: readonly Node[]
  readonly slices: readonly Slice[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

interface Walk {
  readonly list: List
  readonly size: number
  readonly end?: End
  readonly orderBy?: string
  readonly sources?: readonly string[]
  /** Does something before the page of this number, which counts from 0. */
  readonly before?: (page: number) => Promise<unknown> | undefined
}

describe('a whole walk over every kind of source', () => {
  let gateway: Gateway
  let donors: VirtuousSimulator
  beforeAll(async () => {
    gateway = await startGateway({
      sources: SOURCES,
      startSimulator: {
        donors: () => startVirtuousSimulator({ people: 60 }),
        portal: () => startWorkspaceSimulator(),
        office: () => startWorkspaceSimulator(),
      },
    })
    donors = gateway.simulators.get('donors') as VirtuousSimulator
  })
  afterAll(() => gateway.close())

  async function walk({ list, size, end = 'first', orderBy, sources, before }: Walk) {
    const [cursor, forward] = end === 'first' ? ['after', true] : ['before', false]
    const order = orderBy === undefined ? '' : `, orderBy: { by: ${orderBy} }`
    const document = `query ($cursor: String, $sources: [String!]) {
      list: ${list}(${end}: ${size}, ${cursor}: $cursor, sources: $sources${order}) {
        nodes { id displayName source { name } }
        slices { source { name } count totalCount error { code } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`
    const pages: Page[] = []
    for (let from: string | null = null; ; ) {
      await before?.(pages.length)
      const { data, errors } = await gateway.query(document, { cursor: from, sources })
      expect(errors).toBeUndefined()
      const page = data.list as Page
      pages.push(page)
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo
      if (!(forward ? hasNextPage : hasPreviousPage)) break
      from = forward ? endCursor : startCursor
      expect(pages.length).toBeLessThan(500)
    }
    const inOrder = forward ? pages : pages.toReversed()
    return { pages, nodes: inOrder.flatMap(({ nodes }) => nodes) }
  }

  const idsOf = (nodes: readonly Node[]) => nodes.map(({ id }) => id)

  /** What each source holds, walked by itself. */
  async function held(list: List): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>()
    for (const source of Object.keys(SOURCES)) {
      const { pages, nodes } = await walk({ list, size: 100, sources: [source] })
      if (pages[0]?.slices[0]?.error === null) found.set(source, idsOf(nodes))
    }
    return found
  }

  it.each([
    ['people', 7],
    ['people', 50],
    ['users', 9],
    ['users', 100],
    ['organizations', 11],
  ] as const)('of %s in pages of %i meets everybody once, source after source', async (list, size) => {
    const expected = await held(list)

    const { pages, nodes } = await walk({ list, size })

    expect(idsOf(nodes)).toEqual([...expected.values()].flat())
    expect(pages.slice(0, -1).every((page) => page.nodes.length === size)).toBe(true)
    for (const { slices, nodes: shown } of pages) {
      expect(slices.reduce((sum, { count }) => sum + count, 0)).toBe(shown.length)
      expect(slices.map(({ error }) => error?.code ?? null)).toEqual(slices.map(() => null))
    }
    expect(expected.get('own')?.length).toBeGreaterThan(0)
    expect(expected.size).toBeGreaterThan(2)
  })

  it.each(['people', 'users', 'organizations'] as const)(
    'of %s backward meets the same in the same order',
    async (list) => {
      const first = await walk({ list, size: 8, end: 'last' })
      const able = first.pages[0]!.slices.filter(({ error }) => error === null).map(({ source }) => source.name)

      const backward = await walk({ list, size: 8, end: 'last', sources: able })
      const forward = await walk({ list, size: 8, sources: able })

      expect(idsOf(backward.nodes)).toEqual(idsOf(forward.nodes))
      expect(able.length).toBeGreaterThan(1)
    },
  )

  it.each(['people', 'users'] as const)('of %s by name is merged, and says who can not be', async (list) => {
    const { pages, nodes } = await walk({ list, size: 13, orderBy: 'NAME' })

    const able = pages[0]!.slices.filter(({ error }) => error === null).map(({ source }) => source.name)
    const expected = await held(list)
    expect([...idsOf(nodes)].sort()).toEqual(able.flatMap((name) => expected.get(name) ?? []).sort())
    const names = nodes.map(({ displayName }) => foldText(displayName))
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    expect(new Set(nodes.map(({ source }) => source.name)).size).toBeGreaterThan(1)
    for (const { error } of pages[0]!.slices) expect([undefined, 'UNSUPPORTED']).toContain(error?.code)
  })

  it('loses nobody to a source that dies at the third page and comes back', async () => {
    const expected = await held('people')
    const failed: (string | undefined)[] = []

    const { pages, nodes } = await walk({
      list: 'people',
      size: 25,
      before: (page) => {
        // One call and its two repetitions.
        if (page === 2) donors.fail({ kind: 'reset' }, { kind: 'reset' }, { kind: 'reset' })
        return undefined
      },
    })

    for (const { slices } of pages) failed.push(slices.find(({ source }) => source.name === 'donors')?.error?.code)
    expect(failed.filter((code) => code !== undefined)).toEqual(['SOURCE_UNAVAILABLE'])
    expect([...idsOf(nodes)].sort()).toEqual([...expected.values()].flat().sort())
  })

  it('loses nobody who stays while others come and go', async () => {
    const expected = [...(await held('people')).values()].flat()
    const gone: string[] = []
    const change = async (page: number) => {
      if (page === 0 || page % 2 === 0) return
      const { data } = await gateway.query(
        'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }',
        { input: { source: 'own', firstName: 'Ada', lastName: `Comes ${page}` } },
      )
      const leaving = page === 1 ? expected[page + 20] : data.createPerson.person.id
      await gateway.query(`mutation { deletePerson(input: { id: "${leaving}" }) { userErrors { code } } }`)
      gone.push(leaving)
    }

    const { nodes } = await walk({ list: 'people', size: 6, before: change })

    const met = idsOf(nodes)
    expect(new Set(met).size).toBe(met.length)
    expect(expected.filter((id) => !met.includes(id) && !gone.includes(id))).toEqual([])
    expect(gone.length).toBeGreaterThan(3)
  })
})
