import type { ToPrimary, ToWorker } from '../../src/processes/messages.ts'
import type { Line, WorkerEnd, WorkerProcess } from '../../src/processes/processes.ts'

/** A worker that is none: both ends of its line, and its end when it is wanted. */
export interface FakeWorker {
  /** The primary's. */
  readonly process: WorkerProcess
  /** The worker's. */
  readonly line: Line<ToPrimary, ToWorker>
  /** What the primary has sent. */
  readonly heard: readonly ToWorker[]
  readonly isKilled: boolean
  end(end?: WorkerEnd): void
}

/** What is sent arrives in a later turn, as between processes. */
export function createFakeWorker(): FakeWorker {
  const [toWorker, toPrimary] = [createWay<ToWorker>(), createWay<ToPrimary>()]
  const closed = new AbortController()
  const ended = Promise.withResolvers<WorkerEnd>()
  const heard: ToWorker[] = []
  toWorker.listeners.add((message) => heard.push(message))
  let isKilled = false
  const end = (how: WorkerEnd = { code: null, signal: 'SIGKILL' }) => {
    closed.abort()
    ended.resolve(how)
  }
  const common = { closed: closed.signal, close: () => end({ code: 0, signal: null }) }
  return {
    process: {
      line: { ...common, send: toWorker.send, hear: (listener) => void toPrimary.listeners.add(listener) },
      pid: 1,
      ended: ended.promise,
      kill() {
        isKilled = true
        end()
      },
    },
    line: { ...common, send: toPrimary.send, hear: (listener) => void toWorker.listeners.add(listener) },
    heard,
    get isKilled() {
      return isKilled
    },
    end,
  }
}

function createWay<Message>() {
  const listeners = new Set<(message: Message) => void>()
  return {
    listeners,
    send(message: Message) {
      const copy = structuredClone(message)
      setImmediate(() => {
        for (const listener of listeners) listener(copy)
      })
    },
  }
}
