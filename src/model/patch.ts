import type { OrganizationKind } from './organization.ts'
import type { Sharing } from './person.ts'
import type { PartialDate } from './record.ts'
import type { UserStatus } from './user.ts'

/** A change of one custom field. `null` clears it. */
export interface CustomFieldChange {
  readonly key: string
  readonly value: string | null
}

/** A partial change of a person: absent leaves, `null` clears. Ids are the source's own. */
export interface PersonPatch {
  readonly prefix?: string | null
  readonly firstName?: string | null
  readonly middleName?: string | null
  readonly lastName?: string | null
  readonly suffix?: string | null
  readonly nickname?: string | null
  readonly gender?: string | null
  readonly birthDate?: PartialDate | null
  readonly isDeceased?: boolean | null
  readonly jobTitle?: string | null
  readonly about?: string | null
  readonly interests?: string | null
  readonly organizationId?: string | null
  readonly sharing?: Sharing | null
  /** Replaces the whole list. */
  readonly managerIds?: readonly string[] | null
  readonly stage?: string | null
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
  /** The named fields; others stay. */
  readonly customFields?: readonly CustomFieldChange[]
}

/** A partial change of a user: absent leaves, `null` clears. Ids are the source's own. */
export interface UserPatch {
  readonly firstName?: string | null
  readonly middleName?: string | null
  readonly lastName?: string | null
  readonly nickname?: string | null
  readonly gender?: string | null
  readonly birthDate?: PartialDate | null
  readonly jobTitle?: string | null
  readonly department?: string | null
  readonly location?: string | null
  readonly about?: string | null
  readonly email?: string | null
  /** On create only. */
  readonly username?: string | null
  readonly status?: UserStatus | null
  readonly managerId?: string | null
  readonly locale?: string | null
  readonly customFields?: readonly CustomFieldChange[]
}

/** A partial change of an organization: absent leaves, `null` clears. Ids are the source's own. */
export interface OrganizationPatch {
  readonly name?: string | null
  readonly kind?: OrganizationKind | null
  readonly about?: string | null
  readonly website?: string | null
  readonly parentId?: string | null
  readonly customFields?: readonly CustomFieldChange[]
}
