import { createHash } from 'node:crypto'
import { type ContactItem, type ContactItemType, withNormalizedValue } from '../../../model/contact-item.ts'
import { canonicalJson, type JsonObject } from '../../../model/json.ts'
import type { AvatarInfo, PartialDate } from '../../../model/record.ts'
import type { StorageUsage, User, UserActivation, UserGroup, UserStatus } from '../../../model/user.ts'
import { versionedBy } from '../../version.ts'
import { toUtc } from '../envelope.ts'
import { dayOf } from '../times.ts'
import { ACCOUNT_EMAIL, ACCOUNT_PHONE, contactType } from './contact-types.ts'
import type { WireContact, WireProfile } from './wire.ts'

/** Which of the two products answers: they keep the same people in different ways. */
export type Server = 'workspace' | 'docspace'

export interface MappingContext {
  /** Configured name. */
  readonly source: string
  readonly server: Server
  /** Whether this way of reading computes sizes; else they are all 0 and mean nothing. */
  readonly withSizes: boolean
  /** Names the picture by what it is, where somebody looked; else its address does, which changes with any change of the profile. */
  readonly avatarKey?: string
}

export function toUser(profile: WireProfile, context: MappingContext): User {
  const { source, server, withSizes, avatarKey } = context
  const picture = pictureOf(profile)
  return versioned({
    type: 'User' as const,
    ref: { source, id: profile.id },
    displayName: toDisplayName(profile),
    contactItems: toContactItems(profile),
    customFields: null,
    createdAt: toUtc(profile.registrationDate),
    updatedAt: null,
    username: text(profile.userName),
    email: text(profile.email),
    firstName: text(profile.firstName),
    middleName: null,
    lastName: text(profile.lastName),
    nickname: null,
    gender: text(profile.sex)?.toLowerCase() ?? null,
    birthDate: toPartialDate(dayOf(profile.birthday)),
    jobTitle: text(profile.title),
    department: text(decodeHtml(profile.department ?? '')),
    location: text(profile.location),
    about: text(profile.notes),
    status: toStatus(profile.status, server),
    activation: toActivation(profile.activationStatus),
    hiredOn: dayOf(profile.workFrom),
    terminatedOn: dayOf(profile.terminated),
    managerId: text(profile.lead),
    groups: (profile.groups ?? []).map(toGroup),
    isAdmin: profile.isAdmin ?? null,
    isOwner: profile.isOwner ?? null,
    isGuest: profile.isVisitor ?? null,
    adminModules: profile.listAdminModules ?? [],
    origin: profile.isLDAP ? 'LDAP' : profile.isSSO ? 'SSO' : 'LOCAL',
    locale: text(profile.cultureName),
    organizationId: null,
    accesses: null,
    profileUrl: text(profile.profileUrl),
    avatar: toAvatar(picture, avatarKey),
    ...((withSizes || server === 'docspace') && { storage: toStorage(profile) }),
    raw: profile as unknown as JsonObject,
  })
}

/** Of what every way of reading shows: which picture there is, and not by what it is served; not what is stored. */
const versioned = versionedBy((record: { readonly raw: JsonObject | null }) => {
  const profile = record.raw as unknown as WireProfile
  const seen = Object.keys(record).filter((key) => !UNVERSIONED.has(key)) as (keyof typeof record)[]
  const content = Object.fromEntries(seen.map((key) => [key, record[key]]))
  return digest({ ...content, picture: pictureOf(profile), rest: toRest(profile) })
})
const UNVERSIONED: ReadonlySet<string> = new Set(['avatar', 'storage', 'raw', 'version'])

/** What the portal holds of a user beyond the unified fields, in its own words. */
export function toRest(profile: WireProfile): JsonObject {
  return {
    mobilePhoneActivationStatus: profile.mobilePhoneActivationStatus ?? 0,
    isRoomAdmin: profile.isRoomAdmin ?? false,
    workFrom: profile.workFrom ?? null,
  }
}

/** The entries of the list as the portal holds them, in its order. */
export function contactsOf(profile: WireProfile): readonly WireContact[] {
  return (profile.contacts ?? []).map(({ type, value }) => ({ type: type ?? '', value: value ?? '' }))
}

