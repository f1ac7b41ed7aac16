import type { JsonObject } from '../../model/json.ts'
import type { RecordType } from '../../model/ref.ts'
import type { CallOptions, OpenRecord, Source } from '../source.ts'
import { type MappingContext, toAccesses, toOrganization, toUser } from './mapping.ts'
import { type AvatarTarget, type PresentUser, planAvatar, planAvatarRemoval, planEmail, planUpdate } from './plan.ts'
import { type LeadsyReads, numberOf } from './reads.ts'
import type { LeadsySettings } from './settings.ts'
import type { WireUser } from './wire.ts'

/** What unified fields are made of; the rest of the system's own record is compared as it is. */
const MAPPED: ReadonlySet<string> = new Set([
  'first_name',
  'last_name',
  'full_name',
  'email',
  'status',
  'avatar_route',
  'name',
])

/** Opens users and companies for writing. Throws `FORBIDDEN` for those of another customer. */
export function createOpen(
  source: string,
  settings: LeadsySettings,
  reads: LeadsyReads,
  mapping: MappingContext,
): NonNullable<Source['open']> {
  async function openUser(id: string, options: CallOptions): Promise<OpenRecord<'User'> | null> {
    const wire = await reads.user(id, { ...options, fresh: true })
    if (wire === null) return null
    const accesses = settings.paths.userAccesses === null ? null : await reads.accesses(id, options)
    const toRecord = (user: WireUser) => ({
      ...toUser(user, mapping),
      accesses: accesses && toAccesses(accesses, user),
    })
    const present: PresentUser = { wire, accesses, record: toRecord(wire), toRecord }
    const target = {
      owner: 'user_id',
      id: wire.id,
      path: settings.paths.userAvatar,
      before: present.record.avatar ?? null,
    } satisfies AvatarTarget
    return {
      record: present.record,
      rest: { ...restOf(wire), accesses: (accesses ?? []) as readonly JsonObject[] },
      update: (patch) => planUpdate(present, patch, settings),
      upsertContactItems: (changes) => planEmail(present, changes, source, settings),
      putAvatar: (picture) => planAvatar(target, picture, settings),
      removeAvatar: () => planAvatarRemoval(target, settings),
    }
  }

  async function openOrganization(id: string, options: CallOptions): Promise<OpenRecord<'Organization'> | null> {
    const wire = await reads.company(id, options)
    if (wire === null) return null
    const record = toOrganization(wire, mapping)
    const path = settings.paths.companyAvatar
    if (path === null) return { record, rest: restOf(wire) }
    const target = { owner: 'company_id', id: wire.id, path, before: record.avatar ?? null } satisfies AvatarTarget
    return {
      record,
      rest: restOf(wire),
      putAvatar: (picture) => planAvatar(target, picture, settings),
      removeAvatar: () => planAvatarRemoval(target, settings),
    }
  }

  return async <Type extends RecordType>(type: Type, id: string, options: CallOptions) => {
    if (numberOf(id) === null) return null
    const opened =
      type === 'User'
        ? await openUser(id, options)
        : type === 'Organization'
          ? await openOrganization(id, options)
          : null
    return opened as OpenRecord<Type> | null
  }
}

function restOf(wire: object): JsonObject {
  return Object.fromEntries(Object.entries(wire).filter(([key]) => !MAPPED.has(key))) as JsonObject
}
