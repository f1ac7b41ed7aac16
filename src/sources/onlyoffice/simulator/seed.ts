import { seedCompany, seedInfo, seedPerson, TAGS } from './seed-contacts.ts'
import { seedGroups, seedUsers } from './seed-users.ts'
import type { ListItem, PortalState } from './state.ts'

/** A portal of invented people: the same every time. */
export function seedPortal(): PortalState {
  const start = Date.UTC(2022, 0, 3, 8, 30)
  const groups = seedGroups()
  const users = seedUsers(start, groups)
  const state: PortalState = {
    users: new Map(users.map((user) => [user.id, user])),
    groups: new Map(groups.map((group) => [group.id, group])),
    contacts: new Map(),
    infoRows: new Map(),
    fieldDefinitions: seedFields(),
    statuses: listItems(['Cold', 'Warm', 'Hot']),
    types: listItems(['Client', 'Supplier', 'Partner', 'Competitor']),
    tags: new Set(TAGS),
    temporaryPictures: new Map(),
    tokens: new Map(),
    nextId: 5000,
  }
  const contacts = [
    ...Array.from({ length: 25 }, (_, index) => seedCompany(index, start, users)),
    ...Array.from({ length: 80 }, (_, index) => seedPerson(index, start, users)),
  ]
  for (const contact of contacts) {
    state.contacts.set(contact.id, contact)
    for (const row of seedInfo(contact)) {
      const id = state.nextId++
      state.infoRows.set(id, { id, contactId: contact.id, ...row })
    }
  }
  return state
}

function seedFields(): PortalState['fieldDefinitions'] {
  const field = (
    id: number,
    entity: PortalState['fieldDefinitions'][number]['entity'],
    label: string,
    fieldType: number,
    mask = '',
  ) => ({
    id,
    entity,
    label,
    fieldType,
    position: id - 800,
    mask,
  })
  return [
    field(800, 'contact', 'About the contact', 4),
    field(801, 'contact', 'Reference', 0, '{"size":40}'),
    field(802, 'person', 'Remarks', 1, '{"rows":4,"cols":60}'),
    field(803, 'person', 'Favourite colour', 2, '["Red","Blue","Green"]'),
    field(804, 'person', 'Newsletter', 3),
    field(805, 'person', 'First met', 5),
    field(806, 'company', 'Register number', 0, '{"size":40}'),
    field(807, 'opportunity', 'Probability', 0, '{"size":40}'),
  ]
}

function listItems(titles: readonly string[]): ListItem[] {
  return titles.map((title, index) => ({
    id: index + 1,
    title,
    description: `${title} ones`,
    color: ['#2a7fc7', '#e0a818', '#d13b2e', '#55a30a'][index % 4]!,
    sortOrder: index,
  }))
}
