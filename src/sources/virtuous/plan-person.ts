import { diffRecords } from '../../model/diff.ts'
import { invalidInput, unsupported } from '../../model/errors.ts'
import type { JsonObject } from '../../model/json.ts'
import type { PersonPatch } from '../../model/patch.ts'
import type { Person } from '../../model/person.ts'
import type { Picture } from '../../model/picture.ts'
import type { CustomFieldDefinition } from '../../model/record.ts'
import type { Plan, PlannedRequest } from '../source.ts'
import { toIndividualBody, toPerson } from './mapping.ts'
import { changedCustomFields, changedFields } from './plan-fields.ts'
import { toPlan } from './plans.ts'
import type { Tag, WireIndividual } from './wire.ts'

/** Everything a plan for a person is made from. */
export interface OpenedPerson {
  readonly source: string
  readonly wire: WireIndividual
  readonly record: Person
  readonly definitions: readonly CustomFieldDefinition[]
  readonly prefixes: readonly string[]
  /** The organization's. */
  readonly tags: readonly Tag[]
  /** Which of them its contact carries, by the ids of the links. */
  readonly links: readonly Tag[]
}

/**
 * `PUT /api/ContactIndividual/{id}` with the whole record, because what is not sent is removed, as the reference page says; then a
 * call for each tag. Tags hang on the contact: the others in it get and lose them too.
 */
export function planUpdatePerson(opened: OpenedPerson, patch: PersonPatch): Plan {
  const { wire, record, source, definitions, prefixes } = opened
  if (patch.organizationId !== undefined && patch.organizationId !== record.organizationId) {
    throw unsupported(source, `${source} can't move a person to another organization.`, ['organizationId'])
  }
  const fields = changedFields(wire, patch, prefixes)
  const customFields = changedCustomFields(wire.customFields ?? [], patch.customFields, definitions)
  const links = planTags(opened, patch)
  const next: WireIndividual = {
    ...wire,
    ...fields,
    ...(customFields !== null && { customFields: [...customFields] }),
    birthDate: null,
    // The age that was computed from another year is wrong now; the vendor computes it anew. One without a year is somebody's word.
    ...(typeof fields.birthYear === 'number' && { approximateAge: null }),
  }
  const requests: PlannedRequest[] = []
  if (Object.keys(fields).length > 0 || customFields !== null) {
    requests.push({ method: 'PUT', path: `/api/ContactIndividual/${wire.id}`, body: toIndividualBody(next) })
  }
  requests.push(...links.requests)
  const expected = toPerson(next, { source, definitions, tags: links.names })
  // Its age is the vendor's to work out.
  const changes = diffRecords(record, { ...expected, approximateAge: record.approximateAge })
  return toPlan(requests, changes)
}

function planTags(
  { source, wire, links, tags, record }: OpenedPerson,
  patch: PersonPatch,
): { readonly requests: readonly PlannedRequest[]; readonly names: readonly string[] } {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const requests: PlannedRequest[] = []
  let names = record.tags ?? []
  for (const name of patch.removeTags ?? []) {
    for (const link of links.filter((one) => same(one.name, name) && names.includes(one.name))) {
      requests.push({ method: 'DELETE', path: `/api/ContactTag/${link.id}` })
      names = names.filter((held) => held !== link.name)
    }
  }
  for (const [index, name] of (patch.addTags ?? []).entries()) {
    const tag = tags.find((one) => one.name === name) ?? tags.find((one) => same(one.name, name))
    if (tag === undefined)
      throw invalidInput(['addTags', String(index)], 'there is no such tag; tags are made at the source')
    if (names.includes(tag.name)) continue
    if (wire.contactId == null) throw unsupported(source, `${source} does not say whose tags they are.`, ['addTags'])
    const body: JsonObject = { tagId: tag.id, contactId: wire.contactId }
    requests.push({ method: 'POST', path: '/api/ContactTag', body })
    names = [...names, tag.name]
  }
  return { requests, names }
}

export function planDeletePerson({ wire }: OpenedPerson): Plan {
  return toPlan([{ method: 'DELETE', path: `/api/ContactIndividual/${wire.id}` }], [])
}

/** Sends the picture as one part of a form. The part's name is published nowhere: `part` is a setting. */
export function planAvatar(
  { source, record }: Pick<OpenedPerson, 'source' | 'record'>,
  picture: Picture,
  rules: { readonly part: string; readonly maxBytes: number },
): Plan {
  checkPicture(source, picture, rules.maxBytes, [])
  return toPlan(
    [avatarRequest(record.ref.id, picture, rules.part)],
    [{ path: 'avatar', before: record.avatar?.key ?? null, after: picture.sha256, repaired: null }],
  )
}

export function avatarRequest(id: string, picture: Picture, part: string): PlannedRequest {
  const path = `/api/ContactIndividual/${id}/Avatar`
  return { method: 'POST', path, as: 'multipart', file: { field: part, picture } }
}

/** PNG, JPEG and GIF: what the vendor takes is published nowhere, and these every CRM takes. */
export function checkPicture(source: string, picture: Picture, maxBytes: number, path: readonly string[]): void {
  if (picture.bytes.byteLength > maxBytes) {
    throw invalidInput(path, `must have at most ${maxBytes} bytes for ${source}; it has ${picture.bytes.byteLength}`)
  }
  if (picture.contentType === 'image/webp') {
    throw unsupported(source, `${source} takes PNG, JPEG and GIF pictures, no WebP.`, path)
  }
}
