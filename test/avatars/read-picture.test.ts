import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPictureReader } from '../../src/avatars/read-picture.ts'
import { createWorkers } from '../../src/avatars/workers.ts'
import { GatewayError } from '../../src/model/errors.ts'
import type { PictureType } from '../../src/model/picture.ts'
import {
  animation,
  difference,
  gifOfFrames,
  hugePng,
  noise,
  pixelsOf,
  pngOf,
  quarters,
  sharp,
  withChunk,
} from './pictures.ts'

const reader = createPictureReader()
const stillReader = createPictureReader({ animated: false })
const signal = AbortSignal.timeout(60_000)

function takerOf(maxAvatarBytes = 10_000_000, avatarTypes?: readonly PictureType[]) {
  return { name: 'donors', limits: { maxAvatarBytes, ...(avatarTypes && { avatarTypes: new Set(avatarTypes) }) } }
}

const read = (bytes: Uint8Array, taker = takerOf(), use = reader) =>
  use.read({ byteSize: bytes.byteLength, read: async () => bytes }, ['file'], taker, signal)

const refusal = (bytes: Uint8Array, taker = takerOf()) =>
  read(bytes, taker).then(
    () => null,
    (error: unknown) => error,
  )

function expectRefused(error: unknown, message: RegExp): void {
  expect(error).toBeInstanceOf(GatewayError)
  expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['file'], message: expect.stringMatching(message) })
}

describe('a picture is refused', () => {
  it.each([
    ['a file of no bytes', async () => Buffer.alloc(0), /empty/],
    ['a file of one zero byte', async () => Buffer.alloc(1), /not a picture/],
    [
      'an SVG with a script',
      async () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>',
        ),
      /not a picture/,
    ],
    [
      'an SVG behind an XML head',
      async () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      /not a picture/,
    ],
    ['HTML', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), /not a picture/],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n1 0 obj\n'), /not a picture/],
    [
      'a TIFF',
      async () =>
        sharp(await quarters())
          .tiff()
          .toBuffer(),
      /not a picture/,
    ],
    [
      'an AVIF',
      async () =>
        sharp(await quarters())
          .avif({ effort: 0 })
          .toBuffer(),
      /not a picture/,
    ],
    [
      'the first bytes of a PNG, and HTML',
      async () => Buffer.concat([(await quarters()).subarray(0, 8), Buffer.from('<html>')]),
      /not a picture|damaged/,
    ],
    ['a PNG without pixels', async () => pngOf(['IHDR', Buffer.alloc(13)]), /not a picture|damaged/],
    [
      'half a PNG',
      async () =>
        half(
          await sharp(await quarters(400))
            .png()
            .toBuffer(),
        ),
      /damaged/,
    ],
    ['half a JPEG', async () => half(await (await noise(200, 200)).jpeg().toBuffer()), /damaged/],
    ['half a WebP', async () => half(await (await noise(200, 200)).webp().toBuffer()), /damaged/],
    ['half a GIF', async () => half(await (await noise(200, 200)).gif().toBuffer()), /damaged/],
  ] as const)('%s', async (_what, make, message) => {
    const bytes = await make()

    const error = await refusal(bytes)

    expectRefused(error, message)
  })

  it('of 16,000 × 16,000 pixels in 31 KB, from its header and at once', async () => {
    const bytes = hugePng(16_000, 16_000)
    expect(bytes.byteLength).toBeLessThan(40_000)
    const before = process.memoryUsage().rss

    const error = await refusal(bytes)

    expectRefused(error, /16000 × 16000 pixels; at most 25 million/)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  it('of ten thousand frames', async () => {
    expectRefused(await refusal(gifOfFrames(10_000)), /10000 pictures; at most 100/)
  })

  it('whose frames have too many pixels together', async () => {
    const colours = Array.from({ length: 30 }, (_, index) => `rgb(${index * 8}, 0, 0)`)
    const bytes = await animation('gif', colours, 1000)

    expectRefused(await refusal(bytes), /30 times 1000 × 1000/)
  })

  it('by a source that takes none', async () => {
    expect(await refusal(await quarters(), takerOf(0))).toMatchObject({ code: 'UNSUPPORTED', source: 'donors' })
  })

  it('when no file of it is small enough', async () => {
    expectRefused(await refusal(await (await noise(300, 300)).jpeg().toBuffer(), takerOf(300)), /at most 300 bytes/)
  })
})

