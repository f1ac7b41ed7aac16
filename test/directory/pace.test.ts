import { describe, expect, it } from 'vitest'
import { guardSource } from '../../src/directory/guard.ts'
import { createPace } from '../../src/directory/pace.ts'
import type { SourceBudget } from '../../src/sources/source.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'

const signal = new AbortController().signal
const NOW = Date.UTC(2026, 0, 1)
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toISOString()

function build(budget: SourceBudget | null) {
  const waits: number[] = []
  const pace = createPace(
    { name: 'a', budget: () => budget },
    {
      now: () => NOW,
      wait: async (milliseconds) => {
        waits.push(milliseconds)
      },
    },
  )
  return { pace, waits }
}

describe('the pace of calls', () => {
  it.each([
    ['nothing was told', null],
    ['plenty is left', { limit: 100, remaining: 50, resetAt: inSeconds(60) }],
    ['what was told is past', { limit: 100, remaining: 0, resetAt: inSeconds(-1) }],
    ['it is not told until when', { limit: 100, remaining: 0, resetAt: null }],
  ] as const)('is free while %s', async (_case, budget) => {
    const { pace, waits } = build(budget)

    for (let n = 0; n < 5; n += 1) await pace.turn(signal)

    expect(waits).toEqual([])
  })

  it('spreads what little is left over the time until more is given', async () => {
    const { pace, waits } = build({ limit: 1000, remaining: 100, resetAt: inSeconds(40) })

    for (let n = 0; n < 3; n += 1) await pace.turn(signal)

    expect(waits).toEqual([400, 800])
  })

  it('refuses a call whose turn is too far off, and says when to come again', async () => {
    const { pace } = build({ limit: 1000, remaining: 10, resetAt: inSeconds(600) })

    await pace.turn(signal)

    await expect(pace.turn(signal)).rejects.toMatchObject({ code: 'RATE_LIMITED', source: 'a', retryAfterMs: 60_000 })
  })

  it('refuses every call when nothing is left', async () => {
    const { pace } = build({ limit: 1000, remaining: 0, resetAt: inSeconds(600) })

    await expect(pace.turn(signal)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 600_000 })
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
