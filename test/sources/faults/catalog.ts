import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { ErrorCode } from '../../../src/model/errors.ts'

/** A whole answer of the vendor. */
export interface VendorAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Something that goes wrong between a source and its vendor. */
export interface Fault {
  readonly title: string
  /** Whether the vendor gets the request, and does what it says. */
  readonly arrives: boolean
  /** What a read that meets nothing else fails with. */
  readonly code: ErrorCode
  /** It ends only when the source gives up. */
  readonly isSlow?: boolean
  /** It takes long, or much. */
  readonly isCostly?: boolean
  /** With `code`. */
  readonly retryAfterMs?: number
  /** What the source gets in place of the vendor's answer, which is `null` where the request did not arrive. */
  answer(response: ServerResponse, vendor: VendorAnswer | null): void
}

const HTML = '<!doctype html><html><head><title>Welcome</title></head><body><h1>Please sign in</h1></body></html>'
const TOO_MUCH = Buffer.alloc(1024 * 1024, ' ')
const TOO_MANY_MIB = 33
const BOMB = gzipSync(Buffer.alloc(TOO_MANY_MIB * 1024 * 1024, ' '))
const JSON_TYPE = { 'content-type': 'application/json' }

export const FAULTS: readonly Fault[] = [
  status(500, { arrives: false }),
  status(500, { arrives: true }),
  status(503, { arrives: false }),
  { ...status(429, { arrives: false }, { 'retry-after': '7' }), title: '429 with Retry-After', retryAfterMs: 7000 },
  { ...status(429, { arrives: false }), title: '429 without Retry-After' },
  silence({ arrives: false }),
  silence({ arrives: true }),
  reset({ arrives: false }),
  reset({ arrives: true }),
  {
    title: 'the connection is reset in the middle of the answer',
    ...{ arrives: true, code: 'BAD_SOURCE_RESPONSE' },
    answer(response, vendor) {
      const { body, status: code } = vendor as VendorAnswer
      response.writeHead(code, { ...JSON_TYPE, 'content-length': body.byteLength + 20 })
      response.write(body.subarray(0, Math.ceil(body.byteLength / 2)), () => response.socket?.resetAndDestroy())
    },
  },
  {
    title: 'JSON that is cut off',
    ...{ arrives: true, code: 'BAD_SOURCE_RESPONSE' },
    answer(response, vendor) {
      const { body, status: code } = vendor as VendorAnswer
      const half = body.byteLength < 2 ? Buffer.from('{"a') : body.subarray(0, Math.ceil(body.byteLength / 2))
      response.writeHead(code === 204 ? 200 : code, JSON_TYPE).end(half)
    },
  },
  {
    title: 'JSON whose every value is of another type',
    ...{ arrives: true, code: 'BAD_SOURCE_RESPONSE' },
    answer(response, vendor) {
      const { body, status: code } = vendor as VendorAnswer
      response.writeHead(code === 204 ? 200 : code, JSON_TYPE).end(JSON.stringify(twisted(body)))
    },
  },
  html({ arrives: false }),
  html({ arrives: true }),
  { ...status(401, { arrives: false }), code: 'SOURCE_UNAUTHENTICATED' },
  {
    title: 'an answer that never ends, a byte at a time',
    ...{ arrives: true, code: 'SOURCE_UNAVAILABLE', isSlow: true, isCostly: true },
    answer(response) {
      response.writeHead(200, JSON_TYPE).write('{')
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    },
  },
  {
    title: 'an answer that is too large',
    ...{ arrives: true, code: 'BAD_SOURCE_RESPONSE', isCostly: true },
    answer(response) {
      response.writeHead(200, JSON_TYPE)
      let left = TOO_MANY_MIB
      const more = () => {
        while (left-- > 0) if (!response.write(TOO_MUCH)) return void response.once('drain', more)
        response.end()
      }
      more()
    },
  },
  {
    title: 'an answer that is too large once decompressed',
    ...{ arrives: true, code: 'BAD_SOURCE_RESPONSE', isCostly: true },
    answer: (response) => void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(BOMB),
  },
]

function status(code: number, { arrives }: Pick<Fault, 'arrives'>, headers: Record<string, string> = {}): Fault {
  return {
    title: `${code}${arrives ? ', though it was done' : ''}`,
    arrives,
    code: code === 429 ? 'RATE_LIMITED' : 'SOURCE_UNAVAILABLE',
    answer: (response) => void response.writeHead(code, { ...JSON_TYPE, ...headers }).end('{"message":"not now"}'),
  }
}

function silence({ arrives }: Pick<Fault, 'arrives'>): Fault {
  return {
    title: `no answer, and the request ${arrives ? 'was carried out' : 'was lost'}`,
    ...{ arrives, code: 'SOURCE_UNAVAILABLE', isSlow: true, isCostly: true },
    answer: () => {},
  }
}

function reset({ arrives }: Pick<Fault, 'arrives'>): Fault {
  return {
    title: `the connection is reset ${arrives ? 'after' : 'before'} the request was carried out`,
    ...{ arrives, code: 'SOURCE_UNAVAILABLE' },
    answer: (response) => void response.socket?.resetAndDestroy(),
  }
}

function html({ arrives }: Pick<Fault, 'arrives'>): Fault {
  return {
    title: `a page of HTML with 200, and the request ${arrives ? 'was carried out' : 'was lost'}`,
    ...{ arrives, code: 'BAD_SOURCE_RESPONSE' },
    answer: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(HTML),
  }
}

/** The same members with other values in them. */
function twisted(body: Buffer): unknown {
  const twist = (value: unknown): unknown => {
    if (Array.isArray(value)) return { list: value.map(twist) }
    if (typeof value !== 'object' || value === null) return [{ was: typeof value }]
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, twist(inner)]))
  }
  try {
    return twist(JSON.parse(body.toString('utf8')))
  } catch {
    return [[['nothing']]]
  }
}
