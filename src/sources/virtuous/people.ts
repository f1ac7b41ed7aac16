import { z } from 'zod'
import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import { sameValue } from '../../model/contact-item.ts'
import { GatewayError, unsupported } from '../../model/errors.ts'
import type { Organization } from '../../model/organization.ts'
import type { Person } from '../../model/person.ts'
import type { ListQuery, Page, PersonFilter } from '../../model/query.ts'
import type { CustomFieldDefinition } from '../../model/record.ts'
import type { CallOptions } from '../source.ts'
import { type Api, ask, readJson } from './api.ts'
import { createByIds, type MadeWith } from './by-id.ts'
import { type Condition, type ContactQuery, MAX_TAKE, readContactPage } from './contact-scan.ts'
import {
  type PersonPosition,
  readOffsetCursor,
  readPersonCursor,
  writeOffsetCursor,
  writePersonCursor,
} from './cursor.ts'
import { toPerson } from './mapping.ts'
import type { Organizations } from './organizations.ts'
import { toWireId } from './values.ts'
import { individual, listEnvelope, searchHit, type WireContact, type WireIndividual } from './wire.ts'

export interface People {
  /** How many calls looking up so many takes at least. */
  readonly callsFor: (count: number) => number
  get(ids: readonly string[], options: CallOptions): Promise<readonly (Person | GatewayError | null)[]>
  list(query: ListQuery<PersonFilter>, options: CallOptions): Promise<Page<Person>>
  listMembers(
    organizationId: string,
    query: ListQuery<Record<string, never>>,
    options: CallOptions,
  ): Promise<Page<Person>>
  /** Of an organization that came with its people. */
  membersWithin(
    organization: Organization,
    query: ListQuery<Record<string, never>>,
    options: CallOptions,
  ): Promise<Page<Person>> | null
}

const DAY_MS = 86_400_000
const MEMBERS = {}
const individuals = z.array(individual)

