import type { WriteResult } from '../model/receipt.ts'
import { RECORD_TYPES, type RecordType } from '../model/ref.ts'
import type { AnyRecord, UploadedFile, WriteControl } from './directory.ts'
import { checkCapability, readTarget, type Sources } from './input.ts'
import { planner, under } from './planning.ts'
import { type WriteContext, write } from './write.ts'

export async function uploadAvatar(
  input: WriteControl & { readonly ownerId: string; readonly file: UploadedFile },
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<AnyRecord>> {
  const { ref, source } = readTarget(input.ownerId, RECORD_TYPES, 'ownerId', sources)
  await checkCapability(source, 'AVATAR_UPLOAD', context)
  const picture = await context.state.pictures.read(input.file, ['file'], source, context.signal)
  return write(
    {
      type: ref.type as RecordType,
      source,
      id: ref.id,
      idField: 'ownerId',
      control: input,
      picture,
      plan: (open) =>
        under(['file'], () =>
          planner(open?.putAvatar, source, `set the avatar of a ${ref.type.toLowerCase()}`)(picture),
        ),
    },
    context,
  )
}

export async function removeAvatar(
  input: WriteControl & { readonly ownerId: string },
  sources: Sources,
  context: WriteContext,
): Promise<WriteResult<AnyRecord>> {
  const { ref, source } = readTarget(input.ownerId, RECORD_TYPES, 'ownerId', sources)
  await checkCapability(source, 'AVATAR_REMOVE', context)
  return write(
    {
      type: ref.type as RecordType,
      source,
      id: ref.id,
      idField: 'ownerId',
      control: input,
      plan: (open) => planner(open?.removeAvatar, source, `remove the avatar of a ${ref.type.toLowerCase()}`)(),
    },
    context,
  )
}
