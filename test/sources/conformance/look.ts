import { expect } from 'vitest'
import type { ContactItem } from '../../../src/model/contact-item.ts'
import { GatewayError } from '../../../src/model/errors.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { CallOptions, RecordOf } from '../../../src/sources/source.ts'

export const options = (): CallOptions => ({ signal: AbortSignal.timeout(20_000) })

/** The refusal that the work throws; `null` when it goes through. */
export function refused(work: () => unknown): GatewayError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
}

/** Items that the one record has and the other had not. */
export function added(before: RecordOf<RecordType>, after: RecordOf<RecordType>): readonly ContactItem[] {
  const known = new Set(before.contactItems?.map(({ id }) => id))
  return (after.contactItems ?? []).filter(({ id }) => !known.has(id))
}

/** All that a record's items say, the named value and their ids and times aside, in order. */
export function others(record: RecordOf<RecordType>, value: string): readonly unknown[] {
  return (record.contactItems ?? [])
    .filter((item) => item.value !== value)
    .map(({ id: _id, createdAt: _created, updatedAt: _updated, ...rest }) => rest)
}

/** That a field now shows what it was set to. */
export function expectSet(field: string, value: unknown, record: RecordOf<RecordType>): void {
  const now = record as unknown as Record<string, unknown>
  if (field === 'addTags') expect(now.tags).toEqual(expect.arrayContaining(value as string[]))
  else if (field === 'customFields') {
    const [change] = value as readonly { key: string; value: string | null }[]
    expect(record.customFields?.find(({ key }) => key === change?.key)?.value ?? null).toBe(change?.value)
  } else expect(now[field], field).toEqual(value)
}
