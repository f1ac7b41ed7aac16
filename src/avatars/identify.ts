import { fileTypeFromBuffer } from 'file-type'
import { PICTURE_TYPES, type PictureType } from '../model/picture.ts'
import { sharp } from './sharp.ts'

/** What a picture's bytes say of it, before any pixel is decoded. */
export interface PictureFacts {
  readonly type: PictureType
  /** Pixels of one frame, as stored: not yet turned upright. */
  readonly width: number
  readonly height: number
  /** 1 for a still one. */
  readonly frames: number
  readonly hasAlpha: boolean
}

/** Bytes that are no picture we work with. The message says why, to whoever brought them. */
export class BadPicture extends Error {
  override readonly name = 'BadPicture'
}

/** Of all frames together. */
export const MAX_PIXELS = 25_000_000
export const MAX_FRAMES = 100

const NOT_A_PICTURE = 'The file is not a picture that can be used, whatever its name: give a PNG, JPEG, WebP or GIF.'
/** Shown in the place of whatever the decoder says, which speaks of its own insides. */
export const DAMAGED = 'The picture is damaged or cut off.'

/**
 * Finds out what a picture is, by its bytes, and how much it would be when decoded. Rejects with `BadPicture` for what is none of
 * the four types and for more pixels or frames than are decoded.
 */
export async function identify(bytes: Uint8Array): Promise<PictureFacts> {
  if (bytes.byteLength === 0) throw new BadPicture('The file is empty.')
  const type = await typeOf(bytes)
  if (type === null) throw new BadPicture(NOT_A_PICTURE)
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new BadPicture(DAMAGED, { cause })
    })
  const { width, height, pages: frames = 1, hasAlpha } = header
  if (`image/${header.format}` !== type || !(width > 0 && height > 0)) throw new BadPicture(NOT_A_PICTURE)
  if (frames > MAX_FRAMES) {
    throw new BadPicture(`The animation has ${frames} pictures; at most ${MAX_FRAMES} are taken.`)
  }
  if (width * height * frames > MAX_PIXELS) {
    const each = frames > 1 ? `${frames} times ` : ''
    throw new BadPicture(
      `The picture has ${each}${width} × ${height} pixels; at most ${MAX_PIXELS / 1e6} million are taken.`,
    )
  }
  return { type, width, height, frames, hasAlpha }
}

/** Bytes that tell the type stand at the beginning of a file; what follows is the decoder's to judge. */
const HEAD_BYTES = 4100

async function typeOf(bytes: Uint8Array): Promise<PictureType | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, HEAD_BYTES)).catch(() => undefined)
  const mime = found?.mime === 'image/apng' ? 'image/png' : found?.mime // its first picture is a PNG's
  return PICTURE_TYPES.find((type) => type === mime) ?? null
}
