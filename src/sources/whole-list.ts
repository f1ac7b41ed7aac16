import { derive } from '../http/derive.ts'
import { invalidInput } from '../model/errors.ts'
import { foldText } from '../model/fold.ts'
import type { ListQuery, OrderKey, Page } from '../model/query.ts'
import type { RecordType } from '../model/ref.ts'
import type { RecordOf } from './source.ts'

/** Where a record stands in a list: compared part by part, numbers as numbers. */
type Position = readonly (string | number)[]

export interface WholeListOptions {
  /** What `id` is compared by; `null` for what is no id of this source. */
  readonly idKey: (id: string) => string | number | null
}

/**
 * One page of records that were read all at once, for systems that page nothing themselves. Ordered by id; or by display name as
 * `foldText` folds it, or the time of creation or change, unknown ones first, and then by id. A cursor holds the position itself,
 * so a record that has gone loses none of those after it. Throws `INVALID_INPUT` for a cursor that holds no position of this order.
 */
export function pageOfWhole<Item extends RecordOf<RecordType>>(
  records: readonly Item[],
  query: Pick<ListQuery<unknown>, 'order' | 'limit' | 'cursor' | 'backward'>,
  { idKey }: WholeListOptions,
): Page<Item> {
  const keyOf = query.order === null ? null : KEYS[query.order.by]
  const sign = query.order?.direction === 'DESC' ? -1 : 1
  const from = query.cursor === null ? null : readCursor(query.cursor, keyOf !== null, idKey, query.backward)
  const positionOf = (record: Item): Position => {
    const id = idKey(record.ref.id) ?? record.ref.id
    return keyOf === null ? [id] : [keyOf(record), id]
  }
  const ascending = derive(records, keyOf ?? BY_ID, () =>
    records
      .map((item) => ({ item, position: positionOf(item) }))
      .sort((a, b) => comparePositions(a.position, b.position)),
  )
  const sorted = sign === 1 ? ascending : ascending.toReversed()
  const beyond =
    from === null
      ? sorted
      : sorted.filter(({ position }) => sign * comparePositions(position, from) * (query.backward ? -1 : 1) > 0)
  const shown = query.backward ? beyond.slice(-query.limit) : beyond.slice(0, query.limit)
  return {
    entries: shown.map(({ item, position }) => ({ item, cursor: JSON.stringify(position) })),
    hasMore: beyond.length > shown.length,
    totalCount: records.length,
  }
}

const BY_ID = {}

const KEYS: Readonly<Record<OrderKey, (record: RecordOf<RecordType>) => string>> = {
  NAME: ({ displayName }) => foldText(displayName),
  CREATED_AT: ({ createdAt }) => createdAt ?? '',
  UPDATED_AT: ({ updatedAt }) => updatedAt ?? '',
}

function readCursor(
  cursor: string,
  hasKey: boolean,
  idKey: WholeListOptions['idKey'],
  backward: boolean,
): readonly (string | number)[] {
  const position = parseJson(cursor)
  if (Array.isArray(position) && position.length === (hasKey ? 2 : 1)) {
    const id: unknown = position.at(-1)
    const known = (typeof id === 'string' || typeof id === 'number') && idKey(String(id)) === id
    if (known && (!hasKey || typeof position[0] === 'string')) return position as Position
  }
  throw invalidInput([backward ? 'before' : 'after'], 'This cursor was not given by this list.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // edited by hand
  }
}

function comparePositions(a: Position, b: Position): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] as string | number
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}
