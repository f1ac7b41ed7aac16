import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardSource } from '../../src/directory/guard.ts'
import { GatewayError } from '../../src/model/errors.ts'
import type { ListQuery } from '../../src/model/query.ts'
import { versionedBy } from '../../src/sources/version.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { describeSource } from '../sources/conformance.ts'

const alive = () => new AbortController().signal
const down = new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
const source = () =>
  createMemorySource({
    name: 'a',
    records: [makePerson('a', '1', { firstName: 'Ann', tags: ['x'] }), makePerson('a', '2')],
  })
const query: ListQuery<object> = { filter: {}, order: null, limit: 5, cursor: null, backward: false }

describeSource('a guarded source', async () => ({
  source: guardSource(
    createMemorySource({
      name: 'a',
      records: Array.from({ length: 12 }, (_, n) => makePerson('a', `p${n}`, { version: 'v' })),
    }),
  ),
  ids: { Person: ['p0', 'p1'] },
  unknownId: 'nobody',
}))

describe('reads that are the same at the same moment', () => {
  it('share one call, whoever asks', async () => {
    const a = source()
    const guarded = guardSource(a)

    const [one, two] = await Promise.all([
      guarded.get.Person!(['1'], { signal: alive() }),
      guarded.get.Person!(['1'], { signal: alive() }),
    ])
    await Promise.all([
      guarded.list.Person!(query, { signal: alive() }),
      guarded.list.Person!(query, { signal: alive() }),
    ])

    expect(a.calls).toEqual(['get Person 1', 'list Person 5'])
    expect(one).toEqual(two)
  })

  it('give an answer that neither can change', async () => {
    const guarded = guardSource(source())
    const [one] = await Promise.all([
      guarded.get.Person!(['1'], { signal: alive() }),
      guarded.get.Person!(['1'], { signal: alive() }),
    ])

    expect(() => Object.assign(one[0] as object, { displayName: 'y' })).toThrow(TypeError)
  })

  it('are not asked for what is told only when somebody wants it', async () => {
    const told: string[] = []
    const record = versionedBy(() => {
      told.push('version')
      return 'v'
    })({ ...makePerson('a', '1') })
    const a = Object.assign(source(), { get: { Person: async () => [record] } })
    const guarded = guardSource(a)

    const ask = () => guarded.get.Person!(['1'], { signal: alive() })
    const [[one]] = await Promise.all([ask(), ask()])

    expect(Object.isFrozen(one)).toBe(true)
    expect(told).toEqual([])
  })

  it('share nothing once they have been answered', async () => {
    const a = source()
    const guarded = guardSource(a)

    await guarded.get.Person!(['1'], { signal: alive() })
    await guarded.get.Person!(['1'], { signal: alive() })

    expect(a.calls).toHaveLength(2)
  })

  it('are not told apart by others that differ', async () => {
    const a = source()
    const guarded = guardSource(a)

    await Promise.all([
      guarded.get.Person!(['1'], { signal: alive() }),
      guarded.get.Person!(['2'], { signal: alive() }),
      guarded.get.User!(['1'], { signal: alive() }),
    ])

    expect(a.calls).toHaveLength(3)
  })

  it('go on for the other when one goes away, and end when both have', async () => {
    const a = source()
    const held = Promise.withResolvers<void>()
    let upstream: AbortSignal | undefined
    a.onCall = (_call, { signal }) => {
      upstream = signal
      return held.promise
    }
    const guarded = guardSource(a)
    const [first, second] = [new AbortController(), new AbortController()]
    const one = guarded.get.Person!(['1'], { signal: first.signal })
    const two = guarded.get.Person!(['1'], { signal: second.signal })

    first.abort(new Error('gone'))
    await expect(one).rejects.toThrow('gone')
    const afterOne = upstream?.aborted
    second.abort(new Error('gone too'))
    await expect(two).rejects.toThrow('gone too')

    expect(afterOne).toBe(false)
    expect(upstream?.aborted).toBe(true)
  })

  it('are never what opens a record for writing: each write looks afresh', async () => {
    const a = source()
    const guarded = guardSource(a, { cacheTtlMs: 60_000 })
    const open = () => guarded.open!('Person', '1', { signal: alive() })

    await Promise.all([open(), open()])
    await open()

    expect(a.calls).toEqual(['open Person 1', 'open Person 1', 'open Person 1'])
  })

  it('do not join one that was asked before a write', async () => {
    const a = source()
    const held = Promise.withResolvers<void>()
    a.onCall = (call) => (call === 'get Person 1' && a.calls.length === 1 ? held.promise : undefined)
    const guarded = guardSource(a)
    const before = guarded.get.Person!(['1'], { signal: alive() })
    const open = await guarded.open!('Person', '1', { signal: alive() })
    await guarded.send!(open!.update!({ firstName: 'Anna' }), { signal: alive(), ifVersion: null })

    const after = guarded.get.Person!(['1'], { signal: alive() })
    held.resolve()

    expect(await after).toMatchObject([{ firstName: 'Anna' }])
    await before
    expect(a.calls.filter((call) => call === 'get Person 1')).toHaveLength(2)
  })
})

type Held = PromiseWithResolvers<void>

