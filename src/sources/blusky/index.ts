import { createHttpClient, type HttpClient } from '../../http/client.ts'
import { derive } from '../../http/derive.ts'
import type { Capability } from '../../model/capability.ts'
import { GatewayError } from '../../model/errors.ts'
import { foldText } from '../../model/fold.ts'
import type { UserFilter } from '../../model/query.ts'
import type { RecordType } from '../../model/ref.ts'
import type { SourceContext, SourceDefinition } from '../definition.ts'
import { readMany } from '../read-many.ts'
import type { CallOptions, RecordOf, Source } from '../source.ts'
import { pageOfWhole } from '../whole-list.ts'
import { BLUSKY_ASSUMPTIONS } from './assumptions.ts'
import { facilityToOrganization, type MappingContext, occupancyToOrganization, toUser } from './mapping.ts'
import { createOpen } from './open.ts'
import { maxPhotoBytes, USER_FIELDS } from './plan.ts'
import { createReads } from './reads.ts'
import { checkResult, readError } from './results.ts'
import { createSend } from './send.ts'
import { createBluskySession } from './session.ts'
import { type BluskySettings, bluskySettings } from './settings.ts'
import { createTypeCatalog, type TypeCatalog } from './types.ts'
import { guidOf, type WireFacility, type WireOccupancy, type WireUser } from './wire.ts'

export const bluskyDefinition: SourceDefinition<BluskySettings> = {
  kind: 'blusky',
  settings: bluskySettings,
  create: createBluskySource,
  simulator: { start: async (options) => (await import('./simulator/index.ts')).startBluskySimulator(options) },
  assumptions: BLUSKY_ASSUMPTIONS,
}

const MAX_BATCH_SIZE = 100
const MAX_PAGE_SIZE = 100

const CAPABILITIES: ReadonlySet<Capability> = new Set([
  'USER_READ',
  'USER_LIST',
  'USER_SEARCH',
  'USER_UPDATE',
  'ORGANIZATION_READ',
  'ORGANIZATION_LIST',
  'ORGANIZATION_SEARCH',
  'CONTACT_ITEM_UPSERT',
  'CONTACT_ITEM_REMOVE',
  'AVATAR_UPLOAD',
])

/** Failures of the list of types that reading people survives: the user view names the types as well. */
const USERS = {}
const TYPES_MISSING: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN', 'BAD_SOURCE_RESPONSE'])

