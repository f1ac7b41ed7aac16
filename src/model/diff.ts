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
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (NOT_COMPARED.has(key) || old[key] === undefined || now[key] === undefined) continue
    if (key === 'contactItems') {
      diffKeyed(
        key,
        byKey(old[key] as readonly ContactItem[] | null, 'id'),
        byKey(now[key] as readonly ContactItem[] | null, 'id'),
        changes,
      )
    } else if (key === 'customFields') {
      diffCustomFields(old[key] as readonly CustomField[] | null, now[key] as readonly CustomField[] | null, changes)
    } else if (key === 'avatar') {
      diffAvatars(before, after, changes)
    } else {
      diffValues(key, old[key], now[key], changes)
    }
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** What differs between two JSON values, leaf by leaf below `path`. Lists are compared whole. */
export function diffValues(path: string, before: unknown, after: unknown, into: FieldChange[] = []): FieldChange[] {
  if (sameJson(before ?? null, after ?? null)) return into
  if (isPlainObject(before) && isPlainObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      diffValues(path === '' ? key : `${path}.${key}`, before[key], after[key], into)
    }
  } else {
    into.push({ path, before: (before ?? null) as Json, after: (after ?? null) as Json, repaired: null })
  }
  return into
}

function diffKeyed(
  path: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  into: FieldChange[],
): void {
  for (const [key, old] of before) diffValues(`${path}.${key}`, old, after.get(key), into)
  for (const [key, now] of after) if (!before.has(key)) diffValues(`${path}.${key}`, null, now, into)
}

function diffCustomFields(
  before: readonly CustomField[] | null,
  after: readonly CustomField[] | null,
  into: FieldChange[],
): void {
  const values = (fields: readonly CustomField[] | null) =>
    new Map((fields ?? []).map((field) => [field.key, field.value] as const))
  const [old, now] = [values(before), values(after)]
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    diffValues(`customFields.${key}`, old.get(key) ?? null, now.get(key) ?? null, into)
  }
}

function diffAvatars(before: AnyRecord, after: AnyRecord, into: FieldChange[]): void {
  const [old, now] = [before.avatar?.key ?? null, after.avatar?.key ?? null]
  if (old !== now) into.push({ path: 'avatar', before: old, after: now, repaired: null })
}

function byKey<Item extends object>(
  items: readonly Item[] | null,
  key: keyof Item & string,
): ReadonlyMap<string, Item> {
  return new Map((items ?? []).map((item) => [String(item[key]), withoutTimes(item)]))
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
