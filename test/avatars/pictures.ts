import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'
import sharpModule from 'sharp'

/** sharp for making pictures; what kith's own allows to be read holds here too, for the process has one libvips. */
export const sharp = sharpModule

/** Red, green, blue and white quarters: turned or mirrored in any way, it looks different. */
export async function quarters(side = 64, channels: 3 | 4 = 3): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * channels, 255)
  const colours = [
    [220, 30, 30],
    [30, 160, 60],
    [30, 60, 200],
    [250, 250, 250],
  ]
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const colour = colours[(y < side / 2 ? 0 : 2) + (x < side / 2 ? 0 : 1)] as number[]
      pixels.set(colour, (y * side + x) * channels)
    }
  }
  return sharp(pixels, { raw: { width: side, height: side, channels } })
    .png()
    .toBuffer()
}

/** Noise, which no encoder makes small. */
export async function noise(width: number, height: number): Promise<ReturnType<typeof sharp>> {
  const mean = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise: mean } })
}

/** A PNG that says it has so many pixels, all black; some bytes for each thousand of them. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8) // one bit for each pixel, grey
  const row = Math.ceil(width / 8) + 1
  return pngOf(['IHDR', header], ['IDAT', deflateSync(Buffer.alloc(row * height), { level: 9 })])
}

export function pngOf(...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data)), chunk('IEND', Buffer.alloc(0))])
}

/** The picture with one more chunk after its header. */
export function withChunk(png: Buffer, type: string, data: Uint8Array): Buffer {
  const afterHeader = 8 + 25
  return Buffer.concat([png.subarray(0, afterHeader), chunk(type, data), png.subarray(afterHeader)])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.byteLength)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** A GIF of one-pixel frames, made by hand: 22 bytes each. */
export function gifOfFrames(count: number): Buffer {
  const head = Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00', 'latin1')
  const colours = Buffer.from([0, 0, 0, 255, 255, 255])
  const control = [0x21, 0xf9, 4, 0, 10, 0, 0, 0]
  const image = (colour: number) => [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, colour === 0 ? 0x44 : 0x4c, 1, 0]
  const frames = Array.from({ length: count }, (_, index) => Buffer.from([...control, ...image(index % 2)]))
  return Buffer.concat([head, colours, ...frames, Buffer.from([0x3b])])
}

/** An animation of squares, each of one colour. */
export async function animation(type: 'webp' | 'gif', colours: readonly string[], side = 32): Promise<Buffer> {
  const frames = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: side, height: side, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const joined = sharp(frames, { join: { animated: true } })
  return (type === 'webp' ? joined.webp({ lossless: true }) : joined.gif()).toBuffer()
}

/** Pixels as red, green, blue, one row after another. */
export async function pixelsOf(bytes: Uint8Array): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The largest difference of one channel of one pixel between the middles of the four quarters. */
export async function difference(left: Uint8Array, right: Uint8Array): Promise<number> {
  const points = async (bytes: Uint8Array) => {
    const { data, width, height } = await pixelsOf(bytes)
    return [0.25, 0.75].flatMap((y) =>
      [0.25, 0.75].flatMap((x) => {
        const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3
        return [...data.subarray(at, at + 3)]
      }),
    )
  }
  const [a, b] = [await points(left), await points(right)]
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] as number))))
}
