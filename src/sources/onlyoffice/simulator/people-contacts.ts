import { type Result, value } from './envelope.ts'
import { plainException, securityFailure } from './failures.ts'
import { type Call, type MethodRoute, requireProfileRight, requireUser, route } from './portal.ts'
import type { UserRow } from './state.ts'
import { pairUp, profileShape } from './user-shapes.ts'

/** Characters of the text column. */
const MAX_CONTACTS = 1024

export const peopleContactRoutes: readonly MethodRoute[] = [
  route('PUT', 'people/{userid}/contacts', (call) => replaceContacts(call)),
  route('POST', 'people/{userid}/contacts', (call) => replaceContacts(call)),
  route('DELETE', 'people/{userid}/contacts', deleteContacts),
]

/** The list as a call gives it, flat as the server keeps it in memory. */
export function bindContacts({ args }: Call): string[] {
  return args.objects('contacts').flatMap((contact) => [contact.get('type') ?? '', contact.get('value') ?? ''])
}

/** By user name or id; `@self` is not known here. */
export function requireEditable(call: Call): UserRow {
  const user = requireUser(call.portal.state, call.args.text('userid') ?? '', 'user not found')
  if (user.isSystem) throw securityFailure('Access denied.')
  requireProfileRight(call, user)
  return user
}

/** Documented as merging; what was there is gone, whatever the call brings, nothing included. */
function replaceContacts(call: Call): Result {
  const user = requireEditable(call)
  return saved(call, user, bindContacts(call))
}

/** For each item, whatever its value: the first entry of the flat list, type or value, that equals the type, and the next one. */
function deleteContacts(call: Call): Result {
  const user = requireEditable(call)
  const flat = user.contacts.split('|').filter((part) => part !== '')
  for (const contact of call.args.objects('contacts')) {
    const index = flat.indexOf(contact.get('type') ?? '')
    if (index >= 0) flat.splice(index, 2)
  }
  return saved(call, user, flat)
}

/** The answer is made from memory and looks right; the damage of a `|` or an empty value is seen by the next read. */
function saved(call: Call, user: UserRow, flat: readonly string[]): Result {
  storeContacts(call, user, flat)
  return value(profileShape(call.portal, call.viewer, user, { contacts: pairUp(flat) }))
}

export function storeContacts({ portal }: Call, user: UserRow, flat: readonly string[]): void {
  const column = flat.map((part) => `${part}|`).join('')
  if (column.length > MAX_CONTACTS && portal.switches.longContacts === 'refused') {
    throw plainException("Data too long for column 'contacts' at row 1")
  }
  user.contacts = column.slice(0, MAX_CONTACTS)
  user.changed += 1
}
