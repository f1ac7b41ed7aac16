import { describe, expect, it } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { post, sendRaw } from './support/send.ts'
import { PERSON_QUERY, startTestServer } from './support/start.ts'

const FORM = 'application/x-www-form-urlencoded'
const BODY = JSON.stringify({ query: '{ __typename }' })

/** A request whose every line the test writes. */
function raw(target: string, host: string | null, method = 'POST'): string {
  return [
    `${method} ${target} HTTP/1.1`,
    ...(host === null ? [] : [`Host: ${host}`]),
    'Content-Type: application/json',
    `Content-Length: ${BODY.length}`,
    'Connection: close',
    '',
    BODY,
  ].join('\r\n')
}

describe('requests that a page of another site could make', () => {
  it.each([
    ['a form', FORM, new URLSearchParams({ query: 'mutation { __typename }' }).toString()],
    ['a form with files', 'multipart/form-data; boundary=x', '--x--'],
  ])('are refused without a header that it could not set: %s', async (_what, type, body) => {
    const { graphql, source } = await startTestServer()

    const { status, errors } = await post(graphql, body, { 'content-type': type })

    expect(status).toBe(403)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('x-graphql-yoga-csrf'), extensions: { code: 'FORBIDDEN' } },
    ])
    expect(source.calls).toEqual([])
  })

  it.each(['x-graphql-yoga-csrf', 'apollo-require-preflight'])('are let through with %s', async (header) => {
    const { graphql } = await startTestServer()
    const body = new URLSearchParams({ query: PERSON_QUERY }).toString()

    const { data } = await post(graphql, body, { 'content-type': FORM, [header]: '' })

    expect(data).toEqual({ person: { displayName: 'Person ada' } })
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['no site at all', { origin: 'null' }],
    ['another site, in a request that names no origin', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused when they come from %s, whatever else they bring', async (_what, headers) => {
    const { graphql } = await startTestServer()

    const { status } = await post(graphql, { query: PERSON_QUERY }, { ...headers, 'x-graphql-yoga-csrf': '1' } as never)

    expect(status).toBe(403)
  })

  it('gives no other site leave to ask', async () => {
    const { graphql } = await startTestServer()

    const response = await fetch(graphql, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })

    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('requests from a page of an origin that may call', () => {
  it('are answered, after the browser asked', async () => {
    const origin = 'https://app.example.org'
    const { graphql } = await startTestServer({ allowedOrigins: [origin] })

    const asked = await fetch(graphql, { method: 'OPTIONS', headers: { origin } })
    const answer = await post(graphql, { query: PERSON_QUERY }, { origin })

    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-headers')).toContain('content-type')
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.data).toEqual({ person: { displayName: 'Person ada' } })
  })

  it('may bring callers’ credentials for sources', async () => {
    const origin = 'https://app.example.org'
    const source = createMemorySource({ name: 'donors' })
    const pool = createSourcePool([{ source, header: 'x-kith-donors', create: () => source }])
    const { graphql } = await startTestServer({ pool, allowedOrigins: [origin] })

    const asked = await fetch(graphql, { method: 'OPTIONS', headers: { origin } })

    expect(asked.headers.get('access-control-allow-headers')).toContain('x-kith-donors')
  })

  it.each([
    ['its own', (url: string) => url, null],
    ['that of its publicUrl', () => 'https://kith.example.org', 'https://kith.example.org/'],
  ])('are answered when the origin is %s', async (_what, origin, publicUrl) => {
    const { graphql, url } = await startTestServer({ publicUrl })

    const answer = await post(graphql, { query: PERSON_QUERY }, { origin: origin(url) })

    expect(answer.data).toEqual({ person: { displayName: 'Person ada' } })
  })
})

describe('the Host of a request', () => {
  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1', '127.8.8.8:4000', '[::1]:4000', 'kith.example.org'])(
    'may be %s',
    async (host) => {
      const { port } = await startTestServer({ publicUrl: 'https://kith.example.org' })

      const answer = await sendRaw(port, raw('/graphql', host))

      expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    },
  )

  it.each([
    ['a name that somebody pointed here', 'evil.example'],
    ['a name that begins like ours', 'localhost.evil.example'],
    ['two words', 'a b'],
    ['a name and a password', 'x@localhost'],
    ['a path', 'localhost/x'],
    ['nothing', ''],
    ['missing', null],
  ])('is refused with 400 when it is %s', async (_what, host) => {
    const { port } = await startTestServer()

    const answer = await sendRaw(port, raw('/graphql', host))

    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toMatch(/\n\s+at |node_modules/)
  })
})

describe('the target of a request', () => {
  it('counts instead of Host in its absolute form', async () => {
    const { port } = await startTestServer()

    const own = await sendRaw(port, raw(`http://localhost:${port}/graphql`, 'evil.example'))
    const foreign = await sendRaw(port, raw('http://evil.example/graphql', 'localhost'))

    expect(own).toMatch(/^HTTP\/1\.1 200 /)
    expect(foreign).toMatch(/^HTTP\/1\.1 400 /)
  })

  it.each([
    ['/../../etc/passwd', 404],
    ['//graphql', 404],
    ['//evil.example/graphql', 404],
    ['/graphql/', 404],
    ['/%', 404],
    ['*', 400],
    ['http:///graphql', 400],
  ])('%s is answered with %i', async (target, status) => {
    const { port } = await startTestServer()

    const answer = await sendRaw(port, raw(target, 'localhost', 'OPTIONS'))

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })
})
