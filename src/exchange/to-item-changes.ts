import {
  type ContactItem,
  type ContactItemChange,
  type ContactItemType,
  type PostalAddress,
  sameValue,
} from '../model/contact-item.ts'
import { GatewayError } from '../model/errors.ts'
import { encodeContactItemId, encodeId, type RecordRef } from '../model/ref.ts'
import { checkContactValue } from '../model/validate.ts'
import type { CardItem } from './card.ts'
import { chooseType } from './usage.ts'

export interface ItemChanges {
  readonly changes: readonly ContactItemChange[]
  /** Items that can't be what they say they are, in words. */
  readonly leftOut: readonly string[]
}

export interface ItemOwner {
  readonly ref: RecordRef
  /** As they are now. */
  readonly items: readonly ContactItem[]
  /** The source's own types. */
  readonly types: readonly ContactItemType[]
  /** Fields of an item that the source takes. */
  readonly fields: ReadonlySet<string>
}

/** What it takes for an owner to have what a card says, and to keep what they have besides. */
export function toItemChanges(given: readonly CardItem[], owner: ItemOwner): ItemChanges {
  const { ref, types, fields } = owner
  const leftOut: string[] = []
  const wanted = withoutTwins(
    given
      .map(withScheme)
      .filter((item) => isUsable(item, leftOut))
      .map((item) => ({ item, type: typeOf(item, types) })),
  )
  const left = new Set(owner.items)
  const defaults = new Set<string>()
  const pairs = pairUp(wanted, left)
  const changes = wanted.flatMap((one): ContactItemChange[] => {
    const { item, type } = one
    const old = pairs.get(one)
    // Of several preferred ones of a kind the first is the default.
    const isDefault = item.isDefault && !defaults.has(item.kind)
    if (isDefault) defaults.add(item.kind)
    const said = {
      ...(item.label !== null && item.label !== old?.label && { label: item.label }),
      ...(isDefault && old?.isDefault !== true && { isDefault }),
      ...(item.isOptedIn !== null && item.isOptedIn !== old?.isOptedIn && { isOptedIn: item.isOptedIn }),
      ...(old !== undefined && partsDiffer(item.address, old.address) && { address: known(item.address) }),
    }
    if (old !== undefined) {
      const isChange = Object.keys(said).some((field) => fields.has(field))
      return isChange ? [only(fields, { id: encodeContactItemId({ owner: ref, itemId: old.id }), ...said })] : []
    }
    const typed = type === null ? named(item) : { typeId: encodeId('ContactItemType', ref.source, type.id) }
    const held = item.address === null ? { value: item.value } : { address: known(item.address) }
    return [only(fields, { kind: item.kind, ...typed, ...held, ...said })]
  })
  return { changes, leftOut }
}

/** A network that the source has no type of is named by the label. */
function named({ kind, usage }: CardItem): { readonly label?: string } {
  const network = usage.find((word) => !/^(?:home|work|other|profile|default)$/.test(word))
  return (kind === 'SOCIAL' || kind === 'MESSAGING') && network !== undefined ? { label: network } : {}
}

interface Wanted {
  readonly item: CardItem
  /** `null`: the source's usual one. */
  readonly type: ContactItemType | null
}

function typeOf({ kind, typeId, usage }: CardItem, types: readonly ContactItemType[]): ContactItemType | null {
  return types.find((type) => type.id === typeId && type.kind === kind) ?? chooseType(kind, usage, types)
}

/** The same value of the same type is one item, and one that says no type is any of that value. */
function withoutTwins(wanted: readonly Wanted[]): readonly Wanted[] {
  return wanted.filter(({ item, type }, index) =>
    wanted.every((other, place) => {
      if (place === index || other.item.kind !== item.kind || !sameValue(item.kind, item.value, other.item.value))
        return true
      return other.type?.id === type?.id ? place > index : type !== null
    }),
  )
}

/** Each with the owner's item of its value: of its very type, or else of any that no other has taken. */
function pairUp(wanted: readonly Wanted[], left: Set<ContactItem>): ReadonlyMap<Wanted, ContactItem> {
  const pairs = new Map<Wanted, ContactItem>()
  for (const isExact of [true, false]) {
    for (const one of wanted) {
      if (pairs.has(one)) continue
      const { item, type } = one
      const found = [...left].find(
        (old) =>
          old.kind === item.kind &&
          sameValue(old.kind, old.value, item.value) &&
          (!isExact || old.type?.id === type?.id),
      )
      if (found === undefined) continue
      pairs.set(one, found)
      left.delete(found)
    }
  }
  return pairs
}

/** Address books let people write `example.org`. */
function withScheme(item: CardItem): CardItem {
  const isBare = item.kind === 'URL' && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(item.value)
  return isBare ? { ...item, value: `https://${item.value}` } : item
}

/** Whether the item can be what it says it is; if not, why is added to `leftOut`. */
export function isUsable({ kind, value }: CardItem, leftOut: string[] = []): boolean {
  try {
    checkContactValue([], kind, value)
    return true
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    leftOut.push(`${NAMES[kind]} (${error.message})`)
    return false
  }
}

const NAMES: Readonly<Record<CardItem['kind'], string>> = {
  EMAIL: 'e-mail',
  PHONE: 'phone',
  ADDRESS: 'address',
  URL: 'web address',
  MESSAGING: 'messaging',
  SOCIAL: 'social network',
  OTHER: 'contact item',
}

function partsDiffer(a: PostalAddress | null, b: PostalAddress | null): boolean {
  if (a === null || b === null) return false
  return (Object.keys(a) as (keyof PostalAddress)[]).some((part) => a[part] !== null && a[part] !== b[part])
}

function known(address: PostalAddress | null): Partial<PostalAddress> {
  return Object.fromEntries(Object.entries(address ?? {}).filter(([, part]) => part !== null && part !== ''))
}

/** Fields that the source takes. An address it does not take in parts is its one line. */
function only(fields: ReadonlySet<string>, change: ContactItemChange): ContactItemChange {
  return Object.fromEntries(Object.entries(change).filter(([field]) => fields.has(field))) as ContactItemChange
}
