import type { RecordBase } from './record.ts'

export const ORGANIZATION_KINDS = ['COMPANY', 'HOUSEHOLD', 'OTHER'] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]

/** A company or household that people belong to. */
export interface Organization extends RecordBase {
  readonly type: 'Organization'
  readonly name: string
  readonly kind: OrganizationKind | null
  readonly about: string | null
  readonly website: string | null
  /** Id of an organization of the same source. */
  readonly parentId: string | null
}
