import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { testClient } from './support/client.ts'
import { startServer, startTcpServer } from './support/servers.ts'

const PAGE = JSON.stringify({ people: [{ name: 'Zoë' }] })

describe('compressed answers', () => {
  it.each([
    ['gzip', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
  ])('reads %s', async (encoding, bytes) => {
    const server = await startServer((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'application/json' }).end(bytes),
    )
    const client = testClient(server.url)

    const answer = await client.ask({ method: 'GET', path: '/' })

    expect(answer.body).toEqual(JSON.parse(PAGE))
    expect(server.requests[0]?.headers['accept-encoding']).toBe('gzip, deflate, br')
  })

  it.each([
    ['gzip', gzipSync(PAGE).subarray(0, -12)],
    ['gzip', Buffer.from(PAGE)],
    ['br', Buffer.from(PAGE)],
    ['zstd', Buffer.from(PAGE)],
  ])('calls a damaged or unknown %s body a bad answer', async (encoding, bytes) => {
    const server = await startServer((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes),
    )
    const client = testClient(server.url)

    const error = await client.fail({ method: 'GET', path: '/' })

    expect(error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', status: 200 })
    expect(server.requests).toHaveLength(1)
  })
})

describe('the limit on answers', () => {
  const maxResponseBytes = 64 * 1024

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('counts what a %s bomb grows to, not what it weighs', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20 * 1024 * 1024))
    const server = await startServer((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    )
    const client = testClient(server.url, { maxResponseBytes })

    const error = await client.fail({ method: 'GET', path: '/bomb' })

    expect(bomb.byteLength).toBeLessThan(maxResponseBytes)
    expect(error.code).toBe('BAD_SOURCE_RESPONSE')
    expect(error.message).toContain('too large')
    expect(server.requests).toHaveLength(1)
  })

  it('ends an endless answer as soon as it is over the limit', async () => {
    const { promise: closed, resolve: onClosed } = Promise.withResolvers<void>()
    const server = await startServer((_request, response) => {
      response.once('close', onClosed)
      const pour = () => {
        while (response.write(Buffer.alloc(16 * 1024)));
        response.once('drain', pour)
      }
      pour()
    })
    const client = testClient(server.url, { maxResponseBytes })

    const error = await client.fail({ method: 'POST', path: '/endless', json: {} })

    expect(error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', outcomeUnknown: true })
    await closed
  })

  it('lets an answer of just the limit through', async () => {
    const server = await startServer((request, response) => {
      const bytes = Buffer.alloc(maxResponseBytes, 'x')
      if (request.path === '/plain') response.end(bytes)
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes))
    })
    const client = testClient(server.url, { maxResponseBytes })

    const plain = await client.ask({ method: 'GET', path: '/plain' })
    const compressed = await client.ask({ method: 'GET', path: '/compressed' })

    expect(plain.bytes.byteLength).toBe(maxResponseBytes)
    expect(compressed.bytes.byteLength).toBe(maxResponseBytes)
  })
})

describe('answers that break off', () => {
  const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

  it.each([
    ['a chunk', `${HEAD}transfer-encoding: chunked\r\n\r\nff\r\n{"people":[`],
    ['the last chunk', `${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`],
    ['the promised length', `${HEAD}content-length: 999\r\n\r\n{"people":[`],
  ])('are bad answers when %s is missing its end, and leave a write unknown', async (_what, text) => {
    const url = await startTcpServer((socket) => socket.once('data', () => socket.end(text)))
    const client = testClient(url, { retries: 0 })

    const read = await client.fail({ method: 'GET', path: '/people' })
    const write = await client.fail({ method: 'POST', path: '/people', json: {} })

    expect(read).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', status: 200, outcomeUnknown: false })
    expect(read.message).toContain('cut off')
    expect(write).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', status: 200, outcomeUnknown: true })
  })

  it('are asked for again when the request only reads', async () => {
    const url = await startTcpServer((socket, count) =>
      socket.once('data', () => socket.end(`${HEAD}content-length: 4\r\n\r\n${count === 1 ? 'tr' : 'true'}`)),
    )
    const client = testClient(url)

    const answer = await client.ask({ method: 'GET', path: '/people' })

    expect(answer.body).toBe(true)
  })

  it('are bad answers, not repeated, when they are not HTTP at all', async () => {
    let connections = 0
    const url = await startTcpServer((socket) => {
      connections++
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.9\r\n'))
    })
    const client = testClient(url)

    const error = await client.fail({ method: 'GET', path: '/people' })

    expect(error.code).toBe('BAD_SOURCE_RESPONSE')
    expect(connections).toBe(1)
  })
})
