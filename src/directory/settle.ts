import { diffRecords, diffValues, wasAsked } from '../model/diff.ts'
import { GatewayError } from '../model/errors.ts'
import type { FieldChange, WriteOutcome, WriteReceipt } from '../model/receipt.ts'
import type { RecordType } from '../model/ref.ts'
import { describe, type OpenRecord, type Plan, type RecordOf, type Sent, type Source } from '../sources/source.ts'
import { findCreated } from './aftermath.ts'
import { failure } from './failure.ts'
import type { WriteContext, WriteJob, WriteReport } from './write.ts'

/** A write that was sent, and all that is known of it. */
export interface Settlement<Type extends RecordType> {
  readonly job: WriteJob<Type>
  readonly plan: Plan
  readonly sent: Sent
  readonly open: OpenRecord<Type> | null
  readonly id: string | null
  readonly signal: AbortSignal
  readonly context: WriteContext
}

/** Reads back what was sent and says what became of it. */
export async function settle<Type extends RecordType>(settlement: Settlement<Type>): Promise<WriteReport<Type>> {
  const { job, plan, sent, open, id, signal, context } = settlement
  const { source, type } = job
  const before = open?.record ?? null
  const sentRequests = plan.requests.slice(0, sent.done + (sent.error === null ? 0 : 1)).map(describe)
  const report = (
    outcome: WriteOutcome,
    seen: Pick<WriteReceipt, 'changes' | 'sideEffects'>,
    record: RecordOf<Type> | null,
    errors: readonly (GatewayError | null)[],
  ): WriteReport<Type> => ({
    record,
    receipts: [{ source: source.name, outcome, ...seen, requests: sentRequests, guarantee: source.guarantee }],
    userErrors: errors.filter((error) => error !== null),
  })
  const nothing = { changes: [], sideEffects: [] }

  if (sent.error !== null && sent.done === 0 && !sent.error.outcomeUnknown) {
    return report('REJECTED', nothing, before, [sent.error])
  }
  if (id === null)
    return settleCreate(settlement, (outcome, changes, record, error) => {
      return report(outcome, { changes, sideEffects: [] }, record, [error])
    })

  let after: OpenRecord<Type> | null
  try {
    after = (await source.open?.(type, id, { signal })) ?? null
  } catch (error) {
    return report('UNKNOWN', nothing, null, [sent.error, unread(source, failure(error, source.name))])
  }
  if (after) context.loaders.prime(after.record)

  if (job.deletes) {
    if (after === null) return report('DELETED', nothing, null, [])
    if (plan.pending) return report('PENDING', nothing, after.record, [sent.error])
    return report(sent.error ? 'UNCHANGED' : 'REJECTED', nothing, after.record, [sent.error ?? unseen(source, [])])
  }
  if (after === null) {
    const gone = new GatewayError(
      'BAD_SOURCE_RESPONSE',
      `${source.name} no longer finds the record it has just taken.`,
      {
        source: source.name,
      },
    )
    return report('UNKNOWN', nothing, null, [sent.error, gone])
  }
  if (open === null) {
    return report('CREATED', { changes: plan.changes, sideEffects: plan.sideEffects }, after.record, [sent.error])
  }

  const seen = compare(plan, open, after)
  const missing = await notSeen(plan, seen.changes, settlement)
  const changes =
    missing.length === 0 && lacksAvatar(plan, seen.changes) ? [...seen.changes, avatarChange(plan)!] : seen.changes
  if (plan.pending && changes.length === 0) return report('PENDING', { ...seen, changes }, after.record, [sent.error])
  const outcome = changes.length + seen.sideEffects.length > 0 ? 'UPDATED' : sent.error ? 'UNCHANGED' : 'REJECTED'
  // An answer that was lost is no error any more once all that was asked for has been seen.
  if (missing.length === 0) return report('UPDATED', { ...seen, changes }, after.record, [settledError(sent)])
  return report(outcome, { ...seen, changes }, after.record, [
    sent.error ?? (plan.pending ? null : unseen(source, missing)),
  ])
}

