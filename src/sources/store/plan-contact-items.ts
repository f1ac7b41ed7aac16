import {
  CONTACT_ITEM_KINDS,
  type ContactItem,
  type ContactItemChange,
  type ContactItemType,
  formatAddress,
  normalizeValue,
  type PostalAddress,
  sameValue,
} from '../../model/contact-item.ts'
import { invalidInput } from '../../model/errors.ts'
import type { JsonObject } from '../../model/json.ts'
import { sameJson } from '../../model/json.ts'
import { checkContactValue, checkName } from '../../model/validate.ts'
import type { PlannedRequest } from '../source.ts'
import { contactItemType, usualType } from './contact-item-types.ts'
import { NEW_ITEM } from './plan.ts'

/** Keeps one record's items readable in one piece. */
const MAX_ITEMS = 500
const ADDRESS_PARTS = ['street', 'city', 'region', 'postalCode', 'country'] as const
const NO_ADDRESS: PostalAddress = { street: null, city: null, region: null, postalCode: null, country: null }

/** Items after a change, and the requests that make it; `path` is the owner's. */
export interface ItemsPlan {
  readonly items: readonly ContactItem[]
  readonly requests: readonly PlannedRequest[]
}

/** Merges changes into items. Throws `INVALID_INPUT` with the path that `toPath` makes of a change's index and its field. */
export function mergeItems(
  before: readonly ContactItem[],
  changes: readonly ContactItemChange[],
  path: string,
  toPath: (index: number, field: string) => readonly string[] = (index, field) => [String(index), field],
): ItemsPlan {
  const items = [...before]
  const changed = new Map<string, number>()
  for (const [index, change] of changes.entries()) {
    const at = (field: string) => toPath(index, field)
    const found = findItem(items, change, at)
    const item = applyChange(found ?? null, change, index, at)
    if (changed.has(item.id)) throw invalidInput(at(change.id == null ? 'value' : 'id'), 'is given twice')
    checkUnique(items, item, at)
    if (item.isDefault) demote(items, item, changed, changes, at)
    changed.set(item.id, index)
    if (found === undefined) items.push(item)
    else items[items.indexOf(found)] = item
  }
  if (items.length > MAX_ITEMS)
    throw invalidInput(toPath(changes.length - 1, 'value'), `an owner has at most ${MAX_ITEMS} contact items`)
  return { items, requests: toRequests(before, items, changed, path) }
}

/** The item without which the owner is left; the same list when there is none of that id. */
export function withoutItem(before: readonly ContactItem[], itemId: string, path: string): ItemsPlan {
  const items = before.filter((item) => item.id !== itemId)
  if (items.length === before.length) return { items: before, requests: [] }
  return { items, requests: [{ method: 'DELETE', path: itemPath(path, itemId) }] }
}

type At = (field: string) => readonly string[]

/** By id; or else the one of the same type, or kind where no type is said, and the same value. */
function findItem(items: readonly ContactItem[], change: ContactItemChange, at: At): ContactItem | undefined {
  if (change.id != null) {
    const item = items.find(({ id }) => id === change.id)
    if (item === undefined) throw invalidInput(at('id'), 'the owner has no such contact item')
    return item
  }
  const type = readType(null, change, at)
  const value = type.kind === 'ADDRESS' ? formatAddress(readAddress(null, change, at)) : (change.value ?? '')
  const isMeant = (item: ContactItem) =>
    change.typeId == null ? item.kind === type.kind : item.type?.id === change.typeId
  return items.find((item) => isMeant(item) && sameValue(item.kind, item.value, value))
}

function applyChange(item: ContactItem | null, change: ContactItemChange, index: number, at: At): ContactItem {
  const type = readType(item, change, at)
  const address = type.kind === 'ADDRESS' ? readAddress(item, change, at) : null
  if (address === null && change.address != null) throw invalidInput(at('address'), 'only an address has one')
  if (change.value === null) throw invalidInput(at('value'), 'must not be empty; to take the item away, remove it')
  const value = address ? formatAddress(address) : (change.value ?? item?.value ?? '').trim()
  checkContactValue(at(address && change.address != null ? 'address' : 'value'), type.kind, value)
  checkName(at('label'), change.label)
  return {
    id: item?.id ?? `${NEW_ITEM}${index}`,
    kind: type.kind,
    type,
    value,
    normalizedValue: normalizeValue(type.kind, value),
    address,
    label: change.label === undefined ? (item?.label ?? null) : change.label?.trim() || null,
    isDefault: change.isDefault === undefined ? (item?.isDefault ?? false) : (change.isDefault ?? false),
    isOptedIn: change.isOptedIn === undefined ? (item?.isOptedIn ?? null) : change.isOptedIn,
    createdAt: item?.createdAt ?? null,
    updatedAt: item?.updatedAt ?? null,
  }
}

