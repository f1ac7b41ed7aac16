import { describe, expect, it } from 'vitest'
import type { RecordType } from '../../../src/model/ref.ts'
import type { PatchOf } from '../../../src/sources/source.ts'
import type { Bench } from './bench.ts'
import { expectSet, options } from './look.ts'

/** Records created, found again and deleted. */
export function describeCreating(bench: Bench): void {
  const { held, can, get, open, send } = bench

  describe('create and delete', () => {
    it('creates what it was given, and finds it again', async () => {
      for (const type of held().filter((name) => can(name, 'CREATE'))) {
        const base = {
          ...(type === 'Organization' ? { name: 'Conformance Ltd' } : { firstName: 'Conrad', lastName: 'Formance' }),
        }
        const patch = { ...base, ...bench.subject.create?.[type] } as PatchOf<RecordType>
        const plan = await bench.source.planCreate!(type, patch as never, null, options())

        const sent = await send(plan)

        expect(sent.error, type).toBeNull()
        if (plan.pending) continue
        const created = await open(type, sent.id as string)
        for (const [field, value] of Object.entries(base)) expectSet(field, value, created.record)
        if (can(type, 'DELETE')) {
          expect(created.delete, `${type} can be deleted`).toBeTypeOf('function')
          expect((await send(created.delete!())).error).toBeNull()
          expect(await bench.source.open!(type, sent.id as string, options())).toBeNull()
          expect(await get(type, [sent.id as string])).toEqual([null])
        }
      }
    })
  })
}
