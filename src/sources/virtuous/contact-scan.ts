import { decode } from '../../http/decode.ts'
import { derive } from '../../http/derive.ts'
import { GatewayError } from '../../model/errors.ts'
import { type Api, ask } from './api.ts'
import { contact, listEnvelope, type WireContact, withId } from './wire.ts'

/** One condition of a query. Values are texts, numbers and times too. */
export interface Condition {
  readonly parameter: string
  readonly operator: string
  readonly value: string
}

/** Which contacts are read, and from which end. */
export interface ContactQuery {
  /** All of them must hold. */
  readonly conditions: readonly Condition[]
  /** Only contacts that carry this tag. */
  readonly tagId: number | null
  readonly descending: boolean
}

export interface ContactPage {
  /** In the order asked. */
  readonly contacts: readonly WireContact[]
  /** Where the next page goes on; `null`: there is nothing beyond. */
  readonly next: number | null
  /** How many contacts this query has from here on. `null`: not told. */
  readonly total: number | null
}

export const MAX_TAKE = 1000

/**
 * One page of full contacts beyond `beyondId` in the order of their ids. Deep `skip` degrades at this vendor, so a page begins
 * where the one before ended: `Contact Id GreaterThan`.
 */
export async function readContactPage(
  api: Api,
  query: ContactQuery,
  beyondId: number | null,
  take: number,
  signal: AbortSignal,
): Promise<ContactPage> {
  if (query.tagId !== null) return readTagged(api, query, query.tagId, beyondId, take, signal)
  const operator = query.descending ? 'LessThan' : 'GreaterThan'
  const position =
    beyondId === null ? [] : [{ parameter: 'Contact Id', operator, value: String(beyondId) } satisfies Condition]
  const conditions = [...query.conditions, ...position]
  const groups = conditions.length === 0 ? [] : [{ conditions }]
  const { contacts, total } = await readFull(api, groups, query.descending, Math.min(take, MAX_TAKE), signal)
  const last = contacts.at(-1)?.id ?? null
  return { contacts, next: last === null || contacts.length >= total ? null : last, total }
}

/** The ids of tagged contacts come from `ByTag`, which gives them abbreviated; the contacts themselves from one query of those. */
async function readTagged(
  api: Api,
  query: ContactQuery,
  tagId: number,
  beyondId: number | null,
  take: number,
  signal: AbortSignal,
): Promise<ContactPage> {
  const wanted = Math.min(take, api.batchGroups)
  const ids: number[] = []
  let isWhole = false
  for (let skip = 0; ids.length <= wanted && !isWhole; skip += MAX_TAKE) {
    const { body } = await api.http.request({
      method: 'GET',
      path: `/api/Contact/ByTag/${tagId}`,
      query: { sortBy: 'Id', descending: query.descending, skip, take: MAX_TAKE },
      signal,
    })
    const page = decode(listEnvelope, body, { source: api.source, what: 'a list of tagged contacts' })
    const found = page.list.map((item) => decode(withId, item, { source: api.source, what: 'a tagged contact' }).id)
    ids.push(...found.filter((id) => beyondId === null || (query.descending ? id < beyondId : id > beyondId)))
    isWhole = page.list.length < MAX_TAKE
  }
  const chosen = ids.slice(0, wanted)
  if (chosen.length === 0) return { contacts: [], next: null, total: null }
  const groups = chosen.map((id) => ({
    conditions: [{ parameter: 'Contact Id', operator: 'Is', value: String(id) }, ...query.conditions],
  }))
  const { contacts } = await readFull(api, groups, query.descending, chosen.length, signal)
  return { contacts, next: ids.length > chosen.length ? (chosen.at(-1) ?? null) : null, total: null }
}

async function readFull(
  api: Api,
  groups: readonly object[],
  descending: boolean,
  take: number,
  signal: AbortSignal,
): Promise<{ readonly contacts: readonly WireContact[]; readonly total: number }> {
  const { source } = api
  const json = { groups, sortBy: 'Id', descending, includeArchived: false }
  const { body } = await ask(api, { path: '/api/Contact/Query/FullContact', query: { skip: 0, take }, json, signal })
  const { list, total } = decode(listEnvelope, body, { source, what: 'a list of contacts' })
  const contacts = derive(body, contact, () => list.map((item) => decode(contact, item, { source, what: 'a contact' })))
  // A page that begins where the last one ended is only whole in the order of ids.
  const isOrdered = contacts.every(({ id }, index) => {
    const before = contacts[index - 1]?.id
    return before === undefined || (descending ? id < before : id > before)
  })
  if (isOrdered) return { contacts, total }
  throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} listed contacts in another order than that of their ids`, {
    source,
  })
}