function readType(item: ContactItem | null, change: ContactItemChange, at: At): ContactItemType {
  if (change.typeId != null) {
    const type = contactItemType(change.typeId)
    if (type === undefined)
      throw invalidInput(at('typeId'), 'is no type of contact item here: see contactItemTypes of the source')
    if (change.kind != null && change.kind !== type.kind) {
      throw invalidInput(at('kind'), `the type ${type.id} is of kind ${type.kind}`)
    }
    return type
  }
  const kind = change.kind ?? item?.kind
  if (kind === undefined) throw invalidInput(at('kind'), 'say the kind or the typeId of a new contact item')
  if (!CONTACT_ITEM_KINDS.includes(kind)) throw invalidInput(at('kind'), 'is no kind of contact item')
  return item?.kind === kind && item.type ? item.type : usualType(kind)
}

/** Parts that are absent stay. A value alone is taken for the street, because its parts can't be told. */
function readAddress(item: ContactItem | null, change: ContactItemChange, at: At): PostalAddress {
  const old = item?.address ?? NO_ADDRESS
  if (change.address === null) throw invalidInput(at('address'), 'must not be empty; to take the item away, remove it')
  if (change.address === undefined) {
    const isNew = change.value != null && change.value.trim() !== item?.value
    return isNew ? { ...NO_ADDRESS, street: change.value!.trim() || null } : old
  }
  const address = { ...old }
  for (const part of ADDRESS_PARTS) {
    const text = change.address[part]
    if (text === undefined) continue
    checkName([...at('address'), part], text)
    address[part] = text?.trim() ? text : null
  }
  return address
}

/** One owner, one type, one value: otherwise the next upsert could not tell which is meant. */
function checkUnique(items: readonly ContactItem[], item: ContactItem, at: At): void {
  const twin = items.find(
    (other) =>
      other.id !== item.id && other.type?.id === item.type?.id && sameValue(item.kind, other.value, item.value),
  )
  if (twin !== undefined) throw invalidInput(at('value'), 'another contact item of the owner has this type and value')
}

/** One default per kind: the former steps back. Two in one input contradict each other. */
function demote(
  items: ContactItem[],
  item: ContactItem,
  changed: ReadonlyMap<string, number>,
  changes: readonly ContactItemChange[],
  at: At,
): void {
  for (const [place, other] of items.entries()) {
    if (other.id === item.id || other.kind !== item.kind || !other.isDefault) continue
    const askedAt = changed.get(other.id)
    if (askedAt !== undefined && changes[askedAt]?.isDefault) {
      throw invalidInput(at('isDefault'), 'two items of one kind can not both be the default')
    }
    items[place] = { ...other, isDefault: false }
  }
}

/** Former defaults need no request of their own: whoever stores a default demotes the other. */
function toRequests(
  before: readonly ContactItem[],
  items: readonly ContactItem[],
  changed: ReadonlyMap<string, number>,
  path: string,
): readonly PlannedRequest[] {
  return items.flatMap((item): PlannedRequest[] => {
    if (!changed.has(item.id)) return []
    const body = toBody(item)
    const old = before.find(({ id }) => id === item.id)
    if (old === undefined) return [{ method: 'POST', path: `${path}/contact-items`, body }]
    return sameJson(toBody(old), body) ? [] : [{ method: 'PUT', path: itemPath(path, item.id), body }]
  })
}

function itemPath(path: string, itemId: string): string {
  return `${path}/contact-items/${encodeURIComponent(itemId)}`
}

/** An item as a request carries it: whole, so that what is stored does not depend on what was there. */
function toBody({ type, value, address, label, isDefault, isOptedIn }: ContactItem): JsonObject {
  return {
    typeId: type?.id ?? null,
    value,
    ...(address && { address: { ...address } }),
    label,
    isDefault,
    isOptedIn,
  }
}
