import { requireContact, selected, single } from './crm-reads.ts'
import { baseShape, definitionsFor, entityOf, fullShape, mayEdit, maySee } from './crm-shapes.ts'
import { list, nothing, type Result, value } from './envelope.ts'
import { badArgument, invalidCast, itemNotFound, nullReference, securityFailure } from './failures.ts'
import { photoUrlOf, savePhoto } from './photos.ts'
import { type Call, type MethodRoute, route } from './portal.ts'
import { blankContact } from './seed-contacts.ts'
import type { ContactRow } from './state.ts'

export const SHARE_TYPES = ['None', 'ReadWrite', 'Read']

export const crmWriteRoutes: readonly MethodRoute[] = [
  route('POST', 'crm/contact/person', createPerson),
  route('PUT', 'crm/contact/person/{personid:int}', updatePerson),
  route('POST', 'crm/contact/person/quick', quickPersons),
  route('POST', 'crm/contact/company', createCompany),
  route('PUT', 'crm/contact/company/{companyid:int}', updateCompany),
  route('POST', 'crm/contact/company/quick', quickCompanies),
  route('DELETE', 'crm/contact/filter', (call) => removeAll(call, selected(call))),
  route('PUT', 'crm/contact/merge', merge),
  route('POST', 'crm/contact/company/{companyid:int}/person', (call) => link(call, true)),
  route('DELETE', 'crm/contact/company/{companyid:int}/person', (call) => link(call, false)),
  // The bulk delete: it looks like an update and is none.
  route('PUT', 'crm/contact', (call) => {
    const ids = call.args.ints('contactids')
    if (ids.length === 0) throw badArgument()
    return removeAll(
      call,
      ids.flatMap((id) => call.portal.state.contacts.get(id) ?? []),
    )
  }),
  route('DELETE', 'crm/contact/{contactid:int}', removeOne),
]

async function createPerson(call: Call): Promise<Result> {
  const { args, portal } = call
  const [firstName, lastName] = [args.text('firstName'), args.text('lastName')]
  if (firstName === null || lastName === null) throw nullReference()
  if (firstName.trim() === '') throw badArgument()
  const [companyId, common] = [args.int('companyId'), bindCommon(call)]
  if (companyId > 0) requireContact(call, 'companyId')
  const contact = addContact(call, {
    isCompany: false,
    firstName: firstName.trim(),
    lastName,
    companyId,
    title: args.text('jobTitle') ?? '',
  })
  applyCommon(call, contact, common, 'create')
  if (args.files[0]) await savePhoto(portal, contact, args.files[0])
  return value({ ...fullShape(portal, call.viewer, contact, 'single'), ...withPhoto(call, contact) })
}

/**
 * Overwrites the row with what the call says and with defaults for what it does not, and answers from a cache that was filled
 * before: only rows, custom fields and counts of the answer are fresh.
 */
async function updatePerson(call: Call): Promise<Result> {
  const { args, portal, viewer } = call
  const id = args.int('personid')
  const [firstName, lastName] = [args.text('firstName') ?? '', args.text('lastName') ?? '']
  const [companyId, common] = [args.int('companyId'), bindCommon(call)]
  const isLossy = portal.switches.personForm === 'lossy' && !args.isJson
  if (id <= 0 || firstName === '' || lastName === '') throw badArgument()
  const contact = portal.state.contacts.get(id)
  if (!contact) throw badArgument()
  if (!mayEdit(viewer, contact)) throw securityFailure()

  const before = fullShape(portal, viewer, contact, 'single')
  const wasCompany = contact.isCompany
  contact.companyId = isLossy ? 0 : companyId
  if (firstName.trim() === '') throw badArgument()
  contact.isCompany = false
  const names = {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    title: args.text('jobTitle') ?? '',
    companyName: '',
  }
  overwrite(call, contact, names, common)
  if (isLossy) contact.about = ''
  if (wasCompany) throw invalidCast()
  if (args.files[0]) await savePhoto(portal, contact, args.files[0])
  return value({ ...stale(call, before, contact), ...withPhoto(call, contact) })
}

async function createCompany(call: Call): Promise<Result> {
  const { args, portal } = call
  const companyName = args.text('companyName')
  if (companyName === null || companyName.trim() === '') throw badArgument()
  const [members, common] = [args.ints('personList'), bindCommon(call)]
  const contact = addContact(call, { isCompany: true, companyName: companyName.trim() })
  applyCommon(call, contact, common, 'create')
  for (const person of members) {
    const member = portal.state.contacts.get(person)
    if (member && !member.isCompany) member.companyId = contact.id
  }
  if (args.files[0]) await savePhoto(portal, contact, args.files[0])
  return value({ ...fullShape(portal, call.viewer, contact, 'single'), ...withPhoto(call, contact) })
}

function updateCompany(call: Call): Result {
  const { args, portal, viewer } = call
  const contact = requireContact(call, 'companyid')
  const companyName = args.text('companyName') ?? ''
  if (companyName.trim() === '') throw badArgument()
  const common = bindCommon(call)
  if (!mayEdit(viewer, contact)) throw securityFailure()
  const before = fullShape(portal, viewer, contact, 'single')
  const wasPerson = !contact.isCompany
  contact.isCompany = true
  overwrite(call, contact, { companyName: companyName.trim(), firstName: '', lastName: '', title: '' }, common)
  if (wasPerson) throw invalidCast()
  return value(stale(call, before, contact))
}

interface CommonArguments {
  readonly about: string
  readonly shareType: number
  readonly managers: readonly string[]
  readonly fields: readonly { readonly key: number; readonly text: string }[]
}

