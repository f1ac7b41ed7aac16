import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../src/http/client.ts'
import { fixedSession } from '../../src/http/session.ts'
import { testClient } from './support/client.ts'
import { sendJson, startServer } from './support/servers.ts'

describe('the base URL', () => {
  it.each(['donors.example', 'ftp://donors.example', '', 'http://'])('%j is refused', (url) => {
    expect(() => createHttpClient({ source: 'donors', url })).toThrow('the url of donors must begin with http')
  })

  it('holds no credentials', () => {
    expect(() => createHttpClient({ source: 'donors', url: 'https://ann:hunter22@donors.example' })).toThrow(
      /^the url of donors must hold no user name and no password$/,
    )
  })
})

describe('URLs from answers', () => {
  it('are followed on the origin, below the base URL or not', async () => {
    const server = await startServer((request, response) => sendJson(response, request.path))
    const client = testClient(`${server.url}/api`)
    const next = client.onOrigin(`${server.url}/api/people?page=2&q=a%20b#top`)
    const picture = client.onOrigin('/storage/7.png?hash=1')

    const answers = [
      await client.ask({ method: 'GET', path: next }),
      await client.ask({ method: 'GET', path: picture }),
    ]

    expect(answers.map(({ body }) => body)).toEqual(['/api/people?page=2&q=a%20b', '/storage/7.png?hash=1'])
  })

  it.each([
    'https://evil.example/people?page=2',
    '//evil.example/people',
    '\\\\evil.example/people',
    'https://127.0.0.1/people',
    'http://127.0.0.1:1/people',
    'http://127.0.0.1@evil.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://',
  ])('%s is refused, asked for or sent', async (url) => {
    const elsewhere = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(elsewhere.url, { session: fixedSession({ authorization: 'Bearer secret-token' }) })

    expect(() => client.onOrigin(url)).toThrow(/^donors pointed to .* which is not where it lives$/)
    if (/^https?:/.test(url))
      expect(await client.fail({ method: 'GET', path: url })).toMatchObject({ code: 'BAD_SOURCE_RESPONSE' })
    expect(elsewhere.requests).toHaveLength(0)
  })

  it('keep no credentials that stood in them', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url)

    expect(client.onOrigin(server.url.replace('//', '//ann:secret@'))).toBe(`${server.url}/`)
  })
})

describe('paths', () => {
  it.each(['/people/..', '/people/.', '/people/%2e%2E/avatar', '/people/..\\avatar', '..'])(
    '%s names nothing, and nothing is sent',
    async (path) => {
      const server = await startServer((_request, response) => sendJson(response, {}))
      const client = testClient(server.url)

      const error = await client.fail({ method: 'DELETE', path })

      expect(error.code).toBe('NOT_FOUND')
      expect(server.requests).toHaveLength(0)
    },
  )

  it.each([
    '/people/...',
    '/people/a..b',
    '/people?path=/../x',
    '/files/.hidden',
    '//evil.example/x',
    '@evil.example/x',
  ])('%s stays on the origin as it is', async (path) => {
    const server = await startServer((request, response) => sendJson(response, request.path))
    const client = testClient(server.url)

    const answer = await client.ask({ method: 'GET', path })

    expect(answer.body).toBe(path.startsWith('/') ? path : `/${path}`)
  })
})

describe('redirects', () => {
  it('of a GET are followed three times on the origin', async () => {
    const server = await startServer((request, response) => {
      const number = Number(request.path.slice(1))
      if (number < 3) response.writeHead(302, { location: `${number + 1}` }).end()
      else sendJson(response, request.headers.authorization)
    })
    const client = testClient(server.url, { session: fixedSession({ authorization: 'Bearer k' }) })

    const answer = await client.ask({ method: 'GET', path: '/0' })

    expect(answer.body).toBe('Bearer k')
    expect(server.requests.map(({ path }) => path)).toEqual(['/0', '/1', '/2', '/3'])
  })

  it('that go on and on are a bad answer', async () => {
    const server = await startServer((_request, response) => response.writeHead(307, { location: '/again' }).end())
    const client = testClient(server.url)

    const error = await client.fail({ method: 'GET', path: '/again' })

    expect(error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', status: 307 })
    expect(server.requests).toHaveLength(4)
  })

  it('to elsewhere are not followed', async () => {
    const elsewhere = await startServer((_request, response) => sendJson(response, {}))
    const server = await startServer((_request, response) =>
      response.writeHead(302, { location: `${elsewhere.url}/people?token=t` }).end(),
    )
    const client = testClient(server.url, { session: fixedSession({ authorization: 'Bearer k' }) })

    const error = await client.fail({ method: 'GET', path: '/people' })

    expect(error.code).toBe('BAD_SOURCE_RESPONSE')
    expect(error.message).toBe(`donors pointed to ${elsewhere.url}, which is not where it lives`)
    expect(elsewhere.requests).toHaveLength(0)
  })

  it.each(['POST', 'PUT', 'DELETE'] as const)('of a %s are not followed, and leave it unknown', async (method) => {
    const server = await startServer((_request, response) => response.writeHead(302, { location: '/login' }).end())
    const client = testClient(server.url)

    const error = await client.fail({ method, path: '/people/4' })

    expect(error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', outcomeUnknown: true })
    expect(server.requests).toHaveLength(1)
  })
})
