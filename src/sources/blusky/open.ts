import { unsupported } from '../../model/errors.ts'
import type { JsonObject } from '../../model/json.ts'
import type { RecordType } from '../../model/ref.ts'
import type { CallOptions, OpenRecord, Plan, RecordOf, Source } from '../source.ts'
import { type MappingContext, showsContactItems, toUser } from './mapping.ts'
import { planPhoto, planUpdate } from './plan.ts'
import { planItemRemoval, planItems } from './plan-items.ts'
import type { BluskyReads } from './reads.ts'
import { guidOf } from './wire.ts'

/** Members of the user view that unified fields are made of, or that change with them. */
const MAPPED: ReadonlySet<string> = new Set([
  'FirstName',
  'LastName',
  'MiddleInitial',
  'Nickname',
  'sGenderId',
  'DefaultEmail',
  'DefaultPhone',
  'FacilityName',
])

export interface OpenContext {
  readonly reads: BluskyReads
  mapping(options: CallOptions): Promise<MappingContext>
  organization(id: string, options: CallOptions): Promise<RecordOf<'Organization'> | null>
}

/** Opens users for writing; organizations only to be looked at. Throws `FORBIDDEN` for users of another company. */
export function createOpen({ reads, mapping, organization }: OpenContext): NonNullable<Source['open']> {
  async function openUser(id: string, options: CallOptions): Promise<OpenRecord<'User'> | null> {
    const [wire, context] = await Promise.all([reads.user(id, { ...options, fresh: true }), mapping(options)])
    if (wire === null) return null
    const { settings, source } = context
    const record = toUser(wire, context)
    const { list } = settings.contactItemFields
    const seeing = (plan: () => Plan): Plan => {
      if (showsContactItems(wire, settings)) return plan()
      throw unsupported(
        source,
        `${source} shows no ${list} of this user, so what a write did could not be seen; see its setting contactItemFields.`,
      )
    }
    return {
      record,
      rest: Object.fromEntries(Object.entries(wire).filter(([key]) => !MAPPED.has(key) && key !== list)) as JsonObject,
      update: (patch) => planUpdate(wire, record, patch, context),
      upsertContactItems: (changes) => seeing(() => planItems(record, changes, context)),
      removeContactItem: (itemId) => seeing(() => planItemRemoval(record, itemId)),
      putAvatar: (picture) => planPhoto(record, picture, settings),
    }
  }

  return async <Type extends RecordType>(type: Type, id: string, options: CallOptions) => {
    const key = guidOf(id)
    if (key === null || type === 'Person') return null
    if (type === 'User') return (await openUser(key, options)) as OpenRecord<Type> | null
    const record = (await organization(key, options)) as RecordOf<Type> | null
    return record && { record, rest: {} }
  }
}
