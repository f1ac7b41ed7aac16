import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import type { CallOptions } from '../../src/sources/source.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'

function build(...sources: MemorySource[]) {
  return createDirectory(sources, { signal: new AbortController().signal, state: createDirectoryState() })
}

const three = (name: string) => ['1', '2', '3'].map((id) => makePerson(name, id, { firstName: `${name}${id}` }))
const id = (source: string, own: string) => encodeId('Person', source, own)

describe('loading records', () => {
  it('splits a batch by source and puts it back in the order asked', async () => {
    const [a, b] = ['a', 'b'].map((name) => createMemorySource({ name, records: three(name) })) as [
      MemorySource,
      MemorySource,
    ]
    const { people } = build(a, b)

    const found = await Promise.all(
      [id('b', '2'), id('a', '1'), id('b', '1'), id('a', '9')].map((one) => people.load(one)),
    )

    expect(found.map((person) => person?.displayName ?? null)).toEqual(['b2', 'a1', 'b1', null])
    expect(a.calls).toEqual(['get Person 1,9'])
    expect(b.calls).toEqual(['get Person 2,1'])
  })

  it('cuts a batch to what the source takes at once', async () => {
    const a = createMemorySource({ name: 'a', records: three('a'), maxBatchSize: 2 })
    const { people } = build(a)

    await Promise.all(['1', '2', '3'].map((own) => people.load(id('a', own))))

    expect(a.calls).toEqual(['get Person 1,2', 'get Person 3'])
  })

  it('asks for a record once, and then gives it without a promise', async () => {
    const a = createMemorySource({ name: 'a', records: three('a') })
    const { people } = build(a)

    await Promise.all([people.load(id('a', '1')), people.load(id('a', '1'))])
    const again = people.load(id('a', '1'))

    expect(a.calls).toEqual(['get Person 1'])
    expect(again).toMatchObject({ displayName: 'a1' })
  })

  it('fails the records of a source that is down, and no others', async () => {
    const [a, b] = ['a', 'b'].map((name) => createMemorySource({ name, records: three(name) })) as [
      MemorySource,
      MemorySource,
    ]
    a.onCall = () => {
      throw new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
    }
    const { people } = build(a, b)

    const found = await Promise.allSettled([people.load(id('a', '1')), people.load(id('b', '1'))])

    expect(found[0]).toMatchObject({ status: 'rejected', reason: { code: 'SOURCE_UNAVAILABLE' } })
    expect(found[1]).toMatchObject({ status: 'fulfilled', value: { displayName: 'b1' } })
  })

  it('fails the one record that its source could not read', async () => {
    const a = createMemorySource({ name: 'a', records: three('a') })
    const get = a.get.Person
    const broken = new GatewayError('BAD_SOURCE_RESPONSE', 'half a record')
    Object.assign(a.get, {
      Person: async (ids: readonly string[], options: CallOptions) =>
        (await get?.(ids, options))?.map((record, index) => (ids[index] === '2' ? broken : record)),
    })
    const { people } = build(a)

    const found = await Promise.allSettled(['1', '2', '3'].map((own) => people.load(id('a', own))))

    expect(found.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('takes an id of another type, or of a source that is gone, for nobody', async () => {
    const { people, users } = build(createMemorySource({ name: 'a', records: three('a') }))

    expect(await users.load(id('a', '1'))).toBeNull()
    expect(await people.load(id('gone', '1'))).toBeNull()
  })

  it('refuses what is no id of ours', () => {
    const { people } = build(createMemorySource({ name: 'a' }))

    for (const bad of ['', '1', 'UGVyc29u', `${id('a', '1')}=`, `${id('a', '1')}\n`]) {
      expect(() => people.load(bad), bad).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    }
  })

  it('brings a part that a list left out, for all its records in one call', async () => {
    const a = createMemorySource({ name: 'a', records: three('a'), leavesOut: ['tags'] })
    const directory = build(a)
    const page = await directory.people.list({
      first: 3,
      after: null,
      last: null,
      before: null,
      filter: {},
      order: null,
      sources: null,
    })

    const whole = await Promise.all(page.edges.map(({ node }) => directory.withPart(node, 'tags')))

    expect(whole.map(({ tags }) => tags)).toEqual([[], [], []])
    expect(a.calls).toEqual(['list Person 3', 'complete tags 3'])
  })

  it('does not ask again for what a list has brought', async () => {
    const a = createMemorySource({ name: 'a', records: three('a') })
    const directory = build(a)
    await directory.people.list({
      first: 3,
      after: null,
      last: null,
      before: null,
      filter: {},
      order: null,
      sources: null,
    })

    await directory.people.load(id('a', '2'))

    expect(a.calls).toEqual(['list Person 3'])
  })
})
