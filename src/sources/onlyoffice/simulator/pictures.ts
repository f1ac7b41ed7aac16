import { crc32, deflateSync } from 'node:zlib'
import { badArgument, invalidOperation, plainException } from './failures.ts'

export interface StoredPicture {
  readonly bytes: Uint8Array
  readonly contentType: 'image/png' | 'image/jpeg'
  /** Changes with the picture: the cache key at the end of its address. */
  readonly stamp: number
}

/** The portal's limit of an image, in bytes. */
export const MAX_IMAGE_BYTES = 5_242_880

/** What the bytes are by their first ones; `null`: no picture at all. */
export function formatOf(bytes: Uint8Array): 'png' | 'jpeg' | 'gif' | 'tiff' | 'webp' | 'bmp' | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff'
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'webp'
  return head.startsWith('BM') ? 'bmp' : null
}

/** Takes bytes for a picture as the portal's image code does, or fails as it does. */
export function acceptPicture(bytes: Uint8Array, stamp: number): StoredPicture {
  if (bytes.byteLength > MAX_IMAGE_BYTES) throw plainException('The image size exceeds the maximum allowed.')
  const format = formatOf(bytes)
  if (format === null) throw badArgument('Parameter is not valid.')
  if (format !== 'png' && format !== 'jpeg') throw plainException('Image format is not supported')
  return { bytes, contentType: `image/${format}`, stamp }
}

/** Fetches a picture the way the portal's own process does: it needs a status of 2xx and a `Content-Length`. */
export async function download(address: string, origin: string): Promise<Uint8Array> {
  if (!URL.canParse(address, origin))
    throw plainException('Invalid URI: The format of the URI could not be determined.')
  const response = await fetch(new URL(address, origin), { signal: AbortSignal.timeout(10_000) }).catch(() => null)
  if (response === null || !response.ok) throw invalidOperation('The remote server returned an error.')
  if (response.headers.get('content-length') === null) {
    await response.body?.cancel()
    throw badArgument('Value does not fall within the expected range.')
  }
  return new Uint8Array(await response.arrayBuffer())
}

/** A square PNG of one colour, for seeds and the portal's default pictures. */
export function paintPng(size: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const row = Buffer.alloc(1 + size * 3)
  for (let x = 0; x < size; x += 1) row.set([red, green, blue], 1 + x * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Uint8Array.from(Buffer.concat([signature, ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.byteLength, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
