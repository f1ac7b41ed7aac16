import { isGuid } from './binding.ts'
import type { DocSpaceCall, DocSpaceResult, DocSpaceRoute } from './docspace-state.ts'
import { docSpaceProfile, docSpaceThumbnails, groupShape, isAdministrator, ValidationFailure } from './docspace-wire.ts'
import { badArgument, itemNotFound, securityFailure } from './failures.ts'
import { displayNameOf } from './portal.ts'
import type { UserRow } from './state.ts'

const STATUSES: Readonly<Record<string, number>> = { active: 1, terminated: 2, pending: 4, default: 5, all: 7 }
const TYPES = ['All', 'RoomAdmin', 'Guest', 'DocSpaceAdmin', 'User']

export const docSpacePeopleRoutes: readonly DocSpaceRoute[] = [
  get('people/@self', (call) => ({
    response: { ...docSpaceProfile(call.docSpace, call.viewer, call.viewer), theme: 'Base' },
  })),
  get('people', (call) => listed(call, 1)),
  get('people/filter', (call) => listed(call, 7)),
  get('people/simple/filter', (call) => {
    const { response, ...rest } = listed(call, 7)
    const short = (profile: Record<string, unknown>) => {
      const { id, displayName, avatarSmall, profileUrl, hasAvatar } = profile
      return { id, displayName, avatarSmall, profileUrl, hasAvatar }
    }
    return { ...rest, response: (response as Record<string, unknown>[]).map(short) }
  }),
  get('people/status/{status}', (call) => listed(call, statusOf(call.values.status ?? ''))),
  get('people/email', (call) => {
    const email = (call.query.get('email') ?? '').toLowerCase()
    const user = [...call.docSpace.state.users.values()].find((row) => row.email === email)
    if (!user) throw itemNotFound('The user could not be found')
    return seen(call, user)
  }),
  get('people/search', (call) => searched(call, call.query.get('query') ?? '')),
  get('people/@search/{query}', (call) => searched(call, call.values.query ?? '')),
  get('people/{userid}/photo', (call) => ({ response: docSpaceThumbnails(requireDocSpaceUser(call)) })),
  get('people/{userid}', (call) => seen(call, requireDocSpaceUser(call))),
  get('group', (call) => {
    const groups = [...call.docSpace.state.groups.keys()].map((id) => groupShape(call.docSpace, id))
    return { response: groups, total: groups.length }
  }),
  { method: 'PUT', pattern: '/api/2.0/people/status/{status}', handler: setStatus },
  { method: 'PUT', pattern: '/api/2.0/people/{userid}/culture', handler: setCulture },
  { method: 'PUT', pattern: '/api/2.0/people/{userid}', handler: updateUser },
  ...(['PUT', 'POST', 'DELETE'] as const).map(
    (method): DocSpaceRoute => ({
      method,
      pattern: '/api/2.0/people/{userid}/contacts',
      handler: changeContacts,
      until: '3.1',
    }),
  ),
]

function get(pattern: string, handler: DocSpaceRoute['handler']): DocSpaceRoute {
  return { method: 'GET', pattern: `/api/2.0/${pattern}`, handler }
}

/** By user name or id. */
export function requireDocSpaceUser({ docSpace, values, viewer }: DocSpaceCall): UserRow {
  const name = (values.userid ?? '').toLowerCase()
  if (name === '@self') return viewer
  const users = [...docSpace.state.users.values()]
  const user = users.find((row) => row.userName === name) ?? docSpace.state.users.get(name)
  if (!user) throw itemNotFound('The user could not be found')
  return user
}

export function requireSelf(call: DocSpaceCall, user: UserRow): void {
  if (call.viewer.id !== user.id) throw securityFailure('Access denied')
}

/** Guests see nobody they don't know. */
function seen({ docSpace, viewer }: DocSpaceCall, user: UserRow): DocSpaceResult {
  if (viewer.isVisitor && viewer.id !== user.id) throw securityFailure('Access denied')
  return { response: docSpaceProfile(docSpace, viewer, user) }
}

function statusOf(text: string): number {
  const status = STATUSES[text.toLowerCase()] ?? Number(text)
  if (Number.isNaN(status)) throw new ValidationFailure({ status: [`The value '${text}' is not valid.`] })
  return status
}