/** `toOrganization` reads the contacts that people came in as the organizations they are. */
export function createPeople(api: Api, toOrganization: Organizations['fromContact']): People {
  const { source, catalog } = api
  const byIds = createByIds(api, {
    resource: 'ContactIndividual',
    queryPath: '/api/ContactIndividual/Query',
    parameter: /^((contact )?individual )?id$/i,
    schema: individual,
    what: 'an individual',
  })

  async function get(ids: readonly string[], { signal }: CallOptions) {
    if (ids.length === 0) return []
    return byIds(ids, intoPeople, signal)
  }

  const intoPeople: MadeWith<WireIndividual, readonly CustomFieldDefinition[], Person> = {
    readContext: catalog.individualFields,
    make: (wire, definitions) => toPerson(wire, { source, definitions }),
  }

  /** People in the order of their contacts' ids, and within a contact of their own. */
  async function listByContact(
    query: ListQuery<PersonFilter>,
    wanted: Omit<ContactQuery, 'descending'>,
    signal: AbortSignal,
  ): Promise<Page<Person>> {
    const { limit, backward, filter } = query
    const definitions = await catalog.individualFields(signal)
    const cursor = query.cursor === null ? null : readPersonCursor(query.cursor)
    const found: { readonly item: Person; readonly cursor: string }[] = []
    const contacts = new Map<string, WireContact>()
    // The contact the cursor stands in is read once more: its other people may still follow.
    let beyondId = cursor === null ? null : cursor.contactId + (backward ? 1 : -1)
    let isWhole = false
    for (let take = limit + 2; found.length <= limit && !isWhole; take = Math.min(MAX_TAKE, take * 2)) {
      const page = await readContactPage(api, { ...wanted, descending: backward }, beyondId, take, signal)
      for (const { contact, position, item } of membersOf(page.contacts, definitions, backward)) {
        contacts.set(String(contact.id), contact)
        if (cursor !== null && !isBeyond(position, cursor, backward)) continue
        if (matches(item, filter)) found.push({ item, cursor: writePersonCursor(position) })
      }
      isWhole = page.next === null
      beyondId = page.next
    }
    const entries = found.slice(0, limit)
    return {
      entries: backward ? entries.reverse() : entries,
      hasMore: found.length > limit,
      totalCount: isWhole && cursor === null ? found.length : null,
      included: (type, id) => {
        const contact = type === 'Organization' ? contacts.get(id) : undefined
        return contact ? (options) => toOrganization(contact, options) : null
      },
    }
  }

  /** Everybody of the contacts, in their order, and within each by id. */
  function membersOf(
    contacts: readonly WireContact[],
    definitions: readonly CustomFieldDefinition[],
    backward: boolean,
  ) {
    const toMembers = (contact: WireContact) => {
      const tags = tagsOf(contact)
      const context = { source, definitions, contactId: contact.id, ...(tags && { tags }) }
      return (contact.contactIndividuals ?? [])
        .toSorted((a, b) => (backward ? b.id - a.id : a.id - b.id))
        .map((wire) => ({
          contact,
          position: { contactId: contact.id, individualId: wire.id },
          item: toPerson(wire, context),
        }))
    }
    return derive(contacts, MEMBERS, () => contacts.flatMap(toMembers), definitions)
  }

  async function contactQuery(
    filter: PersonFilter,
    signal: AbortSignal,
  ): Promise<Omit<ContactQuery, 'descending'> | null> {
    const conditions: Condition[] = []
    if (filter.organizationId !== undefined) {
      const id = toWireId(filter.organizationId)
      if (id === null) return null
      conditions.push({ parameter: 'Contact Id', operator: 'Is', value: String(id) })
    }
    if (filter.email !== undefined) {
      conditions.push({ parameter: 'Email Address', operator: 'Is', value: filter.email.trim() })
    }
    if (filter.updatedSince !== undefined) conditions.push(await modifiedSince(filter.updatedSince, signal))
    if (filter.tag === undefined) return { conditions, tagId: null }
    const name = filter.tag.trim().toLowerCase()
    const tag = (await catalog.tags(signal)).find((one) => one.name.toLowerCase() === name)
    return tag === undefined ? null : { conditions, tagId: tag.id }
  }

  /**
   * The date is the contact's, which changes with its people. Asked a day early, for dates without a time are in the organization's
   * own time zone; who was changed since is then told by the individual's own time.
   */
  async function modifiedSince(since: string, signal: AbortSignal): Promise<Condition> {
    const { options } = await catalog.queryOptions('Contact', signal)
    const option = options.find(({ parameter }) => parameter === 'Last Modified Date')
    const operators = option?.operatorOptions.map(({ operator }) => operator) ?? []
    const operator = ['OnOrAfter', 'GreaterThanOrEqual', 'After', 'GreaterThan'].find((one) => operators.includes(one))
    if (option === undefined || operator === undefined) {
      throw unsupported(source, `${source} can't be asked what changed since a date.`, ['updatedSince'])
    }
    const value = `${new Date(Date.parse(since) - DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`
    return { parameter: option.parameter, operator, value }
  }

  async function search(text: string, skip: number, take: number, signal: AbortSignal) {
    const { body } = await ask(api, {
      path: '/api/Contact/Search',
      query: { skip, take },
      json: { search: text },
      signal,
    })
    // `total` was recorded as the length of the page and tells nothing.
    return derive(body, searchHit, () =>
      decode(listEnvelope, body, { source, what: 'the search results' }).list.map(
        (item) => decode(searchHit, item, { source, what: 'a search result' }).individualId ?? null,
      ),
    )
  }

  /** In the vendor's order of relevance, which can only be counted off. Contacts without people are passed over. */
  async function listFound(text: string, query: ListQuery<PersonFilter>, options: CallOptions): Promise<Page<Person>> {
    const { limit, backward, cursor } = query
    const from = cursor === null ? null : readOffsetCursor(cursor)
    const hits = backward
      ? await hitsBefore(text, from ?? (await countHits(text, options.signal)), limit, options.signal)
      : await hitsFrom(text, from === null ? 0 : from + 1, limit, options.signal)
    const shown = backward ? hits.slice(-limit) : hits.slice(0, limit)
    const ids = [...new Set(shown.map(({ id }) => id))]
    const people = await get(ids, options)
    const byId = new Map(ids.map((id, index) => [id, people[index] ?? null]))
    const entries = shown.flatMap(({ id, offset }) => {
      const item = byId.get(id) ?? null
      if (item instanceof GatewayError) throw item
      return item === null ? [] : [{ item, cursor: writeOffsetCursor(offset) }]
    })
    return { entries, hasMore: hits.length > limit, totalCount: null }
  }

  /** More than `limit` hits from an offset on, or all there are. */
  async function hitsFrom(text: string, first: number, limit: number, signal: AbortSignal): Promise<readonly Hit[]> {
    const hits: Hit[] = []
    for (let offset = first; ; offset += limit + 1) {
      const page = await search(text, offset, limit + 1, signal)
      hits.push(...toHits(page, offset))
      if (hits.length > limit || page.length <= limit) return hits
    }
  }

  /** More than `limit` hits before an offset, or all there are; in list order. */
  async function hitsBefore(text: string, end: number, limit: number, signal: AbortSignal): Promise<readonly Hit[]> {
    let hits: readonly Hit[] = []
    for (let last = end; last > 0 && hits.length <= limit; ) {
      const first = Math.max(0, last - limit - 1)
      hits = [...toHits(await search(text, first, last - first, signal), first), ...hits]
      last = first
    }
    return hits
  }

  async function countHits(text: string, signal: AbortSignal): Promise<number> {
    for (let count = 0; ; count += MAX_TAKE) {
      const hits = await search(text, count, MAX_TAKE, signal)
      if (hits.length < MAX_TAKE) return count + hits.length
    }
  }

  async function pageOfMembers(
    contactId: number,
    members: readonly WireIndividual[] | Promise<readonly WireIndividual[]>,
    { limit, cursor, backward }: ListQuery<Record<string, never>>,
    signal: AbortSignal,
  ): Promise<Page<Person>> {
    const position = cursor === null ? null : readPersonCursor(cursor)
    const [all, definitions] = await Promise.all([members, catalog.individualFields(signal)])
    const sorted = all.toSorted((a, b) => (backward ? b.id - a.id : a.id - b.id))
    const beyond = sorted.filter(
      (wire) => position === null || isBeyond({ contactId, individualId: wire.id }, position, backward),
    )
    const entries = beyond.slice(0, limit).map((wire) => ({
      item: toPerson(wire, { source, definitions, contactId }),
      cursor: writePersonCursor({ contactId, individualId: wire.id }),
    }))
    return { entries: backward ? entries.reverse() : entries, hasMore: beyond.length > limit, totalCount: all.length }
  }

  return {
    get,
    callsFor: byIds.callsFor,
    async list(query, options) {
      const { search: text, ...others } = query.filter
      if (text !== undefined && text.trim() !== '') {
        if (Object.values(others).every((value) => value === undefined)) return listFound(text.trim(), query, options)
        throw unsupported(source, `${source} can't combine a search with other filters.`, ['search'])
      }
      if (query.cursor !== null) readPersonCursor(query.cursor)
      const wanted = await contactQuery(others, options.signal)
      if (wanted === null) return { entries: [], hasMore: false, totalCount: 0 }
      return listByContact({ ...query, filter: others }, wanted, options.signal)
    },
    async listMembers(organizationId, query, { signal }) {
      const id = toWireId(organizationId)
      if (id === null) return { entries: [], hasMore: false, totalCount: 0 }
      const path = `/api/ContactIndividual/ByContact/${id}`
      const read = readJson(api, path, individuals, 'the individuals of a contact', signal)
      return pageOfMembers(id, read, query, signal)
    },
    membersWithin({ raw }, query, { signal }) {
      const { id, contactIndividuals } = raw as unknown as WireContact
      return contactIndividuals ? pageOfMembers(id, contactIndividuals, query, signal) : null
    },
  }
}

function isBeyond(position: PersonPosition, cursor: PersonPosition, backward: boolean): boolean {
  const order = position.contactId - cursor.contactId || position.individualId - cursor.individualId
  return backward ? order < 0 : order > 0
}

/** Somebody that a search found, and how many hits stood before. */
interface Hit {
  readonly id: string
  readonly offset: number
}

function toHits(ids: readonly (number | null)[], first: number): readonly Hit[] {
  return ids.flatMap((id, index) => (id === null ? [] : [{ id: String(id), offset: first + index }]))
}

/** `undefined`: not in a shape that is understood. */
export function tagsOf({ tags }: WireContact): readonly string[] | undefined {
  return tags?.every((tag) => typeof tag === 'string') ? tags : undefined
}

/** The query finds contacts; which of their people are meant is told here. */
function matches(person: Person, { email, updatedSince }: PersonFilter): boolean {
  if (
    updatedSince !== undefined &&
    (person.updatedAt === null || Date.parse(person.updatedAt) < Date.parse(updatedSince))
  ) {
    return false
  }
  return (
    email === undefined ||
    (person.contactItems ?? []).some(({ kind, value }) => kind === 'EMAIL' && sameValue('EMAIL', value, email))
  )
}
