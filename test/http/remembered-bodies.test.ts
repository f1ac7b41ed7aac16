import { describe, expect, it } from 'vitest'
import { decode } from '../../src/http/decode.ts'
import { derive } from '../../src/http/derive.ts'
import { createRememberedBodies } from '../../src/http/remembered-bodies.ts'
import { individual } from '../../src/sources/virtuous/wire.ts'
import { testClient } from './support/client.ts'
import { startServer } from './support/servers.ts'

const JSON_TYPE = 'application/json'
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))

function openBodies({ maxBytes = 1_000_000, keptMs = 1000 } = {}) {
  let nowMs = 1
  const bodies = createRememberedBodies({ maxBytes, keptMs, now: () => nowMs })
  return {
    ...bodies,
    read: (request: string, value: unknown) => bodies.read(request, bytesOf(value), JSON_TYPE),
    pass(ms: number) {
      nowMs += ms
    },
  }
}

describe('remembered bodies', () => {
  it('are the same value from the second time on that the same bytes come', () => {
    const bodies = openBodies()
    const first = bodies.read('GET /a', { name: 'Robin' })

    const second = bodies.read('GET /a', { name: 'Robin' })
    const third = bodies.read('GET /a', { name: 'Robin' })

    expect(second).toEqual({ name: 'Robin' })
    expect(second).not.toBe(first)
    expect(third).toBe(second)
  })

  it('are never older than the bytes that came', () => {
    const bodies = openBodies()
    for (let time = 0; time < 3; time++) bodies.read('GET /a', { name: 'Robin' })

    const answers = [{ name: 'Rubin' }, { name: 'Robin' }, { name: 'Robin' }].map((now) => bodies.read('GET /a', now))

    expect(answers).toEqual([{ name: 'Rubin' }, { name: 'Robin' }, { name: 'Robin' }])
  })

  it('of another request or in another type are others', () => {
    const bodies = createRememberedBodies({ maxBytes: 1000, keptMs: 1000, now: () => 1 })
    const read = (request: string, type: string) => bodies.read(request, Buffer.from('17'), type)
    for (let time = 0; time < 2; time++) read('GET /a', JSON_TYPE)

    const [other, text] = [bodies.read('GET /b', bytesOf({ of: 'b' }), JSON_TYPE), read('GET /a', 'text/plain')]

    expect(other).toEqual({ of: 'b' })
    expect(text).toBe('17')
  })

  it('are let go of when nobody asks for them any more', () => {
    const bodies = openBodies({ keptMs: 1000 })
    bodies.read('GET /a', { name: 'Robin' })
    const kept = bodies.read('GET /a', { name: 'Robin' })
    bodies.pass(900)
    const asked = bodies.read('GET /a', { name: 'Robin' })
    bodies.pass(1100)

    bodies.forgetOld()
    const later = [bodies.read('GET /a', { name: 'Robin' }), bodies.read('GET /a', { name: 'Robin' })]

    expect(asked).toBe(kept)
    expect(later).not.toContain(kept)
  })

  it('are no more than fit, the last asked for among them', () => {
    const text = 'x'.repeat(1000)
    const bodies = openBodies({ maxBytes: 13_000 })
    const ask = (id: number) => [1, 2, 3].map(() => bodies.read(`GET /${id}`, { id, text })).at(-1)
    const kept = [1, 2, 3, 4, 5, 6].map(ask)

    const again = [6, 5, 1].map((id) => bodies.read(`GET /${id}`, { id, text }))

    expect(again[0]).toBe(kept[5])
    expect(again[1]).toBe(kept[4])
    expect(again[2]).not.toBe(kept[0])
  })

  it('are not kept where one would take the place of all others', () => {
    const bodies = openBodies({ maxBytes: 10_000 })
    const ask = () => bodies.read('GET /large', { text: 'x'.repeat(3000) })
    ask()

    const [second, third] = [ask(), ask()]

    expect(third).toEqual(second)
    expect(third).not.toBe(second)
  })
})

