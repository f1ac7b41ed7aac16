import type { Arguments } from './binding.ts'
import { formatDate, type Result } from './envelope.ts'
import { authorizingFailure, itemNotFound } from './failures.ts'
import type { Incoming } from './http.ts'
import type { Route } from './router.ts'
import type { PortalState, UserRow, WorkspaceSwitches } from './state.ts'

/** A pretended Workspace portal: what it holds, how it behaves, what time it is there. */
export interface Portal {
  readonly state: PortalState
  /** May be changed while it runs. */
  switches: WorkspaceSwitches
  /** The portal's time zone, minutes east of Greenwich. */
  readonly zoneMinutes: number
  readonly now: () => number
}

/** One call of an API method by somebody signed in. */
export interface Call {
  readonly portal: Portal
  readonly viewer: UserRow
  readonly args: Arguments
  readonly request: Incoming
}

export type Method = (call: Call) => Result | Promise<Result>
export type MethodRoute = Route<Method>

export function route(method: string, pattern: string, handler: Method): MethodRoute {
  return { method, pattern: `/api/2.0/${pattern}`, handler }
}

export function dateOut(portal: Portal, ms: number | null, ticks = 0): string | null {
  return ms === null ? null : formatDate(ms, portal.zoneMinutes, ticks)
}

export function displayNameOf(user: Pick<UserRow, 'firstName' | 'lastName'>): string {
  return `${user.firstName} ${user.lastName}`.trim()
}

/** By user name first, then by id. */
export function findUser(state: PortalState, name: string): UserRow | null {
  const wanted = name.toLowerCase()
  const byName = [...state.users.values()].find((user) => user.userName.toLowerCase() === wanted)
  return byName ?? state.users.get(wanted) ?? null
}

export function requireUser(state: PortalState, name: string, message: string): UserRow {
  const user = findUser(state, name)
  if (!user) throw itemNotFound(message)
  return user
}

export function isPeopleAdmin(user: UserRow): boolean {
  return user.isOwner || user.isAdmin || user.adminModules.includes('people')
}

export function isCrmAdmin(user: UserRow): boolean {
  return user.isOwner || user.isAdmin || user.adminModules.includes('crm')
}

/** Oneself or an administrator; anybody else meets the permission layer's exception. */
export function requireProfileRight({ portal, viewer }: Call, user: UserRow): void {
  if (viewer.id === user.id || isPeopleAdmin(viewer)) return
  throw authorizingFailure(displayNameOf(viewer), 'Edit user', portal.switches.refusedProfile)
}
