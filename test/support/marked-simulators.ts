import { startBluskySimulator } from '../../src/sources/blusky/simulator/index.ts'
import { startLeadsySimulator } from '../../src/sources/leadsy/simulator/index.ts'
import { startWorkspaceSimulator } from '../../src/sources/onlyoffice/simulator/workspace.ts'
import { startVirtuousSimulator } from '../../src/sources/virtuous/simulator/simulator.ts'
import { mark, markAll, paint, type World } from './worlds.ts'

/** A vendor's simulator that holds one world and nothing else. */
export interface MarkedSimulator {
  readonly url: string
  /** What it takes for the world's token. */
  readonly token: string
  /** Whether a path that needs no credentials is of this world. */
  readonly hasPath: (path: string) => boolean
  close(): Promise<void>
}

const HAS_NONE = () => false

/** `origin` of the simulator's pictures is the one it is reached at. `firstId`: where ids of what is made later begin. */
export async function startMarkedVirtuous(world: World, firstId: number): Promise<MarkedSimulator> {
  const simulator = await startVirtuousSimulator({ hourlyLimit: 1_000_000 })
  const { contacts, individuals, methods, addresses, tags, avatars } = simulator.state
  simulator.state.nextId += firstId
  for (const contact of contacts.values()) {
    markAll(contact, world, ['createdBy', 'modifiedBy'])
    markAll(contact.fields, world, [...NAMES_OF_CONTACTS, 'description', 'website'])
    contact.references = contact.references.map((reference) => ({ ...reference, id: mark(reference.id, world) }))
  }
  for (const [index, individual] of [...individuals.values()].entries()) {
    markAll(individual, world, ['createdBy', 'modifiedBy'])
    markAll(individual.fields, world, NAMES_OF_INDIVIDUALS)
    individual.customFields = individual.customFields.map((field) =>
      field.name === 'Employer' && field.value !== null ? { ...field, value: mark(field.value, world) } : field,
    )
    individual.customCollections = individual.customCollections.map((collection) => ({
      ...collection,
      fields: collection.fields.map((field) => ({ ...field, value: mark(field.value ?? '', world) })),
    }))
    if (index % 2 === 1) continue
    const name = `${world.word}-${individual.id}.png`
    avatars.set(name, { bytes: paint(world), contentType: 'image/png' })
    individual.fields.avatarUrl = `/avatars/${name}`
  }
  for (const method of methods.values()) markAll(method, world, ['value', 'createdBy', 'modifiedBy'])
  for (const address of addresses.values()) markAll(address.fields, world, ['address1', 'address2', 'city', 'label'])
  for (const [id, name] of tags) tags.set(id, mark(name, world))
  return {
    url: simulator.url,
    token: String(simulator.settings.token),
    hasPath: (path) => avatars.has(path.replace('/avatars/', '')),
    close: simulator.close,
  }
}

const NAMES_OF_CONTACTS = [
  ...['name', 'informalName', 'formalContactName', 'alternateContactName'],
  ...['preferredSalutationName', 'preferredAddresseeName'],
] as const
const NAMES_OF_INDIVIDUALS = [
  ...['firstName', 'middleName', 'lastName', 'preMarriageName', 'suffix', 'nickname', 'passion'],
] as const

export async function startMarkedLeadsy(world: World): Promise<MarkedSimulator> {
  const simulator = await startLeadsySimulator({ avatarRoute: 'relative' })
  const { users, companies, tokens } = simulator.state
  tokens.add(world.token)
  const picture = { bytes: paint(world), type: 'image/png', name: 'a.png', serial: 1 }
  for (const user of users.values()) {
    markAll(user, world, ['first_name', 'last_name', 'email'])
    user.avatar = picture
  }
  for (const company of companies.values()) {
    markAll(company, world, ['name'])
    company.avatar = picture
  }
  return { url: simulator.url, token: world.token, hasPath: HAS_NONE, close: simulator.close }
}

export async function startMarkedBlusky(world: World): Promise<MarkedSimulator> {
  const simulator = await startBluskySimulator()
  const { users, occupancies, facilities, tokens } = simulator.state
  tokens.add(world.token)
  for (const user of users.values()) {
    markAll(user.fields, world, ['FirstName', 'LastName', 'Nickname'])
    for (const item of user.items) markAll(item, world, ['Value'])
  }
  for (const occupancy of occupancies.values()) markAll(occupancy, world, ['Name', 'StreetAddress1', 'City', 'Website'])
  for (const [id, name] of facilities) (facilities as Map<string, string>).set(id, mark(name, world))
  return { url: simulator.url, token: world.token, hasPath: HAS_NONE, close: simulator.close }
}

/** CRM and People of one portal. */
export async function startMarkedWorkspace(world: World): Promise<MarkedSimulator> {
  const simulator = await startWorkspaceSimulator()
  const { users, groups, contacts, infoRows, fieldDefinitions, statuses, types, tags, tokens } = simulator.state
  const admin = [...users.values()].find(({ isAdmin, isOwner }) => isAdmin && !isOwner)
  tokens.set(world.token, admin?.id ?? '')
  const picture = { bytes: paint(world), contentType: 'image/png', stamp: 900_000 } as const
  for (const user of users.values()) {
    markAll(user, world, ['firstName', 'lastName', 'email', 'title', 'location', 'notes', 'mobilePhone'])
    user.userName += world.word
    user.contacts = user.contacts
      .split('|')
      .map((part, index) => (index % 2 === 1 ? mark(part, world) : part))
      .join('|')
    if (user.picture) user.picture = picture
  }
  for (const group of groups.values()) markAll(group, world, ['name'])
  for (const contact of contacts.values()) {
    markAll(contact, world, ['firstName', 'lastName', 'title', 'companyName', 'about', 'industry'])
    contact.tags = contact.tags.map((tag) => mark(tag, world))
    for (const [id, value] of contact.fields) if (TEXT_FIELDS.has(id)) contact.fields.set(id, mark(value, world))
    if (contact.picture) contact.picture = picture
  }
  for (const tag of [...tags]) {
    tags.delete(tag)
    tags.add(mark(tag, world))
  }
  for (const row of infoRows.values()) markAll(row, world, ['data'])
  for (const definition of fieldDefinitions) markAll(definition, world, ['label'])
  for (const item of [...statuses, ...types]) markAll(item, world, ['title'])
  return { url: simulator.url, token: world.token, hasPath: HAS_NONE, close: simulator.close }
}

/** Ids of the portal's custom fields that hold any text. */
const TEXT_FIELDS: ReadonlySet<number> = new Set([801, 802, 806])
