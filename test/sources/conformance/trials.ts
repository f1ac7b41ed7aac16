import { createHash } from 'node:crypto'
import type { UploadedFile, WriteControl, Writes } from '../../../src/directory/directory.ts'
import type { ContactItem, ContactItemChange, ContactItemKind } from '../../../src/model/contact-item.ts'
import type { WriteResult } from '../../../src/model/receipt.ts'
import { encodeContactItemId, encodeId, RECORD_TYPES, type RecordType } from '../../../src/model/ref.ts'
import type { PatchOf, RecordOf, Source } from '../../../src/sources/source.ts'
import { makePng } from '../pictures.ts'
import { options, refused } from './look.ts'
import { ITEMS } from './samples.ts'
import type { Subject } from './subject.ts'

type AnyRecord = RecordOf<RecordType>
export type WriteKind = 'create' | 'update' | 'delete' | 'add' | 'change' | 'remove' | 'picture' | 'no picture'

/** One write that the source can do, made ready to be done once. */
export interface Trial {
  /** `update a Person` */
  readonly title: string
  readonly kind: WriteKind
  readonly type: RecordType
  /** The record it is about; `null` for a create. */
  readonly id: string | null
  /** Of a create: the (last) name of the new record, which no other has. */
  readonly name?: string
  /** Does it, through a directory. With the same `control` it asks for the same again. */
  run(writes: Writes, control?: WriteControl): Promise<WriteResult<AnyRecord>>
}

export type Setting = Pick<Subject, 'source' | 'create' | 'items' | 'samples'>

/** Fields that every source that has them takes any text in. */
const TEXTS = ['jobTitle', 'nickname', 'middleName', 'firstName', 'about', 'name', 'website'] as const

let count = 0

/**
 * Every kind of write that the source can do to the record, each with values nobody has used yet. What a write needs (an item to
 * remove, a record to delete) is made first, without the directory.
 */
export async function trialsOf(
  subject: Setting,
  type: RecordType,
  id: string,
): Promise<readonly (() => Promise<Trial>)[]> {
  const { source } = subject
  const able = await source.capabilities(options())
  const has = (verb: string) => ([...able] as string[]).includes(`${type.toUpperCase()}_${verb}`)
  const open = await source.open?.(type, id, options())
  const kind = open?.upsertContactItems && able.has('CONTACT_ITEM_UPSERT') ? await kindOf(subject, type, id) : null
  return [
    ...(has('UPDATE') && open?.update ? [() => update(subject, type, id)] : []),
    ...(has('CREATE') ? [() => create(subject, type)] : []),
    ...(has('CREATE') && has('DELETE') ? [() => remove(subject, type)] : []),
    ...(kind === null ? [] : [() => addItem(subject, type, id, kind), () => changeItem(subject, type, id, kind)]),
    ...(kind !== null && able.has('CONTACT_ITEM_REMOVE') && open?.removeContactItem
      ? [() => removeItem(subject, type, id, kind)]
      : []),
    ...(able.has('AVATAR_UPLOAD') && open?.putAvatar ? [() => putPicture(subject, type, id)] : []),
    ...(able.has('AVATAR_REMOVE') && open?.removeAvatar ? [() => removePicture(subject, type, id)] : []),
  ]
}

/** The same, for the first record of every type that the subject has. */
export async function allTrials(subject: Setting & Pick<Subject, 'ids'>): Promise<readonly (() => Promise<Trial>)[]> {
  const all = RECORD_TYPES.map(async (type) => {
    const id = subject.ids[type]?.[0]
    return id === undefined ? [] : trialsOf(subject, type, id)
  })
  return (await Promise.all(all)).flat()
}

async function update({ source, samples }: Setting, type: RecordType, id: string): Promise<Trial> {
  const writable = source.writable[type] as ReadonlySet<string>
  const field = TEXTS.find((name) => writable.has(name) && samples?.[type]?.[name] !== null) as string
  const value = field === 'website' ? `https://trial${++count}.example/` : `Trial ${letters(++count)}`
  const globalId = encodeId(type, source.name, id)
  return trial('update', type, id, (writes, control) =>
    writes[`update${type}`]({ id: globalId, [field]: value, ...control }),
  )
}

async function create(subject: Setting, type: RecordType): Promise<Trial> {
  const patch = newRecord(subject, type)
  const name = 'name' in patch ? patch.name : 'lastName' in patch ? patch.lastName : undefined
  const made = trial('create', type, null, (writes, control) =>
    writes[`create${type}`]({ source: subject.source.name, ...patch, ...control }),
  )
  return { ...made, ...(name != null && { name }) }
}

async function remove(subject: Setting, type: RecordType): Promise<Trial> {
  const { source } = subject
  const plan = await source.planCreate!(type, newRecord(subject, type), null, options())
  const { id, error } = await source.send!(plan, { ...options(), ifVersion: null })
  if (id === null) throw error ?? new Error('a record to delete could not be made')
  const globalId = encodeId(type, source.name, id)
  return trial('delete', type, id, (writes, control) => writes[`delete${type}`]({ id: globalId, ...control }))
}

async function addItem(subject: Setting, type: RecordType, id: string, kind: ContactItemKind): Promise<Trial> {
  const change = newItem(subject, kind)
  const ownerId = encodeId(type, subject.source.name, id)
  return trial('add', type, id, (writes, control) => writes.upsertContactItem({ ownerId, ...change, ...control }))
}

