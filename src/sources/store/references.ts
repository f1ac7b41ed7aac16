import { sql } from 'kysely'
import { invalidInput } from '../../model/errors.ts'
import type { RecordType } from '../../model/ref.ts'
import type { Writer } from './writer.ts'

/** Throws `INVALID_INPUT` at `path` where the id names no record of the type. */
export async function checkExists(
  { tx }: Writer,
  type: RecordType,
  id: string | null | undefined,
  path: readonly string[],
): Promise<void> {
  if (id == null) return
  const found = await tx
    .selectFrom('records')
    .select('pk')
    .where('id', '=', id)
    .where('type', '=', type)
    .executeTakeFirst()
  if (found === undefined) throw invalidInput(path, `no ${type.toLowerCase()} of this source has this id`)
}

const PARENT_COLUMNS = { organizations: 'parent_id', users: 'manager_id' } as const

/** Throws `INVALID_INPUT` at `path` where, going from parent to parent, the record comes back to itself. */
export async function checkNoCycle(
  { tx }: Writer,
  table: keyof typeof PARENT_COLUMNS,
  id: string,
  path: readonly string[],
): Promise<void> {
  const [from, parent] = [sql.table(table), sql.ref(`t.${PARENT_COLUMNS[table]}`)]
  // UNION, not UNION ALL: a circle further up, should there ever be one, must not go round for ever.
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE above (id) AS (
      SELECT ${parent} FROM ${from} t JOIN records r ON r.pk = t.pk WHERE r.id = ${id}
      UNION
      SELECT ${parent} FROM above JOIN records r ON r.id = above.id JOIN ${from} t ON t.pk = r.pk
    )
    SELECT id FROM above WHERE id = ${id}`.execute(tx)
  if (rows.length > 0) throw invalidInput(path, 'would make a circle: it stands below this record already')
}
