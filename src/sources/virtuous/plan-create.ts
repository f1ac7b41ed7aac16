import { GatewayError, invalidInput, unsupported } from '../../model/errors.ts'
import type { JsonObject } from '../../model/json.ts'
import type { OrganizationPatch, PersonPatch } from '../../model/patch.ts'
import type { Picture } from '../../model/picture.ts'
import type { FieldChange } from '../../model/receipt.ts'
import type { CallOptions, Plan, PlannedRequest } from '../source.ts'
import type { Api } from './api.ts'
import { typeOfKind } from './mapping-organization.ts'
import { changedCustomFields, changedFields } from './plan-fields.ts'
import { checkOrganization } from './plan-organization.ts'
import { avatarRequest, checkPicture } from './plan-person.ts'
import { toPlan } from './plans.ts'
import { toWireId } from './values.ts'
import type { WireCustomField } from './wire.ts'

export interface PictureRules {
  readonly part: string
  readonly maxBytes: number
}

/**
 * A person in the organization that is named, by `POST /api/ContactIndividual`; without one, in a household of their own, by the
 * nested `POST /api/Contact`. No check for duplicates is made by either.
 */
export async function planCreatePerson(
  api: Api,
  patch: PersonPatch,
  picture: Picture | null,
  rules: PictureRules,
  { signal }: CallOptions,
): Promise<Plan> {
  const { source, catalog } = api
  const [definitions, prefixes, types, tags] = await Promise.all([
    catalog.individualFields(signal),
    catalog.prefixes(signal),
    catalog.contactTypes(signal),
    (patch.addTags ?? []).length === 0 ? [] : catalog.tags(signal),
  ])
  const fields = changedFields(null, patch, prefixes)
  const customFields = changedCustomFields([], patch.customFields, definitions) ?? []
  if (picture !== null) checkPicture(source, picture, rules.maxBytes, ['avatar'])
  const requests: PlannedRequest[] = []
  if (patch.organizationId == null) {
    if ((patch.addTags ?? []).length > 0) {
      throw unsupported(source, `${source} tags organizations: name one to create a person with tags.`, ['addTags'])
    }
    const contactType = typeOfKind('HOUSEHOLD', types) ?? 'Household'
    const name = [fields.firstName, fields.lastName].filter((part) => part !== undefined).join(' ')
    const individual = { ...fields, isPrimary: true, customFields: byName(customFields) }
    requests.push({
      method: 'POST',
      path: '/api/Contact',
      body: { contactType, name, contactIndividuals: [individual] },
    })
  } else {
    const contactId = toWireId(patch.organizationId)
    if (contactId === null) throw invalidInput(['organizationId'], 'there is no such organization')
    const body = {
      contactId,
      ...fields,
      ...(customFields.length > 0 && { customFields: [...customFields] as JsonObject[] }),
    }
    requests.push({ method: 'POST', path: '/api/ContactIndividual', body })
    for (const [index, name] of (patch.addTags ?? []).entries()) {
      const tag = tags.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
      if (tag === undefined)
        throw invalidInput(['addTags', String(index)], 'there is no such tag; tags are made at the source')
      requests.push({ method: 'POST', path: '/api/ContactTag', body: { tagId: tag.id, contactId } })
    }
  }
  if (picture !== null) requests.push(avatarRequest('{id}', picture, rules.part))
  return toPlan(requests, createdChanges({ ...patch }, picture))
}

export async function planCreateOrganization(
  api: Api,
  patch: OrganizationPatch,
  picture: Picture | null,
  { signal }: CallOptions,
): Promise<Plan> {
  const { source, catalog } = api
  if (picture !== null) {
    throw unsupported(source, `${source} shows an organization with the picture of its primary person.`, ['avatar'])
  }
  checkOrganization(source, { ...patch, name: patch.name ?? '' })
  const [definitions, types] = await Promise.all([catalog.contactFields(signal), catalog.contactTypes(signal)])
  const customFields = changedCustomFields([], patch.customFields, definitions) ?? []
  const kind = patch.kind ?? 'COMPANY'
  const contactType = typeOfKind(kind, types)
  if (contactType === null) throw invalidInput(['kind'], `${source} has no contact type of this kind`)
  const body = {
    contactType,
    name: patch.name ?? '',
    description: patch.about ?? null,
    website: patch.website ?? null,
    ...(customFields.length > 0 && { customFields: byName(customFields) }),
  }
  return toPlan([{ method: 'POST', path: '/api/Contact', body }], createdChanges({ ...patch, kind }, null))
}

/** In the nested create custom fields are an object by name, everywhere else a list. */
function byName(fields: readonly WireCustomField[]): JsonObject {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value ?? null]))
}

function createdChanges(patch: Readonly<Record<string, unknown>>, picture: Picture | null): readonly FieldChange[] {
  const { addTags, removeTags: _none, customFields, ...fields } = patch as PersonPatch
  const change = (path: string, after: unknown): FieldChange[] =>
    after === undefined || after === null
      ? []
      : [{ path, before: null, after: after as FieldChange['after'], repaired: null }]
  return [
    ...Object.entries(fields).flatMap(([path, after]) => change(path, after)),
    ...(customFields ?? []).flatMap(({ key, value }) => change(`customFields.${key}`, value)),
    ...((addTags ?? []).length > 0 ? change('tags', addTags) : []),
    ...change('avatar', picture?.sha256),
  ]
}

/** The id of what a create made, out of its answer: of the person where one was made. */
export function createdId(source: string, request: PlannedRequest, answer: unknown): string {
  const body = request.body as JsonObject
  const made = answer as {
    readonly id?: unknown
    readonly contactIndividuals?: readonly { readonly id?: unknown }[]
  } | null
  const id = body.contactIndividuals === undefined ? made?.id : made?.contactIndividuals?.[0]?.id
  if (typeof id === 'number' && Number.isInteger(id)) return String(id)
  throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} answered a create without the id of what it made`, {
    source,
    outcomeUnknown: true,
  })
}
