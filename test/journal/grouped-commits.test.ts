import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IdempotencyKey, PendingWrite } from '../../src/directory/journal.ts'
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
