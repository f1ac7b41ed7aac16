import type { GatewayError } from '../model/errors.ts'
import type { Page } from '../model/query.ts'
import { END, type Position, START } from './cursor.ts'
import { failure } from './failure.ts'

/** Reads a page of one source: `limit` records beyond `cursor`, `null` for from the end that the direction begins at. */
export type ReadPage<Item> = (cursor: string | null, limit: number) => Promise<Page<Item>>

export interface Entry<Item> {
  readonly item: Item
  readonly cursor: string
}

/**
 * One source's part of a list, walked record by record in one direction. Records are read ahead, never more than asked; a
 * failure ends the walk where it stands, so that a later page takes it up again.
 */
export interface Walk<Item> {
  readonly name: string
  readonly error: GatewayError | null
  /** How many records were taken. */
  readonly count: number
  /** The next record, if it is here; read more with `fill`. */
  peek(): Entry<Item> | null
  /** Whether reading more may bring a record: nothing is here, and the source neither ended nor failed. */
  readonly hungry: boolean
  fill(limit: number): Promise<void>
  take(): Entry<Item>
  /** Whether the source is known to have records beyond what was taken, without asking it again. */
  readonly knowsMore: boolean
  /** Where the walk stands between the record taken last and the next one. */
  position(): Position
  /** How many records match in this source in all; asks it where no page has told yet. `null` where it can't tell. */
  total(): Promise<number | null>
}

export interface WalkOptions<Item> {
  readonly name: string
  readonly from: Position
  readonly backward: boolean
  readonly maxPageSize: number
  readonly read: ReadPage<Item>
  /** Why this source can't be walked at all. */
  readonly error?: GatewayError | null
}

export function createWalk<Item>({
  name,
  from,
  backward,
  maxPageSize,
  read,
  ...options
}: WalkOptions<Item>): Walk<Item> {
  const finish = backward ? START : END
  let here: readonly Entry<Item>[] = []
  let next = 0
  let last: string | null = cursorOf(from, backward)
  let ended = from.at === finish.at
  let error: GatewayError | null = options.error ?? null
  let totalCount: number | null = null
  let count = 0

  const isHungry = () => next >= here.length && !ended && error === null
  const gap = (passed: string | null, ahead: string | null): Position =>
    backward ? { at: 'gap', before: ahead, after: passed } : { at: 'gap', before: passed, after: ahead }

  return {
    name,
    get error() {
      return error
    },
    get count() {
      return count
    },
    get hungry() {
      return isHungry()
    },
    get knowsMore() {
      return next < here.length || (here.length > 0 && isHungry())
    },
    peek: () => here[next] ?? null,
    async fill(limit) {
      if (!isHungry()) return
      try {
        const page = await read(last, Math.min(limit, maxPageSize))
        here = backward ? page.entries.toReversed() : page.entries
        next = 0
        ended = !page.hasMore || here.length === 0
        totalCount = page.totalCount
      } catch (cause) {
        error = failure(cause, name)
      }
    },
    take() {
      const entry = here[next]
      if (!entry) throw new Error('take() without a record at hand')
      next += 1
      count += 1
      last = entry.cursor
      return entry
    },
    position() {
      const ahead = here[next]?.cursor ?? null
      if (ahead !== null) return last === null ? from : gap(last, ahead)
      if (ended && error === null) return finish
      return count === 0 || last === null ? from : gap(last, null)
    },
    async total() {
      if (totalCount !== null || error !== null || here.length > 0) return totalCount
      try {
        return (await read(null, 1)).totalCount
      } catch {
        return null // the slice that failed says so when its records are asked for
      }
    },
  }
}

/** The cursor to read on from; `null`: from the beginning in this direction. A side that is not known is skipped past. */
function cursorOf(position: Position, backward: boolean): string | null {
  if (position.at === 'record') return position.cursor
  if (position.at === 'gap') return backward ? (position.after ?? position.before) : (position.before ?? position.after)
  return null
}
