import { type ContactItem, isEmail, sameValue } from './contact-item.ts'
import { diffRecords, withoutTimes } from './diff.ts'
import { sameJson } from './json.ts'
import type { Organization } from './organization.ts'
import type { Person } from './person.ts'
import type { FieldChange } from './receipt.ts'
import type { User } from './user.ts'

type AnyRecord = Person | User | Organization

/** What was seen to change, held against what was asked for. */
export interface Attribution {
  /** Of what was seen: that which was asked for, with the values that are now there, whichever were asked. */
  readonly asked: readonly FieldChange[]
  /** Of what was seen: all the rest. */
  readonly unasked: readonly FieldChange[]
  /** Of what was asked for: that of which nothing is there. */
  readonly missing: readonly FieldChange[]
  /** Of what was asked for: that which is there in part, or otherwise than asked: the source has made something else of it. */
  readonly altered: readonly FieldChange[]
}

/** Members a source computes from others: a change of one is asked for when a change of its origin was. */
const DERIVED_FROM: Readonly<Record<string, readonly string[]>> = {
  displayName: ['prefix', 'firstName', 'middleName', 'lastName', 'suffix', 'nickname', 'name', 'username'],
  approximateAge: ['birthDate'],
  terminatedOn: ['status'],
  department: ['groups'],
  groups: ['department'],
}

/** Holds what became of a record against `wanted`, the changes of a plan. `before` is `null` where the record is new. */
export function attribute(wanted: readonly FieldChange[], before: AnyRecord | null, after: AnyRecord): Attribution {
  const seen = diffRecords(before ?? blank(after), after)
  const asked = new Set<FieldChange>()
  const missing: FieldChange[] = []
  const altered: FieldChange[] = []

  const additions = wanted.filter(({ path }) => path === 'contactItems')
  const { pairs, left } = pairItems(additions, seen.filter(isNewItem))
  for (const change of left) (hasItem(after, change) ? altered : missing).push(change)
  for (const [change, came] of pairs) {
    asked.add(came)
    if (!isSameItem(change, came)) altered.push(change)
  }
  for (const change of wanted.filter(({ path }) => path !== 'contactItems')) {
    const found = seen.filter((one) => isOf(one, change))
    for (const one of found) asked.add(one)
    const isThere = change.path === 'avatar' ? found.length > 0 : shows(after, change)
    if (!isThere) (found.length > 0 || isNormalised(after, change) ? altered : missing).push(change)
  }
  for (const one of seen) if (isDerived(one, wanted, before, after)) asked.add(one)
  return {
    asked: seen.filter((one) => asked.has(one)),
    unasked: seen.filter((one) => !asked.has(one)),
    missing,
    altered,
  }
}

/**
 * Whether the record is as the change was to leave it. Blanks, case and the order of lists may differ, unless the change is of
 * nothing else.
 */
export function shows(record: AnyRecord, change: FieldChange): boolean {
  const { path, before, after } = change
  if (path === 'avatar') return (record.avatar?.key ?? null) !== before
  if (path === 'contactItems') return hasItem(record, change)
  const now = find(record, path)
  return sameJson(now, after) || (!isAlike(before, after) && isAlike(now, after))
}

/** What the record has at the path of a change. A whole contact item: what a change would show of it. */
function find(record: AnyRecord, path: string): unknown {
  const [root, key, ...rest] = path.split('.') as [string, ...string[]]
  if (root === 'customFields')
    return record.customFields?.find((one) => `customFields.${one.key}` === path)?.value ?? null
  if (root !== 'contactItems') return valueAt(record, [root, ...(key === undefined ? [] : [key, ...rest])])
  const item = itemOf(record, path)
  return rest.length > 0 ? valueAt(item, rest) : item && withoutTimes(item)
}

function itemOf(record: AnyRecord | null, path: string): ContactItem | null {
  return record?.contactItems?.find(({ id }) => id === path.split('.')[1]) ?? null
}

/** Whether the source has what was asked for in its own form, and had it before. */
function isNormalised(record: AnyRecord, { path, after }: FieldChange): boolean {
  const now = find(record, path)
  if (typeof now !== 'string' || typeof after !== 'string') return false
  const kind = path.endsWith('.value') ? itemOf(record, path)?.kind : undefined
  if (kind !== undefined) return sameValue(kind, now, after)
  return oneLine(now) === oneLine(after) || (isEmail(after) && now.toLowerCase() === after.trim().toLowerCase())
}

