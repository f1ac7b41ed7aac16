import type { Organization } from '../../model/organization.ts'
import type { Person } from '../../model/person.ts'
import type { User } from '../../model/user.ts'

const BLANK_RECORD = {
  ref: { source: '', id: '{id}' },
  displayName: '',
  avatar: null,
  contactItems: [],
  customFields: [],
  createdAt: null,
  updatedAt: null,
  version: null,
  raw: null,
} as const

const BLANK_HUMAN = {
  firstName: null,
  middleName: null,
  lastName: null,
  nickname: null,
  gender: null,
  birthDate: null,
  jobTitle: null,
  about: null,
} as const

/** Nobody yet: what a new person is compared with. */
export function blankPerson(): Person {
  return {
    ...BLANK_RECORD,
    ...BLANK_HUMAN,
    type: 'Person',
    prefix: null,
    suffix: null,
    approximateAge: null,
    isDeceased: null,
    interests: null,
    organizationId: null,
    organizationRole: null,
    sharing: null,
    managerIds: [],
    stage: null,
    tags: [],
    customCollections: null,
    createdBy: null,
    updatedBy: null,
    viewerCanUpdate: true,
    viewerCanDelete: true,
  }
}

export function blankUser(): User {
  return {
    ...BLANK_RECORD,
    ...BLANK_HUMAN,
    type: 'User',
    username: null,
    email: null,
    department: null,
    location: null,
    status: null,
    activation: null,
    hiredOn: null,
    terminatedOn: null,
    managerId: null,
    groups: [],
    isAdmin: null,
    isOwner: null,
    isGuest: null,
    adminModules: null,
    origin: null,
    locale: null,
    storage: null,
    organizationId: null,
    accesses: [],
    profileUrl: null,
  }
}

export function blankOrganization(): Organization {
  return { ...BLANK_RECORD, type: 'Organization', name: '', kind: null, about: null, website: null, parentId: null }
}
