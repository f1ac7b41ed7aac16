import { type Attribution, attribute } from '../model/compare.ts'
import { diffValues } from '../model/diff.ts'
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
  /** Of a create: what `listAlike` gave before it was sent. */
  readonly alike: readonly string[] | null
  readonly signal: AbortSignal
  readonly context: WriteContext
}

type Seen = Pick<WriteReceipt, 'changes' | 'sideEffects'>
const NOTHING: Seen = { changes: [], sideEffects: [] }

/** Reads back what was sent and says what became of it. */
export async function settle<Type extends RecordType>(settlement: Settlement<Type>): Promise<WriteReport<Type>> {
  const { job, plan, sent, open, id, signal, context } = settlement
  const { source, type } = job
  const before = open?.record ?? null
  const report = reporter(settlement)

  if (sent.error !== null && sent.done === 0 && !sent.error.outcomeUnknown) {
    return report('REJECTED', NOTHING, before, sent.error)
  }
  if (id === null) return settleCreate(settlement)

  let after: OpenRecord<Type> | null
  try {
    after = (await source.open?.(type, id, { signal })) ?? null
  } catch (error) {
    return report('UNKNOWN', NOTHING, null, sent.error, unread(source, failure(error, source.name)))
  }
  if (after) context.loaders.prime(after.record)

  if (job.deletes) {
    if (after === null) return report('DELETED', NOTHING, null)
    if (plan.pending) return report(sent.error ? 'UNKNOWN' : 'PENDING', NOTHING, after.record, sent.error)
    return report(sent.error ? 'UNCHANGED' : 'REJECTED', NOTHING, after.record, sent.error ?? unseen(source, []))
  }
  if (after === null) {
    if (plan.pending && open === null && sent.error === null) return report('PENDING', NOTHING, null)
    return report('UNKNOWN', NOTHING, null, sent.error, vanished(source))
  }
  const seen = await whatIsSeen(settlement, after)
  const error = whatIsWrong(settlement, seen)
  return report(outcomeOf(settlement, seen), seen, after.record, error)
}

/** A create that gave no id: the source takes it later, or its answer was lost and what it holds has to tell. */
async function settleCreate<Type extends RecordType>(settlement: Settlement<Type>): Promise<WriteReport<Type>> {
  const { job, plan, sent, alike, signal, context } = settlement
  const { source, type } = job
  const report = reporter(settlement)
  if (!sent.error) return report('PENDING', NOTHING, null)
  if (plan.pending || !sent.error.outcomeUnknown) return report('UNKNOWN', NOTHING, null, sent.error)
  try {
    const created = await findCreated(source, type, plan.changes, alike, { signal })
    if (created === 'none') return report('UNCHANGED', NOTHING, null, sent.error)
    const after = created === 'unclear' ? null : ((await source.open?.(type, created, { signal })) ?? null)
    if (after === null) return report('UNKNOWN', NOTHING, null, undecided(source, sent.error))
    context.loaders.prime(after.record)
    const seen = await whatIsSeen({ ...settlement, id: after.record.ref.id }, after)
    return report('CREATED', seen, after.record, whatIsWrong(settlement, seen))
  } catch (error) {
    return report('UNKNOWN', NOTHING, null, sent.error, unread(source, failure(error, source.name)))
  }
}

/** Makes the report of a settlement: the requests are those that were sent, the last of them perhaps in vain. */
function reporter<Type extends RecordType>({ job: { source }, plan, sent }: Settlement<Type>) {
  const requests = plan.requests.slice(0, sent.done + (sent.error === null ? 0 : 1)).map(describe)
  return (
    outcome: WriteOutcome,
    { changes, sideEffects }: Seen,
    record: RecordOf<Type> | null,
    ...errors: readonly (GatewayError | null)[]
  ): WriteReport<Type> => ({
    record,
    receipts: [{ source: source.name, outcome, changes, sideEffects, requests, guarantee: source.guarantee }],
    userErrors: errors.filter((error) => error !== null),
  })
}

interface Findings extends Seen, Pick<Attribution, 'missing' | 'altered'> {}

/** What became of a record, split into what was asked for and what was not. */
async function whatIsSeen<Type extends RecordType>(
  { plan, open, job, id, signal }: Settlement<Type>,
  after: OpenRecord<Type>,
): Promise<Findings> {
  const { asked, unasked, missing, altered } = attribute(plan.changes, open?.record ?? null, after.record)
  const avatar = missing.find(({ path }) => path === 'avatar')
  const isShown = avatar !== undefined && (await showsPicture(job, id as string, signal))
  const changes = isShown ? [...asked, avatar] : asked
  return {
    changes,
    // Of a new record everything was asked for or is the source's own.
    sideEffects: open === null ? plan.sideEffects : sideEffectsOf(plan, unasked, open, after),
    missing: isShown ? missing.filter((change) => change !== avatar) : missing,
    altered,
  }
}

function sideEffectsOf(
  plan: Plan,
  unasked: readonly FieldChange[],
  before: OpenRecord,
  after: OpenRecord,
): readonly FieldChange[] {
  const all = [...unasked, ...diffValues('raw', before.rest, after.rest)].map((change) => ({
    ...change,
    repaired: false,
  }))
  const repaired = plan.sideEffects.filter(
    (foreseen) => foreseen.repaired === true && !all.some(({ path }) => path === foreseen.path),
  )
  return [...all, ...repaired]
}

function outcomeOf({ open, plan, sent }: Settlement<RecordType>, seen: Findings): WriteOutcome {
  if (open === null) return 'CREATED'
  if (seen.changes.length > 0) return 'UPDATED'
  // It says yes and does it later; where the yes itself was lost, not seeing it tells nothing.
  if (plan.pending) return sent.error ? 'UNKNOWN' : 'PENDING'
  if (seen.sideEffects.some(({ repaired }) => repaired === false)) return 'UPDATED'
  return sent.error || seen.missing.length === 0 ? 'UNCHANGED' : 'REJECTED'
}

/**
 * What the caller has to know besides the receipt. An answer that was lost is no error any more once all that was asked for is
 * seen, just as it was asked for.
 */
function whatIsWrong({ job, plan, sent }: Settlement<RecordType>, { missing, altered }: Findings): GatewayError | null {
  if (sent.error) return sent.error.outcomeUnknown && missing.length + altered.length === 0 ? null : sent.error
  if (plan.pending || missing.length === 0) return null
  return unseen(
    job.source,
    missing.map(({ path }) => path),
  )
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

function unseen(source: Source, paths: readonly string[]): GatewayError {
  const what = paths.length > 0 ? paths.join(', ') : 'the record'
  return new GatewayError('BAD_SOURCE_RESPONSE', `${source.name} said yes, yet ${what} did not change.`, {
    source: source.name,
  })
}

function vanished({ name }: Source): GatewayError {
  const message = `${name} no longer finds the record it has just taken.`
  return new GatewayError('BAD_SOURCE_RESPONSE', message, { source: name })
}

function undecided(source: Source, cause: GatewayError): GatewayError {
  return new GatewayError(
    cause.code,
    `It can not be told whether ${source.name} created the record: ${sentence(cause)} Look for it before creating it again.`,
    { source: source.name, outcomeUnknown: true, cause },
  )
}

function unread(source: Source, cause: GatewayError): GatewayError {
  return new GatewayError(
    cause.code,
    `What was sent to ${source.name} could not be read back: ${sentence(cause)} Read the record again before repeating the write.`,
    { source: source.name, cause, ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }) },
  )
}

function sentence({ message }: GatewayError): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}
