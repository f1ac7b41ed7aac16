import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decode } from '../../src/http/decode.ts'
import { createSession, fixedSession } from '../../src/http/session.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { testClient } from './support/client.ts'
import { sendJson, startServer, startTcpServer, unusedUrl } from './support/servers.ts'
import { skippingTimers } from './support/timers.ts'

const SECRETS = ['hunter22', 'tok-4711', 'ann@example.org', 'Annabel', 'session-cookie', 'set-me']

/** Everything of an error that could end up in a log or an answer: as text, as JSON, and all its causes. */
function everythingOf(error: unknown): string {
  const parts: string[] = []
  for (
    let current: unknown = error;
    current !== undefined;
    current = current instanceof Error ? current.cause : undefined
  ) {
    parts.push(String(current), JSON.stringify(current) ?? '', inspect(current, { depth: 10, showHidden: true }))
    if (current instanceof Error) parts.push(current.message, JSON.stringify(Object.entries(current)))
  }
  return parts.join('\n')
}

const REQUEST = {
  method: 'POST',
  path: '/people?email=ann@example.org',
  query: { api_key: 'tok-4711' },
  headers: { cookie: 'session-cookie' },
  json: { name: 'Annabel', password: 'hunter22' },
} as const

const OPTIONS = { session: fixedSession({ authorization: 'Bearer tok-4711' }), retries: 1 }

/** Ways to fail, each with what the source then answers with. */
const FAILURES: Readonly<Record<string, () => Promise<string>>> = {
  'a refused connection': unusedUrl,
  'a reset connection': () => startTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
  'an echo that is not HTTP': () => startTcpServer((socket) => socket.once('data', (data) => socket.end(data))),
  'a broken header': () =>
    startTcpServer((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nset-cookie: set-me\r\nhunter22 tok-4711\r\n\r\n')),
    ),
  'an answer cut off': () =>
    startTcpServer((socket) =>
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\nset-cookie: set-me\r\ncontent-length: 99\r\n\r\nAnnabel'),
      ),
    ),
  'an error status': async () =>
    (await startServer((request, response) => sendJson(response, request.body.toString(), 500))).url,
  'a redirect': async () =>
    (await startServer((_request, response) => response.writeHead(302, { location: '/login?token=tok-4711' }).end()))
      .url,
  'a damaged body': async () =>
    (await startServer((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('Annabel')))
      .url,
}

describe('errors', () => {
  it.each(Object.entries(FAILURES))('hold no query, credential or body after %s', async (_name, start) => {
    const client = testClient(await start(), OPTIONS, skippingTimers())

    const errors = [await client.fail(REQUEST), await client.fail({ ...REQUEST, idempotent: true })]

    for (const error of errors) {
      for (const secret of SECRETS) expect(everythingOf(error)).not.toContain(secret)
    }
  })

  it('hold none of them when the time is up', async () => {
    const server = await startServer(() => {})
    const client = testClient(server.url, { ...OPTIONS, timeoutMs: 40 })

    const error = await client.fail(REQUEST)

    for (const secret of SECRETS) expect(everythingOf(error)).not.toContain(secret)
  })

  it.each(['tok-4711', 'Bearer tok-4711', 'session-cookie', 'hunter22'])(
    'do not quote a vendor that repeats %s',
    async (secret) => {
      const server = await startServer((_request, response) => sendJson(response, { error: `no ${secret} here` }, 403))
      const client = testClient(server.url, {
        ...OPTIONS,
        readError: (_status, body) => ({ message: (body as { error: string }).error }),
      })

      const error = await client.fail(REQUEST)

      expect(error.message).toBe('donors answered 403 to POST /people: (its message repeats a credential)')
    },
  )

  it('cut the words of a talkative vendor short', async () => {
    const server = await startServer((_request, response) => sendJson(response, 'x'.repeat(5_000), 422))
    const client = testClient(server.url, { readError: (_status, body) => ({ message: String(body) }) })

    const error = await client.fail({ method: 'PUT', path: '/people/4', json: {} })

    expect(error.message.length).toBeLessThan(400)
  })

  it('call a path what its request says, where it holds personal data', async () => {
    const server = await startServer((_request, response) => response.writeHead(404).end())
    const heard: string[] = []
    const client = testClient(server.url, { onRequest: (_method, path) => heard.push(path) })

    const error = await client.fail({ method: 'GET', path: '/people/ann@example.org', shownPath: '/people/{email}' })

    expect(error.message).toBe('donors answered 404 to GET /people/{email}')
    expect(heard).toEqual(['/people/{email}'])
  })

  it('of a sign-in hold no password, in their cause neither', async () => {
    const server = await startServer((request, response) =>
      sendJson(response, { error_description: `wrong: ${request.body}` }, 400),
    )
    const client = testClient(server.url, {
      readError: (_status, body) => ({ message: (body as { error_description: string }).error_description }),
      session: createSession({
        now: Date.now,
        async signIn(signal) {
          const form = { grant_type: 'password', username: 'kith', password: 'hunter22' }
          await client.ask({ method: 'POST', path: '/token', form, anonymous: true, signal })
          return { headers: {}, expiresAtMs: null }
        },
      }),
    })

    const error = await client.fail({ method: 'GET', path: '/people' })

    expect(error).toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    expect(error.cause).toBeInstanceOf(GatewayError)
    expect(everythingOf(error)).not.toContain('hunter22')
  })

  it('of an unexpected shape hold no value, in their cause neither', () => {
    const schema = z.object({
      id: z.number(),
      kind: z.enum(['a', 'b']),
      note: z.string().refine(() => false, 'hunter22'),
    })
    const value = { id: 'tok-4711', kind: 'Annabel', note: 'ann@example.org', set: 'set-me' }

    const error = (() => {
      try {
        return decode(schema, value, { source: 'donors', what: 'a contact' })
      } catch (thrown) {
        return thrown
      }
    })()

    expect(error).toBeInstanceOf(GatewayError)
    for (const secret of SECRETS) expect(everythingOf(error)).not.toContain(secret)
  })
})
