import type { Result } from './envelope.ts'
import type { Call } from './portal.ts'

/** The largest page, and the one given when none is asked for. */
const MAX_PAGE = 1000

export interface PageRequest {
  readonly count: number
  readonly startIndex: number
  readonly descending: boolean
  readonly sortBy: string
}

/** Paging comes from the query string only. */
export function readPage({ request }: Call): PageRequest {
  const query = caseless(request.query)
  const count = Number(query.get('count') ?? Number.NaN)
  const startIndex = Number(query.get('startindex') ?? Number.NaN)
  return {
    count: Number.isInteger(count) && count > 0 ? Math.min(count, MAX_PAGE) : MAX_PAGE,
    startIndex: Number.isInteger(startIndex) && startIndex > 0 ? startIndex : 0,
    descending: query.get('sortorder') === 'descending',
    sortBy: query.get('sortby') ?? '',
  }
}

/** A list that the method itself sorted and counts: `total`, and the next page announced (one too far). */
export function countedPage(call: Call, items: readonly unknown[], announcesNext: boolean): Result {
  const { count, startIndex } = readPage(call)
  const page = items.slice(startIndex, startIndex + count)
  const more = announcesNext && startIndex + count < items.length
  return { kind: 'list', items: page, startIndex, count, total: items.length, announcesNext: more }
}

/** A list left to the generic filter: filtered, sorted and cut by whatever members its items have. */
export function genericList(call: Call, all: readonly Readonly<Record<string, unknown>>[]): Result {
  const { count, startIndex, sortBy, descending } = readPage(call)
  const items = updatedSince(call, filterItems(call, all))
  if (sortBy !== '') items.sort((a, b) => compareBy(sortBy, a, b) * (descending ? -1 : 1))
  // The start is clamped to a total that nobody computed, unless the list is cut anyway.
  const honoursStart = items.length > count || call.portal.switches.shortLists === 'honour-start'
  const from = honoursStart ? startIndex : 0
  return { kind: 'list', items: items.slice(from, from + count), startIndex, count }
}

type Item = Readonly<Record<string, unknown>>

function filterItems({ request }: Call, items: readonly Item[]): Item[] {
  const query = caseless(request.query)
  const member = query.get('filterby')
  if (!member) return [...items]
  const operation = query.get('filterop') ?? 'equals'
  const wanted = (query.get('filtervalue') ?? '').split(',').map((text) => text.toLowerCase())
  return items.filter((item) => {
    const found = memberOf(item, member)
    if (operation === 'present') return found !== undefined && found !== null
    const text = String(found ?? '').toLowerCase()
    return wanted.some((value) => {
      if (operation === 'contains') return text.includes(value)
      if (operation === 'startsWith') return text.startsWith(value)
      if (operation === 'endsWith') return text.endsWith(value)
      return text === value
    })
  })
}

/** Keeps what was updated since, or else created since: contacts have no `updated`. */
export function updatedSince({ request }: Call, items: readonly Item[]): Item[] {
  const since = Date.parse(caseless(request.query).get('updatedsince') ?? '')
  if (Number.isNaN(since)) return [...items]
  return items.filter((item) => Date.parse(String(item.updated ?? item.created ?? '')) > since)
}

function compareBy(members: string, a: Item, b: Item): number {
  for (const member of members.split(',')) {
    const order = String(memberOf(a, member) ?? '').localeCompare(String(memberOf(b, member) ?? ''))
    if (order !== 0) return order
  }
  return 0
}

function memberOf(item: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => {
    if (typeof found !== 'object' || found === null) return undefined
    return Object.entries(found).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  }, item)
}

function caseless(query: URLSearchParams): ReadonlyMap<string, string> {
  return new Map([...query.entries()].reverse().map(([name, value]) => [name.toLowerCase(), value]))
}
