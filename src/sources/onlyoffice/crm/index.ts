import { createHttpClient, type HttpClient } from '../../../http/client.ts'
import { GatewayError, unsupported } from '../../../model/errors.ts'
import type { Picture } from '../../../model/picture.ts'
import type { Part } from '../../../model/record.ts'
import type { RecordRef, RecordType } from '../../../model/ref.ts'
import type { SourceContext, SourceDefinition } from '../../definition.ts'
import { asSent } from '../../send-plan.ts'
import type { AvatarBytes, CallOptions, PatchOf, Plan, RecordOf, Source } from '../../source.ts'
import { createBatchReads } from '../batch.ts'
import { readPortalError } from '../envelope.ts'
import { createPortalSession } from '../session.ts'
import { workspaceSimulator } from '../simulator/shared.ts'
import { capabilitiesOf, createAccountReader } from './account.ts'
import { createAvatars } from './avatars.ts'
import { contactId, isUserId } from './ids.ts'
import { ITEM_TYPES } from './item-types.ts'
import { createLists, LISTING } from './lists.ts'
import { createMapping, toDefinition } from './mapping.ts'
import { toItems } from './mapping-items.ts'
import { toUser } from './mapping-user.ts'
import { createOpen } from './open.ts'
import { PHOTO_TYPES } from './plan-avatar.ts'
import { COMPANY_FIELDS } from './plan-company.ts'
import { planCreateCompany, planCreatePerson } from './plan-create.ts'
import { PERSON_FIELDS } from './plan-person.ts'
import { createCrmReads, type Many, orThrow } from './reads.ts'
import { createRevisions } from './revisions.ts'
import { createSend } from './send.ts'
import { type CrmSettings, crmSettings } from './settings.ts'
import type { WireContact } from './wire.ts'

export const onlyofficeCrmDefinition: SourceDefinition<CrmSettings> = {
  kind: 'onlyoffice-crm',
  settings: crmSettings,
  create: createCrmSource,
  simulator: workspaceSimulator,
}

const MAX_BATCH_SIZE = 200
const MAX_PAGE_SIZE = 200

