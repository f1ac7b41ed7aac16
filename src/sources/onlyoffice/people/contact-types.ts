import type { ContactItemKind, ContactItemType } from '../../../model/contact-item.ts'

/**
 * Types that the portal's own pages know, in the order they offer them. Any other text may stand in a record, too: it is then of
 * the kind OTHER. Lower case is what those pages recognise.
 */
const KINDS: Readonly<Record<string, ContactItemKind>> = {
  mail: 'EMAIL',
  phone: 'PHONE',
  mobphone: 'PHONE',
  gmail: 'EMAIL',
  skype: 'MESSAGING',
  msn: 'MESSAGING',
  icq: 'MESSAGING',
  jabber: 'MESSAGING',
  aim: 'MESSAGING',
  telegram: 'MESSAGING',
  gtalk: 'MESSAGING',
  facebook: 'SOCIAL',
  livejournal: 'SOCIAL',
  myspace: 'SOCIAL',
  twitter: 'SOCIAL',
  blogger: 'SOCIAL',
  yahoo: 'MESSAGING',
  gbuzz: 'SOCIAL',
}

/** Written by the synchronisation with a directory, which writes them again whatever is done to them. */
const SYNCED: Readonly<Record<string, ContactItemKind>> = {
  extmail: 'EMAIL',
  extphone: 'PHONE',
  extmobphone: 'PHONE',
  extskype: 'MESSAGING',
}

const USUAL: Readonly<Partial<Record<ContactItemKind, string>>> = {
  EMAIL: 'mail',
  PHONE: 'phone',
  MESSAGING: 'skype',
  SOCIAL: 'facebook',
}

/** The account's own address and telephone, which are no entries of the list. Capitals keep their ids apart from its types. */
export const ACCOUNT_EMAIL: ContactItemType = {
  id: 'accountEmail',
  name: 'Account e-mail',
  kind: 'EMAIL',
  category: 'account',
}
export const ACCOUNT_PHONE: ContactItemType = {
  id: 'accountPhone',
  name: 'Account mobile phone',
  kind: 'PHONE',
  category: 'account',
}

export function contactType(type: string): ContactItemType {
  const key = type.toLowerCase()
  const synced = SYNCED[key]
  return { id: type, name: type, kind: KINDS[key] ?? synced ?? 'OTHER', category: synced ? 'directory' : null }
}

export function isSynced(type: string): boolean {
  return SYNCED[type.toLowerCase()] !== undefined
}

/** Whether the portal's pages offer the type to whoever edits a profile. */
export function isOffered(type: string): boolean {
  return KINDS[type] !== undefined
}

/** `undefined`: nothing of this kind is kept there. */
export function usualContactType(kind: ContactItemKind): ContactItemType | undefined {
  const type = USUAL[kind]
  return type === undefined ? undefined : contactType(type)
}

export const CONTACT_TYPES: readonly ContactItemType[] = [
  ACCOUNT_EMAIL,
  ACCOUNT_PHONE,
  ...[...Object.keys(KINDS), ...Object.keys(SYNCED)].map(contactType),
]
