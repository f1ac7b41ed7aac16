import type { Incoming } from './http.ts'
import type { StoredPicture } from './pictures.ts'
import type { Route } from './router.ts'
import { seedGroups, seedUsers } from './seed-users.ts'
import type { GroupRow, UserRow } from './state.ts'

export interface ApiKey {
  readonly userId: string
  /** Scopes such as `accounts:read`; `*` is all. */
  readonly permissions: readonly string[]
}

export interface DocSpaceState {
  readonly users: Map<string, UserRow>
  readonly groups: Map<string, GroupRow>
  /** Token to user id. */
  readonly tokens: Map<string, string>
  readonly apiKeys: Map<string, ApiKey>
  readonly temporaryPictures: Map<number, StoredPicture>
  nextId: number
}

/** The first of each is what the reference expects of a present server. */
export interface DocSpaceSwitches {
  /** 3.7: neither contacts endpoints nor birthday, sex, title; 3.6: no contacts endpoints; 3.1: all of them. */
  readonly version: '3.7' | '3.6' | '3.1'
  /** What a path that was removed answers. */
  readonly missingRoute: 404 | 405
  readonly postStatus: 200 | 201
  readonly unauthorizedBody: 'empty' | 'json'
  /** Requests a minute; null: not limited. */
  readonly requestsPerMinute: number | null
  /** Whether it fetches pictures from private addresses. */
  readonly privateTargets: 'refused' | 'fetched'
}

export const PRESENT_DOCSPACE: DocSpaceSwitches = {
  version: '3.7',
  missingRoute: 404,
  postStatus: 200,
  unauthorizedBody: 'empty',
  requestsPerMinute: null,
  privateTargets: 'refused',
}

export interface DocSpace {
  readonly state: DocSpaceState
  switches: DocSpaceSwitches
  readonly zoneMinutes: number
  readonly now: () => number
}

/** One call by somebody signed in. `input` is the JSON body with lower-case names. */
export interface DocSpaceCall {
  readonly docSpace: DocSpace
  readonly viewer: UserRow
  readonly values: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly input: ReadonlyMap<string, unknown>
  readonly request: Incoming
}

export interface DocSpaceResult {
  readonly response: unknown
  readonly total?: number
}

export type DocSpaceMethod = (call: DocSpaceCall) => DocSpaceResult | Promise<DocSpaceResult>
export interface DocSpaceRoute extends Route<DocSpaceMethod> {
  /** Gone from later versions. */
  readonly until?: '3.1'
}

export const API_KEYS = {
  admin: 'sk-3f1c0c1b7a5e4d7d9a52f0e1c3b5a7998877665544332211',
  plain: 'sk-9d2b7c4410aa4f27b6b1d0c2e4f6a8ba1122334455667788',
  readOnly: 'sk-51e0aa9933174c56a0c8e2f4b6d8fa0c99aabbccddeeff00',
} as const

export function seedDocSpace(): DocSpaceState {
  const groups = seedGroups()
  const users = seedUsers(Date.UTC(2023, 4, 2, 7, 15), groups)
  const [, admin, plain] = users as [UserRow, UserRow, UserRow]
  return {
    users: new Map(users.map((user) => [user.id, user])),
    groups: new Map(groups.map((group) => [group.id, group])),
    tokens: new Map(),
    apiKeys: new Map([
      [API_KEYS.admin, { userId: admin.id, permissions: ['*'] }],
      [API_KEYS.plain, { userId: plain.id, permissions: ['accounts.self:read', 'accounts.self:write'] }],
      [API_KEYS.readOnly, { userId: admin.id, permissions: ['accounts:read'] }],
    ]),
    temporaryPictures: new Map(),
    nextId: 1,
  }
}
