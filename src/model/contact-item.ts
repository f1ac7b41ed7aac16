import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { remembering } from './remembering.ts'

export const CONTACT_ITEM_KINDS = ['EMAIL', 'PHONE', 'ADDRESS', 'URL', 'MESSAGING', 'SOCIAL', 'OTHER'] as const
export type ContactItemKind = (typeof CONTACT_ITEM_KINDS)[number]

/** One way to reach somebody. */
export interface ContactItem {
  /** Unique among its owner's items; the source's own id where it has one. */
  readonly id: string
  readonly kind: ContactItemKind
  readonly type: ContactItemType | null
  /** As the source holds it. An address: its parts, joined. */
  readonly value: string
  readonly normalizedValue: string | null
  /** With kind `ADDRESS`. */
  readonly address: PostalAddress | null
  readonly label: string | null
  readonly isDefault: boolean | null
  readonly isOptedIn: boolean | null
  readonly createdAt: string | null
  readonly updatedAt: string | null
}

/** The source's own, finer type: "Work Email". */
export interface ContactItemType {
  /** The source's id of the type; its name where it has no other. */
  readonly id: string
  readonly name: string
  readonly kind: ContactItemKind
  readonly category: string | null
}

export interface PostalAddress {
  readonly street: string | null
  readonly city: string | null
  readonly region: string | null
  readonly postalCode: string | null
  readonly country: string | null
}

/** What may be said of a contact item in a write. Absent leaves, `null` clears. */
export interface ContactItemChange {
  /** This very item; absent: the owner's item of the same type and value, or else a new one. */
  readonly id?: string | null
  /** The source's own type; absent: the source's usual type of `kind`. */
  readonly typeId?: string | null
  readonly kind?: ContactItemKind | null
  /** Absent only together with an `address`. */
  readonly value?: string | null
  readonly address?: Partial<PostalAddress> | null
  readonly label?: string | null
  readonly isDefault?: boolean | null
  readonly isOptedIn?: boolean | null
}

/**
 * A value in the form two equal ones share: E.164 for phones, lower case for e-mail addresses, a parsed URL. `null` where it
 * can't be told: a phone number without a country, say.
 */
export function normalizeValue(kind: ContactItemKind, value: string): string | null {
  const text = value.trim()
  if (text === '') return null
  if (kind === 'EMAIL') return isEmail(text) ? text.toLowerCase() : null
  if (kind === 'PHONE') return readPhone(text)?.number ?? null
  if (kind === 'URL') return URL.canParse(text) ? new URL(text).href : null
  return null
}

/** Reading one takes longer than everything else about an item, and those that are asked for are asked for again and again. */
const MAX_KNOWN_PHONES = 500
/** Nothing longer is a telephone number; it is read, and not remembered. */
const MAX_PHONE_CHARACTERS = 40
const knownPhone = remembering(MAX_KNOWN_PHONES, (text) => ({
  number: parsePhoneNumberFromString(text)?.number ?? null,
}))

function readPhone(text: string): { readonly number: string | null } | undefined {
  return text.length <= MAX_PHONE_CHARACTERS ? knownPhone(text) : parsePhoneNumberFromString(text)
}

/** One getter for all telephone numbers, so that all have one shape. */
const NORMALIZED: PropertyDescriptor & ThisType<ContactItem> = {
  get() {
    return normalizeValue(this.kind, this.value)
  },
  enumerable: true,
}

/** The item with its normalized value; a telephone number's, which takes longer than the whole item, is told when it is asked for. */
export function withNormalizedValue(item: Omit<ContactItem, 'normalizedValue'>): ContactItem {
  if (item.kind !== 'PHONE') return Object.assign(item, { normalizedValue: normalizeValue(item.kind, item.value) })
  return Object.defineProperty(item, 'normalizedValue', NORMALIZED) as ContactItem
}

/** Whether two values of one kind mean the same: equal once normalised, or equal as written, blanks and case aside. */
export function sameValue(kind: ContactItemKind, a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [normalizeValue(kind, a), normalizeValue(kind, b)]
  if (x !== null && y !== null) return x === y
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** One `@` with something on either side, no blanks, at most 254 characters (RFC 5321 §4.5.3.1.3). Delivery is the only real test. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text)
}

/** Whether the text can be a telephone number: 3 to 20 digits, with the usual punctuation and an extension. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 3 && digits <= 20 && /^\+?[\d\s().\-/]+(?:\s*(?:x|ext\.?|#|,|;)\s*\d{1,8})?$/i.test(text.trim())
}

/** The address on one line, its known parts in the order they are written on an envelope. */
export function formatAddress(address: PostalAddress): string {
  return [address.street, address.city, address.region, address.postalCode, address.country]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}
