import { GatewayError } from '../../model/errors.ts'
import type { Logger } from '../../model/logger.ts'
import type { Picture } from '../../model/picture.ts'
import type { RecordType } from '../../model/ref.ts'
import type { PatchOf, Plan, PlannedRequest, SendOptions, Sent } from '../source.ts'
import { removeUnused } from './avatars.ts'
import type { Blobs } from './blobs.ts'
import { type Database, toGatewayError } from './database.ts'
import { remember } from './marks.ts'
import { COLLECTIONS } from './plan.ts'
import { addContactItem, type ContactItemBody, removeContactItem, replaceContactItem } from './write-contact-item.ts'
import { createRecord, deleteRecord, patchRecord } from './write-record.ts'
import { findTarget, finishRecord, type Target, type Writer } from './writer.ts'

export interface SendContext {
  readonly log: Logger
  readonly database: Database
  readonly blobs: Blobs
  readonly source: string
  readonly now: () => number
  readonly newId: () => string
}

/**
 * Carries out a plan's requests in one transaction: all of them, and on the disk, before it resolves; or none, and `Sent.error`
 * says why. The version is checked inside it.
 */
export async function sendPlan(plan: Plan, options: SendOptions, context: SendContext): Promise<Sent> {
  const { database, source, now, newId } = context
  options.signal.throwIfAborted()
  const transact = () =>
    database.transaction().execute(async (tx) => {
      const writer = { tx, source, newId, now: new Date(now()).toISOString() }
      const done = await carryOut(writer, plan.requests, options.ifVersion)
      if (options.mark != null) await remember(writer, options.mark, done.createdId)
      return done
    })
  try {
    const done = touchesBlobs(plan) ? await withBlobs(plan, transact, context) : await transact()
    return { id: done.createdId, done: plan.requests.length, error: null }
  } catch (thrown) {
    const error = toGatewayError(thrown, source, 'be written')
    if (error instanceof GatewayError) return { id: null, done: 0, error }
    throw error
  }
}

export interface Done {
  readonly createdId: string | null
  /** Pictures that a record no longer shows. */
  readonly replaced: readonly string[]
}

/** The requests, in order, in the writer's transaction. Throws at the first that fails. */
export async function carryOut(
  writer: Writer,
  requests: readonly PlannedRequest[],
  ifVersion: string | null,
): Promise<Done> {
  const written = new Map<number, Target>()
  const replaced: string[] = []
  let createdId: string | null = null
  for (const [index, request] of requests.entries()) {
    const { type, id, part, itemId } = readPath(request.path.replaceAll('{id}', createdId ?? '{id}'))
    if (id === null) {
      const target = await createRecord(writer, type, request.body as PatchOf<RecordType>)
      createdId = target.id
      written.set(target.pk, target)
      continue
    }
    const target = await findTarget(writer, type, id)
    if (index === 0 && ifVersion !== null) checkVersion(writer, target.revision, ifVersion)
    written.set(target.pk, target)
    if (part === 'avatar') replaced.push(...(await setAvatar(writer, target, request.file?.picture ?? null)))
    else if (part === 'contact-items') await writeItem(writer, target, request, itemId)
    else if (request.method === 'DELETE') {
      replaced.push(...(await setAvatar(writer, target, null)))
      await deleteRecord(writer, target)
      written.delete(target.pk)
    } else await patchRecord(writer, target, request.body as PatchOf<RecordType>)
  }
  for (const target of written.values()) await finishRecord(writer, target)
  return { createdId, replaced }
}

async function writeItem(writer: Writer, owner: Target, request: PlannedRequest, itemId: string | null): Promise<void> {
  const body = request.body as unknown as ContactItemBody
  if (itemId === null) await addContactItem(writer, owner, body)
  else if (request.method === 'DELETE') await removeContactItem(writer, owner, itemId)
  else await replaceContactItem(writer, owner, itemId, body)
}

async function setAvatar({ tx, now }: Writer, { pk }: Target, picture: Picture | null): Promise<readonly string[]> {
  const { avatar_sha256: before } = await tx
    .selectFrom('records')
    .select('avatar_sha256')
    .where('pk', '=', pk)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('records')
    .set({
      avatar_sha256: picture?.sha256 ?? null,
      avatar_content_type: picture?.contentType ?? null,
      avatar_byte_size: picture?.bytes.byteLength ?? null,
      avatar_updated_at: picture === null ? null : now,
      avatar_width: picture?.details?.width ?? null,
      avatar_height: picture?.details?.height ?? null,
      avatar_blurhash: picture?.details?.blurhash ?? null,
    })
    .where('pk', '=', pk)
    .execute()
  return before === null ? [] : [before]
}

function checkVersion({ source }: Writer, revision: number, ifVersion: string): void {
  if (String(revision) === ifVersion) return
  throw new GatewayError('CONFLICT', 'The record has changed since that version. Read it again and decide anew.', {
    source,
    path: ['ifVersion'],
    currentVersion: String(revision),
  })
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

const PATH = /^\/(people|users|organizations)(?:\/([^/]+)(?:\/(contact-items|avatar)(?:\/([^/]+))?)?)?$/

function readPath(path: string) {
  const match = PATH.exec(path)
  if (match === null) throw new Error(`The store has no path ${path}`)
  const [, collection, id, part, itemId] = match
  return {
    type: TYPES.get(collection!)!,
    id: id === undefined ? null : decodeURIComponent(id),
    part: part ?? null,
    itemId: itemId === undefined ? null : decodeURIComponent(itemId),
  }
}

const TYPES: ReadonlyMap<string, RecordType> = new Map(
  (Object.entries(COLLECTIONS) as [RecordType, string][]).map(([type, collection]) => [collection, type]),
)
