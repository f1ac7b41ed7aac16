import type { Capability } from '../model/capability.ts'
import type { ContactItem, ContactItemChange, ContactItemType } from '../model/contact-item.ts'
import type { GatewayError } from '../model/errors.ts'
import type { OrganizationPatch, PersonPatch, UserPatch } from '../model/patch.ts'
import type { Order } from '../model/query.ts'
import type { WriteResult } from '../model/receipt.ts'
import type { CustomFieldDefinition, Part } from '../model/record.ts'
import type { RecordType, Ref } from '../model/ref.ts'
import type { FilterOf, RecordOf, SourceBudget } from '../sources/source.ts'

/** A value that may already be there. Callers hand it on as it is: no promise is made where none is needed. */
export type Ready<T> = T | Promise<T>

export type AnyRecord = RecordOf<RecordType>

/** All sources together, as one request sees them: what resolvers ask, and nothing else. */
export interface Directory {
  readonly people: Collection<'Person'>
  readonly users: Collection<'User'>
  readonly organizations: Collection<'Organization'>
  /** The record that a global id of any of the three types names; `null` for nobody and for ids of other types. */
  loadRecord(id: string): Ready<AnyRecord | null>
  /** A contact item with its owner; `null` for an unknown one. */
  loadContactItem(id: string): Ready<OwnedContactItem | null>
  /** The record with `part` brought. The very record, at once, where it has it. */
  withPart<R extends AnyRecord>(record: R, part: Part): Ready<R>
  /** People of an organization, as one page of its source. */
  listMembers(
    organization: RecordOf<'Organization'>,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<Connection<RecordOf<'Person'>>>

  /** In configured order. */
  readonly sources: readonly SourceView[]
  /** By its configured name. */
  source(name: string): SourceView | null

  readonly writes: Writes
}

/** The records of one type. */
export interface Collection<Type extends RecordType> {
  /** By global id: `null` for nobody, for an id of another type and for a source that is not configured. Throws `INVALID_INPUT` for what is no id of ours. */
  load(id: string): Ready<RecordOf<Type> | null>
  /** By source and the id there. */
  loadRef(ref: Ref): Ready<RecordOf<Type> | null>
  list(request: ListRequest<Type>): Promise<Connection<RecordOf<Type>>>
}

export interface ListRequest<Type extends RecordType> {
  readonly first: number | null
  readonly after: string | null
  readonly last: number | null
  readonly before: string | null
  /** `organizationId` and `groupId` as global ids. */
  readonly filter: FilterOf<Type>
  readonly order: Order | null
  /** Names of the sources to ask; `null`: all that hold such records. */
  readonly sources: readonly string[] | null
}

/** A Relay connection over several sources. */
export interface Connection<Item> {
  readonly edges: readonly { readonly node: Item; readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** `null` where a source can't tell. Asked of sources only when read. */
  readonly totalCount: Ready<number | null>
  /** What each source contributed, in configured order. */
  readonly slices: readonly Slice[]
}

export interface Slice {
  readonly source: SourceView
  readonly count: number
  readonly totalCount: Ready<number | null>
  readonly error: GatewayError | null
}

export interface OwnedContactItem {
  readonly owner: AnyRecord
  readonly item: ContactItem
}

/** A source as clients may look at it. */
export interface SourceView {
  readonly name: string
  readonly kind: string
  capabilities(): Promise<readonly Capability[]>
  health(): Promise<SourceHealth>
  budget(): SourceBudget | null
  /** `null`: this kind of source has none. */
  contactItemTypes(): Promise<readonly ContactItemType[] | null>
  customFieldDefinitions(): Promise<readonly CustomFieldDefinition[] | null>
}

export const HEALTH_STATUSES = ['UP', 'DEGRADED', 'DOWN', 'UNKNOWN'] as const
export interface SourceHealth {
  readonly status: (typeof HEALTH_STATUSES)[number]
  readonly latencyMs: number | null
  /** RFC 3339, UTC. */
  readonly checkedAt: string | null
  readonly message: string | null
}

/** What every write takes besides its own input. */
export interface WriteControl {
  /** The version the record must still have. */
  readonly ifVersion?: string | null | undefined
  /** Plan, and send nothing. */
  readonly dryRun?: boolean | null | undefined
  readonly idempotencyKey?: string | null | undefined
}

/** A picture as it came in: its bytes have arrived, nothing of it has been believed yet. */
export interface UploadedFile {
  readonly filename: string
  readonly byteSize: number
  /** Of its bytes; lower-case hexadecimal. */
  readonly sha256: string
  /** All of it, from wherever it waits; where it must be read, into `space`, of `byteSize` bytes or more, if that is given. */
  read(space?: Uint8Array): Promise<Uint8Array>
}

/** What GraphQL writes take: ids are global ids, `avatar` a file as it came. Absent leaves, `null` clears. */
export type UpdateInput<Patch> = Patch & WriteControl & { readonly id: string; readonly avatar?: UploadedFile | null }
export type CreateInput<Patch> = Patch &
  Omit<WriteControl, 'ifVersion'> & { readonly source: string; readonly avatar?: UploadedFile | null }
export type DeleteInput = WriteControl & { readonly id: string }

/**
 * What one may do. Each resolves with receipts and `userErrors`; paths in `userErrors` begin with the input's field. They reject
 * only for what no caller can mend.
 */
export interface Writes {
  createPerson(input: CreateInput<PersonPatch>): Promise<WriteResult<RecordOf<'Person'>>>
  updatePerson(input: UpdateInput<PersonPatch>): Promise<WriteResult<RecordOf<'Person'>>>
  deletePerson(input: DeleteInput): Promise<WriteResult<RecordOf<'Person'>>>
  createUser(input: CreateInput<UserPatch>): Promise<WriteResult<RecordOf<'User'>>>
  updateUser(input: UpdateInput<UserPatch>): Promise<WriteResult<RecordOf<'User'>>>
  deleteUser(input: DeleteInput): Promise<WriteResult<RecordOf<'User'>>>
  createOrganization(input: CreateInput<OrganizationPatch>): Promise<WriteResult<RecordOf<'Organization'>>>
  updateOrganization(input: UpdateInput<OrganizationPatch>): Promise<WriteResult<RecordOf<'Organization'>>>
  deleteOrganization(input: DeleteInput): Promise<WriteResult<RecordOf<'Organization'>>>
  /** `record` is the owner as it now is; `items` those that the changes are about, in the order given. */
  upsertContactItem(input: ContactItemChange & WriteControl & { readonly ownerId: string }): Promise<ContactItemsResult>
  upsertContactItems(
    input: WriteControl & { readonly ownerId: string; readonly items: readonly ContactItemChange[] },
  ): Promise<ContactItemsResult>
  removeContactItem(input: WriteControl & { readonly id: string }): Promise<ContactItemsResult>
  uploadAvatar(
    input: WriteControl & { readonly ownerId: string; readonly file: UploadedFile },
  ): Promise<WriteResult<AnyRecord>>
  removeAvatar(input: WriteControl & { readonly ownerId: string }): Promise<WriteResult<AnyRecord>>
}

export interface ContactItemsResult extends WriteResult<AnyRecord> {
  /** Empty with `dryRun` and on errors. */
  readonly items: readonly ContactItem[]
}
