import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { silentLogger } from '../../../src/model/logger.ts'
import { openBlobs } from '../../../src/sources/store/blobs.ts'
import { createInlineCommitter } from '../../../src/sources/store/committer.ts'
import { openDatabase } from '../../../src/sources/store/database.ts'
import { planPersonCreation } from '../../../src/sources/store/plan-person.ts'
import { sendPlan } from '../../../src/sources/store/send.ts'
import { signal, temporaryFolder } from './open.ts'

it('answers SOURCE_UNAVAILABLE when the disk is full, keeps what was written, and goes on once there is room', async () => {
  const database = openDatabase(join(temporaryFolder(), 'kith.db'), 'own')
  const blobs = await openBlobs(null)
  const context = {
    database,
    blobs,
    source: 'own',
    now: Date.now,
    committer: createInlineCommitter(database, 'own'),
    log: silentLogger,
  }
  const write = (about: string) => {
    const plan = planPersonCreation({ firstName: 'Ann', about }, null, { definitions: [], now: Date.now })
    return sendPlan(plan, { signal, ifVersion: null }, context)
  }
  const count = async () =>
    (await sql<{ count: number }>`SELECT count FROM record_counts WHERE type = 'Person'`.execute(database)).rows[0]!
      .count
  await write('small')
  const { page_count: pages } = (await sql<{ page_count: number }>`PRAGMA page_count`.execute(database)).rows[0]!
  await sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(database)

  const refused = await write('a'.repeat(10_000))

  expect(refused).toMatchObject({ id: null, done: 0, error: { code: 'SOURCE_UNAVAILABLE' } })
  expect(refused.error?.message).toMatch('full')
  expect(await count()).toBe(1)
  await sql`PRAGMA max_page_count = ${sql.lit(pages + 100)}`.execute(database)
  expect((await write('a'.repeat(10_000))).error).toBeNull()
  expect(await count()).toBe(2)
  await blobs.close()
  await database.destroy()
})
