/** What the pretended vendor holds. Times are milliseconds since 1970; ids are integers, as on the wire. */
export interface State {
  readonly contacts: Map<number, ContactRecord>
  readonly individuals: Map<number, IndividualRecord>
  readonly methods: Map<number, MethodRecord>
  readonly addresses: Map<number, AddressRecord>
  readonly tags: Map<number, string>
  readonly contactTags: Map<number, { readonly id: number; readonly contactId: number; readonly tagId: number }>
  readonly avatars: Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>
  /** Ids of contact methods and addresses that are kept for history and shown no more with their owner. */
  readonly archived: Set<number>
  /** Contacts handed in through `/Transaction` and `/Batch`: the vendor works them off at night. */
  readonly pending: unknown[]
  /** The next free id, one row for everything: no two records of any kind share one. */
  nextId: number
  readonly now: () => number
}

export type Value = string | number | boolean | null

export interface Audit {
  createdAt: number
  createdBy: string | null
  modifiedAt: number
  modifiedBy: string | null
}

export interface CustomFieldValue {
  readonly name: string
  readonly value: string | null
}

export interface CollectionInstance {
  readonly customCollectionId: number
  readonly customCollectionName: string
  readonly collectionInstanceId: number
  readonly fields: readonly CustomFieldValue[]
}

/** `fields` are those a write may name; everything else has its own rules. */
export interface ContactRecord extends Audit {
  readonly id: number
  fields: Record<string, Value>
  isArchived: boolean
  references: readonly { readonly source: string; readonly id: string }[]
  customFields: readonly CustomFieldValue[]
  customCollections: readonly CollectionInstance[]
}

export interface IndividualRecord extends Audit {
  readonly id: number
  readonly contactId: number
  fields: Record<string, Value>
  isPrimary: boolean
  isSecondary: boolean
  customFields: readonly CustomFieldValue[]
  customCollections: readonly CollectionInstance[]
}

export interface MethodRecord extends Audit {
  readonly id: number
  readonly individualId: number
  type: string
  value: string
  isOptedIn: boolean
  isPrimary: boolean
}

export interface AddressRecord extends Audit {
  readonly id: number
  readonly contactId: number
  fields: Record<string, Value>
  isPrimary: boolean
}

export const CONTACT_FIELDS = [
  'contactType',
  'name',
  'informalName',
  'formalContactName',
  'alternateContactName',
  'preferredSalutationName',
  'preferredAddresseeName',
  'description',
  'website',
  'maritalStatus',
  'anniversaryMonth',
  'anniversaryDay',
  'anniversaryYear',
  'originSegmentId',
  'isPrivate',
] as const

export const INDIVIDUAL_FIELDS = [
  'prefix',
  'prefix2',
  'firstName',
  'middleName',
  'lastName',
  'preMarriageName',
  'suffix',
  'nickname',
  'gender',
  'birthMonth',
  'birthDay',
  'birthYear',
  'approximateAge',
  'isDeceased',
  'deceasedDate',
  'passion',
  'avatarUrl',
] as const

export const ADDRESS_FIELDS = [
  'label',
  'address1',
  'address2',
  'city',
  'state',
  'postal',
  'country',
  'startMonth',
  'startDay',
  'endMonth',
  'endDay',
] as const

export function emptyState(now: () => number): State {
  return {
    contacts: new Map(),
    individuals: new Map(),
    methods: new Map(),
    addresses: new Map(),
    tags: new Map(),
    contactTags: new Map(),
    avatars: new Map(),
    archived: new Set(),
    pending: [],
    nextId: 1001,
    now,
  }
}

export function takeId(state: State): number {
  const id = state.nextId
  state.nextId += 1
  return id
}

export function newAudit(state: State, by: string): Audit {
  const at = state.now()
  return { createdAt: at, createdBy: by, modifiedAt: at, modifiedBy: by }
}

/** Marks a record as modified, and the contact it belongs to with it. */
export function touch(state: State, record: Audit, contactId: number | null, by: string): void {
  record.modifiedAt = state.now()
  record.modifiedBy = by
  const contact = contactId === null ? undefined : state.contacts.get(contactId)
  if (contact !== undefined) contact.modifiedAt = record.modifiedAt
}

export function individualsOf(state: State, contactId: number): IndividualRecord[] {
  return [...state.individuals.values()].filter((individual) => individual.contactId === contactId)
}

export function methodsOf(state: State, individualId: number): MethodRecord[] {
  return [...state.methods.values()].filter(
    (method) => method.individualId === individualId && !state.archived.has(method.id),
  )
}

export function addressesOf(state: State, contactId: number): AddressRecord[] {
  return [...state.addresses.values()].filter(
    (address) => address.contactId === contactId && !state.archived.has(address.id),
  )
}

export function tagNamesOf(state: State, contactId: number): string[] {
  return [...state.contactTags.values()]
    .filter((link) => link.contactId === contactId)
    .map((link) => state.tags.get(link.tagId) ?? '')
}

/** What "primary" is unique within: one e-mail, one phone, one of each other type. */
export function methodGroup(type: string): string {
  if (/ email$/i.test(type)) return 'email'
  return / phone$/i.test(type) || type === 'Fax' ? 'phone' : type
}
