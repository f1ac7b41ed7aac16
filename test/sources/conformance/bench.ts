import { afterAll, beforeAll, expect } from 'vitest'
import { createDirectory } from '../../../src/directory/create-directory.ts'
import type { Directory } from '../../../src/directory/directory.ts'
import { createDirectoryState } from '../../../src/directory/state.ts'
import type { Capability } from '../../../src/model/capability.ts'
import { attribute } from '../../../src/model/compare.ts'
import type { ContactItemChange, ContactItemKind } from '../../../src/model/contact-item.ts'
import type { GatewayError } from '../../../src/model/errors.ts'
import { sameJson } from '../../../src/model/json.ts'
import type { Page } from '../../../src/model/query.ts'
import { encodeId, RECORD_TYPES, type RecordType } from '../../../src/model/ref.ts'
import type { OpenRecord, Plan, RecordOf, Sent, Source } from '../../../src/sources/source.ts'
import { options, refused } from './look.ts'
import { ITEMS, SAMPLES } from './samples.ts'
import type { Subject } from './subject.ts'

type AnyRecord = RecordOf<RecordType>
export type Addition = ContactItemChange & { readonly kind: ContactItemKind }

/** The subject, and what the checks do with it. Its data is there once the tests run, not while they are told. */
export interface Bench {
  readonly subject: Subject
  readonly source: Source
  /** What the source says it can do. */
  readonly able: ReadonlySet<Capability>
  /** The source alone as one request sees it: what GraphQL would ask. All requests of a bench share one state. */
  directory(): Directory
  /** Record types that the subject has records of. */
  held(): readonly RecordType[]
  can(type: RecordType, verb: string): boolean
  listable(): readonly RecordType[]
  writable(): readonly RecordType[]
  updatable(): readonly RecordType[]
  firstId(type: RecordType): string
  globalId(type: RecordType): string
  get(type: RecordType, ids: readonly string[]): Promise<readonly (AnyRecord | GatewayError | null)[]>
  open(type: RecordType, id: string): Promise<OpenRecord>
  send(plan: Plan): Promise<Sent>
  page(type: RecordType, cursor: string | null, limit: number, backward?: boolean): Promise<Page<AnyRecord>>
  /** All records of a type, read in pages of `limit`. */
  walk(type: RecordType, limit: number): Promise<readonly AnyRecord[]>
  /** Fields that can be set, and to what. */
  samples(type: RecordType): readonly [string, unknown][]
  /** Every kind of item that can be added to a record of each type. */
  additions(): Promise<readonly [RecordType, Addition][]>
  /** Between the two, nothing differs but what the plan said, and what this source is known to change besides. */
  expectOnly(plan: Plan, before: OpenRecord, after: OpenRecord, what: string): void
}

/** Sets the subject up before the tests of the present `describe`, and takes it down after. */
export function createBench(setUp: () => Promise<Subject>): Bench {
  const state = createDirectoryState()
  let subject: Subject
  let able: ReadonlySet<Capability>
  beforeAll(async () => {
    subject = await setUp()
    able = await subject.source.capabilities(options())
  })
  afterAll(async () => {
    await subject?.source.close?.()
    await subject?.close?.()
  })

  const bench: Bench = {
    get subject() {
      return subject
    },
    get source() {
      return subject.source
    },
    get able() {
      return able
    },
    directory: () => createDirectory([subject.source], { ...options(), state }),
    held: () => RECORD_TYPES.filter((type) => subject.ids[type] !== undefined),
    can: (type, verb) => able.has(`${type.toUpperCase()}_${verb}` as Capability),
    listable: () => bench.held().filter((type) => bench.can(type, 'LIST')),
    writable: () => bench.held().filter(() => subject.source.open !== undefined),
    updatable: () => bench.held().filter((type) => bench.can(type, 'UPDATE')),
    firstId: (type) => (subject.ids[type] as readonly string[])[0] as string,
    globalId: (type) => encodeId(type, subject.source.name, bench.firstId(type)),
    get: (type, ids) => subject.source.get[type]!(ids, options()),
    async open(type, id) {
      const found = await subject.source.open!(type, id, options())
      if (!found) throw new Error(`${type} ${id} is not there to be opened`)
      return found
    },
    send: (plan) => subject.source.send!(plan, { ...options(), ifVersion: null }),
    page: (type, cursor, limit, backward = false) =>
      subject.source.list[type]!({ filter: {}, order: null, limit, cursor, backward }, options()),
    async walk(type, limit) {
      const all: AnyRecord[] = []
      for (let cursor: string | null = null; ; ) {
        const { entries, hasMore } = await bench.page(type, cursor, limit)
        expect(entries.length).toBeLessThanOrEqual(limit)
        all.push(...entries.map(({ item }) => item))
        if (!hasMore) return all
        expect(entries.length, 'a page that says there is more must get on').toBeGreaterThan(0)
        cursor = entries.at(-1)?.cursor ?? null
      }
    },
    samples(type) {
      const values: Record<string, unknown> = { ...SAMPLES[type], ...subject.samples?.[type] }
      return Object.entries(values).filter(
        ([field, value]) => value !== null && (subject.source.writable[type] as ReadonlySet<string>).has(field),
      )
    },
    async additions() {
      if (!able.has('CONTACT_ITEM_UPSERT')) return []
      const kinds = new Set((await subject.source.contactItemTypes?.(options()))?.map(({ kind }) => kind) ?? [])
      const found: [RecordType, Addition][] = []
      for (const type of bench.writable()) {
        const present = await bench.open(type, bench.firstId(type))
        for (const kind of kinds) {
          const own = subject.items?.[kind]
          if (own === null || !present.upsertContactItems) continue
          const change = { ...(own ?? ITEMS[kind]), kind }
          // A record type may take fewer kinds than the source: it then says so.
          if (refused(() => present.upsertContactItems!([change]))?.code !== 'UNSUPPORTED') found.push([type, change])
        }
      }
      return found
    },
    expectOnly(plan, before, after, what) {
      const planned = plan.pending
        ? []
        : [...plan.changes, ...plan.sideEffects.filter(({ repaired }) => repaired !== true)]
      const { unasked, missing, altered } = attribute(planned, before.record, after.record)
      const unforeseen = unasked.filter(({ path }) => !subject.sideEffects?.includes(path.split('.')[0] as string))
      expect(unforeseen, `${what}: unasked changes`).toEqual([])
      expect(missing, `${what}: planned, and not there`).toEqual([])
      expect(altered, `${what}: there, and otherwise than planned`).toEqual([])
      const foreseen = plan.sideEffects.map(({ path }) => path.split('.')[1])
      for (const key of new Set([...Object.keys(before.rest), ...Object.keys(after.rest)])) {
        if (foreseen.includes(key)) continue
        const same = sameJson(before.rest[key] ?? null, after.rest[key] ?? null)
        expect(same, `${what}: ${key} of the source's own`).toBe(true)
      }
    },
  }
  return bench
}
