import { createHash } from 'node:crypto'
import type { Directory, UploadedFile } from '../../directory/directory.ts'
import type { Card } from '../../exchange/card.ts'
import { toItemChanges } from '../../exchange/to-item-changes.ts'
import { type Taken, toPatch } from '../../exchange/to-patch.ts'
import type { ContactItemChange, ContactItemType } from '../../model/contact-item.ts'
import type { GatewayError } from '../../model/errors.ts'
import type { PersonPatch } from '../../model/patch.ts'
import type { Person } from '../../model/person.ts'
import type { WriteResult } from '../../model/receipt.ts'
import { encodeRecordId } from '../../model/ref.ts'
import { withoutRefused } from './without-refused.ts'

/** What the source that cards go to can do. */
export interface Target {
  readonly name: string
  readonly canCreate: boolean
  readonly canUpdate: boolean
  readonly takesItems: boolean
  readonly takesPhotos: boolean
  readonly taken: Taken
  readonly itemFields: ReadonlySet<string>
  readonly types: readonly ContactItemType[]
}

export interface Bringing {
  readonly directory: Directory
  readonly target: Target
  readonly dryRun: boolean
  /** Under which a new person is made once and no more; `null` where the source's own transaction does. */
  readonly idempotencyKey: string | null
  /** The global id of the organization of this name, which is made where there is none. `null`: the source takes none, or it is a dry run. */
  readonly organization: (name: string) => Promise<string | null>
  /** Called once a new person is there, before anything else of the card is brought. */
  readonly created: (person: Person) => void
}

export interface Brought {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused'
  /** As they are now; `null` where nobody was brought. */
  readonly person: Person | null
  readonly leftOut: readonly string[]
  /** Of a refusal. */
  readonly reason: string | null
}

/** Longest list of items that one write takes. */
const MAX_ITEMS = 100

/**
 * Makes of a card a new person, or of `person` what the card says. What the source refuses of a card is left out of it and told;
 * the rest is brought. Throws a retryable `GatewayError`, or one about the account, where the source can't be written at all now.
 */
export async function bringCard(
  card: Card,
  person: Person | null,
  photo: 'bring' | 'leave',
  bringing: Bringing,
): Promise<Brought> {
  const { target, directory } = bringing
  const leftOut = [...card.leftOut]
  const read = toPatch(card, target.taken)
  leftOut.push(...read.leftOut)
  const patch = { ...read.patch, ...(await organizationOf(card, bringing, leftOut)) }
  const picture = photo === 'bring' && card.photo !== null ? toFile(card.photo) : null
  if (picture !== null && !target.takesPhotos) leftOut.push('photo')
  const avatar = picture !== null && target.takesPhotos ? picture : null

  const first =
    person === null
      ? await create(patch, avatar, bringing, leftOut)
      : await update(person, patch, avatar, bringing, leftOut)
  if (first.reason !== null) return { outcome: 'refused', person: null, leftOut, reason: first.reason }
  const owner = first.person
  if (owner !== null && person === null) bringing.created(owner)
  let isChanged = first.isChanged
  let now = owner
  if (owner === null) {
    // A dry run of somebody new: what can't be an item is told all the same.
    leftOut.push(
      ...toItemChanges(card.contactItems, {
        ...ownerOf(target),
        ref: { type: 'Person', source: target.name, id: '-' },
        items: [],
      }).leftOut,
    )
  } else if (card.contactItems.length > 0 && !target.takesItems) {
    leftOut.push('contact items')
  } else if (card.contactItems.length > 0) {
    const whole = await directory.withPart(owner, 'contactItems')
    const { changes, leftOut: unusable } = toItemChanges(card.contactItems, {
      ...ownerOf(target),
      ref: { type: 'Person', ...owner.ref },
      items: whole.contactItems ?? [],
    })
    leftOut.push(...unusable)
    for (let from = 0; from < changes.length; from += MAX_ITEMS) {
      const done = await keepItems(owner, changes.slice(from, from + MAX_ITEMS), bringing, leftOut)
      isChanged ||= done.isChanged
      now = done.person ?? now
    }
  }
  const outcome = person === null ? 'created' : isChanged ? 'updated' : 'unchanged'
  return { outcome, person: now, leftOut: [...new Set(leftOut)], reason: null }
}

