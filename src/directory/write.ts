import { diffRecords, diffValues, wasAsked } from '../model/diff.ts'
import { GatewayError } from '../model/errors.ts'
import type { FieldChange, WriteOutcome, WriteReceipt, WriteResult } from '../model/receipt.ts'
import type { RecordRef, RecordType } from '../model/ref.ts'
import { encodeRecordId } from '../model/ref.ts'
import { describe, type OpenRecord, type Plan, type RecordOf, type Sent, type Source } from '../sources/source.ts'
import type { WriteControl } from './directory.ts'
import { failure } from './failure.ts'
import type { Loaders } from './loaders.ts'
import type { DirectoryState } from './state.ts'

/** What one write needs to know. */
export interface WriteJob<Type extends RecordType> {
  readonly type: Type
  readonly source: Source
  /** `null`: the write creates a record. */
  readonly id: string | null
  /** True: nothing is left to read back. */
  readonly deletes?: boolean
  readonly control: WriteControl
  /** Pure where there is a record; a create may read what it needs. Its errors' paths are already paths into the input. */
  plan(open: OpenRecord<Type> | null): Plan | Promise<Plan>
  /** Whether a picture that was set shows the bytes that were sent, for sources whose avatar keys do not tell. */
  readonly picture?: { readonly sha256: string } | null
}

export interface WriteContext {
  readonly loaders: Loaders
  readonly state: DirectoryState
  /** Of the request. Ends reading and waiting; once the first request of a plan is sent, the write is seen through. */
  readonly signal: AbortSignal
}

export interface WriteReport<Type extends RecordType> extends WriteResult<RecordOf<Type>> {
  /** The record before the write; `null` for a create, and where it was not read. */
  readonly before: RecordOf<Type> | null
}

/** How long a write whose sending has begun may take to be sent and read back. */
const SEE_THROUGH_MS = 30_000

/**
 * The one way anything is written: open the record, check the version, plan, send, open it again, compare. Writes to one record
 * follow each other. What goes wrong is in `userErrors`, with a receipt for whatever was sent.
 */
export async function write<Type extends RecordType>(
  job: WriteJob<Type>,
  context: WriteContext,
): Promise<WriteReport<Type>> {
  const work = () => writeAlone(job, context)
  try {
    if (job.id === null || job.control.dryRun) return await work()
    return await context.state.locks.run(`${job.type}:${job.source.name}:${job.id}`, context.signal, work)
  } catch (error) {
    return { record: null, before: null, receipts: [], userErrors: [failure(error, job.source.name)] }
  }
}

async function writeAlone<Type extends RecordType>(
  job: WriteJob<Type>,
  context: WriteContext,
): Promise<WriteReport<Type>> {
  const { source, type, id, control } = job
  const open = id === null ? null : await openForWrite(job, context.signal)
  const before = open?.record ?? null
  if (control.ifVersion != null && before !== null) checkVersion(job, before.version, control.ifVersion)
  const plan = await job.plan(open)

  const planned = (outcome: WriteOutcome): WriteReport<Type> => ({
    record: before,
    before,
    receipts: [
      {
        source: source.name,
        outcome,
        changes: plan.changes,
        sideEffects: plan.sideEffects,
        requests: plan.requests.map(describe),
        guarantee: source.guarantee,
      },
    ],
    userErrors: [],
  })
  if (plan.requests.length === 0) return planned('UNCHANGED')
  if (control.dryRun) return planned('PLANNED')
  if (!source.send) throw new GatewayError('UNSUPPORTED', `${source.name} takes no writes.`, { source: source.name })
  context.signal.throwIfAborted()

  // From here on the caller going away changes nothing: half a write helps nobody.
  const signal = AbortSignal.timeout(SEE_THROUGH_MS)
  const sent = await source.send(plan, { signal, ifVersion: control.ifVersion ?? null })
  const newId = id ?? sent.id
  if (newId !== null) context.loaders.forget(type, { source: source.name, id: newId })
  return settle({ job, plan, sent, open, id: newId, signal, context })
}

interface Settlement<Type extends RecordType> {
  readonly job: WriteJob<Type>
  readonly plan: Plan
  readonly sent: Sent
  readonly open: OpenRecord<Type> | null
  readonly id: string | null
  readonly signal: AbortSignal
  readonly context: WriteContext
}

/** Reads back what was sent and says what became of it. */
async function settle<Type extends RecordType>(settlement: Settlement<Type>): Promise<WriteReport<Type>> {
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
    before,
    receipts: [{ source: source.name, outcome, ...seen, requests: sentRequests, guarantee: source.guarantee }],
    userErrors: errors.filter((error) => error !== null),
  })
  const nothing = { changes: [], sideEffects: [] }

  if (sent.error !== null && sent.done === 0 && !sent.error.outcomeUnknown) {
    return report('REJECTED', nothing, before, [sent.error])
  }
  if (id === null) {
    // A create that gave no id: the source takes it later, or its answer was lost.
    return report(sent.error ? 'UNKNOWN' : 'PENDING', nothing, null, [sent.error])
  }

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

async function openForWrite<Type extends RecordType>(
  job: WriteJob<Type>,
  signal: AbortSignal,
): Promise<OpenRecord<Type>> {
  const { source, type, id } = job
  const open = await source.open?.(type, id as string, { signal })
  if (open) return open
  const ref: RecordRef = { type, source: source.name, id: id as string }
  throw new GatewayError('NOT_FOUND', `${source.name} has no such ${type.toLowerCase()}.`, {
    source: source.name,
    id: encodeRecordId(ref),
  })
}

function checkVersion(job: WriteJob<RecordType>, current: string | null, wanted: string): void {
  if (current === wanted) return
  const { source } = job
  if (current === null) {
    throw new GatewayError('UNSUPPORTED', `${source.name} gives its records no version. Leave ifVersion out.`, {
      source: source.name,
      path: ['ifVersion'],
    })
  }
  throw new GatewayError('CONFLICT', 'The record has changed since that version. Read it again and decide anew.', {
    source: source.name,
    path: ['ifVersion'],
    currentVersion: current,
  })
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
