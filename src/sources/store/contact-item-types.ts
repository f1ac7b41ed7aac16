import type { ContactItemKind, ContactItemType } from '../../model/contact-item.ts'

/** The types of contact items here; the first of a kind is its usual one. Their ids are stored: they never change. */
export const CONTACT_ITEM_TYPES: readonly ContactItemType[] = [
  type('home-email', 'Home Email', 'EMAIL', 'Home'),
  type('work-email', 'Work Email', 'EMAIL', 'Work'),
  type('other-email', 'Other Email', 'EMAIL', 'Other'),
  type('mobile-phone', 'Mobile Phone', 'PHONE', 'Mobile'),
  type('home-phone', 'Home Phone', 'PHONE', 'Home'),
  type('work-phone', 'Work Phone', 'PHONE', 'Work'),
  type('fax', 'Fax', 'PHONE', 'Fax'),
  type('other-phone', 'Other Phone', 'PHONE', 'Other'),
  type('home-address', 'Home Address', 'ADDRESS', 'Home'),
  type('work-address', 'Work Address', 'ADDRESS', 'Work'),
  type('postal-address', 'Postal Address', 'ADDRESS', 'Postal'),
  type('billing-address', 'Billing Address', 'ADDRESS', 'Billing'),
  type('other-address', 'Other Address', 'ADDRESS', 'Other'),
  type('website', 'Website', 'URL', null),
  type('work-website', 'Work Website', 'URL', 'Work'),
  type('other-url', 'Other Link', 'URL', 'Other'),
  type('other-messaging', 'Messaging', 'MESSAGING', null),
  type('matrix', 'Matrix', 'MESSAGING', null),
  type('signal', 'Signal', 'MESSAGING', null),
  type('teams', 'Teams', 'MESSAGING', 'Work'),
  type('telegram', 'Telegram', 'MESSAGING', null),
  type('whatsapp', 'WhatsApp', 'MESSAGING', null),
  type('other-social', 'Social Network', 'SOCIAL', null),
  type('facebook', 'Facebook', 'SOCIAL', null),
  type('instagram', 'Instagram', 'SOCIAL', null),
  type('linkedin', 'LinkedIn', 'SOCIAL', 'Work'),
  type('mastodon', 'Mastodon', 'SOCIAL', null),
  type('other', 'Other', 'OTHER', null),
]

function type(id: string, name: string, kind: ContactItemKind, category: string | null): ContactItemType {
  return { id, name, kind, category }
}

const BY_ID: ReadonlyMap<string, ContactItemType> = new Map(CONTACT_ITEM_TYPES.map((item) => [item.id, item]))

export function contactItemType(id: string): ContactItemType | undefined {
  return BY_ID.get(id)
}

/** The type an item gets when only its kind is said. */
export function usualType(kind: ContactItemKind): ContactItemType {
  return CONTACT_ITEM_TYPES.find((candidate) => candidate.kind === kind)!
}
