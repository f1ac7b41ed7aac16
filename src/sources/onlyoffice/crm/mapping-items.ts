import { z } from 'zod'
import {
  type ContactItem,
  formatAddress,
  type PostalAddress,
  withNormalizedValue,
} from '../../../model/contact-item.ts'
import type { JsonObject } from '../../../model/json.ts'
import { ADDRESS, itemTypeOf, kindOf } from './item-types.ts'
import type { WireRow } from './wire.ts'

/** Rows as contact items, newest first as the CRM lists them. */
export function toItems(rows: readonly WireRow[]): readonly ContactItem[] {
  return rows.toSorted((a, b) => b.id - a.id).map(toItem)
}

function toItem(row: WireRow): ContactItem {
  const kind = kindOf(row.infoType)
  const address = row.infoType === ADDRESS ? readAddress(row.data) : null
  const value = address === null ? row.data : formatAddress(address)
  return withNormalizedValue({
    id: String(row.id),
    kind,
    type: itemTypeOf(row.infoType, row.category),
    value,
    address,
    label: null,
    isDefault: row.isPrimary,
    isOptedIn: null,
    createdAt: null,
    updatedAt: null,
  })
}

const part = z.string().nullish()
const storedAddress = z.looseObject({ street: part, city: part, state: part, zip: part, country: part })

/** The JSON that an address's row holds. `null` where it holds something else. */
export function readAddress(data: string): PostalAddress | null {
  const read = storedAddress.safeParse(parse(data))
  if (!read.success) return null
  const { street, city, state, zip, country } = read.data
  return {
    street: street || null,
    city: city || null,
    region: state || null,
    postalCode: zip || null,
    country: country || null,
  }
}

/** All five parts, always: one that is missing ends the CRM's own reading of the row. */
export function fromAddress({ street, city, region, postalCode, country }: PostalAddress): JsonObject {
  return {
    street: street ?? '',
    city: city ?? '',
    state: region ?? '',
    zip: postalCode ?? '',
    country: country ?? '',
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // a text of somebody's own
  }
}
