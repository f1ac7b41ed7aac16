import type { ContactItemKind } from '../../model/contact-item.ts'
import type { CardField } from '../card.ts'

/** What the cells of one column are. */
export type Column =
  | { readonly to: 'field'; readonly field: Exclude<CardField, 'birthDate' | 'isDeceased' | 'sharing'> }
  | { readonly to: Special }
  | { readonly to: 'custom'; readonly group: string; readonly part: 'label' | 'value' }
  | { readonly to: 'customField'; readonly key: string }
  | ItemColumn

type Special =
  | 'uid'
  | 'fullName'
  | 'organization'
  | 'tags'
  | 'birthDate'
  | 'birthYear'
  | 'birthMonth'
  | 'birthDay'
  | 'deceased'
  | 'sharing'
  | 'photoUrl'

/** A cell of one contact item, or of several that share it. */
export interface ItemColumn {
  readonly to: 'item'
  readonly kind: ContactItemKind
  /** Columns of one item have the same. */
  readonly group: string
  readonly part: ItemPart
  /** What the heading itself says of the use: `Home Phone`. */
  readonly usage: readonly string[]
}

export type ItemPart =
  | 'value'
  | 'label'
  | 'type'
  | 'service'
  | 'typeId'
  | 'ownLabel'
  | 'primary'
  | 'optedIn'
  | 'street'
  | 'street2'
  | 'box'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'

const FIELDS: Readonly<Record<string, CardField & Extract<Column, { to: 'field' }>['field']>> = {
  'name prefix': 'prefix',
  prefix: 'prefix',
  title: 'prefix', // of Outlook, whose title of work is "Job Title"
  'first name': 'firstName',
  'given name': 'firstName',
  'middle name': 'middleName',
  'additional name': 'middleName',
  'last name': 'lastName',
  'family name': 'lastName',
  surname: 'lastName',
  'name suffix': 'suffix',
  suffix: 'suffix',
  nickname: 'nickname',
  'nick name': 'nickname',
  gender: 'gender',
  'job title': 'jobTitle',
  'organization title': 'jobTitle',
  'organization 1 - title': 'jobTitle',
  notes: 'about',
  note: 'about',
  interests: 'interests',
  hobby: 'interests',
  stage: 'stage',
}

const SPECIAL: Readonly<Record<string, Special>> = {
  uid: 'uid',
  name: 'fullName',
  'full name': 'fullName',
  'display name': 'fullName',
  'file as': 'fullName',
  company: 'organization',
  organization: 'organization',
  'organization name': 'organization',
  'organization 1 - name': 'organization',
  tags: 'tags',
  labels: 'tags',
  categories: 'tags',
  'group membership': 'tags',
  birthday: 'birthDate',
  'birth date': 'birthDate',
  'date of birth': 'birthDate',
  'birth year': 'birthYear',
  'birth month': 'birthMonth',
  'birth day': 'birthDay',
  deceased: 'deceased',
  sharing: 'sharing',
  photo: 'photoUrl',
}

const KINDS: Readonly<Record<string, ContactItemKind>> = {
  'e-mail': 'EMAIL',
  email: 'EMAIL',
  phone: 'PHONE',
  address: 'ADDRESS',
  website: 'URL',
  im: 'MESSAGING',
  social: 'SOCIAL',
  other: 'OTHER',
}

const PARTS: Readonly<Record<string, ItemPart>> = {
  value: 'value',
  formatted: 'value',
  label: 'label',
  type: 'type',
  service: 'service',
  'type id': 'typeId',
  'own label': 'ownLabel',
  primary: 'primary',
  'opted in': 'optedIn',
  street: 'street',
  'extended address': 'street2',
  'po box': 'box',
  city: 'city',
  region: 'region',
  'postal code': 'postalCode',
  country: 'country',
}

const ADDRESS_PARTS: Readonly<Record<string, ItemPart>> = {
  street: 'street',
  address: 'street',
  'street 2': 'street2',
  'address 2': 'street2',
  'street 3': 'street2',
  'po box': 'box',
  city: 'city',
  state: 'region',
  zipcode: 'postalCode',
  'zip code': 'postalCode',
  'postal code': 'postalCode',
  country: 'country',
  'country/region': 'country',
}

/** What a heading of Google's, Outlook's, Thunderbird's or our own CSV says of its column; `null` where it says nothing kith keeps. */
export function readColumn(heading: string, index: number): Column | null {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
  const field = FIELDS[name]
  if (field !== undefined) return { to: 'field', field }
  const special = SPECIAL[name]
  if (special !== undefined) return { to: special }
  const custom = /^custom field (\d+) - (label|type|value)$/.exec(name)
  if (custom !== null) return { to: 'custom', group: custom[1]!, part: custom[2] === 'value' ? 'value' : 'label' }
  const own = /^\s*Custom: (.+)$/s.exec(heading)
  if (own !== null) return { to: 'customField', key: own[1]! }
  return numberedItem(name) ?? namedItem(name, index)
}

/** `E-mail 1 - Value`, as Google numbers them, and so do we. */
function numberedItem(name: string): ItemColumn | null {
  const match = /^(e-mail|phone|address|website|im|social|other) (\d+) - (.+)$/.exec(name)
  const kind = KINDS[match?.[1] ?? '']
  const part = PARTS[match?.[3] ?? '']
  if (match === null || kind === undefined || part === undefined) return null
  return { to: 'item', kind, group: `${kind} ${match[2]}`, part, usage: [] }
}

/** `Business Fax`, `Secondary Email`, `Home Street 2`: as Outlook and Thunderbird call them. */
function namedItem(name: string, index: number): ItemColumn | null {
  const item = (
    kind: ContactItemKind,
    usage: readonly string[],
    part: ItemPart = 'value',
    group = `${kind} column ${index}`,
  ) => ({ to: 'item', kind, group, part, usage }) as const
  const address =
    /^(home|work|business|other)? ?((?:street|address)(?: [23])?|po box|city|state|zip ?code|postal code|country(?:\/region)?)$/.exec(
      name,
    )
  const part = ADDRESS_PARTS[address?.[2] ?? '']
  if (address !== null && part !== undefined) {
    return item('ADDRESS', address[1] === undefined ? [] : [address[1]], part, `ADDRESS ${address[1] ?? 'only'}`)
  }
  if (/^(?:primary |secondary |other )?e-?mail(?: address)?(?: \d)?$|^e-mail \d address$/.test(name))
    return item('EMAIL', [])
  if (/^(?:home|work|personal|business) e-?mail(?: address)?$/.test(name)) return item('EMAIL', [name.split(' ')[0]!])
  const phone = /^(.*?) ?(?:phone|number|telephone|fax|pager|mobile)(?: (?:\d|number))?$/.exec(name)
  if (phone !== null && !/\b(?:id|tax|account|room|government)\b/.test(name)) {
    return item(
      'PHONE',
      name.split(' ').filter((word) => !/^(?:\d|number)$/.test(word)),
    )
  }
  if (/^(?:web ?page|website|url|home ?page)(?: \d)?$|^personal web page$/.test(name)) {
    return item(
      'URL',
      name === 'web page 1' ? ['work'] : name === 'web page 2' || name === 'personal web page' ? ['home'] : [],
    )
  }
  return /^(?:screen name|im address)$/.test(name) ? item('MESSAGING', []) : null
}
