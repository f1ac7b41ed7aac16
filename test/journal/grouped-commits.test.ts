import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IdempotencyKey, PendingWrite } from '../../src/directory/journal.ts'
import { createGroupedCommits } from '../../src/journal/grouped-commits.ts'
import { openSqliteJournal } from '../../src/journal/sqlite-journal.ts'

const WRITE: PendingWrite = { source: 'own', type: 'Person', id: 'ada', deletes: false, changes: [], requests: [] }
const KEY: IdempotencyKey = { caller: 'c', key: 'k', fingerprint: 'f' }
const MARKS = Array.from({ length: 50 }, (_, number) => `mark ${number}`)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the journal has written ahead: each commit writes every page it changes anew. */
const writtenBytes = (file: string) => statSync(`${file}-wal`).size

describe('writes that begin or end at the same moment', () => {
  it('are committed together', async () => {
    const [apart, together] = [join(folder, 'apart.db'), join(folder, 'together.db')]
    const first = openSqliteJournal(apart)
    for (const mark of MARKS) await first.begin({ mark, key: null, write: WRITE })
    const second = openSqliteJournal(together)

    await Promise.all(MARKS.map((mark) => second.begin({ mark, key: null, write: WRITE })))

    expect((await second.unfinished()).map(({ mark }) => mark).sort()).toEqual([...MARKS].sort())
    expect(writtenBytes(together)).toBeLessThan(writtenBytes(apart) / 3)
    for (const journal of [first, second]) await journal.close()
  })

  it('fail alone', async () => {
    const journal = openSqliteJournal(join(folder, 'journal.db'))
    await journal.begin({ mark: 'kept', key: KEY, write: WRITE })
    await journal.finish('kept', { done: true })

    const begun = await Promise.allSettled([
      journal.begin({ mark: 'before', key: null, write: WRITE }),
      journal.begin({ mark: 'same key', key: KEY, write: WRITE }),
      journal.begin({ mark: 'behind', key: null, write: WRITE }),
    ])

    expect(begun.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await journal.unfinished()).map(({ mark }) => mark).sort()).toEqual(['before', 'behind'])
    expect((await journal.find(KEY.caller, KEY.key))?.result).toEqual({ done: true })
    await journal.close()
  })

  it('are on the disk when the journal is closed', async () => {
    const file = join(folder, 'journal.db')
    const journal = openSqliteJournal(file)

    const begun = journal.begin({ mark: 'm', key: null, write: WRITE })
    await journal.close()
    await begun

    const again = openSqliteJournal(file)
    expect((await again.unfinished()).map(({ mark }) => mark)).toEqual(['m'])
    await again.close()
  })

  it('are refused once it is closed', async () => {
    const journal = openSqliteJournal(join(folder, 'journal.db'))
    await journal.close()

    const late = journal.begin({ mark: 'late', key: null, write: WRITE })

    await expect(late).rejects.toThrow(/not open/)
  })
})

describe('the disk', () => {
  /** What SQLite calls its ways of committing: with `full`, a commit in WAL mode ends when the disk has it. */
  const [NORMAL, FULL] = [1, 2]

  /** Has the file note how each change of a write is committed. */
  function watch(file: string): () => readonly unknown[] {
    const database = new DatabaseSync(file)
    database.exec('create table seen (mark, how, synchronous)')
    for (const [how, row] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ]) {
      const values = `select ${row}.mark, '${how}', synchronous from pragma_synchronous`
      database.exec(`create trigger seen_${how} after ${how} on write begin insert into seen ${values}; end`)
    }
    return () => {
      const rows = database.prepare('select * from seen').all()
      database.close()
      return rows.map((row) => Object.values(row))
    }
  }

  it('has a write before it is sent and a result before it is told, and is not waited for to forget', async () => {
    const file = join(folder, 'journal.db')
    const journal = openSqliteJournal(file)
    const seen = watch(file)

    await journal.begin({ mark: 'a', key: null, write: WRITE })
    await journal.forget('a')
    await journal.begin({ mark: 'b', key: KEY, write: WRITE })
    await journal.finish('b', { done: true })
    await journal.begin({ mark: 'c', key: { ...KEY, key: 'l' }, write: WRITE })
    await journal.finish('c', null)
    await journal.prune(Date.now() + 1)

    expect(seen()).toEqual([
      ['a', 'insert', FULL],
      ['a', 'delete', NORMAL],
      ['b', 'insert', FULL],
      ['b', 'update', FULL],
      ['c', 'insert', FULL],
      ['c', 'delete', FULL],
      ['b', 'delete', FULL],
    ])
    await journal.close()
  })

  it('is waited for by a whole group where one of it has to be', async () => {
    const database = new DatabaseSync(join(folder, 'own.db'))
    database.exec('pragma journal_mode = wal')
    const commits = createGroupedCommits(database)
    const level = () => database.prepare('pragma synchronous').get()?.synchronous

    const mixed = await Promise.all([commits.run(level, { synced: false }), commits.run(level)])
    const alone = await Promise.all([commits.run(level, { synced: false }), commits.run(level, { synced: false })])
    const again = await commits.run(level)

    expect([mixed, alone, again]).toEqual([[FULL, FULL], [NORMAL, NORMAL], FULL])
    database.close()
  })

  it('need not have what was forgotten for it to stay so when the process is killed', async () => {
    const file = join(folder, 'journal.db')

    const { signal, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'forget-and-die.ts'), file])

    expect([signal, stderr.toString()]).toEqual(['SIGKILL', ''])
    const journal = openSqliteJournal(file)
    expect((await journal.unfinished()).map(({ mark }) => mark)).toEqual(['under way'])
    await journal.close()
  })
})
