import { createHash } from 'node:crypto'
import type { Directory } from '../../directory/directory.ts'
import type { Card, CardEntry, Entry } from '../../exchange/card.ts'
import { nameKey } from '../../exchange/to-patch.ts'
import type { ImportMemory, ImportRun } from '../../journal/import-memory.ts'
import { GatewayError } from '../../model/errors.ts'
import { canonicalJson } from '../../model/json.ts'
import type { Person } from '../../model/person.ts'
import type { PersonFilter } from '../../model/query.ts'
import { encodeRecordId } from '../../model/ref.ts'
import { type Brought, bringCard, type Target } from './bring-card.ts'
import { findPerson } from './find-person.ts'
import type { OrganizationFinder } from './organizations.ts'

export type Outcome = Brought['outcome']

/** What became of one card. */
export interface ImportedRow {
  /** Where the card begins in the file. */
  readonly line: number
  readonly outcome: Outcome
  /** Global id of the person; `null` where there is none (yet). */
  readonly id: string | null
  /** What was not brought of a card that was, in words. */
  readonly leftOut: readonly string[]
  /** Why it was refused. */
  readonly reason: string | null
}

export interface ImportOptions {
  readonly target: Target
  readonly filters: ReadonlySet<keyof PersonFilter>
  /** A fresh view of the sources: what was read for some cards is not kept for all the others. */
  readonly openDirectory: () => Directory
  readonly organizations: OrganizationFinder
  readonly memory: ImportMemory
  readonly run: ImportRun
  readonly dryRun: boolean
  /** Whether a new person is made in one transaction, so that no answer is lost without it. */
  readonly isAtomic: boolean
  /** How many cards are brought side by side. */
  readonly concurrency: number
  readonly stop: AbortSignal
  readonly wait: (milliseconds: number) => Promise<void>
}

/** How many cards one view of the sources serves, and how large their pictures may be together. */
const BATCH_SIZE = 200
const MAX_BATCH_BYTES = 32 * 1024 * 1024
/** How often one card waits for a source that has had enough for now. */
const MAX_WAITS = 10
const USUAL_WAIT_MS = 5000
const MAX_WAIT_MS = 120_000

/**
 * Brings cards into a source, some side by side, and gives a row for each in the file's order. Ends early when `stop` is aborted, with the cards that are
 * on their way. Throws the
 * `GatewayError` of a source that can't be written now: all rows given until then stand, and the same run may go on later.
 */
export async function* importCards(entries: AsyncIterable<Entry>, options: ImportOptions): AsyncGenerator<ImportedRow> {
  let batch: Entry[] = []
  let batchBytes = 0
  for await (const entry of entries) {
    batch.push(entry)
    batchBytes += 'card' in entry ? (entry.card.photo?.length ?? 0) : 0
    if (batch.length < BATCH_SIZE && batchBytes < MAX_BATCH_BYTES) continue
    yield* await bringBatch(batch, options)
    batch = []
    batchBytes = 0
    if (options.stop.aborted) return
  }
  yield* await bringBatch(batch, options)
}

