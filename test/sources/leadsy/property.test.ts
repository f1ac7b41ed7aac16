import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { UserPatch } from '../../../src/model/patch.ts'
import { call, SWITCHES, startLeadsy } from './subject.ts'

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => {
  const isPlain = !/\p{Cc}/u.test(text)
  return isPlain && text.trim() !== '' && text.length <= 255
})
const patches = fc.record(
  {
    firstName: name,
    lastName: name,
    email: fc.stringMatching(/^[a-z]{1,12}\.[a-z0-9]{8}$/).map((local) => `${local}@property.example`),
  },
  { requiredKeys: [] },
)

describe('an update at LeadsyGroup changes what it names and nothing else', () => {
  it.each(
    SWITCHES.filter(
      ({ options }) => options.updateAccesses ?? options.updateOmitted ?? Object.keys(options).length === 0,
    ),
  )('$title', async ({ options, settings }) => {
    const { source, simulator, close } = await startLeadsy(options, settings)
    onTestFinished(close)
    const { users } = simulator.state

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), patches, async (id, patch: UserPatch) => {
        const before = structuredClone(users)
        const opened = (await source.open!('User', String(id), call()))!

        const { error } = await source.send!(opened.update!(patch), { ...call(), ifVersion: null, mark: null })

        expect(error).toBeNull()
        const { first_name, last_name, email, ...rest } = before.get(id)!
        const expected = {
          ...rest,
          first_name: patch.firstName ?? first_name,
          last_name: patch.lastName ?? last_name,
          email: patch.email ?? email,
        }
        expect(users).toEqual(new Map(before).set(id, expected))
      }),
      { numRuns: 40 },
    )
  })
})
