import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An envelope as a portal sends it, loosely: tests look at what they are about. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever members the wire has.
  readonly body: any
}

export interface Caller {
  (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  readonly token: string
}

/** Sends one request to a pretended portal. JSON unless the body is a form or a text. */
export async function send(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const isRaw = body instanceof URLSearchParams || body instanceof FormData || typeof body === 'string'
  const type: Record<string, string> = body !== undefined && !isRaw ? { 'content-type': 'application/json' } : {}
  const response = await fetch(`${url}${path.startsWith('/') ? path : `/api/2.0/${path}`}`, {
    method,
    redirect: 'manual',
    headers: { ...type, ...headers },
    ...(body !== undefined && { body: isRaw ? (body as FormData) : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parse(text) }
}

/** Signs in and gives a way to call. */
export async function signedIn(url: string, userName: string, password: string): Promise<Caller> {
  const answer = await send(url, 'POST', 'authentication', { userName, password })
  const token: string = answer.body.response.token
  const caller = (method: string, path: string, body?: unknown, headers = {}) =>
    send(url, method, path, body, { authorization: token, ...headers })
  return Object.assign(caller, { token })
}

/** A host of pictures; `/chunked` sends no length, `/gone` nothing. */
export async function servePicture(bytes: Uint8Array): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url === '/gone') return void response.writeHead(404).end()
    if (request.url === '/chunked') {
      response.writeHead(200, { 'content-type': 'image/png' })
      response.write(bytes.subarray(0, 10))
      return void response.end(bytes.subarray(10))
    }
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': bytes.byteLength }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
