import { type ContactItemKind, formatAddress, type PostalAddress } from '../../model/contact-item.ts'
import { SHARINGS } from '../../model/person.ts'
import type { PartialDate } from '../../model/record.ts'
import { checkDate } from '../../model/validate.ts'
import { BadCard, type Card, type CardItem } from '../card.ts'
import { readDate } from '../dates.ts'
import { namedBy, toCard } from '../draft.ts'
import { readUsage } from '../usage.ts'
import { type WireCard, wireCard } from './wire.ts'

type Map<Item> = Readonly<Record<string, Item>> | undefined
type Reach = Pick<NonNullable<WireCard['emails']>[string], 'contexts' | 'features' | 'label' | 'pref' | 'vCardParams'>

/** What a Card object says. Throws a `BadCard` with the member that is not as RFC 9553 has it. */
export function readJsCard(text: string, line: number): Card {
  const wire = decode(text, line)
  if (wire.kind !== undefined && wire.kind !== 'individual') {
    throw new BadCard('the card is of a group or an organization, not of a person', line)
  }
  const leftOut: string[] = []
  const name = (kind: string, other = kind) =>
    wire.name?.components
      ?.filter((one) => one.kind === kind || one.kind === other)
      .map(({ value }) => value)
      .join(' ')
  const extra = new Map((wire.vCardProps ?? []).map(([key, , , value]) => [key.toLowerCase(), String(value)]))
  const info = itemsOf(wire.personalInfo).filter(({ kind }) => kind === 'interest' || kind === 'hobby')
  const [photo] = itemsOf(wire.media).filter(({ kind }) => kind === 'photo')
  const deceased = extra.get('x-kith-deceased')
  return toCard(
    namedBy(
      {
        uid: wire.uid ?? null,
        fields: {
          prefix: name('title'),
          firstName: name('given'),
          middleName: name('given2', 'middle'),
          lastName: name('surname'),
          suffix: name('generation', 'credential'),
          nickname: texts(itemsOf(wire.nicknames).map((one) => one.name)),
          gender: extra.get('x-kith-gender')?.toLowerCase(),
          birthDate: readBirthDate(wire, leftOut),
          isDeceased:
            deceased !== undefined
              ? deceased === 'true'
              : itemsOf(wire.anniversaries).some(({ kind }) => kind === 'death') || null,
          jobTitle: itemsOf(wire.titles).find(({ kind }) => kind === undefined || kind === 'title')?.name,
          about: texts(
            itemsOf(wire.notes).map(({ note }) => note),
            '\n',
          ),
          interests: texts(info.map(({ value }) => value)),
          sharing: SHARINGS.find((one) => one === extra.get('x-kith-sharing')),
          stage: extra.get('x-kith-stage'),
        },
        fullName: wire.name?.full ?? null,
        customFields: (wire.vCardProps ?? []).flatMap(([key, parameters, , value]) =>
          key.toLowerCase() === 'x-kith-field' ? [{ key: String(parameters['x-key']), value: String(value) }] : [],
        ),
        organization: itemsOf(wire.organizations).find((one) => one.name)?.name ?? null,
        tags: Object.entries(wire.keywords ?? {}).flatMap(([tag, isSet]) => (isSet ? [tag] : [])),
        contactItems: inOrder(wire),
        photo: readPhoto(photo?.uri, leftOut),
        leftOut,
      },
      line,
    ),
  )
}

function decode(text: string, line: number): WireCard {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadCard('the card is not JSON', line) // the parser quotes what it stumbled over
  }
  const read = wireCard.safeParse(value)
  if (read.success) return read.data
  throw new BadCard(`the card's ${read.error.issues[0]?.path.join('.') || 'form'} is not as JSContact has it`, line)
}

function itemsOf<Item>(map: Map<Item>): readonly Item[] {
  return Object.values(map ?? {})
}

function texts(values: readonly string[], by = ', '): string | null {
  return values.length === 0 ? null : values.join(by)
}

