import { randomBytes } from 'node:crypto'
import { isGuid, toChoice } from './binding.ts'
import { list, type Result, value } from './envelope.ts'
import { badArgument, itemNotFound, nullReference, plainException, securityFailure } from './failures.ts'
import { bindContacts, requireEditable, storeContacts } from './people-contacts.ts'
import { setPhotoByUrl } from './people-photos.ts'
import { EMPLOYEE_STATUSES, profile } from './people-reads.ts'
import { type Call, isPeopleAdmin, type MethodRoute, requireProfileRight, route } from './portal.ts'
import { blankUser } from './seed-users.ts'
import { guidOf } from './seed-words.ts'
import type { UserRow } from './state.ts'
import { profileShape } from './user-shapes.ts'

export const peopleWriteRoutes: readonly MethodRoute[] = [
  route('POST', 'people', createUser),
  route('PUT', 'people/status/{status}', setStatus),
  route('PUT', 'people/type/{type}', setType),
  route('PUT', 'people/delete', (call) => removeUsers(call, bindUsers(call))),
  route('PUT', 'people/{userid}/email', setEmail),
  route('PUT', 'people/{userid}', updateUser),
  route('DELETE', 'people/{userid}', (call) => {
    const user = requireGuid(call)
    if (user.status !== 2) throw plainException('The user is not suspended')
    removeUsers(call, [user])
    return value(profileShape(call.portal, call.viewer, user))
  }),
]

/** Here only an id will do: a user name can't be converted, and nobody catches that. */
function requireGuid({ args, portal }: Call): UserRow {
  const id = args.text('userid') ?? ''
  if (!isGuid(id)) throw plainException('Unrecognized Guid format.')
  const user = portal.state.users.get(id.toLowerCase())
  if (!user) throw itemNotFound('user not found')
  return user
}

async function createUser(call: Call): Promise<Result> {
  const { args, portal, viewer } = call
  if (!isPeopleAdmin(viewer)) requireProfileRight(call, { ...viewer, id: '' })
  const email = args.text('email')
  if (email === null) throw badArgument()
  if (!/^[^@\s]+@[^@\s]+$/.test(email))
    throw plainException('The specified string is not in the form required for an e-mail address.')
  if ([...portal.state.users.values()].some((user) => user.email === email))
    throw plainException('The email is already used')
  const [firstName, lastName] = [args.text('firstname') ?? '', args.text('lastname') ?? '']
  if (!isName(firstName) || !isName(lastName)) throw plainException('Incorrect user name')
  const password = args.text('password') || randomBytes(12).toString('base64url')
  if (password.length < 8) throw plainException('Password is too weak')
  const user = blankUser(guidOf(`created ${portal.state.nextId++}`), email, portal.now())
  Object.assign(user, {
    firstName,
    lastName,
    password,
    userName: uniqueName(call, email),
    isVisitor: args.bool('isVisitor'),
  })
  applyTexts(call, user)
  user.groups = knownGroups(call)
  user.lead = args.guids('lead')[0] ?? null
  storeContacts(call, user, bindContacts(call))
  portal.state.users.set(user.id, user)
  await setPhotoByUrl(call, user)
  return profile(call, user)
}

/**
 * Not a patch. Contacts, groups, lead and guest flag become what the call says, and nothing where it says nothing; texts and
 * dates that are not mentioned stay.
 */
async function updateUser(call: Call): Promise<Result> {
  const { args, portal, viewer } = call
  const user = requireGuid(call)
  requireEditable(call)
  if (user.status === 2) throw plainException('The user is suspended')
  // Bound before anything is done.
  const [contacts, groups, lead] = [bindContacts(call), knownGroups(call), args.guids('lead')[0] ?? null]
  const [isVisitor, disable] = [args.bool('isVisitor'), args.boolOrNull('disable')]
  const [firstName, lastName] = [args.text('firstname') ?? user.firstName, args.text('lastname') ?? user.lastName]
  if (disable && user.isOwner) throw securityFailure('Can not disable tenant owner.')
  if (!isName(firstName) || !isName(lastName)) throw plainException('Incorrect user name')

  if (!user.isLDAP && !user.isSSO) Object.assign(user, { firstName, lastName })
  applyTexts(call, user)
  storeContacts(call, user, contacts)
  if (isPeopleAdmin(viewer)) Object.assign(user, { groups, lead })
  if (disable !== null) Object.assign(user, { status: disable ? 2 : 1, terminated: disable ? portal.now() : null })
  if (viewer.id !== user.id && !user.isOwner && !user.isAdmin && user.adminModules.length === 0)
    user.isVisitor = isVisitor
  await setPhotoByUrl(call, user)
  return profile(call, user)
}

