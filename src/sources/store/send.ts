import { GatewayError } from '../../model/errors.ts'
import type { Logger } from '../../model/logger.ts'
import type { Plan, SendOptions, Sent } from '../source.ts'
import { removeUnused } from './avatars.ts'
import type { Blobs } from './blobs.ts'
import type { Done } from './carry-out.ts'
import type { Committer } from './committer.ts'
import { type Database, toGatewayError } from './database.ts'

export interface SendContext {
  readonly log: Logger
  readonly database: Database
  readonly blobs: Blobs
  readonly source: string
  readonly now: () => number
  readonly committer: Committer
}

/**
 * Carries out a plan's requests in one transaction: all of them, and on the disk, before it resolves; or none, and `Sent.error`
 * says why. The version is checked inside it.
 */
export async function sendPlan(plan: Plan, options: SendOptions, context: SendContext): Promise<Sent> {
  const { source, now, committer } = context
  options.signal.throwIfAborted()
  const { ifVersion, mark = null } = options
  const transact = () => committer.commit({ requests: plan.requests, ifVersion, mark, nowMs: now() })
  try {
    const done = touchesBlobs(plan) ? await withBlobs(plan, transact, context) : await transact()
    return { id: done.createdId, done: plan.requests.length, error: null }
  } catch (thrown) {
    const error = toGatewayError(thrown, source, 'be written')
    if (error instanceof GatewayError) return { id: null, done: 0, error }
    throw error
  }
}

function touchesBlobs(plan: Plan): boolean {
  return plan.requests.some(
    ({ method, path, file }) => file !== undefined || (method === 'DELETE' && !path.includes('/contact-items/')),
  )
}

/** Files first, then the rows that name them; what no row names any more goes last. */
async function withBlobs(plan: Plan, transact: () => Promise<Done>, context: SendContext): Promise<Done> {
  const { database, blobs, source, log } = context
  // A file that stays is no harm: the sweep at the next start finds it.
  const tidy = (sha256s: readonly string[]) =>
    removeUnused(database, blobs, sha256s).catch((error: unknown) => {
      log.warn({ source, err: error }, 'pictures no longer shown could not be removed')
    })
  return blobs.exclusively(async () => {
    const pictures = plan.requests.flatMap(({ file }) => (file === undefined ? [] : [file.picture]))
    try {
      for (const { sha256, bytes } of pictures) await blobs.put(sha256, bytes)
      const done = await transact()
      await tidy(done.replaced)
      return done
    } catch (error) {
      await tidy(pictures.map(({ sha256 }) => sha256))
      throw error
    }
  })
}