describe('a picture is made harmless', () => {
  it('with PHP after its end', async () => {
    const bytes = Buffer.concat([
      await sharp(await quarters())
        .jpeg()
        .toBuffer(),
      Buffer.from("<?php system('id'); ?>"),
    ])

    const picture = await read(bytes)

    expect(Buffer.from(picture.bytes).includes('<?php')).toBe(false)
    expect(await difference(picture.bytes, bytes)).toBeLessThan(12)
  })

  it('that is a ZIP and an HTML page as well', async () => {
    const png = await quarters()
    const bytes = Buffer.concat([
      withChunk(png, 'tEXt', Buffer.from('Comment\0<script>alert(1)</script>')),
      Buffer.from('PK\x03\x04evil'),
    ])

    const picture = await read(bytes)

    expect(Buffer.from(picture.bytes).includes('<script>')).toBe(false)
    expect(Buffer.from(picture.bytes).includes('PK')).toBe(false)
  })

  it.each(['jpeg', 'webp', 'png'] as const)('%s: without place, camera, owner and profile', async (format) => {
    const exif = {
      IFD0: { Make: 'CameraMaker', Copyright: 'Ada Example' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    }
    const bytes = await sharp(await quarters())
      [format]()
      .withExif(exif)
      .withIccProfile('p3')
      .toBuffer()
    expect(bytes.includes('CameraMaker')).toBe(true)

    const picture = await read(bytes)

    const { exif: exifAfter, icc, xmp, iptc } = await sharp(picture.bytes).metadata()
    expect({ exifAfter, icc, xmp, iptc }).toEqual({})
    expect(Buffer.from(picture.bytes).includes('CameraMaker')).toBe(false)
  })

  it('with 60 kB of EXIF that says nothing true', async () => {
    const jpeg = await sharp(await quarters())
      .jpeg()
      .toBuffer()
    const body = Buffer.concat([
      Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08\xff\xff', 'latin1'),
      Buffer.alloc(60_000, 0xff),
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(body.byteLength + 2)
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1]), length, body])
    const bytes = Buffer.concat([jpeg.subarray(0, 2), ...Array(100).fill(segment), jpeg.subarray(2)])

    const picture = await read(bytes)

    expect(picture.bytes.byteLength).toBeLessThan(10_000)
    expect(await difference(picture.bytes, jpeg)).toBeLessThan(12)
  })

  it('with a colour profile that unpacks to 200 MB', async () => {
    const bomb = Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(Buffer.alloc(200_000_000), { level: 9 })])
    const before = process.memoryUsage().rss

    const outcome = await read(withChunk(await quarters(), 'iCCP', bomb)).catch((error: unknown) => error)

    if (outcome instanceof Error) expectRefused(outcome, /damaged/)
    else expect(outcome).toMatchObject({ contentType: 'image/png' })
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })
})

