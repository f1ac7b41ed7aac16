import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactItemChange } from '../../../../src/model/contact-item.ts'
import { diffRecords, diffValues } from '../../../../src/model/diff.ts'
import { GatewayError } from '../../../../src/model/errors.ts'
import { sameJson } from '../../../../src/model/json.ts'
import type { OrganizationPatch, PersonPatch } from '../../../../src/model/patch.ts'
import type { WorkspaceSimulator } from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import type { OpenRecord, Plan, Source } from '../../../../src/sources/source.ts'
import { type CrmSubject, call, startCrm } from './subject.ts'

const SEED = 20_261_122
type Kind = 'Person' | 'Organization'

/** What may be asked of a contact, whatever it is. */
type Write =
  | { readonly do: 'update'; readonly patch: PersonPatch | OrganizationPatch }
  | { readonly do: 'upsert'; readonly items: readonly Item[] }
  | { readonly do: 'remove'; readonly place: number }

/** `place`: change the item that stands there, in place of finding or adding one. */
interface Item extends Omit<ContactItemChange, 'id'> {
  readonly place?: number
}

const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength })
    .filter((value) => value.isWellFormed() && !/\p{Cc}/u.test(value) && value.length <= 255)
const name = text(12).filter((value) => value.trim() !== '')
const cleared = (values: fc.Arbitrary<string>) => fc.option(values, { nil: null, freq: 4 })
const field = (key: string, values: fc.Arbitrary<string>) =>
  fc.record({ key: fc.constant(key), value: cleared(values) })
const fieldsOf = (...fields: readonly fc.Arbitrary<{ readonly key: string; readonly value: string | null }>[]) =>
  fc
    .subarray([...fields.keys()], { minLength: 1 })
    .chain((places) => fc.tuple(...places.map((place) => fields[place]!)))
const tag = fc.constantFrom('donor', 'press', 'Kraków', 'new tag', 'a/b?c=d&e')

const items: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ kind: fc.constant('EMAIL' as const), value: fc.emailAddress() }, { requiredKeys: ['kind', 'value'] }),
  fc.record(
    {
      typeId: fc.constantFrom('0:Mobile', '0:Fax', '3:Home', '4:Work', '15:Other'),
      value: fc.integer({ min: 100_000, max: 999_999_999 }).map(String),
      isDefault: fc.boolean(),
    },
    { requiredKeys: ['typeId', 'value'] },
  ),
  fc.record(
    {
      kind: fc.constant('ADDRESS' as const),
      address: fc.record(
        { street: name, city: cleared(name), postalCode: text(5), country: name },
        { requiredKeys: ['street'] },
      ),
      isDefault: fc.boolean(),
    },
    { requiredKeys: ['kind', 'address'] },
  ),
  fc.record({ place: fc.nat(8), isDefault: fc.boolean() }),
)
const itemWrites: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ do: fc.constant('upsert' as const), items: fc.array(items, { minLength: 1, maxLength: 3 }) }),
  fc.record({ do: fc.constant('remove' as const), place: fc.nat(8) }),
)

function personWrites(managers: readonly string[]): fc.Arbitrary<Write> {
  const patch: fc.Arbitrary<PersonPatch> = fc
    .record(
      {
        firstName: name,
        lastName: name,
        jobTitle: cleared(text(20)),
        about: cleared(text(80)),
        organizationId: cleared(fc.integer({ min: 101, max: 125 }).map(String)),
        sharing: fc.constantFrom('PRIVATE' as const, 'READ' as const, 'READ_WRITE' as const),
        managerIds: fc.subarray([...managers]),
        stage: cleared(fc.constantFrom('Cold', 'Warm', 'Hot')),
        addTags: fc.array(tag, { maxLength: 2 }),
        customFields: fieldsOf(
          field('801', text(30)),
          field('802', text(60)),
          field('803', fc.constantFrom('Red', 'Blue', 'Green')),
          field('804', fc.constantFrom('true', 'false')),
          field('805', fc.constantFrom('2001-02-03', '2024-02-29')),
        ),
      },
      { requiredKeys: [] },
    )
    .chain((made) => fc.subarray(Object.keys(made), { minLength: 0, maxLength: 4 }).map((keys) => only(made, keys)))
  return fc.oneof({ weight: 3, arbitrary: patch.map((one) => ({ do: 'update' as const, patch: one })) }, itemWrites)
}

const companyWrites: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record(
        {
          name,
          about: cleared(text(60)),
          website: cleared(fc.webUrl()),
          customFields: fieldsOf(field('801', text(30)), field('806', text(30))),
        },
        { requiredKeys: [] },
      )
      .map((patch) => ({ do: 'update' as const, patch })),
  },
  itemWrites,
)

function only<T extends object>(value: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) as T
}

