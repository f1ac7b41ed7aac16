import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { toClientError } from '../../src/graphql/errors.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { createFakeDirectory } from '../fakes/directory.ts'
import { createContext, run } from './support/run.ts'

describe('toClientError', () => {
  it('tells code, source, whether and when to try again, and the request', () => {
    const error = new GatewayError('RATE_LIMITED', 'Enough.', { source: 'donors', retryAfterMs: 1500, status: 429 })

    const told = toClientError(new GraphQLError('Enough.', { originalError: error, path: ['people'] }), 'r1')

    expect(told?.toJSON()).toEqual({
      message: 'Enough.',
      path: ['people'],
      extensions: { code: 'RATE_LIMITED', source: 'donors', retryable: true, retryAfterMs: 1500, requestId: 'r1' },
    })
  })

  it('leaves out what is not known', () => {
    const told = toClientError(new GatewayError('FORBIDDEN', 'No.'), 'r1')

    expect(told?.extensions).toEqual({ code: 'FORBIDDEN', retryable: false, requestId: 'r1' })
  })

  it('does not take a place in the input for one in the answer', () => {
    const told = toClientError(new GatewayError('INVALID_INPUT', 'No.', { path: ['first'] }), 'r1')

    expect(told?.path).toBeUndefined()
  })

  it('keeps the words of GraphQL about a request that could not be understood', () => {
    const told = toClientError(new GraphQLError('Unknown field.', { extensions: { code: 'X' } }), 'r1')

    expect(told).toMatchObject({ message: 'Unknown field.', extensions: { code: 'X', requestId: 'r1' } })
  })

  it.each([
    ['a bug', new Error('secret')],
    ['a bug that GraphQL placed', new GraphQLError('secret', { originalError: new Error('secret') })],
    ['something thrown that is no error', 'secret'],
  ])('knows nothing to tell of %s', (_what, error) => {
    expect(toClientError(error, 'r1')).toBeNull()
  })
})

describe('a failure with a place in the input', () => {
  it.each([
    ['at once', () => refuse()],
    ['later', () => Promise.resolve().then(refuse)],
  ])('that is met %s stands at its place in the answer', async (_when, load) => {
    const directory = createFakeDirectory()
    const refusing = { ...directory, people: { ...directory.people, load } }

    const { data, errors } = await run(
      '{ other: viewer { name } me: person(id: "x") { id } }',
      {},
      createContext(refusing),
    )

    expect(data).toEqual({ other: { name: null }, me: null })
    expect(errors).toEqual([
      {
        message: 'No id.',
        path: ['me'],
        extensions: { code: 'INVALID_INPUT', retryable: false, requestId: 'request-1' },
      },
    ])
  })
})

function refuse(): never {
  throw new GatewayError('INVALID_INPUT', 'No id.', { path: ['id'] })
}
