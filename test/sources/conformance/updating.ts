import { describe, expect, it } from 'vitest'
import { diffRecords } from '../../../src/model/diff.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { PatchOf, RecordOf } from '../../../src/sources/source.ts'
import type { Bench } from './bench.ts'
import { expectSet, options, refused } from './look.ts'

/** Records opened, and their fields written. */
export function describeUpdating(bench: Bench): void {
  const { firstId, get, writable, updatable, open, samples, send } = bench

  describe('open', () => {
    it('returns null for an unknown id', async () => {
      for (const type of writable())
        expect(await bench.source.open?.(type, bench.subject.unknownId, options())).toBeNull()
    })

    it('brings every part, with the version that get gives', async () => {
      for (const type of writable()) {
        const id = firstId(type)
        const { record } = await open(type, id)
        const [single] = await get(type, [id])

        expect(record.contactItems).not.toBeUndefined()
        expect(record.version).toBe((single as RecordOf<RecordType>).version)
      }
    })
  })

  describe('update', () => {
    it('sets each field it takes, and leaves every other one alone', async () => {
      for (const type of updatable()) {
        for (const [field, value] of samples(type)) {
          const before = await open(type, firstId(type))
          const patch = { [field]: value } as PatchOf<RecordType>
          const plan = before.update!(patch as never)

          const sent = await send(plan)

          const after = await open(type, firstId(type))
          expect(sent.error, `${type}.${field}`).toBeNull()
          expect(plan.requests.length, `${type}.${field} is a change`).toBeGreaterThan(0)
          bench.expectOnly(plan, before, after, `${type}.${field}`)
          expectSet(field, value, after.record)
        }
      }
    })

    it('plans nothing when nothing would change', async () => {
      for (const type of updatable()) {
        const present = await open(type, firstId(type))
        for (const [field] of samples(type)) {
          if (field === 'addTags') continue
          const value = (present.record as unknown as Record<string, unknown>)[field]
          if (value === null || value === undefined) continue

          expect(present.update!({ [field]: value } as never).requests, `${type}.${field}`).toEqual([])
        }
      }
    })

    it('plans purely: the same plan again, and no call', async () => {
      for (const type of updatable()) {
        const present = await open(type, firstId(type))
        const [field] = samples(type)[0] as [string, unknown]
        const patch = { [field]: 'Purity' } as never
        const calls = bench.subject.calls?.()

        const [one, two] = [present.update!(patch), present.update!(patch)]

        expect(one).toEqual(two)
        expect(bench.subject.calls?.()).toBe(calls)
      }
    })

    it('changes the version with the record, and only then', async () => {
      for (const type of updatable()) {
        const before = await open(type, firstId(type))
        const [field] = samples(type)[0] as [string, unknown]
        const unchanged = await open(type, firstId(type))
        await send(before.update!({ [field]: `V${Date.now() % 1000}` } as never))

        const after = await open(type, firstId(type))

        expect(unchanged.record.version).toBe(before.record.version)
        if (before.record.version !== null) expect(after.record.version).not.toBe(before.record.version)
      }
    })

    it('checks ifVersion with the write, where it says so', async () => {
      if (bench.source.guarantee !== 'ATOMIC') return
      for (const type of updatable()) {
        const before = await open(type, firstId(type))
        const [field] = samples(type)[0] as [string, unknown]

        const sent = await bench.source.send!(before.update!({ [field]: 'Stale' } as never), {
          ...options(),
          ifVersion: 'stale',
        })

        expect(sent).toMatchObject({ done: 0, error: { code: 'CONFLICT', currentVersion: before.record.version } })
        expect(diffRecords(before.record, (await open(type, firstId(type))).record)).toEqual([])
      }
    })

    it('refuses a name of 10,000 characters and an impossible birthday, naming the field', async () => {
      for (const type of updatable()) {
        const present = await open(type, firstId(type))
        const fields = bench.source.writable[type] as ReadonlySet<string>
        const name = ['firstName', 'name'].find((field) => fields.has(field))

        if (name)
          expect(refused(() => present.update!({ [name]: 'x'.repeat(10_000) } as never))).toMatchObject({
            code: 'INVALID_INPUT',
            path: [name],
          })
        if (fields.has('birthDate')) {
          const patch = { birthDate: { year: 2001, month: 2, day: 31 } }
          expect(refused(() => present.update!(patch as never))).toMatchObject({
            code: 'INVALID_INPUT',
            path: ['birthDate', 'day'],
          })
        }
        if (fields.has('customFields')) {
          const patch = { customFields: [{ key: 'no such field', value: 'x' }] }
          expect(refused(() => present.update!(patch as never))).toMatchObject({
            code: 'INVALID_INPUT',
            path: ['customFields', '0', 'key'],
          })
        }
      }
    })
  })
}
