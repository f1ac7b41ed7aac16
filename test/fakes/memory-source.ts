import { CAPABILITIES, type Capability } from '../../src/model/capability.ts'
import {
  type ContactItem,
  type ContactItemChange,
  type ContactItemKind,
  type ContactItemType,
  formatAddress,
  normalizeValue,
  sameValue,
} from '../../src/model/contact-item.ts'
import { diffRecords } from '../../src/model/diff.ts'
import { GatewayError, invalidInput } from '../../src/model/errors.ts'
import type { Json, JsonObject } from '../../src/model/json.ts'
import type { Picture } from '../../src/model/picture.ts'
import type { Page } from '../../src/model/query.ts'
import type { RecordRef, RecordType } from '../../src/model/ref.ts'
import { checkContactValue, checkDate, checkText } from '../../src/model/validate.ts'
import type {
  CallOptions,
  ListPage,
  OpenRecord,
  Plan,
  PlannedRequest,
  RecordOf,
  Sent,
  Source,
} from '../../src/sources/source.ts'
import { makeOrganization, makePerson, makeUser } from './records.ts'

type AnyRecord = RecordOf<RecordType>

/** A source that keeps its records in memory, and lets a test see and spoil what happens. */
export interface MemorySource extends Source {
  readonly records: Map<string, AnyRecord>
  /** Every call so far: `get Person a,b`, `list User`, `open Person a`, `send PATCH /Person/a`. */
  readonly calls: string[]
  /** What the source holds besides, by record key: shown as `rest`. */
  readonly rest: Map<string, JsonObject>
  /** Called before each call is answered; throw to fail it. */
  onCall: (call: string, options: CallOptions) => void | Promise<void>
  /** Called after a plan was carried out, with the record's key: change what nobody asked for. */
  onSent: (key: string) => void
}

export interface MemoryOptions {
  readonly name: string
  readonly records?: readonly AnyRecord[]
  readonly capabilities?: readonly Capability[]
  readonly maxBatchSize?: number
  readonly maxPageSize?: number
  readonly realm?: string
  /** What lists leave out until asked for. */
  readonly leavesOut?: readonly ('contactItems' | 'tags')[]
  readonly orders?: readonly ('NAME' | 'CREATED_AT' | 'UPDATED_AT')[]
  readonly counts?: boolean
  /** Whether it remembers the marks of writes; `true` where absent. */
  readonly remembers?: boolean
}

const TYPES: readonly ContactItemType[] = [
  { id: 'email', name: 'E-mail', kind: 'EMAIL', category: null },
  { id: 'phone', name: 'Phone', kind: 'PHONE', category: null },
  { id: 'address', name: 'Address', kind: 'ADDRESS', category: null },
  { id: 'url', name: 'Web', kind: 'URL', category: null },
]

const WRITABLE = {
  Person: ['firstName', 'lastName', 'nickname', 'birthDate', 'jobTitle', 'about', 'organizationId', 'managerIds'],
  User: ['firstName', 'lastName', 'jobTitle', 'managerId'],
  Organization: ['name', 'about', 'website'],
  ContactItem: ['id', 'typeId', 'kind', 'value', 'address', 'label', 'isDefault'],
} as const

