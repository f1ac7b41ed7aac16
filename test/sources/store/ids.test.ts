import { describe, expect, it } from 'vitest'
import { createIds } from '../../../src/sources/store/ids.ts'

describe('ids', () => {
  it('are UUIDs of version 7 that hold the time', () => {
    const id = createIds(() => 0x0123456789ab)()

    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('sort as they were made, also within a millisecond and when the clock is set back', () => {
    const clock = { ms: 1_000_000 }
    const newId = createIds(() => clock.ms)
    const ids: string[] = []

    for (let count = 0; count < 10_000; count++) ids.push(newId())
    clock.ms -= 500
    for (let count = 0; count < 100; count++) ids.push(newId())

    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are the same for the same clock and randomness', () => {
    const make = () =>
      createIds(
        () => 5,
        (size) => new Uint8Array(size).fill(7),
      )

    expect(make()()).toBe(make()())
  })
})
