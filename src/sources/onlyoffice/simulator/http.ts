import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A request as the pretended server sees it, whether it came over the network or inside a batch. */
export interface Incoming {
  readonly method: string
  /** Decoded path, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** `http://127.0.0.1:PORT`, the portal's own address. */
  readonly origin: string
  readonly clientIp: string
}

export interface Outgoing {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** What came in over the network, for tests to look at. */
export interface RecordedCall {
  readonly method: string
  readonly path: string
  readonly search: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Ways to go wrong that are not the API's: `warming-up` the page of a portal that just started; `bad-gateway` and `unavailable`
 * the proxy's pages; `hang-up` the connection ends before anything is done; `answer-lost` everything is done, then the
 * connection ends; `cut-off` half of the answer arrives; `silence` no answer ever comes.
 */
export type FaultName = 'warming-up' | 'bad-gateway' | 'unavailable' | 'hang-up' | 'answer-lost' | 'cut-off' | 'silence'

export interface FaultOptions {
  /** Which calls go wrong; every call where absent. */
  readonly when?: (call: RecordedCall) => boolean
  /** How many; 1 where absent. */
  readonly times?: number
}

/** What tests hold in their hands besides the server's address. */
export interface ServerControls {
  readonly calls: readonly RecordedCall[]
  resetCalls(): void
  /** Makes coming calls go wrong, or answers them with what is given. */
  fail(fault: FaultName | Outgoing, options?: FaultOptions): void
  /** Ends every fault that is still to come. */
  heal(): void
}

export interface PretendServer extends ServerControls {
  readonly url: string
  close(): Promise<void>
}

const PAGES: Partial<Record<FaultName, Outgoing>> = {
  'warming-up': html(
    200,
    '<!DOCTYPE html><html><body><h1>The portal is being warmed up, please wait</h1></body></html>',
  ),
  'bad-gateway': html(502, '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'),
  unavailable: html(503, '<html><head><title>503 Service Unavailable</title></head><body>nginx</body></html>'),
}

export function html(status: number, body: string): Outgoing {
  return { status, headers: { 'content-type': 'text/html' }, body }
}

/** Serves `handle` on the loopback interface; port 0 takes a free one. */
export async function startServer(
  handle: (request: Incoming) => Promise<Outgoing>,
  port: number,
): Promise<PretendServer> {
  let calls: RecordedCall[] = []
  let faults: { fault: FaultName | Outgoing; left: number; when: (call: RecordedCall) => boolean }[] = []
  let url = ''

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = new URL(message.url ?? '/', url)
    const body = await readWhole(message)
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
    const call: RecordedCall = {
      method: message.method ?? 'GET',
      path: safeDecode(target.pathname),
      search: target.search,
      headers,
      body: body.toString('utf8'),
    }
    calls.push(call)

    const fault = takeFault(call)
    if (fault === 'silence') return
    if (fault === 'hang-up') return void message.socket.destroy()
    const given = typeof fault === 'string' ? PAGES[fault] : fault
    const { origin, clientIp } = { origin: url, clientIp: message.socket.remoteAddress ?? '' }
    const answer = given ?? (await handle({ ...call, query: target.searchParams, body, origin, clientIp }))
    if (fault === 'answer-lost') return void message.socket.destroy()
    write(answer, fault === 'cut-off', headers['accept-encoding'] ?? '', response)
  }

  function takeFault(call: RecordedCall): FaultName | Outgoing | null {
    const found = faults.find((entry) => entry.when(call))
    if (!found) return null
    found.left -= 1
    faults = faults.filter((entry) => entry.left > 0)
    return found.fault
  }

  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      write({ status: 500, body: `the simulator itself failed: ${String(error)}` }, false, '', response)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    get calls() {
      return calls
    },
    resetCalls() {
      calls = []
    },
    fail(fault, { when = () => true, times = 1 } = {}) {
      faults.push({ fault, left: times, when })
    },
    heal() {
      faults = []
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function write(answer: Outgoing, cutOff: boolean, acceptEncoding: string, response: ServerResponse): void {
  const plain = Buffer.from(answer.body as string)
  // The server compresses only for the very token, so that "deflate, gzip" with its blank goes uncompressed.
  const gzip = acceptEncoding.split(',').includes('gzip') && plain.byteLength > 0
  const bytes = gzip ? gzipSync(plain) : plain
  response.writeHead(answer.status, {
    etag: `"${randomUUID()}"`,
    'cache-control': 'private, max-age=0',
    ...answer.headers,
    ...(gzip && { 'content-encoding': 'gzip' }),
    'content-length': bytes.byteLength,
  })
  if (!cutOff) return void response.end(bytes)
  response.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), () => response.destroy())
}

async function readWhole(message: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
