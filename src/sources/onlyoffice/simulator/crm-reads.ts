import { toChoice } from './binding.ts'
import {
  baseShape,
  contactName,
  fullShape,
  INFO_TYPE_LABELS,
  INFO_TYPES,
  infoShape,
  maySee,
  rowsOf,
} from './crm-shapes.ts'
import { list, type Result, value } from './envelope.ts'
import { badArgument, itemNotFound } from './failures.ts'
import { countedPage, genericList, readPage, updatedSince } from './lists.ts'
import { type Call, type MethodRoute, route } from './portal.ts'
import type { ContactRow } from './state.ts'

const LIST_VIEWS = ['All', 'Company', 'Person', 'WithOpportunity']

export const crmReadRoutes: readonly MethodRoute[] = [
  route('GET', 'crm/contact/filter', (call) => filtered(call, 'full')),
  route('GET', 'crm/contact/simple/filter', (call) => filtered(call, 'simple')),
  route('GET', 'crm/contact/simple/byEmail', simpleByEmail),
  route('GET', 'crm/contact/mail', withMail),
  route('GET', 'crm/contact/bycontactinfo', byContactInfo),
  route('GET', 'crm/contact/byprefix', byPrefix),
  route('GET', 'crm/contact/company/{companyid:int}/person', personsOfCompany),
  route('GET', 'crm/contact/project/{projectid:int}', (call) => {
    const project = call.args.int('projectid')
    return fullList(
      call,
      visible(call).filter((contact) => contact.projects.includes(project)),
    )
  }),
  route('GET', 'crm/contact/{contactid:int}', (call) => single(call, requireContact(call, 'contactid'))),
]

/** The contact named by a route value or parameter: 400 for 0, 404 for an unknown or hidden one. */
export function requireContact(call: Call, name: string): ContactRow {
  const id = call.args.int(name)
  if (id <= 0) throw badArgument()
  const contact = call.portal.state.contacts.get(id)
  if (!contact || !maySee(call.viewer, contact)) throw itemNotFound()
  return contact
}

export function single({ portal, viewer }: Call, contact: ContactRow): Result {
  return value(fullShape(portal, viewer, contact, 'single'))
}

export function visible({ portal, viewer }: Call): ContactRow[] {
  return [...portal.state.contacts.values()].filter((contact) => maySee(viewer, contact))
}

