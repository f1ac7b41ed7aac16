import type { ContactItem } from '../../model/contact-item.ts'
import type { Organization } from '../../model/organization.ts'
import type { Person } from '../../model/person.ts'
import type { CustomFieldDefinition, RecordBase } from '../../model/record.ts'
import type { RecordType } from '../../model/ref.ts'
import type { User } from '../../model/user.ts'
import { contactItemType } from './contact-item-types.ts'
import { toCustomFields } from './custom-fields.ts'
import { defaultEmail, foldTag, yearsSince } from './derived.ts'
import type { Bit } from './tables.ts'
import type { BaseTuple, ContactItemTuple, TupleOf } from './tuples.ts'

/** What mapping needs besides the row. */
export interface RowContext {
  readonly source: string
  readonly definitions: readonly CustomFieldDefinition[]
  readonly now: () => number
}

export function toPerson([base, human, own]: TupleOf['Person'], context: RowContext): Person {
  const [firstName, middleName, lastName, nickname, gender, birthDate, jobTitle, about] = human
  const [prefix, suffix, deceased, interests, organizationId, organizationRole, sharing, stage, tags, managerIds] = own
  const isDeceased = toBoolean(deceased)
  return {
    ...toBase('Person', base, context),
    prefix,
    firstName,
    middleName,
    lastName,
    suffix,
    nickname,
    gender,
    birthDate,
    approximateAge: isDeceased ? null : yearsSince(birthDate, context.now()),
    isDeceased,
    jobTitle,
    about,
    interests,
    organizationId,
    organizationRole,
    sharing,
    managerIds,
    stage,
    tags: sortTags(tags),
    customCollections: null,
    createdBy: null,
    updatedBy: null,
    viewerCanUpdate: true,
    viewerCanDelete: true,
  }
}

export function toUser([base, human, own]: TupleOf['User'], context: RowContext): User {
  const [firstName, middleName, lastName, nickname, gender, birthDate, jobTitle, about] = human
  const [username, department, location, status, hiredOn, terminatedOn, managerId, locale, groups, stored] = own
  const accesses = stored.map(([id, name, organizationId, bit]) => ({ id, name, organizationId, isPrimary: bit === 1 }))
  const shared = toBase('User', base, context)
  return {
    ...shared,
    username,
    email: defaultEmail(shared.contactItems),
    firstName,
    middleName,
    lastName,
    nickname,
    gender,
    birthDate,
    jobTitle,
    department,
    location,
    about,
    status,
    activation: null,
    hiredOn,
    terminatedOn,
    managerId,
    groups,
    isAdmin: null,
    isOwner: null,
    isGuest: null,
    adminModules: null,
    origin: null,
    locale,
    storage: null,
    organizationId: accesses.find(({ isPrimary }) => isPrimary)?.organizationId ?? null,
    accesses,
    profileUrl: null,
  }
}

export function toOrganization([base, own]: TupleOf['Organization'], context: RowContext): Organization {
  const [name, kind, about, website, parentId] = own
  return { ...toBase('Organization', base, context), name, kind, about, website, parentId }
}

function toBase<Type extends RecordType>(type: Type, row: BaseTuple, { source, definitions }: RowContext) {
  const [, id, revision, displayName, createdAt, updatedAt, avatar, contactItems, customFields] = row
  return {
    type,
    ref: { source, id },
    displayName,
    avatar,
    contactItems: contactItems.map(toContactItem),
    customFields: customFields === null ? NONE : toCustomFields(customFields, definitions),
    createdAt,
    updatedAt,
    version: String(revision),
    raw: null,
  } satisfies RecordBase & { readonly type: Type }
}

function toContactItem(tuple: ContactItemTuple): ContactItem {
  const [id, kind, typeId, value, normalizedValue, address, label, isDefault, isOptedIn, createdAt, updatedAt] = tuple
  return {
    id,
    kind,
    type: contactItemType(typeId) ?? null,
    value,
    normalizedValue,
    address,
    label,
    isDefault: isDefault === 1,
    isOptedIn: toBoolean(isOptedIn),
    createdAt,
    updatedAt,
  }
}

/** By what they are compared by, in the order of code units; one order wherever tags come from. */
export function sortTags(tags: readonly string[]): readonly string[] {
  if (tags.length < 2) return tags
  return tags
    .map((tag) => [foldTag(tag), tag] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, tag]) => tag)
}

function toBoolean(bit: Bit | null): boolean | null {
  return bit === null ? null : bit === 1
}

const NONE: readonly never[] = []
