import type { ContactItemChange } from '../model/contact-item.ts'
import { invalidInput } from '../model/errors.ts'
import type { IdType, RecordType } from '../model/ref.ts'
import { readContactItemRef } from '../model/ref.ts'
import type { PatchOf, Source } from '../sources/source.ts'
import { readId, readReference, type Sources } from './input.ts'
import type { Loaders } from './loaders.ts'

/** Fields of patches that hold ids, and of what. */
const REFERENCES: Readonly<Record<string, RecordType>> = {
  organizationId: 'Organization',
  parentId: 'Organization',
  managerId: 'User',
  managerIds: 'User',
}

/**
 * The patch with the source's own ids in place of global ones. Throws `INVALID_INPUT` at the field for an id that is none, that
 * belongs to another source, or that names nobody there: some vendors take such an id and lose the link.
 */
export async function resolveReferences<Type extends RecordType>(
  patch: PatchOf<Type>,
  source: Source,
  sources: Sources,
  loaders: Loaders,
): Promise<PatchOf<Type>> {
  const resolved: Record<string, unknown> = { ...patch }
  const checks: Promise<void>[] = []
  for (const [field, type] of Object.entries(REFERENCES)) {
    const value = resolved[field]
    if (value === undefined || value === null) continue
    const one = (globalId: string, path: readonly string[]) => {
      const id = readReference(globalId, type, path, source, sources)
      checks.push(checkExists(type, id, path, source, loaders))
      return id
    }
    resolved[field] = Array.isArray(value)
      ? value.map((id: string, index) => one(id, [field, String(index)]))
      : one(value as string, [field])
  }
  await Promise.all(checks)
  return resolved as PatchOf<Type>
}

async function checkExists(
  type: RecordType,
  id: string,
  path: readonly string[],
  source: Source,
  loaders: Loaders,
): Promise<void> {
  if (source.get[type] === undefined) return
  if ((await loaders.load(type, { source: source.name, id })) === null) {
    throw invalidInput(path, `${source.name} has no such ${type.toLowerCase()}.`)
  }
}

/** A contact item change with the source's own ids; `owner` is whose item an `id` must name. */
export function resolveItemChange(
  change: ContactItemChange,
  owner: { readonly type: RecordType; readonly id: string },
  path: readonly string[],
  source: Source,
  sources: Sources,
): ContactItemChange {
  const { id, typeId, ...rest } = change
  return {
    ...rest,
    ...(id != null && { id: readItemId(id, owner, [...path, 'id'], source) }),
    ...(typeId != null && {
      typeId: readReference(typeId, 'ContactItemType' satisfies IdType, [...path, 'typeId'], source, sources),
    }),
  }
}

function readItemId(
  globalId: string,
  owner: { readonly type: RecordType; readonly id: string },
  path: readonly string[],
  source: Source,
): string {
  const id = readId(globalId, path)
  const ref = id.type === 'ContactItem' ? readContactItemRef(id.source, id.id) : null
  if (ref && id.source === source.name && ref.owner.type === owner.type && ref.owner.id === owner.id) return ref.itemId
  throw invalidInput(path, 'This is not a contact item of that owner.')
}
