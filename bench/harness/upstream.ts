/**
 * A fast, static upstream in the wire form of Virtuous CRM+: every answer is put together from texts made beforehand, so that what
 * is measured is whoever asks. Prints its address as JSON, then serves until its standard input ends.
 *
 * `/in`: 10,000 contacts of one person each, and queries that take many ids in one condition. `/groups`: the same, but the query for
 * contacts takes one id to a group of conditions. `/changing`: as `/in`, but no answer is as the last one. `/s1` … `/s6`: 17 contacts
 * each. A contact method of `/in` may be replaced.
 * `GET /calls` tells how many requests came, that one aside.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contactText, individualText, METHOD_TYPES } from './invented.ts'
import { FEW, INDIVIDUALS_FROM, MANY } from './sizes.ts'

const individuals = Array.from({ length: MANY + 1 }, (_, id) => individualText(id, INDIVIDUALS_FROM + id))
const contacts = individuals.map((individual, id) => contactText(id, individual))

interface Condition {
  readonly operator: string
  readonly value?: string | null
  readonly values?: readonly string[]
}

const FIXED: Readonly<Record<string, unknown>> = {
  '/api/Organization/Current': { organizationName: 'Invented', isEnabled: true },
  '/api/ContactIndividual/CustomFields': [],
  '/api/Contact/CustomFields': [],
  '/api/Contact/Types': [{ parentType: 'Household', type: 'Household' }],
  '/api/Contact/Prefixes': [],
  '/api/ContactMethod/Types': METHOD_TYPES,
  '/api/Tag': { list: [], total: 0 },
}

function queryOptions(parameter: string, withMany: boolean): unknown {
  const operators = [
    { operator: 'Is', multipleValuesAllowed: false },
    { operator: 'GreaterThan', multipleValuesAllowed: false },
    ...(withMany ? [{ operator: 'In', multipleValuesAllowed: true }] : []),
  ]
  return { options: [{ parameter, operatorOptions: operators }] }
}

const NO_TAGS = JSON.stringify({ list: [], total: 0 })

let calls = 0

const server = createServer((request, response) => {
  if (request.url === '/calls') return send(response, JSON.stringify({ calls }))
  calls++
  if (request.method === 'GET') return answer(request, response, '')
  let body = ''
  request
    .setEncoding('utf8')
    .on('data', (chunk: string) => {
      body += chunk
    })
    .on('end', () => answer(request, response, body))
})

function answer({ method, url = '/' }: IncomingMessage, response: ServerResponse, body: string): void {
  const text = method === 'PUT' ? putMethod(url, body) : textOf(url, body)
  if (text === null) response.writeHead(404).end()
  // At its very end, where the difference is found last.
  else
    send(response, url.startsWith('/changing/') && text.endsWith('}') ? `${text.slice(0, -1)},"asked":${calls}}` : text)
}

function textOf(url: string, body: string): string | null {
  const [path = '', search = ''] = url.split('?')
  const [, prefix = '', rest = ''] = /^\/([a-z0-9]+)(\/.*)$/.exec(path) ?? []
  const size = prefix.startsWith('s') ? FEW : MANY
  const fixed = FIXED[rest]
  if (fixed !== undefined) return JSON.stringify(fixed)
  if (rest === '/api/Contact/QueryOptions') return JSON.stringify(queryOptions('Contact Id', prefix !== 'groups'))
  if (rest === '/api/ContactIndividual/QueryOptions') return JSON.stringify(queryOptions('Individual Id', true))
  if (rest.startsWith('/api/ContactTag/ByContact/')) return NO_TAGS
  const take = Number(/take=(\d+)/.exec(search)?.[1] ?? 100)
  if (rest === '/api/Contact/Query/FullContact') return list(contacts, pick(body, take, size, 0), size)
  if (rest === '/api/ContactIndividual/Query') return list(individuals, pick(body, take, size, INDIVIDUALS_FROM), size)
  if (rest === '/api/Contact/Search') return found(body, take)
  const single = /^\/api\/ContactIndividual\/(\d+)$/.exec(rest)
  return single ? individuals[Number(single[1]) - INDIVIDUALS_FROM]! : null
}

/** Replaces a contact method of an individual, and answers with it. */
function putMethod(url: string, body: string): string | null {
  const id = Number(/^\/in\/api\/ContactMethod\/(\d+)$/.exec(url)?.[1])
  const place = Math.floor(id / 10) - INDIVIDUALS_FROM
  const text = individuals[place]
  if (text === undefined) return null
  const individual = JSON.parse(text) as { contactMethods: { id: number; isPrimary: boolean }[] }
  const { setAsPrimary, ...given } = JSON.parse(body) as { setAsPrimary: boolean }
  const methods = individual.contactMethods
  const index = methods.findIndex((method) => method.id === id)
  methods[index] = { ...methods[index]!, ...given, isPrimary: setAsPrimary }
  individuals[place] = JSON.stringify(individual)
  contacts[place] = contactText(place, individuals[place])
  return JSON.stringify(methods[index])
}

/** The ids that a query means, less `from`. */
function pick(body: string, take: number, size: number, from: number): readonly number[] {
  const { groups } = JSON.parse(body) as { groups: readonly { readonly conditions: readonly Condition[] }[] }
  const [first] = groups[0]?.conditions ?? []
  if (first === undefined) return range(1, Math.min(size, take))
  if (first.operator === 'GreaterThan') {
    const begin = Number(first.value) - from + 1
    return range(begin, Math.min(size, begin + take - 1))
  }
  const values = first.operator === 'In' ? first.values! : groups.map(({ conditions }) => conditions[0]!.value!)
  return values.map((value) => Number(value) - from).sort((a, b) => a - b)
}

/** A stretch of contacts that depends on nothing but the text looked for. */
function found(body: string, take: number): string {
  const { search } = JSON.parse(body) as { search: string }
  let start = 7
  for (const letter of search) start = (start * 31 + letter.charCodeAt(0)) % (MANY - 1000)
  const hits = range(start + 1, start + take).map((id) => `{"id":${id},"individualId":${INDIVIDUALS_FROM + id}}`)
  return `{"list":[${hits.join(',')}],"total":${take}}`
}

function list(texts: readonly string[], ids: readonly number[], total: number): string {
  return `{"list":[${ids.map((id) => texts[id]).join(',')}],"total":${total}}`
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function send(response: ServerResponse, text: string): void {
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }))
})
process.stdin.on('end', () => process.exit()).resume()
