import { diffRecords } from '../../../model/diff.ts'
import { invalidInput, unsupported } from '../../../model/errors.ts'
import { sameJson } from '../../../model/json.ts'
import type { UserPatch } from '../../../model/patch.ts'
import type { PartialDate } from '../../../model/record.ts'
import type { User } from '../../../model/user.ts'
import { checkDate, checkName, checkText } from '../../../model/validate.ts'
import type { Plan, PlannedRequest } from '../../source.ts'
import { sameTime } from '../times.ts'
import { contactsOf } from './mapping.ts'
import type { Opened } from './open.ts'
import { type WorkspaceBody, workspaceRequest } from './workspace-request.ts'

export const NOTHING: Plan = { requests: [], changes: [], sideEffects: [] }

/** What only Workspace keeps; DocSpace shows none of it, or lets nobody write it. */
const WORKSPACE_ONLY = ['gender', 'birthDate', 'jobTitle', 'managerId'] as const
const TEXTS = ['jobTitle', 'location', 'about'] as const
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The plan of a profile's change: everything the portal would forget is sent again with it. */
export function planUpdate(opened: Opened, patch: UserPatch): Plan {
  const { record } = opened
  const after = applyPatch(opened, patch)
  const changes = diffRecords(record, after)
  if (changes.length === 0) return NOTHING
  const status = changes.some(({ path }) => path === 'status') ? [statusRequest(opened, after)] : []
  const profile = changes.some(({ path }) => path !== 'status') ? profileRequests(opened, after) : []
  // A terminated user takes no other change: the status goes first where it comes back, and last where it goes.
  const requests = after.status === 'ACTIVE' ? [...status, ...profile] : [...profile, ...status]
  return { requests, changes, sideEffects: [] }
}

/** The record as the patch wants it. Throws for what can't be, before anything is sent. */
function applyPatch({ record, source, server, viewer }: Opened, patch: UserPatch): User {
  checkValues(patch)
  const texts = TEXTS.flatMap((field) => (patch[field] === undefined ? [] : [[field, patch[field] || null] as const]))
  const after: User = {
    ...record,
    ...Object.fromEntries(texts),
    ...(patch.firstName != null && { firstName: patch.firstName.trim() }),
    ...(patch.lastName != null && { lastName: patch.lastName.trim() }),
    ...(patch.gender !== undefined && { gender: readGender(source, record.gender, patch.gender) }),
    ...(patch.birthDate !== undefined && { birthDate: readBirthDate(patch.birthDate) }),
    ...(patch.managerId !== undefined && { managerId: readManager(record.ref.id, patch.managerId) }),
    ...(patch.status !== undefined && { status: patch.status }),
  }
  checkAllowed({ record, source, server, viewer }, after)
  return after
}

