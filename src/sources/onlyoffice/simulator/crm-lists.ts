import { requireContact, single, visible } from './crm-reads.ts'
import {
  definitionsFor,
  employeeShape,
  entityOf,
  fieldShape,
  fieldValues,
  fullShape,
  listItemShape,
  mayEdit,
  membersOf,
} from './crm-shapes.ts'
import { setField } from './crm-writes.ts'
import { list, nothing, type Result, value } from './envelope.ts'
import { badArgument, itemNotFound, nullReference, securityFailure } from './failures.ts'
import { type Call, type MethodRoute, route } from './portal.ts'
import type { ContactRow, ListItem } from './state.ts'

export const crmListRoutes: readonly MethodRoute[] = [
  ...listRoutes('status', 'statusId', ({ portal }) => portal.state.statuses),
  ...listRoutes('type', 'typeId', ({ portal }) => portal.state.types),
  route('PUT', 'crm/contact/{contactid:int}/status', (call) =>
    single(call, setStatus(call, requireContact(call, 'contactid'))),
  ),
  route('PUT', 'crm/contact/person/{contactid:int}/status', (call) => statusOfAll(call, false)),
  route('PUT', 'crm/contact/company/{contactid:int}/status', (call) => statusOfAll(call, true)),

  route('GET', 'crm/contact/{contactid:int}/access', (call) => {
    const contact = requireContact(call, 'contactid')
    return list(contact.shareType === 0 ? contact.access.map((id) => employeeShape(call.portal, id)) : [])
  }),
  route('PUT', 'crm/contact/{contactid:int}/access', (call) =>
    single(call, setAccess(call, requireContact(call, 'contactid'))),
  ),
  route('PUT', 'crm/contact/access', (call) => {
    const contacts = call.args.ints('contactid').flatMap((id) => call.portal.state.contacts.get(id) ?? [])
    return list(contacts.map((contact) => fullShape(call.portal, call.viewer, setAccess(call, contact), 'single')))
  }),

  route('GET', 'crm/contact/tag', (call) => {
    const contacts = visible(call)
    return list(
      [...call.portal.state.tags].map((title) => ({
        title,
        relativeItemsCount: contacts.filter((contact) => contact.tags.includes(title)).length,
      })),
    )
  }),
  route('GET', 'crm/contact/{contactid:int}/tag', (call) => list(requireContact(call, 'contactid').tags)),
  route('GET', 'crm/contact/tag/{contactid:int}', (call) => list(requireContact(call, 'contactid').tags)),
  route('POST', 'crm/contact/{contactid:int}/tag', (call) => tag(call, [requireContact(call, 'contactid')], true)),
  route('DELETE', 'crm/contact/{contactid:int}/tag', (call) => tag(call, [requireContact(call, 'contactid')], false)),
  route('POST', 'crm/contact/taglist', (call) => {
    return tag(
      call,
      call.args.ints('entityid').flatMap((id) => call.portal.state.contacts.get(id) ?? []),
      true,
    )
  }),
  route('POST', 'crm/contact/tag', (call) => {
    const name = tagName(call)
    if (call.portal.state.tags.has(name)) throw badArgument('Tag with this name already exists')
    call.portal.state.tags.add(name)
    return value(name)
  }),
  route('DELETE', 'crm/contact/tag', (call) => {
    const name = tagName(call)
    if (!call.portal.state.tags.delete(name)) throw itemNotFound()
    for (const contact of call.portal.state.contacts.values())
      contact.tags = contact.tags.filter((other) => other !== name)
    return value(name)
  }),

  route('GET', 'crm/{entity:contact|person|company|opportunity|case}/customfield/definitions', ({ args, portal }) =>
    list(
      definitionsFor(portal.state, (args.text('entity') ?? '').toLowerCase()).map((field) => {
        const used = [...portal.state.contacts.values()].filter((contact) => contact.fields.has(field.id)).length
        return { relativeItemsCount: used, ...fieldShape(field, 0, '') }
      }),
    ),
  ),
  route('GET', 'crm/{entity:contact|person|company}/{contactid:int}/customfield', (call) => {
    const contact = requireContact(call, 'contactid')
    return list(fieldValues(call.portal.state, contact, true))
  }),
  route('POST', 'crm/{entity:contact|person|company}/{contactid:int}/customfield/{fieldid:int}', setFieldValue),
  route('POST', 'crm/contact/{contactid:int}/project/{projectid:int}', (call) =>
    addToProject(call, [requireContact(call, 'contactid')]),
  ),
  route('POST', 'crm/contact/project/{projectid:int}', (call) => {
    return addToProject(
      call,
      call.args.ints('contactid').flatMap((id) => call.portal.state.contacts.get(id) ?? []),
    )
  }),
  route('PUT', 'crm/contact/{contactid:int}/creationdate', (call) => setTime(call, 'created', 'creationDate')),
  route('PUT', 'crm/contact/{contactid:int}/lastmodifeddate', (call) => setTime(call, 'modified', 'lastModifedDate')),
]

