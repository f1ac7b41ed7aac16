import { createHttpClient } from '../../http/client.ts'
import { CAPABILITIES, type Capability } from '../../model/capability.ts'
import { GatewayError } from '../../model/errors.ts'
import type { Person } from '../../model/person.ts'
import type { PictureType } from '../../model/picture.ts'
import type { Part } from '../../model/record.ts'
import type { RecordType } from '../../model/ref.ts'
import type { SourceContext, SourceDefinition } from '../definition.ts'
import { sendPlan, toHttpRequest } from '../send-plan.ts'
import type { CallOptions, OpenRecord, PatchOf, PlannedRead, RecordOf, Source } from '../source.ts'
import { type Api, mapBounded, readJson } from './api.ts'
import { VIRTUOUS_ASSUMPTIONS } from './assumptions.ts'
import { createAvatarReader } from './avatars.ts'
import { createBudget } from './budget.ts'
import { asTheyCame } from './by-id.ts'
import { createCatalog } from './catalog.ts'
import { readSignInError, readVendorError } from './errors.ts'
import { openOrganization, openPerson, readTags } from './open.ts'
import { createOrganizations, type Organizations } from './organizations.ts'
import { createPeople, type People, tagsOf } from './people.ts'
import { createdId, planCreateOrganization, planCreatePerson } from './plan-create.ts'
import { createVirtuousSession } from './session.ts'
import { type VirtuousSettings, virtuousSettings } from './settings.ts'
import { organizationCurrent } from './wire.ts'

const KIND = 'virtuous'
/** Households and companies can only be archived, and no call removes a picture. */
const NEVER: readonly Capability[] = ['ORGANIZATION_DELETE', 'AVATAR_REMOVE']
const CAPABLE: ReadonlySet<Capability> = new Set(
  CAPABILITIES.filter((name) => !name.startsWith('USER_') && !NEVER.includes(name)),
)
const PROBED_FOR_MS = 300_000

/** Virtuous CRM+: individuals as people, the contacts (households, companies) they are in as organizations. */
export const virtuousDefinition: SourceDefinition<VirtuousSettings> = {
  kind: KIND,
  settings: virtuousSettings,
  create: createVirtuousSource,
  simulator: { start: async (options) => (await import('./simulator/simulator.ts')).startVirtuousSimulator(options) },
  assumptions: VIRTUOUS_ASSUMPTIONS,
}

