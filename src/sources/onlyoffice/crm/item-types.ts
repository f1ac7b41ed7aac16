import type { ContactItemKind, ContactItemType } from '../../../model/contact-item.ts'

/** Kinds of contact information, by the number the CRM knows them under. */
const INFO_TYPES: readonly { readonly name: string; readonly kind: ContactItemKind }[] = [
  { name: 'Phone', kind: 'PHONE' },
  { name: 'Email', kind: 'EMAIL' },
  { name: 'Website', kind: 'URL' },
  { name: 'Skype', kind: 'MESSAGING' },
  { name: 'Twitter', kind: 'SOCIAL' },
  { name: 'LinkedIn', kind: 'SOCIAL' },
  { name: 'Facebook', kind: 'SOCIAL' },
  { name: 'Address', kind: 'ADDRESS' },
  { name: 'LiveJournal', kind: 'SOCIAL' },
  { name: 'MySpace', kind: 'SOCIAL' },
  // A name at Google's messenger; the search by e-mail address passes these rows over.
  { name: 'GMail', kind: 'MESSAGING' },
  { name: 'Blogger', kind: 'SOCIAL' },
  { name: 'Yahoo', kind: 'MESSAGING' },
  { name: 'MSN', kind: 'MESSAGING' },
  { name: 'ICQ', kind: 'MESSAGING' },
  { name: 'Jabber', kind: 'MESSAGING' },
  { name: 'AIM', kind: 'MESSAGING' },
  { name: 'VK', kind: 'SOCIAL' },
]
export const EMAIL = 1
export const WEBSITE = 2
export const ADDRESS = 7

const CATEGORIES = ['Home', 'Work', 'Other']
const PHONE_CATEGORIES = ['Home', 'Work', 'Mobile', 'Fax', 'Direct', 'Other']
const ADDRESS_CATEGORIES = ['Home', 'Postal', 'Office', 'Billing', 'Other', 'Work']

/** Names of the categories, each at its number: calls want now the one, now the other. */
function categoriesOf(infoType: number): readonly string[] {
  return infoType === 0 ? PHONE_CATEGORIES : infoType === ADDRESS ? ADDRESS_CATEGORIES : CATEGORIES
}

/** `null` for a number that a later version may have added. */
export function categoryName(infoType: number, category: number): string | null {
  return categoriesOf(infoType)[category] ?? null
}

export function kindOf(infoType: number): ContactItemKind {
  return INFO_TYPES[infoType]?.kind ?? 'OTHER'
}

/** The type of a row: its id is `1:Work`. */
export function itemTypeOf(infoType: number, category: number): ContactItemType {
  const name = INFO_TYPES[infoType]?.name ?? `Type ${infoType}`
  const word = categoryName(infoType, category) ?? String(category)
  return { id: `${infoType}:${word}`, name: `${word} ${name}`, kind: kindOf(infoType), category: word }
}

/** Every type there is, in the CRM's order. */
export const ITEM_TYPES: readonly ContactItemType[] = INFO_TYPES.flatMap((_, infoType) =>
  categoriesOf(infoType).map((_name, category) => itemTypeOf(infoType, category)),
)

export interface RowType {
  readonly infoType: number
  readonly category: number
}

/** What `1:Work` stands for; `null` for what is no type here. */
export function readTypeId(typeId: string): RowType | null {
  const [, number = '', word = ''] = /^(\d{1,2}):(\w+)$/.exec(typeId) ?? []
  const infoType = Number(number)
  const category = INFO_TYPES[infoType] === undefined || number === '' ? -1 : categoriesOf(infoType).indexOf(word)
  return category < 0 || String(infoType) !== number ? null : { infoType, category }
}

/** What a new row is where only its kind is said: one for work. `null` for kinds the CRM has none of. */
export function usualType(kind: ContactItemKind, value: string): RowType | null {
  const name = { EMAIL: 'Email', PHONE: 'Phone', URL: 'Website', MESSAGING: 'Skype', ADDRESS: 'Address' }[
    kind as string
  ]
  const infoType = kind === 'SOCIAL' ? socialType(value) : INFO_TYPES.findIndex((type) => type.name === name)
  return infoType < 0 ? null : { infoType, category: categoriesOf(infoType).indexOf('Work') }
}

/** A profile's address names its network; a bare name is taken for one of X, which had its number when it was Twitter. */
function socialType(value: string): number {
  const host = URL.parse(value.includes('://') ? value : `https://${value}`)?.hostname ?? ''
  const found = INFO_TYPES.findIndex(({ name, kind }) => kind === 'SOCIAL' && host.includes(`${name.toLowerCase()}.`))
  return found < 0 ? INFO_TYPES.findIndex(({ name }) => name === 'Twitter') : found
}
