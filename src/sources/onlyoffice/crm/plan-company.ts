import { diffRecords } from '../../../model/diff.ts'
import { invalidInput } from '../../../model/errors.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Organization } from '../../../model/organization.ts'
import type { OrganizationPatch } from '../../../model/patch.ts'
import { checkName, checkText, checkWebAddress } from '../../../model/validate.ts'
import type { Plan, PlannedRequest } from '../../source.ts'
import { WEBSITE } from './item-types.ts'
import { websiteRow } from './mapping.ts'
import { checkEditable, checkKept, checkNoTime, lossesOf, toPlan } from './plan.ts'
import { fieldRequests, needsOwnCall, readCustomFields, toFieldList, withFields } from './plan-fields.ts'
import { type OpenedItems, planRows } from './plan-items.ts'
import { stageRequests } from './plan-person.ts'
import { CRM } from './reads.ts'
import type { WireRow } from './wire.ts'

export const COMPANY_FIELDS = [
  'name',
  'about',
  'website',
  'customFields',
] as const satisfies readonly (keyof OrganizationPatch)[]

/** The category of a website that kith adds: work. */
export const WEBSITE_CATEGORY = 1

/**
 * An update. Name and description only by `PUT contact/company/{id}`, which overwrites and resets as a person's does; website and
 * custom fields by calls of their own. Its stage is put back by `contact/{id}/status`: the company's own call sets everybody's in it.
 */
export function planUpdateCompany(opened: OpenedItems, record: Organization, patch: OrganizationPatch): Plan {
  checkEditable(opened)
  const { wire, rows, definitions } = opened
  const before = { name: wire.companyName ?? '', about: wire.about ?? '' }
  const texts = readCompanyTexts(before, patch)
  const fields = readCustomFields(record.customFields ?? [], patch.customFields, definitions)
  const website = planRows(opened, withWebsite(rows, patch.website))
  const overwrites = texts.name !== before.name || texts.about !== before.about
  if (overwrites) checkKept({ ...texts })
  const requests: readonly PlannedRequest[] = [
    ...(overwrites
      ? [
          {
            method: 'PUT' as const,
            path: `${CRM}/contact/company/${wire.id}`,
            body: companyBody({
              ...texts,
              shareType: wire.shareType,
              managerList: wire.shareType === 0 ? (wire.accessList ?? []).map(({ id }) => id) : [],
              customFieldList: toFieldList(fields),
            }),
          },
          ...stageRequests(wire.id, { before: 0, after: wire.contactStatus?.id ?? 0 }),
        ]
      : []),
    ...fieldRequests('company', wire.id, overwrites ? fields.filter(needsOwnCall) : fields),
    ...website.requests,
  ]
  const expected: Organization = {
    ...record,
    name: texts.name,
    about: texts.about || null,
    customFields: withFields(record.customFields ?? [], fields),
  }
  const stage = wire.contactStatus
    ? { path: 'raw.contactStatus', before: { ...wire.contactStatus } as JsonObject }
    : null
  return toPlan(
    requests,
    [...diffRecords(record, expected), ...website.changes],
    overwrites ? lossesOf(wire, stage) : [],
  )
}

export interface CompanyTexts {
  readonly name: string
  readonly about: string
}

export function readCompanyTexts(before: CompanyTexts, patch: OrganizationPatch): CompanyTexts {
  if (patch.name !== undefined) checkName(['name'], patch.name, true)
  checkText(['about'], patch.about)
  checkNoTime(['name'], patch.name)
  checkNoTime(['about'], patch.about)
  return {
    name: patch.name === undefined ? before.name : (patch.name ?? '').trim(),
    about: patch.about === undefined ? before.about : (patch.about ?? ''),
  }
}

export function companyBody({
  name,
  about,
  ...rest
}: CompanyTexts & {
  readonly shareType: number
  readonly managerList: readonly string[]
  readonly customFieldList: readonly JsonObject[]
}): JsonObject {
  return { companyName: name, about, ...rest }
}

/** A company's website is one of its rows. Throws `INVALID_INPUT` at `website` where clearing it would only show another one. */
export function withWebsite(rows: readonly WireRow[], website: string | null | undefined): readonly WireRow[] {
  const present = websiteRow(rows)
  if (website === undefined || website === (present?.data ?? null)) return rows
  if (website === null) {
    if (rows.filter(({ infoType }) => infoType === WEBSITE).length > 1) {
      throw invalidInput(['website'], 'the company has several websites; remove them as contact items')
    }
    return rows.filter((row) => row !== present)
  }
  checkWebAddress(['website'], website)
  const data = website.trim()
  if (present) return rows.map((row) => (row === present ? { ...row, data } : row))
  return [...rows, { id: -1, infoType: WEBSITE, category: WEBSITE_CATEGORY, data, isPrimary: true }]
}
