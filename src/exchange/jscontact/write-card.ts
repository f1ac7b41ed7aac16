import type { Json } from '../../model/json.ts'
import type { CardItem } from '../card.ts'
import type { OutgoingCard } from '../outgoing.ts'

type Members = Record<string, Json>

const CONTEXTS: Readonly<Record<string, string>> = { home: 'private', work: 'work' }
const FEATURES: Readonly<Record<string, string>> = { mobile: 'mobile', fax: 'fax', pager: 'pager' }
const NAME_PARTS = [
  ['prefix', 'title'],
  ['firstName', 'given'],
  ['middleName', 'given2'],
  ['lastName', 'surname'],
  ['suffix', 'generation'],
] as const
const ADDRESS_PARTS = [
  ['street', 'name'],
  ['city', 'locality'],
  ['region', 'region'],
  ['postalCode', 'postcode'],
  ['country', 'country'],
] as const

/** The card as a JSContact object on one line. What RFC 9553 has no member for stands in `vCardProps`, as RFC 9555 keeps such. */
export function writeJsCard(card: OutgoingCard): string {
  const { uid, displayName, fields, customFields, organization, tags, photo, photoType } = card
  const components = NAME_PARTS.flatMap(([field, kind]) =>
    fields[field] === undefined ? [] : [{ kind, value: fields[field] }],
  )
  const { nickname, birthDate, jobTitle, about, interests } = fields
  const others: Json[] = (['gender', 'isDeceased', 'sharing', 'stage'] as const).flatMap((field) =>
    fields[field] === undefined
      ? []
      : [[`x-kith-${field === 'isDeceased' ? 'deceased' : field}`, {}, 'text', String(fields[field])]],
  )
  for (const { key, value } of customFields) others.push(['x-kith-field', { 'x-key': key }, 'text', value])
  const members: Members = {
    '@type': 'Card',
    version: '1.0',
    uid: uid ?? '',
    kind: 'individual',
    name: { full: displayName, ...(components.length > 0 && { components }) },
    ...(nickname !== undefined && { nicknames: { n1: { name: nickname } } }),
    ...(organization !== null && { organizations: { o1: { name: organization } } }),
    ...(jobTitle !== undefined && { titles: { t1: { kind: 'title', name: jobTitle } } }),
    ...writeItems(card.contactItems),
    ...(birthDate !== undefined && {
      anniversaries: { b1: { kind: 'birth', date: { '@type': 'PartialDate', ...known(birthDate) } } },
    }),
    ...(interests !== undefined && { personalInfo: { i1: { kind: 'interest', value: interests } } }),
    ...(about !== undefined && { notes: { n1: { note: about } } }),
    ...(tags.length > 0 && { keywords: Object.fromEntries(tags.map((tag) => [tag, true])) }),
    ...(photo !== null &&
      photoType !== null && { media: { p1: { kind: 'photo', mediaType: photoType, uri: dataUri(photo, photoType) } } }),
    ...(others.length > 0 && { vCardProps: others }),
  }
  return JSON.stringify(members)
}

function dataUri(bytes: Uint8Array, type: string): string {
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`
}

/** Without what is `null`. */
function known(value: object): Members {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null)) as Members
}

function writeItems(items: readonly CardItem[]): Members {
  const maps: Record<string, Members> = {}
  for (const [index, item] of items.entries()) {
    const [map, members] = writeItem(item)
    const { usage, label, isDefault, isOptedIn, typeId } = item
    const features = item.kind === 'PHONE' ? flags(usage, FEATURES) : {}
    maps[map] ??= {}
    maps[map][`k${index + 1}`] = {
      ...members,
      ...flagged('contexts', flags(usage, CONTEXTS)),
      ...flagged('features', features),
      ...(label !== null && { label }),
      ...(isDefault && { pref: 1 }),
      vCardParams: {
        'x-kith-place': String(index),
        ...(typeId !== null && { 'x-kith-type': typeId }),
        ...(isOptedIn !== null && { 'x-kith-opted-in': String(isOptedIn) }),
      },
    }
  }
  return maps
}

function writeItem({ kind, value, address, usage }: CardItem): readonly [string, Members] {
  const service = usage.find((word) => CONTEXTS[word] === undefined && word !== 'other')
  const named = service === undefined ? {} : { service }
  switch (kind) {
    case 'EMAIL':
      return ['emails', { address: value }]
    case 'PHONE':
      return ['phones', { number: value }]
    case 'URL':
      return ['links', { uri: value }]
    case 'ADDRESS':
      return [
        'addresses',
        {
          components: ADDRESS_PARTS.flatMap(([part, name]) =>
            address?.[part] ? [{ kind: name, value: address[part] }] : [],
          ),
          full: value,
        },
      ]
    case 'MESSAGING':
      return ['onlineServices', { ...named, user: value, vCardName: 'impp' }]
    case 'SOCIAL':
      return ['onlineServices', { ...named, user: value, vCardName: 'socialprofile' }]
    case 'OTHER':
      return ['onlineServices', { user: value, vCardName: 'x-kith-contact' }]
  }
}

function flags(usage: readonly string[], words: Readonly<Record<string, string>>): Members {
  return Object.fromEntries(usage.flatMap((word) => (words[word] === undefined ? [] : [[words[word], true]])))
}

function flagged(name: string, set: Members): Members {
  return Object.keys(set).length === 0 ? {} : { [name]: set }
}
