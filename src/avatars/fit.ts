import type { PictureType } from '../model/picture.ts'
import { decode, encodeAs, finish } from './encode.ts'
import { BadPicture, type PictureFacts } from './identify.ts'

/** What a source takes. */
export interface PictureTarget {
  readonly types: ReadonlySet<PictureType>
  readonly maxBytes: number
}

export interface FittedPicture {
  readonly bytes: Uint8Array
  readonly type: PictureType
}

/** The longest side of what goes to a source, in pixels: the most that any of them keeps, and more than any place shows. */
const MAX_SIDE = 1280
/** Largest file that goes to a source, whatever more it would take; many may be on their way at once. */
const MAX_BYTES = 2 * 1024 * 1024

/** One way to write a picture. */
interface Attempt {
  readonly type: PictureType
  readonly animated: boolean
  readonly side: number
  readonly quality: number
}

const ANIMATED_TYPES: readonly PictureType[] = ['image/webp', 'image/gif']
const SIDES = [MAX_SIDE, 900, 640, 320, 128, 64]

/**
 * The picture written anew as its target takes it: the same type if it can be, else the nearest; smaller in pixels, then in
 * quality, until its file is small enough. The same bytes give the same bytes again. Rejects with `BadPicture` when they can't be
 * decoded, and when the target takes nothing that could be made of them.
 */
export async function fitPicture(
  bytes: Uint8Array,
  facts: PictureFacts,
  target: PictureTarget,
  keepAnimated: boolean,
): Promise<FittedPicture> {
  const maxBytes = Math.min(target.maxBytes, MAX_BYTES)
  for (const { type, animated, side, quality } of attempts(facts, target, keepAnimated && facts.frames > 1)) {
    const pipeline = decode(bytes, { animated }).resize({
      width: side,
      height: side,
      fit: 'inside',
      withoutEnlargement: true,
    })
    const fitted = await finish(encodeAs(pipeline, type, quality))
    if (fitted.byteLength <= maxBytes) return { bytes: fitted, type }
  }
  throw new BadPicture(`The picture can't be made small enough: at most ${target.maxBytes} bytes are taken.`)
}

/** Best first. */
function* attempts(facts: PictureFacts, { types }: PictureTarget, keepAnimated: boolean): Generator<Attempt> {
  const moving = keepAnimated ? firstOf([facts.type, ...ANIMATED_TYPES], types, ANIMATED_TYPES) : null
  if (moving !== null) for (const side of SIDES) yield { type: moving, animated: true, side, quality: 80 }

  const still = { animated: false }
  const lossless = facts.type === 'image/png' || facts.type === 'image/gif'
  if (lossless && types.has('image/png')) yield { ...still, type: 'image/png', side: MAX_SIDE, quality: 100 }
  const lossy: readonly PictureType[] = facts.hasAlpha
    ? ['image/webp', 'image/png', 'image/jpeg', 'image/gif']
    : [facts.type === 'image/webp' ? 'image/webp' : 'image/jpeg', 'image/jpeg', 'image/webp', 'image/png', 'image/gif']
  const type = firstOf(lossy, types)
  if (type === null) return
  for (const side of SIDES) {
    for (const quality of type === 'image/jpeg' || type === 'image/webp' ? [90, 75] : [100]) {
      yield { ...still, type, side, quality }
    }
  }
}

function firstOf(
  wanted: readonly PictureType[],
  taken: ReadonlySet<PictureType>,
  among: readonly PictureType[] = wanted,
): PictureType | null {
  return wanted.find((type) => taken.has(type) && among.includes(type)) ?? null
}
