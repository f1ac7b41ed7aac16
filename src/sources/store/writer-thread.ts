/** The thread that `committer.ts` starts: commits the jobs it is sent, in its own connection, until it is sent `null`. */
import { parentPort, workerData } from 'node:worker_threads'
import { createCommitJobs, type WriteJob } from './commit.ts'
import { openDatabase } from './database.ts'
import { type PostedOutcome, postError } from './posted-error.ts'

const { location, source } = workerData as { readonly location: string; readonly source: string }
const database = openDatabase(location, source)
const commitJobs = createCommitJobs(database, source)
const port = parentPort!

port.on('message', (jobs: readonly WriteJob[] | null) => {
  void (jobs === null ? close() : commit(jobs))
})

async function commit(jobs: readonly WriteJob[]): Promise<void> {
  const outcomes = await commitJobs(jobs)
  const posted: readonly PostedOutcome[] = outcomes.map((outcome) =>
    'done' in outcome ? outcome : { error: postError(outcome.error) },
  )
  port.postMessage(posted)
}

async function close(): Promise<void> {
  await database.destroy()
  port.close()
}
