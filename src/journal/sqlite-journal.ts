import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Journal, JournalEntry, NewEntry } from '../directory/journal.ts'
import type { Json } from '../model/json.ts'
import { createGroupedCommits } from './grouped-commits.ts'

/** In order; the version of a file is how many of them it has seen, and one of a newer version is refused. */
const MIGRATIONS: readonly string[] = [
  `create table write (
    mark text primary key,
    caller text,
    key text,
    fingerprint text,
    write text not null,
    result text,
    begun_at_ms integer not null
  ) strict, without rowid;
  create unique index write_key on write (caller, key) where key is not null;
  create index write_begun on write (begun_at_ms);`,
  'alter table write add column owner text;',
]

export interface JournalOptions {
  readonly now?: () => number
  /** Who begins writes here, where several processes share the file. `null`, the default: it is one process's alone. */
  readonly owner?: string | null
}

/**
 * Opens the journal kept in one SQLite file, made where there is none (its folder too), or in memory with `:memory:`. What a
 * method has resolved for survives the process and, as commits are synced, the machine; what `forget` does is synced with the next
 * of them. The file holds results of writes and so personal data: keep its folder closed to others. Several processes may open the
 * same file. Throws an `Error` for a file of a newer version.
 */
export function openSqliteJournal(file: string, { now = Date.now, owner = null }: JournalOptions = {}): Journal {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full')
  migrate(database, file)

  const insert = database.prepare(
    'insert into write (mark, caller, key, fingerprint, write, begun_at_ms, owner) values (?, ?, ?, ?, ?, ?, ?)',
  )
  // The key of a write that was found not done is free again: the new write takes it over.
  const release = database.prepare('delete from write where caller = ? and key = ? and result is null')
  const byKey = database.prepare('select * from write where caller = ? and key = ?')
  const keep = database.prepare('update write set result = ? where mark = ? and key is not null')
  const forget = database.prepare('delete from write where mark = ?')
  const open = database.prepare('select * from write where result is null order by begun_at_ms, mark')
  const openOf = database.prepare(
    'select * from write where result is null and owner in (select value from json_each(?)) order by begun_at_ms, mark',
  )
  const forgetOld = database.prepare('delete from write where result is not null and begun_at_ms < ?')

  const commits = createGroupedCommits(database)

  return {
    async find(caller, key) {
      const row = byKey.get(caller, key)
      return row === undefined ? null : toEntry(row as unknown as Row)
    },
    begin: ({ mark, key, write }: NewEntry) =>
      commits.run(() => {
        if (key !== null) release.run(key.caller, key.key)
        const { caller = null, key: name = null, fingerprint = null } = key ?? {}
        insert.run(mark, caller, name, fingerprint, JSON.stringify(write), now(), owner)
      }),
    finish: (mark, result) =>
      commits.run(() => {
        const kept = result === null ? 0 : keep.run(JSON.stringify(result), mark).changes
        if (kept === 0) forget.run(mark)
      }),
    forget: (mark) => commits.run(() => void forget.run(mark), { synced: false }),
    async unfinished(owners) {
      const rows = owners === undefined ? open.all() : openOf.all(JSON.stringify(owners))
      return rows.map((row) => toEntry(row as unknown as Row))
    },
    prune: (beforeMs) => commits.run(() => void forgetOld.run(beforeMs)),
    async close() {
      commits.flush()
      database.close()
    },
  }
}

interface Row {
  readonly mark: string
  readonly caller: string | null
  readonly key: string | null
  readonly fingerprint: string | null
  readonly write: string
  readonly result: string | null
  readonly begun_at_ms: number
}

function toEntry({ mark, caller, key, fingerprint, write, result, begun_at_ms }: Row): JournalEntry {
  return {
    mark,
    key: caller !== null && key !== null && fingerprint !== null ? { caller, key, fingerprint } : null,
    write: JSON.parse(write) as JournalEntry['write'],
    result: result === null ? null : (JSON.parse(result) as Json),
    begunAtMs: begun_at_ms,
  }
}

function migrate(database: DatabaseSync, file: string): void {
  if (checkVersion(database, file) === MIGRATIONS.length) return
  database.exec('begin immediate')
  try {
    // Asked again: another process may have migrated while this one waited for the lock.
    for (const statements of MIGRATIONS.slice(checkVersion(database, file))) database.exec(statements)
    database.exec(`pragma user_version = ${MIGRATIONS.length}; commit`)
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

function checkVersion(database: DatabaseSync, file: string): number {
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number }
  if (version <= MIGRATIONS.length) return version
  throw new Error(
    `${file} was written by a newer version of kith (journal ${version}, this one knows ${MIGRATIONS.length}).`,
  )
}
