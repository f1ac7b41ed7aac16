import type { ServerResponse } from 'node:http'
import type { Answer } from './answers.ts'

/** One request that goes wrong, the next one that matches. */
export interface Fault {
  /** `html`: a page with 200; `cut`: half the answer; `reset`: none at all; `hang`: none until the client goes away. */
  readonly kind: 'status' | 'html' | 'cut' | 'reset' | 'hang'
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly method?: string
  readonly path?: RegExp
}

export function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const index = faults.findIndex(
    (fault) => (fault.method ?? method) === method && (fault.path === undefined || fault.path.test(path)),
  )
  return index === -1 ? undefined : faults.splice(index, 1)[0]
}

export function faultAnswer(fault: Fault): Answer {
  if (fault.kind === 'html') {
    const bytes = Buffer.from('<!doctype html><title>Down for maintenance</title>')
    return { status: fault.status ?? 200, bytes, headers: { 'content-type': 'text/html' } }
  }
  return { status: fault.status ?? 500, ...(fault.headers && { headers: fault.headers }), json: fault.json }
}

/** As recorded: two spaces and CRLF, no caching; an empty body is really empty. */
export function send(response: ServerResponse, answer: Answer, isCut: boolean): void {
  const json =
    answer.json === undefined ? null : Buffer.from(JSON.stringify(answer.json, null, 2).replace(/\n/g, '\r\n'))
  const bytes = answer.bytes ?? json ?? Buffer.alloc(0)
  response.statusCode = answer.status
  response.setHeader('cache-control', 'no-cache')
  if (json !== null) response.setHeader('content-type', 'application/json; charset=utf-8')
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  response.setHeader('content-length', String(bytes.byteLength))
  if (!isCut) return void response.end(bytes)
  response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.destroy())
}
