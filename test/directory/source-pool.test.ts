import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { type ConfiguredSource, createSourcePool, type SourcePool } from '../../src/directory/source-pool.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'

const state = createDirectoryState()
const HEADER = 'x-kith-donors'
const person = (id: string) => encodeId('Person', 'donors', id)

/** A source that shows each credential its own people: everybody is named after it. */
function build() {
  const opened = new Map<string, MemorySource>()
  let closed = 0
  const donors: ConfiguredSource = {
    source: createMemorySource({ name: 'donors' }),
    header: HEADER,
    create(credential) {
      const source = createMemorySource({
        name: 'donors',
        records: ['1', '2', '3'].map((id) => makePerson('donors', id, { firstName: credential, version: 'v0' })),
      })
      opened.set(credential, source)
      return Object.assign(source, {
        close: async () => {
          closed += 1
        },
      })
    },
  }
  const pool = createSourcePool([
    { source: createMemorySource({ name: 'own', records: [makePerson('own', '1')] }) },
    donors,
  ])
  return { pool, opened, closedCount: () => closed }
}

async function directoryOf(pool: SourcePool, credential?: string) {
  const { sources, caller } = await pool.forRequest((name) => (name === HEADER ? credential : undefined))
  return createDirectory(sources, { signal: new AbortController().signal, state, caller })
}

const page = { first: 3, after: null, last: null, before: null, filter: {}, order: null, sources: ['donors'] }

describe('sources that take the caller’s own credential', () => {
  it('give two callers at once nothing of each other, on any path', async () => {
    const { pool } = build()
    const asCaller = async (credential: string) => {
      const directory = await directoryOf(pool, credential)
      const [one, list, written, created] = await Promise.all([
        directory.people.load(person('1')),
        directory.people.list(page),
        directory.writes.updatePerson({ id: person('2'), jobTitle: credential, idempotencyKey: 'same' }),
        directory.writes.createPerson({ source: 'donors', firstName: credential, idempotencyKey: 'new' }),
      ])
      return JSON.stringify([one, list.edges.map(({ node }) => node), written, created])
    }

    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => asCaller(n % 2 === 0 ? 'alpha' : 'omega')))

    answers.forEach((answer, n) => {
      expect(answer).toContain(n % 2 === 0 ? 'alpha' : 'omega')
      expect(answer).not.toContain(n % 2 === 0 ? 'omega' : 'alpha')
    })
  })

  it('opens a credential once, and shares its reads among its own requests', async () => {
    const { pool, opened } = build()
    const [one, two] = await Promise.all([directoryOf(pool, 'alpha'), directoryOf(pool, 'alpha')])

    await Promise.all([one.people.load(person('1')), two.people.load(person('1'))])

    expect(opened.size).toBe(1)
    expect(opened.get('alpha')?.calls).toEqual(['get Person 1'])
  })

  it('refuses a caller who brings none, and serves them the other sources', async () => {
    const { pool } = build()
    const directory = await directoryOf(pool)

    const donors = Promise.resolve(directory.people.load(person('1')))
    const list = await directory.people.list({ ...page, sources: null })

    await expect(donors).rejects.toMatchObject({
      code: 'SOURCE_UNAUTHENTICATED',
      message: expect.stringContaining(HEADER),
    })
    expect(list.slices.map(({ count, error }) => [count, error?.code])).toEqual([
      [1, undefined],
      [0, 'SOURCE_UNAUTHENTICATED'],
    ])
    expect(await directory.source('donors')?.health()).toMatchObject({ status: 'DOWN' })
  })

  it('asks nothing for want of a credential, not even at the start', async () => {
    const nobody = createMemorySource({ name: 'donors' })
    const pool = createSourcePool([{ source: nobody, header: HEADER, create: () => nobody }])

    const probes = pool.configured.flatMap((source) => [
      source.capabilities({ signal: new AbortController().signal }),
      source.ping({ signal: new AbortController().signal }),
    ])

    expect((await Promise.allSettled(probes)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(nobody.calls).toEqual([])
  })

  it('never shows or logs the credential in a key', async () => {
    const { pool } = build()

    const { caller } = await pool.forRequest(() => 'secret-token')

    expect(caller).not.toContain('secret-token')
    expect(caller).not.toBe('')
  })

  it('closes what was opened for callers', async () => {
    const { pool, closedCount } = build()
    await directoryOf(pool, 'alpha')
    await directoryOf(pool, 'omega')

    await pool.close()

    expect(closedCount()).toBe(2)
  })
})