/** The account's own address and telephone, then the list. */
function toContactItems(profile: WireProfile): readonly ContactItem[] {
  const [email, phone] = [text(profile.email), text(profile.mobilePhone)]
  return [
    ...(email === null ? [] : [toItem(ACCOUNT_EMAIL.id, ACCOUNT_EMAIL, email)]),
    ...(phone === null ? [] : [toItem(ACCOUNT_PHONE.id, ACCOUNT_PHONE, phone)]),
    ...listItems(contactsOf(profile)),
  ]
}

/**
 * Entries of a list as items. They have no ids there: an item's is made of its type and value and, among equal ones, its place,
 * so that it stays while others come and go.
 */
export function listItems(contacts: readonly WireContact[]): readonly ContactItem[] {
  const seen = new Map<string, number>()
  return contacts.map(({ type, value }) => {
    const key = digest([type, value]).slice(0, 16)
    const place = (seen.get(key) ?? 0) + 1
    seen.set(key, place)
    return toItem(place === 1 ? key : `${key}-${place}`, contactType(type), value)
  })
}

function toItem(id: string, type: ContactItemType, value: string): ContactItem {
  return withNormalizedValue({
    ...{ id, kind: type.kind, type, value },
    ...{ address: null, label: null, isDefault: null, isOptedIn: null, createdAt: null, updatedAt: null },
  })
}

function toDisplayName(profile: WireProfile): string {
  const name = [profile.firstName, profile.lastName].filter(Boolean).join(' ')
  return decodeHtml(text(profile.displayName) ?? '') || name || profile.userName || profile.email || profile.id
}

const STATUSES: Readonly<Record<number, UserStatus>> = { 1: 'ACTIVE', 2: 'TERMINATED' }

function toStatus(status: number | null | undefined, server: Server): UserStatus | null {
  if (status == null) return null
  // The number that was "on leave" is "pending" now.
  if (status === 4) return server === 'docspace' ? 'PENDING' : 'ON_LEAVE'
  return STATUSES[status] ?? 'UNKNOWN'
}

/** Flags: 1 activated, 2 pending, 4 made by the portal. */
function toActivation(flags: number | null | undefined): UserActivation | null {
  if (flags == null) return null
  if (flags & 1) return 'ACTIVATED'
  if (flags & 2) return 'PENDING'
  return flags & 4 ? 'AUTO_GENERATED' : 'NOT_ACTIVATED'
}

function toGroup({ id, name, manager }: NonNullable<WireProfile['groups']>[number]): UserGroup {
  return { id, name: name ?? '', manager: text(manager) }
}

/** No limit is -1, or 0. */
function toStorage(profile: WireProfile): StorageUsage | null {
  const { quotaLimit, usedSpace, docsSpace, mailSpace, talkSpace } = profile
  if (usedSpace == null) return null
  return {
    limitBytes: quotaLimit != null && quotaLimit > 0 ? quotaLimit : null,
    usedBytes: usedSpace,
    documentBytes: docsSpace ?? null,
    mailBytes: mailSpace ?? null,
    talkBytes: talkSpace ?? null,
  }
}

/** Whether an address is that of the picture everybody has who has none. */
export function isDefaultPicture(address: string): boolean {
  return /\/(dark_)?default_user_photo_/i.test(address)
}

/** Where the picture is, as a path on the portal; `null` for none. */
export function pictureOf({ avatar }: WireProfile): string | null {
  return avatar && !isDefaultPicture(avatar) ? avatar : null
}

function toAvatar(picture: string | null, key: string | undefined): AvatarInfo | null {
  if (picture === null) return null
  const unknown = { contentType: null, width: null, height: null, byteSize: null, blurhash: null, updatedAt: null }
  // A path that only those who are signed in may read is no address for others.
  return { key: key ?? digest(picture).slice(0, 32), originalUrl: null, ...unknown }
}

export function toPartialDate(day: string | null): PartialDate | null {
  if (day === null) return null
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return { year, month, day: date }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Names that went through the portal's HTML encoder once. */
export function decodeHtml(encoded: string): string {
  return encoded.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** An empty text is none. */
function text(value: string | null | undefined): string | null {
  return value == null || value === '' ? null : value
}

export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url')
}
