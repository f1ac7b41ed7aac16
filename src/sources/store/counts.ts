import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '../../model/ref.ts'
import type { Database } from './database.ts'
import type { Condition } from './filters.ts'
import { rememberPerState } from './state.ts'

/** How many records of a type meet all the conditions: exactly, as of now. */
export type CountMatches = (type: RecordType, conditions: readonly Condition[]) => Promise<number>

/** Distinct filters remembered; whoever pages through a list asks for the same one again and again. */
const MAX_REMEMBERED = 1000

/**
 * Without conditions a trigger has counted. With them it means walking through all that match, so the number is remembered until
 * anything in the database changes, by whomever.
 */
export function createCounts(database: Database): CountMatches {
  const rememberedNow = rememberPerState(database, () => new Map<string, number>())

  return async (type, [first, ...others]) => {
    if (first === undefined) {
      return run(database, sql`SELECT count FROM record_counts WHERE type = ${type}`)
    }
    const remembered = await rememberedNow()
    const seen = key(type, [first, ...others], database)
    const known = remembered.get(seen)
    if (known !== undefined) return known
    const holding = others.map((condition) => condition.holds(sql.ref('m.pk')))
    const count = await run(
      database,
      holding.length === 0
        ? sql`SELECT count(*) AS count FROM (${first.matches})`
        : sql`SELECT count(*) AS count FROM (${first.matches}) m WHERE ${sql.join(holding, sql` AND `)}`,
    )
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(seen, count)
    return count
  }
}

function key(type: RecordType, conditions: readonly Condition[], database: Database): string {
  return JSON.stringify([
    type,
    ...conditions.map(({ matches }) => {
      const { sql: text, parameters } = matches.compile(database)
      return [text, parameters]
    }),
  ])
}

async function run(database: Database, query: RawBuilder<unknown>): Promise<number> {
  return ((await query.execute(database)).rows[0] as { readonly count: number }).count
}
