import { diffRecords } from '../../../model/diff.ts'
import { invalidInput } from '../../../model/errors.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { PersonPatch } from '../../../model/patch.ts'
import type { Person } from '../../../model/person.ts'
import { checkName, checkText } from '../../../model/validate.ts'
import type { Plan, PlannedRequest } from '../../source.ts'
import { contactId } from './ids.ts'
import { checkEditable, checkKept, checkNoTime, contactPath, lossesOf, type OpenedContact, toPlan } from './plan.ts'
import { type Access, planAccess } from './plan-access.ts'
import {
  type FieldValue,
  fieldRequests,
  needsOwnCall,
  readCustomFields,
  toFieldList,
  withFields,
} from './plan-fields.ts'
import { tagRequests } from './plan-tags.ts'
import { CRM } from './reads.ts'
import type { WireListItem } from './wire.ts'

export const PERSON_FIELDS = [
  'firstName',
  'lastName',
  'jobTitle',
  'about',
  'organizationId',
  'sharing',
  'managerIds',
  'stage',
  'addTags',
  'removeTags',
  'customFields',
] as const satisfies readonly (keyof PersonPatch)[]

/** What the portal is to hold of a person's own row. Empty: nothing. */
export interface PersonTexts {
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly about: string
}

/**
 * An update. What has a call of its own (tags, stage, company, access, custom fields) is changed by it; anything else only by
 * `PUT contact/person/{id}`, which overwrites the row with what it is sent, resets what it has no parameter for, and is therefore sent
 * everything. The stage is put back afterwards; what can't be is among the side effects.
 */
export function planUpdatePerson(opened: OpenedContact, record: Person, patch: PersonPatch): Plan {
  checkEditable(opened)
  const { wire, definitions, stages } = opened
  const before: PersonTexts = {
    firstName: wire.firstName ?? '',
    lastName: wire.lastName ?? '',
    jobTitle: wire.title ?? '',
    about: wire.about ?? '',
  }
  const texts = readTexts(before, patch)
  const organizationId = readOrganization(record.organizationId ?? null, patch.organizationId)
  const access = planAccess({ shareType: wire.shareType, managerIds: record.managerIds ?? [] }, patch)
  const stage = readStage(wire.contactStatus ?? null, patch.stage, stages)
  const fields = readCustomFields(record.customFields ?? [], patch.customFields, definitions)
  const tags = tagRequests(wire.id, record.tags ?? [], patch)

  const overwrites = access.by === 'overwrite' || !sameTexts(texts, before)
  if (overwrites) checkWhole(texts)
  const requests = [
    ...(overwrites ? [overwrite(wire.id, { texts, organizationId, access, fields })] : []),
    ...stageRequests(wire.id, { before: overwrites ? 0 : (wire.contactStatus?.id ?? 0), after: stage?.id ?? 0 }),
    ...(overwrites ? [] : accessRequests(wire.id, access)),
    ...(overwrites ? [] : linkRequests(wire.id, record.organizationId ?? null, organizationId)),
    ...fieldRequests('person', wire.id, overwrites ? fields.filter(needsOwnCall) : fields),
    ...tags.requests,
  ]

  const expected: Person = {
    ...record,
    firstName: texts.firstName || null,
    lastName: texts.lastName || null,
    jobTitle: texts.jobTitle || null,
    about: texts.about || null,
    organizationId,
    sharing: patch.sharing ?? record.sharing,
    managerIds: access.managerIds,
    stage: stage?.title ?? null,
    tags: tags.names,
    customFields: withFields(record.customFields ?? [], fields),
  }
  const all = diffRecords(record, expected)
  const isHidden = (path: string) => path === 'managerIds' && patch.managerIds === undefined
  const hidden = all.filter(({ path }) => isHidden(path)).map((one) => ({ ...one, repaired: false }))
  const lost = patch.stage === undefined && record.stage !== null ? { path: 'stage', before: record.stage } : null
  return toPlan(
    requests,
    all.filter(({ path }) => !isHidden(path)),
    [...(overwrites ? lossesOf(wire, lost) : []), ...hidden],
  )
}

