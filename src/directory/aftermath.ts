import { attribute, shows } from '../model/compare.ts'
import { GatewayError } from '../model/errors.ts'
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
    const id = done === true ? ((await source.createdWith?.(mark, options)) ?? null) : null
    const created = id ?? (await findCreated(source, write.type, write.changes, write.alike ?? null, options))
    if (created === 'none' && done !== true) return 'not done'
    const open = created === 'none' || created === 'unclear' ? null : await source.open?.(write.type, created, options)
    if (!open) {
      return {
        record: null,
        receipts: [receipt('UNKNOWN', [])],
        userErrors: [undecided(source, 'whether the record was created')],
      }
    }
    const { asked } = attribute(write.changes, null, open.record)
    return { record: open.record, receipts: [receipt('CREATED', asked)], userErrors: [] }
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

/**
 * Ids of the records that look, to the source's own search, like the one that a create is to make: those that are there before it
 * is sent are not what it made. `null`: the source can't be asked for such records, or has more of them than can be told apart.
 */
export async function listAlike<Type extends RecordType>(
  source: Source,
  type: Type,
  changes: readonly FieldChange[],
  options: CallOptions,
): Promise<readonly string[] | null> {
  const found = await findAlike(source, type, changes, options)
  return found?.map(({ ref }) => ref.id) ?? null
}

/** The id of the record that a create has made; `unclear` where that can't be told from what the source shows. */
export async function findCreated<Type extends RecordType>(
  source: Source,
  type: Type,
  changes: readonly FieldChange[],
  alikeBefore: readonly string[] | null,
  options: CallOptions,
): Promise<string | 'none' | 'unclear'> {
  if (alikeBefore === null) return 'unclear'
  const found = await findAlike(source, type, changes, options)
  const [first, ...others] = found?.filter(({ ref }) => !alikeBefore.includes(ref.id)) ?? []
  if (first === undefined) return found === null ? 'unclear' : 'none'
  const wanted = changes.filter(({ path }) => path !== 'contactItems' && path !== 'avatar')
  const isIt = others.length === 0 && wanted.every((change) => shows(first, change))
  return isIt ? first.ref.id : 'unclear'
}

/** How many records may look alike and still be told apart. */
const MAX_ALIKE = 50

async function findAlike<Type extends RecordType>(
  source: Source,
  type: Type,
  changes: readonly FieldChange[],
  options: CallOptions,
): Promise<readonly RecordOf<Type>[] | null> {
  const list = source.list[type]
  const filter = filterFor(changes, (source.listing[type]?.filters ?? new Set()) as ReadonlySet<string>)
  if (!list || filter === null) return null
  const limit = Math.min(MAX_ALIKE, source.limits.maxPageSize)
  const query = { filter: filter as FilterOf<Type>, order: null, limit, cursor: null, backward: false }
  const { entries, hasMore } = await list(query, options)
  return hasMore ? null : entries.map(({ item }) => item)
}

function filterFor(changes: readonly FieldChange[], filters: ReadonlySet<string>): object | null {
  const text = (path: string) => changes.find((change) => change.path === path)?.after
  const email = text('email')
  if (typeof email === 'string' && filters.has('email')) return { email }
  const names = [text('name'), text('firstName'), text('lastName')].filter((part) => typeof part === 'string')
  return names.length > 0 && filters.has('search') ? { search: names.join(' ') } : null
}

function undecided(source: Source, what: string): GatewayError {
  return new GatewayError(
    'SOURCE_UNAVAILABLE',
    `A write to ${source.name} was cut off, and it can not be told ${what}. Read the record before writing it again.`,
    { source: source.name },
  )
}