function applyTexts({ args, portal, viewer }: Call, user: UserRow): void {
  const isCleared = portal.switches.omittedProfile === 'cleared'
  const text = (name: string, present: string) => args.text(name) ?? (isCleared ? '' : present)
  if (isPeopleAdmin(viewer)) user.title = text('title', user.title)
  user.location = text('location', user.location)
  user.notes = text('comment', user.notes)
  const sex = args.text('sex')?.toLowerCase()
  if (sex === 'male' || sex === 'female') user.sex = sex
  else if (isCleared) user.sex = null
  for (const [name, member] of [
    ['birthday', 'birthday'],
    ['worksfrom', 'workFrom'],
  ] as const) {
    const date = args.date(name)
    if (date) user[member] = date.isReset ? null : Math.floor(date.ms / 1000) * 1000
    else if (isCleared) user[member] = null
  }
}

/** Groups that exist; an unknown id is passed over. */
function knownGroups({ args, portal }: Call): string[] {
  return [...new Set(args.guids('department'))].filter((id) => portal.state.groups.has(id))
}

function isName(name: string): boolean {
  return name.trim() !== '' && name.length <= 255 && !/[<>"|*?]/.test(name)
}

function uniqueName({ portal }: Call, email: string): string {
  const wanted = email.split('@')[0]!.toLowerCase()
  const taken = new Set([...portal.state.users.values()].map((user) => user.userName))
  let name = wanted
  for (let number = 1; taken.has(name); number += 1) name = `${wanted}${number}`
  return name
}

function bindUsers({ args, portal }: Call): UserRow[] {
  return args.guids('userIds').flatMap((id) => portal.state.users.get(id) ?? [])
}

function setStatus(call: Call): Result {
  const { args, portal } = call
  const text = args.text('status') ?? ''
  const status = EMPLOYEE_STATUSES[text.toLowerCase()] ?? toChoice(text, [])
  const users = bindUsers(call).filter((user) => !user.isSystem)
  if (!isPeopleAdmin(call.viewer)) requireProfileRight(call, { ...call.viewer, id: '' })
  for (const user of users) {
    if (user.isOwner || user.id === call.viewer.id) continue
    if (status === 1) Object.assign(user, { status: 1, terminated: null, changed: user.changed + 1 })
    if (status === 2) Object.assign(user, { status: 2, terminated: portal.now(), changed: user.changed + 1 })
  }
  return list(users.map((user) => profileShape(portal, call.viewer, user)))
}

function setType(call: Call): Result {
  const type = toChoice(call.args.text('type') ?? '', ['All', 'User', 'Visitor'])
  const users = bindUsers(call).filter((user) => !user.isSystem && !user.isOwner && !user.isAdmin)
  if (!isPeopleAdmin(call.viewer)) requireProfileRight(call, { ...call.viewer, id: '' })
  for (const user of users) user.isVisitor = type === 2
  return list(users.map((user) => profileShape(call.portal, call.viewer, user)))
}

function removeUsers(call: Call, users: readonly UserRow[]): Result {
  if (!isPeopleAdmin(call.viewer)) requireProfileRight(call, { ...call.viewer, id: '' })
  const removable = users.filter((user) => user.status === 2)
  for (const user of removable) call.portal.state.users.delete(user.id)
  return list(removable.map((user) => profileShape(call.portal, call.viewer, user)))
}

/** The new address must be confirmed again. */
function setEmail(call: Call): Result {
  const user = requireGuid(call)
  requireProfileRight(call, user)
  const email = call.args.text('email')
  if (!email) throw nullReference()
  Object.assign(user, { email, activation: 0, changed: user.changed + 1 })
  return profile(call, user)
}