function listRoutes(
  name: string,
  member: 'statusId' | 'typeId',
  items: (call: Call) => readonly ListItem[],
): readonly MethodRoute[] {
  const shape = (call: Call, item: ListItem) => ({
    ...listItemShape(item),
    relativeItemsCount: [...call.portal.state.contacts.values()].filter((contact) => contact[member] === item.id)
      .length,
  })
  return [
    route('GET', `crm/contact/${name}`, (call) => list(items(call).map((item) => shape(call, item)))),
    route('GET', `crm/contact/${name}/{id:int}`, (call) => {
      const item = items(call).find((one) => one.id === call.args.int('id'))
      if (!item) throw itemNotFound()
      return value(shape(call, item))
    }),
  ]
}

function setStatus({ args, portal, viewer }: Call, contact: ContactRow): ContactRow {
  const id = args.int('contactStatusid')
  if (id < 0) throw badArgument()
  if (id > 0 && !portal.state.statuses.some((item) => item.id === id)) throw itemNotFound()
  if (!mayEdit(viewer, contact)) throw securityFailure()
  Object.assign(contact, { statusId: id, modified: portal.now() })
  return contact
}

/** A company with all its people, or a person with the company and everybody else in it. */
function statusOfAll(call: Call, isCompany: boolean): Result {
  const { state } = call.portal
  const contact = requireContact(call, 'contactid')
  if (contact.isCompany !== isCompany) throw badArgument()
  const company = isCompany ? contact : state.contacts.get(contact.companyId)
  for (const other of company ? [company, ...membersOf(state, company.id)] : [contact]) setStatus(call, other)
  return single(call, contact)
}

/** A list replaces; none makes the contact public, if it is to be shared at all. */
function setAccess({ args, portal, viewer }: Call, contact: ContactRow): ContactRow {
  const [managers, isShared] = [args.guids('managerList'), args.bool('isShared')]
  if (!mayEdit(viewer, contact)) throw securityFailure()
  Object.assign(contact, { access: [...new Set(managers)], shareType: isShared ? 1 : 0, modified: portal.now() })
  return contact
}

function tagName({ args }: Call): string {
  const name = (args.text('tagName') ?? '').trim()
  if (name === '') throw badArgument()
  return name
}

function tag(call: Call, contacts: readonly ContactRow[], isAdded: boolean): Result {
  const name = tagName(call)
  for (const contact of contacts) {
    if (!mayEdit(call.viewer, contact)) throw securityFailure()
    if (!isAdded && !contact.tags.includes(name)) throw itemNotFound()
    contact.tags = contact.tags.filter((other) => other !== name)
    if (isAdded) contact.tags.push(name)
  }
  if (isAdded) call.portal.state.tags.add(name)
  return value(name)
}

/** Whether the caller may edit the contact is not asked. */
function setFieldValue(call: Call): Result {
  const contact = requireContact(call, 'contactid')
  const text = call.args.text('fieldValue')
  const field = definitionsFor(call.portal.state, entityOf(contact)).find((one) => one.id === call.args.int('fieldid'))
  if (text === null) throw nullReference()
  if (!field) throw badArgument()
  setField(contact, field.id, text)
  return value(fieldShape(field, contact.id, text))
}

function addToProject(call: Call, contacts: readonly ContactRow[]): Result {
  const project = call.args.int('projectid')
  for (const contact of contacts) contact.projects = [...new Set([...contact.projects, project])]
  return list(contacts.map((contact) => fullShape(call.portal, call.viewer, contact, 'list')))
}

function setTime(call: Call, member: 'created' | 'modified', name: string): Result {
  const contact = requireContact(call, 'contactid')
  const date = call.args.date(name)
  if (!date) throw badArgument()
  contact[member] = date.ms
  return nothing
}
