import type { ContactItem, ContactItemChange, ContactItemType } from '../../../model/contact-item.ts'
import { sameValue } from '../../../model/contact-item.ts'
import { invalidInput, unsupported } from '../../../model/errors.ts'
import { checkContactValue } from '../../../model/validate.ts'
import { ACCOUNT_EMAIL, ACCOUNT_PHONE, contactType, isOffered, isSynced, usualContactType } from './contact-types.ts'
import { listItems } from './mapping.ts'
import type { WireContact } from './wire.ts'

/** Characters of the one text that a user's whole list is stored in, as `type|value|type|value|`. */
export const MAX_LIST_CHARACTERS = 1024

const ACCOUNT_IDS: ReadonlySet<string> = new Set([ACCOUNT_EMAIL.id, ACCOUNT_PHONE.id])

interface Place {
  readonly source: string
  readonly index: number
}

/**
 * The list with the changes merged in: entries keep their order, new ones follow. Throws `INVALID_INPUT` for what would not come
 * back as it was sent (an empty value, a `|`, a list that is too long) and `UNSUPPORTED` for the account's own address and
 * telephone and for what a directory writes.
 */
export function mergeContacts(
  source: string,
  contacts: readonly WireContact[],
  changes: readonly ContactItemChange[],
): readonly WireContact[] {
  const merged = [...contacts]
  const ids = listItems(contacts).map(({ id }) => id)
  const touched = new Set<number>()
  for (const [index, change] of changes.entries()) {
    const place: Place = { source, index }
    const at = findEntry(merged, ids, change, place)
    const present = at === null ? null : (merged[at] as WireContact)
    const next = applyChange(present, change, merged, place)
    const target = at ?? merged.length
    if (touched.has(target)) throw invalidInput(path(place, change.id == null ? 'value' : 'id'), 'is given twice')
    const isTwin = merged.some((other, n) => n !== target && isSame(other, next))
    if (isTwin && !(present && isSame(present, next))) {
      throw invalidInput(path(place, 'value'), 'another contact item of the user has this type and value')
    }
    merged[target] = next
    touched.add(target)
  }
  const length = merged.reduce((sum, { type, value }) => sum + type.length + value.length + 2, 0)
  if (length > MAX_LIST_CHARACTERS) {
    const last: Place = { source, index: changes.length - 1 }
    const message = `the portal keeps all contact items of a user in ${MAX_LIST_CHARACTERS} characters; these need ${length}`
    throw invalidInput(path(last, 'value'), message)
  }
  return merged
}

/** The list without one item. Throws `UNSUPPORTED` for what is no entry of it, or comes back by itself. */
export function withoutContact(
  source: string,
  contacts: readonly WireContact[],
  itemId: string,
): readonly WireContact[] {
  if (ACCOUNT_IDS.has(itemId))
    throw unsupported(source, `${source} gives no way to take an account's own ${nameOf(itemId)} away`)
  const at = listItems(contacts).findIndex(({ id }) => id === itemId)
  if (at < 0) throw invalidInput(['id'], 'the user has no such contact item')
  if (isSynced(contacts[at]!.type)) throw synced(source, [])
  return contacts.toSpliced(at, 1)
}

/** The items of both lists that differ, for a plan. */
export function itemsOf(
  record: { readonly contactItems?: readonly ContactItem[] | null },
  contacts: readonly WireContact[],
) {
  const own = (record.contactItems ?? []).filter(({ id }) => ACCOUNT_IDS.has(id))
  return [...own, ...listItems(contacts)]
}

/** By id, or the one of the same type (or kind, where no type is said) and value. `null`: a new one. */
function findEntry(
  merged: readonly WireContact[],
  ids: readonly string[],
  change: ContactItemChange,
  place: Place,
): number | null {
  if (change.id != null) {
    if (ACCOUNT_IDS.has(change.id)) throw ownAccount(place, change.id, 'id')
    const at = ids.indexOf(change.id)
    if (at < 0) throw invalidInput(path(place, 'id'), 'the user has no such contact item')
    return at
  }
  const wanted = readType(null, change, merged, place)
  const at = merged.findIndex((entry) => {
    const type = contactType(entry.type)
    const isMeant = change.typeId == null ? type.kind === wanted.kind : type.id === wanted.id
    return isMeant && sameValue(type.kind, entry.value, change.value ?? '')
  })
  return at < 0 ? null : at
}

function applyChange(
  present: WireContact | null,
  change: ContactItemChange,
  merged: readonly WireContact[],
  place: Place,
): WireContact {
  const type = readType(present, change, merged, place)
  if (change.value === null)
    throw invalidInput(path(place, 'value'), 'must not be empty; to take the item away, remove it')
  // Found by its value, an entry keeps the way it is written.
  const isFound = present !== null && change.id == null
  const value = isFound ? present.value : (change.value?.trim() ?? present?.value ?? '')
  const next = { type: isFound && change.typeId == null ? present.type : type.id, value }
  if (present && next.type === present.type && next.value === present.value) return present
  if (isSynced(next.type) || (present && isSynced(present.type))) throw synced(place.source, path(place, 'typeId'))
  checkContactValue(path(place, 'value'), contactType(next.type).kind, value)
  if (value.includes('|'))
    throw invalidInput(path(place, 'value'), 'must not hold a |, which separates contact items there')
  return next
}

/** The types the portal's pages offer, and whatever the user's list has already: any other would be seen by nobody. */
function readType(
  present: WireContact | null,
  change: ContactItemChange,
  merged: readonly WireContact[],
  place: Place,
): ContactItemType {
  if (change.typeId != null) {
    if (ACCOUNT_IDS.has(change.typeId)) throw ownAccount(place, change.typeId, 'typeId')
    const isKnown =
      isOffered(change.typeId) || isSynced(change.typeId) || merged.some(({ type }) => type === change.typeId)
    if (!isKnown)
      throw invalidInput(path(place, 'typeId'), 'is no type of contact item here: see contactItemTypes of the source')
    const type = contactType(change.typeId)
    if (change.kind == null || change.kind === type.kind) return type
    throw invalidInput(path(place, 'kind'), `the type ${type.id} is of kind ${type.kind}`)
  }
  const own = present && contactType(present.type)
  if (own && (change.kind == null || change.kind === own.kind)) return own
  if (change.kind == null) throw invalidInput(path(place, 'kind'), 'say the kind or the typeId of a new contact item')
  const usual = usualContactType(change.kind)
  if (usual) return usual
  throw unsupported(
    place.source,
    `${place.source} keeps no contact items of the kind ${change.kind}`,
    path(place, 'kind'),
  )
}

function isSame(a: WireContact, b: WireContact): boolean {
  return a.type === b.type && sameValue(contactType(a.type).kind, a.value, b.value)
}

function path({ index }: Place, field: string): readonly string[] {
  return [String(index), field]
}

function ownAccount(place: Place, id: string, field: string) {
  const message = `${place.source} gives no way to change an account's own ${nameOf(id)}`
  return unsupported(place.source, message, path(place, field))
}

function nameOf(id: string): string {
  return id === ACCOUNT_EMAIL.id ? 'e-mail address' : 'mobile phone'
}

function synced(source: string, at: readonly string[]) {
  return unsupported(source, `${source} takes this type of contact item from its directory, which writes it again`, at)
}
