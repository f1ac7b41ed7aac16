import ICAL from 'ical.js'
import type { Card, CardItem } from '../card.ts'
import { writeDate } from '../dates.ts'
import type { OutgoingCard } from '../outgoing.ts'

export type VcardVersion = '3.0' | '4.0'

type Parameters = Readonly<Record<string, string | readonly string[]>>
type Write = (name: string, value: string | readonly string[], parameters?: Parameters) => void

const SEXES: Readonly<Record<string, string>> = { male: 'M', female: 'F', other: 'O', none: 'N', unknown: 'U' }
const NAMES: Readonly<Record<CardItem['kind'], string>> = {
  EMAIL: 'email',
  PHONE: 'tel',
  ADDRESS: 'adr',
  URL: 'url',
  MESSAGING: 'impp',
  SOCIAL: 'socialprofile',
  OTHER: 'x-kith-contact',
}
/** `TYPE` as address books know it, for our word. */
const TYPES: Readonly<Record<string, string>> = {
  home: 'home',
  work: 'work',
  mobile: 'cell',
  fax: 'fax',
  pager: 'pager',
}

/** Their parts are one value. */
const STRUCTURED: ReadonlySet<string> = new Set(['n', 'adr', 'org', 'gender'])

/** The card as text, lines folded, ending in a line break. What vCard has no word for is in `X-KITH-…`, which others pass over. */
export function writeCard(card: OutgoingCard, version: VcardVersion): string {
  const lines = ['BEGIN:VCARD', `VERSION:${version}`]
  const write: Write = (name, value, parameters = {}) => {
    const values = typeof value === 'string' ? [value] : STRUCTURED.has(name) ? [value] : value
    const line = ICAL.stringify.property([name, parameters, 'text', ...values], ICAL.design.vcard, true)
    // Text is what all of these are in either version, so it need not be said.
    lines.push(ICAL.helpers.foldline(line.replace(/;VALUE=TEXT(?=[;:])/, '')))
  }
  writeFields(card, version, write)
  for (const [index, item] of card.contactItems.entries()) writeItem(item, `item${index + 1}`, version, write)
  writePhoto(card, version, lines)
  return `${[...lines, 'END:VCARD'].join('\r\n')}\r\n`
}

function writeFields(
  { uid, displayName, fields, customFields, organization, tags }: OutgoingCard,
  version: VcardVersion,
  write: Write,
): void {
  const { prefix = '', firstName = '', middleName = '', lastName = '', suffix = '' } = fields
  if (uid !== null) write('uid', uid)
  write('fn', displayName)
  write('n', [lastName, firstName, middleName, prefix, suffix])
  if (fields.nickname !== undefined) write('nickname', [fields.nickname])
  if (fields.gender !== undefined) writeGender(fields.gender, version, write)
  if (fields.birthDate !== undefined) writeBirthDate(fields.birthDate, version, write)
  if (fields.jobTitle !== undefined) write('title', fields.jobTitle)
  if (organization !== null) write('org', [organization])
  if (fields.about !== undefined) write('note', fields.about)
  if (fields.interests !== undefined) write('interest', fields.interests)
  if (tags.length > 0) write('categories', tags)
  if (fields.isDeceased !== undefined) write('x-kith-deceased', String(fields.isDeceased))
  if (fields.sharing !== undefined) write('x-kith-sharing', fields.sharing)
  if (fields.stage !== undefined) write('x-kith-stage', fields.stage)
  for (const { key, value } of customFields) write('x-kith-field', value ?? '', { 'x-key': encodeURIComponent(key) })
}

function writeGender(gender: string, version: VcardVersion, write: Write): void {
  const sex = SEXES[gender]
  if (version === '3.0') write('x-gender', gender)
  else write('gender', sex === undefined ? ['O', gender] : [sex])
}

/** vCard 3 has no dates with parts left out; a birthday without its year is written as Apple does. */
function writeBirthDate(date: NonNullable<Card['fields']['birthDate']>, version: VcardVersion, write: Write): void {
  const { year, month, day } = date
  if (version === '3.0' && year === null && month !== null && day !== null) {
    write('bday', writeDate({ ...date, year: 1604 }), { 'x-apple-omit-year': '1604' })
    return
  }
  const text = writeDate(date)
  const isWhole = year !== null && month !== null && day !== null
  const isDayless = year !== null && month !== null && day === null
  // Basic format, as RFC 6350 §4.3.1 wants it; a month of a year keeps its hyphen.
  write(
    'bday',
    version === '3.0' || isDayless ? text : isWhole ? text.replaceAll('-', '') : text.replace(/^--(\d\d)-/, '--$1'),
  )
}

function writeItem(item: CardItem, group: string, version: VcardVersion, write: Write): void {
  const types = item.usage.flatMap((word) => TYPES[word] ?? [])
  const preferred = item.isDefault && version === '3.0' ? ['pref'] : []
  const service =
    item.kind === 'MESSAGING' || item.kind === 'SOCIAL'
      ? item.usage.find((word) => TYPES[word] === undefined)
      : undefined
  const { street, city, region, postalCode, country } = item.address ?? NO_ADDRESS
  const parameters: Record<string, string | readonly string[]> = {
    ...(item.label !== null && { group }),
    ...(types.length + preferred.length > 0 && { type: [...types, ...preferred] }),
    ...(item.isDefault && version === '4.0' && { pref: '1' }),
    ...(service !== undefined && { 'x-service-type': service }),
    'x-kith-type': encodeURIComponent(item.typeId ?? ''),
    ...(item.isOptedIn !== null && { 'x-kith-opted-in': String(item.isOptedIn) }),
  }
  if (item.typeId === null) delete parameters['x-kith-type']
  const isAddress = item.kind === 'ADDRESS'
  write(
    NAMES[item.kind],
    isAddress ? ['', '', street ?? '', city ?? '', region ?? '', postalCode ?? '', country ?? ''] : item.value,
    parameters,
  )
  if (item.label !== null) write('x-ablabel', item.label, { group })
}

const NO_ADDRESS = { street: null, city: null, region: null, postalCode: null, country: null }

/** Not through ical.js, which looks at every letter. Base64 is ASCII, so lines are cut where they are long enough. */
function writePhoto({ photo, photoType }: OutgoingCard, version: VcardVersion, lines: string[]): void {
  if (photo === null || photoType === null) return
  const base64 = Buffer.from(photo.buffer, photo.byteOffset, photo.byteLength).toString('base64')
  const type = photoType.split('/')[1]?.toUpperCase() ?? 'JPEG'
  const head = version === '4.0' ? `PHOTO:data:${photoType};base64,` : `PHOTO;ENCODING=b;TYPE=${type}:`
  const [first = '', ...more] = [
    `${head}${base64}`.slice(0, 75),
    ...(`${head}${base64}`.slice(75).match(/.{1,74}/g) ?? []),
  ]
  lines.push(first, ...more.map((line) => ` ${line}`))
}
