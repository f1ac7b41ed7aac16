import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attribute } from '../../../../src/model/compare.ts'
import type { ContactItemChange } from '../../../../src/model/contact-item.ts'
import { GatewayError } from '../../../../src/model/errors.ts'
import type { UserPatch } from '../../../../src/model/patch.ts'
import type { UserRow } from '../../../../src/sources/onlyoffice/simulator/state.ts'
import type { OpenRecord, Plan } from '../../../../src/sources/source.ts'
import { openUser, options, tryDocSpace, tryWorkspace } from './set-up.ts'

const RUNS = 1200
const SEED = 20_260_101

/** What one write asks for. */
type Step =
  | { readonly kind: 'update'; readonly patch: UserPatch }
  | { readonly kind: 'upsert'; readonly changes: readonly (ContactItemChange & { readonly nth?: number })[] }
  | { readonly kind: 'remove'; readonly nth: number }

const text = fc.oneof(
  fc.constantFrom(
    '',
    'Zoë',
    'a|b',
    '<b>',
    'R&amp;D',
    '2021-10-21T12:03:55.120Z',
    '  blank  ',
    '/slash\\',
    '"q"',
    '{id}',
    'null',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const date = fc.record({
  year: fc.integer({ min: 1850, max: 2020 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
})
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const patch: fc.Arbitrary<UserPatch> = fc.record(
  {
    firstName: nullable(text),
    lastName: nullable(text),
    gender: nullable(fc.constantFrom('male', 'female', 'other')),
    birthDate: nullable(date),
    jobTitle: nullable(text),
    location: nullable(text),
    about: nullable(text),
    status: fc.constantFrom('ACTIVE', 'TERMINATED'),
  },
  { requiredKeys: [] },
)
const types = ['mail', 'phone', 'mobphone', 'skype', 'twitter', 'Pigeon post', 'extmail', 'nonsense'] as const
const values = fc.oneof(
  fc.constantFrom('a@b.example', 'C@D.example', '+49 30 123456', '030/55', 'live:me', 'a|b', '', 'x'.repeat(600)),
  text,
)
const change: fc.Arbitrary<ContactItemChange & { readonly nth?: number }> = fc.record(
  {
    nth: fc.nat({ max: 5 }),
    typeId: fc.constantFrom(...types),
    kind: fc.constantFrom('EMAIL', 'PHONE', 'MESSAGING', 'SOCIAL', 'OTHER'),
    value: values,
  },
  { requiredKeys: ['value'] },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: patch.map((of) => ({ kind: 'update' as const, patch: of })) },
  {
    weight: 3,
    arbitrary: fc
      .array(change, { minLength: 1, maxLength: 3 })
      .map((changes) => ({ kind: 'upsert' as const, changes })),
  },
  { weight: 1, arbitrary: fc.nat({ max: 6 }).map((nth) => ({ kind: 'remove' as const, nth })) },
)

const switches = fc.record({
  omittedProfile: fc.constantFrom('kept', 'cleared'),
  longContacts: fc.constantFrom('refused', 'truncated'),
  batch: fc.constantFrom('works', 'broken'),
  refusedProfile: fc.constantFrom(500, 403),
  defaultPictures: fc.constantFrom('light', 'dark'),
})

describe('random writes to Workspace', () => {
  let tried: Awaited<ReturnType<typeof tryWorkspace>>
  beforeAll(async () => {
    tried = await tryWorkspace({ zoneMinutes: 345 })
  })
  afterAll(() => tried.close())

  it(`change what they name and nothing else, ${RUNS} times`, { timeout: 300_000 }, async () => {
    const tally = { planned: 0, refused: 0 }

    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 34 }), step, switches, async (index, wanted, turned) => {
        tried.simulator.turn(turned)
        tally[await attempt(tried, tried.users[index]!, wanted)] += 1
      }),
      { numRuns: RUNS, seed: SEED },
    )

    // Enough of each, or the test would prove little.
    expect(Math.min(tally.planned, tally.refused)).toBeGreaterThan(RUNS / 10)
  })
})

