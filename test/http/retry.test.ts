import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../src/http/retry.ts'
import { testClient } from './support/client.ts'
import { sendJson, startServer, startTcpServer, unusedUrl } from './support/servers.ts'
import { skippingTimers } from './support/timers.ts'

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\ntrue'

describe('repeating', () => {
  it.each([429, 500, 502, 503, 504])('asks again after a %i, as often as it may', async (status) => {
    const server = await startServer((_request, response) => response.writeHead(status).end())
    const client = testClient(server.url, { retries: 3 }, skippingTimers())

    const error = await client.fail({ method: 'GET', path: '/people' })

    expect(error.status).toBe(status)
    expect(server.requests).toHaveLength(4)
  })

  it.each([400, 401, 404, 409, 422, 501])('takes a %i for an answer', async (status) => {
    const server = await startServer((_request, response) => response.writeHead(status).end())
    const client = testClient(server.url, { retries: 3 }, skippingTimers())

    await client.fail({ method: 'GET', path: '/people' })

    expect(server.requests).toHaveLength(1)
  })

  it('gives the first answer that is good, after waits that are jittered and grow', async () => {
    const server = await startServer((_request, response, count) =>
      count < 8 ? response.writeHead(503).end() : sendJson(response, 'at last'),
    )
    const timers = skippingTimers(60_000)
    const client = testClient(server.url, { retries: 10, timeoutMs: 60_000 }, timers)

    const answer = await client.ask({ method: 'GET', path: '/people' })

    expect(answer.body).toBe('at last')
    expect(timers.waits).toHaveLength(7)
    expect(new Set(timers.waits).size).toBeGreaterThan(3)
    expect(Math.max(...timers.waits.slice(4))).toBeGreaterThan(Math.max(...timers.waits.slice(0, 2)))
    expect(Math.max(...timers.waits)).toBeLessThanOrEqual(5_000)
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('never repeats a %s', async (method) => {
    const server = await startServer((_request, response, count) =>
      count % 2 === 1 ? response.writeHead(503, { 'retry-after': '0' }).end() : response.destroy(),
    )
    const client = testClient(server.url, { retries: 3 }, skippingTimers())

    const answered = await client.fail({ method, path: '/people/4' })
    const reset = await client.fail({ method, path: '/people/4' })

    expect(server.requests).toHaveLength(2)
    expect(answered.outcomeUnknown).toBe(false)
    expect(reset.outcomeUnknown).toBe(true)
  })

  it('repeats a POST that says it only reads', async () => {
    const server = await startServer((_request, response, count) =>
      count === 1 ? response.destroy() : sendJson(response, []),
    )
    const client = testClient(server.url, {}, skippingTimers())

    const answer = await client.ask({ method: 'POST', path: '/query', json: { skip: 0 }, idempotent: true })

    expect(answer.body).toEqual([])
    expect(server.requests.map(({ body }) => body.toString())).toEqual(['{"skip":0}', '{"skip":0}'])
  })

  it("does not repeat what the vendor's own words call the caller's mistake", async () => {
    const server = await startServer((_request, response) => response.writeHead(500).end())
    const client = testClient(server.url, { readError: () => ({ code: 'NOT_FOUND' }) }, skippingTimers())

    const error = await client.fail({ method: 'GET', path: '/people/4' })

    expect(error.code).toBe('NOT_FOUND')
    expect(server.requests).toHaveLength(1)
  })
})

describe('connections that fail', () => {
  it('knows that a write was not sent where nobody listens', async () => {
    const client = testClient(await unusedUrl(), {}, skippingTimers())

    const error = await client.fail({ method: 'POST', path: '/people', json: {} })

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: false })
    expect(error.message).toContain('ECONNREFUSED')
  })

  it('leaves a write unknown whose connection was reset after it was sent', async () => {
    const url = await startTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const client = testClient(url, {}, skippingTimers())

    const error = await client.fail({ method: 'POST', path: '/people', json: {} })

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true })
  })

  it('reads again, and leaves a write unknown, when a kept connection turns out to be closed', async () => {
    const received: string[] = []
    const url = await startTcpServer((socket) => {
      let requests = 0
      socket.on('data', (data) => {
        received.push(String(data).split(' ', 1)[0] as string)
        // Reset on the second request of each connection, before any byte of an answer.
        if (++requests === 1) socket.write(OK)
        else socket.resetAndDestroy()
      })
    })
    const client = testClient(url, { concurrency: 1 }, skippingTimers())

    await client.ask({ method: 'GET', path: '/first' })
    const read = await client.ask({ method: 'GET', path: '/on-the-same-connection' })
    const write = await client.fail({ method: 'PUT', path: '/on-the-same-connection', json: {} })

    expect(read.body).toBe(true)
    expect(write).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true })
    expect(received).toEqual(['GET', 'GET', 'GET', 'PUT'])
  })
})

describe('Retry-After', () => {
  it.each([
    ['seconds', () => '3'],
    ['an HTTP date', (now: number) => new Date(now + 3_000).toUTCString()],
  ])('is waited for, given as %s', async (_form, retryAfter) => {
    const timers = skippingTimers()
    const server = await startServer((_request, response, count) => {
      response.sendDate = false
      if (count === 1) response.writeHead(429, { 'retry-after': retryAfter(timers.now()) }).end()
      else sendJson(response, 'in time')
    })
    const client = testClient(server.url, {}, timers)

    const answer = await client.ask({ method: 'GET', path: '/people' })

    expect(answer.body).toBe('in time')
    expect(timers.waits).toEqual([3_000])
  })

  it.each([
    [429, 'RATE_LIMITED'],
    [503, 'SOURCE_UNAVAILABLE'],
  ])('longer than the time that is left fails at once (%i), and is handed on', async (status, code) => {
    const timers = skippingTimers()
    const server = await startServer((_request, response) => response.writeHead(status, { 'retry-after': '120' }).end())
    const client = testClient(server.url, { timeoutMs: 10_000 }, timers)

    const error = await client.fail({ method: 'GET', path: '/people' })

    expect(error).toMatchObject({ code, retryAfterMs: 120_000 })
    expect(timers.waits).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  it('of a write is handed on, and the write is not repeated', async () => {
    const server = await startServer((_request, response) => response.writeHead(429, { 'retry-after': '1' }).end())
    const client = testClient(server.url, {}, skippingTimers())

    const error = await client.fail({ method: 'POST', path: '/people', json: {} })

    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 1_000, outcomeUnknown: false })
    expect(server.requests).toHaveLength(1)
  })

  it("is set against the answer's own date, as clocks differ", () => {
    const headers = { date: 'Thu, 01 Jan 2026 00:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 00:00:07 GMT' }

    expect(readRetryAfter(headers, () => Date.UTC(2031, 0, 1))).toBe(7_000)
    expect(readRetryAfter({ ...headers, date: undefined }, () => Date.UTC(2026, 0, 1, 0, 0, 5))).toBe(2_000)
    expect(readRetryAfter({ ...headers, date: undefined }, () => Date.UTC(2031, 0, 1))).toBe(0)
  })

  it('is a finite time of at least 0, or not there at all, whatever the header says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (value) => {
        const wait = readRetryAfter({ 'retry-after': value }, () => 0)

        expect(wait === undefined || (wait >= 0 && !Number.isNaN(wait))).toBe(true)
      }),
    )
    expect(readRetryAfter({}, () => 0)).toBeUndefined()
    expect(readRetryAfter({ 'retry-after': 'soon' }, () => 0)).toBeUndefined()
  })
})