function ownerOf({ types, itemFields }: Target) {
  return { types, fields: itemFields }
}

async function organizationOf(card: Card, { target, organization }: Bringing, leftOut: string[]): Promise<PersonPatch> {
  if (card.organization === null) return {}
  const id = target.taken.fields.has('organizationId') ? await organization(card.organization) : null
  if (id === null) leftOut.push('organization')
  return id === null || id === PLANNED ? {} : { organizationId: id }
}

/** Stands for an organization that a dry run has not made. */
export const PLANNED = ''

interface Written {
  readonly person: Person | null
  readonly isChanged: boolean
  readonly reason: string | null
}

async function create(
  patch: PersonPatch,
  avatar: UploadedFile | null,
  bringing: Bringing,
  leftOut: string[],
): Promise<Written> {
  const { directory, target, dryRun, idempotencyKey } = bringing
  if (!target.canCreate) return { person: null, isChanged: false, reason: `${target.name} takes no new people` }
  const write = (input: PersonPatch & { readonly avatar?: UploadedFile }) =>
    directory.writes.createPerson({ source: target.name, ...input, dryRun, idempotencyKey })
  return settle(await withoutRefused({ ...patch, ...(avatar && { avatar }) }, write, leftOut))
}

async function update(
  person: Person,
  patch: PersonPatch,
  avatar: UploadedFile | null,
  bringing: Bringing,
  leftOut: string[],
): Promise<Written> {
  const { directory, target, dryRun } = bringing
  const input = { ...patch, ...(avatar && { avatar }) }
  if (Object.keys(input).length === 0) return { person, isChanged: false, reason: null }
  if (!target.canUpdate) return { person: null, isChanged: false, reason: `${target.name} changes no people` }
  const id = encodeRecordId(person.ref && { type: 'Person', ...person.ref })
  const write = (rest: typeof input) => directory.writes.updatePerson({ id, ...rest, dryRun })
  const written = settle(await withoutRefused(input, write, leftOut))
  return { ...written, person: written.reason === null ? (written.person ?? person) : null }
}

async function keepItems(
  owner: Person,
  items: readonly ContactItemChange[],
  { directory, dryRun }: Bringing,
  leftOut: string[],
): Promise<Written> {
  const ownerId = encodeRecordId({ type: 'Person', ...owner.ref })
  const write = (input: { readonly items?: readonly ContactItemChange[] }) =>
    input.items === undefined || input.items.length === 0
      ? Promise.resolve(NOTHING)
      : directory.writes.upsertContactItems({ ownerId, items: input.items, dryRun })
  const written = settle(await withoutRefused({ items }, write, leftOut))
  if (written.reason !== null) leftOut.push(`contact items (${written.reason})`)
  return written
}

const NOTHING: WriteResult<never> = { record: null, receipts: [], userErrors: [] }

/** What a write came to. Throws what is no fault of the card. */
function settle({ record, receipts, userErrors }: WriteResult<unknown>): Written {
  const [error] = userErrors
  if (
    error !== undefined &&
    (error.retryable || error.code === 'SOURCE_UNAUTHENTICATED' || error.code === 'BAD_SOURCE_RESPONSE')
  )
    throw error
  if (error !== undefined) return { person: null, isChanged: false, reason: `${pathOf(error)}${error.message}` }
  const isChanged = receipts.some(({ outcome }) => outcome !== 'UNCHANGED')
  return { person: record as Person | null, isChanged, reason: null }
}

function pathOf({ path }: GatewayError): string {
  return path === undefined || path.length === 0 ? '' : `${path.join('.')}: `
}

function toFile(bytes: Uint8Array): UploadedFile {
  return {
    filename: 'photo',
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read: async () => bytes,
  }
}