describe('a picture is taken', () => {
  it.each([
    ['png', 'image/png', 'avatar.png'],
    ['jpeg', 'image/jpeg', 'avatar.jpg'],
    ['webp', 'image/webp', 'avatar.webp'],
    ['gif', 'image/png', 'avatar.png'],
  ] as const)('%s: as %s', async (format, contentType, filename) => {
    const bytes = await sharp(await quarters())
      [format]()
      .toBuffer()

    const picture = await read(bytes)

    expect(picture).toMatchObject({ contentType, filename })
    expect(await difference(picture.bytes, bytes)).toBeLessThan(12)
    expect(picture.details).toEqual({ width: 64, height: 64, blurhash: expect.stringMatching(/^.{28}$/) })
  })

  it('the same bytes as the same picture', async () => {
    const bytes = await sharp(await quarters(300))
      .jpeg()
      .toBuffer()

    const [first, second] = [await read(bytes), await read(bytes)]

    expect(first.sha256).toBe(second.sha256)
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('upright, as orientation %d says', async (orientation) => {
    const upright = await sharp(await quarters(64))
      .extract({ left: 0, top: 0, width: 64, height: 48 })
      .png()
      .toBuffer()
    // What a camera held that way stores: the inverse of what its orientation asks for.
    const stored = sharp(upright)
    if (orientation === 2) stored.flop()
    if (orientation === 3) stored.rotate(180)
    if (orientation === 4) stored.flip()
    if (orientation === 5) stored.flop().rotate(270)
    if (orientation === 6) stored.rotate(270)
    if (orientation === 7) stored.flop().rotate(90)
    if (orientation === 8) stored.rotate(90)
    const turned = await sharp(await stored.png().toBuffer())
      .jpeg({ quality: 95 })
      .withMetadata({ orientation })
      .toBuffer()

    const picture = await read(turned)

    expect(picture.details).toMatchObject({ width: 64, height: 48 })
    expect(await difference(picture.bytes, upright)).toBeLessThan(15)
    expect((await sharp(picture.bytes).metadata()).orientation).toBeUndefined()
  })

  it('in CMYK, as the colours people see', async () => {
    const cmyk = await sharp(await quarters())
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer()
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk')

    const picture = await read(cmyk)

    expect((await sharp(picture.bytes).metadata()).space).toBe('srgb')
    const { data } = await pixelsOf(picture.bytes)
    const [red, green, blue] = data as unknown as [number, number, number]
    expect(red).toBeGreaterThan(150)
    expect(Math.max(green, blue)).toBeLessThan(110)
  })

  it('with 16 bits for each channel, as 8', async () => {
    const bytes = await sharp(await quarters())
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    expect((await sharp(bytes).metadata()).depth).toBe('ushort')

    const picture = await read(bytes)

    expect((await sharp(picture.bytes).metadata()).depth).toBe('uchar')
    expect(await difference(picture.bytes, bytes)).toBeLessThan(4)
  })

  it('no larger than anybody shows one', async () => {
    const picture = await read(await (await noise(2400, 1800)).jpeg().toBuffer())

    expect(picture.details).toMatchObject({ width: 1280, height: 960 })
  })

  it('waiting for a core without having read its file', async () => {
    const workers = createWorkers(1)
    const busy = createPictureReader({ workers })
    const reads: string[] = []
    const bytes = await quarters()
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const fileOf = (name: string, until: Promise<void>) => ({
      byteSize: bytes.byteLength,
      read: async () => {
        reads.push(name)
        await until
        return bytes
      },
    })

    const first = busy.read(fileOf('first', held), ['file'], takerOf(), signal)
    const second = busy.read(fileOf('second', Promise.resolve()), ['file'], takerOf(), signal)
    await new Promise(setImmediate)
    const readMeanwhile = [...reads]
    letGo()
    await Promise.all([first, second])

    expect(readMeanwhile).toEqual(['first'])
    expect(reads).toEqual(['first', 'second'])
  })

  it('while the event loop goes on', async () => {
    const large = await (await noise(2500, 2500)).jpeg().toBuffer()
    let turns = 0
    const timer = setInterval(() => turns++, 5)

    await read(large)
    clearInterval(timer)

    expect(turns).toBeGreaterThan(5)
  })
})

describe('an animation', () => {
  it.each(['webp', 'gif'] as const)('stays one where the source takes it: %s', async (type) => {
    const picture = await read(await animation(type, ['#ff0000', '#00ff00', '#0000ff']))

    const { pages, width, pageHeight } = await sharp(picture.bytes, { animated: true }).metadata()
    expect({ type: picture.contentType, pages, width, pageHeight }).toEqual({
      type: `image/${type}`,
      pages: 3,
      width: 32,
      pageHeight: 32,
    })
    expect(picture.details).toMatchObject({ width: 32, height: 32 })
  })

  it('becomes its first frame by the setting', async () => {
    const picture = await read(await animation('webp', ['#ff0000', '#00ff00']), takerOf(), stillReader)

    expect((await sharp(picture.bytes).metadata()).pages ?? 1).toBe(1)
  })

  it('becomes its first frame where the source takes none', async () => {
    const bytes = await animation('webp', ['#ff0000', '#00ff00'])

    const picture = await read(bytes, takerOf(5_000_000, ['image/png', 'image/jpeg']))

    expect(picture.contentType).toBe('image/jpeg')
    const { data } = await pixelsOf(picture.bytes)
    expect(data[0]).toBeGreaterThan(240)
    expect(data[1]).toBeLessThan(15)
  })

  it('becomes the animation that the source takes', async () => {
    const picture = await read(
      await animation('webp', ['#ff0000', '#00ff00']),
      takerOf(5_000_000, ['image/png', 'image/jpeg', 'image/gif']),
    )

    expect(picture.contentType).toBe('image/gif')
    expect((await sharp(picture.bytes, { animated: true }).metadata()).pages).toBe(2)
  })
})

describe('a picture is fitted to its source', () => {
  it.each([
    ['a WebP as a JPEG', 'webp', 3, 'image/jpeg'],
    ['a transparent WebP as a PNG', 'webp', 4, 'image/png'],
    ['a GIF as a PNG', 'gif', 3, 'image/png'],
  ] as const)('%s where neither WebP nor GIF is taken', async (_what, format, channels, expected) => {
    const source =
      channels === 4
        ? await sharp(await quarters())
            .ensureAlpha(0.5)
            .png()
            .toBuffer()
        : await quarters()
    const bytes = await sharp(source)[format]().toBuffer()

    const picture = await read(bytes, takerOf(5_000_000, ['image/png', 'image/jpeg']))

    expect(picture.contentType).toBe(expected)
    expect(await difference(picture.bytes, bytes)).toBeLessThan(15)
  })

  it('shrunk until it is small enough', async () => {
    const bytes = await (await noise(1500, 1500)).jpeg({ quality: 95 }).toBuffer()

    const picture = await read(bytes, takerOf(50_000, ['image/png', 'image/jpeg']))

    expect(picture.contentType).toBe('image/jpeg')
    expect(picture.bytes.byteLength).toBeLessThanOrEqual(50_000)
    expect(picture.details!.width).toBeGreaterThanOrEqual(128)
  })

  it('a photograph kept as PNG becomes a JPEG rather than small', async () => {
    const picture = await read(await (await noise(1500, 1500)).png().toBuffer())

    expect(picture.contentType).toBe('image/jpeg')
    expect(picture.details!.width).toBeGreaterThanOrEqual(1024)
  })
})

describe('the decoder', () => {
  it('reads no SVG and no file of the disk, whoever asks', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const folder = await mkdtemp(join(tmpdir(), 'kith-test-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'picture.png')
    await writeFile(file, await quarters())

    await expect(sharp(svg).metadata()).rejects.toThrow()
    await expect(sharp(file).metadata()).rejects.toThrow()
    expect((await sharp(await readFile(file)).metadata()).format).toBe('png')
  })
})

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.byteLength / 2))
}
