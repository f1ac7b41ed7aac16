import type { Sharp } from 'sharp'
import type { PictureType } from '../model/picture.ts'
import { BadPicture, DAMAGED, MAX_PIXELS } from './identify.ts'
import { sharp } from './sharp.ts'

export interface DecodeOptions {
  /** All frames; otherwise the first. */
  readonly animated: boolean
}

/**
 * A picture to be decoded: upright, in sRGB, and without what its file held besides pixels (place, camera, colour profile,
 * thumbnail, whatever follows its end), for nothing of that is written again.
 */
export function decode(bytes: Uint8Array, { animated }: DecodeOptions): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, animated, sequentialRead: true }).autoOrient()
}

/** The bytes of a pipeline. Rejects with `BadPicture` when its input can't be decoded whole. */
export async function finish(pipeline: Sharp): Promise<Uint8Array> {
  return pipeline.toBuffer().catch((cause: unknown) => {
    throw new BadPicture(DAMAGED, { cause })
  })
}

export type EncodedType = PictureType | 'image/avif'

/**
 * AVIF at its least effort: as fast as WebP and about a third smaller; more effort takes ten times as long for little
 * (`bench/avatars.ts`).
 */
const AVIF_EFFORT = 0

/** The pipeline's picture as a file of a type. `quality`: 1 to 100, as JPEG counts; PNG and GIF have none. */
export function encodeAs(pipeline: Sharp, type: EncodedType, quality: number): Sharp {
  switch (type) {
    case 'image/png':
      return pipeline.png({ compressionLevel: 6 })
    case 'image/jpeg':
      // Optimal coding saves some 5% of the file, for the whole picture in memory once more and half as much time again.
      return pipeline.flatten({ background: '#ffffff' }).jpeg({ quality, optimiseCoding: false })
    case 'image/webp':
      return pipeline.webp({ quality })
    case 'image/gif':
      return pipeline.gif()
    case 'image/avif':
      return pipeline.avif({ quality: Math.round(quality * 0.7), effort: AVIF_EFFORT })
  }
}
