import type { Position } from './cursor.ts'
import type { Entry, Walk } from './walk.ts'

export type Comparison<Item> = (a: Item, b: Item) => number

/** A record taken from a walk, and where every walk stood when it was. */
export interface Taken<Item> extends Entry<Item> {
  readonly source: string
  readonly positions: ReadonlyMap<string, Position>
}

/** Which walk gives the next record, reading ahead as it must; `null` when none has one. */
export type Picker<Item> = (
  walks: readonly Walk<Item>[],
  remaining: number,
  backward: boolean,
) => Promise<Walk<Item> | null>

/** Takes up to `size` records, in walking order turned into list order. */
export async function gather<Item>(
  walks: readonly Walk<Item>[],
  size: number,
  backward: boolean,
  pick: Picker<Item>,
): Promise<{ readonly taken: readonly Taken<Item>[]; readonly hasMore: boolean }> {
  const taken: Taken<Item>[] = []
  while (taken.length < size) {
    const walk = await pick(walks, size - taken.length, backward)
    if (walk === null) break
    const entry = walk.take()
    const positions = new Map(walks.map((other) => [other.name, other.position()]))
    positions.set(walk.name, { at: 'record', cursor: entry.cursor })
    taken.push({ ...entry, source: walk.name, positions })
  }
  // Where no page has told, a look ahead does: one record of the next source.
  const hasMore =
    taken.length === size && (walks.some(({ knowsMore }) => knowsMore) || (await pick(walks, 1, backward)) !== null)
  return { taken: backward ? taken.toReversed() : taken, hasMore }
}

/** One source after the other, as configured. */
export async function inTurn<Item>(
  walks: readonly Walk<Item>[],
  remaining: number,
  backward: boolean,
): Promise<Walk<Item> | null> {
  for (const walk of backward ? walks.toReversed() : walks) {
    if (walk.hungry) await walk.fill(remaining)
    if (walk.peek() !== null) return walk
  }
  return null
}

/** All at once, the record that comes first in the order; equal ones as their sources are configured. */
export function merged<Item>(compare: Comparison<Item>): Picker<Item> {
  return async (walks, remaining, backward) => {
    const hungry = walks.filter((walk) => walk.hungry)
    if (hungry.length > 0) await Promise.all(hungry.map((walk) => walk.fill(remaining)))
    let best: Walk<Item> | null = null
    for (const walk of backward ? walks.toReversed() : walks) {
      const candidate = walk.peek()
      const present = best?.peek()
      if (!candidate) continue
      const order = present ? compare(candidate.item, present.item) : -1
      if (!present || (backward ? order > 0 : order < 0)) best = walk
    }
    return best
  }
}
