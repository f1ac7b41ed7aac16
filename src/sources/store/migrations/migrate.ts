import type { DatabaseSync } from 'node:sqlite'
import { GatewayError } from '../../../model/errors.ts'
import { records } from './001-records.ts'
import { marks } from './002-marks.ts'
import { avatarDetails } from './003-avatar-details.ts'
import { createdIds } from './004-created-ids.ts'

/** In order; the version of a database is how many of them it has seen. A migration that was released is never edited. */
export const MIGRATIONS: readonly string[] = [records, marks, avatarDetails, createdIds]

/** "kith" in ASCII: marks a database file as ours (`PRAGMA application_id`). */
const APPLICATION_ID = 0x6b697468

/**
 * Brings the database to the present version, all of it or, on an error, nothing. Safe when two processes start at once.
 * Throws `SOURCE_UNAVAILABLE` for a database that a newer version has written, and for one that is not ours.
 */
export function migrate(database: DatabaseSync, source: string, migrations: readonly string[] = MIGRATIONS): void {
  if (checkVersion(database, source, migrations) === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    // Asked again: another process may have migrated while this one waited for the lock.
    for (const statements of migrations.slice(checkVersion(database, source, migrations))) database.exec(statements)
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function checkVersion(database: DatabaseSync, source: string, migrations: readonly string[]): number {
  const version = readPragma(database, 'user_version')
  const isOurs = readPragma(database, 'application_id') === APPLICATION_ID
  if (!isOurs && !(version === 0 && isEmpty(database))) {
    throw new GatewayError('SOURCE_UNAVAILABLE', `The database of ${source} belongs to another program.`, { source })
  }
  if (version > migrations.length) {
    throw new GatewayError(
      'SOURCE_UNAVAILABLE',
      `The database of ${source} has version ${version}; this kith knows ${migrations.length}. Start the newer kith that wrote it.`,
      { source },
    )
  }
  return version
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
}

function readPragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}
