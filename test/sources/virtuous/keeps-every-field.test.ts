import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { PersonPatch } from '../../../src/model/patch.ts'
import type { Person } from '../../../src/model/person.ts'
import type { IndividualRecord } from '../../../src/sources/virtuous/simulator/state.ts'
import { call, type Running, run } from './set-up.ts'

let running: Running
afterEach(() => running?.close())

const ID = '1002'
const UPDATES = 1000

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => /\S/.test(text) && !/[\p{Cc}\p{Cs}]/u.test(text))
const optional = fc.option(name, { freq: 4 })
const patch: fc.Arbitrary<PersonPatch> = fc.record(
  {
    prefix: fc.option(fc.constantFrom('Dr', 'Ms', 'Capt')),
    firstName: name,
    middleName: optional,
    lastName: name,
    suffix: optional,
    nickname: optional,
    gender: fc.option(fc.constantFrom('female', 'male', 'nonbinary')),
    birthDate: fc.option(
      fc.record({
        year: fc.option(fc.integer({ min: 1900, max: 2020 })),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.option(fc.integer({ min: 1, max: 28 })),
      }),
    ),
    isDeceased: fc.boolean(),
    interests: fc.option(
      fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
    ),
    customFields: fc.uniqueArray(
      fc.oneof(
        fc.record({ key: fc.constant('Region'), value: fc.option(fc.constantFrom('North', 'West')) }),
        fc.record({ key: fc.constant('Volunteer Hours'), value: fc.option(fc.nat(99).map(String)) }),
        fc.record({ key: fc.constant('Employer'), value: optional }),
      ),
      { selector: ({ key }) => key, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

/** What the vendor calls a field of the patch. */
const WIRE: Readonly<Record<string, readonly string[]>> = {
  interests: ['passion'],
  birthDate: ['birthYear', 'birthMonth', 'birthDay', 'approximateAge'],
}

describe('a person with every field set', () => {
  it.each(['replace', 'patch'] as const)(
    `keeps every field after any one is updated, where PUT means %s (${UPDATES} updates)`,
    async (putSemantics) => {
      running = await run({ people: 3, putSemantics })
      const { simulator, source } = running
      const individual = simulator.state.individuals.get(Number(ID)) as IndividualRecord
      individual.fields.gender = 'Female'
      individual.fields.avatarUrl = 'https://pictures.example/1002.png'
      for (const [field, value] of Object.entries(individual.fields)) {
        if (field !== 'approximateAge') expect(value, field).not.toBeNull()
      }
      const methods = JSON.stringify([...simulator.state.methods])
      let opened = (await source.open!('Person', ID, call()))!

      await fc.assert(
        fc.asyncProperty(patch, async (change) => {
          const before = structuredClone(individual)
          const plan = opened.update!(change)

          const sent = await source.send!(plan, { ...call(), ifVersion: null })
          opened = (await source.open!('Person', ID, call()))!

          expect(sent.error).toBeNull()
          expectAsked(opened.record, change)
          const touched = new Set(Object.keys(change).flatMap((field) => WIRE[field] ?? [field]))
          for (const [field, value] of Object.entries(before.fields)) {
            if (!touched.has(field)) expect(individual.fields[field], field).toEqual(value)
          }
          const changed = new Set(change.customFields?.map(({ key }) => key))
          const untouched = ({ name: key }: { name: string }) => !changed.has(key)
          expect(individual.customFields.filter(untouched)).toEqual(before.customFields.filter(untouched))
          expect(individual.customCollections).toEqual(before.customCollections)
          expect([individual.isPrimary, individual.isSecondary]).toEqual([true, false])
        }),
        { seed: 20231130, numRuns: UPDATES, endOnFailure: true },
      )

      expect(JSON.stringify([...simulator.state.methods])).toBe(methods)
    },
    60_000,
  )

  it('would lose them, were only the change sent: the pretended vendor does what the reference page says', async () => {
    running = await run({ people: 3 })
    const { simulator } = running

    await fetch(`${simulator.url}/api/ContactIndividual/${ID}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${simulator.settings.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ firstName: 'Ada', lastName: 'Changed' }),
    })

    const { fields, customFields, isPrimary } = simulator.state.individuals.get(Number(ID))!
    expect(fields).toMatchObject({ preMarriageName: null, prefix2: null, passion: null, birthYear: null })
    expect([customFields, isPrimary]).toEqual([[], false])
  })
})

function expectAsked(record: Person, { customFields, birthDate, ...plain }: PersonPatch): void {
  for (const [field, value] of Object.entries(plain)) {
    const held = (record as unknown as Record<string, unknown>)[field]
    expect(held, field).toEqual(typeof value === 'string' && value.trim() === '' ? null : value)
  }
  if (birthDate !== undefined) expect(record.birthDate).toEqual(birthDate)
  for (const { key, value } of customFields ?? []) {
    expect(record.customFields?.find((field) => field.key === key)?.value ?? null, key).toBe(value)
  }
}
