import type { Capability } from '../model/capability.ts'
import { type GatewayError, invalidInput, unsupported } from '../model/errors.ts'
import { foldText } from '../model/fold.ts'
import type { ListQuery, OrderKey } from '../model/query.ts'
import type { RecordType } from '../model/ref.ts'
import type { CallOptions, FilterOf, Listing, RecordOf, Source } from '../sources/source.ts'
import { toConnection } from './connection.ts'
import { createCursorCodec, END, type Positions, START } from './cursor.ts'
import type { Connection, ListRequest, SourceView } from './directory.ts'
import { failure } from './failure.ts'
import { readId, type Sources } from './input.ts'
import type { Loaders } from './loaders.ts'
import { type Comparison, gather, inTurn, merged, type Picker } from './merge.ts'
import type { DirectoryState } from './state.ts'
import { createWalk, type Walk } from './walk.ts'

/** How many records one page may have. */
export const MAX_PAGE_SIZE = 100

export interface ListContext extends CallOptions {
  readonly sources: Sources
  readonly views: ReadonlyMap<string, SourceView>
  readonly loaders: Loaders
  readonly state: DirectoryState
}

/**
 * One page over several sources. With an order, pages of the sources that can give it are merged in that order; without one,
 * sources follow each other as configured. What a source can't do, or fails at, is its slice's error and costs no other slice.
 */
export async function list<Type extends RecordType>(
  type: Type,
  request: ListRequest<Type>,
  context: ListContext,
): Promise<Connection<RecordOf<Type>>> {
  const { size, backward, cursor } = readWindow(request)
  const chosen = chooseSources(type, request.sources, context.sources)
  const filter = resolveFilter<Type>(request.filter)
  const codec = createCursorCodec(
    { type, filter: request.filter, order: request.order, sources: chosen.map(({ name }) => name) },
    context.state.cursorKey,
  )
  const argument = backward ? 'before' : 'after'
  const from: Positions = cursor === null ? new Map() : codec.decode(cursor, argument)

  const walks = await Promise.all(
    chosen.map(async (source): Promise<Walk<RecordOf<Type>>> => {
      const elsewhere = filter.source !== null && filter.source !== source.name
      const begin = backward ? END : START
      const page = source.list[type]
      return createWalk<RecordOf<Type>>({
        name: source.name,
        from: elsewhere ? (backward ? START : END) : (from.get(source.name) ?? begin),
        backward,
        maxPageSize: source.limits.maxPageSize,
        error: elsewhere ? null : await refusal(source, type, filter.filter, request, backward, context),
        read: async (after, limit) => {
          if (elsewhere || !page) return { entries: [], hasMore: false, totalCount: 0 }
          const query: ListQuery<FilterOf<Type>> = {
            filter: filter.filter,
            order: request.order,
            limit,
            cursor: after,
            backward,
          }
          const answer = await page(query, context)
          if (answer.included) context.loaders.offer(source.name, answer.included)
          return answer
        },
      })
    }),
  )

  const pick: Picker<RecordOf<Type>> = request.order ? merged<RecordOf<Type>>(compareBy(request.order)) : inTurn
  const { taken, hasMore } = await gather(walks, size, backward, pick)
  for (const { item } of taken) context.loaders.prime(item)
  return toConnection({ taken, walks, hasMore, backward, continued: cursor !== null, codec, views: context.views })
}

/** How many records are asked for, at which end, and from where. */
export function readWindow(request: {
  readonly first: number | null
  readonly after: string | null
  readonly last: number | null
  readonly before: string | null
}): { readonly size: number; readonly backward: boolean; readonly cursor: string | null } {
  const { first, after, last, before } = request
  if (first !== null && last !== null) throw invalidInput(['last'], 'Give first or last, not both.')
  const backward = last !== null
  const size = first ?? last
  if (size === null)
    throw invalidInput(['first'], `Say how many records are wanted: first (or last), 1 to ${MAX_PAGE_SIZE}.`)
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw invalidInput(
      [backward ? 'last' : 'first'],
      `A page has 1 to ${MAX_PAGE_SIZE} records; ${size} were asked for.`,
    )
  }
  if (backward && after !== null) throw invalidInput(['after'], 'after goes with first; with last, give before.')
  if (!backward && before !== null) throw invalidInput(['before'], 'before goes with last; with first, give after.')
  return { size, backward, cursor: backward ? before : after }
}

