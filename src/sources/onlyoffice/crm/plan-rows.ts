import type { JsonObject } from '../../../model/json.ts'
import type { PlannedRequest } from '../../source.ts'
import { ADDRESS, categoryName } from './item-types.ts'
import { fromAddress, readAddress } from './mapping-items.ts'
import { contactPath, verbatim } from './plan.ts'
import type { WireRow } from './wire.ts'

/** The calls that turn one set of rows into another, each about one row. Ids of rows that are yet to be made are negative. */
export function rowRequests(
  contactId: number | '{id}',
  before: readonly WireRow[],
  after: readonly WireRow[],
): readonly PlannedRequest[] {
  const old = new Map(before.map((row) => [row.id, row]))
  const kept = new Set(after.map(({ id }) => id))
  return [
    ...before
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => ({ method: 'DELETE' as const, path: contactPath(contactId, `/data/${id}`) })),
    ...after.flatMap((row): readonly PlannedRequest[] => {
      const present = old.get(row.id)
      if (present === undefined) return [addition(contactId, row)]
      return present === row ? [] : [alteration(contactId, present, row)]
    }),
  ]
}

/** Here an address is an object with the number of its category, anything else a text with its name. */
function addition(contactId: number | '{id}', row: WireRow): PlannedRequest {
  if (row.infoType === ADDRESS) {
    return { method: 'POST', path: contactPath(contactId, '/addressdata'), body: { address: addressOf(row) } }
  }
  const { infoType, category, data, isPrimary } = row
  const body = { infoType, category: categoryName(infoType, category), data, isPrimary }
  return verbatim({ method: 'POST', path: contactPath(contactId, '/data'), body })
}

function alteration(contactId: number | '{id}', before: WireRow, row: WireRow): PlannedRequest {
  const { id, infoType, category, data, isPrimary } = row
  const hasNewType = infoType !== before.infoType || category !== before.category
  if (infoType === ADDRESS && (hasNewType || data !== before.data)) {
    return { method: 'PUT', path: contactPath(contactId, `/addressdata/${id}`), body: { address: addressOf(row) } }
  }
  // The category is looked at only beside the type; without both they stay.
  const type = hasNewType && { infoType, category: categoryName(infoType, category) }
  return verbatim({ method: 'PUT', path: contactPath(contactId, `/data/${id}`), body: { ...type, data, isPrimary } })
}

function addressOf({ data, category, isPrimary }: WireRow): JsonObject {
  const address = readAddress(data) ?? { street: data, city: null, region: null, postalCode: null, country: null }
  return { ...fromAddress(address), category, isPrimary }
}
