import { describe, expect, it } from 'vitest'
import { guardSource } from '../../src/directory/guard.ts'
import { createPace, type Pace } from '../../src/directory/pace.ts'
import type { SourceBudget } from '../../src/sources/source.ts'
import { withUsage } from '../../src/usage.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'

const signal = new AbortController().signal
const NOW = Date.UTC(2026, 0, 1)
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toISOString()

function build(budget: SourceBudget | null | (() => SourceBudget)) {
  const waits: number[] = []
  const pace = createPace(
    { name: 'a', budget: () => (typeof budget === 'function' ? budget() : budget) },
    {
      now: () => NOW,
      wait: async (milliseconds) => {
        waits.push(milliseconds)
      },
    },
  )
  return { pace, waits }
}

const alone = async () => undefined

/** As many calls as told, of one request at the same moment. */
const together = (pace: Pace, ...calls: readonly number[]) =>
  withUsage(new Map(), () => Promise.allSettled(calls.map((count) => pace.run(count, signal, alone))))

describe('the pace of calls', () => {
  it.each([
    ['nothing was told', null],
    ['plenty is left', { limit: 100, remaining: 50, resetAt: inSeconds(60) }],
    ['what was told is past', { limit: 100, remaining: 0, resetAt: inSeconds(-1) }],
    ['it is not told until when', { limit: 100, remaining: 0, resetAt: null }],
  ] as const)('is free while %s', async (_case, budget) => {
    const { pace, waits } = build(budget)

    for (let n = 0; n < 5; n += 1) await pace.run(1, signal, alone)

    expect(waits).toEqual([])
  })

  it('spreads what little is left over the time until more is given', async () => {
    const { pace, waits } = build({ limit: 1000, remaining: 100, resetAt: inSeconds(40) })

    for (let n = 0; n < 3; n += 1) await pace.run(1, signal, alone)

    expect(waits).toEqual([400, 800])
  })

  it('lets a request that has begun go on, and the next one wait for all of it', async () => {
    const { pace, waits } = build({ limit: 1000, remaining: 100, resetAt: inSeconds(40) })

    await withUsage(new Map(), async () => {
      for (let n = 0; n < 5; n += 1) await pace.run(1, signal, alone)
    })
    await pace.run(1, signal, alone)

    expect(waits).toEqual([400])
  })

  it('refuses a call whose turn is too far off, and says when to come again', async () => {
    const { pace } = build({ limit: 1000, remaining: 10, resetAt: inSeconds(600) })

    await pace.run(1, signal, alone)

    const refusal = { code: 'RATE_LIMITED', source: 'a', retryAfterMs: 60_000 }
    await expect(pace.run(1, signal, alone)).rejects.toMatchObject(refusal)
  })

  it('refuses every call when nothing is left', async () => {
    const { pace } = build({ limit: 1000, remaining: 0, resetAt: inSeconds(600) })

    await expect(pace.run(1, signal, alone)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 600_000 })
  })

  it('begins nothing of what one request asks at once where it does not fit as a whole', async () => {
    const { pace } = build({ limit: 20, remaining: 5, resetAt: inSeconds(600) })

    const asked = await together(pace, 1, 3, 2)

    const refusal = { code: 'RATE_LIMITED', retryAfterMs: 600_000, message: expect.stringContaining('6 calls or more') }
    expect(asked).toMatchObject([{ reason: refusal }, { reason: refusal }, { reason: refusal }])
  })

  it('lets through what fits to the last call', async () => {
    const { pace } = build({ limit: 20, remaining: 6, resetAt: inSeconds(600) })

    const asked = await together(pace, 1, 3, 2)

    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  })

  it('keeps what another request has under way out of what is left', async () => {
    let remaining = 5
    const { pace } = build(() => ({ limit: 20, remaining, resetAt: inSeconds(600) }))
    const first = Promise.withResolvers<void>()
    const order: string[] = []
    const begun = Promise.withResolvers<void>()
    const one = withUsage(new Map(), () =>
      pace.run(3, signal, async () => {
        begun.resolve()
        await first.promise
        order.push('first')
      }),
    )
    await begun.promise

    const two = withUsage(new Map(), () =>
      pace.run(3, signal, async () => {
        order.push('second')
      }),
    )
    remaining = 4
    first.resolve()

    await Promise.all([one, two])
    expect(order).toEqual(['first', 'second'])
  })

  it('lets whoever goes away leave nothing behind', async () => {
    const { pace } = build({ limit: 20, remaining: 3, resetAt: inSeconds(600) })
    const leaving = new AbortController()
    const gone = pace.run(3, leaving.signal, alone)
    leaving.abort()
    await expect(gone).rejects.toThrow()

    const next = await together(pace, 3)

    expect(next.map(({ status }) => status)).toEqual(['fulfilled'])
  })

  it('keeps a guarded source from being asked at all', async () => {
    const source = createMemorySource({ name: 'a', records: [makePerson('a', '1')] })
    const resetAt = new Date(Date.now() + 60_000).toISOString()
    const guarded = guardSource(Object.assign(source, { budget: () => ({ limit: 10, remaining: 0, resetAt }) }))

    const answer = guarded.get.Person!(['1'], { signal })

    await expect(answer).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    expect(source.calls).toEqual([])
  })
})
