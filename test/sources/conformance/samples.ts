import type { ContactItemChange, ContactItemKind } from '../../../src/model/contact-item.ts'
import type { RecordType } from '../../../src/model/ref.ts'

/** A value to set of each field, where the subject gives none of its own. */
export const SAMPLES: { readonly [Type in RecordType]: Readonly<Record<string, unknown>> } = {
  Person: {
    prefix: 'Dr',
    firstName: 'Marit',
    middleName: 'Q',
    lastName: 'Solberg',
    suffix: 'Jr',
    nickname: 'Mari',
    gender: 'female',
    birthDate: { year: 1980, month: 2, day: 29 },
    isDeceased: true,
    jobTitle: 'Archivist',
    about: 'Line one\nLine two, with "quotes" and <b>',
    interests: 'Rivers',
    sharing: 'READ',
    addTags: ['Conformance'],
  },
  User: {
    firstName: 'Marit',
    middleName: 'Q',
    lastName: 'Solberg',
    nickname: 'Mari',
    gender: 'female',
    birthDate: { year: 1980, month: 2, day: 29 },
    jobTitle: 'Archivist',
    location: 'Bergen',
    about: 'Line one',
    email: 'marit.solberg@example.org',
    locale: 'nb-NO',
  },
  Organization: { name: 'Solberg & Daughters', about: 'Timber', website: 'https://solberg.example/' },
}

/** An item to add of each kind, likewise. */
export const ITEMS: Readonly<Record<ContactItemKind, ContactItemChange>> = {
  EMAIL: { kind: 'EMAIL', value: 'conformance@example.org' },
  PHONE: { kind: 'PHONE', value: '+47 22 22 55 55' },
  ADDRESS: {
    kind: 'ADDRESS',
    address: { street: '1 Sample Lane', city: 'Bergen', region: 'Vestland', postalCode: '5003', country: 'Norway' },
  },
  URL: { kind: 'URL', value: 'https://conformance.example/' },
  MESSAGING: { kind: 'MESSAGING', value: 'conformance.chat' },
  SOCIAL: { kind: 'SOCIAL', value: 'conformance.social' },
  OTHER: { kind: 'OTHER', value: 'carrier pigeon 7' },
}