describe('thousands of updates', () => {
  let subject: CrmSubject
  let source: Source
  /** Contacts as they were last seen: whatever another write did to them in between shows as well. */
  const seen = new Map<string, OpenRecord>()

  beforeAll(async () => {
    subject = await startCrm({ zoneMinutes: 345 }, { definitionsTtlMs: 3_600_000 })
    source = subject.source
  })
  afterAll(() => subject.close())

  it('leave everything unmentioned of a person as it was, or say so beforehand', async () => {
    const managers = [...subject.portal.state.users.keys()].slice(4, 9)

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 201, max: 212 }), personWrites(managers), (id, write) =>
        check('Person', String(id), write),
      ),
      { seed: SEED, numRuns: 1000, endOnFailure: true },
    )
  }, 120_000)

  it('leave everything unmentioned of a company as it was, or say so beforehand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 101, max: 106 }), companyWrites, (id, write) =>
        check('Organization', String(id), write),
      ),
      { seed: SEED, numRuns: 400, endOnFailure: true },
    )
  }, 120_000)

  async function check(type: Kind, id: string, write: Write): Promise<void> {
    const before = seen.get(id) ?? (await open(type, id))
    const hidden = hiddenOf(subject.portal, Number(id))
    const calls = subject.portal.calls.length
    const plan = planned(before, write)
    expect(subject.portal.calls, 'planning asks nobody').toHaveLength(calls)
    if (plan === null) return

    const sent = await source.send!(plan, { ...call(), ifVersion: null })

    expect(sent.error).toBeNull()
    const after = await open(type, id)
    seen.set(id, after)
    const all = [...diffRecords(before.record, after.record), ...diffValues('raw', before.rest, after.rest)]
    for (const wanted of plan.changes) {
      const found = all.filter(({ path }) => isWithin(path, wanted.path))
      expect(found, `${wanted.path} was asked for`).not.toEqual([])
      if (!wanted.path.startsWith('contactItems')) expect(found[0]?.after).toEqual(wanted.after)
    }
    const unasked = all.filter(({ path }) => !isAsked(path, plan) && !isUnveiled(path, before, after))
    const foreseen = plan.sideEffects.filter(({ repaired }) => repaired === false)
    expect(unasked.map((one) => ({ ...one, repaired: false })).sort(byPath)).toEqual(foreseen.toSorted(byPath))
    expect(untouchedItems(before, after, plan)).toBe(true)
    // Overwriting takes away a type that the portal shows nobody. Whoever was on the access list stays there, seen or not.
    const overwrote = plan.requests.some(({ path }) => /contact\/(person|company)\/\d+$/.test(path))
    const renewed = plan.changes.some(({ path }) => path === 'managerIds')
    const now = hiddenOf(subject.portal, Number(id))
    expect(now).toEqual({ ...hidden, ...(overwrote && { typeId: 0 }), ...(renewed && { access: now.access }) })
    if (plan.requests.length === 0) expect(all).toEqual([])
  }

  /** A shared contact shows nobody who managed it in private: made private again, they are there. */
  function isUnveiled(path: string, before: OpenRecord, after: OpenRecord): boolean {
    const sharing = (open: OpenRecord) => (open.record.type === 'Person' ? open.record.sharing : null)
    return path === 'managerIds' && sharing(before) !== 'PRIVATE' && sharing(after) === 'PRIVATE'
  }

  async function open(type: Kind, id: string): Promise<OpenRecord> {
    const found = await source.open!(type, id, call())
    if (found === null) throw new Error(`${type} ${id} is gone`)
    return found as OpenRecord
  }

  /** `null` where the write is refused, naming its field. */
  function planned(before: OpenRecord, write: Write): Plan | null {
    const present = before.record.contactItems ?? []
    const at = (place: number) => present[place % Math.max(1, present.length)]?.id
    try {
      if (write.do === 'update') return before.update!(write.patch as never)
      if (write.do === 'remove') {
        const id = at(write.place)
        return id === undefined ? null : before.removeContactItem!(id)
      }
      return before.upsertContactItems!(
        write.items.map(({ place, ...item }) => ({ ...item, ...(place !== undefined && { id: at(place) ?? 'none' }) })),
      )
    } catch (error) {
      if (error instanceof GatewayError && error.code === 'INVALID_INPUT' && error.path !== undefined) return null
      throw error
    }
  }
})

/** What the portal keeps of a contact and never shows, or shows in no field of the model. */
function hiddenOf({ state }: WorkspaceSimulator, id: number) {
  const { access, typeId, projects, hasInvoice, taskCount, created, createdBy, picture } = state.contacts.get(id)!
  return structuredClone({ access, typeId, projects, hasInvoice, taskCount, created, createdBy, stamp: picture?.stamp })
}

/** Items that the plan names neither by id nor as new are the same afterwards. */
function untouchedItems(before: OpenRecord, after: OpenRecord, plan: Plan): boolean {
  const named = new Set(plan.changes.map(({ path }) => path.split('.')[1]))
  const now = new Map((after.record.contactItems ?? []).map((item) => [item.id, item]))
  return (before.record.contactItems ?? []).every((item) => named.has(item.id) || sameJson(item, now.get(item.id)))
}

/** What a display name is made of. */
const NAMES = ['firstName', 'lastName', 'name']

function isAsked(path: string, { changes }: Plan): boolean {
  if (path === 'displayName') return changes.some((wanted) => NAMES.includes(wanted.path))
  return changes.some((wanted) => isWithin(path, wanted.path))
}

function isWithin(path: string, wanted: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`)
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1
}
