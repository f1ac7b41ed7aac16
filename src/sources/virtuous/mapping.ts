import type { ContactItem } from '../../model/contact-item.ts'
import { withNormalizedValue } from '../../model/contact-item.ts'
import type { JsonObject } from '../../model/json.ts'
import type { OrganizationRole, Person } from '../../model/person.ts'
import type { CustomCollection, CustomFieldDefinition } from '../../model/record.ts'
import { digest, versionedBy } from '../version.ts'
import { toMethodType } from './method-types.ts'
import {
  AUDIT,
  blankToNull,
  customFieldValues,
  toAvatar,
  toBirthDate,
  toCustomFields,
  toInstant,
  without,
} from './values.ts'
import type { WireIndividual, WireMethod } from './wire.ts'

/** What mapping an individual takes besides the individual. */
export interface PersonContext {
  readonly source: string
  readonly definitions: readonly CustomFieldDefinition[]
  /** Of the contact it was read in; old answers leave `contactId` out. */
  readonly contactId?: number
  /** Of its contact. Absent: not brought. */
  readonly tags?: readonly string[]
}

/** An individual in the words of the model. */
export function toPerson(wire: WireIndividual, context: PersonContext): Person {
  const contactId = wire.contactId ?? context.contactId
  const person = {
    type: 'Person' as const,
    ref: { source: context.source, id: String(wire.id) },
    displayName: toDisplayName(wire),
    prefix: blankToNull(wire.prefix),
    firstName: blankToNull(wire.firstName),
    middleName: blankToNull(wire.middleName),
    lastName: blankToNull(wire.lastName),
    suffix: blankToNull(wire.suffix),
    nickname: blankToNull(wire.nickname),
    gender: blankToNull(wire.gender)?.toLowerCase() ?? null,
    birthDate: toBirthDate(
      { year: wire.birthYear ?? null, month: wire.birthMonth ?? null, day: wire.birthDay ?? null },
      wire.birthDate,
    ),
    approximateAge: wire.approximateAge ?? null,
    isDeceased: wire.isDeceased ?? null,
    jobTitle: null,
    about: null,
    interests: blankToNull(wire.passion),
    organizationId: contactId == null ? null : String(contactId),
    organizationRole: toRole(wire),
    sharing: null,
    managerIds: null,
    stage: null,
    avatar: toAvatar(wire.avatarUrl),
    contactItems: (wire.contactMethods ?? []).map(toContactItem),
    customFields: toCustomFields(wire.customFields, context.definitions),
    customCollections: toCollections(wire),
    createdAt: toInstant(wire.createDateTimeUtc),
    createdBy: toAuthor(wire.createdByUser),
    updatedAt: toInstant(wire.modifiedDateTimeUtc),
    updatedBy: toAuthor(wire.modifiedByUser),
    viewerCanUpdate: null,
    viewerCanDelete: null,
    raw: wire as WireIndividual & JsonObject,
  }
  return versioned(context.tags === undefined ? person : Object.assign(person, { tags: context.tags }))
}

const versioned = versionedBy(({ raw }: { readonly raw: WireIndividual }) => personVersion(raw))

function toDisplayName({ id, firstName, lastName, nickname }: WireIndividual): string {
  const [first, last] = [blankToNull(firstName), blankToNull(lastName)]
  if (first !== null && last !== null) return `${first} ${last}`
  return first ?? last ?? blankToNull(nickname) ?? `Person ${id}`
}

function toRole(wire: WireIndividual): OrganizationRole {
  if (wire.isPrimary === true) return 'PRIMARY'
  return wire.isSecondary === true ? 'SECONDARY' : 'MEMBER'
}

export function toAuthor(displayName: string | null | undefined) {
  const name = blankToNull(displayName)
  return name === null ? null : { displayName: name, userId: null }
}

function toCollections(wire: WireIndividual): readonly CustomCollection[] {
  return (wire.customCollections ?? []).map((collection) => ({
    id: String(collection.collectionInstanceId),
    name: collection.customCollectionName ?? '',
    fields: toCustomFields(collection.fields, []),
  }))
}

