import { describe, expect, it } from 'vitest'
import type { GatewayError } from '../../../src/model/errors.ts'
import { encodeId, RECORD_TYPES, type RecordType } from '../../../src/model/ref.ts'
import { attempt } from '../conformance/attempt.ts'
import { FAULTS } from './catalog.ts'
import type { Connected, Rig } from './rig.ts'

/** Reads that meet a fault and nothing else. */
export function describeFaultyReads(rig: Rig): void {
  describe('a read', () => {
    it.each(FAULTS)('that meets $title fails as it should, and tells no secret', async (fault) => {
      const connected = await rig.connect(fault, { from: 1, times: Number.POSITIVE_INFINITY }, false)

      const errors = await readEverything(rig, connected)

      await connected.close()
      expect(errors.length).toBeGreaterThan(0)
      for (const error of errors) {
        connected.hear(error)
        expect(error).toMatchObject({ code: fault.code, source: connected.source.name })
        if (fault.retryAfterMs !== undefined) expect(error.retryAfterMs).toBe(fault.retryAfterMs)
        expect(error.message, 'a query is told').not.toMatch(/\?\S*=/)
      }
      connected.expectDiscreet()
    })

    it.each(FAULTS.filter(({ code }) => code === 'SOURCE_UNAVAILABLE' || code === 'SOURCE_UNAUTHENTICATED'))(
      'that meets $title once is asked again',
      async (fault) => {
        if (fault.isSlow || (fault.code === 'SOURCE_UNAUTHENTICATED' && !rig.subject.renews)) return
        const connected = await rig.connect(fault, { from: 1, times: 1 }, false)
        const type = RECORD_TYPES.find((name) => rig.subject.ids[name] !== undefined) as RecordType
        const id = rig.subject.ids[type]?.[0] as string

        const found = await connected.directory.loadRecord(encodeId(type, connected.source.name, id))

        await connected.close()
        expect(found?.ref.id).toBe(id)
      },
    )
  })
}

/** The errors of one read of each kind, all at the same moment. */
async function readEverything({ subject }: Rig, { directory, source }: Connected): Promise<readonly GatewayError[]> {
  const window = { first: 5, after: null, last: null, before: null, order: null, filter: {}, sources: null }
  const collections = { Person: directory.people, User: directory.users, Organization: directory.organizations }
  const held = RECORD_TYPES.filter((type) => subject.ids[type] !== undefined)
  const reads = held.flatMap((type) => [
    async () => collections[type].loadRef({ source: source.name, id: subject.ids[type]?.[0] as string }),
    async () => {
      if (source.list[type] === undefined) return
      const { slices } = await collections[type].list(window)
      for (const { error } of slices) if (error) throw error
      throw new Error(`a list of ${type} was given as if nothing had happened`)
    },
  ])
  const outcomes = await Promise.all(reads.map((read) => attempt<unknown>(read)))
  return outcomes.flatMap(({ error }) => (error ? [error] : []))
}
