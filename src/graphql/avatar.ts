import type { AnyRecord, Ready } from '../directory/directory.ts'
import { invalidInput } from '../model/errors.ts'
import type { PictureDetails } from '../model/picture.ts'
import type { AvatarInfo } from '../model/record.ts'
import type { RecordRef } from '../model/ref.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { readPart } from './ready.ts'

/** A picture together with whose it is, which its address has to say. */
interface OwnedAvatar {
  readonly ref: RecordRef
  readonly info: AvatarInfo
}

/** Larger than any screen shows a face; more is a mistake. */
const MAX_SIZE = 4096

export const AvatarType = builder.objectRef<OwnedAvatar>('Avatar')

AvatarType.implement({
  description: 'The picture of a person, user or organization.',
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      description:
        'Where this gateway serves the picture: square, at most `size` pixels wide and high. Another picture has another address, so it may be cached for long.',
      args: {
        size: t.arg.int({
          description:
            'Pixels of each side, 1 to 4096: twice what is shown for sharp screens. The next larger size that is served is given, 512 at most. Left out: the largest.',
        }),
      },
      resolve: ({ ref, info }, { size }, context) => {
        if (typeof size === 'number' && (size < 1 || size > MAX_SIZE)) {
          throw invalidInput(['size'], `Avatar.url takes a size of 1 to ${MAX_SIZE}`)
        }
        return context.avatarUrl(ref, info.key, size ?? null)
      },
    }),
    originalUrl: t.field({
      type: 'URL',
      description: 'Where the source itself keeps the picture. Null: it can not be read there without credentials.',
      resolve: ({ info }) => info.originalUrl,
    }),
    contentType: t.string({
      description: 'Media type of the picture as the source keeps it: `"image/png"`. Null: not known.',
      resolve: ({ info }) => info.contentType,
    }),
    width: t.int({
      description: 'Width in pixels, as the source keeps the picture. Null: not known yet.',
      resolve: (avatar, _args, context) => avatar.info.width ?? learned(avatar, context, 'width'),
    }),
    height: t.int({
      description: 'Height in pixels, as the source keeps the picture. Null: not known yet.',
      resolve: (avatar, _args, context) => avatar.info.height ?? learned(avatar, context, 'height'),
    }),
    byteSize: t.int({
      description: 'Size in bytes, as the source keeps the picture. Null: not known.',
      resolve: ({ info }) => info.byteSize,
    }),
    blurhash: t.string({
      description:
        'A blurred placeholder in some 30 characters, to be shown until the picture is there (https://blurha.sh). Null: none was made yet.',
      resolve: (avatar, _args, context) => avatar.info.blurhash ?? learned(avatar, context, 'blurhash'),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When the picture was last set. Null: not known.',
      resolve: ({ info }) => info.updatedAt,
    }),
  }),
})

/** Of sources that tell nothing of their pictures, what was learned when one was served; never asked of the source for a list's sake. */
function learned<Key extends keyof PictureDetails>(
  { ref, info }: OwnedAvatar,
  { avatarDetails }: Context,
  field: Key,
): Ready<PictureDetails[Key] | null> {
  const details = avatarDetails?.(ref, info.key) ?? null
  return details instanceof Promise ? details.then((found) => found?.[field] ?? null) : (details?.[field] ?? null)
}

/** The picture of a record; `null`: none is set. */
export function loadAvatar(record: AnyRecord, context: Context): Ready<OwnedAvatar | null> {
  return readPart(record, 'avatar', context, ({ type, ref, avatar }) =>
    avatar ? { ref: { type, source: ref.source, id: ref.id }, info: avatar } : null,
  )
}
