import { type ContactItem, formatAddress, type PostalAddress } from '../../model/contact-item.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Organization, OrganizationKind } from '../../model/organization.ts'
import type { CustomFieldDefinition } from '../../model/record.ts'
import { digest, versionedBy } from '../version.ts'
import { toCollectionBodies } from './mapping.ts'
import { AUDIT, blankToNull, customFieldValues, toAvatar, toCustomFields, toInstant, without } from './values.ts'
import type { ContactTypes, WireAddress, WireContact } from './wire.ts'

export interface OrganizationContext {
  readonly source: string
  readonly definitions: readonly CustomFieldDefinition[]
  readonly types: ContactTypes
  /** All of the contact's, which shows only the primary one itself. Absent: not brought. */
  readonly addresses?: readonly WireAddress[]
}

export function toOrganization(wire: WireContact, context: OrganizationContext): Organization {
  return versioned({
    type: 'Organization' as const,
    ref: { source: context.source, id: String(wire.id) },
    displayName: blankToNull(wire.name) ?? `Organization ${wire.id}`,
    name: wire.name ?? '',
    kind: toKind(wire.contactType, context.types),
    about: blankToNull(wire.description),
    website: blankToNull(wire.website),
    parentId: null,
    avatar: toAvatar(wire.primaryAvatarUrl),
    ...(context.addresses !== undefined && { contactItems: context.addresses.map(toAddressItem) }),
    customFields: toCustomFields(wire.customFields, context.definitions),
    createdAt: toInstant(wire.createDateTimeUtc),
    updatedAt: toInstant(wire.modifiedDateTimeUtc),
    raw: wire as WireContact & JsonObject,
  })
}

const versioned = versionedBy(({ raw }: { readonly raw: WireContact }) => organizationVersion(raw))

/** By the type's parent, for organizations name their own types. */
export function toKind(contactType: string | null | undefined, types: ContactTypes): OrganizationKind | null {
  const name = blankToNull(contactType)
  if (name === null) return null
  const parent = types.find(({ type }) => type === name)?.parentType ?? name
  if (/^household$/i.test(parent)) return 'HOUSEHOLD'
  return /^(organization|company|business|corporation)$/i.test(parent) ? 'COMPANY' : 'OTHER'
}

/** The organization's type of a kind: the one named as its parent, else the first. `null`: it has none. */
export function typeOfKind(kind: OrganizationKind, types: ContactTypes): string | null {
  const candidates = types.filter(({ type }) => toKind(type, types) === kind)
  return (candidates.find(({ type, parentType }) => type === parentType) ?? candidates[0])?.type ?? null
}

export function toAddressItem(wire: WireAddress): ContactItem {
  const lines = [wire.address1, wire.address2].map(blankToNull).filter((line) => line !== null)
  const address: PostalAddress = {
    street: lines.length === 0 ? null : lines.join('\n'),
    city: blankToNull(wire.city),
    region: blankToNull(wire.state),
    postalCode: blankToNull(wire.postal),
    country: blankToNull(wire.country),
  }
  return {
    id: String(wire.id),
    kind: 'ADDRESS',
    type: null,
    value: formatAddress(address).replaceAll('\n', ', '),
    normalizedValue: null,
    address,
    label: blankToNull(wire.label),
    isDefault: wire.isPrimary ?? null,
    isOptedIn: null,
    createdAt: toInstant(wire.createDateTimeUtc),
    updatedAt: toInstant(wire.modifiedDateTimeUtc),
  }
}

const ADDRESS_NOT_WRITTEN: ReadonlySet<string> = new Set(['id', 'isPrimary', 'canBePrimary', ...AUDIT])

/** The body of `PUT /api/ContactAddress/{id}`: whole, its season included. */
export function toAddressBody(wire: WireAddress): JsonObject {
  return { ...(without(wire, ADDRESS_NOT_WRITTEN) as JsonObject), setAsPrimary: wire.isPrimary === true }
}

/** Of what every way of reading a contact shows: of its addresses that is the primary one. */
function organizationVersion(wire: WireContact): string {
  const { address } = wire
  return digest({
    texts: [wire.contactType, wire.name, wire.description, wire.website].map(blankToNull),
    address:
      address == null
        ? null
        : [address.id, ...[address.label, address.address1, address.address2].map(blankToNull)].concat(
            [address.city, address.state, address.postal, address.country].map(blankToNull),
          ),
    avatar: toAvatar(wire.primaryAvatarUrl)?.key ?? null,
    customFields: customFieldValues(wire.customFields),
    rest: Object.fromEntries(WRITTEN_TOO.map((name) => [name, wire[name] === '' ? null : (wire[name] ?? null)])),
  })
}

/** What a contact's PUT takes and `Organization` does not show. */
const WRITTEN_TOO = [
  'informalName',
  'formalContactName',
  'alternateContactName',
  'preferredSalutationName',
  'preferredAddresseeName',
  'maritalStatus',
  'anniversaryMonth',
  'anniversaryDay',
  'anniversaryYear',
  'originSegmentId',
  'isPrivate',
] as const

/** Parts of a contact that are read with it and have calls, or a computation, of their own. */
const OWN_CALLS = [
  'id',
  'address',
  'contactIndividuals',
  'contactReferences',
  'primaryAvatarUrl',
  'tags',
  'organizationGroups',
  'isCurrentUserFollowing',
  'mergedIntoContactId',
  'originSegment',
  'giftAskAmount',
  'giftAskType',
  'lifeToDateGiving',
  'yearToDateGiving',
  'lastGiftAmount',
  'lastGiftDate',
  ...AUDIT,
] as const

/** The body of `PUT /api/Contact/{id}`: the whole model without what has calls of its own. */
export function toContactBody(wire: WireContact): JsonObject {
  const body = without(wire, new Set(OWN_CALLS))
  const written = Object.entries(body).filter(([name]) => !/^contact\w+Url$/.test(name))
  const collections = body.customCollections
  return {
    ...Object.fromEntries(written),
    ...(Array.isArray(collections) && { customCollections: toCollectionBodies(collections) }),
  } as JsonObject
}

const SHOWN: ReadonlySet<string> = new Set([
  'id',
  'name',
  'contactType',
  'description',
  'website',
  'address',
  'primaryAvatarUrl',
  'customFields',
  'isCurrentUserFollowing',
  'contactIndividuals',
  'lifeToDateGiving',
  'yearToDateGiving',
  'lastGiftAmount',
  'lastGiftDate',
  ...AUDIT,
])

/** An address without a season of its own, which is what a new one is. */
const ALL_YEAR = '1/1/12/31'

/**
 * What the vendor holds of a contact and `Organization` does not show; of its members only who they are, for they change by
 * themselves. Seasons of its addresses are under their ids.
 */
export function organizationRest(wire: WireContact, addresses: readonly WireAddress[]): JsonObject {
  const members = (wire.contactIndividuals ?? []).map(({ id, isPrimary, isSecondary }) => ({
    id,
    isPrimary: isPrimary ?? false,
    isSecondary: isSecondary ?? false,
  }))
  const seasons = Object.fromEntries(
    addresses
      .map(({ id, startMonth, startDay, endMonth, endDay }) => [id, [startMonth, startDay, endMonth, endDay]] as const)
      .filter(([, season]) => season.join('/') !== ALL_YEAR),
  )
  return { ...without(wire, SHOWN), members, seasons } as unknown as JsonObject
}
