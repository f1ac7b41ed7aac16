import type { Position } from './cursor.ts'
import type { Ready } from './directory.ts'
import type { Entry, Walk } from './walk.ts'

export type Comparison<Item> = (a: Item, b: Item) => number

/** A record taken from a walk, and where every walk stood when it was. */
export interface Taken<Item> extends Entry<Item> {
  readonly source: string
  readonly positions: ReadonlyMap<string, Position>
}

/**
 * Which walk gives the next record, reading ahead as it must; `null` when none has one. Told without a promise where the record is
 * here already, as most of a page's are.
 */
export type Picker<Item> = (
  walks: readonly Walk<Item>[],
  remaining: number,
  backward: boolean,
) => Ready<Walk<Item> | null>

/** Takes up to `size` records, in walking order turned into list order. */
export async function gather<Item>(
  walks: readonly Walk<Item>[],
  size: number,
  backward: boolean,
  pick: Picker<Item>,
): Promise<{ readonly taken: readonly Taken<Item>[]; readonly hasMore: boolean }> {
  const taken: Taken<Item>[] = []
  const walkedFirst = backward ? walks.toReversed() : walks
  while (taken.length < size) {
    const picked = pick(walkedFirst, size - taken.length, backward)
    const walk = picked instanceof Promise ? await picked : picked
    if (walk === null) break
    const entry = walk.take()
    taken.push({ item: entry.item, cursor: entry.cursor, source: walk.name, positions: standing(walks, walk, entry) })
  }
  // Where no page has told, a look ahead does: one record of the next source.
  const hasMore =
    taken.length === size &&
    (walks.some(({ knowsMore }) => knowsMore) || (await pick(walkedFirst, 1, backward)) !== null)
  return { taken: backward ? taken.toReversed() : taken, hasMore }
}

/** Where every walk stands once `walk` has given `entry`. */
function standing<Item>(
  walks: readonly Walk<Item>[],
  walk: Walk<Item>,
  { cursor }: Entry<Item>,
): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>()
  for (const other of walks) positions.set(other.name, other === walk ? { at: 'record', cursor } : other.position())
  return positions
}

/** One source after the other, in the order of `walks`. */
export function inTurn<Item>(walks: readonly Walk<Item>[], remaining: number): Ready<Walk<Item> | null> {
  for (const walk of walks) {
    // Once filled, it has a record or is hungry no more.
    if (walk.hungry) return walk.fill(remaining).then(() => inTurn(walks, remaining))
    if (walk.peek() !== null) return walk
  }
  return null
}

/** All at once, the record that comes first in the order; equal ones in the order of `walks`. */
export function merged<Item>(compare: Comparison<Item>): Picker<Item> {
  function pickFirst(walks: readonly Walk<Item>[], backward: boolean): Walk<Item> | null {
    let best: Walk<Item> | null = null
    for (const walk of walks) {
      const candidate = walk.peek()
      const present = best?.peek()
      if (!candidate) continue
      const order = present ? compare(candidate.item, present.item) : -1
      if (!present || (backward ? order > 0 : order < 0)) best = walk
    }
    return best
  }
  return (walks, remaining, backward) => {
    if (!walks.some((walk) => walk.hungry)) return pickFirst(walks, backward)
    const hungry = walks.filter((walk) => walk.hungry)
    return Promise.all(hungry.map((walk) => walk.fill(remaining))).then(() => pickFirst(walks, backward))
  }
}
