import { CompiledQuery } from 'kysely'
import type { RecordType } from '../../model/ref.ts'
import type { RecordOf } from '../source.ts'
import type { Database } from './database.ts'
import { type RowContext, toOrganization, toPerson, toUser } from './rows.ts'
import { TABLE_OF } from './tables.ts'
import { TUPLES, type TupleOf } from './tuples.ts'

/** Reads whole records, a batch in one prepared statement: what belongs to a record comes with it, as of one moment. */
export interface Reader {
  /** One entry per id, in the same order; `null` for nobody. */
  byId<Type extends RecordType>(type: Type, ids: readonly string[]): Promise<readonly (RecordOf<Type> | null)[]>
  /** Those that are there, by `pk`. */
  byPk<Type extends RecordType>(type: Type, pks: readonly number[]): Promise<ReadonlyMap<number, RecordOf<Type>>>
}

export function createReader(database: Database, context: RowContext): Reader {
  const map: { readonly [Type in RecordType]: (tuple: TupleOf[Type]) => RecordOf<Type> } = {
    Person: (tuple) => toPerson(tuple, context),
    User: (tuple) => toUser(tuple, context),
    Organization: (tuple) => toOrganization(tuple, context),
  }

  async function read<Type extends RecordType>(
    type: Type,
    key: 'id' | 'pk',
    keys: readonly (string | number)[],
  ): Promise<readonly TupleOf[Type][]> {
    if (keys.length === 0) return []
    const query = CompiledQuery.raw(STATEMENTS[type][key], [JSON.stringify(keys)])
    const { tuples } = (await database.executeQuery(query)).rows[0] as { readonly tuples: string }
    return JSON.parse(tuples) as readonly TupleOf[Type][]
  }

  return {
    async byId<Type extends RecordType>(type: Type, ids: readonly string[]) {
      const found = new Map<string, RecordOf<Type>>()
      for (const tuple of await read(type, 'id', ids)) found.set(tuple[0][1], map[type](tuple))
      return ids.map((id) => found.get(id) ?? null)
    },
    async byPk<Type extends RecordType>(type: Type, pks: readonly number[]) {
      const found = new Map<number, RecordOf<Type>>()
      for (const tuple of await read(type, 'pk', pks)) found.set(tuple[0][0], map[type](tuple))
      return found
    },
  }
}

/** `type` is in the condition because ids of all three types share one index. */
function statement(type: RecordType, key: 'id' | 'pk'): string {
  return `SELECT json_group_array(${TUPLES[type]}) AS tuples
FROM json_each(?) AS wanted
CROSS JOIN records r ON r.${key} = wanted.value AND r.type = '${type}'
CROSS JOIN ${TABLE_OF[type]} t ON t.pk = r.pk`
}

const STATEMENTS = {
  Person: { id: statement('Person', 'id'), pk: statement('Person', 'pk') },
  User: { id: statement('User', 'id'), pk: statement('User', 'pk') },
  Organization: { id: statement('Organization', 'id'), pk: statement('Organization', 'pk') },
} as const
