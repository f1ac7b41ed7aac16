import { canonicalJson, type JsonObject } from '../../../model/json.ts'
import type { Organization } from '../../../model/organization.ts'
import type { Person, Sharing } from '../../../model/person.ts'
import type { AvatarInfo, CustomField, CustomFieldDefinition, CustomFieldType } from '../../../model/record.ts'
import { digest, versionedBy } from '../../version.ts'
import { toUtc } from '../envelope.ts'
import { WEBSITE } from './item-types.ts'
import { toItems } from './mapping-items.ts'
import type { Revisions } from './revisions.ts'
import type { WireContact, WireCustomField, WireRow } from './wire.ts'

/** What was read of a contact besides itself. Absent: not read. */
export interface ContactParts {
  /** Every row, addresses included. */
  readonly rows?: readonly WireRow[]
  readonly tags?: readonly string[]
  readonly avatar?: AvatarInfo | null
}

/** Contacts of one source as records. */
export interface ContactMapping {
  person(wire: WireContact, parts?: ContactParts): Person
  organization(wire: WireContact, parts?: ContactParts): Organization
}

export function createMapping(source: string, revisions: Revisions): ContactMapping {
  return {
    person: (wire, parts = {}) => toPerson(wire, { source, revisions, parts }),
    organization: (wire, parts = {}) => toOrganization(wire, { source, revisions, parts }),
  }
}

interface MappingContext {
  readonly source: string
  readonly revisions: Revisions
  readonly parts: ContactParts
}

function toPerson(wire: WireContact, context: MappingContext): Person {
  const { parts } = context
  const tags = parts.tags ?? wire.tags ?? undefined
  const person: Omit<Person, 'version'> = {
    type: 'Person',
    ...common(wire, context),
    prefix: null,
    firstName: wire.firstName || null,
    middleName: null,
    lastName: wire.lastName || null,
    suffix: null,
    nickname: null,
    gender: null,
    birthDate: null,
    approximateAge: null,
    isDeceased: null,
    jobTitle: wire.title || null,
    about: wire.about || null,
    interests: null,
    organizationId: wire.company ? String(wire.company.id) : null,
    organizationRole: null,
    sharing: toSharing(wire.shareType),
    managerIds: managersOf(wire),
    stage: wire.contactStatus?.title ?? null,
    ...(tags !== undefined && { tags }),
    customCollections: null,
    createdBy: wire.createBy ? { displayName: wire.createBy.displayName ?? '', userId: wire.createBy.id } : null,
    updatedBy: null,
    viewerCanUpdate: wire.canEdit ?? null,
    viewerCanDelete: wire.canDelete ?? null,
  }
  return versioned(person, wire, context)
}

function toOrganization(wire: WireContact, context: MappingContext): Organization {
  const { parts } = context
  const organization: Omit<Organization, 'version'> = {
    type: 'Organization',
    ...common(wire, context),
    name: wire.companyName || wire.displayName || '',
    kind: 'COMPANY',
    about: wire.about || null,
    website: websiteRow(parts.rows ?? wire.commonData ?? [])?.data ?? null,
    parentId: null,
  }
  return versioned(organization, wire, context)
}

const REVISION = Symbol('revision')

const toldByRevision = versionedBy((record: { readonly raw: JsonObject | null; readonly [REVISION]?: string }) =>
  versionOf(record.raw as unknown as WireContact, record[REVISION] ?? ''),
)

/** The revision is that of this moment, whenever the version is asked for. */
function versioned<R extends { readonly raw: JsonObject | null }>(
  record: R,
  wire: WireContact,
  context: MappingContext,
) {
  return toldByRevision(Object.defineProperty(record, REVISION, { value: context.revisions.of(wire.id) }))
}

function common(wire: WireContact, { source, parts: { rows, avatar } }: MappingContext) {
  const items = rows ?? rowsWithin(wire)
  const names = [wire.firstName, wire.lastName].filter(Boolean).join(' ')
  return {
    ref: { source, id: String(wire.id) },
    displayName: wire.displayName || wire.companyName || names || String(wire.id),
    ...(items !== undefined && { contactItems: toItems(items) }),
    ...(avatar !== undefined && { avatar }),
    customFields: (wire.customFields ?? []).flatMap(toCustomField),
    createdAt: toUtc(wire.created),
    updatedAt: null,
    raw: wire as JsonObject,
  }
}

