import type { OrganizationPatch, PersonPatch, UserPatch } from '../../model/patch.ts'
import type { PartialDate } from '../../model/record.ts'
import type { Bit, OrganizationsTable, PeopleTable, UsersTable } from './tables.ts'

type Columns<Table> = Partial<Omit<Table, 'pk'>>

/** The columns of `people` that a patch sets. */
export function toPersonColumns(patch: PersonPatch): Columns<PeopleTable> {
  return given<PeopleTable>({
    ...toHumanColumns(patch),
    prefix: patch.prefix,
    suffix: patch.suffix,
    is_deceased: toBit(patch.isDeceased),
    interests: patch.interests,
    organization_id: patch.organizationId,
    // Whoever joins an organization is a plain member of it at first.
    organization_role: patch.organizationId == null ? patch.organizationId : 'MEMBER',
    sharing: patch.sharing,
    stage: patch.stage,
  })
}

/** The columns of `users` that a patch sets. */
export function toUserColumns(patch: UserPatch): Columns<UsersTable> {
  return given<UsersTable>({
    ...toHumanColumns(patch),
    username: patch.username,
    department: patch.department,
    location: patch.location,
    status: patch.status === 'UNKNOWN' ? null : patch.status,
    manager_id: patch.managerId,
    locale: patch.locale,
  })
}

/** The columns of `organizations` that a patch sets. */
export function toOrganizationColumns(patch: OrganizationPatch): Columns<OrganizationsTable> {
  return given<OrganizationsTable>({
    name: patch.name ?? undefined,
    kind: patch.kind,
    about: patch.about,
    website: patch.website,
    parent_id: patch.parentId,
  })
}

function toHumanColumns(patch: PersonPatch | UserPatch) {
  return {
    first_name: patch.firstName,
    middle_name: patch.middleName,
    last_name: patch.lastName,
    nickname: patch.nickname,
    gender: patch.gender,
    ...toDateColumns(patch.birthDate),
    job_title: patch.jobTitle,
    about: patch.about,
  }
}

function toDateColumns(date: PartialDate | null | undefined) {
  if (date === undefined) return {}
  return { birth_year: date?.year ?? null, birth_month: date?.month ?? null, birth_day: date?.day ?? null }
}

export function toBit(value: boolean | null | undefined): Bit | null | undefined {
  return value == null ? value : value ? 1 : 0
}

/** Without what the patch does not name. */
function given<Table>(columns: { readonly [Column in keyof Table]?: Table[Column] | undefined }): Columns<Table> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Columns<Table>
}
