import type { Capability } from '../model/capability.ts'
import type { ContactItemChange, ContactItemType } from '../model/contact-item.ts'
import type { GatewayError } from '../model/errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Organization } from '../model/organization.ts'
import type { OrganizationPatch, PersonPatch, UserPatch } from '../model/patch.ts'
import type { Person } from '../model/person.ts'
import type { Picture, PictureType } from '../model/picture.ts'
import type { ListQuery, OrderKey, OrganizationFilter, Page, PersonFilter, UserFilter } from '../model/query.ts'
import type { FieldChange, SourceRequest, WriteGuarantee } from '../model/receipt.ts'
import type { CustomFieldDefinition, Part } from '../model/record.ts'
import type { RecordRef, RecordType } from '../model/ref.ts'
import type { User } from '../model/user.ts'

/** A record of the type that `Type` names. */
export type RecordOf<Type extends RecordType> = { Person: Person; User: User; Organization: Organization }[Type]
/** What may be changed of such a record. */
export type PatchOf<Type extends RecordType> = {
  Person: PersonPatch
  User: UserPatch
  Organization: OrganizationPatch
}[Type]
/** What such records may be filtered by. */
export type FilterOf<Type extends RecordType> = {
  Person: PersonFilter
  User: UserFilter
  Organization: OrganizationFilter
}[Type]

export interface CallOptions {
  /** Ends the call, and every request it made, when aborted. */
  readonly signal: AbortSignal
}

/**
 * A system that holds people, users, organizations, or several of them, through one linked account.
 *
 * A missing method means the source never can. What depends on the account is answered by `capabilities()`. Ids are the
 * source's own, as strings; an id the source could never have given (letters where it counts in numbers) is simply unknown.
 *
 * Every method may throw a `GatewayError` with `SOURCE_UNAUTHENTICATED` (the linked account's credentials are refused),
 * `FORBIDDEN` (the account may not), `RATE_LIMITED` (with `retryAfterMs` where known), `SOURCE_UNAVAILABLE` (down, slow, cut
 * off) or `BAD_SOURCE_RESPONSE` (an answer that can't be understood). Others are named where they can occur.
 */
export interface Source {
  /** As configured. */
  readonly name: string
  /** Which registered kind of source it is: `store`, `virtuous`, … */
  readonly kind: string
  readonly limits: SourceLimits
  /** What lists can be filtered and ordered by. A record type that is missing here can't be listed. */
  readonly listing: { readonly [Type in RecordType]?: Listing<Type> }
  /** Fields that writes may name. What is not here is refused before anything is read. */
  readonly writable: WritableFields
  /** Sources with the same realm mean the same users by the same ids: two interfaces of one portal. Absent: shares with none. */
  readonly realm?: string
  /** Whether `ifVersion` is checked together with the write or just before it. */
  readonly guarantee: WriteGuarantee

  /** What this account may do. Probed where the source can tell, and remembered; cheap when called again. */
  capabilities(options: CallOptions): Promise<ReadonlySet<Capability>>

  /** One cheap authenticated call. Resolves when the source answers, throws as every method does when not. */
  ping(options: CallOptions): Promise<void>

  /** What the source last told of its rate limit. `null`: it has told nothing yet, or never does. */
  budget?(): SourceBudget | null

  /**
   * How many upstream calls a read takes at least, where that is known before it is made: a read that does not fit into the budget
   * is then not begun. Missing: one.
   */
  callsFor?(read: PlannedRead): number

  /**
   * Looks records up by this source's own ids. Returns one entry per id, in the same order: `null` where the source has
   * nobody, or nobody this account may see, and a `GatewayError` in the place of one that alone could not be read. At most
   * `limits.maxBatchSize` ids, none repeated. Missing for a record type the source does not hold.
   */
  readonly get: { readonly [Type in RecordType]?: GetMany<Type> }

  /**
   * One page in list order, without repeating a record or losing one that stays. The query names only what `listing` allows.
   * Throws `INVALID_INPUT` for a cursor this source did not give, `UNSUPPORTED` for filters it can't combine.
   */
  readonly list: { readonly [Type in RecordType]?: ListPage<Type> }

  /** People of an organization, in a stable order. Missing where the source can't tell. */
  listMembers?(
    organizationId: string,
    query: ListQuery<Record<string, never>>,
    options: CallOptions,
  ): Promise<Page<Person>>

