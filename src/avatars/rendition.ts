import { createHash } from 'node:crypto'
import type { AvatarSize } from './address.ts'
import { decode, type EncodedType, encodeAs, finish } from './encode.ts'
import type { PictureFacts } from './identify.ts'

/** A picture as it is served. */
export interface Rendition {
  readonly bytes: Uint8Array
  readonly contentType: EncodedType
  /** Strong: of these very bytes. With its quotes. */
  readonly etag: string
  /** Whether its address will always show it; false where the record shows another picture than the address names. */
  readonly lasting: boolean
}

/** The best that a client takes: AVIF, WebP, or what every browser reads. */
export type Understood = 'avif' | 'webp' | 'plain'

/** Reads an `Accept` header. A wildcard is no promise: browsers of long ago send it, too. */
export function readAccept(accept: string | undefined): Understood {
  const taken = new Set<string>()
  for (const part of (accept ?? '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) taken.add(type)
  }
  if (taken.has('image/avif')) return 'avif'
  return taken.has('image/webp') ? 'webp' : 'plain'
}

const QUALITY = 80

/**
 * The picture as a square of at most `size` pixels, cropped to what people look at. Small ones are not made larger. An animation
 * stays one where `animated`, cropped to its middle, and is then never AVIF.
 */
export async function render(
  original: Uint8Array,
  facts: PictureFacts,
  size: AvatarSize,
  understood: Understood,
  keepAnimated: boolean,
): Promise<Uint8Array> {
  const animated = keepAnimated && facts.frames > 1
  const side = Math.min(size, facts.width, facts.height)
  const position = animated ? 'centre' : 'attention'
  const square = decode(original, { animated }).resize({ width: side, height: side, fit: 'cover', position })
  return finish(encodeAs(square, typeFor(facts, understood, animated), QUALITY))
}

function typeFor({ hasAlpha }: PictureFacts, understood: Understood, animated: boolean): EncodedType {
  if (animated) return understood === 'plain' ? 'image/gif' : 'image/webp'
  if (understood === 'plain') return hasAlpha ? 'image/png' : 'image/jpeg'
  return `image/${understood}`
}

/** 162 bits. */
const ETAG_CHARACTERS = 27

/** Made ready to be served; `null` for bytes that `render` never made. */
export function toRendition(bytes: Uint8Array): Rendition | null {
  const contentType = typeOf(bytes)
  if (contentType === null) return null
  const digest = createHash('sha256').update(bytes).digest('base64url')
  return { bytes, contentType, etag: `"${digest.slice(0, ETAG_CHARACTERS)}"`, lasting: true }
}

/** Of bytes made here, which begin as the specifications of the types say. */
function typeOf(bytes: Uint8Array): EncodedType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  if (head.startsWith('\x89PNG')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF8')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  return head.slice(4, 12) === 'ftypavif' ? 'image/avif' : null
}
