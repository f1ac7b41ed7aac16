import type { DocSpace, DocSpaceResult } from './docspace-state.ts'
import { formatDate } from './envelope.ts'
import type { Failure } from './failures.ts'
import type { Incoming, Outgoing } from './http.ts'
import { displayNameOf } from './portal.ts'
import type { UserRow } from './state.ts'
import { encodeHtml, splitContacts } from './user-shapes.ts'

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** A request whose model is invalid: problem details in `response`, and no `error`. */
export class ValidationFailure extends Error {
  readonly errors: Readonly<Record<string, readonly string[]>>
  constructor(errors: Readonly<Record<string, readonly string[]>>) {
    super('One or more validation errors occurred.')
    this.errors = errors
  }
}

export function docSpaceSuccess(request: Incoming, result: DocSpaceResult, status: number): Outgoing {
  const { response, total } = result
  const body = {
    response: withoutNulls(response),
    count: Array.isArray(response) ? response.length : 1,
    ...(total !== undefined && { total }),
    links: [{ href: `${request.origin}${request.path}`, action: request.method }],
    status: 0,
    statusCode: status,
  }
  return { status, headers: JSON_TYPE, body: JSON.stringify(body) }
}

/** Type and stack trace of the exception are sent along, save for those that are refusals by design. */
export function docSpaceFailure(error: Failure | ValidationFailure): Outgoing {
  if (error instanceof ValidationFailure) {
    const response = { title: error.message, status: 400, errors: error.errors }
    return { status: 400, headers: JSON_TYPE, body: JSON.stringify({ response, status: 1, statusCode: 400 }) }
  }
  const isByDesign = error.exception.includes('Authentication') || error.exception.includes('BruteForce')
  const stack = `   at ASC.People.Api.UserController.Method() in /build/server/products/ASC.People/UserController.cs:line ${400 + error.status}`
  const details = {
    message: error.message,
    type: isByDesign ? null : error.exception,
    stack: isByDesign ? null : stack,
    hresult: isByDesign ? 0 : error.hresult,
  }
  return {
    status: error.status,
    headers: JSON_TYPE,
    body: JSON.stringify({ error: details, status: 1, statusCode: error.status }),
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === null || inner === undefined ? [] : [[name, withoutNulls(inner)]],
    ),
  )
}

const SIZES = { avatarOriginal: 1280, avatarMax: 200, avatar: 82, avatarMedium: 48, avatarSmall: 32 } as const

function pictureUrl(user: UserRow, size: number): string {
  const kind = user.picture?.contentType === 'image/jpeg' ? 'jpeg' : 'png'
  const path = user.picture
    ? `/storage/userPhotos/root/${user.id}_size_${size}-${size}.${kind}`
    : `/static/images/default_user_photo_size_${size}-${size}.png`
  return `${path}?hash=${user.changed}`
}

export function docSpaceThumbnails(user: UserRow): Record<string, string> {
  const url = (size: number) => pictureUrl(user, size)
  return { original: url(1280), retina: url(360), max: url(200), big: url(82), medium: url(48), small: url(32) }
}

export function isAdministrator(user: UserRow): boolean {
  return user.isOwner || user.isAdmin
}

export function docSpaceProfile(docSpace: DocSpace, viewer: UserRow, user: UserRow): Record<string, unknown> {
  const { state, switches, zoneMinutes } = docSpace
  const date = (ms: number | null) => (ms === null ? null : formatDate(ms, zoneMinutes))
  const contacts = splitContacts(user.contacts)
  const groups = user.groups.flatMap((id) => state.groups.get(id) ?? [])
  const text = (of: string) => (of === '' ? null : of)
  const isFull = isAdministrator(viewer) || viewer.id === user.id
  return {
    id: user.id,
    displayName: displayNameOf(user),
    userName: user.userName,
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    profileUrl: `https://docspace.example/accounts/people/filter?search=${encodeURIComponent(user.email)}`,
    status: user.status,
    activationStatus: user.activation & ~4,
    terminated: date(user.terminated),
    registrationDate: isAdministrator(viewer) ? date(user.created) : null,
    isOwner: user.isOwner,
    isAdmin: user.isAdmin && !user.isOwner,
    isRoomAdmin: user.isRoomAdmin,
    isCollaborator: !isAdministrator(user) && !user.isRoomAdmin && !user.isVisitor,
    isVisitor: user.isVisitor,
    isLDAP: user.isLDAP,
    isSSO: user.isSSO,
    isAnonim: false,
    ...(switches.version !== '3.7' && {
      birthday: date(user.birthday),
      sex: user.sex,
      workFrom: date(user.workFrom),
      title: text(user.title),
    }),
    location: text(user.location),
    notes: text(user.notes),
    department: text(encodeHtml(groups.map((group) => group.name).join(', '))),
    cultureName: text(user.cultureName),
    mobilePhone: text(user.mobilePhone),
    mobilePhoneActivationStatus: user.mobilePhoneActivation,
    contacts: contacts.length > 0 ? contacts : null,
    groups: groups.length > 0 ? groups.map((group) => groupShape(docSpace, group.id)) : null,
    ...Object.fromEntries(Object.entries(SIZES).map(([name, size]) => [name, pictureUrl(user, size)])),
    hasAvatar: user.picture !== null,
    usedSpace: isFull ? user.usedSpace.docs : null,
    quotaLimit: isFull ? -1 : null,
  }
}

export function groupShape({ state }: DocSpace, id: string): Record<string, unknown> {
  const group = state.groups.get(id)
  const manager = group?.managerId ? (state.users.get(group.managerId)?.userName ?? null) : null
  return { id, name: group?.name ?? '', manager }
}
