import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Capability } from '../../src/model/capability.ts'
import type { ContactItem, ContactItemChange, ContactItemKind } from '../../src/model/contact-item.ts'
import { diffRecords, wasAsked } from '../../src/model/diff.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { sameJson } from '../../src/model/json.ts'
import type { Picture } from '../../src/model/picture.ts'
import type { Page } from '../../src/model/query.ts'
import { RECORD_TYPES, type RecordType } from '../../src/model/ref.ts'
import type { OpenRecord, PatchOf, Plan, RecordOf, Source } from '../../src/sources/source.ts'
import { PNG } from './pictures.ts'

/** A source under test, over data that the suite may change. */
export interface Subject {
  readonly source: Source
  /** Ids of records that are there and may be written, by type; two or more of each type the source holds. */
  readonly ids: { readonly [Type in RecordType]?: readonly string[] }
  /** An id of the source's own form that nobody has. */
  readonly unknownId: string
  /** Values to set, where the suite's own don't fit this source. A field set to `null` here is not tried. */
  readonly samples?: { readonly [Type in RecordType]?: Readonly<Record<string, unknown>> }
  /** Fields that a new record needs here. */
  readonly create?: { readonly [Type in RecordType]?: Readonly<Record<string, unknown>> }
  /** A contact item to add, by kind, where the suite's own don't fit. `null`: the source takes none of this kind. */
  readonly items?: { readonly [Kind in ContactItemKind]?: ContactItemChange | null }
  /** Fields that a write of another field is known to change here; what a receipt then calls side effects. */
  readonly sideEffects?: readonly string[]
  /** How many calls have reached the vendor so far. */
  readonly calls?: () => number
  close?(): Promise<void>
}

const options = () => ({ signal: AbortSignal.timeout(20_000) })

const SAMPLES: { readonly [Type in RecordType]: Readonly<Record<string, unknown>> } = {
  Person: {
    prefix: 'Dr',
    firstName: 'Marit',
    middleName: 'Q',
    lastName: 'Solberg',
    suffix: 'Jr',
    nickname: 'Mari',
    gender: 'female',
    birthDate: { year: 1980, month: 2, day: 29 },
    isDeceased: true,
    jobTitle: 'Archivist',
    about: 'Line one\nLine two, with "quotes" and <b>',
    interests: 'Rivers',
    sharing: 'READ',
    addTags: ['Conformance'],
  },
  User: {
    firstName: 'Marit',
    middleName: 'Q',
    lastName: 'Solberg',
    nickname: 'Mari',
    gender: 'female',
    birthDate: { year: 1980, month: 2, day: 29 },
    jobTitle: 'Archivist',
    location: 'Bergen',
    about: 'Line one',
    email: 'marit.solberg@example.org',
    locale: 'nb-NO',
  },
  Organization: { name: 'Solberg & Daughters', about: 'Timber', website: 'https://solberg.example/' },
}

const ITEMS: Readonly<Record<ContactItemKind, ContactItemChange>> = {
  EMAIL: { kind: 'EMAIL', value: 'conformance@example.org' },
  PHONE: { kind: 'PHONE', value: '+47 22 22 55 55' },
  ADDRESS: {
    kind: 'ADDRESS',
    address: { street: '1 Sample Lane', city: 'Bergen', region: 'Vestland', postalCode: '5003', country: 'Norway' },
  },
  URL: { kind: 'URL', value: 'https://conformance.example/' },
  MESSAGING: { kind: 'MESSAGING', value: 'conformance.chat' },
  SOCIAL: { kind: 'SOCIAL', value: 'conformance.social' },
  OTHER: { kind: 'OTHER', value: 'carrier pigeon 7' },
}

