import { formatOffset } from './envelope.ts'
import { badArgument } from './failures.ts'
import type { Incoming } from './http.ts'

/**
 * The arguments of a call as a Workspace portal binds them: route values, query and body flattened into one multi-map whose
 * names are compared without regard to case, except those of lists of objects.
 */
export interface Arguments {
  /** `null` when absent; JSON `null` gives an empty text. */
  text(name: string): string | null
  /** 0 when absent or `null`; what is no number is refused. */
  int(name: string): number
  intOrNull(name: string): number | null
  bool(name: string): boolean
  boolOrNull(name: string): boolean | null
  /** Name, without regard to case, or number; undefined numbers pass. `null` when absent. */
  choice(name: string, names: readonly string[]): number | null
  texts(name: string): readonly string[]
  ints(name: string): readonly number[]
  guids(name: string): readonly string[]
  /** Milliseconds since 1970; without an offset the portal's time zone is meant. */
  date(name: string): DateArgument | null
  /** A list of objects; member names are lower-cased. */
  objects(name: string): readonly ReadonlyMap<string, string>[]
  /** The members of one object, lower-cased; empty when absent. */
  object(name: string): ReadonlyMap<string, string>
  /** Every uploaded part, whatever its field name. */
  readonly files: readonly File[]
  /** Whether the body was JSON. */
  readonly isJson: boolean
}

export interface DateArgument {
  readonly ms: number
  /** 1900-01-01, whatever the zone: how a date is taken away. */
  readonly isReset: boolean
}

type Entry = readonly [key: string, value: string]

export async function readArguments(
  request: Incoming,
  routeValues: Readonly<Record<string, string>>,
  zoneMinutes: number,
): Promise<Arguments> {
  const body = await readBody(request, zoneMinutes)
  const entries: readonly Entry[] = [...Object.entries(routeValues), ...request.query.entries(), ...body.entries].map(
    ([key, value]) => [key.replace(/\.(\w+)/g, '[$1]'), value],
  )

  function values(name: string): readonly string[] {
    const wanted = name.toLowerCase()
    const list = new RegExp(`^${wanted}(\\[\\d*\\])?$`)
    return entries.filter(([key]) => list.test(key.toLowerCase())).map(([, value]) => value)
  }
  function text(name: string): string | null {
    return entries.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null
  }
  function intOrNull(name: string): number | null {
    const value = text(name)
    return value === null ? null : toInt(value)
  }
  function boolOrNull(name: string): boolean | null {
    const value = text(name)?.toLowerCase()
    if (value === undefined) return null
    if (value === 'true') return true
    if (value === 'false' || value === '') return false
    throw badArgument(`${value} is not a valid value for Boolean.`)
  }

  return {
    text,
    intOrNull,
    boolOrNull,
    int: (name) => intOrNull(name) ?? 0,
    bool: (name) => boolOrNull(name) ?? false,
    choice(name, names) {
      const value = text(name)
      return value === null ? null : toChoice(value, names)
    },
    texts: values,
    ints: (name) => values(name).map(toStrictInt),
    guids: (name) => values(name).map(toGuid),
    date(name) {
      const value = text(name)
      return value === null ? null : readDate(value, zoneMinutes)
    },
    objects(name) {
      const rows = new Map<string, Map<string, string>>()
      const pattern = new RegExp(`^${name}\\[(\\d+)\\]\\[(\\w+)\\]$`)
      for (const [key, value] of entries) {
        const [, index, member] = pattern.exec(key) ?? []
        if (index === undefined || member === undefined) continue
        rows.set(index, (rows.get(index) ?? new Map()).set(member.toLowerCase(), value))
      }
      return [...rows.values()]
    },
    object(name) {
      const pattern = new RegExp(`^${name}\\[(\\w+)\\]$`, 'i')
      return new Map(
        entries.flatMap(([key, value]) => {
          const member = pattern.exec(key)?.[1]
          return member === undefined ? [] : [[member.toLowerCase(), value] as const]
        }),
      )
    },
    files: body.files,
    isJson: body.isJson,
  }
}

