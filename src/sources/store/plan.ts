import { diffRecords } from '../../model/diff.ts'
import { invalidInput } from '../../model/errors.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { sameJson } from '../../model/json.ts'
import type { Picture } from '../../model/picture.ts'
import type { FieldChange } from '../../model/receipt.ts'
import type { CustomFieldDefinition, PartialDate } from '../../model/record.ts'
import type { RecordType } from '../../model/ref.ts'
import { checkDate, checkName, checkText } from '../../model/validate.ts'
import type { Plan, PlannedRequest, RecordOf } from '../source.ts'

/** What planners know besides the record and the input. */
export interface PlanContext {
  readonly definitions: readonly CustomFieldDefinition[]
  /** For ages; nothing else of a plan depends on the time. */
  readonly now: () => number
}

/** The first part of a path, by the type of the record that it names. */
export const COLLECTIONS = { Person: 'people', User: 'users', Organization: 'organizations' } as const

export function recordPath(type: RecordType, id: string): string {
  return `/${COLLECTIONS[type]}/${encodeURIComponent(id)}`
}

/** Begins the ids of items that are planned and not yet there. No id of the store contains a colon. */
export const NEW_ITEM = 'new:'

/**
 * The plan that brings a record to a state: the difference, in words, and the requests that make it. Items that have no id yet
 * are told as additions to the whole list.
 */
export function toPlan<Type extends RecordType>(
  before: RecordOf<Type>,
  after: RecordOf<Type>,
  requests: readonly PlannedRequest[],
): Plan {
  const changes = diffRecords(before, after).map((change) =>
    change.path.startsWith(`contactItems.${NEW_ITEM}`) ? toAddition(change) : change,
  )
  return changes.length === 0 ? NOTHING : { requests, changes, sideEffects: [] }
}

export const NOTHING: Plan = { requests: [], changes: [], sideEffects: [] }

function toAddition({ after }: FieldChange): FieldChange {
  const { id: _none, ...item } = after as JsonObject
  return { path: 'contactItems', before: null, after: item, repaired: null }
}

/** The plan of a record's new picture; none when it has this very one. */
export function planAvatar<Type extends RecordType>(record: RecordOf<Type>, picture: Picture): Plan {
  const before = record.avatar?.key ?? null
  if (before === picture.sha256) return NOTHING
  return {
    requests: [avatarRequest(recordPath(record.type, record.ref.id), picture)],
    changes: [{ path: 'avatar', before, after: picture.sha256, repaired: null }],
    sideEffects: [],
  }
}

export function avatarRequest(path: string, picture: Picture): PlannedRequest {
  return { method: 'PUT', path: `${path}/avatar`, as: 'multipart', file: { field: 'file', picture } }
}

export function planAvatarRemoval<Type extends RecordType>(record: RecordOf<Type>): Plan {
  if (!record.avatar) return NOTHING
  return {
    requests: [{ method: 'DELETE', path: `${recordPath(record.type, record.ref.id)}/avatar` }],
    changes: [{ path: 'avatar', before: record.avatar.key, after: null, repaired: null }],
    sideEffects: [],
  }
}

export function planDelete<Type extends RecordType>(record: RecordOf<Type>): Plan {
  return {
    requests: [{ method: 'DELETE', path: recordPath(record.type, record.ref.id) }],
    changes: [],
    sideEffects: [],
  }
}

/** The members of a patch that are there and say something else than the record does. */
export function differing<Patch extends object>(record: object, patch: Patch): Partial<Patch> {
  const old = record as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(patch).filter(([key, value]) => value !== undefined && !sameJson(old[key] ?? null, value)),
  ) as Partial<Patch>
}

/** A patch as the body of a request. */
export function toBody(patch: object): JsonObject {
  return patch as { readonly [key: string]: Json }
}

/** A name, title or other text on one line as it is to be stored: trimmed, `null` when nothing is left. */
export function readName(path: string, value: string | null | undefined): string | null | undefined {
  checkName([path], value)
  return value == null ? value : value.trim() || null
}

/** A longer text as it is to be stored: as written, `null` when blank. */
export function readText(path: string, value: string | null | undefined): string | null | undefined {
  checkText([path], value)
  return value == null || value.trim() !== '' ? value : null
}

/** A lower-case word, as genders are told. */
export function readGender(value: string | null | undefined): string | null | undefined {
  return readName('gender', value)?.toLowerCase() ?? (value === undefined ? undefined : null)
}

/** `null` when no part is known. */
export function readBirthDate(value: PartialDate | null | undefined): PartialDate | null | undefined {
  if (value == null) return value
  const date = { year: value.year ?? null, month: value.month ?? null, day: value.day ?? null }
  checkDate(['birthDate'], date)
  return date.year === null && date.month === null && date.day === null ? null : date
}

/** Refuses a change after which nothing names the record. The path is the first of `fields` that was given. */
export function checkNamed(name: string, patch: object, fields: readonly string[], message: string): void {
  if (name !== '') return
  throw invalidInput([fields.find((field) => field in patch) ?? fields[0]!], message)
}

/** Without members that are `undefined`, which mean the same as absent ones. */
export function compact<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}
