import { createHmac, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import { invalidInput } from '../model/errors.ts'
import { canonicalJson } from '../model/json.ts'

/**
 * Where a list stands in one source: before everything, past everything, on a record (by its cursor), or in the gap between
 * two records, the cursor of either side.
 */
export type Position =
  | { readonly at: 'start' }
  | { readonly at: 'end' }
  | { readonly at: 'record'; readonly cursor: string }
  | { readonly at: 'gap'; readonly before: string | null; readonly after: string | null }

export const START: Position = { at: 'start' }
export const END: Position = { at: 'end' }

/** A place in a list over several sources, by source name. */
export type Positions = ReadonlyMap<string, Position>

/** Writes and reads the cursors of one list. One that was given for another list, or edited, is refused. */
export interface CursorCodec {
  encode(positions: Positions): string
  /** Throws `INVALID_INPUT` at `[argument]`. */
  decode(cursor: string, argument: 'after' | 'before'): Positions
}

/** `list` is whatever makes a list this one: its type, filter, order and sources. */
export function createCursorCodec(list: unknown, key: KeyObject): CursorCodec {
  const fingerprint = hash('sha256', canonicalJson(list), 'base64url').slice(0, 11)
  const sign = (payload: string) =>
    createHmac('sha256', key).update(`${fingerprint}.${payload}`).digest('base64url').slice(0, 16)

  return {
    encode(positions) {
      const payload = Buffer.from(
        JSON.stringify([...positions].map(([name, position]) => [name, pack(position)])),
      ).toString('base64url')
      return `${fingerprint}.${payload}.${sign(payload)}`
    },
    decode(cursor, argument) {
      const [list, payload, signature, ...rest] = cursor.split('.')
      if (!list || !payload || !signature || rest.length > 0 || cursor.length > 20_000) {
        throw invalidInput(
          [argument],
          'This is no cursor. Use the endCursor or startCursor of a page, or the cursor of an edge.',
        )
      }
      if (list !== fingerprint) {
        throw invalidInput(
          [argument],
          'This cursor belongs to another list. Keep filter, orderBy and sources as they were when it was given.',
        )
      }
      // As it is written: decoded, a signature with something behind it is the same.
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(payload))]
      if (given.length !== right.length || !timingSafeEqual(given, right)) {
        throw invalidInput([argument], 'This cursor was changed, or given by another server. Begin the list anew.')
      }
      const entries = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, Packed][]
      return new Map(entries.map(([name, packed]) => [name, unpack(packed)]))
    },
  }
}

type Packed = 0 | 1 | string | readonly [string | null, string | null]

function pack(position: Position): Packed {
  if (position.at === 'start') return 0
  if (position.at === 'end') return 1
  return position.at === 'record' ? position.cursor : [position.before, position.after]
}

function unpack(packed: Packed): Position {
  if (packed === 0) return START
  if (packed === 1) return END
  if (typeof packed === 'string') return { at: 'record', cursor: packed }
  return { at: 'gap', before: packed[0], after: packed[1] }
}
