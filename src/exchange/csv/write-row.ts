import type { ContactItemKind } from '../../model/contact-item.ts'
import type { CardField, CardItem } from '../card.ts'
import { writeDate } from '../dates.ts'
import type { OutgoingCard } from '../outgoing.ts'
import { guard } from './guard.ts'

/** Cells by heading, those alone that hold something. */
export type Row = ReadonlyMap<string, string>

const FIELDS: readonly (readonly [string, CardField])[] = [
  ['Name Prefix', 'prefix'],
  ['First Name', 'firstName'],
  ['Middle Name', 'middleName'],
  ['Last Name', 'lastName'],
  ['Name Suffix', 'suffix'],
  ['Nickname', 'nickname'],
  ['Gender', 'gender'],
  ['Birthday', 'birthDate'],
  ['Deceased', 'isDeceased'],
  ['Organization Title', 'jobTitle'],
  ['Notes', 'about'],
  ['Interests', 'interests'],
  ['Sharing', 'sharing'],
  ['Stage', 'stage'],
]
const BEGIN = [
  'UID',
  'Name',
  ...FIELDS.slice(0, 6).map(([heading]) => heading),
  'Organization Name',
  'Organization Title',
  'Labels',
]
const KINDS: Readonly<Record<ContactItemKind, string>> = {
  EMAIL: 'E-mail',
  PHONE: 'Phone',
  ADDRESS: 'Address',
  URL: 'Website',
  MESSAGING: 'IM',
  SOCIAL: 'Social',
  OTHER: 'Other',
}
const ITEM_PARTS = [
  'Label',
  'Value',
  'Street',
  'City',
  'Region',
  'Postal Code',
  'Country',
  'Type ID',
  'Own Label',
  'Primary',
  'Opted In',
]

/** What a person's row holds, in Google's headings where Google has one. */
export function toRow(card: OutgoingCard): Row {
  const row = new Map<string, string>()
  const set = (heading: string, value: string | null) => {
    if (value !== null && value !== '') row.set(heading, guard(value))
  }
  set('UID', card.uid)
  set('Name', card.displayName)
  for (const [heading, field] of FIELDS) {
    const value = card.fields[field]
    set(heading, value === undefined ? null : typeof value === 'object' ? writeDate(value) : String(value))
  }
  set('Organization Name', card.organization)
  set('Labels', card.tags.join(' ::: '))
  for (const [index, item] of card.contactItems.entries()) {
    for (const [part, value] of partsOf(item)) set(`${KINDS[item.kind]} ${index + 1} - ${part}`, value)
  }
  for (const { key, value } of card.customFields) set(`Custom: ${key}`, value)
  return row
}

/** Items are counted together, whatever their kind, so that their order comes back. */
function partsOf({
  typeId,
  usage,
  value,
  address,
  label,
  isDefault,
  isOptedIn,
}: CardItem): readonly (readonly [string, string | null])[] {
  const words = usage.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ')
  return [
    ['Label', label ?? (words || 'Other')],
    ...(address === null
      ? ([['Value', value]] as const)
      : ([
          ['Street', address.street],
          ['City', address.city],
          ['Region', address.region],
          ['Postal Code', address.postalCode],
          ['Country', address.country],
        ] as const)),
    ['Type ID', typeId ?? '-'],
    ['Own Label', label],
    ['Primary', isDefault ? 'yes' : null],
    ['Opted In', isOptedIn === null ? null : isOptedIn ? 'yes' : 'no'],
  ]
}

/** Headings in an order that people expect: name first, then items as they are counted. */
export function sortHeadings(headings: Iterable<string>): readonly string[] {
  const rank = (heading: string): readonly [number, number, number] => {
    const first = BEGIN.indexOf(heading)
    if (first >= 0) return [0, first, 0]
    const item = /^(?:E-mail|Phone|Address|Website|IM|Social|Other) (\d+) - (.+)$/.exec(heading)
    if (item !== null) return [1, Number(item[1]), ITEM_PARTS.indexOf(item[2]!)]
    return heading.startsWith('Custom: ') ? [3, 0, 0] : [2, FIELDS.findIndex(([known]) => known === heading), 0]
  }
  return [...headings].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || (a < b ? -1 : a > b ? 1 : 0)
  })
}
