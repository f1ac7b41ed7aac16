import { describe, expect, it } from 'vitest'
import { RECORD_TYPES } from '../../../src/model/ref.ts'
import type { Bench } from './bench.ts'
import { options } from './look.ts'

/** What a source says it can do, and what it says of its types. */
export function describeCapabilities(bench: Bench): void {
  const { held, can } = bench

  describe('capabilities', () => {
    it('declares only what it has methods for', () => {
      for (const type of RECORD_TYPES) {
        if (can(type, 'READ')) expect(bench.source.get[type], `get.${type}`).toBeTypeOf('function')
        if (can(type, 'LIST')) expect(bench.source.list[type], `list.${type}`).toBeTypeOf('function')
        if (can(type, 'SEARCH')) expect([...(bench.source.listing[type]?.filters ?? [])]).toContain('search')
        if (can(type, 'CREATE')) expect(bench.source.planCreate).toBeTypeOf('function')
      }
      const writes = [...bench.able].filter((name) => !/_(READ|LIST|SEARCH)$/.test(name))
      if (writes.length > 0) expect(bench.source.send).toBeTypeOf('function')
    })

    it('holds the record types it is tried with', () => {
      expect(held().length).toBeGreaterThan(0)
      for (const type of held()) expect(can(type, 'READ'), type).toBe(true)
    })

    it('gives the same answer again', async () => {
      const again = await bench.source.capabilities(options())

      expect([...again].sort()).toEqual([...bench.able].sort())
    })

    it('answers a ping', async () => {
      await expect(bench.source.ping(options())).resolves.toBeUndefined()
    })
  })

  describe('definitions', () => {
    it('gives contact item types ids of their own', async () => {
      const types = (await bench.source.contactItemTypes?.(options())) ?? []

      expect(new Set(types.map(({ id }) => id)).size).toBe(types.length)
    })

    it('gives custom fields keys of their own', async () => {
      const definitions = (await bench.source.customFieldDefinitions?.(options())) ?? []

      expect(new Set(definitions.map(({ key }) => key)).size).toBe(definitions.length)
    })
  })
}
