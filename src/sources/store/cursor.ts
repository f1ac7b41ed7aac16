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

export interface CursorCodec {
  encode(position: Position): string
  /** Throws `INVALID_INPUT` for what `encode` did not make for this very list: another order, source or type, or edited. */
  decode(cursor: string): Position
}

export function createCursorCodec({ source, type, order }: CursorContext): CursorCodec {
  const list = crc32([source, type, order?.by ?? '', order?.direction ?? ''].join('|'))

  /** Tells cursors that were mixed up or cut off; it keeps nothing secret. */
  function checksum(text: string): string {
    return crc32(text, list).toString(36)
  }

  return {
    encode({ pk, key }) {
      const text = key === undefined ? String(pk) : `${pk}:${key}`
      return Buffer.from(`${checksum(text)}.${text}`, 'utf8').toString('base64url')
    },
    decode(cursor) {
      const decoded = Buffer.from(cursor, 'base64url').toString('utf8')
      const match = /^([0-9a-z]{1,7})\.((\d{1,15})(?::(.*))?)$/s.exec(decoded)
      const [, sum, text, pk, key] = match ?? []
      const isOurs = text !== undefined && sum === checksum(text) && (key === undefined) === (order === null)
      if (!isOurs) throw invalidInput(['after'], 'is no cursor of this list')
      return key === undefined ? { pk: Number(pk) } : { pk: Number(pk), key }
    },
  }
}