/** The CRM of an ONLYOFFICE Workspace portal: its persons and companies, and the portal's users by id. */
export function createCrmSource(name: string, settings: CrmSettings, { now }: SourceContext): Source {
  const http: HttpClient = createHttpClient({
    source: name,
    url: settings.url,
    timeoutMs: settings.timeoutMs,
    concurrency: settings.concurrency,
    requestsPerSecond: settings.requestsPerSecond,
    session: createPortalSession(name, settings, { client: () => http, now }),
    readError: readPortalError,
  })
  const batch = createBatchReads({ source: name, http, size: settings.batchSize, now })
  const reads = createCrmReads({ source: name, http, batch, keepMs: settings.definitionsTtlMs, now })
  const account = createAccountReader(name, http, now)
  const avatars = createAvatars({
    ...{ source: name, http, now },
    timeoutMs: settings.timeoutMs,
    keepMs: settings.avatarTtlMs,
  })
  const revisions = createRevisions()
  const unseen = [revisions, avatars]
  const mapping = createMapping(name, revisions)
  const lists = createLists(name, http, mapping)

  /** Contacts of the one sort; ids of the other name nobody here. */
  async function getContacts<Item>(
    ids: readonly string[],
    isCompany: boolean,
    to: (wire: WireContact) => Item,
    options: CallOptions,
  ): Promise<Many<Item>> {
    const found = await reads.contacts(ids, options)
    return found.map((wire) => {
      if (wire === null || wire instanceof GatewayError) return wire
      return wire.isCompany === isCompany ? to(wire) : null
    })
  }

  /** Contacts only: of users everything comes at once. */
  async function complete<Type extends RecordType>(
    records: readonly RecordOf<Type>[],
    part: Part,
    options: CallOptions,
  ): Promise<readonly RecordOf<Type>[]> {
    const values = await readPart(records, part, options)
    return records.map((record, place) => ({ ...record, [part]: values[place] ?? null }))
  }

  async function readPart(
    records: readonly RecordOf<RecordType>[],
    part: Part,
    options: CallOptions,
  ): Promise<readonly unknown[]> {
    const ids = records.map(({ ref }) => ref.id)
    if (part === 'tags') return (await reads.tags(ids, options)).map(orThrow)
    if (part === 'contactItems') {
      return (await reads.rows(ids, options)).map(orThrow).map((rows) => rows && toItems(rows))
    }
    if (part !== 'avatar') return []
    // Which picture it is takes a call for each contact: worth it for one, too much for a list.
    const [first] = records
    if (first === undefined || records.length > 1) return ids.map(avatars.ofContactUnasked)
    return [await avatars.ofContact(first.ref.id, first.type === 'Organization', options)]
  }

  async function readAvatar({ type, id }: RecordRef, options: CallOptions): Promise<AvatarBytes | null> {
    if (type === 'User') {
      const user = isUserId(id) ? orThrow((await reads.users([id], options))[0] ?? null) : null
      return avatars.readUser(user?.avatar, options)
    }
    return contactId(id) === null ? null : avatars.readContact(id, type === 'Organization', options)
  }

  async function planCreate<Type extends RecordType>(
    type: Type,
    patch: PatchOf<Type>,
    picture: Picture | null,
    options: CallOptions,
  ): Promise<Plan> {
    if (type === 'User') throw unsupported(name, `${name} makes people and companies, no users.`)
    const isCompany = type === 'Organization'
    const [definitions, stages, { id, isCrmAdmin }] = await Promise.all([
      reads.definitions(isCompany ? 'company' : 'person', options),
      reads.stages(options),
      account.read(options),
    ])
    const context = {
      definitions: definitions.map(toDefinition),
      stages,
      maxAvatarBytes: settings.maxAvatarBytes,
      mustManage: isCrmAdmin ? null : id,
    }
    return isCompany ? planCreateCompany(patch, picture, context) : planCreatePerson(patch, picture, context)
  }

  return {
    name,
    kind: 'onlyoffice-crm',
    realm: http.origin,
    guarantee: 'ADVISORY',
    limits: {
      maxBatchSize: MAX_BATCH_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
      maxAvatarBytes: settings.maxAvatarBytes,
      avatarTypes: PHOTO_TYPES,
    },
    listing: LISTING,
    writable: {
      Person: new Set(PERSON_FIELDS),
      Organization: new Set(COMPANY_FIELDS),
      ContactItem: new Set(['id', 'kind', 'typeId', 'value', 'address', 'isDefault']),
    },

    capabilities: async (options) => capabilitiesOf(await account.read(options)),
    ping: async ({ signal }) => {
      await http.request({ method: 'GET', path: '/api/2.0/people/@self', query: { fields: 'id' }, signal })
    },

    get: {
      Person: (ids, options) => getContacts(ids, false, mapping.person, options),
      Organization: (ids, options) => getContacts(ids, true, mapping.organization, options),
      User: async (ids, options) =>
        (await reads.users(ids, options)).map((wire) =>
          wire === null || wire instanceof GatewayError ? wire : toUser(wire, name, avatars.ofUser(wire.avatar)),
        ),
    },
    list: { Person: lists.people, Organization: lists.organizations },
    listMembers: (organizationId, query, options) => lists.people({ ...query, filter: { organizationId } }, options),
    complete,
    contactItemTypes: async () => ITEM_TYPES,
    customFieldDefinitions: async (options) => {
      const both = await Promise.all([reads.definitions('person', options), reads.definitions('company', options)])
      const byKey = new Map(both.flat().map((field) => [field.id, toDefinition(field)]))
      return [...byKey.values()]
    },
    readAvatar,
    open: createOpen({ source: name, settings, reads, avatars, mapping }),
    planCreate,
    send: createSend(name, http, { reads, unseen }),
    wroteElsewhere(requests, createdId) {
      for (const request of asSent(requests, createdId)) for (const one of unseen) one.note(request)
      reads.forget()
    },
    close: () => http.close(),
  }
}