/** A create that gave no id: the source takes it later, or its answer was lost and what it holds has to tell. */
async function settleCreate<Type extends RecordType>(
  { job, plan, sent, signal }: Settlement<Type>,
  report: (
    outcome: WriteOutcome,
    changes: readonly FieldChange[],
    record: RecordOf<Type> | null,
    error: GatewayError | null,
  ) => WriteReport<Type>,
): Promise<WriteReport<Type>> {
  const { source, type } = job
  if (!sent.error) return report('PENDING', [], null, null)
  if (!sent.error.outcomeUnknown) return report('UNKNOWN', [], null, sent.error)
  try {
    const created = await findCreated(source, type, plan.changes, { signal })
    if (created === 'none') return report('UNCHANGED', [], null, sent.error)
    if (created === 'several') return report('UNKNOWN', [], null, sent.error)
    return report('CREATED', plan.changes, created, null)
  } catch (error) {
    return report('UNKNOWN', [], null, unread(source, failure(error, source.name)))
  }
}

/** What became of a record, split into what was asked for and what was not. */
export function compare<Type extends RecordType>(
  plan: Plan,
  before: OpenRecord<Type>,
  after: OpenRecord<Type>,
): { readonly changes: readonly FieldChange[]; readonly sideEffects: readonly FieldChange[] } {
  const asked = plan.changes.map(({ path }) => path)
  const all = diffRecords(before.record, after.record)
  const changes = all.filter(({ path }) => wasAsked(path, asked))
  const unasked = [
    ...all.filter(({ path }) => !wasAsked(path, asked)),
    ...diffValues('raw', before.rest, after.rest),
  ].map((change) => ({ ...change, repaired: false }))
  const repaired = plan.sideEffects.filter(
    (foreseen) => foreseen.repaired === true && !unasked.some(({ path }) => path === foreseen.path),
  )
  return { changes, sideEffects: [...unasked, ...repaired] }
}

/** Paths that were to change and, as read back, did not. */
async function notSeen<Type extends RecordType>(
  plan: Plan,
  seen: readonly FieldChange[],
  { job, id, signal }: Settlement<Type>,
): Promise<readonly string[]> {
  const missing = plan.changes.filter(({ path }) => !seen.some((change) => wasAsked(change.path, [path])))
  const others = missing.filter(({ path }) => path !== 'avatar').map(({ path }) => path)
  if (others.length === missing.length) return others
  return (await showsPicture(job, id as string, signal)) ? others : [...others, 'avatar']
}

/** Some sources keep a new picture under the old address: then its bytes tell whether it arrived. */
async function showsPicture(job: WriteJob<RecordType>, id: string, signal: AbortSignal): Promise<boolean> {
  if (!job.picture || !job.source.readAvatar) return false
  try {
    const found = await job.source.readAvatar({ type: job.type, source: job.source.name, id }, { signal })
    if (!found) return false
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(found.bytes))
    return Buffer.from(digest).toString('hex') === job.picture.sha256
  } catch {
    return false // not seen is what the receipt then says
  }
}

function lacksAvatar(plan: Plan, seen: readonly FieldChange[]): boolean {
  return avatarChange(plan) !== undefined && !seen.some(({ path }) => path === 'avatar')
}

function avatarChange(plan: Plan): FieldChange | undefined {
  return plan.changes.find(({ path }) => path === 'avatar')
}

function settledError(sent: Sent): GatewayError | null {
  return sent.error?.outcomeUnknown ? null : sent.error
}

function unseen(source: Source, paths: readonly string[]): GatewayError {
  const what = paths.length > 0 ? paths.join(', ') : 'the record'
  return new GatewayError('BAD_SOURCE_RESPONSE', `${source.name} said yes, yet ${what} did not change.`, {
    source: source.name,
  })
}

function unread(source: Source, cause: GatewayError): GatewayError {
  return new GatewayError(
    cause.code,
    `What was sent to ${source.name} could not be read back: ${cause.message} Read the record again before repeating the write.`,
    { source: source.name, cause, ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }) },
  )
}
