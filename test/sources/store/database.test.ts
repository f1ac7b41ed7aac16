import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/sources/store/database.ts'
import { MIGRATIONS, migrate } from '../../../src/sources/store/migrations/migrate.ts'
import { storeSettings } from '../../../src/sources/store/settings.ts'
import { create, failureOf, openStore, read, temporaryFolder } from './open.ts'

const pragma = (database: DatabaseSync, name: string) => database.prepare(`PRAGMA ${name}`).get()?.[name]

describe('opening the database', () => {
  it('makes the folder, keeps what was written, and leaves no write-ahead log behind', async () => {
    const file = join(temporaryFolder(), 'deep', 'er', 'kith.db')
    const first = await openStore({ url: `sqlite:${file}` })
    const id = await create(first, 'Person', { firstName: 'Ann' })
    await first.close!()

    const second = await openStore({ url: `sqlite:${file}` })

    expect((await read(second, 'Person', id)).displayName).toBe('Ann')
    await second.close!()
    expect(() => readFileSync(`${file}-wal`)).toThrow('ENOENT')
  })

  it('waits for the disk at every commit, checks references and logs ahead', async () => {
    const database = openDatabase(join(temporaryFolder(), 'kith.db'), 'own')
    const value = async (name: string) =>
      Object.values((await sql<Record<string, unknown>>`${sql.raw(`PRAGMA ${name}`)}`.execute(database)).rows[0]!)[0]

    expect(await value('journal_mode')).toBe('wal')
    expect(await value('synchronous')).toBe(2)
    expect(await value('foreign_keys')).toBe(1)
    expect(await value('busy_timeout')).toBe(5000)
    await database.destroy()
  })

  it('refuses a database of a newer version and leaves it as it is', async () => {
    const file = join(temporaryFolder(), 'kith.db')
    await (await openStore({ url: `sqlite:${file}` })).close!()
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 99')
    database.close()

    const error = await failureOf(() => openStore({ url: `sqlite:${file}` }))

    expect(error.code).toBe('SOURCE_UNAVAILABLE')
    expect(error.message).toMatch(/version 99.*newer kith/)
    const untouched = new DatabaseSync(file)
    expect(pragma(untouched, 'user_version')).toBe(99)
    untouched.close()
  })

  it('refuses a database of another program, and a file that is none', async () => {
    const folder = temporaryFolder()
    const other = new DatabaseSync(join(folder, 'other.db'))
    other.exec('CREATE TABLE bookmarks (url TEXT)')
    other.close()

    expect((await failureOf(() => openStore({ url: `sqlite:${folder}/other.db` }))).message).toMatch('another program')
    expect((await failureOf(() => openStore({ url: `sqlite:${import.meta.filename}` }))).message).toMatch(
      'could not be opened',
    )
    expect((await failureOf(() => openStore({ url: `sqlite:${folder}` }))).code).toBe('SOURCE_UNAVAILABLE')
  })
})

describe('migrations', () => {
  it('run once, in order', () => {
    const database = new DatabaseSync(':memory:')

    migrate(database, 'own', ['CREATE TABLE a (x)'])
    migrate(database, 'own', ['CREATE TABLE a (x)', 'INSERT INTO a VALUES (1)'])
    migrate(database, 'own', ['CREATE TABLE a (x)', 'INSERT INTO a VALUES (1)'])

    expect(database.prepare('SELECT count(*) AS n FROM a').get()?.n).toBe(1)
    expect(pragma(database, 'user_version')).toBe(2)
  })

  it('leave nothing behind when one fails', () => {
    const database = new DatabaseSync(':memory:')

    expect(() => migrate(database, 'own', ['CREATE TABLE a (x)', 'no sql'])).toThrow('syntax error')

    expect(pragma(database, 'user_version')).toBe(0)
    expect(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n).toBe(0)
  })

  it('bring every earlier version to the present tables', () => {
    const tables = (database: DatabaseSync) =>
      database
        .prepare('SELECT name, sql FROM sqlite_schema ORDER BY name')
        .all()
        .map((row) => ({ ...row }))
    const fresh = new DatabaseSync(':memory:')
    migrate(fresh, 'own')

    for (let version = 1; version < MIGRATIONS.length; version++) {
      const old = new DatabaseSync(':memory:')
      migrate(old, 'own', MIGRATIONS.slice(0, version))
      migrate(old, 'own')
      expect(tables(old)).toEqual(tables(fresh))
    }
  })
})

describe('settings', () => {
  it('default to a file, without seed or custom fields', () => {
    expect(storeSettings.parse({})).toEqual({
      url: 'sqlite:./data/kith.db',
      avatars: { driver: 'fs' },
      seed: false,
      customFields: [],
    })
  })

  it.each([
    [{ url: 'postgres://localhost/kith' }, 'not supported yet'],
    [{ url: 'postgresql://localhost/kith' }, 'not supported yet'],
    [{ url: 'mysql://localhost' }, 'must be sqlite:FILE'],
    [{ url: 'sqlite://host/file' }, 'must be sqlite:FILE'],
    [{ url: 'sqlite:' }, 'must be sqlite:FILE'],
    [{ file: 'kith.db' }, 'file'],
    [{ customFields: [{ key: 'a b', label: 'A' }] }, 'must be a letter'],
    [{ customFields: [{ key: 'a', label: 'A', type: 'CHOICE' }] }, 'CHOICE'],
    [{ customFields: [{ key: 'a', label: 'A', options: ['x'] }] }, 'CHOICE'],
    [
      {
        customFields: [
          { key: 'a', label: 'A' },
          { key: 'a', label: 'B' },
        ],
      },
      'same key',
    ],
  ])('refuse %j', (settings, message) => {
    const { error } = storeSettings.safeParse(settings)

    expect(error?.issues.map((issue) => issue.message).join()).toContain(message)
  })
})
