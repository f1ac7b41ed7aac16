import { type ContactItemChange, formatAddress, type PostalAddress, sameValue } from '../../../model/contact-item.ts'
import { diffRecords } from '../../../model/diff.ts'
import { invalidInput, unsupported } from '../../../model/errors.ts'
import type { Json } from '../../../model/json.ts'
import type { Organization } from '../../../model/organization.ts'
import type { Person } from '../../../model/person.ts'
import type { FieldChange } from '../../../model/receipt.ts'
import { checkContactValue, checkName } from '../../../model/validate.ts'
import type { Plan } from '../../source.ts'
import { ADDRESS, kindOf, type RowType, readTypeId, usualType } from './item-types.ts'
import { fromAddress, readAddress } from './mapping-items.ts'
import { checkEditable, checkNoTime, type OpenedContact, toPlan } from './plan.ts'
import { rowRequests } from './plan-rows.ts'
import type { WireRow } from './wire.ts'

/** A contact and what it would be with other rows. */
export interface OpenedItems extends OpenedContact {
  withRows(rows: readonly WireRow[]): Person | Organization
}

const ADDRESS_PARTS = ['street', 'city', 'region', 'postalCode', 'country'] as const
const NO_ADDRESS: PostalAddress = { street: null, city: null, region: null, postalCode: null, country: null }

/**
 * Adds and changes rows, each by a call of its own: the one that takes them all at once deletes every row first. The portal lets
 * several of a kind be primary; here the former steps back.
 */
export function planUpsertItems(opened: OpenedItems, changes: readonly ContactItemChange[]): Plan {
  checkEditable(opened)
  const rows = [...opened.rows]
  const touched = new Map<number, ContactItemChange>()
  for (const [index, change] of changes.entries()) {
    const at: At = (...field) => [String(index), ...field]
    const found = findRow(rows, change, at, opened.source)
    const row = applyChange(found, change, -1 - index, at, opened.source)
    if (touched.has(row.id)) throw invalidInput(at(change.id == null ? 'value' : 'id'), 'is given twice')
    if (change.isDefault === true) demoteOthers(rows, row, touched, at)
    touched.set(row.id, change)
    if (found === null) rows.push(row)
    else if (!sameRow(found, row)) rows[rows.indexOf(found)] = row
  }
  return planRows(opened, rows)
}

export function planRemoveItem(opened: OpenedItems, itemId: string): Plan {
  checkEditable(opened)
  return planRows(
    opened,
    opened.rows.filter(({ id }) => String(id) !== itemId),
  )
}

/** The plan of other rows. A row to be added has the path `contactItems`, because its id is not known yet. */
export function planRows(opened: OpenedItems, rows: readonly WireRow[]): Plan {
  const changes = diffRecords(opened.withRows(opened.rows), opened.withRows(rows)).map((one): FieldChange => {
    if (!/^contactItems\.-\d+$/.test(one.path)) return one
    const { id: _id, ...item } = one.after as Readonly<Record<string, Json>>
    return { ...one, path: 'contactItems', after: item }
  })
  return toPlan(rowRequests(opened.wire.id, opened.rows, rows), changes)
}

type At = (...field: readonly string[]) => readonly string[]

/** By id; or else the one of the same type, or kind where no type is said, and the same value. */
function findRow(rows: readonly WireRow[], change: ContactItemChange, at: At, source: string): WireRow | null {
  if (change.id != null) {
    const row = rows.find(({ id }) => String(id) === change.id)
    if (row === undefined) throw invalidInput(at('id'), 'the contact has no such contact item')
    return row
  }
  const type = readType(null, change, at, source)
  const kind = kindOf(type.infoType)
  const isMeant = (row: WireRow) =>
    change.typeId == null
      ? kindOf(row.infoType) === kind
      : row.infoType === type.infoType && row.category === type.category
  const value = kind === 'ADDRESS' ? formatAddress(mergedAddress(null, change, at)) : (change.value ?? '')
  return rows.find((row) => isMeant(row) && sameValue(kind, textOf(row), value)) ?? null
}

function textOf({ infoType, data }: WireRow): string {
  const address = infoType === ADDRESS ? readAddress(data) : null
  return address === null ? data : formatAddress(address)
}

