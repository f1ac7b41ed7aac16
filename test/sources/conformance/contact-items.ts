import { describe, expect, it } from 'vitest'
import type { Bench } from './bench.ts'
import { added, others, refused } from './look.ts'

/** Contact items merged one at a time, every other left alone. */
export function describeContactItems(bench: Bench): void {
  const { firstId, open, additions, send } = bench

  describe('contact items', () => {
    it('adds one of each kind it takes, and leaves every other item and field alone', async () => {
      for (const [type, change] of await additions()) {
        const before = await open(type, firstId(type))
        const plan = before.upsertContactItems!([change])

        const sent = await send(plan)

        const after = await open(type, firstId(type))
        expect(sent.error, JSON.stringify(change)).toBeNull()
        bench.expectOnly(plan, before, after, `${type} ${change.kind}`)
        expect(added(before.record, after.record), JSON.stringify(change)).toHaveLength(1)
        expect(added(before.record, after.record)[0]?.kind).toBe(change.kind)
      }
    })

    it('finds the same item again and plans nothing', async () => {
      for (const [type, change] of await additions()) {
        expect(
          (await open(type, firstId(type))).upsertContactItems!([change]).requests,
          JSON.stringify(change),
        ).toEqual([])
      }
    })

    it('changes the very item whose id is given, and no other', async () => {
      for (const [type, change] of await additions()) {
        if (change.value == null) continue
        const before = await open(type, firstId(type))
        const item = before.record.contactItems?.find((one) => one.kind === change.kind && one.value === change.value)
        if (!item) continue
        const value = change.value
          .replace('conformance', 'changed')
          .replace('55 55', '55 56')
          .replace('pigeon 7', 'pigeon 8')

        const sent = await send(before.upsertContactItems!([{ id: item.id, value }]))

        const after = await open(type, firstId(type))
        expect(sent.error).toBeNull()
        expect(others(after.record, value)).toEqual(others(before.record, item.value))
        expect(after.record.contactItems?.filter((one) => one.value === value)).toHaveLength(1)
        await send(
          after.upsertContactItems!([
            { id: after.record.contactItems!.find((one) => one.value === value)!.id, value: change.value },
          ]),
        )
      }
    })

    it('has at most one default of a kind after making one', async () => {
      if (!bench.source.writable.ContactItem?.has('isDefault')) return
      for (const [type, change] of await additions()) {
        const before = await open(type, firstId(type))
        const item = before.record.contactItems?.find(
          ({ kind, isDefault, value }) =>
            kind === change.kind && isDefault !== true && (change.value == null || value === change.value),
        )
        if (!item) continue
        const plan = before.upsertContactItems!([{ id: item.id, isDefault: true }])

        const sent = await send(plan)

        const after = await open(type, firstId(type))
        expect(sent.error).toBeNull()
        const defaults = after.record.contactItems?.filter(({ kind, isDefault }) => kind === item.kind && isDefault)
        expect(defaults?.map(({ value }) => value)).toEqual([item.value])
        bench.expectOnly(plan, before, after, `${type} default ${item.kind}`)
      }
    })

    it('refuses values that can not be of their kind, naming the value', async () => {
      for (const [type, change] of await additions()) {
        const wrong = { EMAIL: 'no at sign', PHONE: 'no digits at all' }[change.kind as string]
        const present = await open(type, firstId(type))

        if (wrong)
          expect(refused(() => present.upsertContactItems!([{ ...change, value: wrong }]))).toMatchObject({
            code: 'INVALID_INPUT',
            path: ['0', 'value'],
          })
        if (change.value != null)
          expect(refused(() => present.upsertContactItems!([{ ...change, value: '' }]))).toMatchObject({
            code: 'INVALID_INPUT',
            path: ['0', 'value'],
          })
        expect(refused(() => present.upsertContactItems!([{ value: 'x', typeId: 'no such type' }]))).toMatchObject({
          code: 'INVALID_INPUT',
          path: ['0', 'typeId'],
        })
      }
    })

    it('removes one, and leaves every other item and field alone', async () => {
      if (!bench.able.has('CONTACT_ITEM_REMOVE')) return
      for (const [type, change] of await additions()) {
        const before = await open(type, firstId(type))
        const item = before.record.contactItems?.find(
          (one) =>
            one.kind === change.kind &&
            (change.value == null ? one.address?.street === change.address?.street : one.value === change.value),
        )
        if (!item || !before.removeContactItem) continue
        const plan = before.removeContactItem(item.id)

        const sent = await send(plan)

        const after = await open(type, firstId(type))
        expect(sent.error).toBeNull()
        expect(after.record.contactItems?.length).toBe((before.record.contactItems?.length ?? 0) - 1)
        bench.expectOnly(plan, before, after, `${type} remove ${change.kind}`)
      }
    })
  })
}
