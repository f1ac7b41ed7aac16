import type { CustomFieldChange } from '../../model/patch.ts'
import { SHARINGS } from '../../model/person.ts'
import { BadCard, type Card, type CardItem } from '../card.ts'
import { readDate } from '../dates.ts'
import { type Draft, namedBy, toCard } from '../draft.ts'
import { type Property, readContentLine } from './content-line.ts'
import { itemFrom } from './read-item.ts'
import type { RawCard } from './split-cards.ts'

const GENDERS: Readonly<Record<string, string>> = { M: 'male', F: 'female', O: 'other', N: 'none', U: 'unknown' }

/** What a card says. Throws a `BadCard` with the line that can't be read. */
export function readCard({ line, lines }: RawCard): Card {
  const properties = lines.map(({ number, bytes }) => {
    try {
      return readContentLine(bytes)
    } catch (error) {
      throw error instanceof BadCard ? new BadCard(error.message, number) : error
    }
  })
  const labels = new Map(
    properties.flatMap(({ name, group, values }) => (name === 'x-ablabel' && group ? [[group, values[0] ?? '']] : [])),
  )
  const kind = textOf(properties, 'kind') ?? textOf(properties, 'x-addressbookserver-kind')
  if (kind !== null && !/^individual$/i.test(kind))
    throw new BadCard('the card is of a group or an organization, not of a person', line)

  const leftOut: string[] = []
  const [lastName, firstName, middleName, prefix, suffix] = listOf(properties, 'n')
  const birthDate = readBirthDate(properties, leftOut)
  const sharing = SHARINGS.find((one) => one === textOf(properties, 'x-kith-sharing'))
  const draft: Draft = {
    uid: textOf(properties, 'uid'),
    fields: {
      prefix,
      firstName,
      middleName,
      lastName,
      suffix,
      nickname: joined(listOf(properties, 'nickname')),
      gender: readGender(properties),
      birthDate,
      isDeceased: readDeceased(properties),
      jobTitle: textOf(properties, 'title'),
      about: joined(
        properties.filter(({ name }) => name === 'note').map(({ values }) => values.join(',')),
        '\n',
      ),
      interests: joined([...listOf(properties, 'interest'), ...listOf(properties, 'hobby')]),
      sharing,
      stage: textOf(properties, 'x-kith-stage'),
    },
    fullName: textOf(properties, 'fn'),
    customFields: properties.flatMap(readCustomField),
    organization: listOf(properties, 'org')[0] ?? null,
    tags: listOf(properties, 'categories'),
    contactItems: properties.flatMap((property): readonly CardItem[] =>
      itemFrom(property, labels.get(property.group ?? '') ?? null),
    ),
    photo: readPhoto(properties, leftOut),
    leftOut,
  }
  return toCard(namedBy(draft, line))
}

function ofName(properties: readonly Property[], wanted: string): readonly Property[] {
  return properties.filter(({ name }) => name === wanted)
}

/** The first with something in it. */
function textOf(properties: readonly Property[], name: string): string | null {
  for (const { values } of ofName(properties, name)) {
    const text = values.join(',')
    if (text.trim() !== '') return text
  }
  return null
}

function listOf(properties: readonly Property[], name: string): readonly string[] {
  const lists = ofName(properties, name).map(({ values }) => values)
  return name === 'n' || name === 'org'
    ? (lists.find((values) => values.some((one) => one !== '')) ?? [])
    : lists.flat()
}

function joined(texts: readonly string[], by = ', '): string | null {
  const said = texts.filter((text) => text.trim() !== '')
  return said.length === 0 ? null : said.join(by)
}

function readBirthDate(properties: readonly Property[], leftOut: string[]) {
  const [property] = ofName(properties, 'bday')
  const date = property === undefined ? null : readDate(property.values.join(','))
  if (date === 'wrong') leftOut.push('birthday (can not be understood)')
  if (date === null || date === 'wrong' || property === undefined) return null
  const omitted = Number(property.parameters['x-apple-omit-year'] ?? Number.NaN)
  return date.year === omitted ? { ...date, year: null } : date
}

function readGender(properties: readonly Property[]): string | null {
  const [sex = '', text = ''] = listOf(properties, 'gender')
  const word = text || GENDERS[sex.toUpperCase()] || textOf(properties, 'x-gender') || ''
  return word === '' ? null : word.toLowerCase()
}

function readDeceased(properties: readonly Property[]): boolean | null {
  if (textOf(properties, 'deathdate') !== null) return true
  const said = textOf(properties, 'x-kith-deceased')
  return said === null ? null : said === 'true'
}

function readCustomField({ name, parameters, values }: Property): readonly CustomFieldChange[] {
  const key = parameters['x-key']
  if (name !== 'x-kith-field' || key === undefined) return []
  return [{ key: decodeURIComponent(key), value: values.join(',') }]
}

/** Pictures that lie elsewhere are not fetched: a file could name any address of the network kith is in. */
function readPhoto(properties: readonly Property[], leftOut: string[]): Uint8Array | null {
  const [property] = ofName(properties, 'photo')
  const text = property?.values[0]?.trim() ?? ''
  if (property === undefined || text === '') return null
  const data = /^data:[^,]*;base64,/i.exec(text)?.[0]
  if (data === undefined && (property.encoding !== 'base64' || property.valueType === 'uri')) {
    leftOut.push('photo (only its address is given)')
    return null
  }
  const bytes = Buffer.from(text.slice(data?.length ?? 0), 'base64')
  if (bytes.length > 0) return bytes
  leftOut.push('photo (holds nothing)')
  return null
}
