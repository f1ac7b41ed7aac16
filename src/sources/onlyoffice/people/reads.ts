import type { HttpClient } from '../../../http/client.ts'
import { decode } from '../../../http/decode.ts'
import { GatewayError } from '../../../model/errors.ts'
import type { User } from '../../../model/user.ts'
import type { AvatarBytes, CallOptions } from '../../source.ts'
import { type BatchReads, createBatchReads, type PortalAnswer } from '../batch.ts'
import { readEnvelope } from '../envelope.ts'
import { digest, isDefaultPicture, pictureOf, toUser } from './mapping.ts'
import type { Probe, Probed } from './probe.ts'
import { type WireProfile, wireProfile, wireProfiles, wireThumbnails } from './wire.ts'

/** What the source's calls share. */
export interface PeopleContext {
  /** Configured name. */
  readonly source: string
  readonly http: HttpClient
  readonly probe: Probe
  readonly batch: BatchReads
  readonly linkTo: ((picture: { readonly bytes: Uint8Array; readonly contentType: string }) => string) | null
}

/** A user's id as the portal writes it. Its calls take user names too, which are no ids here. */
export function isUserId(id: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)
}

export function userPath(id: string): string {
  return `/api/2.0/people/${id}`
}

/** Reads of many users in one request on Workspace, one by one on DocSpace, which has no batch. */
export function createUserReads(
  source: string,
  { http, probe, size, now }: { http: HttpClient; probe: Probe; size: number; now: () => number },
): BatchReads {
  const isAvailable = async (signal: AbortSignal) => (await probe.read(signal)).server === 'workspace'
  return createBatchReads({ source, http, size, now, isAvailable })
}

/** One entry per id, in order; `null` for nobody and for those this account may not see. */
export async function getUsers(
  context: PeopleContext,
  ids: readonly string[],
  { signal }: CallOptions,
): Promise<readonly (User | GatewayError | null)[]> {
  signal.throwIfAborted()
  const known = ids.filter(isUserId)
  if (known.length === 0) return ids.map(() => null)
  const probed = await context.probe.read(signal)
  const answers = await context.batch.read(known.map(userPath), signal)
  const users = new Map(known.map((id, n) => [id, toEntry(context, probed, answers[n]!)] as const))
  return ids.map((id) => users.get(id) ?? null)
}

function toEntry(context: PeopleContext, { server }: Probed, answer: PortalAnswer | GatewayError) {
  if (answer instanceof GatewayError) return answer.code === 'FORBIDDEN' ? null : answer
  try {
    const profile = readProfile(context.source, answer)
    return profile && toUser(profile, { source: context.source, server, withSizes: false })
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
}

/** `null` for nobody. */
export function readProfile(source: string, answer: PortalAnswer): WireProfile | null {
  if (answer.status === 404) return null
  const what = 'a user'
  return decode(wireProfile, readEnvelope(answer, { source, what }).response, { source, what })
}

export async function fetchProfile(
  { source, http }: PeopleContext,
  id: string,
  signal: AbortSignal,
): Promise<WireProfile | null> {
  return readProfile(source, await http.request({ method: 'GET', path: userPath(id), accept: [404], signal }))
}

/** The same users with what they store counted, which only the list does: each is looked for there. */
export async function withStorage(
  context: PeopleContext,
  users: readonly User[],
  { signal }: CallOptions,
): Promise<readonly User[]> {
  const { source, http, probe } = context
  const { server } = await probe.read(signal)
  return Promise.all(
    users.map(async (user) => {
      const search = user.email ?? user.displayName
      const query = { filterValue: search, employeeStatus: 7, count: 100 }
      const answer = await http.request({ method: 'GET', path: '/api/2.0/people/filter', query, signal })
      const what = 'a list of users'
      const profiles = decode(wireProfiles, readEnvelope(answer, { source, what }).response, { source, what })
      const found = profiles.find(({ id }) => id === user.ref.id)
      const counted = found && toUser(found, { source, server, withSizes: true })
      return { ...user, storage: counted?.storage ?? null }
    }),
  )
}

/** The picture's bytes at the largest size the portal has; `null` for the one everybody has. */
export async function readPicture(
  context: PeopleContext,
  id: string,
  { signal }: CallOptions,
): Promise<AvatarBytes | null> {
  if (!isUserId(id)) return null
  const { source, http } = context
  const answer = await http.request({ method: 'GET', path: `${userPath(id)}/photo`, accept: [404], signal })
  if (answer.status === 404) return null
  const what = "a user's pictures"
  const { original, max, retina, big } = decode(wireThumbnails, readEnvelope(answer, { source, what }).response, {
    source,
    what,
  })
  // Smaller ones are made later: right after an upload they may still be the default.
  const address = [original, max, retina, big].find((one) => one && !isDefaultPicture(one))
  return address ? fetchPicture(context, address, signal) : null
}

/** A picture by its address, a path on the portal. `null` where it is not there any more. */
async function fetchPicture(
  { http }: PeopleContext,
  address: string,
  signal: AbortSignal,
): Promise<AvatarBytes | null> {
  const path = http.onOrigin(address)
  const answer = await http.request({ method: 'GET', path, as: 'bytes', accept: [404], signal })
  if (answer.status === 404 || answer.bytes.byteLength === 0) return null
  return { bytes: answer.bytes, contentType: answer.headers['content-type']?.split(';')[0] ?? 'image/png' }
}

/**
 * Names a user's picture by what it is. Its address would not do before and after a write: it changes with the profile.
 * `undefined` for none.
 */
export async function pictureKey(
  context: PeopleContext,
  profile: WireProfile,
  signal: AbortSignal,
): Promise<string | undefined> {
  const address = pictureOf(profile)
  if (address === null) return undefined
  const picture = await fetchPicture(context, address, signal)
  return picture ? digest(Buffer.from(picture.bytes).toString('base64')).slice(0, 32) : 'missing'
}
