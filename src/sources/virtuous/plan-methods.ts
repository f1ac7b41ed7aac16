import { type ContactItem, type ContactItemChange, type ContactItemType, sameValue } from '../../model/contact-item.ts'
import { diffItems } from '../../model/diff.ts'
import { invalidInput, unsupported } from '../../model/errors.ts'
import type { Json } from '../../model/json.ts'
import type { FieldChange } from '../../model/receipt.ts'
import { checkContactValue } from '../../model/validate.ts'
import type { Plan, PlannedRequest } from '../source.ts'
import { toContactItem, toMethodBody } from './mapping.ts'
import { kindOfMethod, usualType } from './method-types.ts'
import type { OpenedPerson } from './plan-person.ts'
import { changed, toPlan } from './plans.ts'
import type { WireMethod } from './wire.ts'

/** A contact method as it is to be; `id` `null`: a new one. */
interface Draft {
  readonly id: number | null
  readonly present: WireMethod | null
  readonly type: string
  readonly value: string
  readonly isOptedIn: boolean
  readonly isPrimary: boolean
}

/**
 * A POST for each new contact method, and for each changed one a PUT of the whole of it. Whether the vendor takes the primary flag
 * from the former holder is published nowhere: so that is asked for too, after the new one has it. Where the vendor has done it,
 * asking again changes nothing.
 */
export function planUpsertMethods(
  opened: OpenedPerson,
  changes: readonly ContactItemChange[],
  types: readonly ContactItemType[],
): Plan {
  const methods = opened.wire.contactMethods ?? []
  const drafts = new Map<string, Draft>(methods.map((method) => [String(method.id), toDraft(method)]))
  const promoted = new Map<string, string>()
  for (const [index, change] of changes.entries()) {
    const [key, draft] = mergeChange(opened.source, drafts, change, String(index), types)
    drafts.set(key, draft)
    if (change.isDefault !== true) continue
    const kind = kindOfMethod(draft.type)
    if (promoted.has(kind))
      throw invalidInput([String(index), 'isDefault'], 'another item of this kind is made the default too')
    promoted.set(kind, key)
  }
  const isPromoted = ([key, draft]: readonly [string, Draft]) => promoted.get(kindOfMethod(draft.type)) === key
  const entries = [...drafts]
  const demoted = entries
    .filter((entry) => entry[1].isPrimary && promoted.has(kindOfMethod(entry[1].type)) && !isPromoted(entry))
    .map(([key, draft]) => [key, { ...draft, isPrimary: false }] as const)
  for (const [key, draft] of demoted) drafts.set(key, draft)

  const demotedKeys = new Set(demoted.map(([key]) => key))
  const written = [...drafts].filter(([, draft]) => isChanged(draft))
  const inOrder = [
    ...written.filter(([key]) => !demotedKeys.has(key)),
    ...written.filter(([key]) => demotedKeys.has(key)),
  ]
  const requests = inOrder.map(([, draft]) => toRequest(opened, draft))
  const { asked, besides } = toChanges(opened, drafts, demotedKeys)
  return toPlan(requests, asked, besides)
}

export function planRemoveMethod({ record }: OpenedPerson, itemId: string): Plan {
  const item = record.contactItems?.find(({ id }) => id === itemId)
  if (item === undefined) throw invalidInput([], 'the person has no such contact item')
  const items = (record.contactItems ?? []).filter(({ id }) => id !== itemId)
  const changes = diffItems(record.contactItems ?? [], items)
  return toPlan([{ method: 'DELETE', path: `/api/ContactMethod/${itemId}` }], changes)
}

function toDraft(method: WireMethod): Draft {
  const { id, type, value, isOptedIn, isPrimary } = method
  return { id, present: method, type, value: value ?? '', isOptedIn: isOptedIn ?? false, isPrimary: isPrimary ?? false }
}

