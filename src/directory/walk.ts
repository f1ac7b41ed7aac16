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

export function createWalk<Item>(options: WalkOptions<Item>): Walk<Item> {
  return new WalkOfSource(options)
}

/** A class, because its getters are made once and not with each walk: see `connection.ts`. */
class WalkOfSource<Item> implements Walk<Item> {
  readonly name: string
  error: GatewayError | null
  count = 0
  readonly #options: WalkOptions<Item>
  readonly #finish: Position
  #here: readonly Entry<Item>[] = []
  #next = 0
  #last: string | null
  #ended: boolean
  #totalCount: number | null = null

  constructor(options: WalkOptions<Item>) {
    const { name, from, backward, error = null } = options
    this.name = name
    this.error = error
    this.#options = options
    this.#finish = backward ? START : END
    this.#last = cursorOf(from, backward)
    this.#ended = from.at === this.#finish.at
  }

  get hungry(): boolean {
    return this.#next >= this.#here.length && !this.#ended && this.error === null
  }

  get knowsMore(): boolean {
    return this.#next < this.#here.length || (this.#here.length > 0 && this.hungry)
  }

  peek(): Entry<Item> | null {
    return this.#here[this.#next] ?? null
  }

  async fill(limit: number): Promise<void> {
    if (!this.hungry) return
    const { name, backward, maxPageSize, read } = this.#options
    try {
      const page = await read(this.#last, Math.min(limit, maxPageSize))
      this.#here = backward ? page.entries.toReversed() : page.entries
      this.#next = 0
      this.#ended = !page.hasMore || this.#here.length === 0
      this.#totalCount = page.totalCount
    } catch (cause) {
      this.error = failure(cause, name)
    }
  }

  take(): Entry<Item> {
    const entry = this.peek()
    if (!entry) throw new Error('take() without a record at hand')
    this.#next += 1
    this.count += 1
    this.#last = entry.cursor
    return entry
  }

  position(): Position {
    const { from } = this.#options
    const ahead = this.peek()?.cursor ?? null
    if (ahead !== null) return this.#last === null ? from : this.#gap(this.#last, ahead)
    if (this.#ended && this.error === null) return this.#finish
    return this.count === 0 || this.#last === null ? from : this.#gap(this.#last, null)
  }

  async total(): Promise<number | null> {
    if (this.#totalCount !== null || this.error !== null || this.#here.length > 0) return this.#totalCount
    try {
      return (await this.#options.read(null, 1)).totalCount
    } catch {
      return null // the slice that failed says so when its records are asked for
    }
  }

  #gap(passed: string | null, ahead: string | null): Position {
    return this.#options.backward
      ? { at: 'gap', before: ahead, after: passed }
      : { at: 'gap', before: passed, after: ahead }
  }
}

/** The cursor to read on from; `null`: from the beginning in this direction. A side that is not known is skipped past. */
function cursorOf(position: Position, backward: boolean): string | null {
  if (position.at === 'record') return position.cursor
  if (position.at === 'gap') return backward ? (position.after ?? position.before) : (position.before ?? position.after)
  return null
}
