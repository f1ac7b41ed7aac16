import { decode } from '../../http/decode.ts'
import type { CallOptions, OpenRecord } from '../source.ts'
import { type Api, readOne } from './api.ts'
import { toTag } from './catalog.ts'
import { personRest, toPerson } from './mapping.ts'
import { organizationRest, toOrganization } from './mapping-organization.ts'
import type { Organizations } from './organizations.ts'
import type { PictureRules } from './plan-create.ts'
import { planRemoveMethod, planUpsertMethods } from './plan-methods.ts'
import {
  type OpenedOrganization,
  planRemoveAddress,
  planUpdateOrganization,
  planUpsertAddresses,
} from './plan-organization.ts'
import { type OpenedPerson, planAvatar, planDeletePerson, planUpdatePerson } from './plan-person.ts'
import { toWireId } from './values.ts'
import { contact, individual, listEnvelope, type Tag, tag } from './wire.ts'

const MAX_TAGS = 1000

/** An individual, read afresh with the tags of its contact. Its contact methods come with it. */
export async function openPerson(
  api: Api,
  id: string,
  rules: PictureRules,
  { signal }: CallOptions,
): Promise<OpenRecord<'Person'> | null> {
  const { source, catalog } = api
  const wireId = toWireId(id)
  if (wireId === null) return null
  const wire = await readOne(api, `/api/ContactIndividual/${wireId}`, individual, 'an individual', signal)
  if (wire === null) return null
  const [definitions, prefixes, types, tags, links] = await Promise.all([
    catalog.individualFields(signal),
    catalog.prefixes(signal),
    catalog.methodTypes(signal),
    catalog.tags(signal),
    wire.contactId == null ? [] : readTags(api, wire.contactId, signal),
  ])
  const record = toPerson(wire, { source, definitions, tags: links.map(({ name }) => name) })
  const opened: OpenedPerson = { source, wire, record, definitions, prefixes, tags, links }
  return {
    record,
    rest: personRest(wire),
    update: (patch) => planUpdatePerson(opened, patch),
    delete: () => planDeletePerson(opened),
    upsertContactItems: (changes) => planUpsertMethods(opened, changes, types),
    removeContactItem: (itemId) => planRemoveMethod(opened, itemId),
    putAvatar: (picture) => planAvatar(opened, picture, rules),
  }
}

/** The tags of a contact, each under the id of its link. */
export async function readTags(api: Api, contactId: number, signal: AbortSignal): Promise<readonly Tag[]> {
  const path = `/api/ContactTag/ByContact/${contactId}`
  const { body } = await api.http.request({ method: 'GET', path, query: { skip: 0, take: MAX_TAGS }, signal })
  const { list } = decode(listEnvelope, body, { source: api.source, what: 'the tags of a contact' })
  return list.map((item) => toTag(decode(tag, item, { source: api.source, what: 'a tag' })))
}

/** A contact, read afresh with all its addresses. */
export async function openOrganization(
  api: Api,
  organizations: Organizations,
  id: string,
  { signal }: CallOptions,
): Promise<OpenRecord<'Organization'> | null> {
  const { source, catalog } = api
  const wireId = toWireId(id)
  if (wireId === null) return null
  const wire = await readOne(api, `/api/Contact/${wireId}`, contact, 'a contact', signal)
  if (wire === null) return null
  const [definitions, types, addresses] = await Promise.all([
    catalog.contactFields(signal),
    catalog.contactTypes(signal),
    organizations.readAddresses(wireId, signal),
  ])
  const context = { source, definitions, types, addresses }
  const record = toOrganization(wire, context)
  const opened: OpenedOrganization = { source, wire, record, context, addresses }
  return {
    record,
    rest: organizationRest(wire, addresses),
    update: (patch) => planUpdateOrganization(opened, patch),
    upsertContactItems: (changes) => planUpsertAddresses(opened, changes),
    removeContactItem: (itemId) => planRemoveAddress(opened, itemId),
  }
}
