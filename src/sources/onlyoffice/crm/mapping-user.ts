import type { JsonObject } from '../../../model/json.ts'
import type { AvatarInfo } from '../../../model/record.ts'
import type { User, UserActivation, UserStatus } from '../../../model/user.ts'
import { digest } from '../../version.ts'
import { dayOf } from '../times.ts'
import type { WireUser } from './wire.ts'

const STATUSES: Readonly<Record<number, UserStatus>> = { 1: 'ACTIVE', 2: 'TERMINATED', 4: 'ON_LEAVE' }
const ACTIVATIONS: Readonly<Record<number, UserActivation>> = { 0: 'NOT_ACTIVATED', 1: 'ACTIVATED', 2: 'PENDING' }

/** A user of the portal as the CRM needs one: who manages a contact, and who made it. All of it is the People module's. */
export function toUser(wire: WireUser, source: string, avatar: AvatarInfo | null): User {
  const names = [wire.firstName, wire.lastName].filter(Boolean).join(' ')
  const [year, month, day] = dayOf(wire.birthday)?.split('-').map(Number) ?? []
  return {
    type: 'User',
    ref: { source, id: wire.id.toLowerCase() },
    displayName: wire.displayName || names || wire.userName || wire.id,
    avatar,
    contactItems: null,
    customFields: null,
    createdAt: null,
    updatedAt: null,
    version: digest(wire),
    raw: wire as JsonObject,
    username: wire.userName || null,
    email: wire.email || null,
    firstName: wire.firstName || null,
    middleName: null,
    lastName: wire.lastName || null,
    nickname: null,
    gender: wire.sex || null,
    birthDate: year === undefined || month === undefined || day === undefined ? null : { year, month, day },
    jobTitle: wire.title || null,
    department: wire.department ? decodeHtml(wire.department) : null,
    location: wire.location || null,
    about: wire.notes || null,
    status: wire.status == null ? null : (STATUSES[wire.status] ?? 'UNKNOWN'),
    activation: wire.activationStatus == null ? null : (ACTIVATIONS[wire.activationStatus & 3] ?? null),
    hiredOn: dayOf(wire.workFrom),
    terminatedOn: dayOf(wire.terminated),
    managerId: wire.lead || null,
    groups: (wire.groups ?? []).map(({ id, name, manager }) => ({ id, name, manager: manager || null })),
    isAdmin: wire.isAdmin ?? null,
    isOwner: wire.isOwner ?? null,
    isGuest: wire.isVisitor ?? null,
    adminModules: wire.listAdminModules ?? [],
    origin: wire.isLDAP ? 'LDAP' : wire.isSSO ? 'SSO' : 'LOCAL',
    locale: wire.cultureName || null,
    organizationId: null,
    accesses: null,
    profileUrl: wire.profileUrl || null,
    storage: null,
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The department's name comes encoded for a web page, once more than JSON needs. */
function decodeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
