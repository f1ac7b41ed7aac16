import type { ZodType } from 'zod'
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import type { Catalog } from './catalog.ts'

/** What the parts of the source share. */
export interface Api {
  /** Configured name of the source. */
  readonly source: string
  readonly http: HttpClient
  readonly catalog: Catalog
  /** Requests that one call has under way at once. */
  readonly concurrency: number
  readonly batchGroups: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A GET whose answer must have the shape. */
export async function readJson<T>(
  api: Pick<Api, 'source' | 'http'>,
  path: string,
  schema: ZodType<T>,
  what: string,
  signal: AbortSignal,
): Promise<T> {
  const { body } = await api.http.request({ method: 'GET', path, signal })
  return decode(schema, body, { source: api.source, what })
}

/** A GET by id: `null` on 404. */
export async function readOne<T>(
  api: Pick<Api, 'source' | 'http'>,
  path: string,
  schema: ZodType<T>,
  what: string,
  signal: AbortSignal,
): Promise<T | null> {
  const { status, body } = await api.http.request({ method: 'GET', path, accept: [404], signal })
  return status === 404 ? null : decode(schema, body, { source: api.source, what })
}

/** A POST that only reads: repeated like a GET. */
export function ask(
  api: Pick<Api, 'http'>,
  request: Pick<HttpRequest, 'path' | 'query' | 'json' | 'signal'>,
): Promise<HttpAnswer> {
  return api.http.request({ method: 'POST', idempotent: true, ...request })
}

/** Runs `work` on every item, at most `concurrency` at once, and gives the results in order. */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  const entries = items.entries()
  const worker = async () => {
    for (const [index, item] of entries) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker))
  return results
}

export function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
