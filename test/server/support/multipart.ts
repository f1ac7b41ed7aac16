import { request } from 'node:http'
import { type GraphqlAnswer, readAnswer } from './send.ts'

const BOUNDARY = 'kithboundary'
export const END = `--${BOUNDARY}--\r\n`

export function field(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
}

export function fileHead(name: string, filename = 'a.png'): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: image/png\r\n\r\n`
}

export function file(name: string, content: string | Uint8Array, filename?: string): Buffer {
  return Buffer.concat([Buffer.from(fileHead(name, filename)), Buffer.from(content), Buffer.from('\r\n')])
}

export const HEADERS: Record<string, string> = {
  'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  'x-graphql-yoga-csrf': '1',
}

export function form(...parts: readonly (string | Uint8Array)[]): Buffer<ArrayBuffer> {
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}

export async function postForm(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  return readAnswer(await fetch(url, { method: 'POST', headers: { ...HEADERS, ...headers }, body }))
}

/** Begins an upload of `bytes` that never ends. `arrived` resolves once they are written; `abandon` breaks the connection. */
export function beginUpload(url: string, bytes: Uint8Array): { arrived: Promise<void>; abandon: () => Promise<void> } {
  const sending = request(url, {
    method: 'POST',
    headers: { ...HEADERS, 'transfer-encoding': 'chunked' },
    agent: false,
  })
  sending.on('error', () => undefined) // it is to break
  const closed = new Promise<void>((resolve) => sending.once('close', resolve))
  return {
    arrived: new Promise((resolve) => sending.write(bytes, () => resolve())),
    abandon: () => {
      sending.destroy()
      return closed
    },
  }
}
