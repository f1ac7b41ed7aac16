import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sameJson } from '../../src/model/json.ts'

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(undefined, null, true, false, 0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, '', 'a', '__proto__'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'toString'), tie('value'), { maxKeys: 3 }),
  ),
}))

describe('sameJson', () => {
  it('is true of values that give the same text, and of no others', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      }),
      { numRuns: 2000 },
    )
  })

  it('is true of a value and its copy with the keys the other way round', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(sameJson(one, reversed(one))).toBe(true)
      }),
    )
  })

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [{ a: undefined, b: 1 }, { a: 1, b: undefined }, false],
    [[1, undefined], [1, null], true],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is told here
    [[1, ,], [1, 2], false],
    [[], {}, false],
    [undefined, null, false],
    [{ ['__proto__']: {} }, { x: {} }, false],
  ])('of %j and %j is %j', (a, b, expected) => {
    expect(sameJson(a, b)).toBe(expected)
  })
})

function reversed(one: unknown): unknown {
  if (Array.isArray(one)) return one.map(reversed)
  if (typeof one !== 'object' || one === null) return one
  const members = Object.entries(one).map(([key, inner]) => [key, reversed(inner)] as const)
  return Object.fromEntries(members.reverse())
}
