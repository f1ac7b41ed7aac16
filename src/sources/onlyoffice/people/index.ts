import type { AnswerHeaders } from '../../../http/client.ts'
import { createHttpClient, type HttpClient } from '../../../http/client.ts'
import type { PictureType } from '../../../model/picture.ts'
import type { RecordType } from '../../../model/ref.ts'
import type { User } from '../../../model/user.ts'
import type { SourceContext, SourceDefinition } from '../../definition.ts'
import type { CallOptions, OpenRecord, RecordOf, Source } from '../../source.ts'
import { createBudget } from '../budget.ts'
import { readPortalError } from '../envelope.ts'
import { createPortalSession } from '../session.ts'
import { workspaceSimulator } from '../simulator/shared.ts'
import { CONTACT_TYPES } from './contact-types.ts'
import { listUsers, MAX_PAGE } from './list.ts'
import { toUser } from './mapping.ts'
import { rightsOf, toOpenRecord } from './open.ts'
import { capabilitiesOf, createProbe } from './probe.ts'
import {
  createUserReads,
  fetchProfile,
  getUsers,
  isUserId,
  type PeopleContext,
  pictureKey,
  readPicture,
  withStorage,
} from './reads.ts'
import { sendToPortal } from './send.ts'
import { type PeopleSettings, peopleSettings } from './settings.ts'

const KIND = 'onlyoffice-people'
const MAX_AVATAR_BYTES = 5 * 1024 * 1024
const AVATAR_TYPES: ReadonlySet<PictureType> = new Set(['image/png', 'image/jpeg'])

/** The users of an ONLYOFFICE portal, Workspace or DocSpace: which of them it is, it is asked. */
export const onlyofficePeopleDefinition: SourceDefinition<PeopleSettings> = {
  kind: KIND,
  settings: peopleSettings,
  create: createPeopleSource,
  simulator: workspaceSimulator,
}

export function createPeopleSource(
  name: string,
  settings: PeopleSettings,
  { now, linkTo }: Pick<SourceContext, 'now' | 'linkTo'>,
): Source {
  const { url, timeoutMs, concurrency, requestsPerSecond, batchSize } = settings
  const budget = createBudget(now)
  const http: HttpClient = createHttpClient({
    ...{ source: name, url, timeoutMs, concurrency, requestsPerSecond },
    readError: readPortalError,
    session: createPortalSession(name, settings, { client: () => http, now }),
    onAnswer: (_status: number, headers: AnswerHeaders) => budget.note(headers),
  })
  const probe = createProbe(name, http, now)
  const batch = createUserReads(name, { http, probe, size: batchSize, now })
  const context: PeopleContext = { source: name, http, probe, batch, linkTo }

  async function open(id: string, { signal }: CallOptions): Promise<OpenRecord<'User'> | null> {
    signal.throwIfAborted()
    if (!isUserId(id)) return null
    const { server, viewer } = await probe.read(signal)
    const profile = await fetchProfile(context, id, signal)
    if (!profile) return null
    const avatarKey = await pictureKey(context, profile, signal)
    const record = toUser(profile, {
      ...{ source: name, server, withSizes: false },
      ...(avatarKey !== undefined && { avatarKey }),
    })
    const rights = rightsOf(server, viewer, profile)
    return toOpenRecord({ source: name, server, profile, record, viewer: rights, hasLinks: linkTo !== null })
  }

  return {
    name,
    kind: KIND,
    realm: http.origin,
    limits: {
      maxBatchSize: Math.max(batchSize, 50),
      maxPageSize: MAX_PAGE,
      maxAvatarBytes: MAX_AVATAR_BYTES,
      avatarTypes: AVATAR_TYPES,
    },
    listing: {
      User: { filters: new Set(['search', 'email', 'status', 'groupId']), orders: new Set(['NAME']), backward: true },
    },
    writable: {
      User: new Set([
        ...(['firstName', 'lastName', 'gender', 'birthDate', 'jobTitle'] as const),
        ...(['location', 'about', 'status', 'managerId'] as const),
      ]),
      ContactItem: new Set(['id', 'typeId', 'kind', 'value']),
    },
    guarantee: 'ADVISORY',
    capabilities: async ({ signal }) => capabilitiesOf(await probe.read(signal), linkTo !== null),
    async ping({ signal }) {
      await probe.ask(signal)
    },
    budget: budget.read,
    callsFor(read) {
      if (read.method === 'get') return batch.callsFor(read.ids.length)
      return read.method === 'complete' && read.part === 'storage' ? read.records.length : 1
    },
    get: { User: (ids, options) => getUsers(context, ids, options) },
    list: { User: (query, options) => listUsers(context, query, options) },
    async complete<Type extends RecordType>(records: readonly RecordOf<Type>[], part: string, options: CallOptions) {
      if (part !== 'storage') return records
      return (await withStorage(context, records as readonly User[], options)) as readonly RecordOf<Type>[]
    },
    contactItemTypes: async () => CONTACT_TYPES,
    readAvatar: (ref, options) => (ref.type === 'User' ? readPicture(context, ref.id, options) : Promise.resolve(null)),
    async open<Type extends RecordType>(type: Type, id: string, options: CallOptions) {
      if (type !== 'User') return null
      return (await open(id, options)) as OpenRecord<RecordType> as OpenRecord<Type> | null
    },
    send: (plan, { signal }) => sendToPortal(context, plan, signal),
    close: () => http.close(),
  }
}
