import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fitsOf } from '../../src/http/fits.ts'

const text = z.string().nullish()
const record = z.looseObject({
  id: z.int(),
  name: z.string(),
  note: text,
  weight: z.number().nullable(),
  isOpen: z.boolean().optional(),
  kind: z.literal(['a', 'b']).nullish(),
  key: z.union([z.int(), z.string()]),
  any: z.unknown(),
  code: z
    .string()
    .regex(/^[a-z]/)
    .nullish(),
  parts: z.array(z.looseObject({ id: z.int(), value: text })).nullish(),
})

/** Values that are mostly as the schema wants them. */
const leaf = fc.oneof(
  fc.constantFrom(null, undefined, 1, 1.5, 2 ** 60, 'a', '', true, [], {}, [null], { id: 1 }),
  fc.jsonValue(),
)
const part = fc.record({ id: fc.oneof(fc.integer(), leaf), value: leaf, more: leaf }, { requiredKeys: [] })
const value = fc.record(
  {
    id: fc.oneof(fc.integer(), leaf),
    name: fc.oneof(fc.string(), leaf),
    note: fc.oneof(fc.string(), fc.constant(null), leaf),
    weight: fc.oneof(fc.double(), leaf),
    isOpen: fc.oneof(fc.boolean(), leaf),
    kind: fc.oneof(fc.constantFrom('a', 'b', null), leaf),
    key: fc.oneof(fc.integer(), fc.string(), leaf),
    any: leaf,
    code: fc.oneof(fc.string(), leaf),
    parts: fc.oneof(fc.array(part), leaf),
    more: leaf,
  },
  { requiredKeys: ['id', 'name'] },
)
/** As it would come over the wire. */
const answers = fc.oneof(value, leaf).map((given): unknown => JSON.parse(JSON.stringify(given) ?? 'null'))

describe('fitsOf', () => {
  const fits = fitsOf(record)

  it('says yes only to what the schema would give back as it is', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        if (!fits?.(answer)) return
        expect(record.parse(answer)).toEqual(answer)
      }),
      { numRuns: 2000 },
    )
  })

  it('says yes to what is as it should be', () => {
    const answer = { id: 1, name: 'Ann', weight: null, key: 'k', any: null, parts: [{ id: 2 }], more: { deep: [1] } }

    expect(fits?.(answer)).toBe(true)
    expect(fits?.({ ...answer, kind: 'c' })).toBe(false)
    expect(fits?.({ ...answer, parts: [{ id: '2' }] })).toBe(false)
    expect(fits?.({ ...answer, id: 1.5 })).toBe(false)
    expect(fits?.({ ...answer, code: 'a1' })).toBe(true)
    expect(fits?.({ ...answer, code: '1a' })).toBe(false)
  })

  it('says no to a member that schemas leave out', () => {
    expect(fits?.(JSON.parse('{"id":1,"name":"Ann","weight":1,"key":1,"any":1,"__proto__":{"a":1}}'))).toBe(false)
  })

  it.each([
    ['leave members out', z.object({ id: z.int() })],
    ['refuse members', z.strictObject({ id: z.int() })],
    ['fill in', z.looseObject({ id: z.int().default(0) })],
    ['change', z.string().transform((given) => given.length)],
    ['trim', z.string().trim()],
    ['count letters', z.string().min(1)],
    ['ask more of a text', z.looseObject({ at: z.iso.datetime() })],
    ['ask more of a list', z.array(z.int()).min(1)],
    ['ask more of a whole', z.looseObject({ a: z.int() }).refine(({ a }) => a > 1)],
    ['are of a kind it does not know', z.record(z.string(), z.int())],
  ])('leaves schemas alone that %s', (_what, schema) => {
    expect(fitsOf(schema)).toBeNull()
  })
})
