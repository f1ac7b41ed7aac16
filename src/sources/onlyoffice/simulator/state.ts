import type { StoredPicture } from './pictures.ts'

/** An account of the portal, as its table holds it. Workspace and DocSpace keep the same. */
export interface UserRow {
  readonly id: string
  userName: string
  firstName: string
  lastName: string
  email: string
  password: string
  title: string
  location: string
  notes: string
  cultureName: string
  mobilePhone: string
  mobilePhoneActivation: 0 | 1
  birthday: number | null
  workFrom: number | null
  terminated: number | null
  sex: 'male' | 'female' | null
  /** 1 active, 2 terminated, 4 on leave (Workspace) or pending (DocSpace). */
  status: 1 | 2 | 4
  activation: number
  /** The text column: `type|value|type|value|`. */
  contacts: string
  /** Ids of groups. */
  groups: string[]
  /** Id of the user this one answers to. */
  lead: string | null
  picture: StoredPicture | null
  /** False while the thumbnails of a new picture are still being made. */
  thumbnailsReady: boolean
  isOwner: boolean
  isAdmin: boolean
  isVisitor: boolean
  isRoomAdmin: boolean
  isLDAP: boolean
  isSSO: boolean
  /** An account of the portal itself, which nobody edits. */
  isSystem: boolean
  adminModules: string[]
  usedSpace: { docs: number; mail: number; talk: number }
  /** How this account signs in; `sms` and `app` want a code besides the password. */
  secondFactor: 'none' | 'sms' | 'app'
  readonly created: number
  /** Grows with every change of the profile, not of the picture alone. */
  changed: number
}

export interface GroupRow {
  readonly id: string
  name: string
  managerId: string | null
}

export interface ContactRow {
  readonly id: number
  isCompany: boolean
  firstName: string
  lastName: string
  title: string
  companyName: string
  companyId: number
  about: string
  industry: string
  currency: string | null
  statusId: number
  typeId: number
  /** 0 none, 1 read and write, 2 read. */
  shareType: number
  /** Ids of the users on the access list. */
  access: string[]
  /** Custom field id to value. */
  fields: Map<number, string>
  tags: string[]
  projects: number[]
  hasInvoice: boolean
  taskCount: number
  createdBy: string
  created: number
  modified: number
  picture: StoredPicture | null
  /** False while the thumbnails of a new picture are still being made. */
  thumbnailsReady: boolean
}

export interface InfoRow {
  readonly id: number
  contactId: number
  type: number
  category: number
  data: string
  isPrimary: boolean
}

/** For contacts of every kind (`contact`), or for persons or companies only. */
export type FieldEntity = 'contact' | 'person' | 'company' | 'opportunity'

export interface FieldDefinition {
  readonly id: number
  readonly entity: FieldEntity
  readonly label: string
  /** 0 text, 1 text area, 2 select box, 3 check box, 4 heading, 5 date. */
  readonly fieldType: number
  readonly position: number
  /** JSON text: the options of a select box, the size of a text. */
  readonly mask: string
}

export interface ListItem {
  readonly id: number
  readonly title: string
  readonly description: string
  readonly color: string
  readonly sortOrder: number
}

/** Everything a Workspace portal holds. Tests may read and change it behind the API's back. */
export interface PortalState {
  readonly users: Map<string, UserRow>
  readonly groups: Map<string, GroupRow>
  readonly contacts: Map<number, ContactRow>
  readonly infoRows: Map<number, InfoRow>
  readonly fieldDefinitions: FieldDefinition[]
  readonly statuses: ListItem[]
  readonly types: ListItem[]
  readonly tags: Set<string>
  /** Pictures that were uploaded and not yet taken for anybody. */
  readonly temporaryPictures: Map<number, StoredPicture>
  /** Token to user id. */
  readonly tokens: Map<string, string>
  nextId: number
}

/** What the reference calls inferred can be made to go either way. The first of each pair is what it expects. */
export interface WorkspaceSwitches {
  /** Status of refused credentials. */
  readonly refusedSignIn: 500 | 401
  /** Status of a missing right on another user's profile. */
  readonly refusedProfile: 500 | 403
  readonly longContacts: 'refused' | 'truncated'
  readonly batch: 'works' | 'missing' | 'broken'
  /** Texts that a profile update does not mention; contacts, groups, lead and guest flag are always lost. */
  readonly omittedProfile: 'kept' | 'cleared'
  /** `startIndex` of a generic list that is no longer than `count`. */
  readonly shortLists: 'ignore-start' | 'honour-start'
  /** Who the photo handler answers: anybody, or a browser with the cookie. */
  readonly photoHandler: 'open' | 'cookie'
  readonly pictureUrls: 'relative' | 'absolute'
  readonly thumbnails: 'at-once' | 'later'
  readonly defaultPictures: 'light' | 'dark'
  /** Whether a form-encoded person update loses company and description. */
  readonly personForm: 'whole' | 'lossy'
  readonly notFoundPage: 'html' | 'empty'
  readonly unauthorizedPage: 'text' | 'html'
  readonly search: 'names' | 'full-text'
  /** Whether e-mail addresses and contacts of others are hidden. */
  readonly peopleModule: 'on' | 'off'
  readonly payment: 'paid' | 'unpaid'
  readonly region: 'here' | 'moving'
}

export const EXPECTED_SWITCHES: WorkspaceSwitches = {
  refusedSignIn: 500,
  refusedProfile: 500,
  longContacts: 'refused',
  batch: 'works',
  omittedProfile: 'kept',
  shortLists: 'ignore-start',
  photoHandler: 'open',
  pictureUrls: 'relative',
  thumbnails: 'at-once',
  defaultPictures: 'light',
  personForm: 'whole',
  notFoundPage: 'html',
  unauthorizedPage: 'text',
  search: 'names',
  peopleModule: 'on',
  payment: 'paid',
  region: 'here',
}
