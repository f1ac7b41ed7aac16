import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { within } from '../../src/directory/within.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

describe('work that has only so much time', () => {
  it('is told when that is up', async () => {
    const outcome = expect(within(1000, aborted)).rejects.toMatchObject({ name: 'TimeoutError' })

    await vi.advanceTimersByTimeAsync(1000)

    await outcome
  })

  it.each([
    ['done', () => Promise.resolve()],
    ['failed', () => Promise.reject(new Error('no'))],
  ])('leaves nothing behind once it is %s', async (_how, end) => {
    const signals: AbortSignal[] = []

    await within(1000, (signal) => {
      signals.push(signal)
      return end()
    }).catch(() => undefined)

    expect(vi.getTimerCount()).toBe(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(signals.map((signal) => signal.aborted)).toEqual([false])
  })
})
