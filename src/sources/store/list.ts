import { type RawBuilder, sql } from 'kysely'
import type { ListQuery, OrderKey, Page } from '../../model/query.ts'
import type { RecordType } from '../../model/ref.ts'
import type { FilterOf, RecordOf } from '../source.ts'
import type { CountMatches } from './counts.ts'
import { createCursorCodec, type Position } from './cursor.ts'
import type { Database } from './database.ts'
import { type Condition, toConditions } from './filters.ts'
import type { Reader } from './read.ts'
import { TABLE_OF } from './tables.ts'

const ORDER_COLUMNS: Readonly<Record<OrderKey, string>> = {
  NAME: 'sort_name',
  CREATED_AT: 'created_at',
  UPDATED_AT: 'updated_at',
}

/** What a page is cut from: the conditions, and where in which order it begins. */
interface Cut {
  readonly type: RecordType
  readonly conditions: readonly Condition[]
  /** Column of `records`; `null`: the order of creation, by `pk`. */
  readonly column: string | null
  readonly descending: boolean
  readonly from: Position | null
  readonly limit: number
}

export interface ListContext {
  readonly database: Database
  readonly reader: Reader
  readonly count: CountMatches
  readonly source: string
}

/** One page in list order, with the exact number of all that match. */
export async function listPage<Type extends RecordType>(
  type: Type,
  query: ListQuery<FilterOf<Type>>,
  { database, reader, count, source }: ListContext,
): Promise<Page<RecordOf<Type>>> {
  const codec = createCursorCodec({ source, type, order: query.order })
  const from = query.cursor === null ? null : codec.decode(query.cursor)
  const conditions = toConditions(type, query.filter)
  const totalCount = conditions === null ? 0 : await count(type, conditions)
  if (conditions === null || totalCount === 0) return { entries: [], hasMore: false, totalCount: 0 }

  const cut: Cut = {
    type,
    conditions,
    column: query.order === null ? null : ORDER_COLUMNS[query.order.by],
    descending: (query.order?.direction === 'DESC') !== query.backward,
    from,
    limit: query.limit + 1,
  }
  const { rows } = await (await selectPositions(cut, totalCount, count)).execute(database)
  const positions = rows.slice(0, query.limit)
  if (query.backward) positions.reverse()
  const records = await reader.byPk(
    type,
    positions.map(({ pk }) => pk),
  )
  return {
    // One that was deleted since its place was read is left out, as if the page had been read a moment later.
    entries: positions.flatMap((position) => {
      const item = records.get(position.pk)
      return item === undefined ? [] : [{ item, cursor: codec.encode(position) }]
    }),
    hasMore: rows.length > query.limit,
    totalCount,
  }
}

/**
 * The query for the page's positions. The records that match can be collected and put in order, or all records walked in order
 * and asked whether they match; collecting costs as much as there are matches, walking as much as there are misses on the way
 * to a full page. The lesser is chosen, so neither a filter that matches all nor one that matches few grows with the table.
 */
async function selectPositions(cut: Cut, matches: number, count: CountMatches): Promise<RawBuilder<Position>> {
  const { conditions, column } = cut
  const [first] = conditions
  if (first === undefined) return walk(cut)
  if (column === null && first.inPkOrder) return collect(cut, first)
  const total = await count(cut.type, [])
  return matches * matches > cut.limit * total ? walk(cut) : collect(cut, first)
}

const PK_OF_MATCH = sql.ref('m.pk')
const PK_OF_RECORD = sql.ref('r.pk')

function collect(cut: Cut, first: Condition): RawBuilder<Position> {
  const others = holdAll(
    cut.conditions.filter((condition) => condition !== first),
    PK_OF_MATCH,
  )
  if (cut.column === null) {
    return sql<Position>`
      SELECT m.pk FROM (${first.matches}) m ${where([...others, ...beyond(cut, PK_OF_MATCH)])} ${order(cut, PK_OF_MATCH)}`
  }
  return sql<Position>`
    SELECT r.pk, ${sql.ref(`r.${cut.column}`)} AS key
    FROM (${first.matches}) m CROSS JOIN records r ON r.pk = m.pk
    ${where([...others, ...beyond(cut, PK_OF_RECORD)])} ${order(cut, PK_OF_RECORD)}`
}

function walk(cut: Cut): RawBuilder<Position> {
  const holding = cut.conditions.map((condition) => condition.holdsForMany(PK_OF_RECORD))
  if (cut.column === null) {
    return sql<Position>`
      SELECT r.pk FROM ${sql.table(TABLE_OF[cut.type])} r
      ${where([...holding, ...beyond(cut, PK_OF_RECORD)])} ${order(cut, PK_OF_RECORD)}`
  }
  return sql<Position>`
    SELECT r.pk, ${sql.ref(`r.${cut.column}`)} AS key FROM records r
    ${where([sql`r.type = ${cut.type}`, ...holding, ...beyond(cut, PK_OF_RECORD)])} ${order(cut, PK_OF_RECORD)}`
}

function holdAll(conditions: readonly Condition[], pk: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  return conditions.map((condition) => condition.holds(pk))
}

function beyond({ column, descending, from }: Cut, pk: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  if (from === null) return []
  const operator = sql.raw(descending ? '<' : '>')
  if (column === null) return [sql`${pk} ${operator} ${from.pk}`]
  return [sql`(${sql.ref(`r.${column}`)}, ${pk}) ${operator} (${from.key}, ${from.pk})`]
}

function order({ column, descending, limit }: Cut, pk: RawBuilder<unknown>): RawBuilder<unknown> {
  const direction = sql.raw(descending ? 'DESC' : 'ASC')
  return column === null
    ? sql`ORDER BY ${pk} ${direction} LIMIT ${limit}`
    : sql`ORDER BY ${sql.ref(`r.${column}`)} ${direction}, ${pk} ${direction} LIMIT ${limit}`
}

function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`
}
