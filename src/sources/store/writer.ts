import { sql, type Transaction } from 'kysely'
import { GatewayError } from '../../model/errors.ts'
import { foldText } from '../../model/fold.ts'
import type { RecordType } from '../../model/ref.ts'
import { humanName, userName } from './derived.ts'
import { indexForSearch } from './search.ts'
import type { Tables } from './tables.ts'

/** One transaction, and what is the same throughout it. */
export interface Writer {
  readonly tx: Transaction<Tables>
  readonly source: string
  /** RFC 3339, UTC: what everything in this transaction is dated with. */
  readonly now: string
  readonly newId: () => string
}

/** A record that is being written. */
export interface Target {
  readonly type: RecordType
  readonly pk: number
  readonly id: string
}

/** Throws `NOT_FOUND` where there is no such record (any more). */
export async function findTarget(
  { tx, source }: Writer,
  type: RecordType,
  id: string,
): Promise<Target & { revision: number }> {
  const row = await tx
    .selectFrom('records')
    .select(['pk', 'revision'])
    .where('id', '=', id)
    .where('type', '=', type)
    .executeTakeFirst()
  if (row === undefined) {
    throw new GatewayError('NOT_FOUND', `${source} has no such ${type.toLowerCase()}.`, { source })
  }
  return { type, id, ...row }
}

/**
 * Ends the writing of one record: its name as it now follows from its fields, the next revision, the time, the search index.
 * Whatever changes a record, its contact items included, comes through here once per transaction.
 */
export async function finishRecord(writer: Writer, target: Target): Promise<void> {
  const { tx, now } = writer
  const name = await readName(writer, target)
  const before = await tx
    .selectFrom('records')
    .select('display_name')
    .where('pk', '=', target.pk)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('records')
    .set((eb) => ({
      display_name: name,
      sort_name: foldText(name),
      revision: eb('revision', '+', 1),
      updated_at: now,
    }))
    .where('pk', '=', target.pk)
    .execute()
  await indexForSearch(tx, target.type, sql`${target.pk}`)
  if (target.type === 'Organization' && before.display_name !== name) await indexMembers(writer, target.id)
}

/** Whoever belongs to an organization is found by its name. */
async function indexMembers({ tx }: Writer, id: string): Promise<void> {
  await indexForSearch(tx, 'Person', sql`SELECT pk FROM people WHERE organization_id = ${id}`)
  await indexForSearch(tx, 'User', sql`SELECT user_pk FROM user_accesses WHERE organization_id = ${id}`)
}

async function readName({ tx }: Writer, { type, pk }: Target): Promise<string> {
  if (type === 'Organization') {
    return (await tx.selectFrom('organizations').select('name').where('pk', '=', pk).executeTakeFirstOrThrow()).name
  }
  const names = ['first_name', 'middle_name', 'last_name', 'nickname'] as const
  if (type === 'Person') {
    return humanName(
      toNames(await tx.selectFrom('people').select(names).where('pk', '=', pk).executeTakeFirstOrThrow()),
    )
  }
  const row = await tx
    .selectFrom('users')
    .select([...names, 'username'])
    .where('pk', '=', pk)
    .executeTakeFirstOrThrow()
  const email = await tx
    .selectFrom('contact_items')
    .select('value')
    .where('owner_pk', '=', pk)
    .where('kind', '=', 'EMAIL')
    .where('is_default', '=', 1)
    .executeTakeFirst()
  return userName({ ...toNames(row), username: row.username, email: email?.value ?? null })
}

function toNames(row: {
  readonly first_name: string | null
  readonly middle_name: string | null
  readonly last_name: string | null
  readonly nickname: string | null
}) {
  return { firstName: row.first_name, middleName: row.middle_name, lastName: row.last_name, nickname: row.nickname }
}
