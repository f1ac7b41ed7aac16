import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a pretended vendor sees it. */
export interface SimulatedRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Parsed where it is JSON, `undefined` where there is none or it can't be read. */
  readonly body: unknown
  readonly text: string
}

export interface SimulatedAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is, in place of `json`. */
  readonly text?: string
  readonly bytes?: Uint8Array
}

/** A request that came in, for tests to look at. */
export interface RecordedCall {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}

/** Something that goes wrong on purpose, at the next requests that match. */
export interface Fault {
  readonly method?: string
  /** Matches the path without the query. */
  readonly path?: RegExp
  /** How many matching requests to let pass first. Default 0. */
  readonly after?: number
  /** How many then go wrong. Default 1. */
  readonly times?: number
  /** Answered in place of the vendor's own answer. */
  readonly answer?: SimulatedAnswer
  /** Breaks the connection: before the request is carried out, or after. */
  readonly breaks?: 'before' | 'after'
}

export interface SimulatorServer {
  readonly url: string
  readonly calls: readonly RecordedCall[]
  resetCalls(): void
  addFault(fault: Fault): void
  clearFaults(): void
  close(): Promise<void>
}

/**
 * A pretended vendor's HTTP side: listens on the loopback interface, records every call, and does the faults it is told to. What
 * the vendor would answer is up to `handle`.
 */
export async function startSimulatorServer(options: {
  readonly port?: number
  /** Largest body taken; more is answered with 413. */
  readonly maxBodyBytes?: number
  handle(request: SimulatedRequest): SimulatedAnswer
}): Promise<SimulatorServer> {
  const calls: RecordedCall[] = []
  const faults: { readonly fault: Fault; seen: number }[] = []
  const maxBodyBytes = options.maxBodyBytes ?? 32 * 1024 * 1024

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const bytes = await readBody(incoming, maxBodyBytes)
    const request = toRequest(incoming, bytes)
    calls.push({
      method: request.method,
      path: incoming.url ?? '',
      headers: request.headers,
      body: request.body ?? (request.text === '' ? null : request.text),
    })
    const fault = nextFault(request)
    if (fault?.breaks === 'before') return void outgoing.destroy()
    if (fault?.answer) return send(outgoing, fault.answer)
    const result = bytes === null ? { status: 413, text: 'Request Entity Too Large' } : options.handle(request)
    if (fault?.breaks === 'after') return void outgoing.destroy()
    send(outgoing, result)
  }

  function nextFault(request: SimulatedRequest): Fault | null {
    for (const entry of faults) {
      const { method, path, after = 0, times = 1 } = entry.fault
      if (method !== undefined && method !== request.method) continue
      if (path !== undefined && !path.test(request.path)) continue
      entry.seen += 1
      if (entry.seen > after && entry.seen <= after + times) return entry.fault
    }
    return null
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    resetCalls: () => void calls.splice(0),
    addFault: (fault) => void faults.push({ fault, seen: 0 }),
    clearFaults: () => void faults.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The whole body; `null` where it is longer than `limit`. What exceeds the limit is read and dropped, so that an answer can be sent. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
  }
  return length <= limit ? Buffer.concat(chunks) : null
}

function toRequest(incoming: IncomingMessage, bytes: Buffer | null): SimulatedRequest {
  const url = new URL(incoming.url ?? '/', 'http://simulator')
  const text = bytes?.toString('utf8') ?? ''
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    body: parseJson(text),
    text,
  }
}

function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(outgoing: ServerResponse, answer: SimulatedAnswer): void {
  const [type, body] = toBody(answer)
  outgoing.writeHead(answer.status, { ...(type !== null && { 'content-type': type }), ...answer.headers })
  outgoing.end(body)
}

function toBody(answer: SimulatedAnswer): readonly [string | null, string | Uint8Array] {
  if (answer.bytes !== undefined) return ['application/octet-stream', answer.bytes]
  if (answer.text !== undefined) return ['text/plain; charset=utf-8', answer.text]
  if (answer.json !== undefined) return ['application/json; charset=utf-8', JSON.stringify(answer.json)]
  return [null, '']
}