export function toContactItem(method: WireMethod): ContactItem {
  const type = toMethodType(method.type)
  return withNormalizedValue({
    id: String(method.id),
    kind: type.kind,
    type,
    value: method.value ?? '',
    address: null,
    label: null,
    isDefault: method.isPrimary ?? null,
    isOptedIn: method.isOptedIn ?? null,
    createdAt: toInstant(method.createDateTimeUtc),
    updatedAt: toInstant(method.modifiedDateTimeUtc),
  })
}

/**
 * Of what every way of reading shows. The times are left out, because the same moment is written with three digits here and seven
 * there; the age, because it changes by itself; and what a way of reading may leave out when it holds nothing.
 */
function personVersion(wire: WireIndividual): string {
  return digest({
    texts: [
      wire.prefix,
      wire.prefix2,
      wire.firstName,
      wire.middleName,
      wire.lastName,
      wire.preMarriageName,
      wire.suffix,
      wire.nickname,
      wire.gender,
      wire.deceasedDate,
      wire.passion,
    ].map((text) => (typeof text === 'string' ? blankToNull(text) : null)),
    flags: [wire.isPrimary, wire.isSecondary, wire.isDeceased].map((flag) => flag ?? false),
    born: [wire.birthYear, wire.birthMonth, wire.birthDay].map((part) => part ?? null),
    avatar: toAvatar(wire.avatarUrl)?.key ?? null,
    methods: (wire.contactMethods ?? [])
      .map(({ id, type, value, isOptedIn, isPrimary }) => [
        id,
        type,
        value ?? '',
        isOptedIn ?? false,
        isPrimary ?? false,
      ])
      .sort((a, b) => Number(a[0]) - Number(b[0])),
    customFields: customFieldValues(wire.customFields),
    customCollections: Object.fromEntries(
      (wire.customCollections ?? []).map((collection) => [
        collection.collectionInstanceId,
        customFieldValues(collection.fields),
      ]),
    ),
  })
}

/** What `Person` shows of an individual, `contactId` among it; `isSecondary` only where `isPrimary` is not set. */
const SHOWN: ReadonlySet<string> = new Set([
  'id',
  'contactId',
  'prefix',
  'firstName',
  'middleName',
  'lastName',
  'suffix',
  'nickname',
  'gender',
  'isPrimary',
  'birthMonth',
  'birthDay',
  'birthYear',
  'birthDate',
  'approximateAge',
  'isDeceased',
  'passion',
  'avatarUrl',
  'contactMethods',
  'customFields',
  'customCollections',
  // They follow from the others' flags.
  'canBePrimary',
  'canBeSecondary',
  ...AUDIT,
])

/** What the vendor holds of an individual and `Person` does not show: `preMarriageName`, `prefix2`, `deceasedDate`, and whatever comes. */
export function personRest(wire: WireIndividual): JsonObject {
  return without(wire, SHOWN) as JsonObject
}

const NOT_WRITTEN: ReadonlySet<string> = new Set([
  'id',
  'contactId',
  'contactMethods',
  // Written as `setAsPrimary` and `setAsSecondary`.
  'isPrimary',
  'canBePrimary',
  'isSecondary',
  'canBeSecondary',
  // Follows from its parts.
  'birthDate',
  ...AUDIT,
])

/**
 * The body of `PUT /api/ContactIndividual/{id}`: the whole record, fields that nobody here knows included, because the reference
 * page says that what is left out is removed.
 */
export function toIndividualBody(wire: WireIndividual): JsonObject {
  const collections = wire.customCollections
  return {
    ...(without(wire, NOT_WRITTEN) as JsonObject),
    setAsPrimary: wire.isPrimary === true,
    setAsSecondary: wire.isSecondary === true,
    ...(collections && { customCollections: toCollectionBodies(collections) }),
  }
}

/** Collections are read with `customCollectionName` and written with `name`. */
export function toCollectionBodies(collections: readonly Readonly<Record<string, unknown>>[]): readonly JsonObject[] {
  return collections.map(
    (collection) => ({ ...collection, name: collection.customCollectionName ?? null }) as JsonObject,
  )
}

const METHOD_NOT_WRITTEN: ReadonlySet<string> = new Set(['id', 'isPrimary', 'canBePrimary', ...AUDIT])

/** The body of `PUT /api/ContactMethod/{id}`: whole, for the same reason. */
export function toMethodBody(method: WireMethod): JsonObject {
  return { ...(without(method, METHOD_NOT_WRITTEN) as JsonObject), setAsPrimary: method.isPrimary === true }
}
