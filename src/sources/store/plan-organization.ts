import { invalidInput } from '../../model/errors.ts'
import type { Organization } from '../../model/organization.ts'
import type { OrganizationPatch } from '../../model/patch.ts'
import type { Picture } from '../../model/picture.ts'
import { checkName, checkWebAddress } from '../../model/validate.ts'
import type { Plan } from '../source.ts'
import { blankOrganization } from './blank.ts'
import { applyCustomFields, readCustomFieldChanges } from './custom-fields.ts'
import {
  avatarRequest,
  compact,
  differing,
  type PlanContext,
  readName,
  readText,
  recordPath,
  toBody,
  toPlan,
} from './plan.ts'
import { planNew } from './plan-new.ts'

export function planOrganizationUpdate(
  organization: Organization,
  patch: OrganizationPatch,
  context: PlanContext,
): Plan {
  if (patch.name !== undefined) checkName(['name'], patch.name, true)
  const change = readPatch(patch, context)
  const { customFields, ...fields } = change
  const oldValues = new Map((organization.customFields ?? []).map(({ key, value }) => [key, value]))
  const fresh = customFields?.filter(({ key, value }) => (oldValues.get(key) ?? null) !== value) ?? []
  const body = { ...differing(organization, fields), ...(fresh.length > 0 && { customFields: fresh }) }
  return toPlan(organization, apply(organization, change, context), [
    { method: 'PATCH', path: recordPath('Organization', organization.ref.id), body: toBody(body) },
  ])
}

export function planOrganizationCreation(
  patch: OrganizationPatch,
  picture: Picture | null,
  context: PlanContext,
): Plan {
  checkName(['name'], patch.name, true)
  const change = readPatch(patch, context)
  const blank = blankOrganization()
  return planNew(blank, apply(blank, change, context), picture, [
    { method: 'POST', path: '/organizations', body: toBody(change) },
    ...(picture ? [avatarRequest('/organizations/{id}', picture)] : []),
  ])
}

function readPatch(patch: OrganizationPatch, { definitions }: PlanContext): OrganizationPatch {
  const website = readText('website', patch.website)?.trim() ?? (patch.website === undefined ? undefined : null)
  if (website != null) checkWebAddress(['website'], website)
  return compact({
    name: readName('name', patch.name),
    kind: patch.kind,
    about: readText('about', patch.about),
    website,
    parentId: patch.parentId,
    customFields: patch.customFields && readCustomFieldChanges(patch.customFields, definitions),
  }) as OrganizationPatch
}

function apply(organization: Organization, change: OrganizationPatch, { definitions }: PlanContext): Organization {
  const { customFields = [], ...fields } = change
  const changed: Organization = { ...organization, ...(compact(fields) as Partial<Organization>) }
  if (changed.parentId === organization.ref.id) throw invalidInput(['parentId'], 'nothing is its own parent')
  return {
    ...changed,
    displayName: changed.name,
    customFields: applyCustomFields(organization.customFields ?? [], customFields, definitions),
  }
}
