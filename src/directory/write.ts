import { randomUUID } from 'node:crypto'
import { GatewayError, unsupported } from '../model/errors.ts'
import type { WriteResult } from '../model/receipt.ts'
import type { RecordRef, RecordType } from '../model/ref.ts'
import { encodeRecordId } from '../model/ref.ts'
import {
  describe,
  type OpenRecord,
  type Plan,
  type PlannedRequest,
  type RecordOf,
  type Sent,
  type Source,
} from '../sources/source.ts'
import { listAlike } from './aftermath.ts'
import type { WriteControl } from './directory.ts'
import { failure } from './failure.ts'
import type { IdempotencyKey, PendingWrite } from './journal.ts'
import type { Loaders } from './loaders.ts'
import { lockOfRecord } from './locks.ts'
import { isKnown, toKept } from './once.ts'
import { retold } from './planning.ts'
import { settle } from './settle.ts'
import type { DirectoryState } from './state.ts'
import { within } from './within.ts'

/** What one write needs to know. */
export interface WriteJob<Type extends RecordType> {
  readonly type: Type
  readonly source: Source
  /** `null`: the write creates a record. */
  readonly id: string | null
  /** The input's field that names the record. */
  readonly idField?: 'id' | 'ownerId'
  /** True: nothing is left to read back. */
  readonly deletes?: boolean
  readonly control: WriteControl
  /** Pure where there is a record; a create may read what it needs. Its errors' paths are already paths into the input. */
  plan(open: OpenRecord<Type> | null): Plan | Promise<Plan>
  /** The path into the input of what the source refused of a request; `path` is as `Sent.error` has it. Absent: the same. */
  place?(path: readonly string[], request: PlannedRequest): readonly string[]
  /** Whether a picture that was set shows the bytes that were sent, for sources whose avatar keys do not tell. */
  readonly picture?: { readonly sha256: string } | null
}

export interface WriteContext {
  readonly loaders: Loaders
  readonly state: DirectoryState
  /** Of the request. Ends reading and waiting; once the first request of a plan is sent, the write is seen through. */
  readonly signal: AbortSignal
  /** Under which its result is kept, where the caller gave one. */
  readonly key: IdempotencyKey | null
}

/** What became of one write at its source. */
export type WriteReport<Type extends RecordType> = WriteResult<RecordOf<Type>>

/** How long a write whose sending has begun may take to be sent, and again how long to be read back. */
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
    return await context.state.locks.run(lockOfRecord(job.type, job.source.name, job.id), context.signal, work)
  } catch (error) {
    return { record: null, receipts: [], userErrors: [failure(error, job.source.name)] }
  }
}

async function writeAlone<Type extends RecordType>(
  job: WriteJob<Type>,
  context: WriteContext,
): Promise<WriteReport<Type>> {
  const { source, id, control } = job
  const open = id === null ? null : await openForWrite(job, context.signal)
  const before = open?.record ?? null
  if (control.ifVersion != null && before !== null) checkVersion(job, before.version, control.ifVersion)
  const plan = await job.plan(open)
  if (plan.requests.length > 0 && !control.dryRun) {
    if (!source.send) throw unsupported(source.name, `${source.name} takes no writes.`)
    return sendAndSettle(job, plan, open, source.send.bind(source), context)
  }

  const { changes, sideEffects } = plan
  const outcome = plan.requests.length === 0 ? 'UNCHANGED' : 'PLANNED'
  const requests = plan.requests.map(describe)
  const report: WriteReport<Type> = {
    record: before,
    receipts: [{ source: source.name, outcome, changes, sideEffects, requests, guarantee: source.guarantee }],
    userErrors: [],
  }
  const { key, state } = context
  if (key !== null && !control.dryRun) await remember(pendingWrite(job, plan), key, report, state)
  return report
}

/**
 * Sends the plan and finds out what it did. From the first request on, the caller going away changes nothing: half a write helps
 * nobody. The journal knows of the write meanwhile, unless all of it is one transaction that nobody will ask after.
 */
