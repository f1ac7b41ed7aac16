import { decode } from '../../../http/decode.ts'
import { invalidInput, unsupported } from '../../../model/errors.ts'
import type { ListQuery, Page, UserFilter } from '../../../model/query.ts'
import type { User, UserStatus } from '../../../model/user.ts'
import type { CallOptions } from '../../source.ts'
import { readEnvelope } from '../envelope.ts'
import { type Server, toUser } from './mapping.ts'
import { isUserId, type PeopleContext, readProfile } from './reads.ts'
import { type WireProfile, wireProfiles } from './wire.ts'

/** The largest page DocSpace gives; Workspace gives ten times as many. */
export const MAX_PAGE = 100
/** How far around its old place a record is looked for when the list has shifted. */
const WINDOW = 50

const EMPTY: Page<User> = { entries: [], hasMore: false, totalCount: 0 }

/** Where a page ends: a place in the list, and who stood there. */
interface Cursor {
  readonly index: number
  readonly id: string
}

type Query = ListQuery<UserFilter>

/** One page by display name. Its places shift as people come and go, so who stood at the last one is looked at again. */
export async function listUsers(context: PeopleContext, query: Query, { signal }: CallOptions): Promise<Page<User>> {
  signal.throwIfAborted()
  const cursor = query.cursor === null ? null : readCursor(query.cursor, query.backward)
  const { server } = await context.probe.read(signal)
  if (query.filter.email !== undefined) return listByEmail(context, query, server, cursor, signal)
  const parameters = toParameters(context.source, query, server)
  if (parameters === null) return EMPTY
  const read = (startIndex: number, count: number) =>
    readSlice(context, { ...parameters, startIndex, count: Math.min(count, MAX_PAGE) }, signal)
  const { profiles, start, total } = query.backward
    ? await sliceBefore(read, cursor, query.limit)
    : await sliceAfter(read, cursor, query.limit)
  const users = profiles.map((profile) => toUser(profile, { source: context.source, server, withSizes: true }))
  return {
    entries: users.map((item, n) => ({ item, cursor: writeCursor({ index: start + n, id: item.ref.id }) })),
    hasMore: query.backward ? start > 0 : start + users.length < total,
    totalCount: total,
  }
}

interface Slice {
  readonly profiles: readonly WireProfile[]
  /** Place of the first of them. */
  readonly start: number
  readonly total: number
}
type ReadSlice = (startIndex: number, count: number) => Promise<Slice>

async function sliceAfter(read: ReadSlice, cursor: Cursor | null, limit: number): Promise<Slice> {
  if (cursor === null) return read(0, limit)
  const slice = await read(cursor.index, limit + 1)
  if (slice.profiles[0]?.id === cursor.id)
    return { ...slice, profiles: slice.profiles.slice(1), start: cursor.index + 1 }
  const place = await findPlace(read, cursor)
  // Whoever stood there is gone: the next one stands in the same place now.
  return place === null ? { ...slice, profiles: slice.profiles.slice(0, limit) } : read(place + 1, limit)
}

async function sliceBefore(read: ReadSlice, cursor: Cursor | null, limit: number): Promise<Slice> {
  const end = cursor === null ? (await read(0, 1)).total : ((await findPlace(read, cursor)) ?? cursor.index)
  const start = Math.max(0, end - limit)
  const slice = await read(start, Math.max(1, end - start))
  return { ...slice, profiles: slice.profiles.slice(0, end - start), start }
}

/** Where a record stands now; `null` where it is nowhere near. */
async function findPlace(read: ReadSlice, { index, id }: Cursor): Promise<number | null> {
  const start = Math.max(0, index - WINDOW)
  const { profiles } = await read(start, 2 * WINDOW)
  const at = profiles.findIndex((profile) => profile.id === id)
  return at < 0 ? null : start + at
}

type Parameters = Readonly<Record<string, string | number>>

/** Goes by places, never by the portal's own `nextIndex`, which is one too many. */
async function readSlice({ source, http }: PeopleContext, query: Parameters, signal: AbortSignal): Promise<Slice> {
  const answer = await http.request({ method: 'GET', path: '/api/2.0/people/filter', query, signal })
  const what = 'a list of users'
  const { response, total } = readEnvelope(answer, { source, what })
  const profiles = decode(wireProfiles, response ?? [], { source, what })
  const start = Number(query.startIndex)
  return { profiles, start, total: total ?? start + profiles.length }
}

/** `null`: nobody can match. */
function toParameters(source: string, { filter, order }: Query, server: Server): Parameters | null {
  const { status, groupId, search } = filter
  if (groupId !== undefined && !isUserId(groupId)) return null
  const employeeStatus = status === undefined ? ALL : toEmployeeStatus(source, status, server)
  if (employeeStatus === null) return null
  return {
    employeeStatus,
    ...(groupId !== undefined && { groupId }),
    ...(search !== undefined && search !== '' && { filterValue: search }),
    sortBy: 'displayname',
    sortOrder: order?.direction === 'DESC' ? 'descending' : 'ascending',
  }
}

const ALL = 7

function toEmployeeStatus(source: string, status: UserStatus, server: Server): number | null {
  if (status === 'ACTIVE') return 1
  if (status === 'TERMINATED') return 2
  if (status === 'UNKNOWN')
    throw unsupported(source, `${source} can not list users of an unknown status`, ['filter', 'status'])
  return (status === 'PENDING') === (server === 'docspace') ? 4 : null
}

/** The user of an address, if the other conditions hold for that one too. */
async function listByEmail(
  context: PeopleContext,
  { filter }: Query,
  server: Server,
  cursor: Cursor | null,
  signal: AbortSignal,
): Promise<Page<User>> {
  const { source, http } = context
  if (filter.search !== undefined) {
    throw unsupported(source, `${source} can not search among the users of one e-mail address`, ['filter', 'search'])
  }
  const query = { email: filter.email }
  const answer = await http.request({ method: 'GET', path: '/api/2.0/people/email', query, accept: [404], signal })
  const profile = readProfile(source, answer)
  const user = profile && toUser(profile, { source, server, withSizes: false })
  const isMeant =
    user &&
    (filter.status === undefined || user.status === filter.status) &&
    (filter.groupId === undefined || user.groups?.some(({ id }) => id === filter.groupId))
  if (!isMeant) return EMPTY
  const entries = cursor === null ? [{ item: user, cursor: writeCursor({ index: 0, id: user.ref.id }) }] : []
  return { entries, hasMore: false, totalCount: 1 }
}

function writeCursor({ index, id }: Cursor): string {
  return `${index}:${id}`
}

function readCursor(text: string, backward: boolean): Cursor {
  const [, index, id = ''] = /^(\d{1,9}):(.+)$/.exec(text) ?? []
  if (index === undefined || !isUserId(id)) {
    throw invalidInput([backward ? 'before' : 'after'], 'This cursor was not given by this list.')
  }
  return { index: Number(index), id }
}
