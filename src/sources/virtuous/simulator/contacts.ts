import { addAddress } from './addresses.ts'
import { badRequest, invalid, notFound, ok } from './answers.ts'
import { checkDateParts, putCollections, putCustomFields, putFields, readCustomFields } from './fields.ts'
import { addIndividual } from './individuals.ts'
import { CONTACT_COLLECTIONS, CONTACT_CUSTOM_FIELDS, CONTACT_TYPES, PREFIXES } from './lists.ts'
import { runQuery } from './query.ts'
import { contactParameters, queryOptionsView } from './query-options.ts'
import { bodyOf, type Call, type JsonObject, listPage, pageOf, type Route, recordOf } from './request.ts'
import {
  CONTACT_FIELDS,
  type ContactRecord,
  individualsOf,
  methodsOf,
  newAudit,
  type State,
  takeId,
  touch,
} from './state.ts'
import { contactItemView, contactView } from './views.ts'

const SORT_KEYS = {
  Id: (contact: ContactRecord) => contact.id,
  'Contact Id': (contact: ContactRecord) => contact.id,
  Name: (contact: ContactRecord) => contact.fields.name ?? null,
  CreatedDateTime: (contact: ContactRecord) => contact.createdAt,
  'Create DateTime UTC': (contact: ContactRecord) => contact.createdAt,
  'Last Modified Date': (contact: ContactRecord) => contact.modifiedAt,
}

export const contactRoutes: readonly Route[] = [
  ['GET', /^\/api\/Contact\/QueryOptions$/, () => ok(queryOptionsView(contactParameters()))],
  ['GET', /^\/api\/Contact\/Types$/, () => ok(CONTACT_TYPES)],
  ['GET', /^\/api\/Contact\/Prefixes$/, () => ok(PREFIXES)],
  ['GET', /^\/api\/Contact\/CustomFields$/, () => ok(CONTACT_CUSTOM_FIELDS)],
  ['GET', /^\/api\/Contact\/CustomCollections$/, () => ok(CONTACT_COLLECTIONS)],
  ['GET', /^\/api\/Contact\/Find$/, (call) => ok(contactView(call.state, find(call), 'single'))],
  ['GET', /^\/api\/Contact\/ByTag\/(\d+)$/, byTag],
  ['POST', /^\/api\/Contact\/Search$/, search],
  ['POST', /^\/api\/Contact\/Query$/, (call) => query(call, (contact) => contactItemView(call.state, contact))],
  [
    'POST',
    /^\/api\/Contact\/Query\/FullContact$/,
    (call) => query(call, (contact) => contactView(call.state, contact, 'single')),
  ],
  ['POST', /^\/api\/Contact\/(?:Transaction|Batch)$/, submit],
  ['PUT', /^\/api\/Contact\/Archive\/(\d+)$/, (call) => archive(call, true)],
  ['PUT', /^\/api\/Contact\/Unarchive\/(\d+)$/, (call) => archive(call, false)],
  [
    'GET',
    /^\/api\/Contact\/(\d+)$/,
    (call) => ok(contactView(call.state, recordOf(call.state.contacts, call), 'single')),
  ],
  ['PUT', /^\/api\/Contact\/(\d+)$/, update],
  ['POST', /^\/api\/Contact$/, create],
  ['GET', /^\/api\/Contact\/([^/]+)\/([^/]+)$/, byReference],
]

function query(call: Call, view: (contact: ContactRecord) => unknown) {
  const { list, total } = runQuery(call.state, [...call.state.contacts.values()], call.body, pageOf(call), {
    parameters: contactParameters(),
    maxGroups: call.rules.maxGroups,
    sortKeys: { ...SORT_KEYS, 'Last Name': (contact) => lastName(call.state, contact) },
    isArchived: (contact) => contact.isArchived,
  })
  return ok({ list: list.map(view), total })
}

function lastName(state: State, contact: ContactRecord) {
  return individualsOf(state, contact.id).find((individual) => individual.isPrimary)?.fields.lastName ?? null
}

/** Names, e-mail addresses and contact names. `total` is the length of the page, as recorded. */
function search(call: Call) {
  const { state } = call
  const text = String(bodyOf(call).search ?? '')
    .trim()
    .toLowerCase()
  const hits = [...state.contacts.values()]
    .filter((contact) => !contact.isArchived)
    .flatMap((contact) =>
      individualsOf(state, contact.id)
        .filter(({ id, fields }) =>
          [
            contact.fields.name,
            [fields.firstName, fields.lastName].join(' '),
            ...methodsOf(state, id).map((method) => method.value),
          ].some((held) => String(held).toLowerCase().includes(text)),
        )
        .map(({ id, fields }) => ({
          individualId: id,
          ...contactItemView(state, contact),
          name: [fields.firstName, fields.lastName].join(' '),
        })),
    )
  const { list } = listPage(text === '' ? [] : hits, call)
  return ok({ list, total: list.length })
}