  /** With `listMembers`: the same page, where the organization came with all its people, without asking for it. `null`: it did not. */
  membersWithin?(
    organization: Organization,
    query: ListQuery<Record<string, never>>,
    options: CallOptions,
  ): Promise<Page<Person>> | null

  /**
   * The same records, in the same order, with `part` brought. Called only for records that lack it. Missing where every way
   * of reading brings everything.
   */
  complete?<Type extends RecordType>(
    records: readonly RecordOf<Type>[],
    part: Part,
    options: CallOptions,
  ): Promise<readonly RecordOf<Type>[]>

  /** The source's own types of contact items, in its order. */
  contactItemTypes?(options: CallOptions): Promise<readonly ContactItemType[]>

  /** Custom fields that records here may have, in the source's order. */
  customFieldDefinitions?(options: CallOptions): Promise<readonly CustomFieldDefinition[]>

  /** The bytes of a record's present picture. `null`: none set, or no such record. */
  readAvatar?(ref: RecordRef, options: CallOptions): Promise<AvatarBytes | null>

  /**
   * A record opened for writing, read whole and fresh. `null` where the source has nobody. Missing where it never can write.
   */
  open?<Type extends RecordType>(type: Type, id: string, options: CallOptions): Promise<OpenRecord<Type> | null>

  /**
   * The plan of a new record, its picture included. In paths, `{id}` stands for the id the first request will give. Throws
   * `INVALID_INPUT` or `UNSUPPORTED` with the path into the patch.
   */
  planCreate?<Type extends RecordType>(
    type: Type,
    patch: PatchOf<Type>,
    picture: Picture | null,
    options: CallOptions,
  ): Promise<Plan>

  /**
   * Carries a plan out, request by request in order, stopping at the first that fails: `Sent.error` is that failure, and what
   * was done before it stays done. Sends exactly what the plan says, and never repeats a request that may have been received.
   * `CONFLICT` where `ifVersion` no longer holds and the source can check it with the write (`guarantee` `ATOMIC`); with
   * `outcomeUnknown` the failed request may have been carried out all the same.
   */
  send?(plan: Plan, options: SendOptions): Promise<Sent>

  /**
   * Another process has carried these requests of a plan out through the same account, or may have; the plan created the record with
   * this id, where it created one. Pictures come without their bytes. What was remembered of records is then read anew. Missing
   * where nothing of them is remembered.
   */
  wroteElsewhere?(requests: readonly PlannedRequest[], createdId: string | null): void

  /**
   * Whether the plan that was sent with this mark was carried out, whole; remembered in the same transaction for a day at least.
   * Missing where the source can't remember: then the record itself is looked at.
   */
  wasDone?(mark: string, options: CallOptions): Promise<boolean>

  /** With `wasDone`: the id of the record that the plan sent with this mark created; `null` where it created none. */
  createdWith?(mark: string, options: CallOptions): Promise<string | null>

  /** Ends what the source holds open. */
  close?(): Promise<void>
}

/** A read that is about to be made: which method, and with what. */
export type PlannedRead =
  | { readonly method: 'get'; readonly type: RecordType; readonly ids: readonly string[] }
  | { readonly method: 'list'; readonly type: RecordType; readonly query: ListQuery<FilterOf<RecordType>> }
  | { readonly method: 'complete'; readonly part: Part; readonly records: readonly RecordOf<RecordType>[] }

export type GetMany<Type extends RecordType> = (
  ids: readonly string[],
  options: CallOptions,
) => Promise<readonly (RecordOf<Type> | GatewayError | null)[]>

export type ListPage<Type extends RecordType> = (
  query: ListQuery<FilterOf<Type>>,
  options: CallOptions,
) => Promise<Page<RecordOf<Type>>>

export interface SourceLimits {
  /** How many ids one `get` takes. */
  readonly maxBatchSize: number
  /** How many records one `list` gives. */
  readonly maxPageSize: number
  /** The largest picture it takes, in bytes; 0 where it takes none. */
  readonly maxAvatarBytes: number
  /** Absent: every type a picture may have. */
  readonly avatarTypes?: ReadonlySet<PictureType>
}

export interface Listing<Type extends RecordType> {
  readonly filters: ReadonlySet<keyof FilterOf<Type>>
  readonly orders: ReadonlySet<OrderKey>
  /** Whether pages can be read backward. */
  readonly backward: boolean
}