/** What persons and companies share. Everything is bound before anything is done: what can't be converted changes nothing. */
function bindCommon({ args }: Call): CommonArguments {
  return {
    about: args.text('about') ?? '',
    shareType: args.choice('shareType', SHARE_TYPES) ?? 0,
    managers: [...new Set(args.guids('managerList'))],
    fields: args.objects('customFieldList').map((entry) => {
      const key = Number(entry.get('key') ?? 0)
      if (Number.isNaN(key)) throw badArgument()
      return { key, text: entry.get('value') ?? '' }
    }),
  }
}

type Names = Pick<ContactRow, 'firstName' | 'lastName' | 'title' | 'companyName'>

/** Everything the row has, whether the call names it or not. */
function overwrite(call: Call, contact: ContactRow, names: Names, common: CommonArguments): void {
  Object.assign(contact, names, { statusId: 0, typeId: 0, industry: '', currency: null, modified: call.portal.now() })
  applyCommon(call, contact, common, 'update')
}

function applyCommon({ portal }: Call, contact: ContactRow, common: CommonArguments, how: 'create' | 'update'): void {
  contact.about = common.about
  contact.shareType = common.shareType
  if (common.managers.length > 0) contact.access = [...common.managers]
  const known = new Set(definitionsFor(portal.state, entityOf(contact)).map((field) => field.id))
  for (const { key, text } of common.fields) {
    // Checked for emptiness first and trimmed afterwards: a blank gets through and clears.
    if (text === '' || (how === 'update' && !known.has(key))) continue
    setField(contact, key, text.trim())
  }
}

export function setField(contact: ContactRow, fieldId: number, text: string): void {
  if (text === '') contact.fields.delete(fieldId)
  else contact.fields.set(fieldId, text)
}

function stale(
  { portal, viewer }: Call,
  before: Record<string, unknown>,
  contact: ContactRow,
): Record<string, unknown> {
  const { commonData, addresses, customFields, taskCount } = fullShape(portal, viewer, contact, 'single')
  return { ...before, commonData, addresses, customFields, ...(taskCount !== undefined && { taskCount }) }
}

function withPhoto({ args, portal, request }: Call, contact: ContactRow): Record<string, unknown> {
  return args.files.length > 0 ? { smallFotoUrl: photoUrlOf(portal, contact, 'big', request.origin) } : {}
}

function addContact({ portal, viewer }: Call, members: Partial<ContactRow>): ContactRow {
  const id = portal.state.nextId++
  const contact: ContactRow = { ...blankContact(id, portal.now(), viewer.id), ...members, id }
  portal.state.contacts.set(id, contact)
  return contact
}

function quickPersons(call: Call): Result {
  const pairs = call.args.objects('data').map((entry) => [entry.get('key') ?? '', entry.get('value') ?? ''] as const)
  const whole = pairs.filter(([first, last]) => first !== '' && last !== '')
  if (whole.length === 0) return nothing
  const added = whole.map(([firstName, lastName]) => addContact(call, { firstName, lastName, shareType: 0 }))
  return list(added.map((contact) => baseShape(call.portal, call.viewer, contact)))
}

function quickCompanies(call: Call): Result {
  const names = call.args.texts('companyName').filter((name) => name.trim() !== '')
  if (names.length === 0) return nothing
  const added = names.map((companyName) => addContact(call, { isCompany: true, companyName }))
  return list(added.map((contact) => baseShape(call.portal, call.viewer, contact)))
}

function removeOne(call: Call): Result {
  const contact = requireContact(call, 'contactid')
  if (!mayEdit(call.viewer, contact) || contact.hasInvoice) throw securityFailure()
  const shape = fullShape(call.portal, call.viewer, contact, 'single')
  remove(call, contact)
  return value(shape)
}

function removeAll(call: Call, contacts: readonly ContactRow[]): Result {
  const removable = contacts.filter((contact) => mayEdit(call.viewer, contact) && !contact.hasInvoice)
  const shapes = removable.map((contact) => baseShape(call.portal, call.viewer, contact))
  for (const contact of removable) remove(call, contact)
  return list(shapes)
}

function remove({ portal: { state } }: Call, contact: ContactRow): void {
  state.contacts.delete(contact.id)
  for (const row of [...state.infoRows.values()]) if (row.contactId === contact.id) state.infoRows.delete(row.id)
  for (const other of state.contacts.values()) if (other.companyId === contact.id) other.companyId = 0
}

function merge(call: Call): Result {
  const [from, to] = [requireContact(call, 'fromcontactid'), requireContact(call, 'tocontactid')]
  if (from.isCompany !== to.isCompany || from.id === to.id) throw badArgument()
  if (!mayEdit(call.viewer, from) || !mayEdit(call.viewer, to)) throw securityFailure()
  for (const row of call.portal.state.infoRows.values()) if (row.contactId === from.id) row.contactId = to.id
  to.tags = [...new Set([...to.tags, ...from.tags])]
  remove(call, from)
  return single(call, to)
}

function link(call: Call, isLinked: boolean): Result {
  const company = requireContact(call, 'companyid')
  const person = call.portal.state.contacts.get(call.args.int('personid'))
  if (!person || person.isCompany || !company.isCompany || !maySee(call.viewer, person)) throw itemNotFound()
  if (!mayEdit(call.viewer, person)) throw securityFailure()
  person.companyId = isLinked ? company.id : 0
  person.modified = call.portal.now()
  return single(call, person)
}
