import type { ContactItem, ContactItemType, PostalAddress } from '../../model/contact-item.ts'
import { formatAddress, withNormalizedValue } from '../../model/contact-item.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Organization } from '../../model/organization.ts'
import type { User } from '../../model/user.ts'
import { digest, versionedBy } from '../version.ts'
import type { BluskySettings } from './settings.ts'
import { kindOfType, type TypeCatalog } from './types.ts'
import { guidOf, isObject, type WireFacility, type WireOccupancy, type WireUser } from './wire.ts'

/** What mapping must know besides the wire. */
export interface MappingContext {
  readonly source: string
  readonly settings: BluskySettings
  readonly types: TypeCatalog
}

const GENDERS: Readonly<Record<number, string>> = { 1: 'female', 2: 'male' }
const UNSPECIFIED_GENDER = 3
const OCCUPANCY = 1

/** The system gives no version: it is made of all it says. */
const versioned = versionedBy(({ raw }: { readonly raw: JsonObject | null }) => digest(raw))

export function toUser(wire: WireUser, context: MappingContext): User {
  const contactItems = toContactItems(wire, context)
  const names = [wire.FirstName, wire.MiddleInitial, wire.LastName].filter(Boolean).join(' ')
  const email = wire.DefaultEmail || contactItems.find(({ kind, isDefault }) => kind === 'EMAIL' && isDefault)?.value
  const id = wire.PersonId.toLowerCase()
  const user: Omit<User, 'version'> = {
    type: 'User',
    ref: { source: context.source, id },
    displayName: names || wire.Nickname || email || id,
    // The system takes photos and gives none back.
    avatar: null,
    contactItems,
    customFields: null,
    createdAt: null,
    updatedAt: null,
    raw: wire as JsonObject,
    username: null,
    email: email || null,
    firstName: wire.FirstName || null,
    middleName: wire.MiddleInitial || null,
    lastName: wire.LastName || null,
    nickname: wire.Nickname || null,
    gender: GENDERS[wire.sGenderId ?? UNSPECIFIED_GENDER] ?? null,
    birthDate: null,
    jobTitle: null,
    department: null,
    location: wire.FacilityName || null,
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
    organizationId: wire.CompanyInstanceType === OCCUPANCY ? guidOf(wire.CompanyInstanceId ?? '') : null,
    accesses: null,
    profileUrl: null,
  }
  return versioned(user)
}

/** Whether the user view holds contact items under the configured name. Without them nothing is written: it could not be seen. */
export function showsContactItems(wire: WireUser, { contactItemFields }: BluskySettings): boolean {
  return Array.isArray(wire[contactItemFields.list])
}

/** The items of the user view; where it has none, its default e-mail address and telephone number. */
function toContactItems(wire: WireUser, context: MappingContext): readonly ContactItem[] {
  const { list, ...fields } = context.settings.contactItemFields
  const items = wire[list]
  if (Array.isArray(items)) {
    return items.flatMap((item: unknown): readonly ContactItem[] => {
      if (!isObject(item)) return []
      const [id, value] = [item[fields.id], item[fields.value]]
      const type = toType(item[fields.type], item[fields.typeName], context)
      if (typeof id !== 'string' || typeof value !== 'string') return []
      return [toItem(id.toLowerCase(), type.kind, type, value, item[fields.isDefault] === true)]
    })
  }
  return (
    [
      ['DefaultEmail', 'EMAIL', wire.DefaultEmail],
      ['DefaultPhone', 'PHONE', wire.DefaultPhone],
    ] as const
  ).flatMap(([id, kind, value]) => (value ? [toItem(id, kind, null, value, true)] : []))
}

function toType(id: unknown, name: unknown, { types, settings }: MappingContext): ContactItemType {
  const guid = typeof id === 'string' ? (guidOf(id) ?? id) : ''
  const known = types.find(guid)
  if (known) return known
  const shown = typeof name === 'string' && name !== '' ? name : guid
  return { id: guid, name: shown, kind: kindOfType(guid, shown, null, settings), category: null }
}

export function toItem(
  id: string,
  kind: ContactItem['kind'],
  type: ContactItemType | null,
  value: string,
  isDefault: boolean,
): ContactItem {
  return withNormalizedValue({
    id,
    kind,
    type,
    value,
    address: null,
    label: null,
    isDefault,
    isOptedIn: null,
    createdAt: null,
    updatedAt: null,
  })
}

/** `null` for a word the system has no number for. */
export function fromGender(gender: string | null): number | null {
  if (gender === null) return UNSPECIFIED_GENDER
  const found = Object.entries(GENDERS).find(([, word]) => word === gender)
  return found ? Number(found[0]) : null
}

/** Members of the view that the system computes from others, or keeps elsewhere. An update does not send them. */
const COMPUTED: ReadonlySet<string> = new Set([
  'PersonId',
  'DefaultFloorName',
  'DefaultFloorStopName',
  'DefaultEmail',
  'DefaultPhone',
  'FacilityName',
  'CompanyName',
  'ACSystemName',
])

/** The whole of a user as an update sends it: all that was read, what we do not know of included. */
export function fromUser(wire: WireUser, { contactItemFields }: BluskySettings): JsonObject {
  const kept = Object.entries(wire).filter(([key]) => !COMPUTED.has(key) && key !== contactItemFields.list)
  return { UserId: wire.PersonId.toLowerCase(), ...(Object.fromEntries(kept) as JsonObject) }
}

export function occupancyToOrganization(wire: WireOccupancy, source: string, hasFacilities: boolean): Organization {
  const address: PostalAddress = {
    street: [wire.StreetAddress1, wire.StreetAddress2].filter(Boolean).join(', ') || null,
    city: wire.City || null,
    region: wire.RegionName || null,
    postalCode: wire.PostalCode || null,
    country: wire.CountryName || null,
  }
  const line = formatAddress(address)
  const base = toOrganization(wire.OccupantId, wire.Name ?? '', wire, source)
  return {
    ...base,
    kind: 'COMPANY',
    website: wire.Website || null,
    parentId: hasFacilities ? guidOf(wire.FacilityId ?? '') : null,
    contactItems: line === '' ? [] : [{ ...toItem('address', 'ADDRESS', null, line, true), address }],
  }
}

/** A building: what occupancies are in. */
export function facilityToOrganization(wire: WireFacility, source: string): Organization {
  return toOrganization(wire.FacilityId, wire.FacilityName ?? wire.Name ?? '', wire, source)
}

function toOrganization(id: string, name: string, wire: object, source: string): Organization {
  const lower = id.toLowerCase()
  const organization: Omit<Organization, 'version'> = {
    type: 'Organization',
    ref: { source, id: lower },
    displayName: name || lower,
    avatar: null,
    contactItems: null,
    customFields: null,
    createdAt: null,
    updatedAt: null,
    raw: wire as JsonObject,
    name,
    kind: 'OTHER',
    about: null,
    website: null,
    parentId: null,
  }
  return versioned(organization)
}
