import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Connection, ListRequest } from '../../src/directory/directory.ts'
import { createDirectoryState, type DirectoryState } from '../../src/directory/state.ts'
import { GatewayError } from '../../src/model/errors.ts'
import type { Person } from '../../src/model/person.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'

const signal = new AbortController().signal

function people(source: string, names: readonly string[]): readonly Person[] {
  return names.map((name, n) => makePerson(source, `${source}${String(n).padStart(3, '0')}`, { firstName: name }))
}

function build(sources: readonly MemorySource[], state: DirectoryState = createDirectoryState()) {
  const list = (request: Partial<ListRequest<'Person'>>) =>
    createDirectory(sources, { signal, state }).people.list({
      first: null,
      after: null,
      last: null,
      before: null,
      filter: {},
      order: null,
      sources: null,
      ...request,
    })
  return { list }
}

const names = (page: Connection<Person>) => page.edges.map(({ node }) => node.displayName)

async function walk(
  list: (request: Partial<ListRequest<'Person'>>) => Promise<Connection<Person>>,
  size: number,
  request: Partial<ListRequest<'Person'>> = {},
): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | null = null; ; ) {
    const page = await list({ ...request, first: size, after })
    seen.push(...page.edges.map(({ node }) => node.ref.id))
    if (!page.pageInfo.hasNextPage) return seen
    expect(page.edges.length).toBe(size)
    after = page.pageInfo.endCursor
  }
}

