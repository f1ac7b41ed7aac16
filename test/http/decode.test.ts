import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decode } from '../../src/http/decode.ts'

const CONTEXT = { source: 'donors', what: 'the list of people' }
const schema = z.object({ total: z.number(), list: z.array(z.object({ id: z.number(), name: z.string().nullish() })) })

describe('decode', () => {
  it('gives what the schema makes of it, members that nobody reads left out', () => {
    const value = { total: 1, list: [{ id: 4, name: null, more: true }], more: true }

    expect(decode(schema, value, CONTEXT)).toEqual({ total: 1, list: [{ id: 4, name: null }] })
  })

  it('names the source, what was read, and where in it the shape is wrong', () => {
    const value = { total: 1, list: [{ id: 4 }, { id: '5' }] }

    expect(() => decode(schema, value, CONTEXT)).toThrow(
      expect.objectContaining({
        code: 'BAD_SOURCE_RESPONSE',
        source: 'donors',
        message:
          'donors answered the list of people in an unexpected shape: list.1.id: Invalid input: expected number, received string',
      }),
    )
  })

  it.each([
    ['<html>busy</html>', 'expected object, received string'],
    [null, 'expected object, received null'],
    [undefined, 'expected object, received undefined'],
  ])('refuses %j where an object is needed', (value, message) => {
    expect(() => decode(schema, value, CONTEXT)).toThrow(message)
  })

  it('names the first few of many things that are wrong', () => {
    const value = { total: 1, list: Array.from({ length: 50 }, () => ({})) }

    expect(() => decode(schema, value, CONTEXT)).toThrow(/list\.0\.id.*list\.1\.id.*list\.2\.id[^;]*; and 47 more$/)
  })
})
