import { sql } from 'kysely'
import { GatewayError } from '../../model/errors.ts'
import type { RecordType } from '../../model/ref.ts'
import type { AvatarBytes } from '../source.ts'
import type { Blobs } from './blobs.ts'
import type { Database } from './database.ts'

/** A file without a record is a left-over only once no write can still be about to name it. */
const LEFT_OVER_AFTER_MS = 60 * 60 * 1000

/** The picture that a record shows; `null` for none and for nobody. Throws `BAD_SOURCE_RESPONSE` when its file is lost. */
export async function readAvatar(
  database: Database,
  blobs: Blobs,
  { type, id, source }: { readonly type: RecordType; readonly id: string; readonly source: string },
): Promise<AvatarBytes | null> {
  // Twice, because the picture may be replaced, and its file removed, between reading the row and the file.
  for (const _attempt of [1, 2]) {
    const row = await database
      .selectFrom('records')
      .select(['avatar_sha256', 'avatar_content_type'])
      .where('id', '=', id)
      .where('type', '=', type)
      .executeTakeFirst()
    if (row?.avatar_sha256 == null) return null
    const bytes = await blobs.read(row.avatar_sha256)
    if (bytes !== null) return { bytes, contentType: row.avatar_content_type ?? 'application/octet-stream' }
  }
  throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} has lost the file of this picture.`, { source })
}

/** Removes those pictures that no record shows. Runs inside `Blobs.exclusively`. */
export async function removeUnused(database: Database, blobs: Blobs, sha256s: readonly string[]): Promise<void> {
  for (const sha256 of await findUnused(database, sha256s)) await blobs.remove(sha256)
}

/** Removes pictures that a crash left between the file and its row. */
export async function sweepAvatars(database: Database, blobs: Blobs, nowMs: number): Promise<void> {
  await blobs.exclusively(async () => {
    for (const sha256 of await findUnused(database, await blobs.list())) {
      if (await blobs.isOlderThan(sha256, nowMs - LEFT_OVER_AFTER_MS)) await blobs.remove(sha256)
    }
  })
}

async function findUnused(database: Database, sha256s: readonly string[]): Promise<readonly string[]> {
  if (sha256s.length === 0) return []
  const { rows } = await sql<{ value: string }>`
    SELECT f.value FROM json_each(${JSON.stringify(sha256s)}) f
    WHERE NOT EXISTS (SELECT 1 FROM records WHERE avatar_sha256 = f.value)`.execute(database)
  return rows.map(({ value }) => value)
}
