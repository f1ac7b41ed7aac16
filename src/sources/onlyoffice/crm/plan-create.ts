import { invalidInput } from '../../../model/errors.ts'
import type { Json } from '../../../model/json.ts'
import type { OrganizationPatch, PersonPatch } from '../../../model/patch.ts'
import type { Picture } from '../../../model/picture.ts'
import type { FieldChange } from '../../../model/receipt.ts'
import type { CustomFieldDefinition } from '../../../model/record.ts'
import type { Plan, PlannedRequest } from '../../source.ts'
import { change, toPlan } from './plan.ts'
import { readManagers, readSharing } from './plan-access.ts'
import { checkPicture, photoRequest } from './plan-avatar.ts'
import { companyBody, readCompanyTexts, withWebsite } from './plan-company.ts'
import { fieldRequests, needsOwnCall, readCustomFields, toFieldList } from './plan-fields.ts'
import { personBody, readOrganization, readStage, readTexts, stageRequests } from './plan-person.ts'
import { rowRequests } from './plan-rows.ts'
import { tagRequests } from './plan-tags.ts'
import { CRM } from './reads.ts'
import type { WireListItem } from './wire.ts'

/** What plans of new contacts need to know. */
export interface CreateContext {
  readonly definitions: readonly CustomFieldDefinition[]
  readonly stages: readonly WireListItem[]
  readonly maxAvatarBytes: number
  /** The account, where it sees a private contact only if it manages it; `null`: it sees them all. */
  readonly mustManage: string | null
}

const PRIVATE = 0

/** A person is private unless something else is said, as at the portal itself. */
export function planCreatePerson(patch: PersonPatch, picture: Picture | null, context: CreateContext): Plan {
  // The portal could do without a last name, and would then take no update of this person any more.
  const texts = readTexts(
    { firstName: '', lastName: '', jobTitle: '', about: '' },
    { ...patch, firstName: patch.firstName ?? null, lastName: patch.lastName ?? null },
  )
  const organizationId = readOrganization(null, patch.organizationId)
  const shareType = patch.sharing === undefined ? PRIVATE : readSharing(patch.sharing)
  const managers = readManagers(patch.managerIds ?? null)
  if (shareType !== PRIVATE && managers.length > 0) {
    throw invalidInput(['managerIds'], 'only a private person has managers here; set sharing to PRIVATE')
  }
  const managerList = withAccount(shareType, managers, context)
  const fields = readCustomFields([], patch.customFields, context.definitions)
  const stage = readStage(null, patch.stage, context.stages)
  const tags = tagRequests('{id}', [], patch)
  const requests: PlannedRequest[] = [
    {
      method: 'POST',
      path: `${CRM}/contact/person`,
      body: personBody({ texts, organizationId, access: { shareType, managerList }, fields }),
    },
    ...stageRequests('{id}', { before: 0, after: stage?.id ?? 0 }),
    ...fieldRequests('person', '{id}', fields.filter(needsOwnCall)),
    ...tags.requests,
    ...pictureRequests(picture, context),
  ]
  return toPlan(
    requests,
    [
      ...set('firstName', texts.firstName),
      ...set('lastName', texts.lastName),
      ...set('jobTitle', texts.jobTitle),
      ...set('about', texts.about),
      ...set('organizationId', organizationId),
      ...(patch.sharing == null ? [] : set('sharing', patch.sharing)),
      ...(managers.length === 0 ? [] : set('managerIds', managers)),
      ...set('stage', stage?.title ?? null),
      ...(tags.names.length === 0 ? [] : set('tags', tags.names)),
      ...fields.flatMap(({ definition, value }) => set(`customFields.${definition.key}`, value)),
      ...pictureChanges(picture),
    ],
    managerList === managers ? [] : [change('managerIds', null, managerList, false)],
  )
}

export function planCreateCompany(patch: OrganizationPatch, picture: Picture | null, context: CreateContext): Plan {
  const texts = readCompanyTexts({ name: '', about: '' }, { ...patch, name: patch.name ?? null })
  const fields = readCustomFields([], patch.customFields, context.definitions)
  const rows = withWebsite([], patch.website)
  const managerList = withAccount(PRIVATE, [], context)
  const requests: PlannedRequest[] = [
    {
      method: 'POST',
      path: `${CRM}/contact/company`,
      body: companyBody({ ...texts, shareType: PRIVATE, managerList, customFieldList: toFieldList(fields) }),
    },
    ...fieldRequests('company', '{id}', fields.filter(needsOwnCall)),
    ...rowRequests('{id}', [], rows),
    ...pictureRequests(picture, context),
  ]
  return toPlan(requests, [
    ...set('name', texts.name),
    ...set('about', texts.about),
    ...set('website', rows[0]?.data ?? null),
    ...fields.flatMap(({ definition, value }) => set(`customFields.${definition.key}`, value)),
    ...pictureChanges(picture),
  ])
}

/** Who makes something private without being on its list would never see it again. */
function withAccount(shareType: number, managers: readonly string[], { mustManage }: CreateContext): readonly string[] {
  if (shareType !== PRIVATE || mustManage === null || managers.includes(mustManage)) return managers
  return [...managers, mustManage]
}

function set(path: string, value: Json): readonly FieldChange[] {
  return value === null || value === '' ? [] : [change(path, null, value)]
}

function pictureRequests(picture: Picture | null, { maxAvatarBytes }: CreateContext): readonly PlannedRequest[] {
  if (picture === null) return []
  checkPicture(['avatar'], picture, maxAvatarBytes)
  return [photoRequest('{id}', picture)]
}

function pictureChanges(picture: Picture | null): readonly FieldChange[] {
  return picture === null ? [] : [change('avatar', null, picture.sha256)]
}
