import { Worker } from 'node:worker_threads'
import { GatewayError } from '../../model/errors.ts'
import type { Done } from './carry-out.ts'
import { type CommitJobs, createCommitJobs, type WriteJob, type WriteOutcome } from './commit.ts'
import type { Database } from './database.ts'
import { type PostedOutcome, reviveError } from './posted-error.ts'

/** The one that writes: what comes while it is writing is committed together next. */
export interface Committer {
  /** Resolves once the write is on the disk. Rejects with what it failed with. */
  commit(job: WriteJob): Promise<Done>
  /** Ends once what was handed to it is written. */
  close(): Promise<void>
}

/** More writes than this in one transaction would keep the first ones waiting. */
const MAX_JOBS = 200

/** Writes on this thread: for databases in memory, which no other can see. */
export function createInlineCommitter(database: Database, source: string): Committer {
  return createCommitter(createCommitJobs(database, source), async () => undefined)
}

/**
 * Writes on a thread of its own, over its own connection, so that neither the wait for the disk nor a checkpoint holds up a request
 * that reads. The thread is started by the first write. `inTurn`: where other processes write as well. SQLite would let them wait
 * for each other too, but not in order, so that one who commits all the time could keep another waiting until it gives up.
 */
export function createThreadCommitter(location: string, source: string, inTurn?: InTurn): Committer {
  let thread: WriterThread | null = null
  const commitJobs: CommitJobs = (jobs) => {
    thread ??= startThread(location, source, () => {
      thread = null
    })
    return thread.commitJobs(jobs)
  }
  return createCommitter(commitJobs, async () => thread?.close(), inTurn)
}

type InTurn = (work: () => Promise<void>) => Promise<void>

interface Waiting {
  readonly job: WriteJob
  readonly resolve: (done: Done) => void
  readonly reject: (error: unknown) => void
}

function createCommitter(
  commitJobs: CommitJobs,
  close: () => Promise<void>,
  inTurn: InTurn = (work) => work(),
): Committer {
  const waiting: Waiting[] = []
  let working: Promise<void> | null = null

  async function commitGroup(): Promise<void> {
    const group = waiting.splice(0, MAX_JOBS)
    const outcomes = await commitJobs(group.map(({ job }) => job)).catch((error: unknown) =>
      group.map((): WriteOutcome => ({ error })),
    )
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index]!
      if ('done' in outcome) resolve(outcome.done)
      else reject(outcome.error)
    }
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await inTurn(commitGroup).catch((error: unknown) => {
        // There are no turns any more: nothing of these was begun.
        for (const { reject } of waiting.splice(0)) reject(error)
      })
    }
    working = null
  }

  return {
    commit: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject })
        working ??= work()
      }),
    async close() {
      await working
      await close()
    },
  }
}

interface WriterThread {
  readonly commitJobs: CommitJobs
  close(): Promise<void>
}

/** In a checkout Node runs the sources as they are. */
const THREAD_FILE = new URL(
  import.meta.url.endsWith('.ts') ? './writer-thread.ts' : './writer-thread.js',
  import.meta.url,
)

function startThread(location: string, source: string, onEnd: () => void): WriterThread {
  const worker = new Worker(THREAD_FILE, { workerData: { location, source }, execArgv: [] })
  worker.unref() // it keeps nobody from ending; a write under way does
  let pending: {
    readonly resolve: (posted: readonly PostedOutcome[]) => void
    readonly reject: (error: unknown) => void
  } | null = null
  let ended: unknown = null

  function end(cause: unknown): void {
    ended = cause
    onEnd()
    pending?.reject(cause)
    pending = null
  }
  worker.on('message', (posted: readonly PostedOutcome[]) => {
    const { resolve } = pending ?? {}
    pending = null
    resolve?.(posted)
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the writing thread ended')))

  return {
    async commitJobs(jobs) {
      worker.ref()
      try {
        const posted = await new Promise<readonly PostedOutcome[]>((resolve, reject) => {
          if (ended !== null) return reject(ended)
          pending = { resolve, reject }
          worker.postMessage(jobs)
        })
        return posted.map((one) => ('done' in one ? one : { error: reviveError(one.error) }))
      } catch (cause) {
        throw new GatewayError('SOURCE_UNAVAILABLE', `${source} could not be written: its writer broke off.`, {
          source,
          outcomeUnknown: true,
          cause,
        })
      } finally {
        worker.unref()
      }
    },
    async close() {
      worker.ref()
      await new Promise<void>((resolve) => {
        worker.once('exit', () => resolve())
        worker.postMessage(null)
      })
    },
  }
}
