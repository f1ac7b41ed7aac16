import type { Organization, OrganizationKind } from './organization.ts'
import type { Person } from './person.ts'
import type { RecordType } from './ref.ts'
import type { User, UserStatus } from './user.ts'

/** Conditions are combined with AND. Absent: no such condition. Ids are the source's own. */
export interface PersonFilter {
  readonly search?: string
  readonly email?: string
  readonly phone?: string
  readonly organizationId?: string
  readonly tag?: string
  /** RFC 3339, UTC. */
  readonly updatedSince?: string
}

export interface UserFilter {
  readonly search?: string
  readonly email?: string
  readonly status?: UserStatus
  readonly groupId?: string
  readonly organizationId?: string
  /** RFC 3339, UTC. */
  readonly updatedSince?: string
}

export interface OrganizationFilter {
  readonly search?: string
  readonly kind?: OrganizationKind
}

export const ORDER_KEYS = ['NAME', 'CREATED_AT', 'UPDATED_AT'] as const
export type OrderKey = (typeof ORDER_KEYS)[number]

export const ORDER_DIRECTIONS = ['ASC', 'DESC'] as const
export type OrderDirection = (typeof ORDER_DIRECTIONS)[number]

export interface Order {
  readonly by: OrderKey
  readonly direction: OrderDirection
}

/** One page of a list, as asked of one source. */
export interface ListQuery<Filter> {
  readonly filter: Filter
  /** `null`: the source's own stable order. */
  readonly order: Order | null
  /** How many records at most; 1 to the source's `limits.maxPageSize`. */
  readonly limit: number
  /** A cursor this source gave with a record: continue beyond that record. `null`: begin at the end that `backward` names. */
  readonly cursor: string | null
  /** True: the records *before* the cursor (or the last ones), still given in list order. */
  readonly backward: boolean
}

/** A page of one source, in list order. */
export interface Page<Item> {
  /** Each with the cursor that continues after it (or before it, going backward). */
  readonly entries: readonly { readonly item: Item; readonly cursor: string }[]
  /** Whether the source has more beyond the last entry (going backward: before the first). */
  readonly hasMore: boolean
  /** How many records match in all. `null` where the source can't tell exactly. */
  readonly totalCount: number | null
  /**
   * Related records that came with the page: reads one without asking the source for it again. `null`: it did not come along.
   * Missing where nothing did.
   */
  readonly included?: (type: RecordType, id: string) => ReadIncluded | null
}

/** Gives the record; may ask the source for definitions it needs to read it by. */
export type ReadIncluded = (options: { readonly signal: AbortSignal }) => Promise<Person | User | Organization>
