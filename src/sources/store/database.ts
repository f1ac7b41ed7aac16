import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { GatewayError } from '../../model/errors.ts'
import { foldText } from '../../model/fold.ts'
import { BucketFailure } from './blobs.ts'
import { migrate } from './migrations/migrate.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** How long a writer waits for another process's write before it gives up. */
const BUSY_TIMEOUT_MS = 5000
/** Distinct statements kept prepared; filters and orders combine to some dozens. */
const MAX_PREPARED = 500

/**
 * Opens the database file, or `:memory:`, and brings it to the present version; makes the folder where it is missing. Every
 * commit reaches the disk before it is answered (`synchronous = FULL`). Rows have no prototype and never leave the store.
 * Throws `SOURCE_UNAVAILABLE` when it can't be opened or was written by a newer version.
 */
export function openDatabase(
  location: string,
  source: string,
  /** Told of every statement, for those who look at query plans. */
  onQuery?: (query: { readonly sql: string; readonly parameters: readonly unknown[] }) => void,
): Database {
  const database = openFile(location, source)
  return new Kysely<Tables>({
    dialect: new ImmediateDialect({ database: adapt(database) }, database),
    ...(onQuery && { log: ({ query }) => onQuery(query) }),
  })
}

function openFile(location: string, source: string): DatabaseSync {
  let database: DatabaseSync | null = null
  try {
    if (location !== ':memory:') mkdirSync(dirname(resolve(location)), { recursive: true, mode: 0o700 })
    database = new DatabaseSync(location, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;')
    database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456;')
    database.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? foldText(text) : null))
    migrate(database, source)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof GatewayError) throw error
    throw new GatewayError('SOURCE_UNAVAILABLE', `The database of ${source} could not be opened: ${reason(error)}.`, {
      source,
      cause: error,
    })
  }
}

/**
 * Kysely's SQLite dialect, save that a transaction takes the write lock at once, because asking for it halfway can fail, and
 * that one which SQLite has rolled back by itself (disk full) is not rolled back again, which would hide why.
 */
class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #database: DatabaseSync

  constructor(config: SqliteDialectConfig, database: DatabaseSync) {
    super(config)
    this.#config = config
    this.#database = database
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#config, this.#database)
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync

  constructor(config: SqliteDialectConfig, database: DatabaseSync) {
    super(config)
    this.#database = database
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

/** `node:sqlite` as Kysely wants a database: statements stay prepared, and say whether they give rows. */
function adapt(database: DatabaseSync): Exclude<SqliteDialectConfig['database'], (...args: never[]) => unknown> {
  const prepared = new Map<string, SqliteStatement>()
  return {
    prepare(text) {
      const known = prepared.get(text)
      if (known !== undefined) return known
      const statement = adaptStatement(database.prepare(text))
      const oldest = prepared.size >= MAX_PREPARED ? prepared.keys().next().value : undefined
      if (oldest !== undefined) prepared.delete(oldest)
      prepared.set(text, statement)
      return statement
    },
    close() {
      prepared.clear()
      database.close()
    },
  }
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}

/** SQLite's extended result code of an error, or `null` for any other error. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode : null
}

/** Whether a unique or primary key stood in the way. */
export function isUniqueViolation(error: unknown): boolean {
  const code = resultCode(error)
  return code === 1555 || code === 2067
}

/** BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: what the machine did, not a bug of ours. */
const NOT_OUR_FAULT: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26])

/** The error as callers see it: `SOURCE_UNAVAILABLE` for what the disk or another process did, anything else as it came. */
export function toGatewayError(error: unknown, source: string, attempted: string): unknown {
  const code = resultCode(error)
  const fromDatabase = code !== null && NOT_OUR_FAULT.has(code & 0xff) ? reason(error) : null
  // A file's error names its path in the message, which is nobody's business; its code says what happened.
  const fromFile = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null
  const fromBucket = error instanceof BucketFailure ? error.message : null
  const why = fromDatabase ?? fromFile ?? fromBucket
  if (why === null) return error
  return new GatewayError('SOURCE_UNAVAILABLE', `${source} could not ${attempted}: ${why}.`, { source, cause: error })
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : 'no reason given'
}