export interface WritableFields {
  readonly Person?: ReadonlySet<keyof PersonPatch>
  readonly User?: ReadonlySet<keyof UserPatch>
  readonly Organization?: ReadonlySet<keyof OrganizationPatch>
  readonly ContactItem?: ReadonlySet<keyof ContactItemChange>
}

export interface SourceBudget {
  readonly limit: number | null
  readonly remaining: number | null
  /** RFC 3339, UTC. */
  readonly resetAt: string | null
}

export interface AvatarBytes {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/**
 * A record as it is now, and the planners of what may be done with it. A planner is pure: it reads nothing, sends nothing, and
 * gives the same plan for the same record and input. A missing planner means `UNSUPPORTED`. Planners throw `INVALID_INPUT` or
 * `UNSUPPORTED` with the path into their own argument: `['birthDate', 'day']`; for a list, its index first: `['0', 'typeId']`.
 * A plan without requests means that nothing would change.
 */
export interface OpenRecord<Type extends RecordType = RecordType> {
  /** With every part brought. */
  readonly record: RecordOf<Type>
  /**
   * What the source holds of it beyond the unified fields, times and counters of its own aside. Compared before and after a
   * write: whatever differs is a side effect.
   */
  readonly rest: JsonObject
  update?(patch: PatchOf<Type>): Plan
  delete?(): Plan
  /** Merges the changes into the record's items, all of them or, on an error, none. */
  upsertContactItems?(changes: readonly ContactItemChange[]): Plan
  /** `itemId` is one of the record's items. */
  removeContactItem?(itemId: string): Plan
  putAvatar?(picture: Picture): Plan
  removeAvatar?(): Plan
}

/** What a write would do, before any of it is done. */
export interface Plan {
  /** In the order they are to be sent. */
  readonly requests: readonly PlannedRequest[]
  /**
   * What should then be seen, in the unified schema's words, as `diffRecords` puts it. An item to be added has the path
   * `contactItems`, a picture to be set the path `avatar` (`after` is its checksum).
   */
  readonly changes: readonly FieldChange[]
  /** What the source will change besides, where that is known beforehand. */
  readonly sideEffects: readonly FieldChange[]
  /** True where the source carries the write out later, so that it can't be seen when read back. */
  readonly pending?: boolean
}

/** A request to be sent. What a receipt shows of it is `describe(request)`. */
export interface PlannedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the source's `url`, query included. */
  readonly path: string
  /** JSON, or with `file` or `form` the other fields of the form. */
  readonly body?: Json
  /** How the body is sent; `json` where absent. */
  readonly as?: 'json' | 'form' | 'multipart'
  /** In a plan of `upsertContactItems`: the index of the change it carries out, so that its refusal is told of that change. */
  readonly change?: number
  /** With `as: 'multipart'`: the file part. */
  readonly file?: { readonly field: string; readonly picture: Picture }
}

export interface SendOptions extends CallOptions {
  /** The version the record must still have, where `guarantee` is `ATOMIC`. */
  readonly ifVersion: string | null
  /** Names the write, where somebody may ask after it: see `Source.wasDone`. `null` or absent: nobody will. */
  readonly mark?: string | null
}

export interface Sent {
  /** The id of what the plan created, where it created a record. */
  readonly id: string | null
  /** How many of the plan's requests were sent and answered with success. */
  readonly done: number
  /**
   * Why not all of them were. Where the source tells which part of the input it refused, `path` names it as a planner would, without
   * the index of a change: `['email']`, `['value']` of a contact item. A refused picture is `['file']`.
   */
  readonly error: GatewayError | null
}

/** What a receipt shows of a request: a picture as what it is, long texts (base64) by their length. */
export function describe(request: PlannedRequest): SourceRequest {
  const body = shorten(request.body ?? null)
  if (request.file === undefined) return { method: request.method, path: request.path, body }
  const { field, picture } = request.file
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as JsonObject) : {}
  const file = `${picture.filename}; ${picture.contentType}; ${picture.bytes.byteLength} bytes; sha256 ${picture.sha256}`
  return { method: request.method, path: request.path, body: { ...fields, [field]: file } }
}

/** Longest text a receipt shows whole; anything longer is a picture in base64 or no use to a reader. */
const MAX_SHOWN_CHARACTERS = 20_000

function shorten(value: Json): Json {
  if (typeof value === 'string') {
    return value.length <= MAX_SHOWN_CHARACTERS ? value : `${value.slice(0, 60)}… (${value.length} characters)`
  }
  if (Array.isArray(value)) return value.map(shorten)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner as Json)]))
  }
  return value
}