/** Throws `INVALID_INPUT` at the field: both names must be there, and no text may be one the portal would rewrite. */
export function readTexts(before: PersonTexts, patch: PersonPatch): PersonTexts {
  if (patch.firstName !== undefined) checkName(['firstName'], patch.firstName, true)
  if (patch.lastName !== undefined) checkName(['lastName'], patch.lastName, true)
  checkName(['jobTitle'], patch.jobTitle)
  checkText(['about'], patch.about)
  for (const field of ['firstName', 'lastName', 'jobTitle', 'about'] as const) checkNoTime([field], patch[field])
  const text = (field: keyof PersonTexts) => (patch[field] === undefined ? before[field] : (patch[field] ?? ''))
  return {
    // Names are trimmed by the portal, the others kept as they are.
    firstName: patch.firstName === undefined ? before.firstName : text('firstName').trim(),
    lastName: patch.lastName === undefined ? before.lastName : text('lastName').trim(),
    jobTitle: text('jobTitle'),
    about: text('about'),
  }
}

/**
 * A person made elsewhere may lack a name, without which nothing of them can be overwritten; or have a text that would be rewritten
 * by being sent along.
 */
export function checkWhole({ firstName, lastName, jobTitle, about }: PersonTexts): void {
  if (firstName.trim() === '') throw invalidInput(['firstName'], 'the person has none yet, and the portal needs one')
  if (lastName.trim() === '') throw invalidInput(['lastName'], 'the person has none yet, and the portal needs one')
  checkKept({ firstName, lastName, jobTitle, about })
}

export function readOrganization(before: string | null, wanted: string | null | undefined): string | null {
  if (wanted === undefined || wanted === null) return wanted === null ? null : before
  if (contactId(wanted) === null) throw invalidInput(['organizationId'], 'is no id of a company')
  return wanted
}

/** The stage by its title. Throws `INVALID_INPUT` at `stage` for a title that none has. */
export function readStage(
  before: WireListItem | null,
  wanted: string | null | undefined,
  stages: readonly WireListItem[],
): WireListItem | null {
  if (wanted === undefined || wanted === before?.title) return before
  if (wanted === null) return null
  const stage = stages.find(({ title }) => title === wanted)
  if (stage) return stage
  throw invalidInput(['stage'], `must be one of: ${stages.map(({ title }) => title).join(', ')}`)
}

function sameTexts(a: PersonTexts, b: PersonTexts): boolean {
  return (Object.keys(a) as (keyof PersonTexts)[]).every((field) => a[field] === b[field])
}

interface PersonBody {
  readonly texts: PersonTexts
  readonly organizationId: string | null
  readonly access: Pick<Access, 'shareType' | 'managerList'>
  readonly fields: readonly FieldValue[]
}

/** Every parameter that create and update have. An empty list of managers leaves the one there is. */
export function personBody({ texts, organizationId, access, fields }: PersonBody): JsonObject {
  return {
    ...texts,
    companyId: organizationId === null ? 0 : Number(organizationId),
    shareType: access.shareType,
    managerList: access.managerList,
    customFieldList: toFieldList(fields),
  }
}

function overwrite(id: number, body: PersonBody): PlannedRequest {
  return { method: 'PUT', path: `${CRM}/contact/person/${id}`, body: personBody(body) }
}

/** Never by `person/{id}/status`, which sets that of the company and everybody in it. */
export function stageRequests(
  id: number | '{id}',
  { before, after }: { readonly before: number; readonly after: number },
): readonly PlannedRequest[] {
  return before === after ? [] : [{ method: 'PUT', path: contactPath(id, '/status'), body: { contactStatusid: after } }]
}

function accessRequests(id: number, { by, shareType, managerList }: Access): readonly PlannedRequest[] {
  if (by !== 'access') return []
  return [{ method: 'PUT', path: contactPath(id, '/access'), body: { isShared: shareType !== 0, managerList } }]
}

function linkRequests(id: number, before: string | null, after: string | null): readonly PlannedRequest[] {
  if (before === after) return []
  const path = `${CRM}/contact/company/${after ?? before}/person`
  return after === null
    ? [{ method: 'DELETE', path: `${path}?personid=${id}` }]
    : [{ method: 'POST', path, body: { personid: id } }]
}