function chooseSources(type: RecordType, names: readonly string[] | null, sources: Sources): readonly Source[] {
  if (names === null) return [...sources.values()].filter((source) => source.list[type] !== undefined)
  const unknown = names.findIndex((name) => !sources.has(name))
  if (unknown >= 0) {
    const known = [...sources.keys()].join(', ')
    throw invalidInput(['sources', String(unknown)], `No source has this name. Configured: ${known}.`)
  }
  return [...sources.values()].filter(({ name }) => names.includes(name))
}

/** The filter with the source's own ids, and the only source that such an id can match in. */
function resolveFilter<Type extends RecordType>(
  filter: FilterOf<Type>,
): { readonly filter: FilterOf<Type>; readonly source: string | null } {
  const resolved: Record<string, unknown> = { ...filter }
  let source: string | null = null
  for (const [field, type] of [
    ['organizationId', 'Organization'],
    ['groupId', 'UserGroup'],
  ] as const) {
    const globalId = resolved[field]
    if (typeof globalId !== 'string') continue
    const id = readId(globalId, ['filter', field])
    if (id.type !== type)
      throw invalidInput(['filter', field], `This is the id of another kind of thing; give the id of a ${type}.`)
    // Two such ids of different sources match nothing anywhere: no source has this name.
    source = source === null || source === id.source ? id.source : '\0'
    resolved[field] = id.id
  }
  return { filter: resolved as FilterOf<Type>, source }
}

/** Why the source can't give this list; `null` where it can. */
async function refusal<Type extends RecordType>(
  source: Source,
  type: Type,
  filter: FilterOf<Type>,
  { order }: ListRequest<Type>,
  backward: boolean,
  options: CallOptions,
): Promise<GatewayError | null> {
  const listing = source.listing[type] as Listing<Type> | undefined
  const refuse = (what: string) => unsupported(source.name, `${source.name} can't ${what}.`)
  if (!listing || !source.list[type]) return refuse(`list ${type === 'Person' ? 'people' : `${type.toLowerCase()}s`}`)
  const filters = Object.keys(filter) as (keyof FilterOf<Type>)[]
  const wrong = filters.find((name) => !listing.filters.has(name))
  if (wrong !== undefined) return refuse(`filter by ${String(wrong)}`)
  if (order && !listing.orders.has(order.by)) return refuse(`order by ${order.by}`)
  if (backward && !listing.backward) return refuse('be read backward; use first and after')
  try {
    const able = await source.capabilities(options)
    const upper = type.toUpperCase() as Uppercase<Type>
    const needed: Capability[] = [`${upper}_LIST`, ...('search' in filter ? [`${upper}_SEARCH` as const] : [])]
    const missing = needed.find((capability) => !able.has(capability))
    return missing === undefined
      ? null
      : refuse(`do this with its linked account: ${missing} is not among its capabilities`)
  } catch (error) {
    return failure(error, source.name)
  }
}

/** Ascending by the key of the order, for picking between sources; records without the key come last. */
function compareBy(order: {
  readonly by: OrderKey
  readonly direction: 'ASC' | 'DESC'
}): Comparison<RecordOf<RecordType>> {
  const sign = order.direction === 'DESC' ? -1 : 1
  const keyOf = (record: RecordOf<RecordType>): string | null => {
    if (order.by === 'NAME') return record.displayName
    return order.by === 'CREATED_AT' ? record.createdAt : record.updatedAt
  }
  const compare = order.by === 'NAME' ? compareFolded : (a: string, b: string) => Date.parse(a) - Date.parse(b)
  return (a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return sign * compare(x, y)
  }
}

/** As names are sorted everywhere here: case, accents and width aside. */
function compareFolded(a: string, b: string): number {
  const [x, y] = [foldText(a), foldText(b)]
  return x < y ? -1 : x > y ? 1 : 0
}