async function sendAndSettle<Type extends RecordType>(
  job: WriteJob<Type>,
  plan: Plan,
  open: OpenRecord<Type> | null,
  send: NonNullable<Source['send']>,
  context: WriteContext,
): Promise<WriteReport<Type>> {
  const { source, type, control } = job
  const { key, state } = context
  context.signal.throwIfAborted()
  const mark = key !== null || source.guarantee !== 'ATOMIC' ? randomUUID() : null
  const alike = job.id === null ? await alikeBefore(job, plan, context.signal) : null
  if (mark !== null) await state.journal.begin({ mark, key, write: pendingWrite(job, plan, alike) })

  const ifVersion = control.ifVersion ?? null
  const sending = within(SEE_THROUGH_MS, (signal) => send(plan, { signal, ifVersion, mark }))
  const asked = sending.catch(async (error) => {
    // Not even begun: the source is left alone for a while, say. What else it may be is looked into at the next start.
    if (mark !== null && error instanceof GatewayError) await conclude(mark, null, context)
    throw error
  })
  const sent = placed(job, plan, await asked)
  const id = job.id ?? sent.id
  if (id !== null) context.loaders.forget(type, { source: source.name, id })
  const report = await within(SEE_THROUGH_MS, (signal) => settle({ job, plan, sent, open, id, alike, signal, context }))
  if (mark !== null && isKnown(report)) await conclude(mark, report, context)
  return report
}

/** What the source refused, told of its place in the input. */
function placed(job: WriteJob<RecordType>, plan: Plan, sent: Sent): Sent {
  const { error, done } = sent
  const request = plan.requests[done]
  if (!error || !request) return sent
  const path = error.path && job.place ? job.place(error.path, request) : error.path
  const id = error.id ?? (error.code === 'NOT_FOUND' && job.id !== null ? globalIdOf(job, job.id) : undefined)
  return { ...sent, error: retold(failure(error, job.source.name), { path, id }) }
}

/** What is there already and could be taken for the record to be created, were its answer lost. */
async function alikeBefore(
  { source, type }: WriteJob<RecordType>,
  { changes }: Plan,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  if (source.wasDone) return null // it remembers what it carried out, and is asked for that
  try {
    return await listAlike(source, type, changes, { signal })
  } catch (error) {
    // An account that may create and not search goes without.
    if (error instanceof GatewayError && !error.retryable) return null
    throw error
  }
}

function pendingWrite(job: WriteJob<RecordType>, plan: Plan, alike: readonly string[] | null = null): PendingWrite {
  const { type, id, source } = job
  return {
    source: source.name,
    type,
    id,
    deletes: job.deletes ?? false,
    changes: plan.changes,
    requests: plan.requests.map(describe),
    ...(alike !== null && { alike }),
  }
}

/** Keeps a result that took no request to come about. */
async function remember(
  write: PendingWrite,
  key: IdempotencyKey,
  report: WriteResult<unknown>,
  state: DirectoryState,
): Promise<void> {
  const mark = randomUUID()
  await state.journal.begin({ mark, key, write })
  await state.journal.finish(mark, toKept(report))
}

/** What became of a write is known; `null`: nothing was sent. Only under a key will anybody ask for the result. */
function conclude(
  mark: string,
  report: WriteResult<unknown> | null,
  { key, state: { journal } }: WriteContext,
): Promise<void> {
  if (key === null) return journal.forget(mark)
  return journal.finish(mark, report === null || isRefused(report) ? null : toKept(report))
}

/** Nothing was done, so that the same key may be tried again. */
function isRefused({ receipts, userErrors }: WriteResult<unknown>): boolean {
  return receipts.every(({ outcome }) => outcome === 'REJECTED' || (outcome === 'UNCHANGED' && userErrors.length > 0))
}

async function openForWrite<Type extends RecordType>(
  job: WriteJob<Type>,
  signal: AbortSignal,
): Promise<OpenRecord<Type>> {
  const { source, type, id, idField = 'id' } = job
  const open = await source.open?.(type, id as string, { signal })
  if (open) return open
  throw new GatewayError('NOT_FOUND', `${source.name} has no such ${type.toLowerCase()}.`, {
    source: source.name,
    path: [idField],
    id: globalIdOf(job, id as string),
  })
}

function globalIdOf({ type, source }: WriteJob<RecordType>, id: string): string {
  const ref: RecordRef = { type, source: source.name, id }
  return encodeRecordId(ref)
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