describe('a list over several sources', () => {
  it('lets sources follow each other as configured when no order is asked', async () => {
    const { list } = build([
      createMemorySource({ name: 'b', records: people('b', ['Zoe', 'Yan']) }),
      createMemorySource({ name: 'a', records: people('a', ['Ann', 'Bea']) }),
    ])

    const page = await list({ first: 3 })

    expect(names(page)).toEqual(['Zoe', 'Yan', 'Ann'])
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(page.slices.map(({ source, count }) => [source.name, count])).toEqual([
      ['b', 2],
      ['a', 1],
    ])
    expect(await page.totalCount).toBe(4)
  })

  it('merges sources in the order asked', async () => {
    const { list } = build([
      createMemorySource({ name: 'a', records: people('a', ['Ann', 'Cid', 'Eva']) }),
      createMemorySource({ name: 'b', records: people('b', ['Bea', 'Dan', 'Fay']) }),
    ])

    const ascending = await list({ first: 10, order: { by: 'NAME', direction: 'ASC' } })
    const descending = await list({ first: 4, order: { by: 'NAME', direction: 'DESC' } })

    expect(names(ascending)).toEqual(['Ann', 'Bea', 'Cid', 'Dan', 'Eva', 'Fay'])
    expect(names(descending)).toEqual(['Fay', 'Eva', 'Dan', 'Cid'])
  })

  it('says of a source that can not order so, and gives the others', async () => {
    const { list } = build([
      createMemorySource({ name: 'a', records: people('a', ['Ann']) }),
      createMemorySource({ name: 'b', records: people('b', ['Bea']), orders: [] }),
    ])

    const page = await list({ first: 10, order: { by: 'NAME', direction: 'ASC' } })

    expect(names(page)).toEqual(['Ann'])
    expect(page.slices[1]?.error).toMatchObject({ code: 'UNSUPPORTED', source: 'b' })
  })

  it('loses and repeats no record over a whole walk, forward and backward, merged or in turn', async () => {
    const counts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        counts,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.integer({ min: 2, max: 9 }),
        async (sizes, size, ordered, maxPageSize) => {
          const sources = sizes.map((count, n) =>
            createMemorySource({
              name: `s${n}`,
              maxPageSize,
              records: people(
                `s${n}`,
                Array.from({ length: count }, (_, k) => `N${(k * 7 + n * 3) % 11}`),
              ),
            }),
          )
          const { list } = build(sources)
          const order = ordered ? ({ by: 'NAME', direction: 'ASC' } as const) : null

          const forward = await walk(list, size, { order })
          const backward: string[] = []
          for (let before: string | null = null; ; ) {
            const page = await list({ last: size, before, order })
            backward.unshift(...page.edges.map(({ node }) => node.ref.id))
            if (!page.pageInfo.hasPreviousPage) break
            before = page.pageInfo.startCursor
          }

          expect(forward).toHaveLength(sizes.reduce((sum, count) => sum + count, 0))
          expect(new Set(forward).size).toBe(forward.length)
          expect(backward).toEqual(forward)
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })

  it('goes back to just what stood before a cursor that was given going forward', async () => {
    const { list } = build([
      createMemorySource({ name: 'a', records: people('a', ['Ann', 'Cid', 'Eva', 'Gus']) }),
      createMemorySource({ name: 'b', records: people('b', ['Bea', 'Dan', 'Fay', 'Hal']) }),
    ])
    const order = { by: 'NAME', direction: 'ASC' } as const
    const all = await list({ first: 8, order })

    for (const [index, edge] of all.edges.entries()) {
      const before = await list({ last: 8, before: edge.cursor, order })
      const after = await list({ first: 8, after: edge.cursor, order })

      expect(names(before)).toEqual(names(all).slice(0, index))
      expect(names(after)).toEqual(names(all).slice(index + 1))
    }
  })

  it('loses none that stayed when others come and go between pages', async () => {
    const a = createMemorySource({
      name: 'a',
      records: people(
        'a',
        Array.from({ length: 20 }, (_, n) => `P${n}`),
      ),
    })
    const b = createMemorySource({
      name: 'b',
      records: people(
        'b',
        Array.from({ length: 20 }, (_, n) => `P${n}`),
      ),
    })
    const { list } = build([a, b])
    const first = await list({ first: 5 })
    a.records.delete('Person/a000')
    a.records.delete('Person/a007')
    a.records.set('Person/a0005', makePerson('a', 'a0005', { firstName: 'New' }))

    const seen = new Set(first.edges.map(({ node }) => node.ref.id))
    for (let after = first.pageInfo.endCursor; after !== null; ) {
      const page = await list({ first: 5, after })
      for (const { node } of page.edges) seen.add(node.ref.id)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    }

    const stayed = [...a.records.values(), ...b.records.values()]
      .map(({ ref }) => ref.id)
      .filter((id) => id !== 'a0005')
    for (const id of stayed) expect(seen).toContain(id)
  })

  it('gives the others when one source fails, and takes it up again from the same place', async () => {
    const a = createMemorySource({ name: 'a', records: people('a', ['Ann', 'Cid']) })
    const b = createMemorySource({ name: 'b', records: people('b', ['Bea', 'Dan']) })
    const { list } = build([a, b])
    const order = { by: 'NAME', direction: 'ASC' } as const
    a.onCall = () => {
      throw new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
    }

    const broken = await list({ first: 10, order })
    a.onCall = () => {}
    const mended = await list({ first: 10, order, after: broken.pageInfo.endCursor })

    expect(names(broken)).toEqual(['Bea', 'Dan'])
    expect(broken.slices.find(({ source }) => source.name === 'a')?.error).toMatchObject({ code: 'SOURCE_UNAVAILABLE' })
    expect(broken.pageInfo.hasNextPage).toBe(false)
    expect(names(mended)).toEqual(['Ann', 'Cid'])
  })

  it('asks only the source that an organization belongs to', async () => {
    const a = createMemorySource({ name: 'a', records: people('a', ['Ann']) })
    const b = createMemorySource({ name: 'b', records: people('b', ['Bea']) })
    const { list } = build([a, b])

    const page = await list({ first: 5, filter: { organizationId: encodeId('Organization', 'b', '7') } })

    expect(a.calls).toEqual([])
    expect(b.calls).toHaveLength(1)
    expect(page.slices.map(({ count }) => count)).toEqual([0, 1])
  })

  it('asks a later source only when the page is not full', async () => {
    const a = createMemorySource({ name: 'a', records: people('a', ['Ann', 'Bea', 'Cid']) })
    const b = createMemorySource({ name: 'b', records: people('b', ['Dan']) })

    await build([a, b]).list({ first: 2 })

    expect(a.calls).toEqual(['list Person 2'])
    expect(b.calls).toEqual([])
  })

  it('refuses what can not be a page, naming the argument', async () => {
    const a = createMemorySource({ name: 'a', records: people('a', ['Ann', 'Bea']) })
    const { list } = build([a])
    const page = await list({ first: 1 })
    const cursor = page.pageInfo.endCursor as string
    const tampered = `${cursor.slice(0, 20)}${cursor[20] === 'A' ? 'B' : 'A'}${cursor.slice(21)}`

    const refusals = [
      [{}, ['first']],
      [{ first: 0 }, ['first']],
      [{ first: 101 }, ['first']],
      [{ last: -1 }, ['last']],
      [{ first: 1, last: 1 }, ['last']],
      [{ first: 1, before: cursor }, ['before']],
      [{ first: 1, sources: ['nowhere'] }, ['sources', '0']],
      [{ first: 1, after: 'garbage' }, ['after']],
      [{ first: 1, after: tampered }, ['after']],
      [{ first: 1, after: `${cursor}x` }, ['after']],
      [{ first: 1, after: cursor, filter: { organizationId: encodeId('Organization', 'a', '1') } }, ['after']],
      [{ first: 1, filter: { organizationId: 'garbage' } }, ['filter', 'organizationId']],
      [{ first: 1, filter: { organizationId: encodeId('User', 'a', '1') } }, ['filter', 'organizationId']],
    ] as const
    for (const [request, path] of refusals) {
      await expect(list(request), JSON.stringify(request)).rejects.toMatchObject({ code: 'INVALID_INPUT', path })
    }
  })

  it('refuses a cursor of another server, unless it has the same key', async () => {
    const a = createMemorySource({ name: 'a', records: people('a', ['Ann', 'Bea']) })
    const cursorKey = new Uint8Array(32).fill(7)
    const { pageInfo } = await build([a], createDirectoryState({ cursorKey })).list({ first: 1 })

    const same = build([a], createDirectoryState({ cursorKey })).list({ first: 1, after: pageInfo.endCursor })
    const other = build([a], createDirectoryState()).list({ first: 1, after: pageInfo.endCursor })

    expect(names(await same)).toEqual(['Bea'])
    await expect(other).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['after'] })
  })
})
