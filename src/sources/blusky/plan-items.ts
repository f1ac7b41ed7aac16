import type { ContactItem, ContactItemChange, ContactItemType } from '../../model/contact-item.ts'
import { sameValue } from '../../model/contact-item.ts'
import { diffRecords } from '../../model/diff.ts'
import { invalidInput, unsupported } from '../../model/errors.ts'
import type { Json } from '../../model/json.ts'
import type { FieldChange } from '../../model/receipt.ts'
import type { User } from '../../model/user.ts'
import { checkContactValue } from '../../model/validate.ts'
import type { Plan, PlannedRequest } from '../source.ts'
import { toItem } from './mapping.ts'
import type { BluskySettings } from './settings.ts'
import type { TypeCatalog } from './types.ts'
import type { WireItemBody } from './wire.ts'

export interface ItemContext {
  readonly source: string
  readonly settings: BluskySettings
  readonly types: TypeCatalog
}

/** An item while the changes are worked in. */
interface Draft {
  /** `null`: the system has not given it one yet. */
  readonly id: string | null
  type: ContactItemType
  value: string
  isDefault: boolean
  /** Added only to take the default from an item. */
  readonly standsIn?: true
}

/** What one change comes to. */
interface Wanted {
  readonly target: Draft | null
  readonly type: ContactItemType
  readonly value: string
  readonly isDefault: boolean
}

/**
 * Merges changes into a user's contact items. The system's upsert names an item by its user and type (by setting, and value): an
 * item that this would confuse with another is added under POST, which always adds, and the old one removed after.
 */
export function planItems(user: User, changes: readonly ContactItemChange[], context: ItemContext): Plan {
  const drafts = (user.contactItems ?? []).map(toDraft)
  const requests: PlannedRequest[] = []
  const asked = new Set<string>()
  for (const [index, change] of changes.entries()) {
    const wanted = readChange(drafts, change, String(index), context)
    const { target } = wanted
    if (target && isSame(target, wanted)) continue
    if (target?.id != null) asked.add(target.id)
    const own: PlannedRequest[] = []
    const item = write(user, drafts, wanted, String(index), own, context)
    if (item.id !== null) asked.add(item.id)
    if (item.isDefault) demoteOthers(user, drafts, item, String(index), own, context)
    requests.push(...own.map((request) => ({ ...request, change: index })))
  }
  return { requests, ...split(user, drafts, asked) }
}

export function planItemRemoval(user: User, itemId: string): Plan {
  const after = { ...user, contactItems: (user.contactItems ?? []).filter(({ id }) => id !== itemId) }
  return { requests: [removal(user, itemId)], changes: diffRecords(user, after), sideEffects: [] }
}

/** What a change asks for, checked. A change without an id means the item of the same type and value, or of the type alone. */
function readChange(drafts: readonly Draft[], change: ContactItemChange, index: string, context: ItemContext): Wanted {
  const named = change.id == null ? null : (drafts.find(({ id }) => id === change.id) ?? null)
  if (change.id != null && named === null) throw invalidInput([index, 'id'], 'The user has no such contact item.')
  const typed = change.typeId == null ? null : context.types.find(change.typeId)
  if (change.typeId != null && typed === null) {
    throw invalidInput(
      [index, 'typeId'],
      `is no type of contact item of ${context.source}: see contactItemTypes of the source`,
    )
  }
  const kind = change.kind ?? typed?.kind ?? named?.type.kind
  if (kind === undefined)
    throw invalidInput([index, 'kind'], 'Say which item is meant: its kind, its typeId, or its id.')
  if ((typed ?? named?.type ?? { kind }).kind !== kind) {
    throw invalidInput([index, 'kind'], 'The kind is not that of the type, or of the item, that is named.')
  }
  const value = change.value ?? (change.value === undefined ? named?.value : undefined)
  if (value === undefined) throw invalidInput([index, 'value'], 'must not be empty')
  checkContactValue([index, 'value'], kind, value)

  const same = (draft: Draft) => sameValue(kind, draft.value, value)
  const ofType = drafts.filter((draft) => draft.type.id === typed?.id)
  const replaceable =
    context.settings.upsertKey === 'type' && context.settings.takenType === 'replace' && ofType.length === 1
      ? ofType[0]
      : undefined
  const target =
    named ??
    (typed
      ? (ofType.find(same) ?? replaceable ?? null)
      : (drafts.find((draft) => draft.type.kind === kind && same(draft)) ?? null))
  const type = typed ?? target?.type ?? usualType(kind, drafts, index, context)
  const othersDefault = drafts.some((draft) => draft !== target && draft.type.kind === kind && draft.isDefault)
  return {
    target,
    type,
    // The same address in other letters is the same address.
    value: target && named === null && same(target) ? target.value : value,
    isDefault: change.isDefault === undefined ? (target?.isDefault ?? !othersDefault) : (change.isDefault ?? false),
  }
}

/** The type of a new item of a kind. Where a type holds one item, the first that is free: the usual one may be taken. */
function usualType(
  kind: ContactItem['kind'],
  drafts: readonly Draft[],
  index: string,
  { types, settings, source }: ItemContext,
): ContactItemType {
  const candidates = types.ofKind(kind)
  const [usual] = candidates
  if (usual === undefined)
    throw unsupported(source, `${source} has no type for items of kind ${kind}.`, [index, 'kind'])
  if (settings.upsertKey === 'type-and-value') return usual
  return candidates.find(({ id }) => !drafts.some((draft) => draft.type.id === id)) ?? usual
}

