import { crc32 } from 'node:zlib'
import { invalidInput } from '../../model/errors.ts'
import type { Order } from '../../model/query.ts'
import type { RecordType } from '../../model/ref.ts'

/** Where a list goes on: the place of a record in the list's order, which stays when the record itself is gone. */
export interface Position {
  readonly pk: number
  /** What the list is ordered by; absent in the store's own order. */
  readonly key?: string
}

/** Which list a cursor belongs to. Filters are no part of it: a place is a place in every filtered list too. */
export interface CursorContext {
  readonly source: string
  readonly type: RecordType
  readonly order: Order | null
}

export function encodeCursor(position: Position, context: CursorContext): string {
  const text = position.key === undefined ? String(position.pk) : `${position.pk}:${position.key}`
  return Buffer.from(`${checksum(text, context)}.${text}`, 'utf8').toString('base64url')
}

/** Throws `INVALID_INPUT` for what `encodeCursor` did not make for this very list: another order, source or type, or edited. */
export function decodeCursor(cursor: string, context: CursorContext): Position {
  const decoded = Buffer.from(cursor, 'base64url').toString('utf8')
  const match = /^([0-9a-z]{1,7})\.((\d{1,15})(?::(.*))?)$/s.exec(decoded)
  const [, sum, text, pk, key] = match ?? []
  const isOurs =
    text !== undefined && sum === checksum(text, context) && (key === undefined) === (context.order === null)
  if (!isOurs) throw invalidInput(['after'], 'is no cursor of this list')
  return key === undefined ? { pk: Number(pk) } : { pk: Number(pk), key }
}

/** Tells cursors that were mixed up or cut off; it keeps nothing secret. */
function checksum(text: string, { source, type, order }: CursorContext): string {
  const list = [source, type, order?.by ?? '', order?.direction ?? ''].join('|')
  return crc32(text, crc32(list)).toString(36)
}
