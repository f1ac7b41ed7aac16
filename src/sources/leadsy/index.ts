import { createHttpClient, type HttpClient } from '../../http/client.ts'
import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import type { Capability } from '../../model/capability.ts'
import { GatewayError } from '../../model/errors.ts'
import { foldText } from '../../model/fold.ts'
import type { UserFilter } from '../../model/query.ts'
import type { Part } from '../../model/record.ts'
import type { RecordRef, RecordType } from '../../model/ref.ts'
import type { User } from '../../model/user.ts'
import type { SourceContext, SourceDefinition } from '../definition.ts'
import { fetchPicture } from '../fetch-picture.ts'
import { readMany } from '../read-many.ts'
import { asSent } from '../send-plan.ts'
import type { AvatarBytes, CallOptions, RecordOf, Source } from '../source.ts'
import { pageOfWhole } from '../whole-list.ts'
import { LEADSY_ASSUMPTIONS } from './assumptions.ts'
import { createAvatars } from './avatars.ts'
import { readError } from './errors.ts'
import { type MappingContext, toAccesses, toOrganization, toUser } from './mapping.ts'
import { createOpen } from './open.ts'
import { maxAvatarBytes, planCreateUser, USER_FIELDS } from './plan.ts'
import { createReads, numberOf } from './reads.ts'
import { createSend, pictureOf } from './send.ts'
import { createLeadsySession } from './session.ts'
import { type LeadsySettings, leadsySettings } from './settings.ts'
import { type WireUser, wireUser } from './wire.ts'

export const leadsyDefinition: SourceDefinition<LeadsySettings> = {
  kind: 'leadsy',
  settings: leadsySettings,
  create: createLeadsySource,
  simulator: { start: async (options) => (await import('./simulator/index.ts')).startLeadsySimulator(options) },
  assumptions: LEADSY_ASSUMPTIONS,
}

const BY_NUMBER = {
  isId: (id: string) => numberOf(id) !== null,
  idOf: ({ id }: { readonly id: number }) => String(id),
}
const MAX_BATCH_SIZE = 100
/** Of a picture that is read: others may have set a larger one than is taken here. */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024
const MAX_PAGE_SIZE = 100

