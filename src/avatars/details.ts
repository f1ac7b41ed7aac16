import { encode } from 'blurhash'
import type { PictureDetails } from '../model/picture.ts'
import { decode } from './encode.ts'

/** Pixels of the longer side that a placeholder is made of: all that its few waves can show. */
const SIDE = 32
const MANY_WAVES = 4
const FEW_WAVES = 3

/** Size and placeholder (https://blurha.sh) of a picture, upright. Rejects when it can't be decoded. */
export async function describePicture(
  bytes: Uint8Array,
  stored: { readonly width: number; readonly height: number },
): Promise<PictureDetails> {
  const { data, info } = await decode(bytes, { animated: false })
    .resize({ width: SIDE, height: SIDE, fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const isWide = info.width >= info.height
  const blurhash = encode(
    new Uint8ClampedArray(data),
    info.width,
    info.height,
    isWide ? MANY_WAVES : FEW_WAVES,
    isWide ? FEW_WAVES : MANY_WAVES,
  )
  return { width: stored.width, height: stored.height, blurhash }
}