/** What the filter's parameters select; without any, everything there is to see. */
export function selected(call: Call): ContactRow[] {
  const { args } = call
  const [tags, stage, type] = [
    args.texts('tags'),
    args.intOrNull('contactStage') ?? -1,
    args.intOrNull('contactType') ?? -1,
  ]
  // No contact here has an opportunity.
  const view = args.choice('contactListView', LIST_VIEWS) ?? 0
  const responsible = args.text('responsibleid')?.toLowerCase() ?? ''
  const isShared = args.boolOrNull('isShared')
  const [from, to] = [
    args.date('fromDate')?.ms ?? Number.NEGATIVE_INFINITY,
    args.date('toDate')?.ms ?? Number.POSITIVE_INFINITY,
  ]
  const words = (args.text('filterValue') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return visible(call).filter((contact) => {
    const text = searchText(call, contact)
    return (
      tags.every((tag) => contact.tags.includes(tag)) &&
      (stage < 0 || contact.statusId === stage) &&
      (type < 0 || contact.typeId === type) &&
      (view === 0 || (view !== 3 && contact.isCompany === (view === 1))) &&
      (responsible === '' || contact.access.includes(responsible)) &&
      (isShared === null || (contact.shareType !== 0) === isShared) &&
      contact.created >= from &&
      contact.created <= to &&
      words.every((word) => text.includes(word))
    )
  })
}

/** Without the full-text index only names are searched; with it also rows, custom fields and the company's name. */
function searchText({ portal }: Call, contact: ContactRow): string {
  if (portal.switches.search === 'names') return contactName(contact).toLowerCase()
  const company = portal.state.contacts.get(contact.companyId)
  const rows = rowsOf(portal.state, contact.id).map((row) => row.data)
  return [contactName(contact), ...rows, ...contact.fields.values(), company?.companyName ?? ''].join(' ').toLowerCase()
}

function filtered(call: Call, form: 'full' | 'simple'): Result {
  const { portal, viewer } = call
  const { sortBy, descending } = readPage(call)
  const key = sortBy.toLowerCase() || (form === 'simple' ? 'displayname' : 'created')
  // Newest first is the default of the full list; a key that is named goes up unless told otherwise.
  const isReversed = sortBy === '' && form === 'full' ? true : descending
  const contacts = selected(call).sort((a, b) => compare(key, a, b) * (isReversed ? -1 : 1))
  const page = countedPage(call, contacts, true)
  if (page.kind !== 'list') return page
  const items = (page.items as readonly ContactRow[]).map((contact) =>
    form === 'full'
      ? fullShape(portal, viewer, contact, 'list')
      : {
          contact: {
            ...baseShape(portal, viewer, contact),
            commonData: rowsOf(portal.state, contact.id).map(infoShape),
          },
        },
  )
  return { ...page, items: form === 'full' ? ofType(call, updatedSince(call, items)) : items }
}

function compare(key: string, a: ContactRow, b: ContactRow): number {
  const text = (contact: ContactRow): string => {
    if (key === 'firstname') return contact.firstName
    if (key === 'lastname') return contact.lastName
    return contactName(contact)
  }
  const number = (contact: ContactRow): number => {
    if (key === 'created') return contact.created
    if (key === 'history') return contact.modified
    return key === 'contacttype' ? contact.statusId : contact.id
  }
  const isNumber = ['created', 'history', 'id', 'contacttype'].includes(key)
  const order = isNumber ? number(a) - number(b) : text(a).localeCompare(text(b))
  return order || a.id - b.id
}

/** `type` keeps persons or companies, after the page was cut. */
function ofType({ request }: Call, items: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  const type = request.query.get('type')?.toLowerCase()
  return type ? items.filter((item) => (item.isCompany ? 'company' : 'person') === type) : items
}

function fullList(call: Call, contacts: readonly ContactRow[]): Result {
  return genericList(
    call,
    contacts.map((contact) => fullShape(call.portal, call.viewer, contact, 'list')),
  )
}

/** The only read of several contacts by id: base data and the primary e-mail address. What isn't there is left out. */
function withMail(call: Call): Result {
  const wanted = new Set(call.args.ints('contactids'))
  const { portal, viewer } = call
  return list(
    visible(call)
      .filter((contact) => wanted.has(contact.id))
      .reverse()
      .map((contact) => ({ ...baseShape(portal, viewer, contact), ...primary(call, contact, 1, 'email') })),
  )
}

function primary({ portal }: Call, contact: ContactRow, type: number, member: string): Record<string, unknown> {
  const row = rowsOf(portal.state, contact.id).find((info) => info.type === type && info.isPrimary)
  return row ? { [member]: infoShape(row) } : {}
}

function byContactInfo(call: Call): Result {
  const { args, portal } = call
  const type = readInfoType(args.text('infoType'))
  const text = (args.text('data') ?? '').toLowerCase()
  const [category, isPrimary] = [args.intOrNull('category'), args.boolOrNull('isPrimary')]
  const contacts = visible(call).filter((contact) =>
    rowsOf(portal.state, contact.id).some(
      (row) =>
        row.type === type &&
        row.data.toLowerCase().includes(text) &&
        (category === null || row.category === category) &&
        (isPrimary === null || row.isPrimary === isPrimary),
    ),
  )
  return fullList(call, contacts)
}

export function readInfoType(text: string | null): number {
  if (text === null) throw badArgument()
  return INFO_TYPE_LABELS[text.toLowerCase()] ?? toChoice(text, INFO_TYPES)
}

function byPrefix(call: Call): Result {
  const { portal, viewer } = call
  const prefix = (call.args.text('prefix') ?? '').toLowerCase()
  const search = call.args.intOrNull('searchType') ?? -1
  return list(
    visible(call)
      .filter((contact) => contactName(contact).toLowerCase().includes(prefix))
      .filter((contact) => search !== 0 || contact.isCompany)
      .filter((contact) => search !== 1 || !contact.isCompany)
      .slice(0, 30)
      .map((contact) => ({ ...baseShape(portal, viewer, contact), ...primary(call, contact, 0, 'phone') })),
  )
}

function simpleByEmail(call: Call): Result {
  const { portal, viewer } = call
  const term = (call.args.text('term') ?? '').toLowerCase()
  const found = visible(call).filter((contact) =>
    rowsOf(portal.state, contact.id).some((row) => row.type === 1 && row.data.toLowerCase().includes(term)),
  )
  return list(
    found.slice(0, call.args.int('maxCount')).map((contact) => ({ contact: baseShape(portal, viewer, contact) })),
  )
}

function personsOfCompany(call: Call): Result {
  const company = requireContact(call, 'companyid')
  return fullList(
    call,
    visible(call).filter((contact) => !contact.isCompany && contact.companyId === company.id),
  )
}