describe('random writes to oneself on DocSpace', () => {
  let tried: Awaited<ReturnType<typeof tryDocSpace>>
  beforeAll(async () => {
    tried = await tryDocSpace()
  })
  afterAll(() => tried.close())

  it('change what they name and nothing else', { timeout: 300_000 }, async () => {
    const versions = fc.constantFrom('3.7' as const, '3.6' as const, '3.1' as const)

    await fc.assert(
      fc.asyncProperty(step, versions, async (wanted, version) => {
        tried.simulator.turn({ version })
        await attempt(tried, tried.users[2]!, wanted)
      }),
      { numRuns: 300, seed: SEED },
    )
  })
})

type Tried = Awaited<ReturnType<typeof tryWorkspace>> | Awaited<ReturnType<typeof tryDocSpace>>

/** Does what is wanted, and looks at the portal's own table before and after. */
async function attempt({ source, users }: Tried, row: UserRow, wanted: Step): Promise<'planned' | 'refused'> {
  const everybody = new Map(users.map((user) => [user.id, structuredClone(user)]))
  const before = await openUser(source, row.id)
  const plan = planned(before, wanted)
  if (plan === null) {
    expect(row).toEqual(everybody.get(row.id))
    return 'refused'
  }

  const sent = await source.send!(plan, { ...options(), ifVersion: null })

  expect(sent.error).toBeNull()
  const after = await openUser(source, row.id)
  const { unasked, missing, altered } = attribute(plan.changes, before.record, after.record)
  expect({ unasked, missing, altered }).toEqual({ unasked: [], missing: [], altered: [] })
  expect(after.rest).toEqual(before.rest)
  for (const user of users) {
    const old = everybody.get(user.id)!
    if (user.id !== row.id) expect(user).toEqual(old)
    else expect(changedMembers(old, user)).toEqual(expectedMembers(plan))
  }
  if (isRepeatable(wanted)) expect(planned(after, wanted)?.requests).toEqual([])
  return 'planned'
}

/** Whether asking for the same again asks for nothing: an item that was named has another id once its value is another one. */
function isRepeatable(wanted: Step): boolean {
  return wanted.kind === 'update' || (wanted.kind === 'upsert' && wanted.changes.every(({ nth }) => nth === undefined))
}

function planned(opened: OpenRecord<'User'>, wanted: Step): Plan | null {
  const items = opened.record.contactItems ?? []
  try {
    if (wanted.kind === 'update') return opened.update!(wanted.patch)
    if (wanted.kind === 'remove') {
      const item = items[wanted.nth % Math.max(1, items.length)]
      return item ? opened.removeContactItem!(item.id) : null
    }
    const changes = wanted.changes.map(({ nth, ...rest }) => {
      const item = nth === undefined ? undefined : items[nth]
      return item ? { ...rest, id: item.id } : rest
    })
    return opened.upsertContactItems!(changes)
  } catch (error) {
    if (error instanceof GatewayError && ['INVALID_INPUT', 'UNSUPPORTED'].includes(error.code)) return null
    throw error
  }
}

/** Members of the portal's own row by the field whose change moves them. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  firstName: ['firstName'],
  lastName: ['lastName'],
  gender: ['sex'],
  birthDate: ['birthday'],
  jobTitle: ['title'],
  location: ['location'],
  about: ['notes'],
  status: ['status', 'terminated'],
  contactItems: ['contacts'],
}

function expectedMembers(plan: Plan): readonly string[] {
  return [...new Set(plan.changes.flatMap(({ path }) => MEMBERS[path.split('.')[0]!] ?? [path]))].sort()
}

function changedMembers(before: UserRow, after: UserRow): readonly string[] {
  const [old, now]: Record<string, unknown>[] = [{ ...before }, { ...after }]
  return Object.keys(now!)
    .filter((name) => name !== 'changed' && JSON.stringify(now![name]) !== JSON.stringify(old![name]))
    .sort()
}
