import { z } from 'zod'
import type { HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { GatewayError } from '../../model/errors.ts'
import { readEnvelope } from './envelope.ts'

/** An answer of the portal, whether it came by itself or inside a batch. */
export interface PortalAnswer {
  readonly status: number
  /** Parsed JSON, or a text. */
  readonly body: unknown
}

/** Many reads in as few requests as the portal allows. */
export interface BatchReads {
  /**
   * GETs every path, in `/api/2.0/` and without a query's secrets, and gives the answers in the same order: 404 is an answer,
   * every other failure a `GatewayError` in its place.
   */
  read(paths: readonly string[], signal: AbortSignal): Promise<readonly (PortalAnswer | GatewayError)[]>
  /** How many requests so many reads take at least, by what is known of the portal so far. */
  callsFor(count: number): number
}

export interface BatchReadsOptions {
  readonly source: string
  readonly http: HttpClient
  /** How many reads one request takes; 1: no request of many at all. */
  readonly size: number
  readonly now: () => number
  /** Whether there can be a batch: DocSpace has none. */
  readonly isAvailable?: (signal: AbortSignal) => Promise<boolean>
}

/** How long a portal that refused a batch is not asked for one again. */
const REFUSED_FOR_MS = 10 * 60_000

const elements = z.array(z.looseObject({ status: z.number(), data: z.string().nullish() }).nullable())

/**
 * Reads through `POST batch`, whose only parameter is a form field, and one by one where the portal has none or refuses it. Every
 * element is told apart by its place.
 */
export function createBatchReads({ source, http, size, now, isAvailable }: BatchReadsOptions): BatchReads {
  let refusedUntilMs = 0
  let isKnownMissing = false

  async function single(path: string, signal: AbortSignal): Promise<PortalAnswer | GatewayError> {
    try {
      return await http.request({ method: 'GET', path, accept: [404], signal })
    } catch (error) {
      if (error instanceof GatewayError && error.status !== undefined && error.code !== 'SOURCE_UNAUTHENTICATED')
        return error
      throw error
    }
  }

  /** `null`: this portal does no batches. */
  async function together(
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly (PortalAnswer | GatewayError)[] | null> {
    const batch = JSON.stringify(
      paths.map((path, order) => ({ method: 'GET', relativeUrl: path.replace(/^\//, ''), order, name: String(order) })),
    )
    try {
      const answer = await http.request({
        ...{ method: 'POST', path: '/api/2.0/batch', form: { batch } },
        ...{ idempotent: true, signal },
      })
      const what = 'a batch of reads'
      const answers = decode(elements, readEnvelope(answer, { source, what }).response, { source, what })
      return answers.length === paths.length ? answers.map(toAnswer) : null
    } catch (error) {
      if (!(error instanceof GatewayError) || !isRefusal(error)) throw error
      return null
    }
  }

  function toAnswer(element: z.output<typeof elements>[number]): PortalAnswer | GatewayError {
    const status = element?.status ?? 404
    if (status < 300 || status === 404) return { status, body: parse(element?.data ?? '') }
    const code = status === 403 ? 'FORBIDDEN' : status === 429 ? 'RATE_LIMITED' : 'SOURCE_UNAVAILABLE'
    return new GatewayError(code, `${source} answered ${status} to one read of a batch`, { source, status })
  }

  const mayAsk = () => size > 1 && now() >= refusedUntilMs

  async function readChunk(paths: readonly string[], signal: AbortSignal) {
    if (paths.length > 1 && mayAsk()) isKnownMissing = !((await isAvailable?.(signal)) ?? true)
    if (paths.length > 1 && mayAsk() && !isKnownMissing) {
      const answers = await together(paths, signal)
      if (answers) return answers
      refusedUntilMs = now() + REFUSED_FOR_MS
    }
    return Promise.all(paths.map((path) => single(path, signal)))
  }

  return {
    async read(paths, signal) {
      const chunks = Array.from({ length: Math.ceil(paths.length / size) }, (_, n) =>
        paths.slice(n * size, (n + 1) * size),
      )
      return (await Promise.all(chunks.map((chunk) => readChunk(chunk, signal)))).flat()
    },
    callsFor: (count) => (mayAsk() && !isKnownMissing ? Math.ceil(count / size) : count),
  }
}

/** The portal was reached and would not: it has no such path, or its batch fails whatever is in it. */
function isRefusal({ code, status }: GatewayError): boolean {
  return code === 'NOT_FOUND' || code === 'INVALID_INPUT' || code === 'BAD_SOURCE_RESPONSE' || status === 500
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return data // a page in place of data: `readEnvelope` says so
  }
}
