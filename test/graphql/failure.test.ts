import { describe, expect, it } from 'vitest'
import { messageOf } from '../../src/graphql/failure.ts'
import { GatewayError, invalidInput } from '../../src/model/errors.ts'

describe('the message of a failure', () => {
  it.each([
    [['firstName'], 'must not be empty', 'firstName must not be empty.'],
    [['items', '1', 'value'], 'is no e-mail address', 'items.1.value is no e-mail address.'],
    [['birthDate', 'day'], 'the month has 28 days, not 31', 'birthDate.day: the month has 28 days, not 31.'],
    [['file'], 'The file is empty.', 'The file is empty.'],
  ] as const)('names the field where the words alone do not: %j %s', (path, message, shown) => {
    expect(messageOf(invalidInput(path, message))).toBe(shown)
  })

  it('stays as it is without a field', () => {
    expect(messageOf(new GatewayError('SOURCE_UNAVAILABLE', 'donors did not answer'))).toBe('donors did not answer')
  })
})
