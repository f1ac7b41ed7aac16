import { badRequest, invalid, notFound, ok } from './answers.ts'
import { checkDateParts, putCollections, putCustomFields, putFields, readCustomFields } from './fields.ts'
import { INDIVIDUAL_COLLECTIONS, INDIVIDUAL_CUSTOM_FIELDS } from './lists.ts'
import { addMethod } from './methods.ts'
import { runQuery } from './query.ts'
import { individualParameters, queryOptionsView } from './query-options.ts'
import { bodyOf, type Call, type JsonObject, pageOf, type Route, recordOf } from './request.ts'
import {
  INDIVIDUAL_FIELDS,
  type IndividualRecord,
  individualsOf,
  methodGroup,
  methodsOf,
  newAudit,
  takeId,
  touch,
} from './state.ts'
import { individualView } from './views.ts'

export const individualRoutes: readonly Route[] = [
  [
    'GET',
    /^\/api\/ContactIndividual\/QueryOptions$/,
    ({ rules }) => ok(queryOptionsView(individualParameters(rules.individualId))),
  ],
  ['GET', /^\/api\/ContactIndividual\/CustomFields$/, () => ok(INDIVIDUAL_CUSTOM_FIELDS)],
  ['GET', /^\/api\/ContactIndividual\/CustomCollections$/, () => ok(INDIVIDUAL_COLLECTIONS)],
  ['GET', /^\/api\/ContactIndividual\/Find$/, find],
  ['POST', /^\/api\/ContactIndividual\/Query$/, query],
  // An unknown contact has no individuals: an empty list, and no 404.
  [
    'GET',
    /^\/api\/ContactIndividual\/ByContact\/(\d+)$/,
    ({ state, params }) =>
      ok(individualsOf(state, Number(params[0])).map((individual) => individualView(state, individual, 'single'))),
  ],
  ['GET', /^\/api\/ContactIndividual\/(\d+)(?:\/Avatar)?$/, get],
  ['PUT', /^\/api\/ContactIndividual\/(\d+)$/, update],
  ['DELETE', /^\/api\/ContactIndividual\/(\d+)$/, remove],
  ['POST', /^\/api\/ContactIndividual\/(\d+)\/Avatar$/, putAvatar],
  [
    'POST',
    /^\/api\/ContactIndividual$/,
    (call) => ok(individualView(call.state, addIndividual(call, bodyOf(call)), 'written')),
  ],
]

function get(call: Call) {
  return ok(individualView(call.state, recordOf(call.state.individuals, call), 'single'))
}

function find(call: Call) {
  const email = call.query.get('email')?.toLowerCase()
  const found = [...call.state.methods.values()].find(
    (method) => methodGroup(method.type) === 'email' && method.value.toLowerCase() === email,
  )
  const individual = found === undefined ? undefined : call.state.individuals.get(found.individualId)
  if (individual === undefined) throw notFound()
  return ok(individualView(call.state, individual, 'single'))
}

function query(call: Call) {
  const { state, rules } = call
  const { list, total } = runQuery(state, [...state.individuals.values()], call.body, pageOf(call), {
    parameters: individualParameters(rules.individualId),
    maxGroups: rules.maxGroups,
    sortKeys: {
      Id: (individual) => individual.id,
      'Contact Id': (individual) => individual.contactId,
      'Last Name': (individual) => individual.fields.lastName ?? null,
      'Last Modified Date': (individual) => individual.modifiedAt,
    },
    isArchived: (individual) => state.contacts.get(individual.contactId)?.isArchived ?? false,
  })
  return ok({ list: list.map((individual) => individualView(state, individual, 'nested')), total })
}

function update(call: Call) {
  const { state, rules } = call
  const individual = recordOf(state.individuals, call)
  const body = bodyOf(call)
  const fields = putFields(INDIVIDUAL_FIELDS, body, individual.fields, rules)
  checkIndividual(fields)
  const customFields = putCustomFields(body, individual.customFields, INDIVIDUAL_CUSTOM_FIELDS, rules)
  const newId = () => takeId(state)
  individual.customCollections = putCollections(
    body,
    individual.customCollections,
    INDIVIDUAL_COLLECTIONS,
    rules,
    newId,
  )
  individual.fields = withDefaults(fields)
  individual.customFields = customFields
  setRoles(call, individual, body)
  touch(state, individual, individual.contactId, call.user)
  return ok(individualView(state, individual, 'written'))
}

