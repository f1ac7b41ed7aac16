import { sql, type Transaction } from 'kysely'
import type { PlannedRequest } from '../source.ts'
import { carryOut, type Done } from './carry-out.ts'
import type { Database } from './database.ts'
import { createIds } from './ids.ts'
import { remember } from './marks.ts'
import type { Tables } from './tables.ts'

/** A write as it is handed to whoever commits. It holds nothing that a thread can't be sent. */
export interface WriteJob {
  readonly requests: readonly PlannedRequest[]
  readonly ifVersion: string | null
  readonly mark: string | null
  /** What everything in it is dated with, in milliseconds since 1970. */
  readonly nowMs: number
}

export type WriteOutcome = { readonly done: Done } | { readonly error: unknown }

/** Carries jobs out and commits them together: one outcome for each, in their order, once all of them are on the disk. */
export type CommitJobs = (jobs: readonly WriteJob[]) => Promise<readonly WriteOutcome[]>

/**
 * Several writes cost one wait for the disk. Each is whole or not at all, and one that fails takes nothing from the others: where
 * the transaction itself fails (the disk is full), they are tried again one by one.
 */
export function createCommitJobs(database: Database, source: string): CommitJobs {
  let nowMs = 0
  const newId = createIds(() => nowMs)

  async function carry(tx: Transaction<Tables>, job: WriteJob): Promise<Done> {
    nowMs = job.nowMs
    const writer = { tx, source, newId, now: new Date(nowMs).toISOString() }
    const done = await carryOut(writer, job.requests, job.ifVersion)
    if (job.mark !== null) await remember(writer, job.mark, done.createdId)
    return done
  }

  async function commitAlone(job: WriteJob): Promise<WriteOutcome> {
    try {
      return { done: await database.transaction().execute((tx) => carry(tx, job)) }
    } catch (error) {
      return { error }
    }
  }

  async function commitTogether(jobs: readonly WriteJob[]): Promise<readonly WriteOutcome[]> {
    return database.transaction().execute(async (tx) => {
      const outcomes: WriteOutcome[] = []
      for (const job of jobs) {
        await sql`SAVEPOINT job`.execute(tx)
        try {
          outcomes.push({ done: await carry(tx, job) })
        } catch (error) {
          // Throws where SQLite has ended the whole transaction.
          await sql`ROLLBACK TO job`.execute(tx)
          outcomes.push({ error })
        }
        await sql`RELEASE job`.execute(tx)
      }
      return outcomes
    })
  }

  return async (jobs) => {
    if (jobs.length > 1) {
      try {
        return await commitTogether(jobs)
      } catch {
        // Nothing of it was written; whose fault it was shows below.
      }
    }
    const outcomes: WriteOutcome[] = []
    for (const job of jobs) outcomes.push(await commitAlone(job))
    return outcomes
  }
}
