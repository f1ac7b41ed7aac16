import type { ToPrimary, ToWorker } from './messages.ts'

/** The processes that serve together: this one, the one that started it, and those that it starts. */
export interface Processes {
  /** The way to the process that started this one as a worker; `null`: this is the first. */
  readonly primary: Line<ToPrimary, ToWorker> | null
  /** Starts another, called as this one was. */
  start(): WorkerProcess
  /** Ends all that were started here, at once. */
  kill(): void
}

/** A way to another process. What is sent arrives in order, or not at all once it is closed. */
export interface Line<Sent, Heard> {
  send(message: Sent): void
  hear(listener: (message: Heard) => void): void
  /** Aborted once nothing arrives any more: the other has ended. */
  readonly closed: AbortSignal
  /** Lets this process end. */
  close(): void
}

export interface WorkerProcess {
  readonly line: Line<ToWorker, ToPrimary>
  /** Of the operating system. */
  readonly pid: number | undefined
  readonly ended: Promise<WorkerEnd>
  kill(): void
}

export interface WorkerEnd {
  /** `null`: a signal ended it. */
  readonly code: number | null
  readonly signal: string | null
}
