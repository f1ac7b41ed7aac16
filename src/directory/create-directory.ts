import { type IdType, RECORD_TYPES, type RecordType, readContactItemRef } from '../model/ref.ts'
import type { CallOptions, RecordOf, Source } from '../sources/source.ts'
import type { AnyRecord, Collection, Directory, OwnedContactItem, Ready } from './directory.ts'
import { readId } from './input.ts'
import { type ListContext, list } from './list.ts'
import { listMembers } from './list-members.ts'
import { createLoaders } from './loaders.ts'
import { createSourceView } from './source-view.ts'
import type { DirectoryState } from './state.ts'
import { createWrites } from './writes.ts'

export interface DirectoryOptions extends CallOptions {
  readonly state: DirectoryState
  /** Who asks, as the server knows them: idempotency keys of different callers never meet. */
  readonly caller?: string
}

/** All sources as one request sees them. Made anew for each request, so that nothing read for one is given to another. */
export function createDirectory(
  configured: readonly Source[],
  { signal, state, caller = '' }: DirectoryOptions,
): Directory {
  const sources = new Map(configured.map((source) => [source.name, source]))
  const views = new Map(configured.map((source) => [source.name, createSourceView(source, state, signal)]))
  const loaders = createLoaders(sources, { signal })
  const context: ListContext = { sources, views, loaders, state, signal }

  function collection<Type extends RecordType>(type: Type): Collection<Type> {
    return {
      load: (globalId) => {
        const id = readId(globalId, ['id'])
        return id.type === type ? loaders.load(type, id) : null
      },
      loadRef: (ref) => loaders.load(type, ref),
      list: (request) => list(type, request, context),
    }
  }

  return {
    people: collection('Person'),
    users: collection('User'),
    organizations: collection('Organization'),
    loadRecord(globalId) {
      const id = readId(globalId, ['id'])
      return isRecordType(id.type) ? (loaders.load(id.type, id) as Ready<AnyRecord | null>) : null
    },
    loadContactItem(globalId) {
      const id = readId(globalId, ['id'])
      const ref = id.type === 'ContactItem' ? readContactItemRef(id.source, id.id) : null
      return ref === null ? null : loadContactItem(ref.owner.type, ref.owner, ref.itemId)
    },
    withPart: loaders.withPart,
    listMembers: (organization, page) => listMembers(organization, page, context),
    sources: [...views.values()],
    source: (name) => views.get(name) ?? null,
    writes: createWrites(sources, context, caller),
  }

  async function loadContactItem(
    type: RecordType,
    ref: { readonly source: string; readonly id: string },
    itemId: string,
  ): Promise<OwnedContactItem | null> {
    const record: RecordOf<RecordType> | null = await loaders.load(type, ref)
    if (record === null) return null
    const owner = await loaders.withPart(record, 'contactItems')
    const item = owner.contactItems?.find(({ id }) => id === itemId)
    return item ? { owner, item } : null
  }
}

function isRecordType(type: IdType): type is RecordType {
  return (RECORD_TYPES as readonly IdType[]).includes(type)
}
