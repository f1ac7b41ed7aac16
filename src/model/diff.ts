import type { ContactItem } from './contact-item.ts'
import type { Json } from './json.ts'
import { sameJson } from './json.ts'
import type { Organization } from './organization.ts'
import type { Person } from './person.ts'
import type { FieldChange } from './receipt.ts'
import type { CustomField } from './record.ts'
import type { User } from './user.ts'

type AnyRecord = Person | User | Organization

/** Members that say when, by whom or how a record was read; they follow from a change and are none themselves. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'type',
  'ref',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'version',
  'raw',
  'storage',
  'viewerCanUpdate',
  'viewerCanDelete',
])

/**
 * What differs between two states of one record, in the words of the unified schema, ordered by path. Members that are absent
 * in either state (not brought) are not compared. Contact items are told apart by id, custom fields by key; an item that came or
 * went is one change with `before` or `after` null.
 */
export function diffRecords(before: AnyRecord, after: AnyRecord): readonly FieldChange[] {
  const changes: FieldChange[] = []
  const [old, now] = [before as unknown as Record<string, unknown>, after as unknown as Record<string, unknown>]
  for (const key of membersOf(old, now)) {
    if (NOT_COMPARED.has(key)) continue
    const [was, is] = [old[key], now[key]]
    if (was === undefined || is === undefined || was === is) continue
    if (key === 'contactItems') {
      diffContactItems(was as readonly ContactItem[] | null, is as readonly ContactItem[] | null, changes)
    } else if (key === 'customFields') {
      diffCustomFields(was as readonly CustomField[] | null, is as readonly CustomField[] | null, changes)
    } else if (key === 'avatar') {
      diffAvatars(before, after, changes)
    } else {
      diffValues(key, was, is, changes)
    }
  }
  return changes.sort(byPath)
}

/** What differs between two states of one owner's contact items, as `diffRecords` puts it. */
export function diffItems(
  before: readonly ContactItem[] | null,
  after: readonly ContactItem[] | null,
): readonly FieldChange[] {
  const changes: FieldChange[] = []
  diffContactItems(before, after, changes)
  return changes.sort(byPath)
}

function byPath(a: FieldChange, b: FieldChange): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

/** What differs between two JSON values, leaf by leaf below `path`. Lists are compared whole. */
export function diffValues(path: string, before: unknown, after: unknown, into: FieldChange[] = []): FieldChange[] {
  if (isPlainObject(before) && isPlainObject(after)) {
    for (const key of membersOf(before, after)) diffMember(path, key, before[key], after[key], into)
  } else if (!sameJson(before ?? null, after ?? null)) {
    into.push({ path, before: (before ?? null) as Json, after: (after ?? null) as Json, repaired: null })
  }
  return into
}

function diffMember(path: string, key: string, before: unknown, after: unknown, into: FieldChange[]): void {
  if (before !== after) diffValues(path === '' ? key : `${path}.${key}`, before, after, into)
}

function diffContactItems(
  before: readonly ContactItem[] | null,
  after: readonly ContactItem[] | null,
  into: FieldChange[],
): void {
  const [old, now] = [byId(before), byId(after)]
  for (const [id, item] of old) diffItem(`contactItems.${id}`, item, now.get(id), into)
  for (const [id, item] of now) if (!old.has(id)) diffItem(`contactItems.${id}`, undefined, item, into)
}

function diffItem(
  path: string,
  before: ContactItem | undefined,
  after: ContactItem | undefined,
  into: FieldChange[],
): void {
  if (before === undefined || after === undefined) {
    diffValues(path, before && withoutTimes(before), after && withoutTimes(after), into)
    return
  }
  // The normalized value follows from kind and value, and takes longer to tell than all the rest to compare.
  const skipped = before.kind === after.kind && before.value === after.value ? 'normalizedValue' : null
  for (const key of membersOf(before, after)) {
    if (key === 'createdAt' || key === 'updatedAt' || key === skipped) continue
    diffMember(path, key, before[key], after[key], into)
  }
}

function membersOf<Of extends object>(before: Of, after: Of): readonly (keyof Of & string)[] {
  const members = Object.keys(before)
  for (const key of Object.keys(after)) if (!Object.hasOwn(before, key)) members.push(key)
  return members as (keyof Of & string)[]
}

function byId(items: readonly ContactItem[] | null): ReadonlyMap<string, ContactItem> {
  return new Map((items ?? []).map((item) => [String(item.id), item]))
}

function diffCustomFields(
  before: readonly CustomField[] | null,
  after: readonly CustomField[] | null,
  into: FieldChange[],
): void {
  if (sameFields(before ?? [], after ?? [])) return
  const values = (fields: readonly CustomField[] | null) =>
    new Map((fields ?? []).map((field) => [field.key, field.value] as const))
  const [old, now] = [values(before), values(after)]
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    diffValues(`customFields.${key}`, old.get(key) ?? null, now.get(key) ?? null, into)
  }
}

/** Whether they hold the same in the same order, as they mostly do. */
function sameFields(before: readonly CustomField[], after: readonly CustomField[]): boolean {
  if (before.length !== after.length) return false
  return before.every(({ key, value }, index) => after[index]?.key === key && after[index].value === value)
}

function diffAvatars(before: AnyRecord, after: AnyRecord, into: FieldChange[]): void {
  const [old, now] = [before.avatar?.key ?? null, after.avatar?.key ?? null]
  if (old !== now) into.push({ path: 'avatar', before: old, after: now, repaired: null })
}

/** A contact item without its own audit times, which change by being written. */
export function withoutTimes<Item extends object>(item: Item): Item {
  const {
    createdAt: _created,
    updatedAt: _updated,
    ...rest
  } = item as Item & { createdAt?: unknown; updatedAt?: unknown }
  return rest as Item
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