describe('what is derived', () => {
  it('of a remembered body is made once of each kind', () => {
    const bodies = openBodies()
    const ask = () => bodies.read('GET /a', { id: 4 })
    const [first, second] = [{}, {}]
    let made = 0
    const make = (body: unknown, kind: object) => derive(body, kind, () => ({ number: ++made }))
    make(ask(), first)

    const results = [make(ask(), first), make(ask(), first), make(ask(), second), make(ask(), first)]

    expect(results.map(({ number }) => number)).toEqual([2, 2, 3, 2])
  })

  it('is made anew with anything else, and only the last of a kind is kept', () => {
    const bodies = openBodies()
    const ask = () => bodies.read('GET /a', { id: 4 })
    const kind = {}
    let made = 0
    const make = (by: string) => derive(ask(), kind, () => `${by} ${++made}`, by)
    ask()

    const results = ['old', 'old', 'new', 'new', 'old'].map(make)

    expect(results).toEqual(['old 1', 'old 1', 'new 2', 'new 2', 'old 3'])
  })

  it('of what was derived of a remembered body is made once, too', () => {
    const bodies = openBodies()
    const ask = () => bodies.read('GET /a', { people: [{ id: 4 }] })
    const [list, names] = [{}, {}]
    let made = 0
    const read = () => {
      const body = ask()
      const people = derive(body, list, () => (body as { people: object[] }).people)
      return derive(people, names, () => ++made)
    }
    read()

    const results = [read(), read(), read()]

    expect(results).toEqual([2, 2, 2])
  })

  it('is made each time of a body that came once, and made again where that failed', () => {
    const bodies = openBodies()
    const by = {}
    const fail = () => {
      throw new Error('not this time')
    }
    let made = 0
    const once = bodies.read('GET /a', { id: 4 })
    const kept = bodies.read('GET /a', { id: 4 })

    const ofOne = [1, 2].map(() => derive(once, by, () => ++made))

    expect(ofOne).toEqual([1, 2])
    expect(() => derive(kept, by, fail)).toThrow('not this time')
    expect(derive(kept, by, () => 'made')).toBe('made')
  })

  it('is the checked value of a remembered body, and never that of another schema', () => {
    const bodies = openBodies()
    const ask = () => bodies.read('GET /a', { id: 4, contactMethods: 'none' })
    ask()

    const attempt = () => decode(individual, ask(), { source: 'donors', what: 'an individual' })

    expect(attempt).toThrow('contactMethods')
    expect(attempt).toThrow('contactMethods')
  })
})

describe('a client', () => {
  it('gives the same body for the same answer, and a new one as soon as a byte of it changes', async () => {
    const answers = ['{"id":1}', '{"id":1}', '{"id":1}', '{"id":2}']
    const server = await startServer((_request, response, count) => response.end(answers[count - 1]))
    const client = testClient(server.url)
    const ask = async () => (await client.ask({ method: 'GET', path: '/a' })).body

    const bodies = [await ask(), await ask(), await ask(), await ask()]

    expect(bodies).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }, { id: 2 }])
    expect(bodies[2]).toBe(bodies[1])
    expect(server.requests).toHaveLength(4)
  })

  it('tells requests apart by what they ask, and keeps what another client was answered to itself', async () => {
    const server = await startServer((_request, response) => response.end('{"list":[]}'))
    const [client, other] = [testClient(server.url), testClient(server.url)]
    const ask = async (of: typeof client, search: string) =>
      (await of.ask({ method: 'POST', idempotent: true, path: '/search', json: { search } })).body
    for (let time = 0; time < 2; time++) await ask(client, 'a')
    const known = await ask(client, 'a')

    const [same, another, foreign] = [await ask(client, 'a'), await ask(client, 'b'), await ask(other, 'a')]

    expect(same).toBe(known)
    expect(another).not.toBe(known)
    expect(foreign).not.toBe(known)
  })

  it.each([
    ['a write', { method: 'PUT' }],
    ['a request that is not known to only read', { method: 'POST' }],
    ['a sign-in', { method: 'POST', idempotent: true, anonymous: true }],
  ] as const)('does not remember the answer to %s', async (_what, how) => {
    const server = await startServer((_request, response) => response.end('{"token":"t"}'))
    const client = testClient(server.url)
    const ask = async () => (await client.ask({ path: '/a', json: {}, ...how })).body
    await ask()

    const [second, third] = [await ask(), await ask()]

    expect(third).toEqual(second)
    expect(third).not.toBe(second)
  })
})
