import { badRequest, invalid, ok } from './answers.ts'
import { putFields } from './fields.ts'
import { bodyOf, type Call, type JsonObject, type Route, recordOf } from './request.ts'
import { ADDRESS_FIELDS, type AddressRecord, addressesOf, newAudit, takeId, touch, type Value } from './state.ts'
import { addressView } from './views.ts'

export const addressRoutes: readonly Route[] = [
  [
    'GET',
    /^\/api\/ContactAddress\/ByContact\/(\d+)$/,
    ({ state, params }) => ok(addressesOf(state, Number(params[0])).map((address) => addressView(address, 'single'))),
  ],
  ['GET', /^\/api\/ContactAddress\/(\d+)$/, (call) => ok(addressView(recordOf(call.state.addresses, call), 'single'))],
  ['POST', /^\/api\/ContactAddress$/, (call) => ok(addressView(addAddress(call, bodyOf(call)), 'written'))],
  ['PUT', /^\/api\/ContactAddress\/(\d+)$/, update],
  ['DELETE', /^\/api\/ContactAddress\/(\d+)$/, remove],
]

export function addAddress(call: Call, body: JsonObject): AddressRecord {
  const { state } = call
  const contactId = Number(body.contactId)
  const contact = state.contacts.get(contactId)
  if (contact === undefined) throw badRequest('The request is invalid.', 'contactId')
  const fields = putFields(ADDRESS_FIELDS, body, {}, { ...call.rules, putSemantics: 'replace' })
  checkAddress(fields)
  const address: AddressRecord = {
    id: takeId(state),
    contactId,
    ...newAudit(state, call.user),
    fields: allYear(fields),
    isPrimary: body.setAsPrimary === true,
  }
  state.addresses.set(address.id, address)
  demoteOthers(call, address)
  touch(state, contact, null, call.user)
  return address
}

function update(call: Call) {
  const address = recordOf(call.state.addresses, call)
  const body = bodyOf(call)
  const fields = putFields(ADDRESS_FIELDS, body, address.fields, call.rules)
  checkAddress(fields)
  address.fields = allYear(fields)
  if (call.rules.putSemantics === 'replace' || Object.hasOwn(body, 'setAsPrimary')) {
    address.isPrimary = body.setAsPrimary === true
  }
  demoteOthers(call, address)
  touch(call.state, address, address.contactId, call.user)
  return ok(addressView(address, 'written'))
}

function remove(call: Call) {
  const address = recordOf(call.state.addresses, call)
  call.state.addresses.delete(address.id)
  return ok()
}

function checkAddress(fields: Readonly<Record<string, Value>>): void {
  const isEmpty = ['address1', 'address2', 'city', 'state', 'postal', 'country'].every((name) => !fields[name])
  if (isEmpty) throw invalid('address1', 'An address must not be empty.')
}

function allYear(fields: Record<string, Value>): Record<string, Value> {
  const { startMonth, startDay, endMonth, endDay } = fields
  return {
    ...fields,
    startMonth: startMonth ?? 1,
    startDay: startDay ?? 1,
    endMonth: endMonth ?? 12,
    endDay: endDay ?? 31,
  }
}

function demoteOthers(call: Call, address: AddressRecord): void {
  if (!address.isPrimary || !call.rules.demotesPrimary) return
  for (const other of addressesOf(call.state, address.contactId)) if (other.id !== address.id) other.isPrimary = false
}
