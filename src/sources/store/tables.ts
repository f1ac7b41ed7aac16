import type { Generated } from 'kysely'
import type { ContactItemKind } from '../../model/contact-item.ts'
import type { OrganizationKind } from '../../model/organization.ts'
import type { OrganizationRole, Sharing } from '../../model/person.ts'
import type { RecordType } from '../../model/ref.ts'
import type { UserStatus } from '../../model/user.ts'

/** A truth value as SQLite holds it. */
export type Bit = 0 | 1

/** The tables as the newest migration leaves them; what they mean is said there. Times are RFC 3339, UTC, with milliseconds. */
export interface Tables {
  records: RecordsTable
  record_counts: { type: RecordType; count: number }
  people: PeopleTable
  users: UsersTable
  organizations: OrganizationsTable
  contact_items: ContactItemsTable
  custom_fields: { owner_pk: number; key: string; value: string }
  person_tags: { person_pk: number; folded: string; name: string }
  person_managers: { person_pk: number; position: number; user_id: string }
  marks: { mark: string; done_at: string; created_id: string | null }
  user_groups: { id: string; name: string; manager: string | null }
  user_group_members: { user_pk: number; group_id: string }
  user_accesses: { id: string; user_pk: number; name: string | null; organization_id: string; is_primary: Bit }
}

export interface RecordsTable {
  pk: Generated<number>
  id: string
  type: RecordType
  revision: number
  display_name: string
  sort_name: string
  created_at: string
  updated_at: string
  avatar_sha256: string | null
  avatar_content_type: string | null
  avatar_byte_size: number | null
  avatar_updated_at: string | null
  avatar_width: number | null
  avatar_height: number | null
  avatar_blurhash: string | null
}

interface HumanColumns {
  pk: number
  first_name: string | null
  middle_name: string | null
  last_name: string | null
  nickname: string | null
  gender: string | null
  birth_year: number | null
  birth_month: number | null
  birth_day: number | null
  job_title: string | null
  about: string | null
}

export interface PeopleTable extends HumanColumns {
  prefix: string | null
  suffix: string | null
  is_deceased: Bit | null
  interests: string | null
  organization_id: string | null
  organization_role: OrganizationRole | null
  sharing: Sharing | null
  stage: string | null
}

export interface UsersTable extends HumanColumns {
  username: string | null
  department: string | null
  location: string | null
  status: Exclude<UserStatus, 'UNKNOWN'> | null
  hired_on: string | null
  terminated_on: string | null
  manager_id: string | null
  locale: string | null
}

export interface OrganizationsTable {
  pk: number
  name: string
  kind: OrganizationKind | null
  about: string | null
  website: string | null
  parent_id: string | null
}

export interface ContactItemsTable {
  pk: Generated<number>
  id: string
  owner_pk: number
  owner_type: RecordType
  kind: ContactItemKind
  type_id: string
  value: string
  normalized_value: string | null
  match_key: string | null
  street: string | null
  city: string | null
  region: string | null
  postal_code: string | null
  country: string | null
  label: string | null
  is_default: Bit
  is_opted_in: Bit | null
  created_at: string
  updated_at: string
}

/** The table that holds what only records of this type have. */
export const TABLE_OF = { Person: 'people', User: 'users', Organization: 'organizations' } as const
