/** Locks of several processes, kept in one of them. See `Locks`; whoever holds or waits is a `Holder`. */
export interface LockService {
  /** Asks for a lock under a number of the holder's own. `Holder.locked` is called once it has it, at once where it is free. */
  lock(holder: Holder, id: number, key: string): void
  /** Gives back what has that number, or stops waiting for it. A number that is unknown is none. */
  unlock(holder: Holder, id: number): void
  /** Gives back everything: the process has ended. */
  leave(holder: Holder): void
  /** How many keys are held. */
  readonly size: number
}

export interface Holder {
  locked(id: number): void
}

interface Turn {
  readonly holder: Holder
  readonly id: number
  readonly key: string
}

/** First come, first served, whichever process asks. */
export function createLockService(): LockService {
  /** Whoever is first has the lock. */
  const queues = new Map<string, Turn[]>()
  const turns = new Map<Holder, Map<number, Turn>>()

  function end(turn: Turn): void {
    const queue = queues.get(turn.key)
    if (queue === undefined) return
    const place = queue.indexOf(turn)
    queue.splice(place, 1)
    const [next] = queue
    if (next === undefined) queues.delete(turn.key)
    else if (place === 0) next.holder.locked(next.id)
  }

  return {
    lock(holder, id, key) {
      const turn = { holder, id, key }
      const own = turns.get(holder) ?? new Map<number, Turn>()
      turns.set(holder, own.set(id, turn))
      const queue = queues.get(key)
      if (queue === undefined) {
        queues.set(key, [turn])
        holder.locked(id)
      } else queue.push(turn)
    },
    unlock(holder, id) {
      const own = turns.get(holder)
      const turn = own?.get(id)
      if (turn === undefined) return
      own?.delete(id)
      end(turn)
    },
    leave(holder) {
      const own = [...(turns.get(holder)?.values() ?? [])]
      turns.delete(holder)
      // Those that wait first, so that none of them is given what the others held.
      for (const turn of own.toReversed()) end(turn)
    },
    get size() {
      return queues.size
    },
  }
}