/** Room administrators and above; a page of 1 to 100. */
function listed({ docSpace, viewer, query }: DocSpaceCall, fallback: number): DocSpaceResult {
  if (!isAdministrator(viewer) && !viewer.isRoomAdmin) throw securityFailure('Access denied')
  const count = Number(query.get('count') ?? 100)
  if (!Number.isInteger(count) || count < 1 || count > 100) {
    throw new ValidationFailure({ Count: ['The field Count must be between 1 and 100.'] })
  }
  const groupId = query.get('groupId')
  if (groupId !== null && !isGuid(groupId))
    throw new ValidationFailure({ GroupId: [`The value '${groupId}' is not valid.`] })
  const given = query.get('employeeStatus')
  const status = given === null ? fallback : statusOf(given)
  const type = TYPES.indexOf(query.get('employeeType') ?? 'All')
  const words = (query.get('filterValue') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const users = [...docSpace.state.users.values()].filter((user) => {
    const text = [user.firstName, user.lastName, user.email].join(' ').toLowerCase()
    return (
      !user.isSystem &&
      (user.status & status) !== 0 &&
      (user.status !== 2 || isAdministrator(viewer)) &&
      (groupId === null || user.groups.includes(groupId.toLowerCase())) &&
      (type !== 2 || user.isVisitor) &&
      (type !== 1 || user.isRoomAdmin) &&
      (type !== 3 || user.isAdmin) &&
      words.every((word) => text.includes(word))
    )
  })
  const key = (user: UserRow) => {
    const sortBy = (query.get('sortBy') ?? '').toLowerCase()
    return sortBy === 'firstname' ? user.firstName : sortBy === 'lastname' ? user.lastName : displayNameOf(user)
  }
  users.sort((a, b) => key(a).localeCompare(key(b)) || (a.id < b.id ? -1 : 1))
  if (['descending', '1'].includes(query.get('sortOrder') ?? '')) users.reverse()
  const start = Number(query.get('startIndex') ?? 0) || 0
  return {
    response: users.slice(start, start + count).map((user) => docSpaceProfile(docSpace, viewer, user)),
    total: users.length,
  }
}

function searched({ docSpace, viewer }: DocSpaceCall, text: string): DocSpaceResult {
  if (!isAdministrator(viewer)) throw securityFailure('Access denied')
  const wanted = text.toLowerCase()
  const users = [...docSpace.state.users.values()].filter((user) =>
    [user.firstName, user.lastName, user.email].some((part) => part.toLowerCase().includes(wanted)),
  )
  return { response: users.map((user) => docSpaceProfile(docSpace, viewer, user)) }
}

/** Texts and contacts are taken from oneself only; of others an administrator may say whether they are disabled. */
function updateUser(call: DocSpaceCall): DocSpaceResult {
  const { docSpace, input, viewer } = call
  const user = requireDocSpaceUser(call)
  const isSelf = viewer.id === user.id
  if (!isSelf && (!isAdministrator(viewer) || user.isOwner || (isAdministrator(user) && !viewer.isOwner))) {
    throw securityFailure('Access denied')
  }
  const text = (name: string, present: string) => {
    const given = input.get(name)
    return given === undefined || given === null ? present : String(given)
  }
  if (!isSelf) {
    const disable = input.get('disable')
    if (typeof disable === 'boolean') terminate(call, user, disable)
    return { response: docSpaceProfile(docSpace, viewer, user) }
  }
  const [firstName, lastName] = [text('firstname', user.firstName), text('lastname', user.lastName)]
  if ([firstName, lastName].some((name) => name.trim() === '' || name.length > 255 || /[<>"|*?]/.test(name))) {
    throw badArgument('Incorrect firstname or lastname')
  }
  Object.assign(user, {
    firstName,
    lastName,
    location: text('location', user.location),
    notes: text('comment', user.notes),
    changed: user.changed + 1,
  })
  if (Array.isArray(input.get('contacts'))) user.contacts = contactColumn(input)
  return { response: docSpaceProfile(docSpace, viewer, user) }
}

function terminate({ docSpace }: DocSpaceCall, user: UserRow, isTerminated: boolean): void {
  const terminated = isTerminated ? docSpace.now() : null
  Object.assign(user, { status: isTerminated ? 2 : 1, terminated, changed: user.changed + 1 })
}

function bindContacts(input: ReadonlyMap<string, unknown>): { type: string; value: string }[] {
  const given = input.get('contacts')
  return (Array.isArray(given) ? given : []).map((item: unknown) => {
    const members = new Map(Object.entries(item ?? {}).map(([name, of]) => [name.toLowerCase(), String(of ?? '')]))
    return { type: members.get('type') ?? '', value: members.get('value') ?? '' }
  })
}

/** Items without a value are dropped. */
function contactColumn(input: ReadonlyMap<string, unknown>): string {
  return bindContacts(input)
    .filter((contact) => contact.value !== '')
    .map(({ type, value }) => `${type}|${value}|`)
    .join('')
}

/** As it was up to 3.1: PUT and POST replace, no list changes nothing, DELETE goes by type. */
function changeContacts(call: DocSpaceCall): DocSpaceResult {
  const { docSpace, input, request, viewer } = call
  const user = requireDocSpaceUser(call)
  if (viewer.id !== user.id && !isAdministrator(viewer)) throw securityFailure('Access denied')
  if (Array.isArray(input.get('contacts'))) {
    if (request.method === 'DELETE') {
      const flat = user.contacts.split('|').filter((part) => part !== '')
      for (const { type } of bindContacts(input)) {
        const index = flat.indexOf(type)
        if (index >= 0) flat.splice(index, 2)
      }
      user.contacts = flat.map((part) => `${part}|`).join('')
    } else user.contacts = contactColumn(input)
    user.changed += 1
  }
  return { response: docSpaceProfile(docSpace, viewer, user) }
}

function setStatus(call: DocSpaceCall): DocSpaceResult {
  const { docSpace, input, values, viewer } = call
  if (!isAdministrator(viewer)) throw securityFailure('Access denied')
  const status = statusOf(values.status ?? '')
  const ids = Array.isArray(input.get('userids')) ? (input.get('userids') as unknown[]).map(String) : []
  const users = ids.flatMap((id) => docSpace.state.users.get(id.toLowerCase()) ?? [])
  for (const user of users) {
    if (user.isOwner || user.id === viewer.id || (user.isAdmin && !viewer.isOwner)) continue
    if (status === 1 || status === 2) terminate(call, user, status === 2)
  }
  return { response: users.map((user) => docSpaceProfile(docSpace, viewer, user)) }
}

function setCulture(call: DocSpaceCall): DocSpaceResult {
  const user = requireDocSpaceUser(call)
  requireSelf(call, user)
  const culture = String(call.input.get('culturename') ?? '')
  if (!/^[a-z]{2}(-[A-Za-z]{2,4})*$/.test(culture)) throw badArgument('Value does not fall within the expected range.')
  Object.assign(user, { cultureName: culture, changed: user.changed + 1 })
  return { response: docSpaceProfile(call.docSpace, call.viewer, user) }
}