async function changeItem(subject: Setting, type: RecordType, id: string, kind: ContactItemKind): Promise<Trial> {
  const item = await someItem(subject, type, id, kind)
  const { kind: _kind, ...change } = newItem(subject, kind)
  const { source } = subject
  const itemId = globalItemId(source, type, id, item)
  const ownerId = encodeId(type, source.name, id)
  return trial('change', type, id, (writes, control) =>
    writes.upsertContactItem({ ownerId, id: itemId, ...change, ...control }),
  )
}

async function removeItem(subject: Setting, type: RecordType, id: string, kind: ContactItemKind): Promise<Trial> {
  const item = await someItem(subject, type, id, kind)
  const itemId = globalItemId(subject.source, type, id, item)
  return trial('remove', type, id, (writes, control) => writes.removeContactItem({ id: itemId, ...control }))
}

async function putPicture({ source }: Setting, type: RecordType, id: string): Promise<Trial> {
  const file = newFile()
  const ownerId = encodeId(type, source.name, id)
  return trial('picture', type, id, (writes, control) => writes.uploadAvatar({ ownerId, file, ...control }))
}

async function removePicture(subject: Setting, type: RecordType, id: string): Promise<Trial> {
  const { source } = subject
  const open = await source.open!(type, id, options())
  if (open?.record.avatar == null) {
    const { bytes, sha256 } = newPicture()
    const picture = { bytes, contentType: 'image/png', filename: 'avatar.png', sha256 } as const
    await source.send!(open!.putAvatar!(picture), { ...options(), ifVersion: null })
  }
  const ownerId = encodeId(type, source.name, id)
  return trial('no picture', type, id, (writes, control) => writes.removeAvatar({ ownerId, ...control }))
}

function trial(kind: WriteKind, type: RecordType, id: string | null, run: Trial['run']): Trial {
  return { title: `${kind} (${type} ${id ?? 'new'})`, kind, type, id, run }
}

/** The fields of a record that is not there yet. */
export function newRecord(subject: Setting, type: RecordType): PatchOf<RecordType> {
  const own = { ...subject.create?.[type] } as Record<string, unknown>
  if (typeof own.email === 'string') own.email = `trial${++count}.${own.email}`
  const name = `Trial ${letters(++count)}`
  return {
    ...(type === 'Organization' ? { name } : { firstName: 'Conrad', lastName: name }),
    ...own,
  } as PatchOf<RecordType>
}

/** An item of the kind that nobody has yet. */
export function newItem(subject: Setting, kind: ContactItemKind): ContactItemChange {
  const change = subject.items?.[kind] ?? ITEMS[kind]
  count += 1
  if (change.address) return { ...change, kind, address: { ...change.address, street: `${count} Trial Lane` } }
  const value = (change.value ?? '')
    .replace('conformance', `trial${count}`)
    .replace('22 55 55', String(100_000 + count).replace(/(..)(..)(..)/, '$1 $2 $3'))
    .replace('pigeon 7', `pigeon ${count + 7}`)
  return { ...change, kind, value }
}

/** A kind of items that the record takes one more of. */
async function kindOf(subject: Setting, type: RecordType, id: string): Promise<ContactItemKind | null> {
  const types = (await subject.source.contactItemTypes?.(options())) ?? [{ kind: 'EMAIL' as const }]
  const open = await subject.source.open!(type, id, options())
  const takes = (kind: ContactItemKind) =>
    subject.items?.[kind] !== null && refused(() => open!.upsertContactItems!([newItem(subject, kind)])) === null
  const kinds = [...new Set(types.map(({ kind }) => kind))]
  return kinds.find(takes) ?? null
}

/** An item of the kind that may be changed and removed; one is added where there is none. */
async function someItem(subject: Setting, type: RecordType, id: string, kind: ContactItemKind): Promise<ContactItem> {
  const { source } = subject
  for (let attempt = 0; attempt < 2; attempt++) {
    const open = await source.open!(type, id, options())
    const { kind: _kind, ...change } = newItem(subject, kind)
    const usable = open?.record.contactItems?.find(
      (item) =>
        item.kind === kind &&
        refused(() => open.upsertContactItems!([{ id: item.id, ...change }])) === null &&
        (open.removeContactItem === undefined || refused(() => open.removeContactItem!(item.id)) === null),
    )
    if (usable) return usable
    await source.send!(open!.upsertContactItems!([newItem(subject, kind)]), { ...options(), ifVersion: null })
  }
  throw new Error(`${type} ${id} has no ${kind} that can be changed`)
}

function globalItemId(source: Source, type: RecordType, id: string, item: ContactItem): string {
  return encodeContactItemId({ owner: { type, source: source.name, id }, itemId: item.id })
}

/** A picture that nobody has yet, as an upload brings it. */
export function newFile(): UploadedFile {
  const { bytes, sha256 } = newPicture()
  return { filename: 'trial.png', byteSize: bytes.byteLength, sha256, read: async () => bytes }
}

function newPicture(): { readonly bytes: Uint8Array; readonly sha256: string } {
  count += 1
  const bytes = makePng(48, 48, [count % 256, (count * 7) % 256, (count >> 8) % 256])
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A number in letters, for names that take no digits. */
function letters(number: number): string {
  const text = number.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
  return text[0]!.toUpperCase() + text.slice(1)
}
