import type { ContactItem } from '../../model/contact-item.ts'
import { normalizeValue } from '../../model/contact-item.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Organization } from '../../model/organization.ts'
import type { Picture } from '../../model/picture.ts'
import type { AvatarInfo } from '../../model/record.ts'
import type { User, UserAccess, UserStatus } from '../../model/user.ts'
import { digest, versionedBy } from '../version.ts'
import type { WireAccess, WireAccessBody, WireCompany, WireUser, WireUserBody } from './wire.ts'

/** What mapping must know besides the wire. */
export interface MappingContext {
  readonly source: string
  readonly statuses: Readonly<Record<string, UserStatus>>
  /** The picture at a route, of the owner `user:7` or `company:7`. */
  avatarOf(route: string, owner: string): AvatarInfo
}

/** The id of a user's one contact item: its e-mail address. */
export const EMAIL_ITEM_ID = 'email'

/** The system gives no version: it is made of all it says. */
const versioned = versionedBy(({ raw }: { readonly raw: JsonObject | null }) => digest(raw))

export function toUser(wire: WireUser, context: MappingContext): User {
  const email = wire.email || null
  const names = [wire.first_name, wire.last_name].filter(Boolean).join(' ')
  const organizationId = wire.primary_company?.id ?? wire.primary_access?.company_id ?? null
  const user: Omit<User, 'version'> = {
    type: 'User',
    ref: { source: context.source, id: String(wire.id) },
    displayName: wire.full_name?.trim() || names || email || String(wire.id),
    avatar: wire.avatar_route ? context.avatarOf(wire.avatar_route, `user:${wire.id}`) : null,
    contactItems: email === null ? [] : [toEmailItem(email)],
    customFields: null,
    createdAt: null,
    updatedAt: null,
    raw: wire as JsonObject,
    username: null,
    email,
    firstName: wire.first_name || null,
    middleName: null,
    lastName: wire.last_name || null,
    nickname: null,
    gender: null,
    birthDate: null,
    jobTitle: null,
    department: null,
    location: null,
    about: null,
    status: wire.status ? (context.statuses[wire.status.toLowerCase()] ?? 'UNKNOWN') : null,
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
    organizationId: organizationId === null ? null : String(organizationId),
    profileUrl: null,
  }
  return versioned(user)
}

export function toOrganization(wire: WireCompany, context: MappingContext): Organization {
  const organization: Omit<Organization, 'version'> = {
    type: 'Organization',
    ref: { source: context.source, id: String(wire.id) },
    displayName: wire.name || String(wire.id),
    avatar: wire.avatar_route ? context.avatarOf(wire.avatar_route, `company:${wire.id}`) : null,
    contactItems: null,
    customFields: null,
    createdAt: null,
    updatedAt: null,
    raw: wire as JsonObject,
    name: wire.name ?? '',
    kind: 'COMPANY',
    about: null,
    website: null,
    parentId: wire.parent_company_id == null ? null : String(wire.parent_company_id),
  }
  return versioned(organization)
}

/** A user's accesses. Where the answer does not say which is the primary one, the user itself does. */
export function toAccesses(accesses: readonly WireAccess[], user: WireUser): readonly UserAccess[] {
  return accesses.map((access) => ({
    id: String(access.id ?? `${access.company_id}-${access.access_id}`),
    name: access.access_name || null,
    organizationId: String(access.company_id),
    isPrimary: isPrimary(access, user),
  }))
}

/** The whole of a user as an update sends it, so that nothing is lost where PUT replaces. */
export function fromUser(user: WireUser, accesses: readonly WireAccess[] | null, withIds: boolean): WireUserBody {
  return {
    first_name: user.first_name ?? '',
    last_name: user.last_name ?? '',
    email: user.email ?? '',
    ...(accesses && { user_accesses_attributes: accesses.map((access) => fromAccess(access, user, withIds)) }),
  }
}

/** A picture as `avatar_base64` holds it. */
export function toAvatarText({ bytes, contentType }: Picture, encoding: 'raw' | 'data-uri'): string {
  const base64 = Buffer.from(bytes).toString('base64')
  return encoding === 'raw' ? base64 : `data:${contentType};base64,${base64}`
}

function fromAccess(access: WireAccess, user: WireUser, withIds: boolean): WireAccessBody {
  return {
    ...(withIds && access.id != null && { id: access.id }),
    company_id: access.company_id,
    access_id: access.access_id,
    primary: isPrimary(access, user),
  }
}

function isPrimary(access: WireAccess, { primary_access }: WireUser): boolean {
  if (access.primary != null) return access.primary
  if (access.id != null) return primary_access?.id === access.id
  return primary_access?.company_id === access.company_id && primary_access.access_id === access.access_id
}

function toEmailItem(email: string): ContactItem {
  return {
    id: EMAIL_ITEM_ID,
    kind: 'EMAIL',
    type: null,
    value: email,
    normalizedValue: normalizeValue('EMAIL', email),
    address: null,
    label: null,
    isDefault: true,
    isOptedIn: null,
    createdAt: null,
    updatedAt: null,
  }
}
