import type { ContactItemKind, PostalAddress } from '../model/contact-item.ts'
import type { CustomFieldChange, PersonPatch } from '../model/patch.ts'

/** What a card may say of a person in fields of one value. */
export const CARD_FIELDS = [
  'prefix',
  'firstName',
  'middleName',
  'lastName',
  'suffix',
  'nickname',
  'gender',
  'birthDate',
  'isDeceased',
  'jobTitle',
  'about',
  'interests',
  'sharing',
  'stage',
] as const
export type CardField = (typeof CARD_FIELDS)[number]
/** Absent: the card does not say. */
export type CardFields = { readonly [Field in CardField]?: NonNullable<PersonPatch[Field]> }

/** One person, as a file in any format says it. What is absent or empty the card says nothing of. */
export interface Card {
  /** What the file calls the person; `null` where it has no name for it. */
  readonly uid: string | null
  readonly fields: CardFields
  readonly customFields: readonly CustomFieldChange[]
  /** By name: another system knows no id of ours. */
  readonly organization: string | null
  readonly tags: readonly string[]
  readonly contactItems: readonly CardItem[]
  readonly photo: Uint8Array | null
  /** What the file says of the person and can't be taken, in words: `birthday`, `photo (only its address is given)`. */
  readonly leftOut: readonly string[]
}

export interface CardItem {
  readonly kind: ContactItemKind
  /** A source's own type, exactly; only files that kith wrote say it. */
  readonly typeId: string | null
  /** Lower-case words for what the item is used for: `work`, `home`, `mobile`, `fax`, `telegram`. */
  readonly usage: readonly string[]
  /** Of an address: its parts on one line. */
  readonly value: string
  readonly address: PostalAddress | null
  readonly label: string | null
  readonly isDefault: boolean
  readonly isOptedIn: boolean | null
}

/** What a file holds in one place: a card, or something that is none. `line` is where it begins, counted from 1. */
export type Entry = CardEntry | BrokenEntry
export interface CardEntry {
  readonly line: number
  readonly card: Card
}
export interface BrokenEntry {
  readonly line: number
  /** Without a word of the file's: that would be personal data. */
  readonly problem: string
}

/** Thrown while reading one card; the next may be whole. */
export class BadCard extends Error {
  override readonly name = 'BadCard'
  readonly line: number | null

  constructor(message: string, line: number | null = null) {
    super(message)
    this.line = line
  }
}
