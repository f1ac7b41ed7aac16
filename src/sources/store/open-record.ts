import type { ContactItemChange } from '../../model/contact-item.ts'
import type { Organization } from '../../model/organization.ts'
import type { Person } from '../../model/person.ts'
import type { Picture } from '../../model/picture.ts'
import type { RecordType } from '../../model/ref.ts'
import type { User } from '../../model/user.ts'
import type { OpenRecord, PatchOf, Plan, RecordOf } from '../source.ts'
import { defaultEmail, userName } from './derived.ts'
import { type PlanContext, planAvatar, planAvatarRemoval, planDelete, recordPath, toPlan } from './plan.ts'
import { type ItemsPlan, mergeItems, withoutItem } from './plan-contact-items.ts'
import { planOrganizationCreation, planOrganizationUpdate } from './plan-organization.ts'
import { planPersonCreation, planPersonUpdate } from './plan-person.ts'
import { planUserCreation, planUserUpdate } from './plan-user.ts'

const UPDATES: {
  readonly [Type in RecordType]: (record: RecordOf<Type>, patch: PatchOf<Type>, context: PlanContext) => Plan
} = { Person: planPersonUpdate, User: planUserUpdate, Organization: planOrganizationUpdate }

export const CREATIONS: {
  readonly [Type in RecordType]: (patch: PatchOf<Type>, picture: Picture | null, context: PlanContext) => Plan
} = { Person: planPersonCreation, User: planUserCreation, Organization: planOrganizationCreation }

/** A record with the planners of all that can be done with it. The store holds nothing beyond the unified fields. */
export function openRecord<Type extends RecordType>(
  type: Type,
  record: RecordOf<Type>,
  context: PlanContext,
): OpenRecord<Type> {
  const path = recordPath(type, record.ref.id)
  const items = record.contactItems ?? []
  const planItems = (plan: ItemsPlan) => toPlan<RecordType>(record, withItems(record, plan), plan.requests)
  return {
    record,
    rest: {},
    update: (patch) => UPDATES[type](record, patch, context),
    delete: () => planDelete(record),
    upsertContactItems: (changes: readonly ContactItemChange[]) => planItems(mergeItems(items, changes, path)),
    removeContactItem: (itemId: string) => planItems(withoutItem(items, itemId, path)),
    putAvatar: (picture: Picture) => planAvatar(record, picture),
    removeAvatar: () => planAvatarRemoval(record),
  }
}

function withItems(record: Person | User | Organization, { items }: ItemsPlan): Person | User | Organization {
  if (record.type !== 'User') return { ...record, contactItems: items }
  const user = { ...record, contactItems: items, email: defaultEmail(items) }
  return { ...user, displayName: userName(user) }
}
