import type { ZodType } from 'zod'
import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import { GatewayError } from '../../model/errors.ts'
import { type Api, ask, chunksOf, mapBounded, readOne } from './api.ts'
import { toWireId } from './values.ts'
import { listEnvelope, type QueryOptions, withId } from './wire.ts'

export interface ByIdOptions<Wire> {
  readonly resource: 'Contact' | 'ContactIndividual'
  /** `POST` here takes a query and gives whole records. */
  readonly queryPath: string
  /** What the parameter for the record's own id may be called. */
  readonly parameter: RegExp
  readonly schema: ZodType<Wire>
  readonly what: string
}

/** What a record is made into, with what that takes besides the record. */
export interface MadeWith<Wire, With extends object, Made> {
  /** The same object as long as it says the same. */
  readonly readContext: (signal: AbortSignal) => Promise<With>
  /** The same function each time. */
  readonly make: (wire: Wire, context: With) => Made
}

/** Records as the vendor gives them. */
export function asTheyCame<Wire>(): MadeWith<Wire, object, Wire> {
  return { readContext: () => Promise.resolve(NOTHING), make: same }
}

const NOTHING = {}

function same<Wire>(wire: Wire): Wire {
  return wire
}

/** Reads records by id in as few calls as the organization's query options allow. */
export interface ReadByIds<Wire> {
  <With extends object, Made>(
    ids: readonly string[],
    into: MadeWith<Wire, With, Made>,
    signal: AbortSignal,
  ): Promise<readonly (Made | GatewayError | null)[]>
  /** How many calls so many ids take at least, by what is known so far of those options. */
  callsFor(count: number): number
}

/** A record in a list, or what is wrong with it. */
interface Listed<Wire> {
  readonly id: number
  readonly wire: Wire | GatewayError
}

/** How many ids one condition with several values holds: a page of a query has no more. */
const MAX_VALUES = 1000
const RETRY_QUERY_MS = 3_600_000

/**
 * No call takes a list of ids. A query does, in one condition where an operator with several values is listed for the id (one call
 * for a thousand), else in one group for each id (`batchGroups` to a call). Where neither is listed, or the query was refused in
 * the last hour, records are read one by one.
 */
export function createByIds<Wire extends { readonly id: number }>(
  api: Api,
  options: ByIdOptions<Wire>,
): ReadByIds<Wire> {
  const { source, catalog, concurrency, batchGroups } = api
  const { resource, queryPath, schema, what } = options
  let refusedUntilMs = 0
  /** `undefined`: not asked for yet. */
  let condition: IdCondition | null | undefined

  async function readSingly(id: number, signal: AbortSignal): Promise<Wire | GatewayError | null> {
    try {
      return await readOne(api, `/api/${resource}/${id}`, schema, what, signal)
    } catch (error) {
      // What is wrong with this one alone must not cost the others.
      if (error instanceof GatewayError && !signal.aborted && ALONE.has(error.code)) return error
      throw error
    }
  }

  async function query(groups: readonly object[], take: number, signal: AbortSignal): Promise<readonly Listed<Wire>[]> {
    const json = { groups, sortBy: 'Id', descending: false, includeArchived: true }
    const { body } = await ask(api, { path: queryPath, query: { skip: 0, take }, json, signal })
    return derive(body, options, () =>
      decode(listEnvelope, body, { source, what: `the answer to ${queryPath}` }).list.map(toListed),
    )
  }

  const idsToACall = (): number => {
    if (api.now() < refusedUntilMs || condition === null) return 1
    return condition?.many === null ? batchGroups : MAX_VALUES
  }

  async function read<With extends object, Made>(
    ids: readonly string[],
    { readContext, make }: MadeWith<Wire, With, Made>,
    signal: AbortSignal,
  ) {
    signal.throwIfAborted()
    const wanted = ids.map(toWireId)
    const known = wanted.filter((id) => id !== null)
    const found = new Map<number, Made | GatewayError>()
    const readAllSingly = () =>
      mapBounded(known, concurrency, async (id) => {
        const [one, context] = await Promise.all([readSingly(id, signal), readContext(signal)])
        if (one === null) return
        found.set(id, one instanceof GatewayError ? one : derive(one, make, () => make(one, context), context))
      })
    const mayAsk = known.length > 1 && api.now() >= refusedUntilMs
    if (mayAsk) condition = toCondition(await catalog.queryOptions(resource, signal), options.parameter)
    if (!mayAsk || !condition) {
      await readAllSingly()
    } else {
      const asked = condition
      try {
        const chunks = chunksOf(known, idsToACall())
        const [lists, context] = await Promise.all([
          mapBounded(chunks, concurrency, (chunk) => query(groupsOf(asked, chunk), chunk.length, signal)),
          readContext(signal),
        ])
        for (const list of lists) {
          const makeAll = () => list.map(({ wire }) => (wire instanceof GatewayError ? wire : make(wire, context)))
          const made = derive(list, make, makeAll, context)
          for (const [place, { id }] of list.entries()) found.set(id, made[place]!)
        }
      } catch (error) {
        if (!(error instanceof GatewayError) || error.code !== 'INVALID_INPUT') throw error
        refusedUntilMs = api.now() + RETRY_QUERY_MS
        found.clear()
        await readAllSingly()
      }
    }
    return wanted.map((id) => (id === null ? null : (found.get(id) ?? null)))
  }

  function toListed(item: unknown): Listed<Wire> {
    const { id } = decode(withId, item, { source, what })
    try {
      return { id, wire: decode(schema, item, { source, what }) }
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      return { id, wire: error }
    }
  }

  return Object.assign(read, { callsFor: (count: number) => Math.ceil(count / idsToACall()) })
}

const ALONE: ReadonlySet<string> = new Set(['FORBIDDEN', 'BAD_SOURCE_RESPONSE', 'INVALID_INPUT', 'CONFLICT'])

interface IdCondition {
  readonly parameter: string
  /** The operator that takes several values. `null`: only one at a time. */
  readonly many: string | null
}

function toCondition({ options }: QueryOptions, name: RegExp): IdCondition | null {
  const option = options.find(({ parameter }) => name.test(parameter))
  if (option === undefined) return null
  const many = option.operatorOptions.find(
    ({ operator, multipleValuesAllowed }) => multipleValuesAllowed === true && /^(In|IsAnyOf)$/i.test(operator),
  )
  const one = option.operatorOptions.some(({ operator }) => /^Is$/i.test(operator))
  if (many === undefined && !one) return null
  return { parameter: option.parameter, many: many?.operator ?? null }
}

/** Values are texts, numbers too. */
function groupsOf({ parameter, many }: IdCondition, ids: readonly number[]): readonly object[] {
  const values = ids.map(String)
  if (many !== null) return [{ conditions: [{ parameter, operator: many, value: null, values }] }]
  return values.map((value) => ({ conditions: [{ parameter, operator: 'Is', value }] }))
}
