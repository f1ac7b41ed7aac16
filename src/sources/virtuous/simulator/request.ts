import { type Answer, badRequest, notFound } from './answers.ts'
import type { State } from './state.ts'

/** What the vendor's switches are set to. */
export interface Rules {
  readonly putSemantics: 'replace' | 'patch'
  readonly maxGroups: number
  readonly individualId: { readonly parameter: string; readonly operators: readonly string[] } | null
  readonly demotesPrimary: boolean
  readonly uniqueEmails: boolean
}

export interface Call {
  readonly state: State
  readonly rules: Rules
  /** Where the simulator listens. */
  readonly origin: string
  /** The name of the account, for "modified by". */
  readonly user: string
  readonly params: readonly string[]
  readonly query: URLSearchParams
  /** Parsed JSON; `undefined` where the body is empty. */
  readonly body: unknown
  readonly rawBody: Buffer
  readonly contentType: string
}

export type Handler = (call: Call) => Answer | Promise<Answer>
export type Route = readonly [method: string, path: RegExp, handler: Handler]

export type JsonObject = Record<string, unknown>

export function bodyOf(call: Call): JsonObject {
  if (typeof call.body !== 'object' || call.body === null || Array.isArray(call.body)) {
    throw badRequest('The argument cannot be null')
  }
  return call.body as JsonObject
}

/** The record that the path's first id names. */
export function recordOf<Item>(records: ReadonlyMap<number, Item>, call: Call): Item {
  const record = records.get(Number(call.params[0]))
  if (record === undefined) throw notFound()
  return record
}

/** `skip` and `take` stand in the query string; ten where `take` is missing, a thousand at most. */
export function pageOf(call: Call): { readonly skip: number; readonly take: number } {
  const skip = Number(call.query.get('skip') ?? 0)
  const take = Number(call.query.get('take') ?? 10)
  if (!Number.isInteger(skip) || skip < 0) throw badRequest('The request is invalid.', 'skip')
  if (!Number.isInteger(take) || take < 0 || take > 1000) throw badRequest('The request is invalid.', 'take')
  return { skip, take }
}

export function listPage<Item>(items: readonly Item[], call: Call) {
  const { skip, take } = pageOf(call)
  return { list: items.slice(skip, skip + take), total: items.length }
}
