import type { Author, CustomCollection, PartialDate, RecordBase } from './record.ts'

export const SHARINGS = ['PRIVATE', 'READ', 'READ_WRITE'] as const
export type Sharing = (typeof SHARINGS)[number]

export const ORGANIZATION_ROLES = ['PRIMARY', 'SECONDARY', 'MEMBER'] as const
export type OrganizationRole = (typeof ORGANIZATION_ROLES)[number]

/** A human as a source knows them. */
export interface Person extends RecordBase {
  readonly type: 'Person'
  readonly prefix: string | null
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
  readonly suffix: string | null
  readonly nickname: string | null
  /** A lower-case word. */
  readonly gender: string | null
  readonly birthDate: PartialDate | null
  /** Years; computed by the source. */
  readonly approximateAge: number | null
  readonly isDeceased: boolean | null
  readonly jobTitle: string | null
  readonly about: string | null
  readonly interests: string | null
  /** Id of an organization of the same source. */
  readonly organizationId?: string | null
  readonly organizationRole: OrganizationRole | null
  readonly sharing: Sharing | null
  /** Ids of users of the same source. */
  readonly managerIds?: readonly string[] | null
  /** Where the person stands in the source's process, by its title. */
  readonly stage: string | null
  readonly tags?: readonly string[] | null
  readonly customCollections?: readonly CustomCollection[] | null
  readonly createdBy: Author | null
  readonly updatedBy: Author | null
  readonly viewerCanUpdate: boolean | null
  readonly viewerCanDelete: boolean | null
}