/** What `source.ts` promises, checked on one source. It asks what the source can do, never what it is called. */
export function describeSource(title: string, setUp: () => Promise<Subject>): void {
  describe(`${title} keeps the contract of a source`, () => {
    let subject: Subject
    let source: Source
    let able: ReadonlySet<Capability>

    beforeAll(async () => {
      subject = await setUp()
      source = subject.source
      able = await source.capabilities(options())
    })
    afterAll(async () => {
      await source?.close?.()
      await subject?.close?.()
    })

    const held = () => RECORD_TYPES.filter((type) => subject.ids[type] !== undefined)
    const can = (type: RecordType, verb: string) => able.has(`${type.toUpperCase()}_${verb}` as Capability)

    describe('capabilities', () => {
      it('declares only what it has methods for', () => {
        for (const type of RECORD_TYPES) {
          if (can(type, 'READ')) expect(source.get[type], `get.${type}`).toBeTypeOf('function')
          if (can(type, 'LIST')) expect(source.list[type], `list.${type}`).toBeTypeOf('function')
          if (can(type, 'SEARCH')) expect([...(source.listing[type]?.filters ?? [])]).toContain('search')
          if (can(type, 'CREATE')) expect(source.planCreate).toBeTypeOf('function')
        }
        const writes = [...able].filter((name) => !/_(READ|LIST|SEARCH)$/.test(name))
        if (writes.length > 0) expect(source.send).toBeTypeOf('function')
      })

      it('holds the record types it is tried with', () => {
        expect(held().length).toBeGreaterThan(0)
        for (const type of held()) expect(can(type, 'READ'), type).toBe(true)
      })

      it('gives the same answer again', async () => {
        const again = await source.capabilities(options())

        expect([...again].sort()).toEqual([...able].sort())
      })

      it('answers a ping', async () => {
        await expect(source.ping(options())).resolves.toBeUndefined()
      })
    })

    describe('get', () => {
      it('returns records in the order asked, null for an unknown id', async () => {
        for (const type of held()) {
          const [a, b] = subject.ids[type] as [string, string]

          const found = await get(type, [b, subject.unknownId, a])

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
          const some = subject.ids[type] as readonly string[]
          const ids = [
            ...some,
            ...Array.from({ length: source.limits.maxBatchSize }, (_, n) => `${subject.unknownId}${n}`),
          ]
          const asked = ids.slice(0, Math.min(source.limits.maxBatchSize, 200))

          const found = await get(type, asked)

          expect(found).toHaveLength(asked.length)
          expect(found.slice(0, some.length).every((record) => record !== null && !(record instanceof Error))).toBe(
            asked.length >= some.length,
          )
        }
      })

      it('names the source and itself in every record, and a display name', async () => {
        for (const type of held()) {
          for (const record of await get(type, subject.ids[type] as readonly string[])) {
            expect(record).toMatchObject({ type, ref: { source: source.name } })
            expect((record as RecordOf<RecordType>).displayName).not.toBe('')
          }
        }
      })

      it('rejects when its signal is aborted', async () => {
        const type = held()[0] as RecordType
        const signal = AbortSignal.abort(new Error('gone'))

        const answer = source.get[type]?.([(subject.ids[type] as readonly string[])[0] as string], { signal })

        await expect(answer).rejects.toThrow()
      })
    })

    describe('list', () => {
      it('walks through every record once, page by page, whatever the page size', async () => {
        for (const type of listable()) {
          const whole = await walk(type, source.limits.maxPageSize)
          const bySeven = await walk(type, 7)

          expect(bySeven.map(({ ref }) => ref.id)).toEqual(whole.map(({ ref }) => ref.id))
          expect(new Set(whole.map(({ ref }) => ref.id)).size).toBe(whole.length)
          for (const id of subject.ids[type] as readonly string[]) expect(whole.map(({ ref }) => ref.id)).toContain(id)
        }
      })

      it('counts exactly or not at all', async () => {
        for (const type of listable()) {
          const { totalCount } = await page(type, null, 1)

          if (totalCount !== null) expect(totalCount).toBe((await walk(type, source.limits.maxPageSize)).length)
        }
      })

      it('walks backward through the same records', async () => {
        for (const type of listable().filter((name) => source.listing[name]?.backward)) {
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
          for (const by of source.listing[type]?.orders ?? []) {
            const ids = async (direction: 'ASC' | 'DESC') =>
              (
                await source.list[type]!(
                  {
                    filter: {},
                    order: { by, direction },
                    limit: source.limits.maxPageSize,
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

    describe('definitions', () => {
      it('gives contact item types ids of their own', async () => {
        const types = (await source.contactItemTypes?.(options())) ?? []

        expect(new Set(types.map(({ id }) => id)).size).toBe(types.length)
      })

      it('gives custom fields keys of their own', async () => {
        const definitions = (await source.customFieldDefinitions?.(options())) ?? []

        expect(new Set(definitions.map(({ key }) => key)).size).toBe(definitions.length)
      })
    })

    describe('open', () => {
      it('returns null for an unknown id', async () => {
        for (const type of writable()) expect(await source.open?.(type, subject.unknownId, options())).toBeNull()
      })

      it('brings every part, with the version that get gives', async () => {
        for (const type of writable()) {
          const id = firstId(type)
          const { record } = await open(type, id)
          const [single] = await get(type, [id])

          expect(record.contactItems).not.toBeUndefined()
          expect(record.version).toBe((single as RecordOf<RecordType>).version)
        }
      })
    })

    describe('update', () => {
      it('sets each field it takes, and leaves every other one alone', async () => {
        for (const type of updatable()) {
          for (const [field, value] of samples(type)) {
            const before = await open(type, firstId(type))
            const patch = { [field]: value } as PatchOf<RecordType>
            const plan = before.update!(patch as never)

            const sent = await source.send!(plan, { ...options(), ifVersion: null })

            const after = await open(type, firstId(type))
            expect(sent.error, `${type}.${field}`).toBeNull()
            expect(plan.requests.length, `${type}.${field} is a change`).toBeGreaterThan(0)
            expectOnly(plan, before, after, `${type}.${field}`)
            expectSet(field, value, after.record)
          }
        }
      })

      it('plans nothing when nothing would change', async () => {
        for (const type of updatable()) {
          const present = await open(type, firstId(type))
          for (const [field] of samples(type)) {
            if (field === 'addTags') continue
            const value = (present.record as unknown as Record<string, unknown>)[field]
            if (value === null || value === undefined) continue

            expect(present.update!({ [field]: value } as never).requests, `${type}.${field}`).toEqual([])
          }
        }
      })

      it('plans purely: the same plan again, and no call', async () => {
        for (const type of updatable()) {
          const present = await open(type, firstId(type))
          const [field] = samples(type)[0] as [string, unknown]
          const patch = { [field]: 'Purity' } as never
          const calls = subject.calls?.()

          const [one, two] = [present.update!(patch), present.update!(patch)]

          expect(one).toEqual(two)
          expect(subject.calls?.()).toBe(calls)
        }
      })

      it('changes the version with the record, and only then', async () => {
        for (const type of updatable()) {
          const before = await open(type, firstId(type))
          const [field] = samples(type)[0] as [string, unknown]
          const unchanged = await open(type, firstId(type))
          await source.send!(before.update!({ [field]: `V${Date.now() % 1000}` } as never), {
            ...options(),
            ifVersion: null,
          })

          const after = await open(type, firstId(type))

          expect(unchanged.record.version).toBe(before.record.version)
          if (before.record.version !== null) expect(after.record.version).not.toBe(before.record.version)
        }
      })

      it('checks ifVersion with the write, where it says so', async () => {
        if (source.guarantee !== 'ATOMIC') return
        for (const type of updatable()) {
          const before = await open(type, firstId(type))
          const [field] = samples(type)[0] as [string, unknown]

          const sent = await source.send!(before.update!({ [field]: 'Stale' } as never), {
            ...options(),
            ifVersion: 'stale',
          })

          expect(sent).toMatchObject({ done: 0, error: { code: 'CONFLICT', currentVersion: before.record.version } })
          expect(diffRecords(before.record, (await open(type, firstId(type))).record)).toEqual([])
        }
      })

      it('refuses a name of 10,000 characters and an impossible birthday, naming the field', async () => {
        for (const type of updatable()) {
          const present = await open(type, firstId(type))
          const fields = source.writable[type] as ReadonlySet<string>
          const name = ['firstName', 'name'].find((field) => fields.has(field))

          if (name)
            expect(refused(() => present.update!({ [name]: 'x'.repeat(10_000) } as never))).toMatchObject({
              code: 'INVALID_INPUT',
              path: [name],
            })
          if (fields.has('birthDate')) {
            const patch = { birthDate: { year: 2001, month: 2, day: 31 } }
            expect(refused(() => present.update!(patch as never))).toMatchObject({
              code: 'INVALID_INPUT',
              path: ['birthDate', 'day'],
            })
          }
          if (fields.has('customFields')) {
            const patch = { customFields: [{ key: 'no such field', value: 'x' }] }
            expect(refused(() => present.update!(patch as never))).toMatchObject({
              code: 'INVALID_INPUT',
              path: ['customFields', '0', 'key'],
            })
          }
        }
      })
    })

    describe('contact items', () => {
      it('adds one of each kind it takes, and leaves every other item and field alone', async () => {
        for (const [type, change] of await additions()) {
          const before = await open(type, firstId(type))
          const plan = before.upsertContactItems!([change])

          const sent = await source.send!(plan, { ...options(), ifVersion: null })

          const after = await open(type, firstId(type))
          expect(sent.error, JSON.stringify(change)).toBeNull()
          expectOnly(plan, before, after, `${type} ${change.kind}`)
          expect(added(before.record, after.record), JSON.stringify(change)).toHaveLength(1)
          expect(added(before.record, after.record)[0]?.kind).toBe(change.kind)
        }
      })

      it('finds the same item again and plans nothing', async () => {
        for (const [type, change] of await additions()) {
          expect(
            (await open(type, firstId(type))).upsertContactItems!([change]).requests,
            JSON.stringify(change),
          ).toEqual([])
        }
      })

      it('changes the very item whose id is given, and no other', async () => {
        for (const [type, change] of await additions()) {
          if (change.value == null) continue
          const before = await open(type, firstId(type))
          const item = before.record.contactItems?.find((one) => one.kind === change.kind && one.value === change.value)
          if (!item) continue
          const value = change.value
            .replace('conformance', 'changed')
            .replace('55 55', '55 56')
            .replace('pigeon 7', 'pigeon 8')

          const sent = await source.send!(before.upsertContactItems!([{ id: item.id, value }]), {
            ...options(),
            ifVersion: null,
          })

          const after = await open(type, firstId(type))
          expect(sent.error).toBeNull()
          expect(others(after.record, value)).toEqual(others(before.record, item.value))
          expect(after.record.contactItems?.filter((one) => one.value === value)).toHaveLength(1)
          await source.send!(
            after.upsertContactItems!([
              { id: after.record.contactItems!.find((one) => one.value === value)!.id, value: change.value },
            ]),
            { ...options(), ifVersion: null },
          )
        }
      })

      it('has at most one default of a kind after making one', async () => {
        if (!source.writable.ContactItem?.has('isDefault')) return
        for (const [type, change] of await additions()) {
          const before = await open(type, firstId(type))
          const item = before.record.contactItems?.find(
            ({ kind, isDefault, value }) =>
              kind === change.kind && isDefault !== true && (change.value == null || value === change.value),
          )
          if (!item) continue
          const plan = before.upsertContactItems!([{ id: item.id, isDefault: true }])

          const sent = await source.send!(plan, { ...options(), ifVersion: null })

          const after = await open(type, firstId(type))
          expect(sent.error).toBeNull()
          const defaults = after.record.contactItems?.filter(({ kind, isDefault }) => kind === item.kind && isDefault)
          expect(defaults?.map(({ value }) => value)).toEqual([item.value])
          expectOnly(plan, before, after, `${type} default ${item.kind}`)
        }
      })

      it('refuses values that can not be of their kind, naming the value', async () => {
        for (const [type, change] of await additions()) {
          const wrong = { EMAIL: 'no at sign', PHONE: 'no digits at all' }[change.kind as string]
          const present = await open(type, firstId(type))

          if (wrong)
            expect(refused(() => present.upsertContactItems!([{ ...change, value: wrong }]))).toMatchObject({
              code: 'INVALID_INPUT',
              path: ['0', 'value'],
            })
          if (change.value != null)
            expect(refused(() => present.upsertContactItems!([{ ...change, value: '' }]))).toMatchObject({
              code: 'INVALID_INPUT',
              path: ['0', 'value'],
            })
          expect(refused(() => present.upsertContactItems!([{ value: 'x', typeId: 'no such type' }]))).toMatchObject({
            code: 'INVALID_INPUT',
            path: ['0', 'typeId'],
          })
        }
      })

      it('removes one, and leaves every other item and field alone', async () => {
        if (!able.has('CONTACT_ITEM_REMOVE')) return
        for (const [type, change] of await additions()) {
          const before = await open(type, firstId(type))
          const item = before.record.contactItems?.find(
            (one) =>
              one.kind === change.kind &&
              (change.value == null ? one.address?.street === change.address?.street : one.value === change.value),
          )
          if (!item || !before.removeContactItem) continue
          const plan = before.removeContactItem(item.id)

          const sent = await source.send!(plan, { ...options(), ifVersion: null })

          const after = await open(type, firstId(type))
          expect(sent.error).toBeNull()
          expect(after.record.contactItems?.length).toBe((before.record.contactItems?.length ?? 0) - 1)
          expectOnly(plan, before, after, `${type} remove ${change.kind}`)
        }
      })
    })

    describe('avatars', () => {
      it('sets a picture that can be read back, and leaves everything else alone', async () => {
        if (!able.has('AVATAR_UPLOAD')) return
        for (const type of writable()) {
          const before = await open(type, firstId(type))
          if (!before.putAvatar) continue
          const plan = before.putAvatar(picture())

          const sent = await source.send!(plan, { ...options(), ifVersion: null })

          const after = await open(type, firstId(type))
          expect(sent.error).toBeNull()
          expectOnly(plan, before, after, `${type} avatar`)
          if (plan.pending) continue
          expect(after.record.avatar).not.toBeNull()
          expect(
            (await source.readAvatar!({ type, source: source.name, id: firstId(type) }, options()))?.bytes.byteLength,
          ).toBeGreaterThan(0)
        }
      })

      it('removes a picture, and leaves everything else alone', async () => {
        if (!able.has('AVATAR_REMOVE')) return
        for (const type of writable()) {
          const before = await open(type, firstId(type))
          if (!before.removeAvatar || before.record.avatar == null) continue
          const plan = before.removeAvatar()

          const sent = await source.send!(plan, { ...options(), ifVersion: null })

          const after = await open(type, firstId(type))
          expect(sent.error).toBeNull()
          expect(after.record.avatar).toBeNull()
          expectOnly(plan, before, after, `${type} avatar removal`)
        }
      })
    })

    describe('create and delete', () => {
      it('creates what it was given, and finds it again', async () => {
        for (const type of held().filter((name) => can(name, 'CREATE'))) {
          const base = {
            ...(type === 'Organization' ? { name: 'Conformance Ltd' } : { firstName: 'Conrad', lastName: 'Formance' }),
          }
          const patch = { ...base, ...subject.create?.[type] } as PatchOf<RecordType>
          const plan = await source.planCreate!(type, patch as never, null, options())

          const sent = await source.send!(plan, { ...options(), ifVersion: null })

          expect(sent.error, type).toBeNull()
          if (plan.pending) continue
          const created = await open(type, sent.id as string)
          for (const [field, value] of Object.entries(base)) expectSet(field, value, created.record)
          if (can(type, 'DELETE')) {
            expect(created.delete, `${type} can be deleted`).toBeTypeOf('function')
            expect((await source.send!(created.delete!(), { ...options(), ifVersion: null })).error).toBeNull()
            expect(await source.open!(type, sent.id as string, options())).toBeNull()
            expect(await get(type, [sent.id as string])).toEqual([null])
          }
        }
      })
    })

    // ── what the checks are made of ──────────────────────────────────────────────────────────────────────────────

    const firstId = (type: RecordType) => (subject.ids[type] as readonly string[])[0] as string
    const get = async (type: RecordType, ids: readonly string[]) => source.get[type]!(ids, options())
    const listable = () => held().filter((type) => can(type, 'LIST'))
    const writable = () => held().filter(() => source.open !== undefined)
    const updatable = () => held().filter((type) => can(type, 'UPDATE'))

    async function open(type: RecordType, id: string): Promise<OpenRecord> {
      const found = await source.open!(type, id, options())
      if (!found) throw new Error(`${type} ${id} is not there to be opened`)
      return found
    }

    function page(
      type: RecordType,
      cursor: string | null,
      limit: number,
      backward = false,
    ): Promise<Page<RecordOf<RecordType>>> {
      return source.list[type]!({ filter: {}, order: null, limit, cursor, backward }, options())
    }

    async function walk(type: RecordType, limit: number): Promise<readonly RecordOf<RecordType>[]> {
      const all: RecordOf<RecordType>[] = []
      for (let cursor: string | null = null; ; ) {
        const { entries, hasMore } = await page(type, cursor, limit)
        expect(entries.length).toBeLessThanOrEqual(limit)
        all.push(...entries.map(({ item }) => item))
        if (!hasMore) return all
        expect(entries.length, 'a page that says there is more must get on').toBeGreaterThan(0)
        cursor = entries.at(-1)?.cursor ?? null
      }
    }

    function samples(type: RecordType): readonly [string, unknown][] {
      const values: Record<string, unknown> = { ...SAMPLES[type], ...subject.samples?.[type] }
      return Object.entries(values).filter(
        ([field, value]) => value !== null && (source.writable[type] as ReadonlySet<string>).has(field),
      )
    }

    /** Every kind of item that can be added to a record of each type. */
    async function additions(): Promise<readonly [RecordType, ContactItemChange & { kind: ContactItemKind }][]> {
      if (!able.has('CONTACT_ITEM_UPSERT')) return []
      const kinds = new Set((await source.contactItemTypes?.(options()))?.map(({ kind }) => kind) ?? [])
      const found: [RecordType, ContactItemChange & { kind: ContactItemKind }][] = []
      for (const type of writable()) {
        const present = await open(type, firstId(type))
        for (const kind of kinds) {
          const own = subject.items?.[kind]
          if (own === null || !present.upsertContactItems) continue
          const change = { ...(own ?? ITEMS[kind]), kind }
          // A record type may take fewer kinds than the source: it then says so.
          if (refused(() => present.upsertContactItems!([change]))?.code !== 'UNSUPPORTED') found.push([type, change])
        }
      }
      return found
    }

    function added(before: RecordOf<RecordType>, after: RecordOf<RecordType>): readonly ContactItem[] {
      const known = new Set(before.contactItems?.map(({ id }) => id))
      return (after.contactItems ?? []).filter(({ id }) => !known.has(id))
    }

    /** All that a record's items say, the named value and their ids and times aside, in order. */
    function others(record: RecordOf<RecordType>, value: string): readonly unknown[] {
      return (record.contactItems ?? [])
        .filter((item) => item.value !== value)
        .map(({ id: _id, createdAt: _created, updatedAt: _updated, ...rest }) => rest)
    }

    /** Between the two, nothing differs but what the plan said, and what this source is known to change besides. */
    function expectOnly(plan: Plan, before: OpenRecord, after: OpenRecord, what: string): void {
      const asked = [...plan.changes, ...plan.sideEffects].map(({ path }) => path)
      const unasked = diffRecords(before.record, after.record).filter(
        ({ path }) => !wasAsked(path, asked) && !subject.sideEffects?.includes(path.split('.')[0] as string),
      )
      expect(unasked, `${what}: unasked changes`).toEqual([])
      const foreseen = plan.sideEffects.map(({ path }) => path.split('.')[1])
      for (const key of new Set([...Object.keys(before.rest), ...Object.keys(after.rest)])) {
        if (foreseen.includes(key)) continue
        expect(sameJson(before.rest[key] ?? null, after.rest[key] ?? null), `${what}: ${key} of the source's own`).toBe(
          true,
        )
      }
    }

    function expectSet(field: string, value: unknown, record: RecordOf<RecordType>): void {
      const now = record as unknown as Record<string, unknown>
      if (field === 'addTags') expect(now.tags).toEqual(expect.arrayContaining(value as string[]))
      else if (field === 'customFields') {
        const [change] = value as readonly { key: string; value: string | null }[]
        expect(record.customFields?.find(({ key }) => key === change?.key)?.value ?? null).toBe(change?.value)
      } else expect(now[field], field).toEqual(value)
    }
  })
}

/** The refusal that the work throws; `null` when it goes through. */
function refused(work: () => unknown): GatewayError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
}

function picture(): Picture {
  return {
    bytes: PNG,
    contentType: 'image/png',
    filename: 'avatar.png',
    sha256: createHash('sha256').update(PNG).digest('hex'),
  }
}
