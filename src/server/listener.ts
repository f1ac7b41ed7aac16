import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Why the server did not start, in one line for the operator. */
export class ServerStartError extends Error {
  override readonly name = 'ServerStartError'
}

export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** How long a request may take to arrive whole. */
  readonly requestTimeoutMs: number
  /** Whether other processes listen at the same address. Default false. */
  readonly isShared?: boolean
}

/** How long a request's headers may take to arrive. */
const HEADERS_TIMEOUT_MS = 10_000
/** How long an idle connection is kept for its next request. */
const KEEP_ALIVE_MS = 30_000
/** How often connections are looked at for having taken too long. */
const CHECK_MS = 5_000
const MAX_HEADER_BYTES = 16 * 1024
/**
 * After so many requests a connection to one of several processes is closed with its answer: the next goes to whoever has time for
 * it, so that connections which were taken unevenly do not stay so.
 */
const MAX_REQUESTS_OF_SHARED = 500

/** Listens. Rejects with a `ServerStartError` when the address can't be listened on. */
export function listen(options: ListenOptions, handle: RequestListener): Promise<Server> {
  const { host, port, requestTimeoutMs, isShared = false } = options
  const server = createServer(
    {
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    handle,
  )
  server.timeout = 2 * requestTimeoutMs + KEEP_ALIVE_MS // for clients that never read what they asked for
  if (isShared) server.maxRequestsPerSocket = MAX_REQUESTS_OF_SHARED
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(toStartError(cause, host, port))
    })
    server.listen(port, host.replace(/^\[(.*)\]$/, '$1'), () => resolve(server))
  })
}

/** `http://127.0.0.1:4000`: where a client of this machine reaches the server. */
export function urlOf(server: Server, host: string): { readonly url: string; readonly port: number } {
  const { port } = server.address() as AddressInfo
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return { url: `http://${name}:${port}`, port }
}

/**
 * Stops accepting and waits until running requests are answered, at most `timeoutMs`; then cuts off what is left. Connections
 * that are idle, or become so, are closed at once.
 */
export async function closeGently(server: Server, timeoutMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/** Why an address can't be listened on, in the operator's words. */
export function toStartError(cause: NodeJS.ErrnoException, host: string, port: number): ServerStartError {
  return new ServerStartError(explain(cause, host, port), { cause })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} of ${host} is taken by another program: choose another one`
  if (error.code === 'EACCES') return `Port ${port} may not be listened on by this user: choose one above 1023`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `${host} is no address of this machine`
  return `Can not listen on ${host}, port ${port}: ${error.code ?? error.message}`
}