export function createMemorySource(options: MemoryOptions): MemorySource {
  const { name } = options
  const records = new Map((options.records ?? []).map((record) => [`${record.type}/${record.ref.id}`, record]))
  const rest = new Map<string, JsonObject>()
  const pictures = new Map<string, Picture>()
  const calls: string[] = []
  const marks = new Map<string, string | null>()
  let counter = 0

  async function call(what: string, callOptions: CallOptions): Promise<void> {
    calls.push(what)
    callOptions.signal.throwIfAborted()
    await source.onCall(what, callOptions)
  }

  const get =
    <Type extends RecordType>(type: Type) =>
    async (ids: readonly string[], callOptions: CallOptions) => {
      await call(`get ${type} ${ids.join(',')}`, callOptions)
      return ids.map((id) => (records.get(`${type}/${id}`) as RecordOf<Type> | undefined) ?? null)
    }

  const list =
    <Type extends RecordType>(type: Type): ListPage<Type> =>
    async (query, callOptions): Promise<Page<RecordOf<Type>>> => {
      await call(`list ${type} ${query.limit}`, callOptions)
      if (query.cursor !== null && !/^c:.+/.test(query.cursor)) throw invalidInput(['after'], 'This is no cursor.')
      const key = (record: AnyRecord) =>
        query.order === null ? record.ref.id : (sortKey(record, query.order.by) ?? '')
      const sign = query.order?.direction === 'DESC' ? -1 : 1
      const all = [...records.values()]
        .filter((record) => record.type === type)
        .sort((a, b) => sign * (key(a).localeCompare(key(b)) || a.ref.id.localeCompare(b.ref.id)))
        .map((record) => leaveOut(record, options.leavesOut ?? []) as RecordOf<Type>)
      const at = query.cursor === null ? -1 : all.findIndex(({ ref }) => `c:${ref.id}` === query.cursor)
      const beyond = query.backward ? all.slice(0, at < 0 ? all.length : at) : all.slice(at + 1)
      const items = query.backward ? beyond.slice(-query.limit) : beyond.slice(0, query.limit)
      return {
        entries: items.map((item) => ({ item, cursor: `c:${item.ref.id}` })),
        hasMore: beyond.length > items.length,
        totalCount: options.counts === false ? null : all.length,
      }
    }

  function planner(record: AnyRecord): OpenRecord {
    const key = `${record.type}/${record.ref.id}`
    const plan = (requests: readonly PlannedRequest[], after: AnyRecord): Plan => {
      const changes = diffRecords(record, after).map((change) =>
        /^contactItems\.new/.test(change.path) ? { ...change, path: 'contactItems' } : change,
      )
      return { requests: changes.length > 0 ? requests : [], changes, sideEffects: [] }
    }
    return {
      record,
      rest: rest.get(key) ?? {},
      update(patch) {
        checkPatch(patch)
        return plan(
          [{ method: 'PATCH', path: `/${key}`, body: patch as JsonObject }],
          named({ ...record, ...patch } as AnyRecord),
        )
      },
      delete: () => ({ requests: [{ method: 'DELETE', path: `/${key}` }], changes: [], sideEffects: [] }),
      upsertContactItems(changes) {
        const items = mergeItems(record.contactItems ?? [], changes)
        return plan([{ method: 'PUT', path: `/${key}/items`, body: JSON.parse(JSON.stringify(items)) }], {
          ...record,
          contactItems: items,
        })
      },
      removeContactItem(itemId) {
        const items = (record.contactItems ?? []).filter(({ id }) => id !== itemId)
        return plan([{ method: 'PUT', path: `/${key}/items`, body: JSON.parse(JSON.stringify(items)) }], {
          ...record,
          contactItems: items,
        })
      },
      putAvatar: (picture) => ({
        requests:
          record.avatar?.key === picture.sha256
            ? []
            : [{ method: 'PUT', path: `/${key}/avatar`, as: 'multipart', file: { field: 'file', picture } }],
        changes: [{ path: 'avatar', before: record.avatar?.key ?? null, after: picture.sha256, repaired: null }],
        sideEffects: [],
      }),
      removeAvatar: () => plan([{ method: 'DELETE', path: `/${key}/avatar` }], { ...record, avatar: null }),
    }
  }

  function carryOut(request: PlannedRequest): string | null {
    const [, type, id, part] = request.path.split('/') as [string, RecordType, string | undefined, string | undefined]
    const key = `${type}/${id}`
    if (request.method === 'POST') {
      counter += 1
      const made = MAKERS[type](name, `new-${counter}`, request.body as object)
      records.set(`${type}/${made.ref.id}`, touched(named(made)))
      return made.ref.id
    }
    const record = records.get(key)
    if (!record) throw new GatewayError('NOT_FOUND', `${name} has no such record.`, { source: name })
    if (request.method === 'DELETE' && part === undefined) records.delete(key)
    else if (part === 'items') {
      const items = (request.body as unknown as ContactItem[]).map((item) =>
        item.id.startsWith('new') ? { ...item, id: `i${++counter}` } : item,
      )
      records.set(key, touched({ ...record, contactItems: items }))
    } else if (part === 'avatar') {
      const picture = request.file?.picture
      if (picture) pictures.set(key, picture)
      const avatar = picture
        ? {
            key: picture.sha256,
            originalUrl: null,
            contentType: picture.contentType,
            width: null,
            height: null,
            byteSize: picture.bytes.byteLength,
            blurhash: null,
            updatedAt: null,
          }
        : null
      records.set(key, touched({ ...record, avatar }))
    } else records.set(key, touched(named({ ...record, ...(request.body as object) } as AnyRecord)))
    return null
  }

  const touched = <R extends AnyRecord>(record: R): R => {
    counter += 1
    return { ...record, version: `v${counter}` }
  }

  const source: MemorySource = {
    name,
    kind: 'memory',
    records,
    calls,
    rest,
    onCall: () => {},
    onSent: () => {},
    limits: {
      maxBatchSize: options.maxBatchSize ?? 50,
      maxPageSize: options.maxPageSize ?? 100,
      maxAvatarBytes: 5_000_000,
    },
    ...(options.realm !== undefined && { realm: options.realm }),
    listing: {
      Person: { filters: new Set(['organizationId']), orders: new Set(options.orders ?? ['NAME']), backward: true },
      User: { filters: new Set(), orders: new Set(options.orders ?? ['NAME']), backward: true },
      Organization: { filters: new Set(), orders: new Set(options.orders ?? ['NAME']), backward: true },
    },
    writable: {
      Person: new Set(WRITABLE.Person),
      User: new Set(WRITABLE.User),
      Organization: new Set(WRITABLE.Organization),
      ContactItem: new Set(WRITABLE.ContactItem),
    },
    guarantee: options.remembers === false ? 'ADVISORY' : 'ATOMIC',
    capabilities: async () => new Set(options.capabilities ?? CAPABILITIES.filter((one) => !one.endsWith('_SEARCH'))),
    ping: (callOptions) => call('ping', callOptions),
    get: { Person: get('Person'), User: get('User'), Organization: get('Organization') },
    list: { Person: list('Person'), User: list('User'), Organization: list('Organization') },
    async complete(wanted, part, callOptions) {
      await call(`complete ${part} ${wanted.length}`, callOptions)
      return wanted.map(
        (record) => (records.get(`${record.type}/${record.ref.id}`) as typeof record | undefined) ?? record,
      )
    },
    contactItemTypes: async () => TYPES,
    async readAvatar(ref: RecordRef, callOptions) {
      await call(`avatar ${ref.type} ${ref.id}`, callOptions)
      const picture = pictures.get(`${ref.type}/${ref.id}`)
      return picture ? { bytes: picture.bytes, contentType: picture.contentType } : null
    },
    async open(type, id, callOptions) {
      await call(`open ${type} ${id}`, callOptions)
      const record = records.get(`${type}/${id}`)
      return record ? (planner(record) as OpenRecord<typeof type>) : null
    },
    async planCreate(type, patch) {
      checkPatch(patch)
      const values = Object.entries(patch as Readonly<Record<string, Json>>)
      return {
        requests: [{ method: 'POST', path: `/${type}`, body: patch as JsonObject }],
        changes: values.map(([path, after]) => ({ path, before: null, after, repaired: null })),
        sideEffects: [],
      }
    },
    ...(options.remembers !== false && {
      wasDone: async (mark: string) => marks.has(mark),
      createdWith: async (mark: string) => marks.get(mark) ?? null,
    }),
    async send(plan, { ifVersion, signal, mark }): Promise<Sent> {
      let id: string | null = null
      for (const [done, request] of plan.requests.entries()) {
        const [, type, recordId] = request.path.split('/')
        try {
          const present = records.get(`${type}/${recordId}`)?.version ?? null
          if (ifVersion !== null && present !== ifVersion) {
            throw new GatewayError('CONFLICT', 'The record has changed.', {
              source: name,
              ...(present !== null && { currentVersion: present }),
            })
          }
          await call(`send ${request.method} ${request.path}`, { signal })
          id = carryOut(request) ?? id
        } catch (error) {
          return { id, done, error: error as GatewayError }
        }
        source.onSent(`${type}/${recordId ?? id}`)
      }
      if (mark != null) marks.set(mark, id)
      return { id, done: plan.requests.length, error: null }
    },
  }
  return source
}

