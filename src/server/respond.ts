import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasBody } from './body.ts'
import { type HttpProblem, isRetryable } from './http-problem.ts'

/** How long a client that is still sending gets to read why it was refused, before its connection is cut. */
const LINGER_MS = 2_000

/**
 * Answers and, where the request's body has not arrived whole, closes the connection: the rest is read and thrown away for a
 * moment first, because a connection closed with unread bytes is reset, and the answer would be lost with it.
 */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void {
  if (response.headersSent || response.destroyed) return
  const byteLength = Buffer.byteLength(body)
  const isEmpty = status === 204 || status === 304 // by definition, so that they have no length either
  const length: Record<string, string> = isEmpty ? {} : { 'content-length': String(byteLength) }
  if (request.complete || !hasBody(request)) {
    response.writeHead(status, { ...headers, ...length })
    // A text goes out in one piece with the headers before it; one of ASCII needs no encoding.
    if (typeof body === 'string') response.end(body, byteLength === body.length ? 'latin1' : 'utf8')
    else response.end(body)
    return
  }
  response.writeHead(status, { ...headers, ...length, connection: 'close' })
  response.write(body)
  const end = (): void => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, LINGER_MS)
  request.unpipe()
  request.on('error', end).once('end', end).once('close', end).resume()
}

export function respondJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  respond(request, response, status, { ...type, ...headers }, JSON.stringify(body))
}

/** A refusal in the form every GraphQL client reads. */
export function respondProblem(
  request: IncomingMessage,
  response: ServerResponse,
  problem: HttpProblem,
  requestId: string,
): void {
  const { message, code, status, headers } = problem
  const errors = [{ message, extensions: { code, retryable: isRetryable(code), requestId } }]
  respondJson(request, response, status, { errors }, headers)
}
