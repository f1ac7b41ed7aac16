import { type ContactItem, type ContactItemChange, formatAddress, sameValue } from '../model/contact-item.ts'
import { GatewayError, invalidInput } from '../model/errors.ts'
import type { WriteResult } from '../model/receipt.ts'
import { decodeId, RECORD_TYPES, type RecordType, readContactItemRef } from '../model/ref.ts'
import type { OpenRecord } from '../sources/source.ts'
import type { AnyRecord, WriteControl } from './directory.ts'
import { checkCapability, checkWritable, readItemTarget, readTarget, type Sources } from './input.ts'
import { planner, under } from './planning.ts'
import { resolveItemChange } from './references.ts'
import { type WriteContext, write } from './write.ts'

/** How many items one write may change. */
export const MAX_ITEMS = 100

/** Merges contact items into an owner's. `prefix` is where the changes stand in the input: `['items']`, or nowhere for a single one. */
export async function upsertContactItems(
  input: WriteControl & { readonly ownerId: string; readonly items: readonly ContactItemChange[] },
  prefix: readonly string[],
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<AnyRecord>> {
  const { ref, source } = readTarget(input.ownerId, RECORD_TYPES, 'ownerId', sources)
  if (input.items.length === 0) throw invalidInput(prefix, 'Give at least one contact item.')
  if (input.items.length > MAX_ITEMS) throw invalidInput(prefix, `At most ${MAX_ITEMS} contact items in one write.`)
  await checkCapability(source, 'CONTACT_ITEM_UPSERT', context)
  const single = prefix.length === 0
  const changes = input.items.map((item, index) => {
    const path = single ? [] : [...prefix, String(index)]
    const change = withoutUndefined(item)
    checkWritable(source, 'ContactItem', change, path)
    if (change.kind == null && change.typeId == null && change.id == null) {
      throw invalidInput(
        [...path, 'kind'],
        'Say which item is meant: its kind, its typeId, or the id of one that is there.',
      )
    }
    return resolveItemChange(change, ref, path, source, sources)
  })
  return write(
    {
      type: ref.type as RecordType,
      source,
      id: ref.id,
      idField: 'ownerId',
      control: input,
      place: (path, { change = input.items.length === 1 ? 0 : undefined }) => {
        if (single) return path
        return change === undefined ? prefix : [...prefix, String(change), ...path]
      },
      plan: (open) =>
        under(
          prefix,
          () => planner(open?.upsertContactItems, source, `keep contact items of a ${ref.type.toLowerCase()}`)(changes),
          { unwrap: single },
        ),
    },
    context,
  )
}

export async function removeContactItem(
  input: WriteControl & { readonly id: string },
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<AnyRecord>> {
  const { ref, source } = readItemTarget(input.id, 'id', sources)
  await checkCapability(source, 'CONTACT_ITEM_REMOVE', context)
  return write(
    {
      type: ref.owner.type as RecordType,
      source,
      id: ref.owner.id,
      control: input,
      plan: (open) => {
        checkHasItem(open, ref.itemId, input.id)
        return planner(open?.removeContactItem, source, 'remove this contact item')(ref.itemId)
      },
    },
    context,
  )
}

function checkHasItem(open: OpenRecord | null, itemId: string, globalId: string): void {
  if (open?.record.contactItems?.some((item) => item.id === itemId)) return
  throw new GatewayError('NOT_FOUND', 'The owner has no such contact item any more.', { path: ['id'], id: globalId })
}

/** The items, as they now are, that a write's changes were about, in their order. Empty where nothing was written. */
export function changedItems(
  input: WriteControl & { readonly items: readonly ContactItemChange[] },
  { record, userErrors }: WriteResult<AnyRecord>,
): readonly ContactItem[] {
  if (record === null || userErrors.length > 0 || input.dryRun === true) return []
  return input.items.flatMap((change) => findChanged(change, record.contactItems ?? []))
}

function findChanged(change: ContactItemChange, items: readonly ContactItem[]): readonly ContactItem[] {
  const typeId = change.typeId == null ? null : decodeId(change.typeId)?.id
  const named = change.id == null ? null : decodeId(change.id)
  const itemId = named && readContactItemRef(named.source, named.id)?.itemId
  const byId = items.find(({ id }) => id === itemId)
  const found =
    byId ??
    items.findLast(
      (item) =>
        (typeId === null || item.type?.id === typeId) &&
        (change.kind == null || item.kind === change.kind) &&
        (change.value == null ? isSameAddress(change, item) : sameValue(item.kind, item.value, change.value)),
    )
  return found ? [found] : []
}

function isSameAddress(change: ContactItemChange, item: ContactItem): boolean {
  if (!change.address || !item.address) return false
  const given = Object.entries(change.address).filter(([, part]) => part != null)
  const has = item.address as unknown as Record<string, string | null>
  return given.every(([key, part]) => has[key] === part) && formatAddress(item.address) !== ''
}

function withoutUndefined(change: ContactItemChange): ContactItemChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
