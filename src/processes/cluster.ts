import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import type { ToPrimary, ToWorker } from './messages.ts'
import type { Line, Processes, WorkerProcess } from './processes.ts'

/**
 * Workers as Node's cluster has them. They share the socket that is listened on, and the system gives each connection to whoever
 * takes it first. In turn, through the primary, would be more even, but a worker that is killed while a connection is handed to it
 * would leave the client waiting for ever, and the primary would stand in every connection's way.
 */
export function openProcesses(): Processes {
  const workers = new Set<WorkerProcess>()
  return {
    primary: cluster.worker === undefined ? null : toLine<ToPrimary, ToWorker>(cluster.worker),
    start() {
      cluster.schedulingPolicy = cluster.SCHED_NONE
      cluster.setupPrimary({ serialization: 'advanced' }) // bytes pass as bytes
      const worker = cluster.fork()
      const started: WorkerProcess = {
        line: toLine<ToWorker, ToPrimary>(worker),
        pid: worker.process.pid,
        ended: once(worker, 'exit').then(([code, signal]) => {
          workers.delete(started)
          return { code, signal }
        }),
        kill: () => void worker.process.kill('SIGKILL'),
      }
      workers.add(started)
      return started
    },
    kill() {
      for (const worker of workers) worker.kill()
    },
  }
}

function toLine<Sent, Heard>(worker: Worker): Line<Sent, Heard> {
  const closed = new AbortController()
  worker.on('disconnect', () => {
    // Else Node ends an orphan at once, whatever it is doing.
    if (cluster.isWorker) worker.exitedAfterDisconnect = true
    closed.abort()
  })
  worker.on('error', () => undefined) // it could not be started, or reached: its end says so
  return {
    send(message) {
      if (worker.isConnected()) worker.send(message as object, () => undefined)
    },
    hear: (listener) => void worker.on('message', listener),
    closed: closed.signal,
    close: () => void worker.disconnect(),
  }
}
