import type { HttpClient } from '../../../http/client.ts'
import { decode } from '../../../http/decode.ts'
import { invalidInput } from '../../../model/errors.ts'
import type { ListQuery, Order, Page } from '../../../model/query.ts'
import type { CallOptions } from '../../source.ts'
import { readEnvelope } from '../envelope.ts'
import { CRM } from './reads.ts'
import { type WireContact, wireContacts } from './wire.ts'

/** Conditions that `contact/filter` takes. */
export interface ContactFilter {
  readonly view: 'Person' | 'Company'
  readonly search: string | undefined
  readonly tag: string | undefined
}

/** Where a record stood in the list, and which it was, so that a list that has shifted meanwhile is noticed. */
interface Anchor {
  readonly index: number
  readonly id: number
}

/** A piece of the list, from `start` on. */
interface Window {
  readonly start: number
  readonly items: readonly WireContact[]
  readonly total: number | null
}

/** How many contacts are read at a time when a record is looked for again. */
const SEARCH_SIZE = 500
/** How many such pieces, where the order doesn't tell in which of them it was. */
const MAX_STEPS = 2
/** The portal counts the list anew once a minute: at its end there may be more than `total` says. */
const UNCOUNTED = 50

/**
 * One page of `GET contact/filter`, by offset: `nextIndex` is one too many and never used. The record a page continues from is read
 * along, and looked for again where it is not in its place any more, so that contacts which came or went in between neither hide
 * nor repeat others.
 */
export async function readFilterPage(
  filter: ContactFilter,
  query: Pick<ListQuery<unknown>, 'order' | 'limit' | 'cursor' | 'backward'>,
  { source, http, signal }: CallOptions & { readonly source: string; readonly http: HttpClient },
): Promise<Page<WireContact>> {
  const { limit, backward, order } = query
  const anchor = query.cursor === null ? null : readCursor(query.cursor, backward)

  async function read(start: number, count: number): Promise<Window> {
    const answer = await http.request({
      method: 'GET',
      path: `${CRM}/contact/filter`,
      query: {
        contactListView: filter.view,
        filterValue: filter.search,
        ...(filter.tag !== undefined && { 'tags[]': [filter.tag] }),
        sortBy: SORT_KEYS[order?.by ?? 'ID'],
        sortOrder: order?.direction === 'DESC' ? 'descending' : 'ascending',
        startIndex: start,
        count,
      },
      signal,
    })
    const context = { source, what: 'a list of contacts' }
    const { response, total } = readEnvelope(answer, context)
    return { start, items: decode(wireContacts, response, context), total }
  }

  async function forward(): Promise<Page<WireContact>> {
    if (anchor === null) return toPage(await read(0, limit + 1), 0)
    const window = await read(anchor.index, limit + 2)
    if (window.items[0]?.id === anchor.id) return toPage(window, 1)
    const { after } = await locate(anchor, window)
    return toPage(await read(after, limit + 1), 0)
  }

  async function beforeAnchor(): Promise<Page<WireContact>> {
    if (anchor === null) {
      const { total } = await read(0, 1)
      const start = Math.max(0, (total ?? 0) - limit - 1)
      return lastOf(await read(start, limit + 1 + UNCOUNTED))
    }
    const start = Math.max(0, anchor.index - limit - 1)
    const window = await read(start, anchor.index - start + 1)
    if (window.items.at(-1)?.id === anchor.id && window.items.length === anchor.index - start + 1) {
      return lastOf({ ...window, items: window.items.slice(0, -1) })
    }
    const { before } = await locate(anchor, await read(anchor.index, limit + 2))
    if (before === 0) return { entries: [], hasMore: false, totalCount: window.total }
    const from = Math.max(0, before - limit - 1)
    return lastOf(await read(from, before - from))
  }

  /** Where the record is now: the place behind it, and its own. Where it is gone, both are the place it left. */
  async function locate(
    { index, id }: Anchor,
    near: Window,
  ): Promise<{ readonly before: number; readonly after: number }> {
    for (let window = near, steps = 0; ; steps++) {
      const found = window.items.findIndex((item) => item.id === id)
      if (found >= 0) return { before: window.start + found, after: window.start + found + 1 }
      // By id, the place of a record that is gone can be told; by name only that it was about here.
      if (order === null && window.items.some((item) => item.id < id)) {
        const place = window.start + window.items.filter((item) => item.id < id).length
        return { before: place, after: place }
      }
      if (window.start === 0 && order === null) return { before: 0, after: 0 }
      if (window.start === 0 || (order !== null && steps === MAX_STEPS)) return { before: index, after: index }
      const start = Math.max(0, window.start - SEARCH_SIZE)
      window = await read(start, window.start - start)
    }
  }

  function toPage({ start, items, total }: Window, skip: number): Page<WireContact> {
    const shown = items.slice(skip, skip + limit)
    return {
      entries: shown.map((item, place) => ({ item, cursor: toCursor(start + skip + place, item) })),
      hasMore: items.length > skip + limit,
      totalCount: total,
    }
  }

  function lastOf({ start, items, total }: Window): Page<WireContact> {
    const hidden = Math.max(0, items.length - limit)
    return {
      entries: items.slice(hidden).map((item, place) => ({ item, cursor: toCursor(start + hidden + place, item) })),
      hasMore: start + hidden > 0,
      totalCount: total,
    }
  }

  return backward ? beforeAnchor() : forward()
}

const SORT_KEYS: Readonly<Record<Order['by'] | 'ID', string>> = {
  ID: 'Id',
  NAME: 'DisplayName',
  CREATED_AT: 'Created',
  UPDATED_AT: 'Id', // not offered
}

function toCursor(index: number, { id }: WireContact): string {
  return JSON.stringify([index, id])
}

function readCursor(cursor: string, backward: boolean): Anchor {
  const [, index, id] = /^\[(\d{1,9}),(\d{1,10})\]$/.exec(cursor) ?? []
  if (index !== undefined && id !== undefined) return { index: Number(index), id: Number(id) }
  throw invalidInput([backward ? 'before' : 'after'], 'This cursor was not given by this list.')
}
