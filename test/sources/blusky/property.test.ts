import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attribute } from '../../../src/model/compare.ts'
import type { ContactItem, ContactItemChange } from '../../../src/model/contact-item.ts'
import { GatewayError } from '../../../src/model/errors.ts'
import type { UserPatch } from '../../../src/model/patch.ts'
import type { Plan } from '../../../src/sources/source.ts'
import { call, SWITCHES, startBlusky } from './subject.ts'

const name = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((text) => text.length <= max && !/\p{Cc}/u.test(text) && text.trim() !== '')
const patches: fc.Arbitrary<UserPatch> = fc.record(
  {
    firstName: name(60),
    lastName: name(60),
    middleName: fc.option(name(2)),
    nickname: fc.option(name(60)),
    gender: fc.constantFrom('female', 'male', null),
  },
  { requiredKeys: [] },
)

describe('an update at BluSKY changes what it names and nothing else', () => {
  it.each(
    SWITCHES.filter(({ options }) => options.updateOmitted ?? options.generation ?? Object.keys(options).length === 0),
  )('$title', async ({ options, settings }) => {
    const { source, simulator, users, close } = await startBlusky(options, settings)
    onTestFinished(close)
    const state = simulator.state.users

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 49 }), patches, async (index, patch) => {
        const id = users[index]!
        const before = structuredClone(state)
        const opened = (await source.open!('User', id, call()))!

        const { error } = await source.send!(opened.update!(patch), { ...call(), ifVersion: null, mark: null })

        expect(error).toBeNull()
        const user = before.get(id)!
        const { fields } = user
        const genders = { female: 1, male: 2 } as const
        const gender = (word: string | null) => genders[word as keyof typeof genders] ?? 3
        expect(state).toEqual(
          new Map(before).set(id, {
            ...user,
            fields: {
              ...fields,
              FirstName: patch.firstName ?? fields.FirstName,
              LastName: patch.lastName ?? fields.LastName,
              MiddleInitial: patch.middleName === undefined ? fields.MiddleInitial : patch.middleName,
              Nickname: patch.nickname === undefined ? fields.Nickname : patch.nickname,
              sGenderId: patch.gender === undefined ? fields.sGenderId : gender(patch.gender),
            },
          }),
        )
      }),
      { numRuns: 40 },
    )
  })
})

/** A change of contact items as somebody may write it: `pick` says which item or type is meant. */
const changes = fc.array(
  fc.record(
    {
      by: fc.constantFrom('id', 'typeId', 'kind'),
      pick: fc.nat(20),
      local: fc.stringMatching(/^[a-f]{1,2}$/),
      digits: fc.stringMatching(/^[2-4]{2}$/),
      isDefault: fc.boolean(),
    },
    { requiredKeys: ['by', 'pick', 'local', 'digits'] },
  ),
  { minLength: 1, maxLength: 4 },
)

describe('an upsert at BluSKY leaves all other items as they are', () => {
  const cases = (['type', 'type-and-value'] as const).flatMap((upsertKey) =>
    [true, false].flatMap((demotesDefault) =>
      (['replace', 'add'] as const).map((takenType) => ({ upsertKey, demotesDefault, takenType })),
    ),
  )

  it.each(cases)('keyed by $upsertKey, demoting $demotesDefault, taken types $takenType', async (one) => {
    const { upsertKey, demotesDefault, takenType } = one
    const { source, simulator, users, close } = await startBlusky(
      { upsertKey, demotesDefault },
      { upsertKey, takenType },
    )
    onTestFinished(close)
    const types = await source.contactItemTypes!(call())

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 49 }), changes, async (index, drafts) => {
        const id = users[index]!
        const before = (await source.open!('User', id, call()))!
        const others = new Map(structuredClone(simulator.state.users))
        const asked = drafts.map(({ by, pick, local, digits, isDefault }): ContactItemChange => {
          const items = before.record.contactItems!
          const item = items[pick % items.length]!
          const type = types[pick % types.length]!
          const kind = by === 'id' ? item.kind : type.kind
          const value = kind === 'PHONE' ? `+1212555${digits}${digits}` : `${local}@property.example`
          const which = by === 'id' ? { id: item.id } : by === 'typeId' ? { typeId: type.id } : { kind }
          return { ...which, value, ...(isDefault !== undefined && { isDefault }) }
        })
        const plan = planned(() => before.upsertContactItems!(asked))
        if (plan === null) return

        const { error } = await source.send!(plan, { ...call(), ifVersion: null, mark: null })

        const after = (await source.open!('User', id, call()))!
        expect(error).toBeNull()
        // Whatever differs was foreseen, and whatever was foreseen differs.
        const found = attribute([...plan.changes, ...plan.sideEffects], before.record, after.record)
        expect(found).toMatchObject({ unasked: [], missing: [] })
        // What nobody named is there still, with its value; under its own id, unless that had to be given up for the default.
        const idsIn = (list: Plan['changes']) => new Set(list.map(({ path }) => path.split('.')[1]))
        const [touched, affected] = [idsIn(plan.changes), idsIn(plan.sideEffects)]
        for (const item of before.record.contactItems!.filter((present) => !touched.has(present.id))) {
          const { id: _id, ...kept } = idTypeValue(item)
          const expected = affected.has(item.id) ? kept : idTypeValue(item)
          expect(after.record.contactItems).toContainEqual(expect.objectContaining(expected))
        }
        expect(defaultsOf(after.record.contactItems!).every((count) => count <= 1)).toBe(true)
        expect(after.rest).toEqual(before.rest)
        others.delete(id)
        for (const [other, user] of others) expect(simulator.state.users.get(other)).toEqual(user)
      }),
      { numRuns: 60 },
    )
  })
})

/** The plan, or `null` where it was refused as input may be: then nothing is sent. */
function planned(work: () => Plan): Plan | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof GatewayError && ['INVALID_INPUT', 'UNSUPPORTED'].includes(error.code)) return null
    throw error
  }
}

function idTypeValue({ id, type, value }: ContactItem) {
  return { id, type, value }
}

/** How many defaults each kind has. */
function defaultsOf(items: readonly ContactItem[]): readonly number[] {
  const counts = new Map<string, number>()
  for (const { kind, isDefault } of items) if (isDefault) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts.values()]
}
