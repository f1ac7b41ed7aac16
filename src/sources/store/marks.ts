import { GatewayError } from '../../model/errors.ts'
import { type Database, isUniqueViolation } from './database.ts'
import type { Writer } from './writer.ts'

/** How long a mark is remembered; whoever asks does so after a crash or a lost answer, within a day. */
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000

/** Remembers that the write with this mark was carried out, in its own transaction; forgets those of long ago. Throws `CONFLICT` for a mark that is there. */
export async function remember({ tx, now, source }: Writer, mark: string, createdId: string | null): Promise<void> {
  const longAgo = new Date(Date.parse(now) - REMEMBERED_MS).toISOString()
  await tx.deleteFrom('marks').where('done_at', '<', longAgo).execute()
  try {
    await tx.insertInto('marks').values({ mark, done_at: now, created_id: createdId }).execute()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new GatewayError('CONFLICT', 'This very write was carried out before.', { source, cause: error })
  }
}

/** The id of what the write with this mark created; `null`: it was not carried out, or created nothing. */
export async function createdWith(database: Database, mark: string): Promise<string | null> {
  const found = await database.selectFrom('marks').select('created_id').where('mark', '=', mark).executeTakeFirst()
  return found?.created_id ?? null
}

export async function isRemembered(database: Database, mark: string): Promise<boolean> {
  const found = await database.selectFrom('marks').select('mark').where('mark', '=', mark).executeTakeFirst()
  return found !== undefined
}
