import { expect } from 'vitest'
import { attribute } from '../../src/model/compare.ts'
import { diffRecords, diffValues } from '../../src/model/diff.ts'
import type { FieldChange, WriteReceipt } from '../../src/model/receipt.ts'
import type { OpenRecord } from '../../src/sources/source.ts'

/** A record as its source has it, whatever anybody says. `null`: it has none. */
export type State = OpenRecord | null

/** Paths of all that is different, as a receipt would name them. */
export function differences(before: State, after: State): readonly string[] {
  if (before === null || after === null) return before === after ? [] : ['the record itself']
  const changes = [...diffRecords(before.record, after.record), ...diffValues('raw', before.rest, after.rest)]
  return changes.map(({ path }) => path)
}

/** All that a receipt says is different now. */
export function told({ changes, sideEffects }: WriteReceipt): readonly FieldChange[] {
  return [...changes, ...sideEffects.filter(({ repaired }) => repaired !== true)]
}

/** That the receipt of a write says all that is different, and nothing that is not so. */
export function expectTold(receipt: WriteReceipt, before: OpenRecord, after: OpenRecord, what: string): void {
  const paths = told(receipt).map(({ path }) => path)
  const untold = differences(before, after).filter((path) => !paths.includes(path))
  expect(untold, `${what}: changes that are not told`).toEqual([])
  const { missing } = attribute(receipt.changes, before.record, after.record)
  // A picture under its old address is known by its bytes.
  const untrue = missing.filter(({ path }) => path !== 'avatar')
  expect(untrue, `${what}: told, and not so`).toEqual([])
}