/** LeadsyGroup: users and companies. Little of its API is published; what is guessed is a setting. */
export function createLeadsySource(name: string, settings: LeadsySettings, { now }: SourceContext): Source {
  const client: HttpClient = createHttpClient({
    source: name,
    url: settings.url,
    timeoutMs: settings.timeoutMs,
    concurrency: settings.concurrency,
    requestsPerSecond: settings.requestsPerSecond,
    session: createLeadsySession(name, settings, { client: () => client, now }),
    readError: (_status, body) => readError(body),
  })
  const { paths } = settings
  const reads = createReads(name, client, settings, now)
  const avatars = createAvatars(settings.avatarBaseUrl ?? settings.url)
  const mapping: MappingContext = { source: name, statuses: settings.statuses, avatarOf: avatars.of }
  const asUser = (wire: WireUser): User => toUser(wire, mapping)

  /** Users that match, whole: the list is read to its end anyway, so what the system can't filter by is sorted out here. */
  async function findUsers(filter: UserFilter, options: CallOptions): Promise<readonly User[]> {
    const { email, organizationId, search, status } = filter
    const wires = await candidates(email, organizationId, options)
    const users = derive(wires, asUser, () => wires.map(asUser))
    if (email === undefined && search === undefined && status === undefined) return users
    return users.filter((user) => {
      if (email !== undefined && user.email?.toLowerCase() !== email.trim().toLowerCase()) return false
      if (status !== undefined && user.status !== status) return false
      return search === undefined || matches(user, search)
    })
  }

  async function candidates(
    email: string | undefined,
    organizationId: string | undefined,
    options: CallOptions,
  ): Promise<readonly WireUser[]> {
    if (organizationId !== undefined) {
      return numberOf(organizationId) === null ? [] : ((await reads.companyUsers(organizationId, options)) ?? [])
    }
    if (email === undefined || paths.findByEmail === null) return reads.users(options)
    const found = await reads.userByEmail(email.trim(), options)
    return found === null ? [] : [found]
  }

  async function readAvatar(ref: RecordRef, options: CallOptions): Promise<AvatarBytes | null> {
    if (numberOf(ref.id) === null || ref.type === 'Person') return null
    const owner = ref.type === 'User' ? await reads.user(ref.id, options) : await reads.company(ref.id, options)
    const url = owner?.avatar_route ? avatars.resolve(owner.avatar_route) : null
    if (url === null) return null
    return fetchPicture(url, {
      client,
      source: name,
      timeoutMs: settings.timeoutMs,
      maxBytes: MAX_PICTURE_BYTES,
      signal: options.signal,
    })
  }

  /** Only a user's accesses need a call of their own. */
  async function complete<Type extends RecordType>(
    records: readonly RecordOf<Type>[],
    part: Part,
    options: CallOptions,
  ): Promise<readonly RecordOf<Type>[]> {
    return Promise.all(records.map(async (record) => ({ ...record, [part]: await partOf(record, part, options) })))
  }

  async function partOf(record: RecordOf<RecordType>, part: Part, options: CallOptions): Promise<unknown> {
    if (record.type !== 'User' || part !== 'accesses' || paths.userAccesses === null) return null
    const accesses = await reads.accesses(record.ref.id, options)
    return toAccesses(accesses, decode(wireUser, record.raw, { source: name, what: 'a user' }))
  }

  const capabilities = new Set<Capability>([
    'USER_READ',
    'USER_LIST',
    'USER_SEARCH',
    'USER_CREATE',
    'USER_UPDATE',
    'ORGANIZATION_READ',
    'ORGANIZATION_LIST',
    'ORGANIZATION_SEARCH',
    'CONTACT_ITEM_UPSERT',
    'AVATAR_UPLOAD',
    'AVATAR_REMOVE',
  ])

  return {
    name,
    kind: 'leadsy',
    guarantee: 'ADVISORY',
    limits: {
      maxBatchSize: MAX_BATCH_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
      maxAvatarBytes: maxAvatarBytes(settings),
      avatarTypes: new Set(settings.avatarTypes),
    },
    listing: {
      User: {
        filters: new Set<keyof UserFilter>([
          'search',
          'email',
          'status',
          ...(paths.companyUsers === null ? [] : (['organizationId'] as const)),
        ]),
        orders: new Set(['NAME']),
        backward: true,
      },
      Organization: { filters: new Set(['search', 'kind']), orders: new Set(['NAME']), backward: true },
    },
    writable: { User: new Set(USER_FIELDS), ContactItem: new Set(['id', 'kind', 'typeId', 'value', 'isDefault']) },

    capabilities: async () => capabilities,
    ping: async ({ signal }) => {
      await client.request({ method: 'GET', path: paths.validate, signal })
    },

    get: {
      User: async (ids, options) => {
        options.signal.throwIfAborted()
        const wires = await readMany(ids, {
          ...BY_NUMBER,
          one: (id) => reads.user(id, options),
          all: () => reads.users(options),
          threshold: settings.listThreshold,
        })
        return wires.map((wire) => (wire === null || wire instanceof GatewayError ? wire : asUser(wire)))
      },
      Organization: async (ids, options) => {
        options.signal.throwIfAborted()
        const wires = await readMany(ids, {
          ...BY_NUMBER,
          one: (id) => reads.company(id, options),
          all: () => reads.companies(options),
          threshold: settings.listThreshold,
        })
        return wires.map((wire) =>
          wire === null || wire instanceof GatewayError ? wire : toOrganization(wire, mapping),
        )
      },
    },
    list: {
      User: async (query, options) => pageOfWhole(await findUsers(query.filter, options), query, { idKey: numberOf }),
      Organization: async (query, options) => {
        const { search, kind } = query.filter
        const wires = await reads.companies(options)
        const all = derive(wires, mapping, () => wires.map((wire) => toOrganization(wire, mapping)))
        if (kind === undefined && search === undefined) return pageOfWhole(all, query, { idKey: numberOf })
        const found = all.filter(
          (organization) =>
            (kind === undefined || organization.kind === kind) &&
            (search === undefined || foldText(organization.displayName).includes(foldText(search.trim()))),
        )
        return pageOfWhole(found, query, { idKey: numberOf })
      },
    },

    complete,
    readAvatar,
    open: createOpen(name, settings, reads, mapping),
    planCreate: async (type, patch, picture) => {
      if (type === 'User') return planCreateUser(patch, picture, settings)
      throw new GatewayError('UNSUPPORTED', `${name} creates users only.`, { source: name })
    },
    send: createSend(client, settings, {
      source: name,
      onSent: (owner, sha256) => {
        reads.forget()
        if (owner !== null) avatars.remember(owner, sha256)
      },
    }),
    wroteElsewhere(requests, createdId) {
      for (const picture of asSent(requests, createdId).map(pictureOf)) {
        if (picture !== null) avatars.remember(picture.owner, picture.sha256)
      }
      reads.forget()
    },
    close: () => client.close(),
  }
}

function matches(user: User, search: string): boolean {
  const wanted = foldText(search.trim())
  return [user.displayName, user.email ?? ''].some((text) => foldText(text).includes(wanted))
}
