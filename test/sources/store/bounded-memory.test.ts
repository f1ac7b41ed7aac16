import { describe, expect, it } from 'vitest'
import { createBoundedMemory } from '../../../src/sources/store/bounded-memory.ts'

const ROOMY = { maxEntries: 100, maxWeight: 1000 }

describe('a bounded memory', () => {
  it('gives what was kept, and nothing for what was not', () => {
    const memory = createBoundedMemory<string>(ROOMY)

    memory.keep('a', 'Ann', 1)

    expect(memory.get('a')).toBe('Ann')
    expect(memory.get('b')).toBeUndefined()
    expect(memory.size).toBe(1)
  })

  it('forgets what was not used while it aged twice, and keeps what was', () => {
    const memory = createBoundedMemory<string>(ROOMY)
    memory.keep('used', 'Ann', 1)
    memory.keep('unused', 'Bob', 1)

    memory.age()
    const between = memory.get('used')
    memory.age()

    expect(between).toBe('Ann')
    expect(memory.get('used')).toBe('Ann')
    expect(memory.get('unused')).toBeUndefined()
  })

  it('replaces a value, and counts the weight of the last one alone', () => {
    const memory = createBoundedMemory<string>({ maxEntries: 100, maxWeight: 100 })

    for (let time = 0; time < 50; time++) memory.keep('a', `Ann ${time}`, 25)
    memory.keep('b', 'Bob', 25)

    expect([memory.get('a'), memory.get('b'), memory.size]).toEqual(['Ann 49', 'Bob', 2])
  })

  it('never holds more than there is room for, whichever is short', () => {
    const byEntries = createBoundedMemory<number>({ maxEntries: 10, maxWeight: 1e9 })
    const byWeight = createBoundedMemory<number>({ maxEntries: 1e9, maxWeight: 100 })
    let [mostEntries, mostWeight] = [0, 0]

    for (let number = 0; number < 500; number++) {
      byEntries.keep(`${number % 37}`, number, 1)
      byEntries.get(`${(number * 7) % 37}`)
      byWeight.keep(`${number % 37}`, number, 10)
      byWeight.get(`${(number * 7) % 37}`)
      mostEntries = Math.max(mostEntries, byEntries.size)
      mostWeight = Math.max(mostWeight, byWeight.size * 10)
    }

    expect([mostEntries, mostWeight]).toEqual([10, 100])
  })

  it('keeps the values used last when it is full, all there is room for', () => {
    const memory = createBoundedMemory<number>({ maxEntries: 10, maxWeight: 1000 })

    for (let number = 0; number < 100; number++) {
      memory.keep(`${number}`, number, 1)
      memory.get('0')
    }

    const kept = Array.from({ length: 100 }, (_, number) => number).filter(
      (number) => memory.get(`${number}`) === number,
    )
    expect(kept).toEqual([0, 91, 92, 93, 94, 95, 96, 97, 98, 99])
  })

  it('keeps nothing that would take more than a quarter of the room, nor what it replaces', () => {
    const memory = createBoundedMemory<string>({ maxEntries: 100, maxWeight: 100 })
    memory.keep('a', 'Ann', 25)

    memory.keep('b', 'Bob', 25)

    memory.keep('b', 'all of them', 26)

    expect([memory.get('a'), memory.get('b')]).toEqual(['Ann', undefined])
  })

  it('is empty once cleared', () => {
    const memory = createBoundedMemory<string>(ROOMY)
    memory.keep('a', 'Ann', 1)

    memory.clear()

    expect([memory.get('a'), memory.size]).toEqual([undefined, 0])
  })
})
