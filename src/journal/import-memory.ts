import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Raised with every change of the tables below; a file of another version is refused. */
const SCHEMA_VERSION = 1

const SCHEMA = `
  create table run (
    id text primary key,
    source text not null,
    file text not null,
    begun_at_ms integer not null,
    finished integer not null default 0
  ) strict, without rowid;
  create table card (
    source text not null,
    key text not null,
    record_id text,
    digest text,
    version text,
    photo text,
    run text not null,
    primary key (source, key)
  ) strict, without rowid;
  create index card_record on card (source, record_id, run);
`

/** What is remembered of a card that an import has brought into a source. */
export interface RememberedCard {
  /** The source's own id; `null`: the card was about to become a new person, and nobody knows whether it did. */
  readonly recordId: string | null
  /** Of the whole card, once all of it has been brought. `null`: only some of it. */
  readonly digest: string | null
  /** The record's version then. */
  readonly version: string | null
  /** Digest of the picture that was brought. */
  readonly photo: string | null
  /** The import that brought it last. */
  readonly run: string
}

/**
 * Which person each card has become, by source: how the same file imported again finds the same people, and an import that was
 * cut off goes on. It holds ids and digests, and nobody's data. What a method has done survives the process.
 */
export interface ImportMemory {
  /** Begins an import of a file, or with `resume` goes on with the last one of it that has not ended, if there is one. */
  begin(source: string, file: string, resume: boolean): ImportRun
  find(source: string, key: string): RememberedCard | null
  remember(source: string, key: string, card: RememberedCard): void
  /** Whether the record is free to be another card's in this run; it is not from then on. */
  claim(source: string, recordId: string, key: string, run: string): boolean
  finish(run: string): void
  close(): void
}

export interface ImportRun {
  readonly id: string
  readonly isResumed: boolean
}

export interface ImportMemoryOptions {
  /** False: where there is no file, none is made, and the memory is of the process. */
  readonly mayMake?: boolean
  readonly now?: () => number
}

/** Opens the memory kept in one SQLite file, made where there is none, or in the process with `:memory:`. Throws an `Error` for a file that is not this version's. */
export function openImportMemory(
  file: string,
  { mayMake = true, now = Date.now }: ImportMemoryOptions = {},
): ImportMemory {
  const isKept = file !== ':memory:' && (mayMake || existsSync(file))
  if (isKept) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(isKept ? file : ':memory:')
  // A crash of the machine may cost the last cards; they are then looked for like those of another file.
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000')
  migrate(database, file)
  database.exec(
    'create temp table claimed (source text, record_id text, key text, primary key (source, record_id)) without rowid',
  )
  const unfinished = database.prepare(
    'select id from run where source = ? and file = ? and finished = 0 order by begun_at_ms desc, id limit 1',
  )
  const insertRun = database.prepare('insert into run (id, source, file, begun_at_ms) values (?, ?, ?, ?)')
  const closeRuns = database.prepare('update run set finished = 1 where source = ? and file = ? and finished = 0')
  const finish = database.prepare('update run set finished = 1 where id = ?')
  const select = database.prepare(
    'select record_id, digest, version, photo, run from card where source = ? and key = ?',
  )
  const upsert = database.prepare(
    'insert or replace into card (source, key, record_id, digest, version, photo, run) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const claimant = database.prepare('select key from claimed where source = ? and record_id = ?')
  const earlier = database.prepare('select key from card where source = ? and record_id = ? and run = ?')
  const claim = database.prepare('insert or ignore into claimed (source, record_id, key) values (?, ?, ?)')
  const keyOf = (key: string) => createHash('sha256').update(key).digest('base64url')

  return {
    begin(source, name, resume) {
      const found = resume ? unfinished.get(source, keyOf(name)) : undefined
      if (found !== undefined) return { id: String(found.id), isResumed: true }
      closeRuns.run(source, keyOf(name))
      const id = randomUUID()
      insertRun.run(id, source, keyOf(name), now())
      return { id, isResumed: false }
    },
    find(source, key) {
      const row = select.get(source, keyOf(key)) as unknown as Row | undefined
      if (row === undefined) return null
      const { record_id: recordId, digest, version, photo, run } = row
      return { recordId, digest, version, photo, run }
    },
    remember(source, key, { recordId, digest, version, photo, run }) {
      upsert.run(source, keyOf(key), recordId, digest, version, photo, run)
    },
    claim(source, recordId, key, run) {
      const own = keyOf(key)
      const row = claimant.get(source, recordId) ?? earlier.get(source, recordId, run)
      if (row !== undefined) return row.key === own
      claim.run(source, recordId, own)
      return true
    },
    finish: (run) => void finish.run(run),
    close: () => database.close(),
  }
}

interface Row {
  readonly record_id: string | null
  readonly digest: string | null
  readonly version: string | null
  readonly photo: string | null
  readonly run: string
}

function migrate(database: DatabaseSync, file: string): void {
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number }
  if (version > SCHEMA_VERSION) throw new Error(`${file} was written by a newer version of kith`)
  if (version < SCHEMA_VERSION)
    database.exec(`begin immediate; ${SCHEMA} pragma user_version = ${SCHEMA_VERSION}; commit`)
}