/** All rows, where the contact itself shows them all: its addresses come without ids. */
function rowsWithin({ commonData, addresses }: WireContact): readonly WireRow[] | undefined {
  return (addresses ?? []).length === 0 ? (commonData ?? []) : undefined
}

/** A company's website is its first primary one, or else its first. */
export function websiteRow(rows: readonly WireRow[]): WireRow | undefined {
  const websites = rows.filter(({ infoType }) => infoType === WEBSITE).toSorted((a, b) => placeOf(a) - placeOf(b))
  return websites.find(({ isPrimary }) => isPrimary) ?? websites[0]
}

/** Rows count up. One that is yet to be made, whose id is negative, comes after all that are there. */
function placeOf({ id }: WireRow): number {
  return id < 0 ? 2 ** 52 - id : id
}

const SHARINGS: readonly Sharing[] = ['PRIVATE', 'READ_WRITE', 'READ']

export function toSharing(shareType: number): Sharing | null {
  return SHARINGS[shareType] ?? null
}

/** `null` for what is no sharing. */
export function fromSharing(sharing: Sharing): number | null {
  const shareType = SHARINGS.indexOf(sharing)
  return shareType < 0 ? null : shareType
}

/** Who is on the access list, which is shown, and asked, only while the contact is private. */
function managersOf({ shareType, accessList }: WireContact): readonly string[] {
  return shareType === 0 ? (accessList ?? []).map(({ id }) => id.toLowerCase()) : []
}

const FIELD_TYPES: readonly CustomFieldType[] = ['TEXT', 'TEXT', 'CHOICE', 'BOOLEAN', 'HEADING', 'DATE']

/** Single reads bring headings along, which hold nothing; lists do not. */
function toCustomField(field: WireCustomField): readonly CustomField[] {
  const { type, key, label, options } = toDefinition(field)
  return type === 'HEADING' || !field.fieldValue ? [] : [{ key, label, type, value: field.fieldValue, options }]
}

export function toDefinition({ id, label, fieldType, mask }: WireCustomField): CustomFieldDefinition {
  const type = FIELD_TYPES[fieldType ?? 0] ?? 'TEXT'
  return { key: String(id), label: label ?? '', type, options: type === 'CHOICE' ? readOptions(mask) : null }
}

/** The mask of a select box is the JSON list of its options; of other fields, their size. */
function readOptions(mask: string | null | undefined): readonly string[] | null {
  try {
    const options: unknown = JSON.parse(mask ?? '')
    return Array.isArray(options) ? options.map(String) : null
  } catch {
    return null
  }
}

/**
 * Of what single reads and lists both show, counters and rights aside: neither tags nor the picture, of which only what was written
 * from here is known.
 */
function versionOf(wire: WireContact, revision: string): string {
  const { firstName, lastName, title, companyName, about, industry, shareType, customFields } = wire
  const seen = {
    revision,
    texts: [firstName, lastName, title, companyName, about, industry].map((text) => text ?? ''),
    shareType,
    access: (wire.accessList ?? []).map(({ id }) => id).sort(),
    company: wire.company?.id ?? 0,
    currency: wire.currency?.abbreviation ?? '',
    status: wire.contactStatus?.id ?? 0,
    rows: (wire.commonData ?? [])
      .map(({ id, infoType, category, data, isPrimary }) => [id, infoType, category, data, isPrimary] as const)
      .sort(([a], [b]) => a - b),
    addresses: (wire.addresses ?? []).map(canonicalJson).sort(),
    fields: (customFields ?? [])
      .filter(({ fieldValue }) => fieldValue)
      .map(({ id, fieldValue }) => [id, fieldValue] as const)
      .sort(([a], [b]) => a - b),
  }
  return digest(seen)
}
