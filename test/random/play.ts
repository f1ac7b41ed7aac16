import type { WriteControl, Writes } from '../../src/directory/directory.ts'
import type { Capability } from '../../src/model/capability.ts'
import type { ContactItemChange } from '../../src/model/contact-item.ts'
import type { WriteResult } from '../../src/model/receipt.ts'
import { encodeContactItemId, encodeId, type RecordType } from '../../src/model/ref.ts'
import type { OpenRecord, RecordOf } from '../../src/sources/source.ts'
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

let count = 0

/** Makes the write of a step. `null`: there is nothing of the sort to be done to this record. */
export function play(
  step: Step,
  known: Known,
  subject: Subject,
  able: ReadonlySet<Capability>,
): ((writes: Writes) => Promise<WriteResult<RecordOf<RecordType>>>) | null {
  const { source } = subject
  const { type, id, open } = known
  const control = controlOf(step, open)
  const globalId = encodeId(type, source.name, id)
  switch (possible(step, type, able)) {
    case 'create': {
      const { ifVersion: _none, ...rest } = control
      return (writes) => writes[`create${type}`]({ source: source.name, ...newRecord(subject, type), ...rest })
    }
    case 'delete':
      return (writes) => writes[`delete${type}`]({ id: globalId, ...control })
    case 'update': {
      const patch = patchOf(step, type, subject)
      return (writes) => writes[`update${type}`]({ id: globalId, ...patch, ...control })
    }
    case 'upsert': {
      const items = step.values.map((value) => itemOf(value, step, known, source.name))
      return (writes) => writes.upsertContactItems({ ownerId: globalId, items, ...control })
    }
    case 'remove': {
      const item = at(open.record.contactItems ?? [], step.values[0]?.pick ?? 0)
      if (!item) return null
      const itemId = encodeContactItemId({ owner: { type, source: source.name, id }, itemId: item.id })
      return (writes) => writes.removeContactItem({ id: itemId, ...control })
    }
    case 'picture':
      return (writes) => writes.uploadAvatar({ ownerId: globalId, file: newFile(), ...control })
    case 'no picture':
      return (writes) => writes.removeAvatar({ ownerId: globalId, ...control })
  }
}

/** What the source can't do at all is tried now and then, and mostly makes room for what it can. */
function possible({ what, flag }: Step, type: RecordType, able: ReadonlySet<Capability>): Step['what'] {
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
  if (able.has(needed[what]) || flag === undefined) return what
  return able.has(needed.update) ? 'update' : able.has('CONTACT_ITEM_UPSERT') ? 'upsert' : what
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
  { pick, text, kind }: Step['values'][number],
  { flag }: Step,
  { type, id, open }: Known,
  source: string,
): ContactItemChange {
  const items = open.record.contactItems ?? []
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