function withDefaults(fields: IndividualRecord['fields']): IndividualRecord['fields'] {
  return {
    ...fields,
    isDeceased: fields.isDeceased ?? false,
    deceasedDate: fields.deceasedDate ?? '',
    // Computed where the year is known.
    approximateAge: typeof fields.birthYear === 'number' ? null : (fields.approximateAge ?? null),
  }
}

function checkIndividual(fields: IndividualRecord['fields']): void {
  if (!fields.firstName && !fields.lastName) throw invalid('lastName', 'A first or last name is required.')
  checkDateParts(fields, 'birth')
}

/** Written as `setAsPrimary` and `setAsSecondary`, read as `isPrimary` and `isSecondary`; one of each in a contact. */
function setRoles(call: Call, individual: IndividualRecord, body: JsonObject): void {
  const isSent = (name: string) => Object.hasOwn(body, name) || call.rules.putSemantics === 'replace'
  const others = individualsOf(call.state, individual.contactId).filter((other) => other.id !== individual.id)
  if (isSent('setAsPrimary')) individual.isPrimary = body.setAsPrimary === true
  if (isSent('setAsSecondary')) individual.isSecondary = body.setAsSecondary === true
  for (const other of others) {
    if (individual.isPrimary) other.isPrimary = false
    if (individual.isSecondary) other.isSecondary = false
  }
}

function remove(call: Call) {
  const { state } = call
  const individual = recordOf(state.individuals, call)
  for (const method of methodsOf(state, individual.id)) state.methods.delete(method.id)
  state.individuals.delete(individual.id)
  return ok()
}

export function addIndividual(call: Call, body: JsonObject): IndividualRecord {
  const { state, rules } = call
  const contactId = Number(body.contactId)
  if (!state.contacts.has(contactId)) throw badRequest('The request is invalid.', 'contactId')
  const fields = putFields(INDIVIDUAL_FIELDS, body, {}, { ...rules, putSemantics: 'replace' })
  checkIndividual(fields)
  const definitions = INDIVIDUAL_COLLECTIONS
  const individual: IndividualRecord = {
    id: takeId(state),
    contactId,
    ...newAudit(state, call.user),
    fields: withDefaults(fields),
    isPrimary: false,
    isSecondary: false,
    customFields: readCustomFields(body.customFields, INDIVIDUAL_CUSTOM_FIELDS),
    customCollections: putCollections(body, [], definitions, rules, () => takeId(state)),
  }
  state.individuals.set(individual.id, individual)
  setRoles(call, individual, body)
  for (const nested of Array.isArray(body.contactMethods) ? (body.contactMethods as JsonObject[]) : []) {
    addMethod(call, {
      ...nested,
      contactIndividualId: individual.id,
      setAsPrimary: nested.setAsPrimary ?? nested.isPrimary,
    })
  }
  return individual
}

/** Exactly one file, under whatever name. */
async function putAvatar(call: Call) {
  const { state } = call
  const individual = recordOf(state.individuals, call)
  const files = await readFiles(call)
  const [file] = files
  if (files.length !== 1 || file === undefined) throw badRequest('The request must hold one file.')
  const name = `${individual.id}-${takeId(state)}.${file.type.split('/')[1] ?? 'bin'}`
  state.avatars.set(name, { bytes: new Uint8Array(await file.arrayBuffer()), contentType: file.type })
  individual.fields.avatarUrl = `${call.origin}/avatars/${name}`
  touch(state, individual, individual.contactId, call.user)
  return ok(individualView(state, individual, 'written'))
}

async function readFiles(call: Call): Promise<File[]> {
  if (!call.contentType.startsWith('multipart/form-data')) return []
  const message = new Response(new Uint8Array(call.rawBody), { headers: { 'content-type': call.contentType } })
  const form = await message.formData().catch(() => {
    throw badRequest('Unexpected end of MIME multipart stream.')
  })
  return [...form.values()].filter((part) => part instanceof File)
}
