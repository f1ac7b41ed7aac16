/** The kinds of record that have people's data of their own. */
export const RECORD_TYPES = ['Person', 'User', 'Organization'] as const
export type RecordType = (typeof RECORD_TYPES)[number]

/** What a global id may name. */
export const ID_TYPES = [
  ...RECORD_TYPES,
  'ContactItem',
  'ContactItemType',
  'UserGroup',
  'UserAccess',
  'CustomCollection',
] as const
export type IdType = (typeof ID_TYPES)[number]

/** A record as its source knows it: the source's configured name and the id used there. */
export interface Ref {
  readonly source: string
  readonly id: string
}

/** A `Ref` that also says what it names. */
export interface RecordRef extends Ref {
  readonly type: RecordType
}

/** One contact item: its owner, and the item's id among the owner's items. */
export interface ContactItemRef {
  readonly owner: RecordRef
  readonly itemId: string
}

/** What a source may be called: it stands inside ids, URLs and metrics. */
export const SOURCE_NAME = /^[a-z][a-z0-9-]{0,39}$/

/** The global id of `id` in `source`: opaque, stable, and decodable without a look-up table. */
export function encodeId(type: IdType, source: string, id: string): string {
  return encodeText(`${type}:${source}:${id}`)
}

function encodeText(text: string): string {
  if (text.length > MAX_SHORT_CHARACTERS) return Buffer.from(text, 'utf8').toString('base64url')
  // A page has hundreds of ids, and making a buffer for each takes most of their time.
  return scratch.toString('base64url', 0, scratch.write(text))
}

const MAX_SHORT_CHARACTERS = 200
/** A character takes three bytes of UTF-8 at most. */
const scratch = Buffer.alloc(3 * MAX_SHORT_CHARACTERS)

/** What a global id names, or `null` when it is none (not ours, cut off, or edited by hand). */
export function decodeId(
  globalId: string,
): { readonly type: IdType; readonly source: string; readonly id: string } | null {
  if (globalId.length === 0 || globalId.length > 2000 || !/^[A-Za-z0-9_-]+$/.test(globalId)) return null
  const text = Buffer.from(globalId, 'base64url').toString('utf8')
  const match = /^([A-Za-z]+):([a-z][a-z0-9-]{0,39}):(.+)$/s.exec(text)
  if (!match) return null
  const [, type, source, id] = match as unknown as [string, string, string, string]
  if (!isIdType(type) || encodeId(type, source, id) !== globalId) return null
  return { type, source, id }
}

function isIdType(type: string): type is IdType {
  return (ID_TYPES as readonly string[]).includes(type)
}

export function encodeRecordId(ref: RecordRef): string {
  return encodeId(ref.type, ref.source, ref.id)
}

/** A contact item's global id also names its owner, because most sources can only reach it through that. */
export function encodeContactItemId({ owner, itemId }: ContactItemRef): string {
  const { type, source, id } = owner
  // Items come owner by owner.
  if (id !== latest.id || type !== latest.type || source !== latest.source) {
    latest = { type, source, id, beginning: `ContactItem:${source}:${type}/${escapePart(id)}/` }
  }
  return encodeText(latest.beginning + escapePart(itemId))
}

/** What the ids of one owner's items begin with, made once for all of them. */
let latest: RecordRef & { readonly beginning: string } = {
  type: 'Person',
  source: '',
  id: '',
  beginning: 'ContactItem::Person//',
}

/** Most ids need no escaping, and to see so takes a fraction of the time. */
function escapePart(id: string): string {
  return UNESCAPED.test(id) ? id : encodeURIComponent(id)
}

/** What `encodeURIComponent` leaves as it is. */
const UNESCAPED = /^[\w.!~*'()-]*$/

/** The parts of a contact item's id as `decodeId` gave it, or `null` when they are not whole. */
export function readContactItemRef(source: string, id: string): ContactItemRef | null {
  const parts = id.split('/')
  if (parts.length !== 3) return null
  try {
    const [type, ownerId, itemId] = parts.map(decodeURIComponent) as [string, string, string]
    if (!(RECORD_TYPES as readonly string[]).includes(type) || ownerId === '' || itemId === '') return null
    return { owner: { type: type as RecordType, source, id: ownerId }, itemId }
  } catch {
    return null // a broken percent escape: not an id of ours
  }
}
