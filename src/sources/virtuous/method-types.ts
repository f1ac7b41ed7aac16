import type { ContactItemKind, ContactItemType } from '../../model/contact-item.ts'

// Every organization names its own types; new ones come with the years. So they are told by how they end, not by a closed list.
const SOCIAL =
  /^(facebook|twitter|x|instagram|linkedin|pinterest|tumblr|foursquare|youtube|vimeo|tiktok|threads|bluesky|mastodon|twitch.*)$/i
const MESSAGING = /^(skype|zoom|whatsapp|signal|telegram|messenger|slack|microsoft teams|teams)$/i
const WEB = /^(web|website|web ?site|url|blog|home ?page|rss)$/i

/** Which kind of contact item a contact method type is. */
export function kindOfMethod(type: string): ContactItemKind {
  const name = type.trim()
  if (/(^|\s)e-?mail$/i.test(name)) return 'EMAIL'
  if (/(^|\s)(phone|fax|mobile|cell)$/i.test(name)) return 'PHONE'
  if (SOCIAL.test(name)) return 'SOCIAL'
  if (MESSAGING.test(name)) return 'MESSAGING'
  return WEB.test(name) ? 'URL' : 'OTHER'
}

/** Organizations have some dozens of types, and every contact method names one. */
const MAX_KNOWN_TYPES = 1000
const known = new Map<string, ContactItemType>()

export function toMethodType(name: string): ContactItemType {
  const type = known.get(name)
  if (type !== undefined) return type
  if (known.size >= MAX_KNOWN_TYPES) known.clear()
  const made = Object.freeze(readMethodType(name))
  known.set(name, made)
  return made
}

function readMethodType(name: string): ContactItemType {
  const category = /\s(email|phone)$/i.test(name) ? name.replace(/\s\S+$/, '') : null
  return { id: name, name, kind: kindOfMethod(name), category }
}

/** What is usual where only the kind is said. */
const USUAL: Readonly<Partial<Record<ContactItemKind, readonly string[]>>> = {
  EMAIL: ['Home Email', 'Primary Email', 'Other Email'],
  PHONE: ['Mobile Phone', 'Home Phone'],
  URL: ['Web', 'Website'],
  OTHER: ['Other'],
}

/** The organization's usual type of a kind: a usual name where it is among its types, else the first of that kind. */
export function usualType(kind: ContactItemKind, types: readonly ContactItemType[]): ContactItemType | null {
  const candidates = types.filter((type) => type.kind === kind)
  const usual = (USUAL[kind] ?? []).flatMap((name) => candidates.filter((type) => type.name === name))
  return usual[0] ?? candidates[0] ?? null
}
