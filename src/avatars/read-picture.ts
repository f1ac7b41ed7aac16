import { createHash } from 'node:crypto'
import { GatewayError, invalidInput } from '../model/errors.ts'
import { PICTURE_TYPES, type Picture, type PictureType } from '../model/picture.ts'
import type { SourceLimits } from '../sources/source.ts'
import { describePicture } from './details.ts'
import { fitPicture } from './fit.ts'
import { BadPicture, identify } from './identify.ts'
import { createScratch } from './scratch.ts'
import { pictureWorkers, type Workers } from './workers.ts'

/** A file as it came: nothing of it has been believed yet. */
export interface PictureFile {
  readonly byteSize: number
  /** The whole file, in `space` or wherever it is. Called when there is a core for it, so that files that wait take no memory. */
  read(space?: Uint8Array): Promise<Uint8Array>
}

/** Where a picture goes. */
export interface PictureTaker {
  readonly name: string
  readonly limits: Pick<SourceLimits, 'maxAvatarBytes' | 'avatarTypes'>
}

export interface PictureReader {
  /**
   * The picture that a file holds, by its bytes and whatever its name, as the source takes it: upright, without metadata, of a
   * type and size that fit. Throws `INVALID_INPUT` at `path` for an empty file, for one that is no PNG, JPEG, WebP or GIF, is
   * damaged, or has too many pixels or frames.
   */
  read(file: PictureFile, path: readonly string[], source: PictureTaker, signal: AbortSignal): Promise<Picture>
}

export interface PictureReaderOptions {
  /** Whether animated pictures stay so, where the source takes them; otherwise their first frame is taken. Default true. */
  readonly animated?: boolean
  readonly workers?: Workers
}

/** Shared like the workers whose files it holds. */
const scratch = createScratch()

export function createPictureReader(options: PictureReaderOptions = {}): PictureReader {
  const { animated = true, workers = pictureWorkers } = options
  return {
    async read(file, path, source, signal) {
      try {
        return await workers.run(signal, () =>
          scratch.use(file.byteSize, async (space) => prepare(await file.read(space), source, animated)),
        )
      } catch (error) {
        if (error instanceof BadPicture) throw invalidInput(path, error.message)
        throw error
      }
    },
  }
}

async function prepare(bytes: Uint8Array, { name, limits }: PictureTaker, animated: boolean): Promise<Picture> {
  const { maxAvatarBytes, avatarTypes = ALL_TYPES } = limits
  if (maxAvatarBytes === 0) throw new GatewayError('UNSUPPORTED', `${name} takes no pictures.`, { source: name })
  const facts = await identify(bytes)
  const fitted = await fitPicture(bytes, facts, { types: avatarTypes, maxBytes: maxAvatarBytes }, animated)
  const made = await identify(fitted.bytes)
  return {
    bytes: fitted.bytes,
    contentType: fitted.type,
    filename: `avatar.${EXTENSIONS[fitted.type]}`,
    sha256: createHash('sha256').update(fitted.bytes).digest('hex'),
    details: await describePicture(fitted.bytes, made),
  }
}

const ALL_TYPES: ReadonlySet<PictureType> = new Set(PICTURE_TYPES)

const EXTENSIONS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}
