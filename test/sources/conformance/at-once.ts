import { describe, expect, it } from 'vitest'
import type { ContactItemChange, ContactItemKind } from '../../../src/model/contact-item.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { Bench } from './bench.ts'
import { refused } from './look.ts'
import { allTrials, newItem } from './trials.ts'

/** Writes at the same moment: none is lost, and with one key all are one. */
export function describeAtOnce(bench: Bench, many: number): void {
  const { open, firstId } = bench

  describe('writes at once', () => {
    it('leave as many items as there are upserts to one record, and every other item', async () => {
      for (const type of bench.writable()) {
        const changes = await manyItems(type, many, bench)
        if (changes === null) continue
        const before = await open(type, firstId(type))

        const results = await Promise.all(
          changes.map((change) =>
            bench.directory().writes.upsertContactItem({ ownerId: bench.globalId(type), ...change }),
          ),
        )

        const after = await open(type, firstId(type))
        expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([])
        const values = (after.record.contactItems ?? []).map(({ value }) => value)
        expect(values).toEqual(expect.arrayContaining(changes.map(({ value }) => value)))
        expect(values).toEqual(expect.arrayContaining((before.record.contactItems ?? []).map(({ value }) => value)))
        expect(values).toHaveLength((before.record.contactItems?.length ?? 0) + many)
        await takeAway(type, changes, bench)
      }
    }, 60_000)

    it('with one idempotency key have one effect and one answer', async () => {
      for (const prepare of await allTrials(bench.subject)) {
        const trial = await prepare()
        const idempotencyKey = `at once: ${trial.title}`

        const results = await Promise.all(
          Array.from({ length: many / 5 }, () => trial.run(bench.directory().writes, { idempotencyKey })),
        )

        const [first] = results
        expect(first?.receipts, trial.title).toHaveLength(1)
        const texts = new Set(results.map((result) => JSON.stringify(result)))
        expect(texts.size, `${trial.title}: answers`).toBe(1)
      }
    })
  })
}

/** Items that the record takes all of at once; `null` where it keeps fewer. */
async function manyItems(type: RecordType, many: number, bench: Bench): Promise<readonly ContactItemChange[] | null> {
  if (!bench.able.has('CONTACT_ITEM_UPSERT')) return null
  const present = await bench.open(type, bench.firstId(type))
  if (!present.upsertContactItems) return null
  for (const kind of ['EMAIL', 'SOCIAL', 'MESSAGING', 'URL'] satisfies ContactItemKind[]) {
    if (bench.subject.items?.[kind] === null) continue
    const changes = Array.from({ length: many }, () => newItem(bench.subject, kind))
    let additions = 0
    const refusal = refused(() => {
      const plan = present.upsertContactItems!(changes)
      additions = plan.changes.filter(({ path }) => path === 'contactItems').length
    })
    if (refusal === null && additions === many) return changes
  }
  return null
}

/** Leaves the record as it was found: other checks read it too. */
async function takeAway(type: RecordType, changes: readonly ContactItemChange[], bench: Bench): Promise<void> {
  if (!bench.able.has('CONTACT_ITEM_REMOVE')) return
  const values = new Set(changes.map(({ value }) => value))
  for (;;) {
    const present = await bench.open(type, bench.firstId(type))
    const item = present.record.contactItems?.find(({ value }) => values.has(value))
    if (!item || !present.removeContactItem) return
    await bench.send(present.removeContactItem(item.id))
  }
}
