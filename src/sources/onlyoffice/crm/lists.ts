import type { HttpClient } from '../../../http/client.ts'
import { decode } from '../../../http/decode.ts'
import { normalizeValue } from '../../../model/contact-item.ts'
import { unsupported } from '../../../model/errors.ts'
import type { Organization } from '../../../model/organization.ts'
import type { Person } from '../../../model/person.ts'
import type { ListQuery, OrganizationFilter, Page, PersonFilter } from '../../../model/query.ts'
import type { CallOptions, Listing } from '../../source.ts'
import { pageOfWhole } from '../../whole-list.ts'
import { readEnvelope } from '../envelope.ts'
import { type ContactFilter, readFilterPage } from './filter-list.ts'
import { contactId } from './ids.ts'
import { EMAIL } from './item-types.ts'
import type { ContactMapping } from './mapping.ts'
import { CRM } from './reads.ts'
import { type WireContact, wireContacts } from './wire.ts'

const ORDERS = new Set(['NAME', 'CREATED_AT'] as const)

export const LISTING = {
  Person: { filters: new Set(['search', 'email', 'organizationId', 'tag'] as const), orders: ORDERS, backward: true },
  Organization: { filters: new Set(['search', 'kind'] as const), orders: ORDERS, backward: true },
} satisfies { readonly Person: Listing<'Person'>; readonly Organization: Listing<'Organization'> }

/** The largest page the portal gives, and how many it gives unasked. */
const WHOLE = 1000

export interface CrmLists {
  people(query: ListQuery<PersonFilter>, options: CallOptions): Promise<Page<Person>>
  organizations(query: ListQuery<OrganizationFilter>, options: CallOptions): Promise<Page<Organization>>
}

export function createLists(source: string, http: HttpClient, mapping: ContactMapping): CrmLists {
  /** A list that the portal does not page itself: it is read to its end, which is where nothing new comes. */
  async function readWhole(
    path: string,
    query: Readonly<Record<string, string>>,
    { signal }: CallOptions,
  ): Promise<readonly WireContact[]> {
    const all = new Map<number, WireContact>()
    const context = { source, what: 'a list of contacts' }
    for (let startIndex = 0; ; startIndex += WHOLE) {
      const answer = await http.request({
        method: 'GET',
        path,
        query: { ...query, count: WHOLE, startIndex },
        accept: [404],
        signal,
      })
      if (answer.status === 404) return []
      const items = decode(wireContacts, readEnvelope(answer, context).response, context)
      const known = all.size
      for (const item of items) all.set(item.id, item)
      // A list no longer than asked for comes whole whatever the start.
      if (items.length < WHOLE || all.size === known) return [...all.values()]
    }
  }

  /** People with an e-mail address or of a company, out of the short lists there are of these. */
  async function narrowed(filter: PersonFilter, options: CallOptions): Promise<readonly Person[]> {
    const { email, organizationId, tag, search } = filter
    if (search !== undefined) {
      const other = email === undefined ? 'organizationId' : 'email'
      throw unsupported(source, `${source} can't search among people chosen by ${other}.`, ['filter', 'search'])
    }
    if (organizationId !== undefined && contactId(organizationId) === null) return []
    const wires =
      email === undefined
        ? await readWhole(`${CRM}/contact/company/${organizationId}/person`, {}, options)
        : await readWhole(`${CRM}/contact/bycontactinfo`, { infoType: 'Email', data: email.trim() }, options)
    return wires
      .filter(
        (wire) =>
          !wire.isCompany &&
          (email === undefined || hasEmail(wire, email)) &&
          (organizationId === undefined || wire.company?.id === Number(organizationId)) &&
          (tag === undefined || wire.tags?.includes(tag) === true),
      )
      .map((wire) => mapping.person(wire))
  }

  async function filtered(
    filter: ContactFilter,
    query: Pick<ListQuery<unknown>, 'order' | 'limit' | 'cursor' | 'backward'>,
    { signal }: CallOptions,
  ): Promise<Page<WireContact>> {
    return readFilterPage(filter, query, { source, http, signal })
  }

  return {
    async people(query, options) {
      const { search, tag, email, organizationId } = query.filter
      if (email !== undefined || organizationId !== undefined) {
        return pageOfWhole(await narrowed(query.filter, options), query, { idKey: contactId })
      }
      const page = await filtered({ view: 'Person', search: search?.trim() || undefined, tag }, query, options)
      return mapped(page, (wire) => mapping.person(wire))
    },
    async organizations(query, options) {
      const { search, kind } = query.filter
      if (kind !== undefined && kind !== 'COMPANY') return { entries: [], hasMore: false, totalCount: 0 }
      const page = await filtered(
        { view: 'Company', search: search?.trim() || undefined, tag: undefined },
        query,
        options,
      )
      return mapped(page, (wire) => mapping.organization(wire))
    },
  }
}

/** The portal looks for the text anywhere within an address. */
function hasEmail({ commonData }: WireContact, email: string): boolean {
  const same = (text: string) => normalizeValue('EMAIL', text) ?? text.trim().toLowerCase()
  return (commonData ?? []).some(({ infoType, data }) => infoType === EMAIL && same(data) === same(email))
}

function mapped<Item>(page: Page<WireContact>, to: (wire: WireContact) => Item): Page<Item> {
  return { ...page, entries: page.entries.map(({ item, cursor }) => ({ item: to(item), cursor })) }
}
