import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import {
  checkContactValue,
  checkDate,
  checkFullDate,
  checkName,
  checkPast,
  checkText,
  checkWebAddress,
} from '../../src/model/validate.ts'

function failure(run: () => void): GatewayError | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
}

const date = (year: number | null, month: number | null, day: number | null) => ({ year, month, day })

describe('checkDate', () => {
  it.each([
    [2026, 2, 31, 'day'],
    [2025, 2, 29, 'day'],
    [1900, 2, 29, 'day'],
    [2026, 4, 31, 'day'],
    [2026, null, 4, 'day'],
    [2026, 13, 1, 'month'],
    [2026, 0, 1, 'month'],
    [0, 1, 1, 'year'],
    [10_000, 1, 1, 'year'],
    [2026, 1, 0, 'day'],
    [2026, 1, 1.5, 'day'],
  ] as const)('refuses %s-%s-%s at its %s', (year, month, day, part) => {
    const error = failure(() => checkDate(['birthDate'], date(year, month, day)))

    expect(error?.code).toBe('INVALID_INPUT')
    expect(error?.path).toEqual(['birthDate', part])
  })

  it.each([
    [2024, 2, 29],
    [2000, 2, 29],
    [null, 2, 29],
    [1985, null, null],
    [1985, 6, null],
    [null, 6, null],
    [null, null, null],
    [9999, 12, 31],
  ] as const)('takes %s-%s-%s', (year, month, day) => {
    expect(failure(() => checkDate(['birthDate'], date(year, month, day)))).toBeNull()
  })

  it.each([
    [2027, null, null, 'year'],
    [2026, 4, null, 'month'],
    [2026, 3, 12, 'day'],
  ])('of birth lies in the future: %j-%j-%j', (year, month, day, part) => {
    const error = failure(() => checkPast(['birthDate'], date(year, month, day), Date.UTC(2026, 2, 10, 12)))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['birthDate', part] })
  })

  it.each([
    [2026, 3, 11],
    [2026, 3, null],
    [2026, null, null],
    [2025, 12, 31],
    [null, 12, 31],
    [null, null, null],
  ])('of birth may be past, or today somewhere: %j-%j-%j', (year, month, day) => {
    const atNoon = Date.UTC(2026, 2, 10, 12)

    expect(failure(() => checkPast(['birthDate'], date(year, month, day), atNoon))).toBeNull()
  })

  it('agrees with the calendar on every whole date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const real = new Date(0)
          real.setUTCFullYear(year, month - 1, day)

          const refused = failure(() => checkDate(['birthDate'], date(year, month, day))) !== null

          expect(refused).toBe(real.getUTCDate() !== day)
        },
      ),
    )
  })
})

describe('checkFullDate', () => {
  it.each(['2026-02-31', '2026-2-1', '0000-01-01', '2026-13-01', '2026-00-10', 'today', ''])('refuses "%s"', (text) => {
    expect(failure(() => checkFullDate(['hiredOn'], text))?.path).toEqual(['hiredOn'])
  })

  it('takes a day of the calendar', () => {
    expect(failure(() => checkFullDate(['hiredOn'], '2024-02-29'))).toBeNull()
  })
})

describe('checkText', () => {
  it.each([
    ['a'.repeat(10_001), 'too long'],
    ['half \ud83d', 'half a character'],
    ['zero \u0000', 'a control character'],
  ])('refuses %j (%s)', (text) => {
    expect(failure(() => checkText(['about'], text))?.path).toEqual(['about'])
  })

  it('takes line breaks, emoji, null and the empty text', () => {
    for (const text of ['two\nlines\tand 👩‍🚀', '', null, undefined]) {
      expect(failure(() => checkText(['about'], text))).toBeNull()
    }
  })

  it.each(['', ' \t', null, undefined])('refuses %j where something is required', (text) => {
    expect(failure(() => checkText(['name'], text, { required: true }))?.code).toBe('INVALID_INPUT')
  })

  it('refuses a name of more than 255 characters', () => {
    expect(failure(() => checkName(['firstName'], 'a'.repeat(255)))).toBeNull()
    expect(failure(() => checkName(['firstName'], 'a'.repeat(256)))?.path).toEqual(['firstName'])
  })
})

describe('checkContactValue', () => {
  it.each([
    ['EMAIL', 'ann.example.org'],
    ['EMAIL', 'ann@'],
    ['EMAIL', 'ann @example.org'],
    ['PHONE', 'call me'],
    ['PHONE', '12'],
    ['URL', 'example'],
    ['URL', 'javascript:alert(1)'],
    ['URL', 'ftp://example.org'],
    ['OTHER', '   '],
    ['SOCIAL', ''],
  ] as const)('refuses %s "%s"', (kind, value) => {
    expect(failure(() => checkContactValue(['value'], kind, value))?.path).toEqual(['value'])
  })

  it.each([
    ['EMAIL', ' Ann@Example.org '],
    ['PHONE', '+1 (555) 010-0142 ext. 3'],
    ['URL', 'https://example.org/ann'],
    ['SOCIAL', '@ann'],
  ] as const)('takes %s "%s"', (kind, value) => {
    expect(failure(() => checkContactValue(['value'], kind, value))).toBeNull()
  })

  it('refuses a web address with credentials or without end', () => {
    expect(failure(() => checkWebAddress(['website'], 'https://ann:secret@example.org'))?.code).toBe('INVALID_INPUT')
    expect(failure(() => checkWebAddress(['website'], `https://example.org/${'a'.repeat(2000)}`))?.code).toBe(
      'INVALID_INPUT',
    )
  })
})