/** What can be wrong with the words themselves, whoever says them. */
function checkValues(patch: UserPatch): void {
  for (const field of ['firstName', 'lastName'] as const) {
    const name = patch[field]
    if (name === undefined) continue
    checkName([field], name, true)
    if (/[<>"|*?]/.test(name ?? ''))
      throw invalidInput([field], 'holds one of < > " | * ?, which no name may have there')
  }
  checkName(['jobTitle'], patch.jobTitle)
  checkName(['location'], patch.location)
  checkText(['about'], patch.about)
  if (patch.birthDate) checkDate(['birthDate'], patch.birthDate)
}

type Who = Pick<Opened, 'record' | 'source' | 'server' | 'viewer'>

/** Whether this account may, and the portal can. */
function checkAllowed({ record, source, server, viewer }: Who, after: User): void {
  const fields = changedFields(record, after)
  const [first] = fields.filter((field) => field !== 'status')
  const refuse = (field: string, message: string) => {
    throw unsupported(source, `${source}: ${message}`, [field])
  }
  if (first !== undefined && !viewer.mayEdit) refuse(first, viewer.refusal)
  for (const field of WORKSPACE_ONLY) {
    if (server === 'docspace' && fields.includes(field))
      refuse(field, 'DocSpace keeps no such field that can be written')
  }
  const name = fields.find((field) => field === 'firstName' || field === 'lastName')
  if (name && record.origin !== 'LOCAL')
    refuse(name, 'the name of this user comes from a directory, and no other is taken')
  if (fields.includes('jobTitle') && !viewer.isPeopleAdmin)
    refuse('jobTitle', 'only an administrator of People may change a title')
  if (fields.includes('managerId') && !viewer.isPeopleAdmin)
    refuse('managerId', 'only an administrator of People may say who leads')
  if (fields.includes('status')) checkStatus({ record, source, server, viewer }, after)
  const isGone = record.status === 'TERMINATED' && after.status !== 'ACTIVE'
  if (first !== undefined && isGone) refuse(first, 'a terminated user can not be changed; make it active first')
}

/** Fields that would be other than they are: what is so already needs no right. */
function changedFields(record: User, after: User): readonly string[] {
  const present: Readonly<Record<string, unknown>> = { ...record }
  return Object.entries(after).flatMap(([field, value]) => (sameJson(value, present[field]) ? [] : [field]))
}

function checkStatus({ record, source, viewer }: Who, { status }: User): void {
  const refuse = (message: string) => {
    throw unsupported(source, `${source}: ${message}`, ['status'])
  }
  if (status !== 'ACTIVE' && status !== 'TERMINATED') refuse('a user can be made ACTIVE or TERMINATED')
  if (!viewer.isPeopleAdmin) refuse('only an administrator may change the status of a user')
  if (record.isOwner) refuse("the portal's owner can not be terminated")
  if (viewer.isSelf) refuse('an account can not change its own status')
}

function readGender(source: string, present: string | null, gender: string | null): string | null {
  const wanted = gender?.trim().toLowerCase() || null
  if (wanted === null && present !== null) {
    throw unsupported(source, `${source} can not forget a gender it has been told`, ['gender'])
  }
  if (wanted !== null && wanted !== 'male' && wanted !== 'female') {
    throw invalidInput(['gender'], 'must be male or female there')
  }
  return wanted
}

function readBirthDate(date: PartialDate | null): PartialDate | null {
  if (date === null) return null
  for (const part of ['year', 'month', 'day'] as const) {
    if (date[part] === null) throw invalidInput(['birthDate', part], 'is needed: only whole dates are kept there')
  }
  if (date.year === 1900 && date.month === 1 && date.day === 1) {
    throw invalidInput(['birthDate'], 'this very day takes the date away there')
  }
  return { year: date.year, month: date.month, day: date.day }
}

function readManager(userId: string, managerId: string | null): string | null {
  if (managerId === null) return null
  if (!GUID.test(managerId)) throw invalidInput(['managerId'], 'is no id of a user there')
  if (managerId === userId) throw invalidInput(['managerId'], 'nobody leads themselves')
  return managerId
}

function statusRequest({ record }: Opened, after: User): PlannedRequest {
  const status = after.status === 'ACTIVE' ? 1 : 2
  return { method: 'PUT', path: `/api/2.0/people/status/${status}`, body: { userIds: [record.ref.id] } }
}

function profileRequests(opened: Opened, after: User): readonly PlannedRequest[] {
  const { record, server } = opened
  const path = `/api/2.0/people/${record.ref.id}`
  const names = [after.firstName ?? '', after.lastName ?? ''] as const
  if (server === 'docspace') {
    const [firstName, lastName] = names
    const body = { firstName, lastName, location: after.location ?? '', comment: after.about ?? '' }
    return [{ method: 'PUT', path, body }]
  }
  const request = workspaceRequest(path, workspaceBody(opened, after))
  const isNewManager = after.managerId !== null && after.managerId !== record.managerId
  // A lead who is nobody would be stored all the same.
  return isNewManager ? [{ method: 'GET', path: leadPath(after.managerId!) }, request] : [request]
}

/** Where a plan looks whether a new lead is somebody. */
export function leadPath(managerId: string): string {
  return `/api/2.0/people/${managerId}?fields=id`
}

/**
 * Everything, because what is not named here is lost: contacts, groups, lead and guest flag by what is known of the server, the
 * rest perhaps. The picture is left alone by not naming it.
 */
function workspaceBody({ profile, record }: Opened, after: User): WorkspaceBody {
  const isSameDay = sameJson(after.birthDate, record.birthDate)
  return {
    texts: {
      firstname: after.firstName ?? '',
      lastname: after.lastName ?? '',
      title: after.jobTitle ?? '',
      location: after.location ?? '',
      comment: after.about ?? '',
      ...(after.gender !== null && { sex: after.gender }),
      // No lead is told by not naming one: an empty text is no id.
      ...(after.managerId !== null && { lead: after.managerId }),
    },
    times: {
      ...(isSameDay
        ? profile.birthday && { birthday: sameTime(profile.birthday) }
        : { birthday: toDay(after.birthDate) }),
      ...(profile.workFrom && { worksfrom: sameTime(profile.workFrom) }),
    },
    isVisitor: profile.isVisitor ?? false,
    department: (profile.groups ?? []).map(({ id }) => id),
    contacts: contactsOf(profile),
  }
}

/** A day of the portal's own zone; the first of 1900 takes it away. */
function toDay(date: PartialDate | null): string {
  if (date === null) return '1900-01-01'
  const two = (part: number | null) => String(part).padStart(2, '0')
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`
}
