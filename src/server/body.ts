import type { IncomingMessage } from 'node:http'
import { ClientGone, HttpProblem } from './http-problem.ts'

/**
 * Refuses, before anything is read, a body that is compressed (its real size can't be known; 415), longer than `maxBytes` by
 * its own account (413), or of a length that is no number (400).
 */
export function checkBodyHeaders(request: IncomingMessage, maxBytes: number): void {
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new HttpProblem(415, 'Compressed request bodies are not accepted.', {
      headers: { 'accept-encoding': 'identity' },
    })
  }
  const length = request.headers['content-length']
  if (length === undefined) return
  if (!/^\d{1,15}$/.test(length)) throw new HttpProblem(400, 'The Content-Length header is no length.')
  if (Number(length) > maxBytes) throw tooLarge(maxBytes)
}

/**
 * The body whole. Throws a 413 as soon as more than `maxBytes` came, `ClientGone` when it broke off. However small the pieces it
 * comes in, it takes no more than twice its room meanwhile.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer<ArrayBuffer> = Buffer.alloc(0)
    let size = 0
    const onData = (chunk: Buffer<ArrayBuffer>): void => {
      const place = size
      size += chunk.length
      if (size > maxBytes) {
        bytes = Buffer.alloc(0)
        request.off('data', onData)
        reject(tooLarge(maxBytes))
      } else if (place === 0) {
        bytes = chunk // mostly there is no other
      } else {
        if (size > bytes.length) bytes = enlarge(bytes, Math.max(size, 2 * bytes.length))
        bytes.set(chunk, place)
      }
    }
    request
      .on('data', onData)
      .once('end', () => resolve(bytes.subarray(0, size)))
      .on('error', (cause) => reject(new ClientGone('The request broke off.', { cause })))
      .once('close', () => {
        if (!request.complete) reject(new ClientGone('The request broke off.'))
      })
  })
}

function enlarge(bytes: Uint8Array, length: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(length)
  larger.set(bytes)
  return larger
}

export function tooLarge(maxBytes: number): HttpProblem {
  return new HttpProblem(413, `The request body is larger than ${maxBytes} bytes.`)
}

/** Whether a body comes with the request, going by its headers. */
export function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
}
