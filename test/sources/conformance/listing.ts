import { describe, expect, it } from 'vitest'
import { diffRecords } from '../../../src/model/diff.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { RecordOf } from '../../../src/sources/source.ts'
import type { Bench } from './bench.ts'
import { options } from './look.ts'

/** Lists: pages, orders, cursors, counts. */
export function describeListing(bench: Bench): void {
  const { get, listable, page, walk } = bench

  describe('list', () => {
    it('walks through every record once, page by page, whatever the page size', async () => {
      for (const type of listable()) {
        const whole = await walk(type, bench.source.limits.maxPageSize)
        const bySeven = await walk(type, 7)

        expect(bySeven.map(({ ref }) => ref.id)).toEqual(whole.map(({ ref }) => ref.id))
        expect(new Set(whole.map(({ ref }) => ref.id)).size).toBe(whole.length)
        for (const id of bench.subject.ids[type] as readonly string[])
          expect(whole.map(({ ref }) => ref.id)).toContain(id)
      }
    })

    it('counts exactly or not at all', async () => {
      for (const type of listable()) {
        const { totalCount } = await page(type, null, 1)

        if (totalCount !== null) expect(totalCount).toBe((await walk(type, bench.source.limits.maxPageSize)).length)
      }
    })

    it('walks backward through the same records', async () => {
      for (const type of listable().filter((name) => bench.source.listing[name]?.backward)) {
        const forward = (await walk(type, 10)).map(({ ref }) => ref.id)
        const backward: string[] = []
        for (let cursor: string | null = null; ; ) {
          const part = await page(type, cursor, 10, true)
          backward.unshift(...part.entries.map(({ item }) => item.ref.id))
          if (!part.hasMore) break
          cursor = part.entries[0]?.cursor ?? null
        }

        expect(backward).toEqual(forward)
      }
    })

    it('refuses a cursor it did not give', async () => {
      for (const type of listable()) {
        await expect(page(type, 'no-cursor-of-ours!', 5)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      }
    })

    it('shows a record with the same version and fields as get does', async () => {
      for (const type of listable()) {
        const [entry] = (await page(type, null, 3)).entries
        const listed = entry?.item as RecordOf<RecordType>
        const [single] = await get(type, [listed.ref.id])

        expect((single as RecordOf<RecordType>).version).toBe(listed.version)
        expect(diffRecords(listed, single as RecordOf<RecordType>)).toEqual([])
      }
    })

    it('lists in every order it offers', async () => {
      for (const type of listable()) {
        for (const by of bench.source.listing[type]?.orders ?? []) {
          const ids = async (direction: 'ASC' | 'DESC') =>
            (
              await bench.source.list[type]!(
                {
                  filter: {},
                  order: { by, direction },
                  limit: bench.source.limits.maxPageSize,
                  cursor: null,
                  backward: false,
                },
                options(),
              )
            ).entries.map(({ item }) => item.ref.id)

          expect((await ids('ASC')).length, `${type} ${by}`).toBeGreaterThan(0)
          expect([...(await ids('DESC'))].sort()).toEqual([...(await ids('ASC'))].sort())
        }
      }
    })
  })
}
