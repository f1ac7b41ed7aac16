import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../src/config.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'

const { answerTimeoutMs } = readConfig({ sources: { own: { kind: 'store' } } }, {}, SOURCE_DEFINITIONS).server

interface Defaults {
  readonly properties?: Readonly<Record<string, { readonly default?: unknown }>>
}

const vendors = SOURCE_DEFINITIONS.filter(({ simulator }) => simulator !== undefined).map(({ kind, settings }) => {
  const { properties } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as Defaults
  return { kind, timeoutMs: properties?.timeoutMs?.default }
})

describe.each(vendors)('a $kind that hangs', ({ timeoutMs }) => {
  it('is given up in time for another call in the same request', () => {
    expect(timeoutMs).toBeLessThanOrEqual(answerTimeoutMs / 2)
  })
})
