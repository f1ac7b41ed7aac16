import { describe, expect, it } from 'vitest'
import type { RecordType } from '../../../src/model/ref.ts'
import type { RecordOf } from '../../../src/sources/source.ts'
import type { Bench } from './bench.ts'

/** Records looked up by id. */
export function describeReading(bench: Bench): void {
  const { held, get } = bench

  describe('get', () => {
    it('returns records in the order asked, null for an unknown id', async () => {
      for (const type of held()) {
        const [a, b] = bench.subject.ids[type] as [string, string]

        const found = await get(type, [b, bench.subject.unknownId, a])

        expect(found.map((record) => (record instanceof Error ? record : (record?.ref.id ?? null)))).toEqual([
          b,
          null,
          a,
        ])
      }
    })

    it('takes an id that can not be one for unknown', async () => {
      const odd = ['../x', "'; --", '0', '-1', '9'.repeat(40), 'ü', '%00']

      for (const type of held()) {
        for (const id of odd) expect(await get(type, [id]), `${type} ${id}`).toEqual([null])
      }
    })

    it('returns nothing for no ids', async () => {
      for (const type of held()) expect(await get(type, [])).toEqual([])
    })

    it('fills a batch of the size it names', async () => {
      for (const type of held()) {
        const some = bench.subject.ids[type] as readonly string[]
        const ids = [
          ...some,
          ...Array.from({ length: bench.source.limits.maxBatchSize }, (_, n) => `${bench.subject.unknownId}${n}`),
        ]
        const asked = ids.slice(0, Math.min(bench.source.limits.maxBatchSize, 200))

        const found = await get(type, asked)

        expect(found).toHaveLength(asked.length)
        expect(found.slice(0, some.length).every((record) => record !== null && !(record instanceof Error))).toBe(
          asked.length >= some.length,
        )
      }
    })

    it('names the source and itself in every record, and a display name', async () => {
      for (const type of held()) {
        for (const record of await get(type, bench.subject.ids[type] as readonly string[])) {
          expect(record).toMatchObject({ type, ref: { source: bench.source.name } })
          expect((record as RecordOf<RecordType>).displayName).not.toBe('')
        }
      }
    })

    it('rejects when its signal is aborted', async () => {
      const type = held()[0] as RecordType
      const signal = AbortSignal.abort(new Error('gone'))

      const answer = bench.source.get[type]?.([(bench.subject.ids[type] as readonly string[])[0] as string], { signal })

      await expect(answer).rejects.toThrow()
    })
  })
}