/** The draft that a change is about, with the change in it, under its key. */
function mergeChange(
  source: string,
  drafts: ReadonlyMap<string, Draft>,
  change: ContactItemChange,
  index: string,
  types: readonly ContactItemType[],
): readonly [string, Draft] {
  const at = (member: string) => [index, member]
  if (change.kind === 'ADDRESS' || (change.address !== undefined && change.address !== null)) {
    const path = at(change.kind === 'ADDRESS' ? 'kind' : 'address')
    throw unsupported(
      source,
      `${source} keeps addresses with the organization or household, not with its people.`,
      path,
    )
  }
  if (change.label !== undefined && change.label !== null) {
    throw unsupported(source, `${source} gives the contact items of people no label.`, at('label'))
  }
  const byId = typeof change.id === 'string' ? drafts.get(change.id) : undefined
  if (typeof change.id === 'string' && byId === undefined) {
    throw invalidInput(at('id'), 'the person has no such contact item')
  }
  const type = readType(source, change, byId?.type ?? null, types, at)
  const kind = kindOfMethod(type)
  if (change.value === null || (change.value === undefined && byId === undefined)) {
    throw invalidInput(at('value'), 'must not be empty')
  }
  const value = change.value?.trim()
  if (value !== undefined && value !== byId?.value) checkContactValue(at('value'), kind, value)
  const key = change.id ?? findSame(drafts, change, type, value ?? '') ?? `new ${index}`
  const present = drafts.get(key) ?? { id: null, present: null, type, value: '', isOptedIn: false, isPrimary: false }
  return [
    key,
    {
      ...present,
      // The same item under another type of its kind stays what it is, unless a type was named.
      type: change.typeId == null && change.id == null ? present.type : type,
      value: byId === undefined && present.present !== null ? present.value : (value ?? present.value),
      isOptedIn: changed(change.isOptedIn, present.isOptedIn, false),
      isPrimary: changed(change.isDefault, present.isPrimary, false),
    },
  ]
}

function readType(
  source: string,
  { typeId, kind }: ContactItemChange,
  present: string | null,
  types: readonly ContactItemType[],
  at: (member: string) => readonly string[],
): string {
  if (typeId !== undefined && typeId !== null) {
    const type =
      types.find(({ id }) => id === typeId) ?? types.find(({ id }) => id.toLowerCase() === typeId.trim().toLowerCase())
    if (type === undefined && typeId !== present)
      throw invalidInput(at('typeId'), 'is no type of contact item here: see contactItemTypes of the source')
    if (type !== undefined && kind != null && kind !== type.kind) {
      throw invalidInput(at('kind'), `the type is of kind ${type.kind}`)
    }
    return type?.name ?? typeId
  }
  if (present !== null && (kind == null || kindOfMethod(present) === kind)) return present
  if (kind == null) throw invalidInput(at('kind'), 'say its kind or its typeId')
  const usual = usualType(kind, types)
  if (usual === null) throw unsupported(source, `${source} has no contact item type of kind ${kind}.`, at('kind'))
  return usual.name
}

/** The item of the same value and type, or, where no type was named, of the same kind. */
function findSame(
  drafts: ReadonlyMap<string, Draft>,
  { typeId }: ContactItemChange,
  type: string,
  value: string,
): string | null {
  const kind = kindOfMethod(type)
  const same = [...drafts].filter(
    ([, draft]) => kindOfMethod(draft.type) === kind && sameValue(kind, draft.value, value),
  )
  const exact = same.find(([, draft]) => draft.type === type)
  return (exact ?? (typeId == null ? same[0] : undefined))?.[0] ?? null
}

function isChanged({ present, type, value, isOptedIn, isPrimary }: Draft): boolean {
  if (present === null) return true
  const before = toDraft(present)
  return (
    type !== before.type || value !== before.value || isOptedIn !== before.isOptedIn || isPrimary !== before.isPrimary
  )
}

function toRequest({ wire }: OpenedPerson, draft: Draft): PlannedRequest {
  const { id, present, type, value, isOptedIn, isPrimary } = draft
  if (present === null) {
    const body = { contactIndividualId: wire.id, type, value, isOptedIn, setAsPrimary: isPrimary }
    return { method: 'POST', path: '/api/ContactMethod', body }
  }
  const body = toMethodBody({ ...present, type, value, isOptedIn, isPrimary })
  return { method: 'PUT', path: `/api/ContactMethod/${id}`, body }
}

/** The former default's loss of the flag is a side effect: nobody named that item. */
function toChanges({ record }: OpenedPerson, drafts: ReadonlyMap<string, Draft>, demoted: ReadonlySet<string>) {
  const items: ContactItem[] = []
  const added: FieldChange[] = []
  for (const draft of drafts.values()) {
    if (!isChanged(draft)) continue
    const { present, type, value, isOptedIn, isPrimary } = draft
    if (present !== null) items.push(toContactItem({ ...present, type, value, isOptedIn, isPrimary }))
    else added.push({ path: 'contactItems', before: null, after: summaryOf(draft), repaired: null })
  }
  const before = (record.contactItems ?? []).filter(({ id }) => items.some((item) => item.id === id))
  const all = diffItems(before, items)
  const isDemotion = ({ path }: FieldChange) => demoted.has(path.split('.')[1] ?? '') && path.endsWith('.isDefault')
  return {
    asked: [...all.filter((change) => !isDemotion(change)), ...added],
    besides: all.filter(isDemotion),
  }
}

function summaryOf({ type, value, isOptedIn, isPrimary }: Draft): Json {
  return { kind: kindOfMethod(type), type, value, isDefault: isPrimary, isOptedIn }
}
