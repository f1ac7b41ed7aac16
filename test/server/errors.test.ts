import { GraphQLError, GraphQLList, GraphQLString } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { type ErrorCode, GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { type Resolver, schemaOf } from './support/schema.ts'
import { post } from './support/send.ts'
import { startTestServer } from './support/start.ts'

const SECRET = 'password=hunter2 in /home/kith/config.ts'

function failWith(error: unknown): Resolver {
  return () => {
    throw error
  }
}

describe('what a client is shown of an error', () => {
  it('is the code, source and words of one that was meant', async () => {
    const error = new GatewayError('RATE_LIMITED', 'donors takes no more calls this hour', {
      source: 'donors',
      retryAfterMs: 1_500,
      cause: new Error(SECRET),
    })
    const { graphql, log } = await startTestServer({
      schema: schemaOf({ field: failWith(error), other: () => 'there' }),
    })

    const { data, errors, text, headers } = await post(graphql, { query: '{ field other }' })

    expect(data).toEqual({ field: null, other: 'there' })
    expect(errors).toEqual([
      {
        message: 'donors takes no more calls this hour',
        locations: [{ line: 1, column: 3 }],
        path: ['field'],
        extensions: {
          code: 'RATE_LIMITED',
          source: 'donors',
          retryable: true,
          retryAfterMs: 1_500,
          requestId: headers.get('x-request-id'),
        },
      },
    ])
    expect(text).not.toContain('hunter2')
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('says of what GraphQL itself refuses that trying again is no use', async () => {
    const { graphql } = await startTestServer({ schema: schemaOf({ field: () => 'there' }) })

    for (const query of ['{ nowhere }', '{']) {
      const { errors } = await post(graphql, { query })
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', retryable: false } }])
    }
  })

  it.each([
    ['an error', new Error(SECRET)],
    ['a text', SECRET],
    ['an object', { password: SECRET }],
    ['nothing', undefined],
    ['an error of GraphQL around another', new GraphQLError('shown', { originalError: new Error(SECRET) })],
  ])('is nothing of one that was not: %s', async (_what, error) => {
    const { graphql, log } = await startTestServer({ schema: schemaOf({ field: failWith(error) }) })

    const { status, data, errors, text, headers } = await post(graphql, { query: '{ field }' })

    const requestId = headers.get('x-request-id')
    expect(status).toBe(200)
    expect(data).toEqual({ field: null })
    expect(errors).toMatchObject([
      { message: 'Unexpected error', path: ['field'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
    ])
    expect(text).not.toMatch(/hunter2|stack|\.ts/)
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { requestId, path: ['field'] } },
    ])
  })

  it('is masked for each that failed, and logged for each', async () => {
    const type = new GraphQLList(GraphQLString)
    const field = () => ['a', new Error(SECRET), new Error(SECRET)]
    const { graphql, log } = await startTestServer({ schema: schemaOf({ field }, type) })

    const { data, errors } = await post(graphql, { query: '{ field }' })

    expect(data).toEqual({ field: ['a', null, null] })
    expect(errors.map(({ path }) => path)).toEqual([
      ['field', 1],
      ['field', 2],
    ])
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(2)
  })

  it('says where a document is wrong', async () => {
    const { graphql } = await startTestServer()

    const [syntax, validation] = [await post(graphql, { query: '{' }), await post(graphql, { query: '{ nope }' })]

    for (const { errors } of [syntax, validation]) {
      expect(errors).toMatchObject([
        { locations: [{ line: 1 }], extensions: { code: 'INVALID_INPUT', requestId: expect.any(String) } },
      ])
    }
    expect(syntax.errors[0]?.extensions.requestId).not.toBe(validation.errors[0]?.extensions.requestId)
  })

  it('names the request at hand, although the document was checked for an earlier one', async () => {
    const { graphql } = await startTestServer()

    const first = await post(graphql, { query: '{ nope }' }, { 'x-request-id': 'first' })
    const second = await post(graphql, { query: '{ nope }' }, { 'x-request-id': 'second' })

    expect(first.errors).toMatchObject([{ extensions: { requestId: 'first' } }])
    expect(second.errors).toMatchObject([{ extensions: { requestId: 'second' } }])
  })

  it('is JSON with an id for a path that is not there', async () => {
    const { url } = await startTestServer()

    const response = await fetch(`${url}/nowhere`)

    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'There is nothing at this path.',
          extensions: { code: 'NOT_FOUND', retryable: false, requestId: response.headers.get('x-request-id') },
        },
      ],
    })
  })
})