function byTag(call: Call) {
  const { state } = call
  const tagId = Number(call.params[0])
  const key = SORT_KEYS[(call.query.get('sortBy') ?? 'Id') as keyof typeof SORT_KEYS]
  if (key === undefined) throw badRequest('The request is invalid.', 'sortBy')
  const tagged = new Set(
    [...state.contactTags.values()].filter((link) => link.tagId === tagId).map((link) => link.contactId),
  )
  const direction = call.query.get('descending') === 'true' ? -1 : 1
  const contacts = [...state.contacts.values()]
    .filter((contact) => tagged.has(contact.id) && !contact.isArchived)
    .sort((a, b) => direction * (String(key(a)) === String(key(b)) ? 0 : (key(a) ?? '') < (key(b) ?? '') ? -1 : 1))
  const { list, total } = listPage(contacts, call)
  return ok({ list: list.map((contact) => contactItemView(state, contact)), total })
}

function find(call: Call): ContactRecord {
  const { state } = call
  const [source, reference] = [call.query.get('referenceSource'), call.query.get('referenceId')]
  const email = call.query.get('email')?.toLowerCase()
  const found = [...state.contacts.values()].find((contact) =>
    source !== null
      ? contact.references.some((one) => one.source === source && one.id === reference)
      : individualsOf(state, contact.id).some((individual) =>
          methodsOf(state, individual.id).some((method) => method.value.toLowerCase() === email),
        ),
  )
  if (found === undefined) throw notFound()
  return found
}

function byReference(call: Call) {
  const [source, reference] = call.params.map(decodeURIComponent)
  const found = [...call.state.contacts.values()].find((contact) =>
    contact.references.some((one) => one.source === source && one.id === reference),
  )
  if (found === undefined) throw notFound()
  return ok(contactView(call.state, found, 'single'))
}

/** Taken in, answered with an empty body, and worked off at night. */
function submit(call: Call) {
  call.state.pending.push(bodyOf(call))
  return ok()
}

function archive(call: Call, isArchived: boolean) {
  const contact = recordOf(call.state.contacts, call)
  contact.isArchived = isArchived
  touch(call.state, contact, null, call.user)
  return ok()
}

function update(call: Call) {
  const contact = recordOf(call.state.contacts, call)
  const body = bodyOf(call)
  const fields = putFields(CONTACT_FIELDS, body, contact.fields, call.rules)
  checkContact(fields)
  const customFields = putCustomFields(body, contact.customFields, CONTACT_CUSTOM_FIELDS, call.rules)
  const newId = () => takeId(call.state)
  contact.customCollections = putCollections(body, contact.customCollections, CONTACT_COLLECTIONS, call.rules, newId)
  contact.fields = { ...fields, isPrivate: fields.isPrivate ?? false }
  contact.customFields = customFields
  touch(call.state, contact, null, call.user)
  return ok(contactView(call.state, contact, 'written'))
}

function checkContact(fields: ContactRecord['fields']): void {
  if (typeof fields.name !== 'string' || fields.name.trim() === '') throw invalid('name', 'Name is required.')
  if (!CONTACT_TYPES.some(({ type }) => type === fields.contactType)) {
    throw invalid('contactType', 'There is no such contact type.')
  }
  checkDateParts(fields, 'anniversary')
}

/** The nested create: no check for duplicates, 200, and custom fields as an object by name. */
function create(call: Call) {
  const { state } = call
  const body = bodyOf(call)
  const fields = putFields(CONTACT_FIELDS, body, {}, { ...call.rules, putSemantics: 'replace' })
  checkContact(fields)
  const id = takeId(state)
  const contact: ContactRecord = {
    id,
    ...newAudit(state, call.user),
    fields: { ...fields, isPrivate: fields.isPrivate ?? false },
    isArchived: body.isArchived === true,
    references:
      typeof body.referenceSource === 'string'
        ? [{ source: body.referenceSource, id: String(body.referenceId ?? '') }]
        : [],
    customFields: readCustomFields(body.customFields, CONTACT_CUSTOM_FIELDS),
    customCollections: [],
  }
  state.contacts.set(id, contact)
  try {
    for (const nested of list(body.contactIndividuals)) {
      addIndividual(call, {
        ...nested,
        contactId: id,
        setAsPrimary: nested.isPrimary,
        setAsSecondary: nested.isSecondary,
      })
    }
    for (const nested of list(body.contactAddresses)) {
      const [region, country] = [nested.state ?? nested.stateCode, nested.country ?? nested.countryCode]
      addAddress(call, { ...nested, contactId: id, state: region, country, setAsPrimary: nested.isPrimary })
    }
  } catch (error) {
    // All of it or nothing.
    for (const individual of individualsOf(state, id)) state.individuals.delete(individual.id)
    state.contacts.delete(id)
    throw error
  }
  return ok(contactView(state, contact, 'written'))
}

function list(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as JsonObject[]) : []
}
