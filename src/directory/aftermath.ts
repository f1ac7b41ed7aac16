import type { ContactItem } from '../model/contact-item.ts'
import { sameValue } from '../model/contact-item.ts'
import { GatewayError } from '../model/errors.ts'
import { sameJson } from '../model/json.ts'
import type { FieldChange, WriteOutcome, WriteResult } from '../model/receipt.ts'
import type { RecordType } from '../model/ref.ts'
import type { CallOptions, FilterOf, RecordOf, Source } from '../sources/source.ts'
import type { JournalEntry } from './journal.ts'

type AnyRecord = RecordOf<RecordType>

/**
 * Finds out what became of a write that was cut off: by the source's own memory of it, or else by looking at the record.
 * `'not done'`: nothing of it was carried out, so it may be sent anew. Throws as the source does when it can't be asked.
 */
export async function settleEntry(
  { mark, write }: JournalEntry,
  source: Source,
  options: CallOptions,
): Promise<WriteResult<AnyRecord> | 'not done'> {
  const done = await source.wasDone?.(mark, options)
  if (done === false) return 'not done'
  const receipt = (outcome: WriteOutcome, changes: readonly FieldChange[]) => ({
    source: source.name,
    outcome,
    changes,
    sideEffects: [],
    requests: write.requests,
    guarantee: source.guarantee,
  })

  if (write.id === null) {
    const created = await findCreated(source, write.type, write.changes, options)
    if (created === 'none' && done !== true) return 'not done'
    if (created === 'none' || created === 'several') {
      return {
        record: null,
        receipts: [receipt('UNKNOWN', [])],
        userErrors: [undecided(source, 'whether the record was created')],
      }
    }
    return { record: created, receipts: [receipt('CREATED', write.changes)], userErrors: [] }
  }

  const open = await source.open?.(write.type, write.id, options)
  const record = open?.record ?? null
  if (write.deletes) {
    return record === null ? { record, receipts: [receipt('DELETED', [])], userErrors: [] } : 'not done'
  }
  if (record === null) {
    return {
      record,
      receipts: [receipt('UNKNOWN', [])],
      userErrors: [undecided(source, 'what became of the record, which is gone')],
    }
  }
  const seen = done === true ? write.changes : write.changes.filter((change) => shows(record, change))
  if (seen.length === 0) return 'not done'
  if (seen.length === write.changes.length) return { record, receipts: [receipt('UPDATED', seen)], userErrors: [] }
  return {
    record,
    receipts: [receipt('UPDATED', seen)],
    userErrors: [undecided(source, 'why only a part of it is seen')],
  }
}

/** Whether the record is as the change was to leave it. */
export function shows(record: AnyRecord, { path, before, after }: FieldChange): boolean {
  const [root, key, ...rest] = path.split('.') as [string, ...string[]]
  if (root === 'avatar') return (record.avatar?.key ?? null) !== before
  if (root === 'contactItems') return showsItem(record.contactItems ?? [], key, rest, after)
  if (root === 'customFields') {
    const field = record.customFields?.find((one) => one.key === path.slice('customFields.'.length))
    return sameJson(field?.value ?? null, after)
  }
  let value: unknown = record
  for (const part of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[part]
  return sameJson(value ?? null, after)
}

function showsItem(
  items: readonly ContactItem[],
  id: string | undefined,
  rest: readonly string[],
  after: unknown,
): boolean {
  const item = items.find((one) => one.id === id)
  if (after === null && rest.length === 0) return item === undefined
  if (id !== undefined && rest.length > 0) {
    return sameJson((item as unknown as Record<string, unknown> | undefined)?.[rest[0] as string] ?? null, after)
  }
  const { kind, value } = (after ?? {}) as Partial<ContactItem>
  return items.some((one) => one.kind === kind && sameValue(one.kind, one.value, value ?? ''))
}

/** The record that a create was to make, if the source can be asked for such a one and has just one. */
export async function findCreated<Type extends RecordType>(
  source: Source,
  type: Type,
  changes: readonly FieldChange[],
  options: CallOptions,
): Promise<RecordOf<Type> | 'none' | 'several'> {
  const wanted = changes.filter(({ path }) => !path.startsWith('contactItems') && path !== 'avatar')
  const text = (path: string) => wanted.find((change) => change.path === path)?.after
  const filters = source.listing[type]?.filters as ReadonlySet<string> | undefined
  const email = text('email')
  const name = [text('name'), text('firstName'), text('lastName')].filter((part) => typeof part === 'string').join(' ')
  const filter =
    typeof email === 'string' && filters?.has('email')
      ? { email }
      : name !== '' && filters?.has('search')
        ? { search: name }
        : null
  const list = source.list[type]
  if (!list || filter === null) return 'several' // nothing to tell it by
  const { entries } = await list(
    {
      filter: filter as FilterOf<Type>,
      order: null,
      limit: Math.min(50, source.limits.maxPageSize),
      cursor: null,
      backward: false,
    },
    options,
  )
  const same = entries.filter(({ item }) => wanted.every((change) => shows(item, change)))
  const [first] = same
  if (!first) return 'none'
  return same.length === 1 ? first.item : 'several'
}

function undecided(source: Source, what: string): GatewayError {
  return new GatewayError(
    'SOURCE_UNAVAILABLE',
    `A write to ${source.name} was cut off, and it can not be told ${what}. Read the record before writing it again.`,
    { source: source.name },
  )
}
