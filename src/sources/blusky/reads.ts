import { z } from 'zod'
import type { HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import { GatewayError } from '../../model/errors.ts'
import { createSharedReads } from '../shared-reads.ts'
import type { CallOptions } from '../source.ts'
import { checkResult } from './results.ts'
import type { BluskySettings } from './settings.ts'
import { createTypeCatalog, readTypes, type TypeCatalog } from './types.ts'
import {
  unwrapList,
  type WireFacility,
  type WireOccupancy,
  type WireUser,
  wireFacility,
  wireOccupancy,
  wireUser,
} from './wire.ts'

/** The calls that read. Ids are known to be GUIDs in lower case. `null`: there is nobody, or nothing, of that id. */
export interface BluskyReads {
  /** Throws `FORBIDDEN` for a user of another company. With `fresh`, never what another caller began to read. */
  user(id: string, options: CallOptions & { readonly fresh?: boolean }): Promise<WireUser | null>
  users(options: CallOptions): Promise<readonly WireUser[]>
  usersOfOccupancy(id: string, options: CallOptions): Promise<readonly WireUser[]>
  usersOfFacility(id: string, options: CallOptions): Promise<readonly WireUser[]>
  occupancy(id: string, options: CallOptions): Promise<WireOccupancy | null>
  occupancies(options: CallOptions): Promise<readonly WireOccupancy[]>
  facilities(options: CallOptions): Promise<readonly WireFacility[]>
  types(options: CallOptions): Promise<TypeCatalog>
  /** After a write. */
  forget(): void
}

const wireUsers = z.array(wireUser)
const wireOccupancies = z.array(wireOccupancy)
const wireFacilities = z.array(wireFacility)

/** Types of contact items change when somebody sets the system up anew. */
const TYPES_KEPT_MS = 10 * 60_000

export function createReads(
  source: string,
  client: HttpClient,
  settings: BluskySettings,
  now: () => number,
): BluskyReads {
  const { paths } = settings

  async function read(path: string, signal: AbortSignal): Promise<unknown> {
    const { body } = await client.request({ method: 'GET', path, signal })
    checkResult(body, source, settings, 'BAD_SOURCE_RESPONSE')
    return body
  }

  /** An unknown id is told by 404 or by a failing result; both are `NOT_FOUND` here. */
  async function readOne<T>(schema: z.ZodType<T>, path: string, what: string, signal: AbortSignal): Promise<T | null> {
    try {
      const body = await read(path, signal)
      return body === null ? null : decode(schema, body, { source, what })
    } catch (error) {
      if (error instanceof GatewayError && error.code === 'NOT_FOUND') return null
      throw error
    }
  }

  async function readList<T>(schema: z.ZodType<readonly T[]>, path: string, what: string, signal: AbortSignal) {
    const body = await read(path, signal)
    return derive(body, schema, () => toList(schema, unwrapList(body), what))
  }

  function toList<T>(schema: z.ZodType<readonly T[]>, list: unknown, what: string): readonly T[] {
    if (Array.isArray(list) && list.length > settings.maxListSize) {
      throw new GatewayError(
        'UNSUPPORTED',
        `${source} gives whole lists only, and this one has more than ${settings.maxListSize} entries; see its setting maxListSize.`,
        { source },
      )
    }
    return decode(schema, list, { source, what })
  }

  const userPath = (id: string) =>
    settings.generation === 'v2' ? `/api/v2/Users/${id}` : `/api/Person/GetUserById/${id}`
  const lists = { keepMs: settings.cacheTtlMs, now }
  const singles = createSharedReads({
    read: (id, signal) => readOne(wireUser, userPath(id), 'a user', signal),
    keepMs: 0,
    now,
  })
  const userLists = createSharedReads({
    ...lists,
    read: (path, signal) => readList(wireUsers, path, 'the list of users', signal),
  })
  const occupancyLists = createSharedReads({
    ...lists,
    read: (path, signal) => readList(wireOccupancies, path, 'the list of occupancies', signal),
  })
  const facilityLists = createSharedReads({
    ...lists,
    read: (path, signal) => readList(wireFacilities, path, 'the list of facilities', signal),
  })
  const typeLists = createSharedReads({
    read: async (path, signal) =>
      createTypeCatalog(readTypes(await read(path, signal), source, settings), settings.usualTypes),
    keepMs: TYPES_KEPT_MS,
    now,
  })

  return {
    user: (id, { signal, fresh = false }) =>
      fresh ? readOne(wireUser, userPath(id), 'a user', signal) : singles.read(id, signal),
    users: ({ signal }) => userLists.read(paths.users, signal),
    usersOfOccupancy: (id, { signal }) => userLists.read(`/api/Person/GetAllUsersByOccupancyId/${id}`, signal),
    usersOfFacility: (id, { signal }) => userLists.read(`/api/Person/GetAllUsersByFacility/${id}`, signal),
    occupancy: (id, { signal }) =>
      readOne(wireOccupancy, `/api/v1/Occupancies?OccupancyId=${id}`, 'an occupancy', signal),
    occupancies: async ({ signal }) =>
      paths.occupancies === null ? [] : occupancyLists.read(paths.occupancies, signal),
    facilities: async ({ signal }) => (paths.facilities === null ? [] : facilityLists.read(paths.facilities, signal)),
    types: ({ signal }) => typeLists.read(paths.types, signal),
    forget() {
      singles.forget()
      userLists.forget()
    },
  }
}
