import type { PartialDate, RecordBase } from './record.ts'

export const USER_STATUSES = ['ACTIVE', 'TERMINATED', 'ON_LEAVE', 'PENDING', 'UNKNOWN'] as const
export type UserStatus = (typeof USER_STATUSES)[number]

export const USER_ACTIVATIONS = ['NOT_ACTIVATED', 'ACTIVATED', 'PENDING', 'AUTO_GENERATED'] as const
export type UserActivation = (typeof USER_ACTIVATIONS)[number]

export const USER_ORIGINS = ['LOCAL', 'LDAP', 'SSO'] as const
export type UserOrigin = (typeof USER_ORIGINS)[number]

/** Somebody with an account at a source. */
export interface User extends RecordBase {
  readonly type: 'User'
  readonly username: string | null
  readonly email: string | null
  readonly firstName: string | null
  readonly middleName: string | null
  readonly lastName: string | null
  readonly nickname: string | null
  /** A lower-case word. */
  readonly gender: string | null
  readonly birthDate: PartialDate | null
  readonly jobTitle: string | null
  readonly department: string | null
  readonly location: string | null
  readonly about: string | null
  /** `null`: the source has none; `UNKNOWN`: it has one that is not understood. */
  readonly status: UserStatus | null
  readonly activation: UserActivation | null
  /** YYYY-MM-DD. */
  readonly hiredOn: string | null
  /** YYYY-MM-DD. */
  readonly terminatedOn: string | null
  /** Id of a user of the same source. */
  readonly managerId: string | null
  readonly groups?: readonly UserGroup[] | null
  readonly isAdmin: boolean | null
  readonly isOwner: boolean | null
  readonly isGuest: boolean | null
  readonly adminModules: readonly string[] | null
  readonly origin: UserOrigin | null
  readonly locale: string | null
  readonly storage?: StorageUsage | null
  /** Id of the primary organization, of the same source. */
  readonly organizationId?: string | null
  readonly accesses?: readonly UserAccess[] | null
  readonly profileUrl: string | null
}

export interface UserGroup {
  readonly id: string
  readonly name: string
  /** The manager's name, as the source tells it. */
  readonly manager: string | null
}

export interface UserAccess {
  readonly id: string
  readonly name: string | null
  readonly organizationId: string | null
  readonly isPrimary: boolean | null
}

/** Sizes in bytes. */
export interface StorageUsage {
  readonly limitBytes: number | null
  readonly usedBytes: number | null
  readonly documentBytes: number | null
  readonly mailBytes: number | null
  readonly talkBytes: number | null
}
