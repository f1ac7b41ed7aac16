import DataLoader from 'dataloader'
import { GatewayError } from '../model/errors.ts'
import type { Page } from '../model/query.ts'
import type { Part } from '../model/record.ts'
import { RECORD_TYPES, type RecordType, type Ref } from '../model/ref.ts'
import type { CallOptions, RecordOf, Source } from '../sources/source.ts'
import type { AnyRecord, Ready } from './directory.ts'

/** One request's memory of records: each is read once, in batches by source. */
export interface Loaders {
  /** `null` for nobody, and for a source that is not configured or holds no such records. */
  load<Type extends RecordType>(type: Type, ref: Ref): Ready<RecordOf<Type> | null>
  withPart<R extends AnyRecord>(record: R, part: Part): Ready<R>
  /** Remembers records that came with a list or a write. */
  prime(record: AnyRecord): void
  /** Remembers what a list of the source brought besides its records, to be read when somebody asks for it. */
  offer(source: string, included: Included): void
  /** Forgets a record that a write has changed. */
  forget(type: RecordType, ref: Ref): void
}

type Included = NonNullable<Page<unknown>['included']>

export function createLoaders(sources: ReadonlyMap<string, Source>, options: CallOptions): Loaders {
  const offers = new Map<string, Included[]>()
  const byType = Object.fromEntries(
    RECORD_TYPES.map((type) => [type, createRecordLoader(type, sources, offers, options)]),
  ) as {
    [Type in RecordType]: RecordLoader<Type>
  }
  const parts = new Map<Part, DataLoader<AnyRecord, AnyRecord>>()

  function partLoader(part: Part): DataLoader<AnyRecord, AnyRecord> {
    const known = parts.get(part)
    if (known) return known
    const loader = new DataLoader<AnyRecord, AnyRecord>((records) => completeBatch(records, part, sources, options))
    parts.set(part, loader)
    return loader
  }

  return {
    load: (type, ref) => byType[type].load(ref),
    withPart: (record, part) =>
      part in record ? record : (partLoader(part).load(record) as Promise<unknown> as Promise<typeof record>),
    offer(source, included) {
      offers.set(source, [...(offers.get(source) ?? []), included])
    },
    prime: (record) => byType[record.type].prime(record as never),
    forget: (type, ref) => byType[type].forget(ref),
  }
}

interface RecordLoader<Type extends RecordType> {
  load(ref: Ref): Ready<RecordOf<Type> | null>
  prime(record: RecordOf<Type>): void
  forget(ref: Ref): void
}

function createRecordLoader<Type extends RecordType>(
  type: Type,
  sources: ReadonlyMap<string, Source>,
  offers: Map<string, Included[]>,
  options: CallOptions,
): RecordLoader<Type> {
  // What has arrived, kept beside the loader so that it is handed out without a promise.
  const arrived = new Map<string, RecordOf<Type> | null>()
  const loader = new DataLoader<Ref, RecordOf<Type> | null, string>(
    async (refs) => {
      const found = await getBatch(type, refs, sources, options)
      refs.forEach((ref, index) => {
        const record = found[index]
        if (!(record instanceof Error)) arrived.set(keyOf(ref), record ?? null)
      })
      return found
    },
    { cacheKeyFn: keyOf },
  )

  return {
    load(ref) {
      const record = arrived.get(keyOf(ref))
      if (record !== undefined) return record
      for (const included of offers.get(ref.source) ?? []) {
        const read = included(type, ref.id)
        if (read) {
          loader.prime(ref, read(options) as Promise<RecordOf<Type>>)
          break
        }
      }
      return sources.get(ref.source)?.get[type] === undefined ? null : loader.load(ref)
    },
    prime(record) {
      arrived.set(keyOf(record.ref), record)
    },
    forget(ref) {
      arrived.delete(keyOf(ref))
      offers.delete(ref.source) // what came before a write may be older than it
      loader.clear(ref)
    },
  }
}

function keyOf(ref: Ref): string {
  return `${ref.source}:${ref.id}`
}

/** One entry per ref, in their order; the refs of a source that fails get its error, all others their record. */
async function getBatch<Type extends RecordType>(
  type: Type,
  refs: readonly Ref[],
  sources: ReadonlyMap<string, Source>,
  options: CallOptions,
): Promise<(RecordOf<Type> | null | Error)[]> {
  const results = new Array<RecordOf<Type> | null | Error>(refs.length).fill(null)
  const calls = batches(
    refs,
    (ref) => ref.source,
    (name) => sources.get(name)?.limits.maxBatchSize ?? 1,
  )
  await Promise.all(
    calls.map(async ({ group, indexes }) => {
      const get = sources.get(group)?.get[type]
      if (!get) return
      const ids = indexes.map((index) => refs[index]!.id)
      const found = await get(ids, options).catch(asError)
      indexes.forEach((index, position) => {
        results[index] = found instanceof Error ? found : (found[position] ?? null)
      })
    }),
  )
  return results
}

async function completeBatch(
  records: readonly AnyRecord[],
  part: Part,
  sources: ReadonlyMap<string, Source>,
  options: CallOptions,
): Promise<(AnyRecord | Error)[]> {
  const results = new Array<AnyRecord | Error>(records.length)
  const calls = batches(
    records,
    (record) => `${record.ref.source} ${record.type}`,
    (group) => sources.get(group.split(' ')[0] as string)?.limits.maxBatchSize ?? 1,
  )
  await Promise.all(
    calls.map(async ({ indexes }) => {
      const wanted = indexes.map((index) => records[index]!)
      const source = sources.get(wanted[0]!.ref.source)
      const completed = source?.complete
        ? await source.complete(wanted, part, options).catch(asError)
        : wanted.map((record) => ({ ...record, [part]: null }))
      indexes.forEach((index, position) => {
        results[index] = completed instanceof Error ? completed : (completed[position] as AnyRecord)
      })
    }),
  )
  return results
}

/** The positions of `items`, by group, cut to that group's batch size. */
function batches<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  sizeOf: (group: string) => number,
): { readonly group: string; readonly indexes: number[] }[] {
  const open = new Map<string, number[]>()
  const all: { group: string; indexes: number[] }[] = []
  items.forEach((item, index) => {
    const group = groupOf(item)
    let indexes = open.get(group)
    if (indexes === undefined || indexes.length >= sizeOf(group)) {
      indexes = []
      open.set(group, indexes)
      all.push({ group, indexes })
    }
    indexes.push(index)
  })
  return all
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new GatewayError('SOURCE_UNAVAILABLE', 'The source failed.', { cause: error })
}
