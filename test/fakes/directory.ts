import type {
  AnyRecord,
  Collection,
  Connection,
  ContactItemsResult,
  Directory,
  SourceView,
  Writes,
} from '../../src/directory/directory.ts'
import { type GatewayError, invalidInput } from '../../src/model/errors.ts'
import type { Part } from '../../src/model/record.ts'
import { decodeId, type RecordType, type Ref, readContactItemRef } from '../../src/model/ref.ts'
import type { RecordOf } from '../../src/sources/source.ts'

/** What the directory was asked, in order: the member's name and its argument. */
export interface Asked {
  readonly what: string
  readonly argument: unknown
}

export interface FakeDirectory extends Directory {
  readonly asked: readonly Asked[]
}

export interface FakeDirectoryOptions {
  readonly records?: readonly AnyRecord[]
  /** Parts that records lack, by the record's own id: brought later, as a source would. */
  readonly parts?: Readonly<Record<string, object>>
  /** Ids whose records can't be read, and why. */
  readonly failing?: Readonly<Record<string, GatewayError>>
  readonly sources?: readonly SourceView[]
  readonly people?: Connection<RecordOf<'Person'>>
  /** What every write comes to. */
  readonly result?: Partial<ContactItemsResult>
}

const WRITES = [
  'createPerson',
  'updatePerson',
  'deletePerson',
  'createUser',
  'updateUser',
  'deleteUser',
  'createOrganization',
  'updateOrganization',
  'deleteOrganization',
  'upsertContactItem',
  'upsertContactItems',
  'removeContactItem',
  'uploadAvatar',
  'removeAvatar',
] as const satisfies readonly (keyof Writes)[]

/** A directory whose answers a test gives. Records that it has are there at once; parts and failures come as promises. */
export function createFakeDirectory(options: FakeDirectoryOptions = {}): FakeDirectory {
  const asked: Asked[] = []
  const sources = options.sources ?? [createFakeSource('donors')]
  const note = (what: string, argument: unknown) => void asked.push({ what, argument })

  function find<Type extends RecordType>(type: Type, { source, id }: Ref): RecordOf<Type> | null {
    const failure = options.failing?.[id]
    if (failure) throw failure
    const record = options.records?.find((one) => one.type === type && one.ref.source === source && one.ref.id === id)
    return (record as RecordOf<Type> | undefined) ?? null
  }

  function collection<Type extends RecordType>(type: Type): Collection<Type> {
    return {
      load: (id) => {
        const ref = readId(id)
        return ref.type === type ? find(type, ref) : null
      },
      loadRef: (ref) => find(type, ref),
      list: async (request) => {
        note(`list ${type}`, request)
        return (options.people ?? createConnection([], sources)) as Connection<RecordOf<Type>>
      },
    }
  }

  const result: ContactItemsResult = { record: null, items: [], receipts: [], userErrors: [], ...options.result }
  const writes = Object.fromEntries(
    WRITES.map((name) => [
      name,
      async (input: unknown) => {
        note(name, input)
        return result
      },
    ]),
  ) as unknown as Writes

  return {
    asked,
    people: collection('Person'),
    users: collection('User'),
    organizations: collection('Organization'),
    loadRecord: (id) => {
      const { type, ...ref } = readId(id)
      return type === 'Person' || type === 'User' || type === 'Organization' ? find(type, ref) : null
    },
    loadContactItem: (id) => {
      const { source, id: inner } = readId(id)
      const ref = readContactItemRef(source, inner)
      const owner = ref && find(ref.owner.type, ref.owner)
      const item = owner?.contactItems?.find((one) => one.id === ref?.itemId)
      return owner && item ? { owner, item } : null
    },
    withPart: <R extends AnyRecord>(record: R, part: Part) => {
      if (part in record) return record
      note(`part ${part}`, record.ref.id)
      return Promise.resolve({ ...record, ...options.parts?.[record.ref.id] })
    },
    listMembers: async ({ ref }, page) => {
      note('members', { organization: ref.id, ...page })
      return options.people ?? createConnection([], sources)
    },
    sources,
    source: (name) => sources.find((source) => source.name === name) ?? null,
    writes,
  }
}

/** A source that is up and has nothing to tell. */
export function createFakeSource(name: string, view: Partial<SourceView> = {}): SourceView {
  return {
    name,
    kind: 'memory',
    capabilities: async () => ['PERSON_READ'],
    health: async () => ({ status: 'UP', latencyMs: 1.5, checkedAt: '2025-03-14T09:26:53Z', message: null }),
    budget: () => null,
    contactItemTypes: async () => null,
    customFieldDefinitions: async () => null,
    ...view,
  }
}

/** All of a list on one page, given by the first source. */
export function createConnection<Item>(
  items: readonly Item[],
  sources: readonly SourceView[],
  fields: Partial<Connection<Item>> = {},
): Connection<Item> {
  const edges = items.map((node, index) => ({ node, cursor: `c${index}` }))
  return {
    edges,
    pageInfo: {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: items.length,
    slices: sources
      .slice(0, 1)
      .map((source) => ({ source, count: items.length, totalCount: items.length, error: null })),
    ...fields,
  }
}

function readId(id: string) {
  const decoded = decodeId(id)
  if (decoded === null) throw invalidInput(['id'], 'This is no id that this gateway gave out.')
  return decoded
}