/** The row as the change leaves it; without one, a new one. */
function applyChange(row: WireRow | null, change: ContactItemChange, newId: number, at: At, source: string): WireRow {
  const type = readType(row, change, at, source)
  const isPrimary = change.isDefault ?? (change.isDefault === null ? false : (row?.isPrimary ?? false))
  const base = { ...(row ?? { id: newId }), ...type, isPrimary }
  if (change.value === null) throw invalidInput(at('value'), 'must not be empty; to take the item away, remove it')
  if (type.infoType === ADDRESS) return { ...base, data: readAddressData(row, change, at) }
  if (change.address != null) throw invalidInput(at('address'), 'only an address has one')
  if (row !== null && (change.value === undefined || change.id == null)) {
    const [before, after] = [kindOf(row.infoType), kindOf(type.infoType)]
    if (before !== after) checkContactValue(at('typeId'), after, row.data)
    return { ...base, data: row.data }
  }
  const data = (change.value ?? '').trim()
  checkContactValue(at('value'), kindOf(type.infoType), data)
  return { ...base, data }
}

function readType(row: WireRow | null, change: ContactItemChange, at: At, source: string): RowType {
  if (change.typeId != null) return readNamedType(row, change.typeId, change, at)
  if (row !== null) {
    const kind = kindOf(row.infoType)
    if (change.kind == null || change.kind === kind) return { infoType: row.infoType, category: row.category }
    throw invalidInput(at('kind'), `the item is of kind ${kind}; give a typeId to change its type`)
  }
  if (change.kind == null) throw invalidInput(at('kind'), 'say the kind or the typeId of a new contact item')
  const type = usualType(change.kind, change.value ?? '')
  if (type === null) throw unsupported(source, `${source} keeps no contact items of kind ${change.kind}.`, at('kind'))
  return type
}

function readNamedType(row: WireRow | null, typeId: string, change: ContactItemChange, at: At): RowType {
  const type = readTypeId(typeId)
  if (type === null)
    throw invalidInput(at('typeId'), 'is no type of contact item here: see contactItemTypes of the source')
  const kind = kindOf(type.infoType)
  if (change.kind != null && change.kind !== kind) throw invalidInput(at('kind'), `the type is of kind ${kind}`)
  if (row !== null && (row.infoType === ADDRESS) !== (type.infoType === ADDRESS)) {
    throw invalidInput(at('typeId'), 'an address can become nothing else, and nothing else an address')
  }
  return type
}

/** As the row is to hold it; as it holds it now where nothing of the address changes. */
function readAddressData(row: WireRow | null, change: ContactItemChange, at: At): string {
  const present = row === null ? null : readAddress(row.data)
  const address = mergedAddress(present, change, at)
  if (row !== null && formatAddress(address) === formatAddress(present ?? NO_ADDRESS)) {
    const isSame = ADDRESS_PARTS.every((part) => address[part] === (present ?? NO_ADDRESS)[part])
    if (isSame) return row.data
  }
  if (formatAddress(address) === '') throw invalidInput(at('address'), 'must not be empty')
  return JSON.stringify(fromAddress(address))
}

/** Parts that are absent stay. A value alone is taken for the street, because its parts can't be told. */
function mergedAddress(present: PostalAddress | null, change: ContactItemChange, at: At): PostalAddress {
  const old = present ?? NO_ADDRESS
  if (change.address === null) throw invalidInput(at('address'), 'must not be empty; to take the item away, remove it')
  if (change.address === undefined) {
    const text = change.value?.trim() ?? ''
    if (change.value != null && text === '') throw invalidInput(at('value'), 'must not be empty')
    if (text !== '') checkName(at('value'), text)
    return text === '' || text === formatAddress(old) ? old : { ...NO_ADDRESS, street: text }
  }
  const address = { ...old }
  for (const part of ADDRESS_PARTS) {
    const text = change.address[part]
    if (text === undefined) continue
    checkName(at('address', part), text)
    checkNoTime(at('address', part), text)
    address[part] = text?.trim() || null
  }
  return address
}

function demoteOthers(rows: WireRow[], row: WireRow, touched: ReadonlyMap<number, ContactItemChange>, at: At): void {
  for (const [place, other] of rows.entries()) {
    if (other.id === row.id || !other.isPrimary || kindOf(other.infoType) !== kindOf(row.infoType)) continue
    if (touched.get(other.id)?.isDefault === true) {
      throw invalidInput(at('isDefault'), 'two items of one kind can not both be the default')
    }
    rows[place] = { ...other, isPrimary: false }
  }
}

function sameRow(a: WireRow, b: WireRow): boolean {
  return a.infoType === b.infoType && a.category === b.category && a.data === b.data && a.isPrimary === b.isPrimary
}
