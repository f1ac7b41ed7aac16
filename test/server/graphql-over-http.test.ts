import { serverAudits } from 'graphql-http'
import { describe, expect, it } from 'vitest'
import { post, readAnswer } from './support/send.ts'
import { PERSON_QUERY, startTestServer } from './support/start.ts'

describe('POST /graphql', () => {
  it('answers JSON with JSON', async () => {
    const { graphql } = await startTestServer()

    const answer = await post(graphql, { query: PERSON_QUERY })

    expect(answer.status).toBe(200)
    expect(answer.errors).toEqual([])
    expect(answer.data).toEqual({ person: { displayName: 'Person ada' } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['a form', 'application/x-www-form-urlencoded', new URLSearchParams({ query: PERSON_QUERY }).toString()],
    ['a document', 'application/graphql', PERSON_QUERY],
  ])('takes %s', async (_what, type, body) => {
    const { graphql } = await startTestServer()

    const answer = await post(graphql, body, { 'content-type': type, 'x-graphql-yoga-csrf': '1' })

    expect(answer.data).toEqual({ person: { displayName: 'Person ada' } })
  })

  it.each([
    ['several operations at once', [{ query: PERSON_QUERY }, { query: PERSON_QUERY }]],
    ['no operation', []],
    ['a text', '"x"'],
    ['half of a JSON value', '{"query":'],
    ['variables that are a list', { query: PERSON_QUERY, variables: [1] }],
    ['a query that is a number', { query: 1 }],
  ])('refuses %s with 400', async (_what, body) => {
    const { graphql } = await startTestServer()

    const { status, errors, text } = await post(graphql, body)

    expect(status).toBe(400)
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
    expect(text).not.toMatch(/originalError|stack/)
  })

  it.each(['text/plain', 'application/xml', ''])('refuses a body of the type "%s" with 415', async (type) => {
    const { graphql } = await startTestServer()

    const { status, errors } = await post(graphql, '<a/>', { 'content-type': type, 'x-graphql-yoga-csrf': '1' })

    expect(status).toBe(415)
    expect(errors).toMatchObject([{ extensions: { code: 'UNSUPPORTED' } }])
  })

  it('answers in no other form than JSON', async () => {
    const { graphql } = await startTestServer()

    const { status, errors } = await post(graphql, { query: PERSON_QUERY }, { accept: 'text/html' })

    expect(status).toBe(406)
    expect(errors).toHaveLength(1)
  })
})

describe('GET /graphql', () => {
  it('answers a query', async () => {
    const { graphql } = await startTestServer()

    const answer = await readAnswer(await fetch(`${graphql}?query=${encodeURIComponent(PERSON_QUERY)}`))

    expect(answer.data).toEqual({ person: { displayName: 'Person ada' } })
  })

  it('carries no mutation out', async () => {
    const { graphql, source } = await startTestServer()
    const mutation = 'mutation { deletePerson(input: { id: "x" }) { deletedId } }'

    const answer = await readAnswer(await fetch(`${graphql}?query=${encodeURIComponent(mutation)}`))

    expect(answer.status).toBe(405)
    expect(source.calls).toEqual([])
  })

  it('refuses variables that are not JSON with 400', async () => {
    const { graphql } = await startTestServer()

    const answer = await readAnswer(await fetch(`${graphql}?query={viewer{name}}&variables={oops`))

    expect(answer.status).toBe(400)
  })
})

it.each(['PUT', 'DELETE', 'PATCH', 'HEAD'])(
  'refuses %s /graphql with 405, and says what is allowed',
  async (method) => {
    const { graphql } = await startTestServer()

    const response = await fetch(graphql, { method })

    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST, OPTIONS')
  },
)

describe('x-request-id', () => {
  it('is the one that the request brought', async () => {
    const { graphql } = await startTestServer()

    const { headers, errors } = await post(graphql, { query: '{ nope }' }, { 'x-request-id': 'edge-17.a' })

    expect(headers.get('x-request-id')).toBe('edge-17.a')
    expect(errors).toMatchObject([{ extensions: { requestId: 'edge-17.a' } }])
  })

  it.each(['', 'two words', 'x'.repeat(101), '<b>', '"'])('is a new one for %j', async (given) => {
    const { graphql } = await startTestServer()

    const { headers } = await post(graphql, { query: '{ nope }' }, { 'x-request-id': given })

    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the GraphQL over HTTP specification', () => {
  const audits = serverAudits({ url: async () => `${(await startTestServer()).graphql}`, fetchFn: fetch })

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit.fn()

    expect(result).toMatchObject({ status: 'ok' })
  })

  it('holds for documents that came before too, which are answered in their prepared form', async () => {
    const { graphql, log } = await startTestServer()
    const again = serverAudits({ url: graphql, fetchFn: fetch })

    // The second time a document comes it is prepared.
    for (let time = 0; time < 2; time++) for (const audit of again) await audit.fn()
    const results = []
    for (const audit of again) results.push(await audit.fn())

    expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
    expect(log.lines.filter(({ fields }) => fields.prepared).length).toBeGreaterThan(again.length / 2)
  })
})