/** Plans the requests that make it so, and works it into the drafts. */
function write(
  user: User,
  drafts: Draft[],
  { target, type, value, isDefault }: Wanted,
  index: string,
  requests: PlannedRequest[],
  { settings, source }: ItemContext,
): Draft {
  const body: WireItemBody = { UserId: user.ref.id, ContactSubType: type.id, Value: value, IsDefault: isDefault }
  const byValue = settings.upsertKey === 'type-and-value'
  const isAlone = !drafts.some((draft) => draft !== target && draft.type.id === type.id)
  const staysItself = target !== null && target.type.id === type.id && (byValue ? target.value === value : isAlone)
  if (staysItself) {
    requests.push(upsert(user, body))
    return Object.assign(target, { type, value, isDefault })
  }
  if (target !== null && target.type.id === type.id && target.value === value) {
    throw unsupported(source, `${source} can't tell this item from another of its type.`, [index, 'isDefault'])
  }
  const isFree = isAlone && target?.type.id !== type.id
  requests.push(byValue || isFree ? upsert(user, body) : addition(user, body))
  if (target?.id != null) requests.push(removal(user, target.id))
  // Where type and value name an item, one that has both already is the one that is written.
  const twin = byValue
    ? drafts.find((draft) => draft !== target && draft.type.id === type.id && draft.value === value)
    : undefined
  if (target !== null) drafts.splice(drafts.indexOf(target), 1)
  if (twin) return Object.assign(twin, { isDefault })
  const added: Draft = { id: null, type, value, isDefault }
  drafts.push(added)
  return added
}

/**
 * One default of a kind: where the system is not known to see to it, it is told, after the new one is set. An item that an upsert
 * would confuse with another of its type is added anew, and the old one removed after.
 */
function demoteOthers(
  user: User,
  drafts: Draft[],
  item: Draft,
  index: string,
  requests: PlannedRequest[],
  { settings, source }: ItemContext,
): void {
  for (const other of [...drafts]) {
    if (other === item || !other.isDefault || other.type.kind !== item.type.kind) continue
    const { id, type, value } = other
    const isAlone = drafts.filter((draft) => draft.type.id === type.id).length === 1
    const body: WireItemBody = { UserId: user.ref.id, ContactSubType: type.id, Value: value, IsDefault: false }
    if (settings.demotesDefault || settings.upsertKey === 'type-and-value' || isAlone) {
      other.isDefault = false
      if (!settings.demotesDefault) requests.push(upsert(user, body))
    } else if (id !== null) {
      requests.push(addition(user, body), removal(user, id))
      drafts[drafts.indexOf(other)] = { id: null, type, value, isDefault: false, standsIn: true }
    } else {
      throw unsupported(source, `${source} can't take the default from another new item of this type.`, [
        index,
        'isDefault',
      ])
    }
  }
}

/** What should be seen: of the items that were asked for, of new ones, and of those that lost the default to them. */
function split(
  user: User,
  drafts: readonly Draft[],
  asked: ReadonlySet<string>,
): Pick<Plan, 'changes' | 'sideEffects'> {
  const kept = drafts.flatMap(({ id, type, value, isDefault }) =>
    id === null ? [] : [toItem(id, type.kind, type, value, isDefault)],
  )
  const seen = diffRecords(user, { ...user, contactItems: kept })
  const isAsked = ({ path }: FieldChange) => asked.has(path.split('.')[1] as string)
  const added = drafts.filter(({ id }) => id === null)
  return {
    changes: [...seen.filter(isAsked), ...added.filter(({ standsIn }) => !standsIn).map(toAddition)],
    sideEffects: [
      ...seen.filter((change) => !isAsked(change)),
      ...added.filter(({ standsIn }) => standsIn).map(toAddition),
    ],
  }
}

function toAddition({ type, value, isDefault }: Draft): FieldChange {
  const after: Json = { kind: type.kind, typeId: type.id, value, isDefault }
  return { path: 'contactItems', before: null, after, repaired: null }
}

function toDraft({ id, type, kind, value, isDefault }: ContactItem): Draft {
  return { id, type: type ?? { id: '', name: '', kind, category: null }, value, isDefault: isDefault ?? false }
}

function isSame(target: Draft, { type, value, isDefault }: Wanted): boolean {
  return target.type.id === type.id && target.value === value && target.isDefault === isDefault
}

function upsert(user: User, body: WireItemBody): PlannedRequest {
  return { method: 'PUT', path: `/api/v2/Users/${user.ref.id}/UserContactItem`, body: { ...body } }
}

function addition(user: User, body: WireItemBody): PlannedRequest {
  return { method: 'POST', path: `/api/v2/Users/${user.ref.id}/UserContactItems`, body: { ...body } }
}

function removal(user: User, itemId: string): PlannedRequest {
  return { method: 'DELETE', path: `/api/v1/Users/${user.ref.id}/UserContactItems/${encodeURIComponent(itemId)}` }
}
