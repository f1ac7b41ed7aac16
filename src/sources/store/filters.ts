import { type RawBuilder, sql } from 'kysely'
import { invalidInput } from '../../model/errors.ts'
import type { OrganizationFilter, PersonFilter, UserFilter } from '../../model/query.ts'
import type { RecordType } from '../../model/ref.ts'
import type { FilterOf } from '../source.ts'
import { foldTag, matchKey } from './derived.ts'
import { toMatch } from './search.ts'

/** One condition of a filter, in the two ways a list can use it. */
export interface Condition {
  /** All that match: a query with the one column `pk`, no row twice. */
  readonly matches: RawBuilder<unknown>
  /** Whether the index that answers `matches` gives it in the order of `pk`. */
  readonly inPkOrder: boolean
  /** Whether the record with this `pk` matches. */
  holds(pk: RawBuilder<unknown>): RawBuilder<unknown>
  /** The same, where very many records will be asked: `holds`, unless there is something cheaper. */
  holdsForMany(pk: RawBuilder<unknown>): RawBuilder<unknown>
}

/** The conditions, those that usually leave fewest records first. `null`: nothing can match. */
export type Conditions = readonly Condition[] | null

/** Throws `INVALID_INPUT` for a time that is none. */
export function toConditions<Type extends RecordType>(type: Type, filter: FilterOf<Type>): Conditions {
  const given = filter as PersonFilter & UserFilter & OrganizationFilter
  const conditions: Condition[] = []
  for (const [kind, value] of [
    ['EMAIL', given.email],
    ['PHONE', given.phone],
  ] as const) {
    if (value === undefined) continue
    const key = matchKey(kind, value)
    if (key === null) return null
    conditions.push(
      condition('contact_items', 'owner_pk', sql`owner_type = ${type} AND kind = ${kind} AND match_key = ${key}`, {
        distinct: true,
      }),
    )
  }
  if (given.search !== undefined && given.search.trim() !== '') {
    const match = toMatch(given.search)
    if (match === null) return null
    conditions.push(searchCondition(type, match))
  }
  if (given.groupId !== undefined) {
    conditions.push(condition('user_group_members', 'user_pk', sql`group_id = ${given.groupId}`))
  }
  if (given.organizationId !== undefined) {
    const where = sql`organization_id = ${given.organizationId}`
    conditions.push(type === 'User' ? condition('user_accesses', 'user_pk', where) : condition('people', 'pk', where))
  }
  if (given.tag !== undefined) {
    conditions.push(condition('person_tags', 'person_pk', sql`folded = ${foldTag(given.tag)}`))
  }
  if (given.updatedSince !== undefined) {
    const since = toTime(given.updatedSince)
    conditions.push(condition('records', 'pk', sql`type = ${type} AND updated_at >= ${since}`, { inPkOrder: false }))
  }
  if (given.status !== undefined) conditions.push(condition('users', 'pk', sql`status = ${given.status}`))
  if (given.kind !== undefined) conditions.push(condition('organizations', 'pk', sql`kind = ${given.kind}`))
  return conditions
}

function condition(
  table: string,
  pkColumn: string,
  where: RawBuilder<unknown>,
  { distinct = false, inPkOrder = true }: { readonly distinct?: boolean; readonly inPkOrder?: boolean } = {},
): Condition {
  const [from, column] = [sql.table(table), sql.ref(pkColumn)]
  const holds = (pk: RawBuilder<unknown>) => sql`EXISTS (SELECT 1 FROM ${from} WHERE ${where} AND ${column} = ${pk})`
  return {
    matches: distinct
      ? sql`SELECT DISTINCT ${column} AS pk FROM ${from} WHERE ${where}`
      : sql`SELECT ${column} AS pk FROM ${from} WHERE ${where}`,
    inPkOrder,
    holds,
    holdsForMany: holds,
  }
}

function searchCondition(type: RecordType, match: string): Condition {
  const index = sql.table(SEARCH_TABLE[type])
  const matches = sql`SELECT rowid AS pk FROM ${index} WHERE words MATCH ${match}`
  return {
    matches,
    inPkOrder: true,
    holds: (pk) => sql`EXISTS (SELECT 1 FROM ${index} WHERE words MATCH ${match} AND rowid = ${pk})`,
    // Looking one record up in the full-text index means reading the words anew each time.
    holdsForMany: (pk) => sql`${pk} IN (${matches})`,
  }
}

const SEARCH_TABLE = {
  Person: 'people_search',
  User: 'users_search',
  Organization: 'organizations_search',
} as const

/** As times are stored: UTC with milliseconds, so that they compare as texts. */
function toTime(text: string): string {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw invalidInput(['filter', 'updatedSince'], 'is no point in time')
  return new Date(ms).toISOString()
}
