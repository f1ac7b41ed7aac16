import type { WriteControl, Writes } from '../../src/directory/directory.ts'
import type { Capability } from '../../src/model/capability.ts'
import type { ContactItemChange, ContactItemKind } from '../../src/model/contact-item.ts'
import type { WriteResult } from '../../src/model/receipt.ts'
import { encodeContactItemId, encodeId, type RecordType } from '../../src/model/ref.ts'
import type { OpenRecord, RecordOf } from '../../src/sources/source.ts'
import { options } from '../sources/conformance/look.ts'
import { SAMPLES } from '../sources/conformance/samples.ts'
import { newFile, newRecord } from '../sources/conformance/trials.ts'
import type { Subject } from '../sources/conformance.ts'
import type { Step } from './steps.ts'

/** A record that random writes may touch, as it was last seen. */
export interface Known {
  readonly type: RecordType
  readonly id: string
  readonly open: OpenRecord
}

const TEXT_FIELDS = new Set([
  ...['prefix', 'firstName', 'middleName', 'lastName', 'suffix', 'nickname', 'jobTitle', 'about', 'interests'],
  ...['location', 'department', 'name'],
])

/** A write, to be done with what `extra` says of it besides. */
export type Written = (writes: Writes, extra?: WriteControl) => Promise<WriteResult<RecordOf<RecordType>>>

/** What the source can do, so that few writes are tried that it refuses anyway. */
export interface Abilities {
  readonly able: ReadonlySet<Capability>
  readonly kinds: readonly ContactItemKind[]
}

export async function abilitiesOf({ source, items }: Subject): Promise<Abilities> {
  const able = await source.capabilities(options())
  const types = (await source.contactItemTypes?.(options())) ?? [{ kind: 'EMAIL' as const }]
  const kinds = new Set(types.map(({ kind }) => kind).filter((kind) => items?.[kind] !== null))
  return { able, kinds: [...kinds] }
}

let count = 0

/** Makes the write of a step. `null`: there is nothing of the sort to be done to this record. */
export function play(step: Step, known: Known, subject: Subject, { able, kinds }: Abilities): Written | null {
  const { source } = subject
  const { type, id, open } = known
  const control = controlOf(step, open)
  const globalId = encodeId(type, source.name, id)
  switch (possible(step, known, able)) {
    case 'create': {
      const { ifVersion: _none, ...rest } = control
      const patch = newRecord(subject, type)
      return (writes, extra) => writes[`create${type}`]({ source: source.name, ...patch, ...rest, ...extra })
    }
    case 'delete':
      return (writes, extra) => writes[`delete${type}`]({ id: globalId, ...control, ...extra })
    case 'update': {
      const patch = patchOf(step, type, subject)
      return (writes, extra) => writes[`update${type}`]({ id: globalId, ...patch, ...control, ...extra })
    }
    case 'upsert': {
      const items = step.values.map((value) => itemOf(value, step, known, source.name, kinds))
      return (writes, extra) => writes.upsertContactItems({ ownerId: globalId, items, ...control, ...extra })
    }
    case 'remove': {
      const item = at(open.record.contactItems ?? [], step.values[0]?.pick ?? 0)
      if (!item) return null
      const itemId = encodeContactItemId({ owner: { type, source: source.name, id }, itemId: item.id })
      return (writes, extra) => writes.removeContactItem({ id: itemId, ...control, ...extra })
    }
    case 'picture': {
      const file = newFile()
      return (writes, extra) => writes.uploadAvatar({ ownerId: globalId, file, ...control, ...extra })
    }
    case 'nothing':
      return null
    case 'no picture':
      return (writes, extra) => writes.removeAvatar({ ownerId: globalId, ...control, ...extra })
  }
}

/** What the source can't do at all is tried now and then, and mostly makes room for what it can. */
function possible(
  { what, flag }: Step,
  { type, open }: Known,
  able: ReadonlySet<Capability>,
): Step['what'] | 'nothing' {
  const owner = type.toUpperCase() as Uppercase<RecordType>
  const needed: Readonly<Record<Step['what'], Capability>> = {
    create: `${owner}_CREATE`,
    delete: `${owner}_DELETE`,
    update: `${owner}_UPDATE`,
    upsert: 'CONTACT_ITEM_UPSERT',
    remove: 'CONTACT_ITEM_REMOVE',
    picture: 'AVATAR_UPLOAD',
    'no picture': 'AVATAR_REMOVE',
  }
  const planners: Readonly<Record<Step['what'], unknown>> = {
    create: true,
    delete: open.delete,
    update: open.update,
    upsert: open.upsertContactItems,
    remove: open.removeContactItem,
    picture: open.putAvatar,
    'no picture': open.removeAvatar,
  }
  const can = (one: Step['what']) => able.has(needed[one]) && planners[one] !== undefined
  if (can(what) || flag === undefined) return what
  return (['update', 'upsert', 'picture'] as const).find(can) ?? 'nothing'
}

function controlOf({ control }: Step, open: OpenRecord): WriteControl {
  if (control === 'dryRun') return { dryRun: true }
  if (control === 'stale version') return { ifVersion: 'stale' }
  if (control === 'present version') return { ifVersion: open.record.version }
  return control === 'key' ? { idempotencyKey: `random ${++count}` } : {}
}

/** One to three fields with random texts, or the sample where a field takes only values of its own. */
function patchOf({ values }: Step, type: RecordType, { source, samples }: Subject): Readonly<Record<string, unknown>> {
  const own: Readonly<Record<string, unknown>> = { ...SAMPLES[type], ...samples?.[type] }
  const fields = [...((source.writable[type] ?? new Set()) as ReadonlySet<string>)].filter(
    (field) => own[field] !== null && (TEXT_FIELDS.has(field) || field in own),
  )
  return Object.fromEntries(
    values.flatMap(({ pick, text }) => {
      const field = at(fields, pick)
      if (field === undefined) return []
      if (field === 'email') return [[field, `random${++count}@example.org`]]
      if (TEXT_FIELDS.has(field)) return [[field, text]]
      return [[field, text === null && field !== 'addTags' && field !== 'customFields' ? null : own[field]]]
    }),
  )
}

function itemOf(
  { pick, text }: Step['values'][number],
  { flag }: Step,
  { type, id, open }: Known,
  source: string,
  kinds: readonly ContactItemKind[],
): ContactItemChange {
  const items = open.record.contactItems ?? []
  const kind = at(kinds, pick) ?? 'EMAIL'
  const present = pick % 3 === 0 ? at(items, pick) : undefined
  const named = present && { id: encodeContactItemId({ owner: { type, source, id }, itemId: present.id }) }
  const value = valueFor(present?.kind ?? kind, pick, text)
  return { ...(named ?? { kind }), ...value, ...(flag !== undefined && { isDefault: flag }) }
}

function valueFor(kind: ContactItemChange['kind'], pick: number, text: string | null): ContactItemChange {
  const word = (text ?? 'none').replace(/[^A-Za-z]/g, '').toLowerCase() || 'x'
  if (kind === 'EMAIL') return { value: `${word}${pick}@random.example` }
  if (kind === 'PHONE') return { value: `+47 22 ${String(100_000 + pick).replace(/(..)(..)(..)/, '$1 $2 $3')}` }
  if (kind === 'URL') return { value: `https://${word}.example/${pick}` }
  if (kind === 'ADDRESS') return { address: { street: `${pick} ${word} Lane`, city: 'Bergen', country: 'Norway' } }
  return { value: `${word}.${pick}` }
}

function at<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)]
}
