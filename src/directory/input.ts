import type { Capability } from '../model/capability.ts'
import { GatewayError, invalidInput, unsupported } from '../model/errors.ts'
import { foldText } from '../model/fold.ts'
import type { PersonPatch } from '../model/patch.ts'
import {
  type ContactItemRef,
  decodeId,
  type IdType,
  type RecordRef,
  type RecordType,
  readContactItemRef,
} from '../model/ref.ts'
import { checkPast } from '../model/validate.ts'
import type { CallOptions, Source } from '../sources/source.ts'

export type Sources = ReadonlyMap<string, Source>

/** Members of an input that speak of the write itself, not of the record. */
const CONTROL: ReadonlySet<string> = new Set([
  'id',
  'source',
  'avatar',
  'ifVersion',
  'dryRun',
  'idempotencyKey',
  'ownerId',
  'items',
  'file',
])

/** The input's members that are about the record. */
export function patchOf<Patch>(input: object): Patch {
  return Object.fromEntries(
    Object.entries(input).filter(([key, value]) => !CONTROL.has(key) && value !== undefined),
  ) as Patch
}

/**
 * The record a write is about, and its source. Throws `INVALID_INPUT` for what is no id, `NOT_FOUND` for an id of another type
 * or of a source that is not configured.
 */
export function readTarget<Type extends RecordType>(
  globalId: string,
  types: readonly Type[],
  field: string,
  sources: Sources,
): { readonly ref: RecordRef & { readonly type: Type }; readonly source: Source } {
  const id = readId(globalId, [field])
  const source = sources.get(id.source)
  const type = types.find((candidate) => candidate === id.type)
  if (!source || type === undefined) {
    const wanted = types.map((name) => name.toLowerCase()).join(' or ')
    throw new GatewayError('NOT_FOUND', `No ${wanted} has this id.`, { path: [field], id: globalId })
  }
  return { ref: { type, source: source.name, id: id.id }, source }
}

/** A contact item that a write names, and its owner's source. Throws as `readTarget`. */
export function readItemTarget(
  globalId: string,
  field: string,
  sources: Sources,
): { readonly ref: ContactItemRef; readonly source: Source } {
  const id = readId(globalId, [field])
  const source = sources.get(id.source)
  const ref = id.type === 'ContactItem' ? readContactItemRef(id.source, id.id) : null
  if (!source || !ref)
    throw new GatewayError('NOT_FOUND', 'No contact item has this id.', { path: [field], id: globalId })
  return { ref, source }
}

/** A source that a create names. */
export function readSource(name: string, sources: Sources): Source {
  const source = sources.get(name)
  if (source) return source
  throw invalidInput(['source'], `No source has this name. Configured: ${[...sources.keys()].join(', ')}.`)
}

/**
 * The source's own id of something else that an input refers to. It must be of `type` and of the same source, or of one that
 * shares its ids (`Source.realm`).
 */
export function readReference(
  globalId: string,
  type: IdType,
  path: readonly string[],
  source: Source,
  sources: Sources,
): string {
  const id = readId(globalId, path)
  if (id.type !== type)
    throw invalidInput(
      path,
      `This is the id of another kind of thing; give the id of ${type === 'Organization' ? 'an' : 'a'} ${type}.`,
    )
  const other = sources.get(id.source)
  const shared = source.realm !== undefined && other?.realm === source.realm
  if (id.source !== source.name && !shared) {
    throw invalidInput(path, `This ${type} belongs to another source; give one of ${source.name}.`)
  }
  return id.id
}

export function readId(
  globalId: string,
  path: readonly string[],
): { readonly type: IdType; readonly source: string; readonly id: string } {
  const id = decodeId(globalId)
  if (id) return id
  throw invalidInput(path, 'This is no id that this gateway gave out. Use the id field of a record as it is.')
}

/** Refuses, before anything is read, fields that this source never takes. */
export function checkWritable(
  source: Source,
  type: RecordType | 'ContactItem',
  patch: object,
  prefix: readonly string[] = [],
): void {
  const writable = (source.writable[type] ?? new Set()) as ReadonlySet<string>
  for (const key of Object.keys(patch)) {
    if (!writable.has(key)) {
      throw unsupported(source.name, `${source.name} does not take ${key}. Nothing was sent.`, [...prefix, key])
    }
  }
}

/** Refuses, for any source, what no record can have. */
export function checkPatch(patch: object): void {
  checkNames(patch as Readonly<Record<string, unknown>>)
  checkTags(patch)
  if ('birthDate' in patch && typeof patch.birthDate === 'object' && patch.birthDate !== null) {
    checkPast(['birthDate'], patch.birthDate, Date.now())
  }
}

/** Names that a record may lack but not have empty: what is not said is left out, what is to go is `null`. */
const NAMES = ['firstName', 'lastName', 'name'] as const
/** What stands in one line wherever it is shown. */
const LINES = [...NAMES, 'prefix', 'middleName', 'suffix', 'nickname'] as const

function checkNames(patch: Readonly<Record<string, unknown>>): void {
  for (const name of LINES) {
    const value = patch[name]
    if (typeof value === 'string' && /[\r\n\u2028\u2029]/.test(value)) throw invalidInput([name], 'must be one line')
  }
  for (const name of NAMES) {
    const value = patch[name]
    if (typeof value === 'string' && value.trim() === '') {
      throw invalidInput([name], 'must not be empty; null clears it where the source lets it')
    }
  }
}

/** A tag that is to be put on and taken off says nothing that could be done. */
function checkTags({ addTags, removeTags }: Pick<PersonPatch, 'addTags' | 'removeTags'>): void {
  if (!addTags?.length || !removeTags?.length) return
  const added = new Set(addTags.map(foldTag))
  for (const [index, tag] of removeTags.entries()) {
    if (!added.has(foldTag(tag))) continue
    throw invalidInput(['removeTags', String(index)], 'is among addTags too; a tag is added or removed')
  }
}

function foldTag(tag: string): string {
  return foldText(tag.trim())
}

/** Refuses what the linked account can't do. */
export async function checkCapability(source: Source, capability: Capability, options: CallOptions): Promise<void> {
  if ((await source.capabilities(options)).has(capability)) return
  throw unsupported(
    source.name,
    `${source.name} can't do this with its linked account: ${capability} is not among its capabilities.`,
  )
}
