export interface BoundedMemoryOptions {
  readonly maxEntries: number
  /** Of all values together, as they are weighed when they are kept. */
  readonly maxWeight: number
}

/** Values by key, those used last; whatever is not used between two calls of `age()` is gone. */
export interface BoundedMemory<Value> {
  get(key: string): Value | undefined
  /** Does not keep what would take more than a quarter of the room. */
  keep(key: string, value: Value, weight: number): void
  age(): void
  clear(): void
  readonly size: number
}

interface Entry<Value> {
  readonly value: Value
  readonly weight: number
  /** How often the memory had aged when it was used last. */
  usedAt: number
}

export function createBoundedMemory<Value>({ maxEntries, maxWeight }: BoundedMemoryOptions): BoundedMemory<Value> {
  /** What was used longest ago comes first. */
  const entries = new Map<string, Entry<Value>>()
  let weight = 0
  let ages = 0

  function drop(key: string, entry: Entry<Value>): void {
    entries.delete(key)
    weight -= entry.weight
  }

  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entry.usedAt = ages
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    keep(key, value, added) {
      const replaced = entries.get(key)
      if (replaced !== undefined) drop(key, replaced)
      if (added > maxWeight / 4) return
      for (const [oldest, entry] of entries) {
        if (entries.size < maxEntries && weight + added <= maxWeight) break
        drop(oldest, entry)
      }
      entries.set(key, { value, weight: added, usedAt: ages })
      weight += added
    },
    age() {
      ages += 1
      for (const [key, entry] of entries) {
        if (entry.usedAt >= ages - 1) break
        drop(key, entry)
      }
    },
    clear() {
      entries.clear()
      weight = 0
    },
    get size() {
      return entries.size
    },
  }
}