/** BluSKY, BluB0X's access control: people of buildings, their contact items, and the occupancies they belong to. */
export function createBluskySource(name: string, settings: BluskySettings, { now }: SourceContext): Source {
  const client: HttpClient = createHttpClient({
    source: name,
    url: settings.url,
    timeoutMs: settings.timeoutMs,
    concurrency: settings.concurrency,
    requestsPerSecond: settings.requestsPerSecond,
    // Without it the answer may be XML, whose serializer drops what is out of order.
    headers: { accept: 'application/json' },
    session: createBluskySession(name, settings, { client: () => client, now }),
    readError: (status, body) => readError(status, body, settings),
  })
  const reads = createReads(name, client, settings, now)
  const hasFacilities = settings.paths.facilities !== null
  const noTypes = createTypeCatalog([], settings.usualTypes)

  async function mapping(options: CallOptions): Promise<MappingContext> {
    return { source: name, settings, types: await typesIfAny(options) }
  }

  async function typesIfAny(options: CallOptions): Promise<TypeCatalog> {
    try {
      return await reads.types(options)
    } catch (error) {
      if (error instanceof GatewayError && TYPES_MISSING.has(error.code)) return noTypes
      throw error
    }
  }

  async function findUsers(filter: UserFilter, options: CallOptions): Promise<readonly RecordOf<'User'>[]> {
    const { email, search, organizationId } = filter
    const [wires, context] = await Promise.all([usersIn(organizationId, options), mapping(options)])
    const address = email?.trim().toLowerCase()
    const wanted = search === undefined ? null : foldText(search.trim())
    const users = toUsers(wires, context)
    if (address === undefined && wanted === null) return users
    return users.filter(
      (user) =>
        (address === undefined ||
          user.contactItems?.some(({ kind, value }) => kind === 'EMAIL' && value.toLowerCase() === address)) &&
        (wanted === null || [user.displayName, user.email ?? ''].some((text) => foldText(text).includes(wanted))),
    )
  }

  /** Besides the types, the context is the same for all of them. */
  const toUsers = (wires: readonly WireUser[], context: MappingContext) =>
    derive(wires, USERS, () => wires.map((wire) => toUser(wire, context)), context.types)

  async function usersIn(organizationId: string | undefined, options: CallOptions): Promise<readonly WireUser[]> {
    if (organizationId === undefined) return reads.users(options)
    const id = guidOf(organizationId)
    if (id === null) return []
    const facilities = await reads.facilities(options)
    return facilities.some(({ FacilityId }) => guidOf(FacilityId) === id)
      ? reads.usersOfFacility(id, options)
      : reads.usersOfOccupancy(id, options)
  }

  const fromOccupancy = (wire: WireOccupancy) => occupancyToOrganization(wire, name, hasFacilities)
  const fromFacility = (wire: WireFacility) => facilityToOrganization(wire, name)

  async function organizations(options: CallOptions): Promise<readonly RecordOf<'Organization'>[]> {
    const [occupancies, facilities] = await Promise.all([reads.occupancies(options), reads.facilities(options)])
    return [...occupancies.map(fromOccupancy), ...facilities.map(fromFacility)]
  }

  /** An occupancy, which can be asked for by its id, or a facility, which can only be found among all. */
  async function organization(id: string, options: CallOptions): Promise<RecordOf<'Organization'> | null> {
    const occupancy = await reads.occupancy(id, options)
    if (occupancy !== null) return fromOccupancy(occupancy)
    const facility = (await reads.facilities(options)).find(({ FacilityId }) => guidOf(FacilityId) === id)
    return facility === undefined ? null : fromFacility(facility)
  }

  function byGuid<Type extends RecordType>(
    ids: readonly string[],
    calls: {
      readonly one: (id: string) => Promise<RecordOf<Type> | null>
      readonly all: () => Promise<readonly RecordOf<Type>[]>
    },
  ) {
    return readMany(
      ids.map((id) => guidOf(id) ?? ''),
      { ...calls, isId: (id) => id !== '', idOf: ({ ref }) => ref.id, threshold: settings.listThreshold },
    )
  }

  return {
    name,
    kind: 'blusky',
    guarantee: 'ADVISORY',
    limits: {
      maxBatchSize: MAX_BATCH_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
      maxAvatarBytes: maxPhotoBytes(settings),
      avatarTypes: new Set(settings.avatarTypes),
    },
    listing: {
      User: { filters: new Set(['search', 'email', 'organizationId']), orders: new Set(['NAME']), backward: true },
      Organization: { filters: new Set(['search', 'kind']), orders: new Set(['NAME']), backward: true },
    },
    writable: {
      User: new Set(USER_FIELDS),
      ContactItem: new Set(['id', 'typeId', 'kind', 'value', 'isDefault']),
    },

    capabilities: async () => CAPABILITIES,
    ping: async ({ signal }) => {
      const { body } = await client.request({ method: 'GET', path: settings.paths.types, signal })
      checkResult(body, name, settings, 'BAD_SOURCE_RESPONSE')
    },
    contactItemTypes: async (options) => (await reads.types(options)).all,

    get: {
      User: async (ids, options) => {
        options.signal.throwIfAborted()
        if (!ids.some(guidOf)) return ids.map(() => null)
        const context = await mapping(options)
        return byGuid<'User'>(ids, {
          one: async (id) => {
            const wire = await reads.user(id, options)
            return wire && toUser(wire, context)
          },
          all: async () => toUsers(await reads.users(options), context),
        })
      },
      Organization: async (ids, options) => {
        options.signal.throwIfAborted()
        return byGuid<'Organization'>(ids, {
          one: (id) => organization(id, options),
          all: () => organizations(options),
        })
      },
    },
    list: {
      User: async (query, options) => pageOfWhole(await findUsers(query.filter, options), query, { idKey: guidOf }),
      Organization: async (query, options) => {
        const { search, kind } = query.filter
        const wanted = search === undefined ? null : foldText(search.trim())
        const found = (await organizations(options)).filter(
          (record) =>
            (kind === undefined || record.kind === kind) &&
            (wanted === null || foldText(record.displayName).includes(wanted)),
        )
        return pageOfWhole(found, query, { idKey: guidOf })
      },
    },

    open: createOpen({ reads, mapping, organization }),
    send: createSend(client, settings, { source: name, onSent: () => reads.forget() }),
    wroteElsewhere: () => reads.forget(),
    close: () => client.close(),
  }
}
