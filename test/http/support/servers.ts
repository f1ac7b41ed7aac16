import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ReceivedRequest {
  readonly method: string
  /** As on the wire: path and query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface TestServer {
  readonly url: string
  /** Every request whose whole body has arrived, in that order. */
  readonly requests: readonly ReceivedRequest[]
}

/** A real HTTP server on a free port, gone when the test ends. `count` begins with 1. */
export async function startServer(
  answer: (request: ReceivedRequest, response: ServerResponse, count: number) => void,
): Promise<TestServer> {
  const requests: ReceivedRequest[] = []
  const server = createHttpServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = incoming
    const request = { method, path: url, headers, body: Buffer.concat(chunks) }
    requests.push(request)
    answer(request, response, requests.length)
  })
  onTestFinished(() => server.closeAllConnections())
  return { url: await listen(server), requests }
}

/** A server below HTTP, for what no HTTP library lets one do. */
export function startTcpServer(onConnection: (socket: Socket, count: number) => void): Promise<string> {
  let count = 0
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}) // resets are what these servers are for
    onConnection(socket, ++count)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  return listen(server)
}

/** A URL where nobody listens. */
export async function unusedUrl(): Promise<string> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