const MAKERS = { Person: makePerson, User: makeUser, Organization: makeOrganization } as {
  readonly [Type in RecordType]: (source: string, id: string, fields: object) => AnyRecord
}

function sortKey(record: AnyRecord, by: 'NAME' | 'CREATED_AT' | 'UPDATED_AT'): string | null {
  if (by === 'NAME') return record.displayName
  return by === 'CREATED_AT' ? record.createdAt : record.updatedAt
}

function leaveOut(record: AnyRecord, parts: readonly string[]): AnyRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !parts.includes(key))) as unknown as AnyRecord
}

function named(record: AnyRecord): AnyRecord {
  if (record.type === 'Organization') return { ...record, displayName: record.name }
  const displayName = [record.firstName, record.lastName].filter(Boolean).join(' ')
  return { ...record, displayName: displayName || record.ref.id }
}

function checkPatch(patch: object): void {
  for (const [field, value] of Object.entries(patch)) {
    if (typeof value === 'string') checkText([field], value, { max: 255 })
    if (field === 'birthDate' && value !== null) checkDate([field], value)
  }
}

function mergeItems(items: readonly ContactItem[], changes: readonly ContactItemChange[]): readonly ContactItem[] {
  return changes.reduce<readonly ContactItem[]>((present, change, index) => {
    const type = change.typeId == null ? null : TYPES.find(({ id }) => id === change.typeId)
    if (type === undefined) throw invalidInput([String(index), 'typeId'], 'There is no such type.')
    const known = change.id == null ? undefined : present.find(({ id }) => id === change.id)
    const kind = (type?.kind ?? change.kind ?? known?.kind) as ContactItemKind
    const address = change.address
      ? { street: null, city: null, region: null, postalCode: null, country: null, ...change.address }
      : null
    const value = change.value ?? (address ? formatAddress(address) : (known?.value ?? ''))
    checkContactValue([String(index), 'value'], kind, value)
    const old = known ?? present.find((item) => item.kind === kind && sameValue(kind, item.value, value))
    const item: ContactItem = {
      id: old?.id ?? `new${index}`,
      kind,
      type: type ?? old?.type ?? TYPES.find((one) => one.kind === kind) ?? null,
      value,
      normalizedValue: normalizeValue(kind, value),
      address: address ?? old?.address ?? null,
      label: change.label === undefined ? (old?.label ?? null) : change.label,
      isDefault: change.isDefault ?? old?.isDefault ?? false,
      isOptedIn: null,
      createdAt: null,
      updatedAt: null,
    }
    const rest = present.map((other) =>
      item.isDefault && other.kind === kind ? { ...other, isDefault: false } : other,
    )
    return old ? rest.map((other) => (other.id === old.id ? item : other)) : [...rest, item]
  }, items)
}
