import { z } from 'zod'
import { derive } from '../../http/derive.ts'
import type { GatewayError } from '../../model/errors.ts'
import type { Organization } from '../../model/organization.ts'
import type { ListQuery, OrganizationFilter, Page } from '../../model/query.ts'
import type { CallOptions } from '../source.ts'
import { type Api, readJson } from './api.ts'
import { createByIds, type ReadByIds } from './by-id.ts'
import { type Condition, MAX_TAKE, readContactPage } from './contact-scan.ts'
import { readIdCursor } from './cursor.ts'
import { type OrganizationContext, toAddressItem, toOrganization } from './mapping-organization.ts'
import { contact, contactAddress, type WireAddress, type WireContact } from './wire.ts'

export interface Organizations {
  readonly readContacts: ReadByIds<WireContact>
  /** The organization that a contact is, which came with something else. */
  fromContact(wire: WireContact, options: CallOptions): Promise<Organization>
  get(ids: readonly string[], options: CallOptions): Promise<readonly (Organization | GatewayError | null)[]>
  list(query: ListQuery<OrganizationFilter>, options: CallOptions): Promise<Page<Organization>>
  readAddresses(contactId: number, signal: AbortSignal): Promise<readonly WireAddress[]>
  /** The same organization with all its addresses. */
  withAddresses(organization: Organization, options: CallOptions): Promise<Organization>
}

const contactAddresses = z.array(contactAddress)
const ENTRIES = {}

export function createOrganizations(api: Api): Organizations {
  const { source, catalog } = api
  const readContacts = createByIds(api, {
    resource: 'Contact',
    queryPath: '/api/Contact/Query/FullContact',
    parameter: /^contact id$/i,
    schema: contact,
    what: 'a contact',
  })

  let known: OrganizationContext | null = null

  /** The same one as long as the organization's own lists are. */
  async function readContext(signal: AbortSignal): Promise<OrganizationContext> {
    const [definitions, types] = await Promise.all([catalog.contactFields(signal), catalog.contactTypes(signal)])
    if (known?.definitions !== definitions || known.types !== types) known = { source, definitions, types }
    return known
  }

  function readAddresses(contactId: number, signal: AbortSignal): Promise<readonly WireAddress[]> {
    const path = `/api/ContactAddress/ByContact/${contactId}`
    return readJson(api, path, contactAddresses, 'the addresses of a contact', signal)
  }

  return {
    readContacts,
    readAddresses,
    fromContact: async (wire, { signal }) => toOrganization(wire, await readContext(signal)),
    async get(ids, { signal }) {
      if (ids.length === 0) return []
      return readContacts(ids, { readContext, make: toOrganization }, signal)
    },
    async list({ filter, limit, cursor, backward }, { signal }) {
      const conditions: Condition[] = []
      const text = filter.search?.trim() ?? ''
      if (text !== '') conditions.push({ parameter: 'Contact Name', operator: 'Contains', value: text })
      const beyondId = cursor === null ? null : readIdCursor(cursor)
      const query = { conditions, tagId: null, descending: backward }
      const [page, context] = await Promise.all([
        readContactPage(api, query, beyondId, Math.min(MAX_TAKE, limit + 1), signal),
        readContext(signal),
      ])
      const toEntry = (wire: WireContact) => ({ item: toOrganization(wire, context), cursor: String(wire.id) })
      const all = derive(page.contacts, ENTRIES, () => page.contacts.map(toEntry), context)
      const entries = all.slice(0, limit)
      return {
        entries: backward ? entries.reverse() : entries,
        hasMore: page.contacts.length > limit || page.next !== null,
        // Beyond a cursor the vendor counts only what is left.
        totalCount: cursor === null ? page.total : null,
      }
    },
    async withAddresses(organization, { signal }) {
      const addresses = await readAddresses(Number(organization.ref.id), signal)
      return { ...organization, contactItems: addresses.map(toAddressItem) }
    },
  }
}
