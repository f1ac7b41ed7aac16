import { describe, expect, it } from 'vitest'
import type { ListQuery, Page } from '../../../src/model/query.ts'
import type { WriteReceipt, WriteResult } from '../../../src/model/receipt.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { OpenRecord, RecordOf } from '../../../src/sources/source.ts'
import { options } from '../conformance/look.ts'
import { allTrials, type Trial } from '../conformance/trials.ts'
import { differences, expectTold, type State } from '../truth.ts'
import { FAULTS, type Fault } from './catalog.ts'
import type { Rig } from './rig.ts'

const EVER = Number.POSITIVE_INFINITY
/** Moments, each with how many kinds of writes are tried with each fault: those take turns, so that all meet many. */
const WHERE = [
  { where: 'its first request meets', which: { from: 1, times: 1 }, tried: EVER },
  { where: 'its second request, or the reading back, meets', which: { from: 2, times: 1 }, tried: 3 },
  { where: 'it and all that follows meets', which: { from: 1, times: EVER }, tried: 2 },
] as const
/** Of faults that take their time. */
const TRIED_IF_COSTLY = 2

type Where = (typeof WHERE)[number]

/** Writes of every kind, each meeting a fault at another moment: whatever the caller is told then is so. */
export function describeFaultyWrites(rig: Rig): void {
  for (const place of WHERE) {
    describe(`a write of which ${place.where}`, () => {
      it.each(FAULTS)('$title says what became of it', async (fault) => {
        const tried = fault.isCostly ? Math.min(place.tried, TRIED_IF_COSTLY) : place.tried
        for (const prepare of inTurn(await allTrials(rig.setting), FAULTS.indexOf(fault) * tried, tried)) {
          await tryOne(rig, await prepare(), fault, place)
        }
      })
    })
  }
}

/** So many of the items, beginning with another one each time. */
function inTurn<Item>(items: readonly Item[], from: number, count: number): readonly Item[] {
  if (count >= items.length) return items
  return Array.from({ length: count }, (_, index) => items[(from + index) % items.length] as Item)
}

async function tryOne(rig: Rig, trial: Trial, fault: Fault, { which }: Where): Promise<void> {
  const what = `${trial.title}, ${fault.title}`
  const before = await stateOf(rig, trial.type, trial.id)
  const connected = await rig.connect(fault, which, true)

  const result = await trial.run(connected.directory.writes)

  await connected.close()
  connected.hear(result)
  for (const { message } of result.userErrors) expect(message, `${what}: a query is told`).not.toMatch(/\?\S*=/)
  connected.expectDiscreet()
  expect(result.receipts, `${what}: ${JSON.stringify(result.userErrors)}`).toHaveLength(1)
  const receipt = result.receipts[0] as WriteReceipt
  const created = trial.id === null ? await findNew(rig, trial) : null
  const after = trial.id === null ? created : await stateOf(rig, trial.type, trial.id)
  expectSaid(receipt, result, before, after, what)
  for (const error of result.userErrors) expect(error.source, what).toBe(rig.truth.name)
  const isTold = result.userErrors.some(({ code }) => code === fault.code)
  if (receipt.outcome === 'UNKNOWN' || (which.times === EVER && !fault.arrives)) {
    expect(isTold, `${what}: ${receipt.outcome}, ${result.userErrors.map(({ code }) => code)}`).toBe(true)
  }
  // Where only the answer was lost, the record itself tells what became of the write.
  const canBeTold = trial.id !== null && !rig.subject.later?.includes(trial.kind)
  if (which.times === 1 && which.from === 1 && canBeTold) expect(receipt.outcome, what).not.toBe('UNKNOWN')
  if (fault.code === 'SOURCE_UNAUTHENTICATED' && which.times === 1 && rig.subject.renews && trial.kind !== 'create') {
    expect(result.userErrors, `${what}: signed in anew`).toEqual([])
  }
}

/** That the receipt says what is so: no change untold, none told that is not there. */
function expectSaid(
  receipt: WriteReceipt,
  { record, userErrors }: WriteResult<RecordOf<RecordType>>,
  before: State,
  after: State,
  what: string,
): void {
  const told = `${what}: ${receipt.outcome}`
  switch (receipt.outcome) {
    case 'UNKNOWN':
      expect(userErrors.length, told).toBeGreaterThan(0)
      expect(receipt.changes, told).toEqual([])
      return
    case 'PENDING':
      return
    case 'CREATED':
      expect(after?.record.ref.id, told).toBe(record?.ref.id)
      return
    case 'DELETED':
      expect(after, told).toBeNull()
      return
    case 'UNCHANGED':
    case 'REJECTED':
      expect(userErrors.length, told).toBeGreaterThan(0)
      expect(differences(before, after), told).toEqual([])
      return
    default:
      expectTold(receipt, before as OpenRecord, after as OpenRecord, told)
  }
}

async function stateOf({ truth }: Rig, type: RecordType, id: string | null): Promise<State> {
  return id === null ? null : ((await truth.open?.(type, id, options())) ?? null)
}

/** The record that a create has made, found by the name that it alone has. One at most. */
async function findNew({ truth }: Rig, trial: Trial): Promise<State> {
  const { signal } = options()
  const found: string[] = []
  for (let cursor: string | null = null; ; ) {
    const query: ListQuery<Record<string, never>> = {
      filter: {},
      order: null,
      limit: truth.limits.maxPageSize,
      cursor,
      backward: false,
    }
    const page: Page<RecordOf<RecordType>> = await truth.list[trial.type]!(query, { signal })
    for (const { item } of page.entries) if (trial.name && namesOf(item).includes(trial.name)) found.push(item.ref.id)
    if (!page.hasMore) break
    cursor = page.entries.at(-1)?.cursor ?? null
  }
  expect(found.length, `${trial.title}: made more than once`).toBeLessThanOrEqual(1)
  return found[0] === undefined ? null : truth.open!(trial.type, found[0], { signal })
}

function namesOf(record: RecordOf<RecordType>): readonly (string | null)[] {
  return record.type === 'Organization' ? [record.name] : [record.lastName]
}