export function createVirtuousSource(
  name: string,
  settings: VirtuousSettings,
  { now }: Pick<SourceContext, 'now'>,
): Source {
  const budget = createBudget()
  const shared = { source: name, url: settings.url, timeoutMs: settings.timeoutMs }
  const signInHttp = createHttpClient({ ...shared, concurrency: 1, readError: readSignInError })
  const http = createHttpClient({
    ...shared,
    concurrency: settings.concurrency,
    ...(settings.requestsPerSecond !== undefined && { requestsPerSecond: settings.requestsPerSecond }),
    session: createVirtuousSession({ source: name, settings, http: signInHttp, now }),
    readError: readVendorError,
    onAnswer: (_status, headers) => budget.read(headers),
  })
  const catalog = createCatalog({ source: name, http, now })
  const { concurrency, batchGroups } = settings
  const api: Api = { source: name, http, catalog, concurrency, batchGroups, now }
  const organizations = createOrganizations(api)
  const people = createPeople(api, organizations.fromContact)
  const pictureRules = { part: settings.avatarPart, maxBytes: settings.avatarMaxBytes }
  let probedUntilMs = 0

  async function probe({ signal }: CallOptions): Promise<void> {
    const path = '/api/Organization/Current'
    const { isEnabled } = await readJson(api, path, organizationCurrent, 'the organization', signal)
    if (isEnabled !== false) return
    throw new GatewayError('FORBIDDEN', `${name} says that this account is disabled`, { source: name })
  }

  return {
    name,
    kind: KIND,
    limits: {
      maxBatchSize: 1000,
      maxPageSize: 200,
      maxAvatarBytes: settings.avatarMaxBytes,
      avatarTypes: AVATAR_TYPES,
    },
    listing: {
      Person: {
        filters: new Set(['search', 'email', 'tag', 'organizationId', 'updatedSince']),
        orders: new Set(),
        backward: true,
      },
      Organization: { filters: new Set(['search']), orders: new Set(), backward: true },
    },
    writable: {
      Person: new Set([
        'prefix',
        'firstName',
        'middleName',
        'lastName',
        'suffix',
        'nickname',
        'gender',
        'birthDate',
        'isDeceased',
        'interests',
        'organizationId',
        'addTags',
        'removeTags',
        'customFields',
      ]),
      Organization: new Set(['name', 'kind', 'about', 'website', 'customFields']),
      ContactItem: new Set(['id', 'typeId', 'kind', 'value', 'address', 'label', 'isDefault', 'isOptedIn']),
    },
    guarantee: 'ADVISORY',

    async capabilities(options) {
      if (now() >= probedUntilMs) {
        await probe(options)
        probedUntilMs = now() + PROBED_FOR_MS
      }
      return CAPABLE
    },
    ping: probe,
    budget: budget.current,
    callsFor: (read) => callsFor(read, people, organizations),

    get: { Person: people.get, Organization: organizations.get },
    list: { Person: people.list, Organization: organizations.list },
    listMembers: people.listMembers,
    membersWithin: people.membersWithin,
    complete: (records, part, options) => complete(api, organizations, records, part, options),
    contactItemTypes: ({ signal }) => catalog.methodTypes(signal),
    async customFieldDefinitions({ signal }) {
      const lists = await Promise.all([catalog.individualFields(signal), catalog.contactFields(signal)])
      return [...new Map(lists.flat().map((definition) => [definition.key, definition])).values()]
    },
    readAvatar: createAvatarReader(api, { maxBytes: PICTURE_MAX_BYTES, timeoutMs: settings.timeoutMs }),

    async open<Type extends RecordType>(type: Type, id: string, options: CallOptions) {
      const opened =
        type === 'Person'
          ? await openPerson(api, id, pictureRules, options)
          : type === 'Organization'
            ? await openOrganization(api, organizations, id, options)
            : null
      return opened as OpenRecord<Type> | null
    },
    planCreate<Type extends RecordType>(
      type: Type,
      patch: PatchOf<Type>,
      picture: Parameters<NonNullable<Source['planCreate']>>[2],
      options: CallOptions,
    ) {
      if (type === 'Organization') return planCreateOrganization(api, patch, picture, options)
      return planCreatePerson(api, patch, picture, pictureRules, options)
    },
    send: (plan, { signal }) =>
      sendPlan(plan, async (request) => {
        const answer = await http.request(toHttpRequest(request, signal))
        const creates = request.method === 'POST' && /^\/api\/Contact(Individual)?$/.test(request.path)
        return creates ? { id: createdId(name, request, answer.body) } : undefined
      }),
    async close() {
      await Promise.all([http.close(), signInHttp.close()])
    },
  }
}

const AVATAR_TYPES: ReadonlySet<PictureType> = new Set(['image/png', 'image/jpeg', 'image/gif'])
/** Of a picture elsewhere: generous, for it was taken by another door. */
const PICTURE_MAX_BYTES = 20 * 1024 * 1024

/** A search finds ids, and who they are is asked for after it. */
function callsFor(read: PlannedRead, people: People, organizations: Organizations): number {
  if (read.method === 'get') {
    const { callsFor } = read.type === 'Person' ? people : organizations.readContacts
    return callsFor(read.ids.length)
  }
  if (read.method === 'complete') return read.part === 'contactItems' ? read.records.length : 1
  return read.type === 'Person' && read.query.filter.search?.trim() ? 2 : 1
}

/** Tags hang on the contact, and come with it; addresses have a list of their own for each contact. */
async function complete<Type extends RecordType>(
  api: Api,
  organizations: Organizations,
  records: readonly RecordOf<Type>[],
  part: Part,
  options: CallOptions,
): Promise<readonly RecordOf<Type>[]> {
  if (part === 'contactItems') {
    const all = await mapBounded(records, api.concurrency, async (record) =>
      record.type === 'Organization' ? organizations.withAddresses(record, options) : record,
    )
    return all as readonly RecordOf<Type>[]
  }
  if (part !== 'tags') return records
  const contactIds = [...new Set(records.map((record) => (record as Person).organizationId).filter((id) => id != null))]
  const contacts = await organizations.readContacts(contactIds, asTheyCame(), options.signal)
  const tags = await mapBounded(contacts, api.concurrency, async (contact) => {
    if (contact === null) return []
    if (contact instanceof GatewayError) throw contact
    return tagsOf(contact) ?? (await readTags(api, contact.id, options.signal)).map(({ name }) => name)
  })
  const byContact = new Map(contactIds.map((id, index) => [id, tags[index] ?? []]))
  return records.map((record) => ({ ...record, tags: byContact.get((record as Person).organizationId ?? '') ?? [] }))
}
