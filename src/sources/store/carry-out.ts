import { GatewayError } from '../../model/errors.ts'
import type { Picture } from '../../model/picture.ts'
import type { RecordType } from '../../model/ref.ts'
import type { PatchOf, PlannedRequest } from '../source.ts'
import { COLLECTIONS } from './plan.ts'
import { addContactItem, type ContactItemBody, removeContactItem, replaceContactItem } from './write-contact-item.ts'
import { createRecord, deleteRecord, patchRecord } from './write-record.ts'
import { findTarget, finishRecord, type Target, type Writer } from './writer.ts'

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