async function bringBatch(batch: readonly Entry[], options: ImportOptions): Promise<readonly ImportedRow[]> {
  const directory = options.openDirectory()
  const rows: ImportedRow[] = []
  // Cards of one key or one name follow each other in the file's order: whom each becomes depends on those before.
  const last = new Map<string, Promise<unknown>>()
  let next = 0
  const failures: unknown[] = []
  const work = async () => {
    while (next < batch.length && failures.length === 0 && !options.stop.aborted) {
      const place = next++
      const entry = batch[place]!
      const key = 'card' in entry ? keyOf(entry.card) : ''
      const lanes = 'card' in entry ? [key, `name:${nameKey(entry.card.fields)}`] : []
      const before = Promise.all(lanes.map((lane) => last.get(lane)))
      const turn = before.then(() => bringEntry(entry, key, directory, options))
      const settled = turn.catch(() => undefined)
      for (const lane of lanes) last.set(lane, settled)
      try {
        rows[place] = await turn
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, work))
  if (failures.length > 0 && !options.stop.aborted) throw failures[0]
  return rows.filter((row) => row !== undefined)
}

async function bringEntry(
  entry: Entry,
  key: string,
  directory: Directory,
  options: ImportOptions,
): Promise<ImportedRow> {
  const { line } = entry
  if ('problem' in entry) return { line, outcome: 'refused', id: null, leftOut: [], reason: entry.problem }
  for (let waits = 0; ; waits++) {
    try {
      return await bringOnce(entry, key, directory, options)
    } catch (error) {
      if (!(error instanceof GatewayError) || error.code !== 'RATE_LIMITED' || waits >= MAX_WAITS) throw error
      await options.wait(Math.min(error.retryAfterMs ?? USUAL_WAIT_MS, MAX_WAIT_MS))
    }
  }
}

async function bringOnce(
  { line, card }: CardEntry,
  key: string,
  directory: Directory,
  options: ImportOptions,
): Promise<ImportedRow> {
  const { memory, run, target, dryRun, filters } = options
  const digest = digestOf(card)
  const known = memory.find(target.name, key)
  if (known !== null && known.run === run.id && known.digest === digest && known.recordId !== null) {
    return { line, outcome: 'unchanged', id: idOf(target.name, known.recordId), leftOut: [], reason: null }
  }
  const isFree = ({ ref }: Person) => memory.claim(target.name, ref.id, key, run.id)
  const found = known?.recordId ? await directory.people.loadRef({ source: target.name, id: known.recordId }) : null
  const before = found !== null && isFree(found) ? found : null
  const remember = (person: Person, version: string | null, done: string | null) => {
    if (dryRun) return
    const photo = done === null ? null : photoOf(card)
    memory.remember(target.name, key, { recordId: person.ref.id, digest: done, version, photo, run: run.id })
  }
  if (
    before !== null &&
    known !== null &&
    known.digest === digest &&
    before.version !== null &&
    before.version === known.version
  ) {
    remember(before, before.version, digest)
    return { line, outcome: 'unchanged', id: idOf(target.name, before.ref.id), leftOut: [], reason: null }
  }

  const isHalfMade = known !== null && known.recordId === null
  const person = before ?? (await findPerson(card, { directory, source: target.name, filters, isFree, isHalfMade }))
  if (person === null && !dryRun) {
    memory.remember(target.name, key, { recordId: null, digest: null, version: null, photo: null, run: run.id })
  }
  const hasPhoto = card.photo !== null && known?.photo === photoOf(card)
  const whole = person === null ? null : await directory.withPart(person, 'avatar')
  const brought = await bringCard(card, person, hasPhoto && whole?.avatar != null ? 'leave' : 'bring', {
    directory,
    target,
    dryRun,
    idempotencyKey: options.isAtomic || dryRun ? null : `import:${run.id}:${key}`.slice(0, 250),
    organization: (name) => options.organizations.find(name, directory),
    created: (made) => {
      memory.claim(target.name, made.ref.id, key, run.id)
      remember(made, null, null)
    },
  })
  if (brought.person !== null) remember(brought.person, brought.person.version, digest)
  const id = brought.person === null ? null : idOf(target.name, brought.person.ref.id)
  return { line, outcome: brought.outcome, id, leftOut: brought.leftOut, reason: brought.reason }
}

function idOf(source: string, id: string): string {
  return encodeRecordId({ type: 'Person', source, id })
}

/** What a card is known by from one import to the next: its UID, or everything it says. */
function keyOf(card: Card): string {
  return card.uid === null ? `card:${digestOf(card)}` : `uid:${createHash('sha256').update(card.uid).digest('hex')}`
}

function digestOf({ photo, leftOut: _leftOut, ...card }: Card): string {
  const hash = createHash('sha256').update(canonicalJson(card))
  if (photo !== null) hash.update(photo)
  return hash.digest('base64url')
}

function photoOf({ photo }: Card): string | null {
  return photo === null ? null : createHash('sha256').update(photo).digest('base64url')
}
