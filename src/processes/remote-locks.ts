import type { Locks } from '../directory/locks.ts'
import { GatewayError } from '../model/errors.ts'
import { orAborted } from '../model/or-aborted.ts'
import type { ToPrimary, ToWorker } from './messages.ts'
import type { Line } from './processes.ts'

const RETRY_AFTER_MS = 1000

/**
 * Locks that the primary keeps for all its workers. Rejects with `SOURCE_UNAVAILABLE` once it is gone: whatever is held then is held
 * to its end, and nothing new is begun.
 */
export function createRemoteLocks(line: Line<ToPrimary, ToWorker>): Locks {
  const granted = new Map<number, () => void>()
  let lastId = 0
  let held = 0
  line.hear((message) => {
    if (message.kind === 'locked') granted.get(message.id)?.()
  })

  return {
    async run(key, signal, work) {
      signal.throwIfAborted()
      if (line.closed.aborted) throw ending()
      const id = ++lastId
      const turn = Promise.withResolvers<void>()
      const orphaned = () => turn.reject(ending())
      line.closed.addEventListener('abort', orphaned, { once: true })
      granted.set(id, turn.resolve)
      line.send({ kind: 'lock', id, key })
      held++
      try {
        await orAborted(turn.promise, signal)
        return await work()
      } finally {
        held--
        granted.delete(id)
        line.closed.removeEventListener('abort', orphaned)
        line.send({ kind: 'unlock', id })
      }
    },
    get size() {
      return held
    },
  }
}

function ending(): GatewayError {
  return new GatewayError('SOURCE_UNAVAILABLE', 'This process is ending. Nothing was sent: ask again.', {
    retryAfterMs: RETRY_AFTER_MS,
  })
}
