import { badRequest, notFound, ok } from './answers.ts'
import { ORGANIZATION } from './lists.ts'
import { bodyOf, type Call, type Route } from './request.ts'

/** What stands apart from contacts, their people, methods, addresses and tags. */
export const otherRoutes: readonly Route[] = [
  ['GET', /^\/api\/Organization\/Current$/, () => ok(ORGANIZATION)],
  ['GET', /^\/api\/Organization$/, () => ok([ORGANIZATION])],
  ['PUT', /^\/api\/Organization\/Switch$/, switchOrganization],
  ['POST', /^\/api\/ContactReference$/, addReference],
  ['DELETE', /^\/api\/ContactReference\/([^/]+)$/, removeReference],
  ['POST', /^\/api\/Contact\/Proximity$/, nearby],
  ['PUT', /^\/api\/(ContactMethod|ContactAddress)\/(Archive|Unarchive)\/(\d+)$/, archive],
  ['GET', /^\/api\/Relationship\/ByContact\/\d+$/, () => ok({ list: [], total: 0 })],
  ['GET', /^\/api\/OrganizationGroup$/, () => ok({ list: [], total: 0 })],
  ['GET', /^\/api\/OrganizationGroup\/ByContact\/\d+$/, () => ok([])],
]

function switchOrganization(call: Call) {
  if (bodyOf(call).organizationUserId === ORGANIZATION.organizationUserId) return ok(ORGANIZATION)
  throw badRequest('The request is invalid.', 'organizationUserId')
}

function addReference(call: Call) {
  const { contactId, referenceSource, referenceId } = bodyOf(call)
  const contact = call.state.contacts.get(Number(contactId))
  if (contact === undefined) throw badRequest('The request is invalid.', 'contactId')
  const reference = { source: String(referenceSource), id: String(referenceId) }
  contact.references = [...contact.references, reference]
  return ok(reference)
}

function removeReference({ state, params, query }: Call) {
  const [source, id] = [decodeURIComponent(params[0] ?? ''), query.get('referenceId')]
  for (const contact of state.contacts.values()) {
    const kept = contact.references.filter((one) => one.source !== source || one.id !== id)
    if (kept.length === contact.references.length) continue
    contact.references = kept
    return ok()
  }
  throw notFound()
}

/** Nobody here has coordinates. A body without numbers is refused as was recorded. */
function nearby(call: Call) {
  const { latitude, longitude, distanceInMiles } = bodyOf(call)
  if ([latitude, longitude, distanceInMiles].some((value) => Number.isNaN(Number(value ?? Number.NaN)))) {
    throw badRequest('The request is invalid.', 'contactProximitySearch')
  }
  return ok({ list: [], total: 0 })
}

function archive({ state, params }: Call) {
  const [resource, verb, id] = params
  const records = resource === 'ContactMethod' ? state.methods : state.addresses
  if (!records.has(Number(id))) throw notFound()
  if (verb === 'Archive') state.archived.add(Number(id))
  else state.archived.delete(Number(id))
  return ok()
}
