import type { ContactItemKind, PostalAddress } from '../../model/contact-item.ts'
import type { OrganizationKind } from '../../model/organization.ts'
import type { OrganizationRole, Sharing } from '../../model/person.ts'
import type { AvatarInfo, PartialDate } from '../../model/record.ts'
import type { UserGroup, UserStatus } from '../../model/user.ts'
import type { Bit } from './tables.ts'

// What is selected of a record, each list of expressions beside the tuple that they give, in one order. SQLite makes one JSON text
// of a whole batch: that and parsing it take less time than handing over rows, column by column, whose lists are texts again.

const CONTACT_ITEM = `
  i.id, i.kind, i.type_id, i.value, i.normalized_value,
  CASE i.kind WHEN 'ADDRESS' THEN json_object(
    'street', i.street, 'city', i.city, 'region', i.region, 'postalCode', i.postal_code, 'country', i.country) END,
  i.label, i.is_default, i.is_opted_in, i.created_at, i.updated_at`

export type ContactItemTuple = readonly [
  id: string,
  kind: ContactItemKind,
  typeId: string,
  value: string,
  normalizedValue: string | null,
  address: PostalAddress | null,
  label: string | null,
  isDefault: Bit,
  isOptedIn: Bit | null,
  createdAt: string,
  updatedAt: string,
]

const BASE = `
  r.pk, r.id, r.revision, r.display_name, r.created_at, r.updated_at,
  iif(r.avatar_sha256 IS NULL, NULL, json_object(
    'key', r.avatar_sha256, 'originalUrl', NULL, 'contentType', r.avatar_content_type, 'width', r.avatar_width,
    'height', r.avatar_height, 'byteSize', r.avatar_byte_size, 'blurhash', r.avatar_blurhash,
    'updatedAt', r.avatar_updated_at)),
  (SELECT json_group_array(json_array(${CONTACT_ITEM}) ORDER BY i.pk) FROM contact_items i WHERE i.owner_pk = r.pk),
  (SELECT nullif(json_group_object(f.key, f.value), '{}') FROM custom_fields f WHERE f.owner_pk = r.pk)`

export type BaseTuple = readonly [
  pk: number,
  id: string,
  revision: number,
  displayName: string,
  createdAt: string,
  updatedAt: string,
  avatar: AvatarInfo | null,
  contactItems: readonly ContactItemTuple[],
  customFields: Readonly<Record<string, string>> | null,
]

const HUMAN = `
  t.first_name, t.middle_name, t.last_name, t.nickname, t.gender,
  iif(coalesce(t.birth_year, t.birth_month, t.birth_day) IS NULL, NULL, json_object(
    'year', t.birth_year, 'month', t.birth_month, 'day', t.birth_day)),
  t.job_title, t.about`

type HumanTuple = readonly [
  firstName: string | null,
  middleName: string | null,
  lastName: string | null,
  nickname: string | null,
  gender: string | null,
  birthDate: PartialDate | null,
  jobTitle: string | null,
  about: string | null,
]

const PERSON = `
  t.prefix, t.suffix, t.is_deceased, t.interests, t.organization_id, t.organization_role, t.sharing, t.stage,
  (SELECT json_group_array(g.name) FROM person_tags g WHERE g.person_pk = r.pk),
  (SELECT json_group_array(m.user_id ORDER BY m.position) FROM person_managers m WHERE m.person_pk = r.pk)`

type PersonTuple = readonly [
  prefix: string | null,
  suffix: string | null,
  isDeceased: Bit | null,
  interests: string | null,
  organizationId: string | null,
  organizationRole: OrganizationRole | null,
  sharing: Sharing | null,
  stage: string | null,
  tags: readonly string[],
  managerIds: readonly string[],
]

const USER = `
  t.username, t.department, t.location, t.status, t.hired_on, t.terminated_on, t.manager_id, t.locale,
  (SELECT json_group_array(json_object('id', g.id, 'name', g.name, 'manager', g.manager) ORDER BY g.id)
    FROM user_group_members m JOIN user_groups g ON g.id = m.group_id WHERE m.user_pk = r.pk),
  (SELECT json_group_array(json_array(a.id, a.name, a.organization_id, a.is_primary) ORDER BY a.id)
    FROM user_accesses a WHERE a.user_pk = r.pk)`

type UserTuple = readonly [
  username: string | null,
  department: string | null,
  location: string | null,
  status: UserStatus | null,
  hiredOn: string | null,
  terminatedOn: string | null,
  managerId: string | null,
  locale: string | null,
  groups: readonly UserGroup[],
  accesses: readonly (readonly [id: string, name: string | null, organizationId: string, isPrimary: Bit])[],
]

const ORGANIZATION = `
  t.name, t.kind, t.about, t.website, t.parent_id`

type OrganizationTuple = readonly [
  name: string,
  kind: OrganizationKind | null,
  about: string | null,
  website: string | null,
  parentId: string | null,
]

/** A record's tuple, selected from `records r` and the type's own table `t`. */
export const TUPLES = {
  Person: `json_array(json_array(${BASE}), json_array(${HUMAN}), json_array(${PERSON}))`,
  User: `json_array(json_array(${BASE}), json_array(${HUMAN}), json_array(${USER}))`,
  Organization: `json_array(json_array(${BASE}), json_array(${ORGANIZATION}))`,
} as const

export interface TupleOf {
  readonly Person: readonly [base: BaseTuple, human: HumanTuple, own: PersonTuple]
  readonly User: readonly [base: BaseTuple, human: HumanTuple, own: UserTuple]
  readonly Organization: readonly [base: BaseTuple, own: OrganizationTuple]
}
