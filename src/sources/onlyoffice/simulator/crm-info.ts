import { readInfoType, requireContact } from './crm-reads.ts'
import { ADDRESS_TYPE, categoriesOf, INFO_TYPES, infoShape, mayEdit, rowsOf } from './crm-shapes.ts'
import { list, nothing, type Result, value } from './envelope.ts'
import { badArgument, itemNotFound, nullReference } from './failures.ts'
import { type Call, type MethodRoute, route } from './portal.ts'
import type { ContactRow, InfoRow } from './state.ts'

const TWITTER = 4

export const crmInfoRoutes: readonly MethodRoute[] = [
  route('GET', 'crm/contact/data/infoType', () => list(INFO_TYPES)),
  route('GET', 'crm/contact/data/{infoType}/category', ({ args }) =>
    list(categoriesOf(readInfoType(args.text('infoType')))),
  ),
  route('GET', 'crm/contact/{contactid:int}/data', (call) =>
    list(rowsOf(call.portal.state, requireContact(call, 'contactid').id).map(infoShape)),
  ),
  route('GET', 'crm/contact/{contactid:int}/data/{id:int}', (call) => {
    const contact = requireContact(call, 'contactid')
    const row = call.portal.state.infoRows.get(call.args.int('id'))
    if (row?.contactId !== contact.id) throw itemNotFound()
    return value(infoShape(row))
  }),
  route('GET', 'crm/contact/{contactid:int}/data/{infoType}', (call) => {
    const contact = requireContact(call, 'contactid')
    const type = readInfoType(call.args.text('infoType'))
    return list(rowsOf(call.portal.state, contact.id).flatMap((row) => (row.type === type ? [row.data] : [])))
  }),
  route('POST', 'crm/contact/{contactid:int}/data', addRow),
  route('PUT', 'crm/contact/{contactid:int}/data/{id:int}', changeRow),
  route('DELETE', 'crm/contact/{contactid:int}/data/{id:int}', removeRow),
  route('POST', 'crm/contact/{contactid:int}/addressdata', (call) => saveAddress(call, null)),
  route('PUT', 'crm/contact/{contactid:int}/addressdata/{id:int}', (call) => saveAddress(call, requireRow(call))),
  route('POST', 'crm/contact/{contactid:int}/batch', (call) => appendRows(call, editable(call))),
  route('PUT', 'crm/contact/{contactid:int}/batch', replaceRows),
]

/** A contact somebody may not edit is no contact here: 404. */
function editable(call: Call): ContactRow {
  const contact = requireContact(call, 'contactid')
  if (!mayEdit(call.viewer, contact)) throw itemNotFound()
  return contact
}

function add({ portal }: Call, contact: ContactRow, row: Omit<InfoRow, 'id' | 'contactId'>): InfoRow {
  const added = { id: portal.state.nextId++, contactId: contact.id, ...row }
  portal.state.infoRows.set(added.id, added)
  return added
}

/** A category by its very name: no number, no other case. */
function categoryNamed(infoType: number, name: string | null): number {
  return name === null ? -1 : categoriesOf(infoType).indexOf(name)
}

function addRow(call: Call): Result {
  const { args } = call
  const type = readInfoType(args.text('infoType'))
  const data = args.text('data') ?? ''
  if (data === '') throw badArgument()
  const contact = type === TWITTER ? requireContact(call, 'contactid') : editable(call)
  const category = categoryNamed(type, args.text('category'))
  if (category < 0) throw badArgument()
  return value(infoShape(add(call, contact, { type, category, data, isPrimary: args.bool('isPrimary') })))
}

/** An unknown row is met by a null reference, not by a 404. */
function requireRow({ args, portal }: Call): InfoRow {
  const row = portal.state.infoRows.get(args.int('id'))
  if (!row) throw nullReference()
  return row
}

function changeRow(call: Call): Result {
  const { args } = call
  const data = args.text('data') ?? ''
  if (data === '') throw badArgument()
  const contact = editable(call)
  const row = requireRow(call)
  const isPrimary = args.boolOrNull('isPrimary')
  if (args.text('infoType') !== null) {
    row.type = readInfoType(args.text('infoType'))
    // The category is looked at only together with the type, and an unknown one is passed over.
    const category = categoryNamed(row.type, args.text('category'))
    if (category >= 0) row.category = category
  }
  // Whose row it was is not asked: it belongs to this contact now.
  Object.assign(row, { data, contactId: contact.id, ...(isPrimary !== null && { isPrimary }) })
  return value(infoShape(row))
}

function removeRow(call: Call): Result {
  editable(call)
  const row = call.portal.state.infoRows.get(call.args.int('id'))
  if (!row) throw itemNotFound()
  call.portal.state.infoRows.delete(row.id)
  return value(infoShape(row))
}

function saveAddress(call: Call, present: InfoRow | null): Result {
  const contact = editable(call)
  const address = call.args.object('address')
  if (address.size === 0) throw badArgument()
  const part = (name: string) => address.get(name) ?? null
  const data = JSON.stringify({
    street: part('street'),
    city: part('city'),
    state: part('state'),
    zip: part('zip'),
    country: part('country'),
  })
  const category = Number(address.get('category') ?? 0)
  const isPrimary = address.get('isprimary')?.toLowerCase() === 'true'
  if (Number.isNaN(category)) throw badArgument()
  if (present) Object.assign(present, { contactId: contact.id, type: ADDRESS_TYPE, category, data, isPrimary })
  return value(infoShape(present ?? add(call, contact, { type: ADDRESS_TYPE, category, data, isPrimary })))
}

interface BoundRow {
  readonly type: number
  readonly category: number
  readonly data: string
  readonly isPrimary: boolean
}

/** Here the category is a number. */
function bindRows({ args }: Call): readonly BoundRow[] {
  return args.objects('items').map((item) => {
    const category = Number(item.get('category') || 0)
    if (Number.isNaN(category)) throw badArgument(`${item.get('category')} is not a valid value for Int32.`)
    return {
      type: readInfoType(item.get('infotype') ?? '0'),
      category,
      data: item.get('data') ?? '',
      isPrimary: item.get('isprimary')?.toLowerCase() === 'true',
    }
  })
}

function appendRows(call: Call, contact: ContactRow): Result {
  const rows = bindRows(call).map((row) => add(call, contact, row))
  return rows.length === 0 ? nothing : list(rows.map(infoShape))
}

/** Deletes every row, addresses too, before it looks at what to put in their place. */
function replaceRows(call: Call): Result {
  const contact = editable(call)
  bindRows(call)
  for (const row of rowsOf(call.portal.state, contact.id)) call.portal.state.infoRows.delete(row.id)
  return appendRows(call, contact)
}
