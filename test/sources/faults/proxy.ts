import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault, VendorAnswer } from './catalog.ts'

/** Stands between a source and its simulator. */
export interface FaultProxy {
  readonly url: string
  /** Does the fault to the requests from the `from`th (1: the next one) on, to `times` of them. All others pass. */
  arm(fault: Pick<Fault, 'arrives' | 'answer'>, which: Which): void
  disarm(): void
  /** Credentials that came by in headers. */
  readonly seenSecrets: ReadonlySet<string>
  close(): Promise<void>
}

export interface Which {
  readonly from: number
  readonly times: number
  /** Counts only these: `POST /api/Contact`. */
  readonly of?: RegExp
}

type Answering = Pick<Fault, 'arrives' | 'answer'>

/** Starts a proxy in front of a simulator, on a free port of the loopback interface. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let armed: { readonly fault: Answering; readonly of?: RegExp; from: number; times: number } | null = null
  const seenSecrets = new Set<string>()
  let url = ''

  const server = createServer((incoming, response) => {
    const fault = nextFault(`${incoming.method} ${incoming.url}`)
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (/auth|token|key/.test(name) && typeof value === 'string') seenSecrets.add(value.replace(/^\S+\s+/, ''))
    }
    handle(incoming, response, fault).catch(() => response.destroy())
  })

  function nextFault(what: string): Answering | null {
    if (armed === null || armed.of?.test(what) === false) return null
    if (armed.from > 1) armed.from -= 1
    else if (armed.times > 0) {
      armed.times -= 1
      return armed.fault
    }
    return null
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse, fault: Answering | null): Promise<void> {
    const body = await readAll(incoming)
    if (fault !== null && !fault.arrives) return fault.answer(response, null)
    const vendor = await forward(target, incoming, body)
    const answer = { ...vendor, body: withOrigin(vendor, target, url) }
    if (fault !== null) return fault.answer(response, answer)
    response.writeHead(answer.status, headersOf(answer)).end(answer.body)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    arm(fault, which) {
      armed = { fault, ...which }
    },
    disarm() {
      armed = null
    },
    seenSecrets,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The vendor's body with its own addresses led through the proxy, so that the source follows them. */
function withOrigin({ headers, body }: VendorAnswer, from: string, to: string): Buffer {
  if (!/json|text/.test(headers['content-type'] ?? '')) return body
  return Buffer.from(body.toString('utf8').replaceAll(from, to))
}

function headersOf({ headers }: VendorAnswer): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']))
}

async function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<VendorAnswer> {
  const { method } = incoming
  const { 'accept-encoding': _compressed, ...headers } = incoming.headers
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(new URL(incoming.url ?? '/', target), { method, headers }, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await readAll(answer) }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
