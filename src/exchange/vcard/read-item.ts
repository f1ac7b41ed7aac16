import type { ContactItemKind, PostalAddress } from '../../model/contact-item.ts'
import { formatAddress } from '../../model/contact-item.ts'
import type { CardItem } from '../card.ts'
import { readLabel, readUsage } from '../usage.ts'
import type { Property } from './content-line.ts'

const KINDS: Readonly<Record<string, ContactItemKind>> = {
  email: 'EMAIL',
  tel: 'PHONE',
  adr: 'ADDRESS',
  url: 'URL',
  impp: 'MESSAGING',
  socialprofile: 'SOCIAL',
  'x-socialprofile': 'SOCIAL',
  'x-kith-contact': 'OTHER',
}
/** Messaging as it was written before there was `IMPP`: `X-JABBER`, `X-SKYPE`. */
const OLD_MESSAGING =
  /^x-(aim|icq|jabber|msn|yahoo|skype|skype-username|gtalk|qq|gadugadu|groupwise|telegram|whatsapp|signal|matrix)$/

/** The contact item that a property is, or none. `label`: what its group is called. */
export function itemFrom(property: Property, label: string | null): readonly CardItem[] {
  const { name, parameters, types, values } = property
  const old = OLD_MESSAGING.exec(name)
  const kind = old === null ? KINDS[name] : 'MESSAGING'
  if (kind === undefined) return []
  const address = kind === 'ADDRESS' ? readAddress(values) : null
  const value = address === null ? textFrom(kind, values.join(kind === 'PHONE' ? ';' : ',')) : formatAddress(address)
  if (value === '') return []

  const typeId = parameters['x-kith-type']
  const said = label === null ? '' : (/^_\$!<(.*)>!\$_$/.exec(label)?.[1] ?? label)
  const service = old?.[1] ?? parameters['x-service-type'] ?? parameters['service-type'] ?? ''
  const isOptedIn = parameters['x-kith-opted-in']
  const ownLabel = typeId === undefined ? readLabel(said) : said || null
  return [
    {
      kind,
      typeId: typeId === undefined ? null : decodeURIComponent(typeId),
      usage: readUsage([...types, service, ...(ownLabel === null ? [said] : [])]),
      value,
      address,
      label: ownLabel,
      isDefault: parameters.pref === '1' || types.some((type) => type.toLowerCase() === 'pref'),
      isOptedIn: isOptedIn === undefined ? null : isOptedIn === 'true',
    },
  ]
}

function textFrom(kind: ContactItemKind, text: string): string {
  const value = text.trim()
  if (kind === 'PHONE') return value.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
  return kind === 'EMAIL' ? value.replace(/^mailto:/i, '') : value
}

/** Post-office box and second line stand with the street: the model has no place of their own for them. */
function readAddress([box = '', extended = '', street = '', ...rest]: readonly string[]): PostalAddress {
  const [city, region, postalCode, country] = [0, 1, 2, 3].map((place) => rest[place]?.trim() || null)
  const lines = [street, extended, box].map((line) => line.trim()).filter((line) => line !== '')
  return {
    street: lines.join('\n') || null,
    city: city ?? null,
    region: region ?? null,
    postalCode: postalCode ?? null,
    country: country ?? null,
  }
}
