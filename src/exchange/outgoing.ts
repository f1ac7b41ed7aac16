import { type ContactItem, formatAddress } from '../model/contact-item.ts'
import type { Person } from '../model/person.ts'
import { encodeRecordId } from '../model/ref.ts'
import { CARD_FIELDS, type Card, type CardFields, type CardItem } from './card.ts'
import { usageOf } from './usage.ts'

/** A card to be written. */
export interface OutgoingCard extends Card {
  readonly displayName: string
  /** `image/png`; `null` with `photo`. */
  readonly photoType: string | null
}

export interface PersonParts {
  readonly organization: string | null
  readonly photo: { readonly bytes: Uint8Array; readonly contentType: string } | null
}

const UID = 'urn:kith:'

/** The card of a person with every part brought. Its UID leads back to the very person, at this source. */
export function cardOf(person: Person, { organization, photo }: PersonParts): OutgoingCard {
  const fields = Object.fromEntries(
    CARD_FIELDS.flatMap((field) => (person[field] === null || person[field] === '' ? [] : [[field, person[field]]])),
  ) as CardFields
  const customFields = (person.customFields ?? []).flatMap(({ key, value, type }) =>
    value === null || value === '' || type === 'HEADING' ? [] : [{ key, value }],
  )
  return {
    uid: `${UID}${encodeRecordId({ type: 'Person', ...person.ref })}`,
    displayName: person.displayName,
    fields,
    customFields,
    organization,
    tags: person.tags ?? [],
    contactItems: (person.contactItems ?? []).map(itemOf),
    photo: photo?.bytes ?? null,
    photoType: photo?.contentType ?? null,
    leftOut: [],
  }
}

/** The global id that the UID of a card of ours holds; `null` for another's. */
export function idInUid(uid: string | null): string | null {
  return uid?.startsWith(UID) ? uid.slice(UID.length) : null
}

function itemOf({ kind, type, value, address, label, isDefault, isOptedIn }: ContactItem): CardItem {
  // An address whose parts the source does not tell is its one line.
  const isSplit = address !== null && formatAddress(address) !== ''
  return {
    kind,
    typeId: type?.id ?? null,
    usage: type === null ? [] : usageOf(type),
    value,
    address: kind !== 'ADDRESS' ? null : isSplit ? address : { ...NO_ADDRESS, street: value },
    label,
    isDefault: isDefault === true,
    isOptedIn,
  }
}

const NO_ADDRESS = { street: null, city: null, region: null, postalCode: null, country: null }
