import ICAL from 'ical.js'
import { BadCard } from '../card.ts'
import { decodeText } from '../text.ts'

/** One property of a card, whichever version wrote it. */
export interface Property {
  /** Lower case, without its group. */
  readonly name: string
  /** Lower case; ties a label to what it is of. */
  readonly group: string | null
  /** Names in lower case, `type` apart. */
  readonly parameters: Readonly<Record<string, string>>
  /** Words of `TYPE`, as written. */
  readonly types: readonly string[]
  /** The lower-case word of `VALUE`. */
  readonly valueType: string | null
  /** Unescaped: parts of a structured value, values of a list, or one text. */
  readonly values: readonly string[]
  readonly encoding: 'base64' | null
}

/** ical.js takes an escaped backslash before a delimiter for an escaped delimiter; this stands for the backslash meanwhile. */
const BACKSLASH = '\u0001'
/** Values that are not looked into, and may be megabytes long. */
const OPAQUE: ReadonlySet<string> = new Set(['photo', 'logo', 'sound', 'key'])

/** Reads a line of vCard 2.1, 3 or 4. Throws a `BadCard` that says what is wrong with the line, and none of its words. */
export function readContentLine(bytes: Uint8Array): Property {
  const cut = endOfHead(bytes)
  if (cut < 0) throw new BadCard('is no property: it has no colon')
  const [fullName = '', ...given] = splitOutsideQuotes(decodeText(bytes.subarray(0, cut)), ';')
  const head = readHead(given)
  const [group, name] = splitName(fullName)
  if (!/^[a-z0-9-]+$/.test(name)) throw new BadCard('is no property: its name has letters that no name has')
  const raw = bytes.subarray(cut + 1)
  const { valueType, encoding } = head
  if (OPAQUE.has(name)) {
    const values = [Buffer.from(raw).toString('latin1')]
    return {
      name,
      group,
      parameters: {},
      types: [],
      valueType,
      values,
      encoding: encoding === 'base64' ? encoding : null,
    }
  }
  const value = encoding === 'quoted' ? decodeQuoted(raw, head.charset) : decode(raw, head.charset)
  const line = `${name}${head.kept.map((parameter) => `;${parameter}`).join('')};VALUE=TEXT:${value.replaceAll('\\\\', BACKSLASH)}`
  const [, parameters, , ...values] = parseLine(line)
  const { type, ...rest } = parameters
  return {
    name,
    group,
    parameters: Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, [one].flat().join(',')])),
    types: [type ?? []].flat(2),
    valueType,
    values: flatten(name, values),
    encoding: null,
  }
}

type Parsed = [string, Record<string, string | string[]>, string, ...(string | (string | string[])[])[]]

function parseLine(line: string): Parsed {
  try {
    return ICAL.parse.property(line, ICAL.design.vcard) as Parsed
  } catch {
    throw new BadCard('is no property that can be read') // the parser's own words quote the line
  }
}

/** Structured values keep the places of their parts; several words in one place are one text. */
function flatten(name: string, values: readonly (string | (string | string[])[])[]): readonly string[] {
  const texts = values.flatMap((value) =>
    Array.isArray(value) ? value.map((part) => [part].flat().join(name === 'adr' ? ', ' : ' ')) : [value],
  )
  // Semicolons are escaped in plain text too by many, and colons by some, which ical.js leaves as they are.
  return texts.map((text) => text.replace(/\\([;:])/g, '$1').replaceAll(BACKSLASH, '\\'))
}

interface Head {
  /** Parameters for ical.js to read. */
  readonly kept: readonly string[]
  readonly valueType: string | null
  readonly charset: string | null
  readonly encoding: 'quoted' | 'base64' | null
}

/** vCard 2.1 writes `TEL;HOME;VOICE` for what is `TEL;TYPE=home,voice` since. */
function readHead(given: readonly string[]): Head {
  const kept: string[] = []
  let valueType: string | null = null
  let charset: string | null = null
  let encoding: string | null = null
  for (const parameter of given) {
    const cut = parameter.indexOf('=')
    const key = cut < 0 ? '' : parameter.slice(0, cut).trim().toLowerCase()
    const value = parameter.slice(cut + 1).trim()
    if (key === 'encoding' || (key === '' && /^(?:quoted-printable|base64|[78]bit)$/i.test(value)))
      encoding = value.toLowerCase()
    else if (key === 'charset') charset = value.toLowerCase()
    else if (key === 'value') valueType = value.toLowerCase()
    else if (value !== '') kept.push(key === '' ? `TYPE=${value}` : `${key}=${value}`)
  }
  const kind = encoding === 'quoted-printable' ? 'quoted' : encoding === 'b' || encoding === 'base64' ? 'base64' : null
  return { kept, valueType, charset, encoding: kind }
}

function splitName(fullName: string): readonly [string | null, string] {
  const cut = fullName.lastIndexOf('.')
  const name = fullName
    .slice(cut + 1)
    .trim()
    .toLowerCase()
  return [cut < 0 ? null : fullName.slice(0, cut).trim().toLowerCase(), name]
}

/** Where the colon is that ends name and parameters; those in quotes do not. */
function endOfHead(bytes: Uint8Array): number {
  let isQuoted = false
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0x22) isQuoted = !isQuoted
    else if (byte === 0x3a && !isQuoted) return index
  }
  return isQuoted ? bytes.indexOf(0x3a) : -1
}

function splitOutsideQuotes(text: string, delimiter: string): readonly string[] {
  const parts = ['']
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    if (letter === delimiter && !isQuoted) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

function decodeQuoted(bytes: Uint8Array, charset: string | null): string {
  const text = Buffer.from(bytes).toString('latin1')
  const decoded = text.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  // A line break that was encoded stands in the text; one that ical.js reads is written as an escape.
  return decode(Buffer.from(decoded, 'latin1'), charset).replace(/\r?\n/g, '\\n')
}

function decode(bytes: Uint8Array, charset: string | null): string {
  if (charset === null || /^utf-?8$/.test(charset)) return decodeText(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return decodeText(bytes) // an encoding nobody knows
  }
}
