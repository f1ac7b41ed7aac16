import type { ContactItem, ContactItemKind } from '../../model/contact-item.ts'
import type { Organization } from '../../model/organization.ts'
import type { Person } from '../../model/person.ts'
import type { AvatarInfo, CustomFieldDefinition, PartialDate, RecordBase } from '../../model/record.ts'
import type { User } from '../../model/user.ts'
import { contactItemType } from './contact-item-types.ts'
import { toCustomFields } from './custom-fields.ts'
import { defaultEmail, foldTag, yearsSince } from './derived.ts'
import type { Bit, OrganizationsTable, PeopleTable, RecordsTable, UsersTable } from './tables.ts'

/** What mapping needs besides the row. */
export interface RowContext {
  readonly source: string
  readonly definitions: readonly CustomFieldDefinition[]
  readonly now: () => number
}

/** A row as `read.ts` selects it: the record's columns, and each list of its own as JSON text. */
interface BaseRow extends Omit<RecordsTable, 'pk' | 'sort_name'> {
  readonly pk: number
  readonly contact_items: string
  readonly custom_fields: string
}
export interface PersonRow extends BaseRow, Omit<PeopleTable, 'pk'> {
  readonly tags: string
  readonly managers: string
}
export interface UserRow extends BaseRow, Omit<UsersTable, 'pk'> {
  readonly groups: string
  readonly accesses: string
}
export interface OrganizationRow extends BaseRow, Omit<OrganizationsTable, 'pk'> {}

export function toPerson(row: PersonRow, context: RowContext): Person {
  const birthDate = toPartialDate(row)
  const isDeceased = toBoolean(row.is_deceased)
  return {
    type: 'Person',
    ...toBase(row, context),
    prefix: row.prefix,
    firstName: row.first_name,
    middleName: row.middle_name,
    lastName: row.last_name,
    suffix: row.suffix,
    nickname: row.nickname,
    gender: row.gender,
    birthDate,
    approximateAge: isDeceased ? null : yearsSince(birthDate, context.now()),
    isDeceased,
    jobTitle: row.job_title,
    about: row.about,
    interests: row.interests,
    organizationId: row.organization_id,
    organizationRole: row.organization_role,
    sharing: row.sharing,
    managerIds: list<string>(row.managers),
    stage: row.stage,
    tags: sortTags(list<string>(row.tags)),
    customCollections: null,
    createdBy: null,
    updatedBy: null,
    viewerCanUpdate: true,
    viewerCanDelete: true,
  }
}

export function toUser(row: UserRow, context: RowContext): User {
  const base = toBase(row, context)
  const accesses = list<[string, string | null, string, Bit]>(row.accesses).map(
    ([id, name, organizationId, isPrimary]) => ({ id, name, organizationId, isPrimary: isPrimary === 1 }),
  )
  return {
    type: 'User',
    ...base,
    username: row.username,
    email: defaultEmail(base.contactItems),
    firstName: row.first_name,
    middleName: row.middle_name,
    lastName: row.last_name,
    nickname: row.nickname,
    gender: row.gender,
    birthDate: toPartialDate(row),
    jobTitle: row.job_title,
    department: row.department,
    location: row.location,
    about: row.about,
    status: row.status,
    activation: null,
    hiredOn: row.hired_on,
    terminatedOn: row.terminated_on,
    managerId: row.manager_id,
    groups: list<[string, string, string | null]>(row.groups).map(([id, name, manager]) => ({ id, name, manager })),
    isAdmin: null,
    isOwner: null,
    isGuest: null,
    adminModules: null,
    origin: null,
    locale: row.locale,
    storage: null,
    organizationId: accesses.find(({ isPrimary }) => isPrimary)?.organizationId ?? null,
    accesses,
    profileUrl: null,
  }
}

export function toOrganization(row: OrganizationRow, context: RowContext): Organization {
  return {
    type: 'Organization',
    ...toBase(row, context),
    name: row.name,
    kind: row.kind,
    about: row.about,
    website: row.website,
    parentId: row.parent_id,
  }
}

function toBase(row: BaseRow, { source, definitions }: RowContext) {
  return {
    ref: { source, id: row.id },
    displayName: row.display_name,
    avatar: toAvatar(row),
    contactItems: list<ContactItemTuple>(row.contact_items).map(toContactItem),
    customFields:
      row.custom_fields === '{}'
        ? NONE
        : toCustomFields(JSON.parse(row.custom_fields) as Record<string, string>, definitions),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: String(row.revision),
    raw: null,
  } satisfies RecordBase
}

function toAvatar(row: BaseRow): AvatarInfo | null {
  if (row.avatar_sha256 === null) return null
  return {
    key: row.avatar_sha256,
    originalUrl: null,
    contentType: row.avatar_content_type,
    width: row.avatar_width,
    height: row.avatar_height,
    byteSize: row.avatar_byte_size,
    blurhash: row.avatar_blurhash,
    updatedAt: row.avatar_updated_at,
  }
}

/** In the order `read.ts` selects them. */
type ContactItemTuple = readonly [
  id: string,
  kind: ContactItemKind,
  typeId: string,
  value: string,
  normalizedValue: string | null,
  street: string | null,
  city: string | null,
  region: string | null,
  postalCode: string | null,
  country: string | null,
  label: string | null,
  isDefault: Bit,
  isOptedIn: Bit | null,
  createdAt: string,
  updatedAt: string,
]

function toContactItem(tuple: ContactItemTuple): ContactItem {
  const [id, kind, typeId, value, normalizedValue, street, city, region, postalCode, country, label] = tuple
  return {
    id,
    kind,
    type: contactItemType(typeId) ?? null,
    value,
    normalizedValue,
    address: kind === 'ADDRESS' ? { street, city, region, postalCode, country } : null,
    label,
    isDefault: tuple[11] === 1,
    isOptedIn: toBoolean(tuple[12]),
    createdAt: tuple[13],
    updatedAt: tuple[14],
  }
}

/** By what they are compared by, in the order of code units; one order wherever tags come from. */
export function sortTags(tags: readonly string[]): readonly string[] {
  if (tags.length < 2) return tags
  return tags
    .map((tag) => [foldTag(tag), tag] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, tag]) => tag)
}

function toPartialDate(row: {
  readonly birth_year: number | null
  readonly birth_month: number | null
  readonly birth_day: number | null
}): PartialDate | null {
  const { birth_year: year, birth_month: month, birth_day: day } = row
  return year === null && month === null && day === null ? null : { year, month, day }
}

function toBoolean(bit: Bit | null): boolean | null {
  return bit === null ? null : bit === 1
}

const NONE: readonly never[] = []

/** A list as `json_group_array` gives it. */
function list<Item>(text: string): readonly Item[] {
  return text === '[]' ? NONE : (JSON.parse(text) as readonly Item[])
}
