import { CITIES, DAY_MS, FIRST_NAMES, guidOf, JOBS, LAST_NAMES, seedPicture } from './seed-words.ts'
import type { GroupRow, UserRow } from './state.ts'

/** The accounts with known passwords: the owner, a CRM and People administrator, somebody plain, and guests. */
export const ACCOUNTS = {
  owner: { email: 'user1@portal.example', password: 'owner-password' },
  admin: { email: 'user2@portal.example', password: 'admin-password' },
  plain: { email: 'user3@portal.example', password: 'plain-password' },
  guest: { email: 'user4@portal.example', password: 'guest-password' },
} as const

export function seedGroups(): GroupRow[] {
  return ['Research & Development', 'Sales', 'Support', 'Board'].map((name, index) => ({
    id: guidOf(`group ${name}`),
    name,
    managerId: guidOf(`user ${index + 5}`),
  }))
}

export function seedUsers(start: number, groups: readonly GroupRow[]): UserRow[] {
  const passwords = Object.values(ACCOUNTS)
  const users = Array.from({ length: 40 }, (_, index): UserRow => {
    const number = index + 1
    const firstName = FIRST_NAMES[index % 10]!
    const lastName = LAST_NAMES[(index * 3) % 8]!
    const special = passwords[index]
    const status = index === 37 ? 2 : index === 38 ? 4 : 1
    return {
      id: guidOf(`user ${number}`),
      userName: `${firstName}.${lastName}${index >= 10 ? number : ''}`.toLowerCase(),
      firstName,
      lastName,
      email: `user${number}@portal.example`,
      password: special?.password ?? `password-${number}`,
      title: JOBS[index % 8]!,
      location: index % 4 === 0 ? '' : CITIES[index % 8]!,
      notes: index % 5 === 0 ? `Knows "all" about <${index}> & more` : '',
      cultureName: index % 2 === 0 ? 'en-US' : 'de-DE',
      mobilePhone: index % 3 === 0 ? `+4930555${String(1000 + number)}` : '',
      mobilePhoneActivation: index % 6 === 0 ? 1 : 0,
      birthday: index % 3 === 1 ? Date.UTC(1960 + index, index % 12, 1 + (index % 28)) : null,
      workFrom: index % 2 === 0 ? Date.UTC(2010 + (index % 10), index % 12, 1 + (index % 28)) : null,
      terminated: status === 2 ? start + 900 * DAY_MS : null,
      sex: index % 3 === 0 ? 'female' : index % 3 === 1 ? 'male' : null,
      status,
      activation: index % 9 === 8 ? 2 : 1,
      contacts: seedContacts(number),
      groups: index === 3 ? [] : [groups[index % 4]!.id, ...(index % 7 === 0 ? [groups[(index + 1) % 4]!.id] : [])],
      lead: index > 4 ? guidOf(`user ${(index % 4) + 5}`) : null,
      picture: index % 5 === 2 ? seedPicture(index) : null,
      thumbnailsReady: true,
      isOwner: index === 0,
      isAdmin: index < 2,
      isVisitor: index === 3,
      isRoomAdmin: index > 4 && index < 8,
      isLDAP: index === 35,
      isSSO: index === 36,
      isSystem: index === 39,
      adminModules: index === 4 ? ['people'] : [],
      usedSpace: { docs: number * 1_000_000, mail: number * 2000, talk: number * 10 },
      secondFactor: index === 30 ? 'sms' : index === 31 ? 'app' : 'none',
      created: start + index * DAY_MS,
      changed: 1000 + index,
    }
  })
  return users
}

function seedContacts(number: number): string {
  if (number % 6 === 4) return ''
  const pairs = [
    ['mail', `person${number}@home.example`],
    ['phone', `+4940555${String(2000 + number)}`],
    ...(number % 2 === 0 ? [['skype', `skype.${number}`]] : []),
    // A type twice: the usual interface makes such lists.
    ...(number % 3 === 0 ? [['mail', `second${number}@home.example`]] : []),
    ...(number % 4 === 0 ? [['twitter', `https://social.example/u${number}`]] : []),
    ...(number % 9 === 0 ? [['Pigeon post', `loft ${number}`]] : []),
  ]
  return pairs.map(([type, value]) => `${type}|${value}|`).join('')
}

/** An account of which nothing is known but its address. */
export function blankUser(id: string, email: string, created: number): UserRow {
  const texts = {
    userName: '',
    firstName: '',
    lastName: '',
    password: '',
    title: '',
    location: '',
    notes: '',
    mobilePhone: '',
  }
  const flags = {
    isOwner: false,
    isAdmin: false,
    isVisitor: false,
    isRoomAdmin: false,
    isLDAP: false,
    isSSO: false,
    isSystem: false,
  }
  const unknown = { birthday: null, workFrom: null, terminated: null, sex: null, lead: null, picture: null }
  return {
    ...{ id, email, created, ...texts, ...flags, ...unknown },
    cultureName: 'en-US',
    mobilePhoneActivation: 0,
    status: 1,
    activation: 0,
    contacts: '',
    groups: [],
    adminModules: [],
    usedSpace: { docs: 0, mail: 0, talk: 0 },
    thumbnailsReady: true,
    secondFactor: 'none',
    changed: 1,
  }
}
