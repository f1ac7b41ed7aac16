import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { invalidInput } from '../model/errors.ts'
import { PICTURE_TYPES, type Picture, type PictureType } from '../model/picture.ts'
import type { Source } from '../sources/source.ts'
import type { UploadedFile } from './directory.ts'

/**
 * The picture that a file holds, by its bytes and whatever its name. Throws `INVALID_INPUT` at `path` for an empty file, one
 * that is no PNG, JPEG, WebP or GIF, and one larger than the source takes.
 */
export async function readPicture(file: UploadedFile, path: readonly string[], source: Source): Promise<Picture> {
  const { bytes } = file
  if (bytes.byteLength === 0) throw invalidInput(path, 'The file is empty.')
  const found = await fileTypeFromBuffer(bytes)
  const contentType = PICTURE_TYPES.find((type) => type === found?.mime)
  if (contentType === undefined) {
    throw invalidInput(
      path,
      'The file is not a picture that can be used, whatever its name: give a PNG, JPEG, WebP or GIF.',
    )
  }
  const { maxAvatarBytes } = source.limits
  if (bytes.byteLength > maxAvatarBytes) {
    throw invalidInput(
      path,
      `The picture has ${bytes.byteLength} bytes; ${source.name} takes at most ${maxAvatarBytes}.`,
    )
  }
  return {
    bytes,
    contentType,
    filename: `avatar.${EXTENSIONS[contentType]}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

const EXTENSIONS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}