export function toChoice(value: string, names: readonly string[]): number {
  if (value === '') return 0
  if (/^-?\d+$/.test(value)) return Number(value)
  const index = names.findIndex((name) => name.toLowerCase() === value.toLowerCase())
  if (index < 0) throw badArgument(`Requested value '${value}' was not found.`)
  return index
}

export function isGuid(value: string): boolean {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)
}

function toInt(value: string): number {
  return value === '' ? 0 : toStrictInt(value)
}

function toStrictInt(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw badArgument(`${value} is not a valid value for Int32.`)
  return Number(value)
}

function toGuid(value: string): string {
  if (!isGuid(value))
    throw badArgument('Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).')
  return value.toLowerCase()
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)[:-](\d\d)[:-](\d\d)(?:\.(\d{3}|\d{7}))?)?(Z|[+-]\d\d[:-]\d\d)?$/

export function readDate(value: string, zoneMinutes: number): DateArgument {
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0', fraction = '0', zone] = DATE.exec(value) ?? []
  if (value.length < 7 || year === undefined) throw badArgument('String was not recognized as a valid DateTime.')
  const offset = zone === undefined ? zoneMinutes : zone === 'Z' ? 0 : offsetMinutes(zone)
  const milliseconds = Number(fraction.slice(0, 3))
  const ms =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds)) +
    milliseconds -
    offset * 60_000
  return { ms, isReset: value.startsWith('1900-01-01') }
}

function offsetMinutes(zone: string): number {
  const [hours, minutes] = zone.slice(1).split(/[:-]/).map(Number) as [number, number]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

interface Body {
  readonly entries: readonly Entry[]
  readonly files: readonly File[]
  readonly isJson: boolean
}

async function readBody(request: Incoming, zoneMinutes: number): Promise<Body> {
  const type = request.headers['content-type'] ?? ''
  const none: Body = { entries: [], files: [], isJson: false }
  if (request.body.byteLength === 0) return none
  if (type.startsWith('application/json')) {
    return { ...none, entries: flattenJson(request.body.toString('utf8'), zoneMinutes), isJson: true }
  }
  if (request.method === 'GET') return none
  if (type.startsWith('multipart/form-data')) return readMultipart(request.body, type)
  return { ...none, entries: [...new URLSearchParams(request.body.toString('utf8'))] }
}

async function readMultipart(body: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const parts = [...form.entries()]
  return {
    entries: parts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    files: parts.flatMap(([, value]) => (typeof value === 'string' ? [] : [value])),
    isJson: false,
  }
}

function flattenJson(text: string, zoneMinutes: number): readonly Entry[] {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    throw badArgument("Unexpected character encountered while parsing value. Path '', line 1, position 1.")
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    throw badArgument('XmlNodeConverter can only convert JSON that begins with an object.')
  }
  const entries: Entry[] = []
  const visit = (key: string, value: unknown): void => {
    if (Array.isArray(value)) value.forEach((item, index) => void visit(`${key}[${index}]`, item))
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(key === '' ? name : `${key}[${name}]`, inner)
    } else entries.push([key, reserialize(value, zoneMinutes)])
  }
  visit('', root)
  return entries
}

/** Date-like texts are read as dates on their way through the JSON library, and written again in its own form. */
function reserialize(value: unknown, zoneMinutes: number): string {
  if (value === null) return ''
  const text = String(value)
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text)) return text
  const shorter = text.replace(/(\.\d*?)0+(?=Z|[+-]\d\d:|$)/, '$1').replace(/\.(?=Z|[+-]|$)/, '')
  if (!/[+-]\d\d:\d\d$/.test(shorter)) return shorter
  const local = new Date(Date.parse(shorter) + zoneMinutes * 60_000).toISOString().replace(/\.000Z$|0+Z$|Z$/, '')
  return `${local}${formatOffset(zoneMinutes)}`
}
