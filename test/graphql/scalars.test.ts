import { assertScalarType, parseValue } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'

const scalar = (name: string) => assertScalarType(schema.getType(name))

describe('DateTime', () => {
  it.each([
    ['2025-03-14T09:26:53Z', '2025-03-14T09:26:53.000Z'],
    ['2025-03-14t10:26:53.25+01:00', '2025-03-14T09:26:53.250Z'],
    ['2024-02-29 23:59:59-00:30', '2024-03-01T00:29:59.000Z'],
  ])('takes %s as a moment in UTC', (text, moment) => {
    expect(scalar('DateTime').parseValue(text)).toBe(moment)
    expect(scalar('DateTime').parseLiteral(parseValue(JSON.stringify(text)), null)).toBe(moment)
  })

  it.each([
    '2025-03-14',
    '2025-03-14T09:26:53',
    '2025-02-29T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '2025-03-14T24:00:00Z',
    '2025-03-14T09:26:60Z',
    'yesterday',
    '',
    1741944413,
    null,
    {},
  ])('refuses %j', (value) => {
    expect(() => scalar('DateTime').parseValue(value)).toThrow(
      expect.objectContaining({ message: expect.stringContaining('RFC 3339'), extensions: { code: 'INVALID_INPUT' } }),
    )
  })

  it('is given out as the source tells it', () => {
    expect(scalar('DateTime').serialize('2025-03-14T09:26:53Z')).toBe('2025-03-14T09:26:53Z')
    expect(() => scalar('DateTime').serialize(new Date())).toThrow('DateTime can not be made of object')
  })
})

describe('Date', () => {
  it('takes a day of the calendar', () => {
    expect(scalar('Date').parseValue('2024-02-29')).toBe('2024-02-29')
  })

  it.each(['2025-02-29', '2025-3-14', '2025-03-14T00:00:00Z', '0000-00-00', 20250314, null])('refuses %j', (value) => {
    expect(() => scalar('Date').parseValue(value)).toThrow('YYYY-MM-DD')
  })
})

describe('URL', () => {
  it('takes an absolute web address as it is', () => {
    expect(scalar('URL').parseValue('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
  })

  it.each(['example.org', 'javascript:alert(1)', 'https://', 'ftp://example.org', 17, null])('refuses %j', (value) => {
    expect(() => scalar('URL').parseValue(value)).toThrow('absolute web address')
  })

  it('is given out as the source holds it', () => {
    expect(scalar('URL').serialize('www.example.org')).toBe('www.example.org')
  })
})

describe('Upload', () => {
  it('is never part of an answer', () => {
    expect(() => scalar('Upload').serialize('x')).toThrow('Upload is for input only')
  })
})
