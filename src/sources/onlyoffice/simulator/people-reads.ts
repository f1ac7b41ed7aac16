import { toChoice } from './binding.ts'
import { dropZero, list, nothing, type Result, value } from './envelope.ts'
import { badArgument, itemNotFound } from './failures.ts'
import { countedPage, genericList, readPage } from './lists.ts'
import { type Call, displayNameOf, isPeopleAdmin, type MethodRoute, requireUser, route } from './portal.ts'
import type { UserRow } from './state.ts'
import { avatarOf, profileShape, profileUrlOf, splitContacts, thumbnailsOf } from './user-shapes.ts'

export const EMPLOYEE_STATUSES: Readonly<Record<string, number>> = {
  active: 1,
  terminated: 2,
  leaveofabsence: 4,
  default: 5,
  all: 7,
}
const EMPLOYEE_TYPES = ['All', 'User', 'Visitor']

export const peopleReadRoutes: readonly MethodRoute[] = [
  route('GET', 'people/@self', (call) => profile(call, call.viewer)),
  route('GET', 'people', (call) => profiles(call, withStatus(call, 1))),
  route('GET', 'people/filter', (call) => filtered(call, 'full')),
  route('GET', 'people/simple/filter', (call) => filtered(call, 'simple')),
  route('GET', 'people/email', byEmail),
  route('GET', 'people/search', (call) => search(call, withStatus(call, 1))),
  route('GET', 'people/@search/{query}', (call) => search(call, withStatus(call, 1))),
  route('GET', 'people/status/{status}', (call) => profiles(call, withStatus(call, readStatus(call)))),
  route('GET', 'people/status/{status}/search', searchEverywhere),
  route('GET', 'people/{username}/photo', (call) => {
    const user = requireUser(call.portal.state, call.args.text('username') ?? '', 'user not found')
    return value(thumbnailsOf(call.portal, user))
  }),
  route('GET', 'people/{username}', (call) =>
    profile(call, requireUser(call.portal.state, call.args.text('username') ?? '', 'User not found')),
  ),
  route('GET', 'group', (call) => {
    const { state } = call.portal
    const manager = (id: string | null) => (id ? (state.users.get(id)?.userName ?? null) : null)
    return list(
      [...state.groups.values()].map(({ id, name, managerId }) => ({ id, name, manager: manager(managerId) })),
    )
  }),
]

export function profile(call: Call, user: UserRow): Result {
  return value(profileShape(call.portal, call.viewer, user))
}

/** Lists of people are produced lazily: none of them announces a next page. */
function profiles(call: Call, users: readonly UserRow[]): Result {
  return genericList(
    call,
    users.map((user) => profileShape(call.portal, call.viewer, user)),
  )
}

function readStatus({ args }: Call): number {
  const text = args.text('status') ?? args.text('employeeStatus') ?? 'active'
  return EMPLOYEE_STATUSES[text.toLowerCase()] ?? toChoice(text, [])
}

function withStatus({ portal, viewer }: Call, status: number): UserRow[] {
  return [...portal.state.users.values()].filter(
    (user) => !user.isSystem && (user.status & status) !== 0 && (user.status !== 2 || isPeopleAdmin(viewer)),
  )
}

function filtered(call: Call, form: 'full' | 'simple'): Result {
  const { args, portal, viewer } = call
  const status = args.text('employeeStatus') === null ? 7 : readStatus(call)
  const [groupId, activation] = [args.guids('groupId')[0], args.intOrNull('activationStatus')]
  const type = args.choice('employeeType', EMPLOYEE_TYPES) ?? 0
  const isAdministrator = args.boolOrNull('isAdministrator')
  const text = args.text('filterValue') ?? ''
  const { sortBy, descending } = readPage(call)
  const users = withStatus(call, status).filter(
    (user) =>
      (groupId === undefined || user.groups.includes(groupId)) &&
      (activation === null || (user.activation & ~4) === activation) &&
      (type === 0 || (type === 2) === user.isVisitor) &&
      (isAdministrator === null ||
        (user.isAdmin || user.isOwner || user.adminModules.length > 0) === isAdministrator) &&
      matches(text, [user.firstName, user.lastName, user.title, user.location, user.email]),
  )
  users.sort((a, b) => sortKey(sortBy, a).localeCompare(sortKey(sortBy, b)) || (a.id < b.id ? -1 : 1))
  if (descending) users.reverse()
  const page = countedPage(call, users, false)
  if (page.kind !== 'list') return page
  const items = (page.items as readonly UserRow[]).map((user) =>
    form === 'full' ? profileShape(portal, viewer, user, { withSizes: true }) : shortShape(call, user),
  )
  return { ...page, items }
}

function shortShape({ portal }: Call, user: UserRow): Record<string, unknown> {
  const { avatarSmall } = avatarOf(portal, user)
  const title = user.title === '' ? null : user.title
  return {
    id: user.id,
    displayName: displayNameOf(user),
    ...dropZero({ title }),
    avatarSmall,
    profileUrl: profileUrlOf(user),
  }
}

function sortKey(sortBy: string, user: UserRow): string {
  if (sortBy.toLowerCase() === 'firstname') return user.firstName
  return sortBy.toLowerCase() === 'lastname' ? user.lastName : displayNameOf(user)
}

function byEmail(call: Call): Result {
  const email = (call.args.text('email') ?? '').toLowerCase()
  const user = [...call.portal.state.users.values()].find((row) => row.email.toLowerCase() === email)
  if (!user) throw itemNotFound('User not found')
  return profile(call, user)
}

/** Names, title, place and e-mail address; not the contacts. What goes wrong inside gives `{}`. */
function search(call: Call, users: readonly UserRow[]): Result {
  const query = call.args.text('query')
  if (query === null || query === '') return nothing
  return profiles(
    call,
    users.filter((user) => matches(query, [user.firstName, user.lastName, user.title, user.location, user.email])),
  )
}

/** Also by user name and contacts. */
function searchEverywhere(call: Call): Result {
  const query = call.args.text('query')
  if (query === null) throw badArgument()
  return profiles(
    call,
    withStatus(call, readStatus(call)).filter((user) => {
      const contacts = splitContacts(user.contacts).map((contact) => contact.value)
      return matches(query, [
        user.userName,
        user.firstName,
        user.lastName,
        user.title,
        user.location,
        user.email,
        ...contacts,
      ])
    }),
  )
}

/** Every word begins or is within one of the texts. */
function matches(query: string, texts: readonly string[]): boolean {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.every((word) => texts.some((text) => text.toLowerCase().includes(word)))
}
