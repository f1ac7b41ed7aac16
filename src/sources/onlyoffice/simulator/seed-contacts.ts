import { CITIES, COUNTRIES, DAY_MS, FIRST_NAMES, JOBS, LAST_NAMES, seedPicture } from './seed-words.ts'
import type { ContactRow, InfoRow, UserRow } from './state.ts'

export const TAGS = ['donor', 'volunteer', 'press', 'board', 'newsletter'] as const

export function seedCompany(index: number, start: number, users: readonly UserRow[]): ContactRow {
  return {
    ...blankContact(101 + index, start + index * DAY_MS, users[index % 3]!.id),
    isCompany: true,
    companyName: `${LAST_NAMES[index % 8]} ${['Foods', 'Works', 'Trust'][index % 3]} ${index + 1}`,
    about: index % 2 === 0 ? `We have been around for ${index + 3} years.` : '',
    industry: index % 3 === 0 ? 'Food' : '',
    currency: index % 4 === 0 ? 'EUR' : null,
    statusId: index % 4,
    typeId: index % 5,
    shareType: index % 3,
    access: index % 3 === 0 ? [users[4]!.id] : [],
    fields: new Map(index % 2 === 0 ? [[806, `HRB ${index}`]] : []),
    tags: index % 2 === 0 ? [TAGS[index % 5]!] : [],
    hasInvoice: index === 24,
    picture: index % 6 === 1 ? seedPicture(100 + index) : null,
  }
}

export function seedPerson(index: number, start: number, users: readonly UserRow[]): ContactRow {
  return {
    ...blankContact(201 + index, start + (30 + index) * DAY_MS, users[index % 5]!.id),
    firstName: FIRST_NAMES[(index * 7) % 10]!,
    lastName: `${LAST_NAMES[index % 8]}${index >= 40 ? '-Linden' : ''}`,
    title: JOBS[index % 8]!,
    companyId: index % 3 === 0 ? 0 : 101 + (index % 25),
    about: index % 4 === 0 ? `Met in ${CITIES[index % 8]} / <b>${index}</b>` : '',
    industry: index % 5 === 1 ? 'Catering' : '',
    currency: index % 7 === 2 ? 'USD' : null,
    statusId: index % 4,
    typeId: index % 5,
    shareType: index % 3,
    access: index % 3 === 0 ? [users[(index % 6) + 4]!.id, ...(index % 6 === 0 ? [users[12]!.id] : [])] : [],
    fields: new Map<number, string>([
      ...(index % 2 === 0 ? ([[801, `Value ${index}`]] as const) : []),
      ...(index % 3 === 0 ? ([[803, index % 2 === 0 ? 'Red' : 'Blue']] as const) : []),
      ...(index % 5 === 0 ? ([[804, 'true']] as const) : []),
      ...(index % 6 === 1 ? ([[805, '2001-02-03']] as const) : []),
    ]),
    tags: TAGS.filter((_, tag) => (index + tag) % 4 === 0),
    projects: index % 20 === 0 ? [7] : [],
    hasInvoice: index === 79,
    taskCount: index % 10 === 3 ? 2 : 0,
    picture: index % 8 === 3 ? seedPicture(index) : null,
  }
}

export function blankContact(id: number, created: number, createdBy: string): ContactRow {
  const texts = { firstName: '', lastName: '', title: '', companyName: '', about: '', industry: '' }
  const lists = { access: [], fields: new Map(), tags: [], projects: [] }
  const numbers = { companyId: 0, statusId: 0, typeId: 0, shareType: 0, taskCount: 0 }
  const flags = { isCompany: false, hasInvoice: false, thumbnailsReady: true }
  return {
    id,
    ...texts,
    ...lists,
    ...numbers,
    ...flags,
    currency: null,
    createdBy,
    created,
    modified: created,
    picture: null,
  }
}

export function seedInfo(contact: ContactRow): Omit<InfoRow, 'id' | 'contactId'>[] {
  const { id } = contact
  const address = JSON.stringify({
    street: `Harbour Street ${id}`,
    city: CITIES[id % 8],
    state: id % 2 === 0 ? 'North' : '',
    zip: String(10_000 + id),
    country: COUNTRIES[id % 8],
  })
  return [
    { type: 1, category: 1, data: `contact${id}@work.example`, isPrimary: true },
    { type: 0, category: id % 6, data: `+49 40 555${id}`, isPrimary: true },
    ...(id % 2 === 0 ? [{ type: 1, category: 0, data: `contact${id}@home.example`, isPrimary: false }] : []),
    ...(id % 3 === 0 ? [{ type: 7, category: id % 5, data: address, isPrimary: true }] : []),
    ...(id % 4 === 0 ? [{ type: 2, category: 1, data: `https://people.example/${id}`, isPrimary: true }] : []),
    ...(id % 5 === 0 ? [{ type: 4, category: 2, data: `@contact${id}`, isPrimary: false }] : []),
    ...(id % 7 === 0 ? [{ type: 3, category: 0, data: `live:contact${id}`, isPrimary: false }] : []),
  ]
}