/** Contact items of all kinds; those that kith wrote, in the order it wrote them. */
function inOrder(wire: WireCard): readonly CardItem[] {
  const found: { readonly item: CardItem; readonly place: number }[] = []
  const add = (kind: ContactItemKind, value: string, address: PostalAddress | null, reach: Reach, service?: string) => {
    if (value.trim() === '') return
    const own = reach.vCardParams ?? {}
    const place = Number(own['x-kith-place'] ?? found.length)
    found.push({ item: toItem(kind, value, address, reach, service), place })
  }
  for (const one of itemsOf(wire.emails)) add('EMAIL', one.address, null, one)
  for (const one of itemsOf(wire.phones)) add('PHONE', one.number.replace(/^tel:/i, ''), null, one)
  for (const one of itemsOf(wire.addresses)) {
    const address = toAddress(one)
    add('ADDRESS', formatAddress(address), address, one)
  }
  for (const one of itemsOf(wire.links)) add('URL', one.uri, null, one)
  for (const one of itemsOf(wire.onlineServices)) {
    const kind = /^x-kith-contact$/i.test(one.vCardName ?? '')
      ? 'OTHER'
      : /^impp$/i.test(one.vCardName ?? '')
        ? 'MESSAGING'
        : 'SOCIAL'
    add(kind, one.user ?? one.uri ?? '', null, one, one.service)
  }
  return found.sort((a, b) => a.place - b.place).map(({ item }) => item)
}

function toItem(
  kind: ContactItemKind,
  value: string,
  address: PostalAddress | null,
  reach: Reach,
  service = '',
): CardItem {
  const own = reach.vCardParams ?? {}
  const set = (flags: Reach['contexts']) => Object.entries(flags ?? {}).flatMap(([key, isSet]) => (isSet ? [key] : []))
  const isOptedIn = own['x-kith-opted-in']
  return {
    kind,
    typeId: typeof own['x-kith-type'] === 'string' ? own['x-kith-type'] : null,
    usage: readUsage([...set(reach.contexts), ...set(reach.features), service]),
    value,
    address,
    label: reach.label || null,
    isDefault: reach.pref === 1,
    isOptedIn: isOptedIn === undefined ? null : String(isOptedIn) === 'true',
  }
}

function toAddress({ components = [], full, countryCode }: NonNullable<WireCard['addresses']>[string]): PostalAddress {
  const part = (...kinds: string[]) =>
    components
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ value }) => value)
      .join(' ') || null
  const address = {
    street: part('name', 'number', 'apartment', 'floor', 'room', 'building', 'block', 'postOfficeBox'),
    city: part('locality'),
    region: part('region'),
    postalCode: part('postcode'),
    country: part('country') ?? countryCode ?? null,
  }
  return components.length === 0 && full ? { ...address, street: full } : address
}

function readBirthDate({ anniversaries }: WireCard, leftOut: string[]): PartialDate | null {
  const date = itemsOf(anniversaries).find(({ kind }) => kind === 'birth')?.date
  if (date === undefined) return null
  const { year = null, month = null, day = null, utc } = date
  const read = utc === undefined ? checked({ year, month, day }) : readDate(utc)
  if (read !== 'wrong') return read
  leftOut.push('birthday (can not be understood)')
  return null
}

function checked(date: PartialDate): PartialDate | 'wrong' {
  try {
    checkDate([], date)
    return date
  } catch {
    return 'wrong' // which part of it is wrong helps nobody here
  }
}

/** Pictures that lie elsewhere are not fetched: a file could name any address of the network kith is in. */
function readPhoto(uri: string | undefined, leftOut: string[]): Uint8Array | null {
  if (uri === undefined) return null
  const head = /^data:[^,]*;base64,/i.exec(uri)?.[0]
  const bytes = head === undefined ? null : Buffer.from(uri.slice(head.length), 'base64')
  if (bytes !== null && bytes.length > 0) return bytes
  leftOut.push(bytes === null ? 'photo (only its address is given)' : 'photo (holds nothing)')
  return null
}