describe('a read that was asked while a write was on its way', () => {
  it.each([0, 60_000])('is joined by nobody who asks after it (answers kept for %i ms)', async (cacheTtlMs) => {
    const a = source()
    const [reading, begun, writing] = Array.from({ length: 3 }, () => Promise.withResolvers<void>()) as [
      Held,
      Held,
      Held,
    ]
    const isFirst = (call: string) => a.calls.filter((one) => one === call).length === 1
    a.onCall = (call) => {
      if (call.startsWith('send')) begun.resolve()
      if (call.startsWith('send')) return writing.promise
      return call === 'get Person 1' && isFirst(call) ? reading.promise : undefined
    }
    const guarded = guardSource(a, { cacheTtlMs })
    const open = await guarded.open!('Person', '1', { signal: alive() })
    const sent = guarded.send!(open!.update!({ firstName: 'Anna' }), { signal: alive(), ifVersion: null })
    await begun.promise
    const during = guarded.get.Person!(['1'], { signal: alive() })
    writing.resolve()
    await sent

    const after = guarded.get.Person!(['1'], { signal: alive() })
    reading.resolve()
    await during

    expect(await after).toMatchObject([{ firstName: 'Anna' }])
    expect(a.calls.filter((call) => call === 'get Person 1')).toHaveLength(2)
  })
})

describe('a short cache', () => {
  it('answers again for its time, and not beyond a write', async () => {
    const a = source()
    const guarded = guardSource(a, { cacheTtlMs: 60_000 })

    await guarded.get.Person!(['1'], { signal: alive() })
    await guarded.get.Person!(['1'], { signal: alive() })
    const callsBefore = a.calls.length
    const open = await guarded.open!('Person', '1', { signal: alive() })
    await guarded.send!(open!.update!({ firstName: 'Anna' }), { signal: alive(), ifVersion: null })
    const [fresh] = await guarded.get.Person!(['1'], { signal: alive() })

    expect(callsBefore).toBe(1)
    expect(fresh).toMatchObject({ firstName: 'Anna' })
  })

  it('keeps no failure', async () => {
    const a = source()
    a.onCall = () => {
      throw down
    }
    const guarded = guardSource(a, { cacheTtlMs: 60_000 })
    await expect(guarded.get.Person!(['1'], { signal: alive() })).rejects.toBe(down)
    a.onCall = () => {}

    expect(await guarded.get.Person!(['1'], { signal: alive() })).toMatchObject([{ firstName: 'Ann' }])
  })
})

describe('a source that fails again and again', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function broken() {
    const a = source()
    a.onCall = () => {
      throw down
    }
    const guarded = guardSource(a)
    for (let n = 0; n < 5; n += 1) await guarded.get.Person!(['1'], { signal: alive() }).catch(() => undefined)
    return { a, guarded }
  }

  it('is not asked any more, and callers are told when to come again', async () => {
    const { a, guarded } = await broken()

    const answer = guarded.get.Person!(['1'], { signal: alive() })

    await expect(answer).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE', source: 'a', retryAfterMs: 10_000 })
    expect(a.calls).toHaveLength(5)
    expect(guarded.circuit).toBe('open')
  })

  it('is tried with one call after a while, and used again when that is answered', async () => {
    const { a, guarded } = await broken()
    vi.setSystemTime(Date.now() + 10_001)
    a.onCall = () => {}
    const before = guarded.circuit

    const answer = await guarded.get.Person!(['1'], { signal: alive() })

    expect(before).toBe('half-open')
    expect(answer).toMatchObject([{ firstName: 'Ann' }])
    expect(guarded.circuit).toBe('closed')
  })

  it('is left alone again when that one call fails', async () => {
    const { a, guarded } = await broken()
    vi.setSystemTime(Date.now() + 10_001)
    await guarded.get.Person!(['1'], { signal: alive() }).catch(() => undefined)

    await expect(guarded.get.Person!(['1'], { signal: alive() })).rejects.toMatchObject({ retryAfterMs: 10_000 })
    expect(a.calls).toHaveLength(6)
  })

  it('does not count what it refuses, nor callers that go away', async () => {
    const a = source()
    const guarded = guardSource(a)
    a.onCall = () => {
      throw new GatewayError('FORBIDDEN', 'no', { source: 'a' })
    }
    for (let n = 0; n < 6; n += 1) await guarded.ping({ signal: alive() }).catch(() => undefined)
    a.onCall = (_call, { signal }) => {
      signal.throwIfAborted()
    }
    for (let n = 0; n < 6; n += 1) await guarded.ping({ signal: AbortSignal.abort(down) }).catch(() => undefined)

    expect(guarded.circuit).toBe('closed')
  })

  it('counts failed writes too', async () => {
    const a = source()
    const guarded = guardSource(a)
    const open = await guarded.open!('Person', '1', { signal: alive() })
    const plan = open!.update!({ firstName: 'Anna' })
    a.onCall = () => {
      throw down
    }
    for (let n = 0; n < 5; n += 1)
      expect((await guarded.send!(plan, { signal: alive(), ifVersion: null })).error).toBe(down)

    expect(guarded.circuit).toBe('open')
    await expect(guarded.send!(plan, { signal: alive(), ifVersion: null })).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
    })
  })
})
