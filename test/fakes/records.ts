import type { ContactItem } from '../../src/model/contact-item.ts'
import type { Organization } from '../../src/model/organization.ts'
import type { Person } from '../../src/model/person.ts'
import type { User } from '../../src/model/user.ts'

const BASE = {
  contactItems: [],
  customFields: [],
  avatar: null,
  createdAt: null,
  updatedAt: null,
  version: null,
  raw: null,
}

/** A person of whom nothing is known but what is given. */
export function makePerson(source: string, id: string, fields: Partial<Person> = {}): Person {
  return {
    ...BASE,
    type: 'Person',
    ref: { source, id },
    displayName: [fields.firstName, fields.lastName].filter(Boolean).join(' ') || `Person ${id}`,
    prefix: null,
    firstName: null,
    middleName: null,
    lastName: null,
    suffix: null,
    nickname: null,
    gender: null,
    birthDate: null,
    approximateAge: null,
    isDeceased: null,
    jobTitle: null,
    about: null,
    interests: null,
    organizationId: null,
    organizationRole: null,
    sharing: null,
    managerIds: null,
    stage: null,
    tags: [],
    customCollections: null,
    createdBy: null,
    updatedBy: null,
    viewerCanUpdate: null,
    viewerCanDelete: null,
    ...fields,
  }
}

/** A user of whom nothing is known but what is given. */
export function makeUser(source: string, id: string, fields: Partial<User> = {}): User {
  return {
    ...BASE,
    type: 'User',
    ref: { source, id },
    displayName: [fields.firstName, fields.lastName].filter(Boolean).join(' ') || `User ${id}`,
    username: null,
    email: null,
    firstName: null,
    middleName: null,
    lastName: null,
    nickname: null,
    gender: null,
    birthDate: null,
    jobTitle: null,
    department: null,
    location: null,
    about: null,
    status: null,
    activation: null,
    hiredOn: null,
    terminatedOn: null,
    managerId: null,
    groups: null,
    isAdmin: null,
    isOwner: null,
    isGuest: null,
    adminModules: null,
    origin: null,
    locale: null,
    storage: null,
    organizationId: null,
    accesses: null,
    profileUrl: null,
    ...fields,
  }
}

/** An organization of which nothing is known but what is given. */
export function makeOrganization(source: string, id: string, fields: Partial<Organization> = {}): Organization {
  const name = fields.name ?? `Organization ${id}`
  return {
    ...BASE,
    type: 'Organization',
    ref: { source, id },
    displayName: name,
    name,
    kind: null,
    about: null,
    website: null,
    parentId: null,
    ...fields,
  }
}

/** A contact item of which nothing is known but what is given. */
export function makeItem(id: string, fields: Partial<ContactItem> & Pick<ContactItem, 'kind' | 'value'>): ContactItem {
  return {
    id,
    type: null,
    normalizedValue: null,
    address: null,
    label: null,
    isDefault: null,
    isOptedIn: null,
    createdAt: null,
    updatedAt: null,
    ...fields,
  }
}
