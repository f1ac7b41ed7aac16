import { describe, expect, it } from 'vitest'
import type { PreparedOperation } from '../../src/graphql/prepared/prepare.ts'
import { createPreparedOperations } from '../../src/server/prepared-operations.ts'

const OPERATION: PreparedOperation = { name: null, kind: 'query', execute: () => ({ data: {} }) }

function createCounted() {
  const prepared: string[] = []
  const operations = createPreparedOperations((query) => {
    prepared.push(query.slice(0, 20))
    return OPERATION
  })
  return { ...operations, prepared }
}

describe('prepared operations', () => {
  it('are prepared when they come for the second time, once', () => {
    const { find, prepared } = createCounted()

    const found = [1, 2, 3].map(() => find('{ a }', null))

    expect(found).toEqual([null, OPERATION, OPERATION])
    expect(prepared).toEqual(['{ a }'])
  })

  it('are apart by the name asked for', () => {
    const { find, prepared } = createCounted()

    for (const name of ['A', 'B', 'A', 'B']) find('query A { a } query B { b }', name)

    expect(prepared).toHaveLength(2)
  })

  it('stay through a flood of documents that come once', () => {
    const { find, prepared } = createCounted()
    find('{ a }', null)
    find('{ a }', null)

    for (let number = 0; number < 5_000; number++) find(`{ a${number} } #${' '.repeat(1_000)}`, null)

    expect(find('{ a }', null)).toBe(OPERATION)
    expect(prepared).toEqual(['{ a }'])
  })

  it('give way by the room they take when many others come again', () => {
    const { find, prepared } = createCounted()
    const document = (number: number) => `{ a${number} } #${' '.repeat(19_000)}`

    for (let number = 0; number < 60; number++) for (let time = 0; time < 2; time++) find(document(number), null)
    find(document(0), null)
    find(document(0), null)

    expect(prepared).toHaveLength(61)
  })

  it('stay when the largest documents come again and again, which are not prepared', () => {
    const { find, prepared } = createCounted()
    find('{ a }', null)
    find('{ a }', null)

    for (let number = 0; number < 60; number++) find(`{ a${number >> 1} } #${' '.repeat(99_000)}`, null)

    expect(find('{ a }', null)).toBe(OPERATION)
    expect(prepared).toEqual(['{ a }'])
  })
})
