import { GatewayError } from '../../../model/errors.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Organization } from '../../../model/organization.ts'
import type { Person } from '../../../model/person.ts'
import type { AvatarInfo } from '../../../model/record.ts'
import type { RecordType } from '../../../model/ref.ts'
import type { CallOptions, OpenRecord, Plan, Source } from '../../source.ts'
import type { Avatars } from './avatars.ts'
import { type ContactMapping, toDefinition } from './mapping.ts'
import { toUser } from './mapping-user.ts'
import { contactPath, type OpenedContact, toPlan } from './plan.ts'
import { planAvatar, planAvatarRemoval } from './plan-avatar.ts'
import { planUpdateCompany } from './plan-company.ts'
import { type OpenedItems, planRemoveItem, planUpsertItems } from './plan-items.ts'
import { planUpdatePerson } from './plan-person.ts'
import { type CrmReads, orThrow } from './reads.ts'
import type { CrmSettings } from './settings.ts'
import type { WireContact, WireRow } from './wire.ts'

/** What unified fields are made of, what follows from it, counters, and what depends on who looks. */
const OF_EVERY_CONTACT = [
  ...[
    'id',
    'displayName',
    'isCompany',
    'isPrivate',
    'isShared',
    'smallFotoUrl',
    'mediumFotoUrl',
    'canEdit',
    'canDelete',
  ],
  ...['createBy', 'created', 'about', 'commonData', 'addresses', 'customFields', 'tags', 'taskCount', 'haveLateTasks'],
]
const OF_A_PERSON = new Set([
  ...OF_EVERY_CONTACT,
  ...['firstName', 'lastName', 'title', 'company', 'shareType', 'accessList', 'contactStatus'],
])
const OF_A_COMPANY = new Set([...OF_EVERY_CONTACT, 'companyName', 'personsCount', 'persons'])

export interface OpenContext {
  readonly source: string
  readonly settings: CrmSettings
  readonly reads: CrmReads
  readonly avatars: Avatars
  readonly mapping: ContactMapping
}

/** Opens people and companies for writing; users can be looked at only. */
export function createOpen({ source, settings, reads, avatars, mapping }: OpenContext): NonNullable<Source['open']> {
  async function openContact(
    id: string,
    isCompany: boolean,
    options: CallOptions,
  ): Promise<OpenRecord<'Person'> | OpenRecord<'Organization'> | null> {
    const found = await reads.whole(id, options)
    if (found === null || found.wire.isCompany !== isCompany) return null
    const { wire, rows, tags } = found
    const [avatar, definitions, stages] = await Promise.all([
      avatars.ofContact(id, isCompany, { ...options, fresh: true }).catch(unlessItIsDown),
      reads.definitions(isCompany ? 'company' : 'person', options),
      reads.stages(options),
    ])
    const parts = { avatar, tags }
    const opened = { source, wire, rows, definitions: definitions.map(toDefinition), stages }
    return isCompany ? openCompany(opened, { ...parts, avatar }) : openPerson(opened, { ...parts, avatar })
  }

  interface Parts {
    readonly avatar: AvatarInfo | null
    readonly tags: readonly string[]
  }

  function openPerson(opened: OpenedContact, parts: Parts): OpenRecord<'Person'> {
    const withRows = (rows: readonly WireRow[]): Person => mapping.person(opened.wire, { ...parts, rows })
    const record = withRows(opened.rows)
    return {
      record,
      rest: restOf(opened.wire, OF_A_PERSON),
      update: (patch) => planUpdatePerson(opened, record, patch),
      ...planners({ ...opened, withRows }, parts.avatar),
    }
  }

  function openCompany(opened: OpenedContact, { avatar }: Parts): OpenRecord<'Organization'> {
    const withRows = (rows: readonly WireRow[]): Organization => mapping.organization(opened.wire, { avatar, rows })
    const record = withRows(opened.rows)
    const { accessList } = opened.wire
    return {
      record,
      rest: {
        ...restOf(opened.wire, OF_A_COMPANY),
        ...(accessList && { accessList: accessList.map(({ id }) => id) }),
      },
      update: (patch) => planUpdateCompany({ ...opened, withRows }, record, patch),
      ...planners({ ...opened, withRows }, avatar),
    }
  }

  /** What people and companies have alike. */
  function planners(opened: OpenedItems, avatar: AvatarInfo | null) {
    return {
      delete: () => planDelete(opened),
      upsertContactItems: (changes) => planUpsertItems(opened, changes),
      removeContactItem: (itemId) => planRemoveItem(opened, itemId),
      putAvatar: (picture) => planAvatar(opened, avatar, picture, settings.maxAvatarBytes),
      removeAvatar: () => planAvatarRemoval(opened, avatar),
    } satisfies Partial<OpenRecord>
  }

  async function openUser(id: string, options: CallOptions): Promise<OpenRecord<'User'> | null> {
    const wire = orThrow((await reads.users([id], options))[0] ?? null)
    return wire === null ? null : { record: toUser(wire, source, avatars.ofUser(wire.avatar)), rest: {} }
  }

  return async <Type extends RecordType>(type: Type, id: string, options: CallOptions) => {
    options.signal.throwIfAborted()
    const opened = type === 'User' ? openUser(id, options) : openContact(id, type === 'Organization', options)
    return (await opened) as OpenRecord<Type> | null
  }
}

/** A contact that an invoice names can't go. Throws `FORBIDDEN`. */
function planDelete({ source, wire }: OpenedContact): Plan {
  if (wire.canDelete === false) {
    throw new GatewayError(
      'FORBIDDEN',
      `This contact can't be deleted at ${source}: the account may not, or an invoice names it.`,
      { source },
    )
  }
  return toPlan([{ method: 'DELETE', path: contactPath(wire.id) }], [])
}

function restOf(wire: WireContact, mapped: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(wire).filter(([key]) => !mapped.has(key))) as JsonObject
}

/** Writes don't depend on the picture: a portal that tells nobody where it is must not prevent them. */
function unlessItIsDown(error: unknown): null {
  if (error instanceof GatewayError && ['FORBIDDEN', 'NOT_FOUND', 'BAD_SOURCE_RESPONSE'].includes(error.code))
    return null
  throw error
}
