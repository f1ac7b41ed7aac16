import { type ContactItemKind, formatAddress, normalizeValue, type PostalAddress } from '../../model/contact-item.ts'
import { GatewayError, invalidInput } from '../../model/errors.ts'
import { toBit } from './columns.ts'
import { contactItemType } from './contact-item-types.ts'
import { matchKey } from './derived.ts'
import type { Target, Writer } from './writer.ts'

/** A contact item as a request carries it. */
export interface ContactItemBody {
  readonly typeId: string
  readonly value: string
  readonly address?: PostalAddress
  readonly label: string | null
  readonly isDefault: boolean
  readonly isOptedIn: boolean | null
}

export async function addContactItem(writer: Writer, owner: Target, body: ContactItemBody): Promise<void> {
  const columns = toColumns(body)
  await demoteOthers(writer, owner, columns.kind, body.isDefault, null)
  await writer.tx
    .insertInto('contact_items')
    .values({
      ...columns,
      id: writer.newId(),
      owner_pk: owner.pk,
      owner_type: owner.type,
      created_at: writer.now,
      updated_at: writer.now,
    })
    .execute()
}

/** Throws `NOT_FOUND` where the owner has no such item (any more). */
export async function replaceContactItem(
  writer: Writer,
  owner: Target,
  itemId: string,
  body: ContactItemBody,
): Promise<void> {
  const columns = toColumns(body)
  await demoteOthers(writer, owner, columns.kind, body.isDefault, itemId)
  const { numUpdatedRows } = await writer.tx
    .updateTable('contact_items')
    .set({ ...columns, updated_at: writer.now })
    .where('owner_pk', '=', owner.pk)
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound(writer)
}

/** Throws `NOT_FOUND` where the owner has no such item (any more). */
export async function removeContactItem(writer: Writer, owner: Target, itemId: string): Promise<void> {
  const { numDeletedRows } = await writer.tx
    .deleteFrom('contact_items')
    .where('owner_pk', '=', owner.pk)
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound(writer)
}

/** One default per owner and kind. */
async function demoteOthers(
  { tx, now }: Writer,
  owner: Target,
  kind: ContactItemKind,
  isDefault: boolean,
  itemId: string | null,
): Promise<void> {
  if (!isDefault) return
  await tx
    .updateTable('contact_items')
    .set({ is_default: 0, updated_at: now })
    .where('owner_pk', '=', owner.pk)
    .where('kind', '=', kind)
    .where('is_default', '=', 1)
    .where('id', '!=', itemId ?? '')
    .execute()
}

function toColumns(body: ContactItemBody) {
  const type = contactItemType(body.typeId)
  if (type === undefined)
    throw invalidInput(['typeId'], 'is no type of contact item here: see contactItemTypes of the source')
  const { street, city, region, postalCode, country } = body.address ?? NO_ADDRESS
  const value = body.address ? formatAddress(body.address) : body.value
  return {
    kind: type.kind,
    type_id: type.id,
    value,
    normalized_value: normalizeValue(type.kind, value),
    match_key: matchKey(type.kind, value),
    street,
    city,
    region,
    postal_code: postalCode,
    country,
    label: body.label,
    is_default: toBit(body.isDefault) ?? 0,
    is_opted_in: toBit(body.isOptedIn) ?? null,
  }
}

const NO_ADDRESS: PostalAddress = { street: null, city: null, region: null, postalCode: null, country: null }

function notFound({ source }: Writer): GatewayError {
  return new GatewayError('NOT_FOUND', `${source} has no such contact item of this owner any more.`, { source })
}
