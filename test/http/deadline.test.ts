import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import { testClient } from './support/client.ts'
import { sendJson, startServer, startTcpServer } from './support/servers.ts'

const SOON_MS = 60

describe('the deadline of a call', () => {
  it('ends a call whose answer trickles in, each byte in time', async () => {
    const url = await startTcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n')
      const trickle = setInterval(() => socket.write('x'), 5)
      socket.once('close', () => clearInterval(trickle))
    })
    const client = testClient(url, { timeoutMs: SOON_MS })

    const error = await client.fail({ method: 'GET', path: '/slow' })

    expect(error.code).toBe('SOURCE_UNAVAILABLE')
    expect(error.message).toBe(`donors gave no whole answer to GET /slow within ${SOON_MS} ms`)
  })

  it('holds over all attempts together', async () => {
    const server = await startServer((_request, response) => response.destroy())
    const client = testClient(server.url, { timeoutMs: 150, retries: 1_000 })
    const startedAt = performance.now()

    const error = await client.fail({ method: 'GET', path: '/people' })

    expect(error.code).toBe('SOURCE_UNAVAILABLE')
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })

  it('holds while the request waits for its turn, and knows that it was never sent', async () => {
    const server = await startServer(() => {})
    const client = testClient(server.url, { timeoutMs: SOON_MS, concurrency: 1 })

    const [sent, queued] = await Promise.all([
      client.fail({ method: 'POST', path: '/first', json: {} }),
      client.fail({ method: 'POST', path: '/second', json: {} }),
    ])

    expect(sent).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true })
    expect(queued).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: false })
    expect(server.requests.map(({ path }) => path)).toEqual(['/first'])
  })

  it('holds while a session signs in', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url, { timeoutMs: SOON_MS, session: { apply: () => new Promise(() => {}) } })

    const error = await client.fail({ method: 'POST', path: '/people', json: {} })

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: false })
    expect(server.requests).toHaveLength(0)
  })
})

describe('a caller that goes away', () => {
  it("ends the connection to the source and names the signal's reason as the cause", async () => {
    const connections: Socket[] = []
    const caller = new AbortController()
    const url = await startTcpServer((socket) => {
      connections.push(socket)
      socket.once('data', () => caller.abort(new Error('the browser left')))
    })
    const client = testClient(url)

    const error = await client.fail({ method: 'PUT', path: '/people/4', json: {}, signal: caller.signal })

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true })
    expect(error.message).toBe('PUT /people/4 to donors was given up: its caller went away')
    expect(error.cause).toBe(caller.signal.reason)
    const [socket] = connections as [Socket]
    if (!socket.closed) await once(socket, 'close')
    expect(socket.closed).toBe(true)
  })

  it.each([
    [AbortSignal.abort(new DOMException('…', 'TimeoutError')), 'the time for it was up'],
    [
      AbortSignal.abort(new GatewayError('SOURCE_UNAVAILABLE', 'The request took too long')),
      'The request took too long',
    ],
  ])('is said to have run out of time where it has', async (signal, why) => {
    const server = await startServer((_request, response) => sendJson(response, {}))

    const error = await testClient(server.url).fail({ method: 'GET', path: '/people', signal })

    expect(error.message).toBe(`GET /people to donors was given up: ${why}`)
  })

  it('sends nothing when it had gone before', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url)

    const error = await client.fail({ method: 'POST', path: '/people', json: {}, signal: AbortSignal.abort() })

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: false })
    expect(server.requests).toHaveLength(0)
  })

  it('leaves its place to the next', async () => {
    const server = await startServer((request, response) => {
      if (request.path !== '/stuck') sendJson(response, request.path)
    })
    const client = testClient(server.url, { concurrency: 1 })
    const [stuck, queued] = [new AbortController(), new AbortController()]
    const outcomes = [
      client.fail({ method: 'GET', path: '/stuck', signal: stuck.signal }),
      client.fail({ method: 'GET', path: '/queued', signal: queued.signal }),
    ]
    const next = client.ask({ method: 'GET', path: '/next' })

    queued.abort()
    stuck.abort()

    expect((await next).body).toBe('/next')
    await Promise.all(outcomes)
    expect(server.requests.map(({ path }) => path)).not.toContain('/queued')
  })
})
