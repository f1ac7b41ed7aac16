import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shareBudget } from '../../src/directory/shared-budget.ts'
import type { SourceBudget } from '../../src/sources/source.ts'

const left = (remaining: number): SourceBudget => ({ limit: 100, remaining, resetAt: '2026-01-01T00:00:00Z' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(count: number) {
  const learned: SourceBudget[] = []
  const source: { told: SourceBudget | null; budget(): SourceBudget | null } = {
    told: null,
    budget: () => source.told,
  }
  const budget = shareBudget(source, { count, learned: (told) => void learned.push(told) }, () => Date.now())
  return { source, budget, learned }
}

describe('what a source told of its rate limit', () => {
  it('is what was told last, here or elsewhere', () => {
    const { source, budget } = open(2)
    source.told = left(50)
    const own = budget.current()
    vi.advanceTimersByTime(10)
    budget.hear(left(40), Date.now())
    const heard = budget.current()
    budget.hear(left(90), Date.now() - 5)
    const late = budget.current()
    vi.advanceTimersByTime(10)
    source.told = left(30)

    expect([own, heard, late, budget.current()].map((one) => one?.remaining)).toEqual([50, 40, 40, 30])
  })

  it('is kept to in equal parts', () => {
    const { source, budget } = open(3)
    source.told = left(50)

    expect(budget.share()).toEqual({ ...left(16), limit: 33 })
  })

  it('is one process’s alone where there is no other', () => {
    const { source, budget, learned } = open(1)
    source.told = left(50)

    budget.spread()
    vi.runAllTimers()

    expect([budget.share(), learned]).toEqual([source.told, []])
  })

  it('is spread some times a second at most, and not again when it is known', () => {
    const { source, budget, learned } = open(2)
    for (const remaining of [50, 49, 48]) {
      source.told = left(remaining)
      budget.spread()
    }
    vi.runAllTimers()
    budget.spread()
    vi.runAllTimers()

    expect(learned).toEqual([left(48)])
  })
})
