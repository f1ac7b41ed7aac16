import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryJournal, type Journal, type PendingWrite } from '../../src/directory/journal.ts'
import { openSqliteJournal } from '../../src/journal/sqlite-journal.ts'

const WRITE: PendingWrite = { source: 'a', type: 'Person', id: '1', deletes: false, changes: [], requests: [] }
const KEY = { caller: 'me', key: 'k', fingerprint: 'f' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const kinds: readonly [string, (now?: () => number) => Journal][] = [
  ['in memory', (now) => createMemoryJournal(now)],
  ['in SQLite', (now) => openSqliteJournal(join(folder, 'made', 'journal.db'), now === undefined ? {} : { now })],
]

for (const [kind, open] of kinds) {
  describe(`a journal ${kind}`, () => {
    it('knows a write by its key from begin on, and its result from finish on', async () => {
      const journal = open()

      await journal.begin({ mark: 'm', key: KEY, write: WRITE })
      const begun = await journal.find('me', 'k')
      await journal.finish('m', { receipts: [] })
      const finished = await journal.find('me', 'k')

      expect(begun).toMatchObject({ mark: 'm', key: KEY, write: WRITE, result: null })
      expect(finished).toMatchObject({ mark: 'm', result: { receipts: [] } })
      await journal.close()
    })

    it('forgets a write without a key, and one without a result', async () => {
      const journal = open()

      await journal.begin({ mark: 'm', key: null, write: WRITE })
      await journal.finish('m', { receipts: [] })
      await journal.begin({ mark: 'n', key: KEY, write: WRITE })
      await journal.finish('n', null)
      await journal.begin({ mark: 'o', key: null, write: WRITE })
      await journal.forget('o')

      expect(await journal.unfinished()).toEqual([])
      expect(await journal.find('me', 'k')).toBeNull()
      await journal.close()
    })

    it('gives a key that came to nothing to the next write', async () => {
      const journal = open()

      await journal.begin({ mark: 'm', key: KEY, write: WRITE })
      await journal.begin({ mark: 'n', key: KEY, write: WRITE })

      expect(await journal.find('me', 'k')).toMatchObject({ mark: 'n' })
      expect((await journal.unfinished()).map(({ mark }) => mark)).toEqual(['n'])
      await journal.close()
    })

    it('keeps the keys of callers apart', async () => {
      const journal = open()

      await journal.begin({ mark: 'm', key: KEY, write: WRITE })

      expect(await journal.find('you', 'k')).toBeNull()
      await journal.close()
    })

    it('prunes old results, and never a write in flight', async () => {
      let nowMs = 1000
      const journal = open(() => nowMs)
      await journal.begin({ mark: 'old', key: KEY, write: WRITE })
      await journal.finish('old', {})
      await journal.begin({ mark: 'open', key: null, write: WRITE })
      nowMs = 5000

      await journal.prune(2000)

      expect(await journal.find('me', 'k')).toBeNull()
      expect((await journal.unfinished()).map(({ mark }) => mark)).toEqual(['open'])
      await journal.close()
    })
  })
}

describe('the file of a journal', () => {
  it('keeps what was begun and finished when it is opened again', async () => {
    const file = join(folder, 'journal.db')
    const first = openSqliteJournal(file)
    await first.begin({ mark: 'm', key: KEY, write: WRITE })
    await first.finish('m', { done: true })
    await first.begin({ mark: 'n', key: null, write: WRITE })
    await first.close()

    const second = openSqliteJournal(file)

    expect(await second.find('me', 'k')).toMatchObject({ result: { done: true } })
    expect((await second.unfinished()).map(({ mark }) => mark)).toEqual(['n'])
    await second.close()
  })

  it('shared by several processes tells whose writes are unfinished', async () => {
    const file = join(folder, 'journal.db')
    const [ours, theirs] = [openSqliteJournal(file, { owner: 'a' }), openSqliteJournal(file, { owner: 'b' })]
    await ours.begin({ mark: 'm', key: KEY, write: WRITE })
    await theirs.begin({ mark: 'n', key: null, write: WRITE })

    const marksOf = async (owners?: readonly string[]) => (await ours.unfinished(owners)).map(({ mark }) => mark)

    expect([await marksOf(['a']), await marksOf(['b', 'c']), await marksOf([]), await marksOf()]).toEqual([
      ['m'],
      ['n'],
      [],
      ['m', 'n'],
    ])
    for (const journal of [ours, theirs]) await journal.close()
  })

  it('of the first version goes on as it is', async () => {
    const file = join(folder, 'journal.db')
    const first = openSqliteJournal(file)
    await first.begin({ mark: 'm', key: KEY, write: WRITE })
    await first.close()
    const database = new DatabaseSync(file)
    database.exec('alter table write drop column owner; pragma user_version = 1')
    database.close()

    const journal = openSqliteJournal(file, { owner: 'a' })
    await journal.begin({ mark: 'n', key: null, write: WRITE })

    expect((await journal.unfinished()).map(({ mark }) => mark)).toEqual(['m', 'n'])
    expect((await journal.unfinished(['a'])).map(({ mark }) => mark)).toEqual(['n'])
    await journal.close()
  })

  it('is refused when a newer version wrote it', async () => {
    const file = join(folder, 'journal.db')
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99')
    database.close()

    expect(() => openSqliteJournal(file)).toThrow(/newer version of kith/)
  })
})
