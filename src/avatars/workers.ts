import { availableParallelism } from 'node:os'
import { GatewayError } from '../model/errors.ts'

/** Work that takes a core and much memory, a few pieces at a time. */
export interface Workers {
  /** Runs when its turn comes. Rejects with the signal's reason when it aborts before that, with `RATE_LIMITED` when too much waits. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** Pieces of work that may wait for their turn. */
const MAX_WAITING = 1000
/** How long a client that was turned away should wait. */
const RETRY_AFTER_MS = 1000
/** sharp works in libuv's threads, of which there are four; one stays free for files and names. */
const MAX_THREADS = 3

export function createWorkers(count: number, maxWaiting: number = MAX_WAITING): Workers {
  let free = count
  const waiting = new Set<() => void>()

  function release(): void {
    const [next] = waiting
    if (next === undefined) free++
    else next()
  }

  function turn(signal: AbortSignal): Promise<void> | null {
    if (free > 0) {
      free--
      return null
    }
    if (waiting.size >= maxWaiting) {
      throw new GatewayError('RATE_LIMITED', 'Too many pictures are being worked on. Try again later.', {
        retryAfterMs: RETRY_AFTER_MS,
      })
    }
    return new Promise((resolve, reject) => {
      const start = (): void => {
        waiting.delete(start)
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        waiting.delete(start)
        reject(signal.reason)
      }
      waiting.add(start)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  return {
    async run(signal, work) {
      signal.throwIfAborted()
      await turn(signal)
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}

/** Workers of one of several processes that share the machine: together no more than fit on it, and one in each. */
export function createPictureWorkers(processes: number): Workers {
  return createWorkers(Math.max(1, Math.min(Math.floor(availableParallelism() / processes), MAX_THREADS)))
}

/** For all pictures of a process that has the machine to itself, since its cores and threads are shared. */
export const pictureWorkers: Workers = createPictureWorkers(1)
