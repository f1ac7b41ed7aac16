import { sql } from 'kysely'
import { CAPABILITIES, type Capability } from '../../model/capability.ts'
import type { Logger } from '../../model/logger.ts'
import type { ListQuery, OrderKey } from '../../model/query.ts'
import type { RecordType } from '../../model/ref.ts'
import type { SourceContext, SourceDefinition } from '../definition.ts'
import type { CallOptions, FilterOf, Source } from '../source.ts'
import { readAvatar, sweepAvatars } from './avatars.ts'
import { type Blobs, openBlobs } from './blobs.ts'
import { type Committer, createInlineCommitter, createThreadCommitter } from './committer.ts'
import { CONTACT_ITEM_TYPES } from './contact-item-types.ts'
import { createCounts } from './counts.ts'
import { type Database, openDatabase, toGatewayError } from './database.ts'
import { listPage } from './list.ts'
import { createdWith, isRemembered } from './marks.ts'
import { CREATIONS, openRecord } from './open-record.ts'
import { createReader } from './read.ts'
import { createRememberedReads } from './remembered-reads.ts'
import { seedDatabase } from './seed.ts'
import { sendPlan } from './send.ts'
import { databaseLocation, type StoreSettings, storeSettings } from './settings.ts'
import { WRITABLE } from './writable.ts'

/** kith's own people, in a SQLite file. */
export const storeDefinition: SourceDefinition<StoreSettings> = {
  kind: 'store',
  settings: storeSettings,
  create: createStore,
}

/** The largest picture the store takes, as the schema promises. */
const MAX_AVATAR_BYTES = 10 * 1024 * 1024
const DAY_MS = 24 * 60 * 60 * 1000
const ORDERS: ReadonlySet<OrderKey> = new Set(['NAME', 'CREATED_AT', 'UPDATED_AT'])

async function createStore(name: string, settings: StoreSettings, context: SourceContext): Promise<Source> {
  const location = databaseLocation(settings)
  const database = openDatabase(location, name)
  try {
    await sql`SELECT 1`.execute(database) // Kysely closes only what it has used
    const { exclusively } = context
    const amongAll = exclusively && (<T>(work: () => Promise<T>) => exclusively(`pictures of ${name}`, work))
    const blobs = await openBlobs(location === ':memory:' ? null : `${location}-avatars`, settings.avatars, amongAll)
    const sweep = sweepAvatars(database, blobs, context.now())
    // A bucket that can't be reached now may be there when it is needed.
    if (settings.avatars.driver === 's3') sweep.catch((error: unknown) => warnUnswept(name, context.log, error))
    else await sweep
    if (settings.seed) await seedDatabase(database, name, settings.customFields)
    const inMemory = location === ':memory:'
    const committer = inMemory
      ? createInlineCommitter(database, name)
      : createThreadCommitter(location, name, exclusively && ((work) => exclusively(`writes to ${name}`, work)))
    return assemble(name, settings, context, { database, blobs, committer })
  } catch (error) {
    await database.destroy()
    throw toGatewayError(error, name, 'be opened')
  }
}

function warnUnswept(source: string, log: Logger, error: unknown): void {
  log.warn({ source, err: error }, 'pictures that a crash has left could not be looked for')
}

interface Opened {
  readonly database: Database
  readonly blobs: Blobs
  readonly committer: Committer
}

function assemble(
  name: string,
  settings: StoreSettings,
  { now, log }: SourceContext,
  { database, blobs, committer }: Opened,
): Source {
  const definitions = settings.customFields
  const reader = createReader(database, { source: name, definitions, now })
  const count = createCounts(database)
  const remembered = createRememberedReads(database)

  /** Every call of the source: refused once nobody waits for it, and the disk's failures in our words. */
  async function call<T>({ signal }: CallOptions, attempted: string, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      throw toGatewayError(error, name, attempted)
    }
  }
  /** A read of records; what they are asked by is all that the answer depends on, save the day that somebody's age is told as of. */
  const recall = <T extends object>(options: CallOptions, asked: readonly unknown[], work: () => Promise<T>) => {
    const day = Math.floor(now() / DAY_MS)
    return call(options, 'be read', () => remembered.read(JSON.stringify([day, ...asked]), work))
  }
  const getMany =
    <Type extends RecordType>(type: Type) =>
    (ids: readonly string[], options: CallOptions) =>
      recall(options, ['get', type, ids], () => reader.byId(type, ids))
  const list =
    <Type extends RecordType>(type: Type) =>
    (query: ListQuery<FilterOf<Type>>, options: CallOptions) =>
      recall(options, ['list', type, query], () => listPage(type, query, { database, reader, count, source: name }))
  const listPeople = list('Person')

  return {
    name,
    kind: 'store',
    limits: { maxBatchSize: 500, maxPageSize: 500, maxAvatarBytes: MAX_AVATAR_BYTES },
    listing: {
      Person: {
        filters: new Set(['search', 'email', 'phone', 'organizationId', 'tag', 'updatedSince'] as const),
        orders: ORDERS,
        backward: true,
      },
      User: {
        filters: new Set(['search', 'email', 'status', 'groupId', 'organizationId', 'updatedSince'] as const),
        orders: ORDERS,
        backward: true,
      },
      Organization: { filters: new Set(['search', 'kind'] as const), orders: ORDERS, backward: true },
    },
    writable: WRITABLE,
    guarantee: 'ATOMIC',
    capabilities: async () => ALL_CAPABILITIES,
    ping: (options) => call(options, 'be read', async () => void (await sql`SELECT 1`.execute(database))),
    get: { Person: getMany('Person'), User: getMany('User'), Organization: getMany('Organization') },
    list: { Person: listPeople, User: list('User'), Organization: list('Organization') },
    listMembers: (organizationId, query, options) => listPeople({ ...query, filter: { organizationId } }, options),
    contactItemTypes: async () => CONTACT_ITEM_TYPES,
    customFieldDefinitions: async () => definitions,
    readAvatar: (ref, options) => call(options, 'be read', () => readAvatar(database, blobs, ref)),
    open: (type, id, options) =>
      call(options, 'be read', async () => {
        const [record] = await reader.byId(type, [id])
        return record ? openRecord(type, record, { definitions, now }) : null
      }),
    planCreate: async (type, patch, picture) => CREATIONS[type](patch, picture, { definitions, now }),
    send: (plan, options) => sendPlan(plan, options, { database, blobs, source: name, now, committer, log }),
    wasDone: (mark, options) => call(options, 'be read', () => isRemembered(database, mark)),
    createdWith: (mark, options) => call(options, 'be read', () => createdWith(database, mark)),
    async close() {
      remembered.close()
      await committer.close()
      await blobs.close()
      await database.destroy()
    },
  }
}

const ALL_CAPABILITIES: ReadonlySet<Capability> = new Set(CAPABILITIES)