describe('a request that takes too long', () => {
  it('ends what it waits for, with an error that says so', async () => {
    const wait: Resolver = ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const { graphql } = await startTestServer({
      schema: schemaOf({ wait, other: () => 'there' }),
      answerTimeoutMs: 50,
    })

    const { data, errors } = await post(graphql, { query: '{ wait other }' })

    expect(data).toEqual({ wait: null, other: 'there' })
    expect(errors).toMatchObject([
      { message: 'The request took longer than 50 ms', extensions: { code: 'SOURCE_UNAVAILABLE', retryable: true } },
    ])
  })
})

describe('a client that goes away', () => {
  it('ends what was done for it', async () => {
    const began = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<unknown>()
    const wait: Resolver = ({ signal }) => {
      began.resolve()
      signal.addEventListener('abort', () => ended.resolve(signal.reason))
      return ended.promise
    }
    const { graphql, log } = await startTestServer({ schema: schemaOf({ wait }) })
    const leave = new AbortController()

    const asked = fetch(`${graphql}?query={wait}`, { signal: leave.signal })
    asked.catch(() => undefined)
    await began.promise
    leave.abort()

    expect(await ended.promise).toMatchObject({ message: 'The client went away' })
    expect(await log.next('Client went away')).toMatchObject({ fields: { status: null } })
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('the log', () => {
  it('has one line for a request: what was asked for and how it ended, and nothing that was said', async () => {
    const { graphql, log } = await startTestServer()
    const query = 'query Who($id: ID!) { person(id: $id) { displayName } nope: person(id: "%") { id } }'

    await post(graphql, { query, variables: { id: 'secret-variable' } }, { authorization: 'Bearer secret-token' })
    const line = await log.next('Answered')

    expect(line).toEqual({
      level: 'info',
      message: 'Answered',
      fields: {
        requestId: expect.any(String),
        operation: 'Who',
        kind: 'query',
        errorCodes: ['INVALID_INPUT'],
        durationMs: expect.any(Number),
        status: 200,
      },
    })
    expect(JSON.stringify(log.lines)).not.toContain('secret')
  })

  describe('of an answer that sources failed on the way to', () => {
    const LISTS = '{ people(first: 5) { nodes { displayName } } }'
    const RECORD = `{ person(id: "${encodeId('Person', 'donors', '1')}") { displayName } }`
    const WRITE = `mutation { updatePerson(input: { id: "${encodeId('Person', 'donors', '1')}", firstName: "A" }) { userErrors { code } } }`

    async function startWithASickSource(code: ErrorCode) {
      const donors = createMemorySource({ name: 'donors', records: [makePerson('donors', '1')] })
      donors.onCall = (call) => {
        if (call !== 'capabilities') throw new GatewayError(code, 'donors is not well', { source: 'donors' })
      }
      const own = createMemorySource({ name: 'own', records: [makePerson('own', '1')] })
      const server = await startTestServer({ pool: createSourcePool([{ source: own }, { source: donors }]) })
      const linesOf = async (query: string, ...ids: readonly string[]) => {
        await Promise.all(ids.map((id) => post(server.graphql, { query }, { 'x-request-id': id })))
        await post(server.graphql, { query: '{ sources { name } }' })
        const lines = ids.map((id) => server.log.lines.find(({ fields }) => fields.requestId === id)?.fields)
        return lines.map((line) => ({
          prepared: line?.prepared === true,
          codes: line?.errorCodes,
          sources: line?.sources,
        }))
      }
      return linesOf
    }

    it.each([
      ['a record', RECORD, ['SOURCE_UNAVAILABLE']],
      ['a slice that nobody asked to see', LISTS, undefined],
    ])('names them, for %s', async (_what, query, codes) => {
      const linesOf = await startWithASickSource('SOURCE_UNAVAILABLE')

      const lines = [...(await linesOf(query, 'one')), ...(await linesOf(query, 'two'))]

      const expected = { codes, sources: { donors: ['SOURCE_UNAVAILABLE'] } }
      expect(lines).toEqual([
        { prepared: false, ...expected },
        { prepared: true, ...expected },
      ])
    })

    it('names them to all who share the answer', async () => {
      const linesOf = await startWithASickSource('BAD_SOURCE_RESPONSE')
      await linesOf(LISTS, 'warm')

      const lines = await linesOf(LISTS, 'a', 'b', 'c')

      expect(lines.map(({ sources }) => sources)).toEqual(lines.map(() => ({ donors: ['BAD_SOURCE_RESPONSE'] })))
    })

    it('names them, for a write', async () => {
      const linesOf = await startWithASickSource('RATE_LIMITED')

      expect(await linesOf(WRITE, 'write')).toEqual([
        { prepared: false, codes: undefined, sources: { donors: ['RATE_LIMITED'] } },
      ])
    })

    it('names none for what the caller got wrong', async () => {
      const linesOf = await startWithASickSource('NOT_FOUND')

      expect(await linesOf(RECORD, 'absent')).toEqual([{ prepared: false, codes: ['NOT_FOUND'], sources: undefined }])
    })
  })
})