/** Whether what was seen is a part of the change, or all of it. */
function isOf(seen: FieldChange, { path, after }: FieldChange): boolean {
  if (seen.path === path) return after !== null || seen.after === null || !isItem(path)
  // An item that was to go and is only another now has not gone.
  if (seen.path.startsWith(`${path}.`)) return !(isItem(path) && after === null)
  // What came or went whole was asked for only where that leaves this very part of it as it was to be.
  if (!path.startsWith(`${seen.path}.`)) return false
  return isAlike(valueAt(seen.after, path.slice(seen.path.length + 1).split('.')), after)
}

function isDerived(
  { path, after: now }: FieldChange,
  wanted: readonly FieldChange[],
  before: AnyRecord | null,
  after: AnyRecord,
): boolean {
  const [root] = path.split('.') as [string]
  const roots = wanted.map((change) => change.path.split('.')[0] as string)
  if (DERIVED_FROM[root]?.some((origin) => roots.includes(origin))) return true
  const emails = [before, after].map((record) => (record?.type === 'User' ? record.email : null))
  if (root === 'displayName') return roots.includes('email') && emails.includes(now as string)
  const states = (of: string) => [itemOf(before, of), itemOf(after, of)]
  if (root === 'contactItems' && roots.includes('email')) {
    return states(path).some((item) => item?.kind === 'EMAIL' && emails.includes(item.value))
  }
  if (root !== 'email') return false
  return wanted.some((change) => {
    const [wantedRoot, id] = change.path.split('.')
    if (wantedRoot !== 'contactItems') return false
    const items = id === undefined ? [change.after as Partial<ContactItem> | null] : states(change.path)
    return items.some((item) => item?.kind === 'EMAIL')
  })
}

/** Gives each item that was to be added one that came: the very one, else one of its kind that the source has made of it. */
function pairItems(
  wanted: readonly FieldChange[],
  came: readonly FieldChange[],
): { readonly pairs: readonly (readonly [FieldChange, FieldChange])[]; readonly left: readonly FieldChange[] } {
  const pairs = new Map<FieldChange, FieldChange>()
  const free = new Set(came)
  for (const fits of [isSameItem, isSameKind]) {
    for (const change of wanted) {
      const found = pairs.has(change) ? undefined : [...free].find((one) => fits(change, one))
      if (found === undefined) continue
      pairs.set(change, found)
      free.delete(found)
    }
  }
  return { pairs: [...pairs], left: wanted.filter((change) => !pairs.has(change)) }
}

function isSameItem(wanted: FieldChange, came: FieldChange): boolean {
  const [a, b] = [wanted.after as Partial<ContactItem>, came.after as unknown as ContactItem]
  return isSameKind(wanted, came) && sameValue(b.kind, a.value ?? '', b.value)
}

function isSameKind(wanted: FieldChange, came: FieldChange): boolean {
  return (wanted.after as Partial<ContactItem>).kind === (came.after as unknown as ContactItem).kind
}

/** Whether there is such an item already: adding it once more has changed nothing. */
function hasItem({ contactItems }: AnyRecord, { after }: FieldChange): boolean {
  const { kind, value, typeId } = after as Partial<ContactItem> & { readonly typeId?: string }
  return (contactItems ?? []).some(
    (item) =>
      item.kind === kind &&
      sameValue(item.kind, item.value, value ?? '') &&
      (typeId === undefined || typeId === item.type?.id),
  )
}

function isNewItem({ path, before, after }: FieldChange): boolean {
  return isItem(path) && before === null && after !== null
}

/** Ids of items may hold dots; nothing below an item is called as an id is. */
function isItem(path: string): boolean {
  return /^contactItems\.[^.]+$/.test(path)
}

function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return oneLine(a).toLowerCase() === oneLine(b).toLowerCase()
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one) => b.some((other) => isAlike(one, other)))
  }
  return sameJson(a ?? null, b ?? null)
}

/** Without blanks at its ends, and with one in the place of several. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const part of path) at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[part]
  return at ?? null
}

/** The record as if it held nothing yet. */
function blank<R extends AnyRecord>(record: R): R {
  const empty = Object.entries(record).map(([key, value]) => [key, Array.isArray(value) ? [] : null])
  return Object.fromEntries(empty) as R
}
