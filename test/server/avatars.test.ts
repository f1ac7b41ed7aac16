import { describe, expect, it } from 'vitest'
import { createAvatars } from '../../src/avatars/avatars.ts'
import { createPictureLinks } from '../../src/avatars/links.ts'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import type { Source } from '../../src/sources/source.ts'
import { openTestCache } from '../avatars/cache.ts'
import { animation, difference, noise, pixelsOf, quarters, sharp } from '../avatars/pictures.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { END, field, file, form, postForm } from './support/multipart.ts'
import { post, sendRaw } from './support/send.ts'
import { startTestServer } from './support/start.ts'

const ID = 'a/é'
const PERSON_ID = encodeId('Person', 'own', ID)

const AVATAR = {
  key: 'k 1/2',
  originalUrl: null,
  contentType: null,
  width: null,
  height: null,
  byteSize: null,
  blurhash: null,
  updatedAt: null,
}

/** A source of one person whose picture is `bytes`. */
function sourceWith(read: () => Promise<Uint8Array | null>, others = 0): MemorySource & Source {
  const ids = [ID, ...Array.from({ length: others }, (_, index) => `other-${index}`)]
  const source = createMemorySource({
    name: 'own',
    records: ids.map((id) => ({ ...makePerson('own', id), avatar: AVATAR })),
  })
  const readAvatar: Source['readAvatar'] = async (ref) => {
    source.calls.push(`avatar ${ref.id}`)
    const bytes = await read()
    return bytes && { bytes, contentType: 'text/html' }
  }
  return { ...source, readAvatar }
}

async function serve(read: () => Promise<Uint8Array | null>, others?: number) {
  const source = sourceWith(read, others)
  const server = await startTestServer({ pool: createSourcePool([{ source }]) })
  return { ...server, source }
}

async function urlOf(graphql: string, size?: number): Promise<string> {
  const query = `{ person(id: "${PERSON_ID}") { avatar { url${size === undefined ? '' : `(size: ${size})`} } } }`
  const { data } = await post(graphql, { query })
  return data.person.avatar.url
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

describe('a picture that is served', () => {
  it('is a square of the size asked for, or the next larger one that is served', async () => {
    const { graphql } = await serve(() => noise(700, 500).then((picture) => picture.jpeg().toBuffer()))
    const sizes = [undefined, 1, 32, 33, 100, 512, 513, 4096]

    const sides = await Promise.all(
      sizes.map(async (size) => {
        const { width, height } = await sharp(await bytesOf(await fetch(await urlOf(graphql, size)))).metadata()
        return [size, width, height]
      }),
    )

    expect(sides).toEqual([
      [undefined, 500, 500],
      [1, 32, 32],
      [32, 32, 32],
      [33, 48, 48],
      [100, 128, 128],
      [512, 500, 500],
      [513, 500, 500],
      [4096, 500, 500],
    ])
  })

  it.each([0, -1, 4097, 1_000_000_000])('has no address for size %d', async (size) => {
    const { graphql } = await serve(() => quarters())
    const query = `{ person(id: "${PERSON_ID}") { displayName avatar { url(size: ${size}) } } }`

    const { data, errors } = await post(graphql, { query })

    expect(data.person).toMatchObject({ displayName: expect.any(String), avatar: { url: null } })
    expect(errors).toMatchObject([{ path: ['person', 'avatar', 'url'], extensions: { code: 'INVALID_INPUT' } }])
  })

  it('can do no harm, and may be kept for as long as it is that picture', async () => {
    const { graphql } = await serve(() => quarters())

    const response = await fetch(await urlOf(graphql, 64))

    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'accept',
      etag: expect.stringMatching(/^"[\w-]{27}"$/),
    })
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await difference(await bytesOf(response), await quarters())).toBeLessThan(15)
  })

  it.each([
    ['image/avif,image/webp,image/*;q=0.8,*/*;q=0.5', 'image/avif', 'ftypavif'],
    ['image/webp,*/*', 'image/webp', 'WEBP'],
    ['image/avif;q=0, image/webp', 'image/webp', 'WEBP'],
    ['*/*', 'image/jpeg', '\xff\xd8\xff'],
  ])('is of the type that %s asks for: %s', async (accept, type, magic) => {
    const { graphql } = await serve(() => quarters())

    const response = await fetch(await urlOf(graphql, 64), { headers: { accept } })

    expect(response.headers.get('content-type')).toBe(type)
    expect((await bytesOf(response)).subarray(0, 16).toString('latin1')).toContain(magic)
  })

  it('stays transparent without AVIF and WebP', async () => {
    const { graphql } = await serve(async () =>
      sharp(await quarters())
        .ensureAlpha(0.5)
        .png()
        .toBuffer(),
    )

    const response = await fetch(await urlOf(graphql, 64))

    expect(response.headers.get('content-type')).toBe('image/png')
    expect((await sharp(await bytesOf(response)).stats()).isOpaque).toBe(false)
  })

  it.each([
    ['image/avif,image/webp', 'image/webp'],
    ['*/*', 'image/gif'],
  ])('moves where the picture does, for %s', async (accept, type) => {
    const { graphql } = await serve(() => animation('gif', ['#ff0000', '#00ff00', '#0000ff'], 80))

    const response = await fetch(await urlOf(graphql, 48), { headers: { accept } })

    expect(response.headers.get('content-type')).toBe(type)
    const { pages, width, pageHeight } = await sharp(await bytesOf(response), { animated: true }).metadata()
    expect({ pages, width, pageHeight }).toEqual({ pages: 3, width: 48, pageHeight: 48 })
  })

  it('shows what people look at, not the middle', async () => {
    const detail = await noise(200, 200).then((picture) => picture.png().toBuffer())
    const wide = await sharp({ create: { width: 1000, height: 200, channels: 3, background: '#ffffff' } })
      .composite([{ input: detail, left: 800, top: 0 }])
      .png()
      .toBuffer()
    const { graphql } = await serve(async () => wide)

    const { data } = await pixelsOf(await bytesOf(await fetch(await urlOf(graphql, 128))))

    const white = data.filter((value) => value > 250).length / data.length
    expect(white).toBeLessThan(0.7) // all of it in the middle
  })

  it('is upright, and keeps nothing that its file told besides', async () => {
    const upright = await sharp(await quarters(96))
      .extract({ left: 0, top: 0, width: 96, height: 80 })
      .png()
      .toBuffer()
    const turned = await sharp(await sharp(upright).rotate(270).png().toBuffer())
      .jpeg()
      .withExif({ IFD0: { Make: 'CameraMaker' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { graphql } = await serve(async () => turned)

    const served = await bytesOf(await fetch(await urlOf(graphql, 64)))

    expect(served.includes('CameraMaker')).toBe(false)
    expect(await difference(served, upright)).toBeLessThan(25)
  })

  it('is answered to HEAD without its bytes', async () => {
    const { graphql } = await serve(() => quarters())
    const url = await urlOf(graphql, 64)

    const [head, get] = [await fetch(url, { method: 'HEAD' }), await fetch(url)]

    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    expect(await head.text()).toBe('')
  })

  it.each([
    ['the tag', (etag: string) => etag],
    ['a weak one', (etag: string) => `W/${etag}`],
    ['several', (etag: string) => `"other", ${etag}`],
    ['a star', () => '*'],
  ])('is not sent again to a client that has it, by %s', async (_what, toHeader) => {
    const { graphql } = await serve(() => quarters())
    const url = await urlOf(graphql, 64)
    const etag = (await fetch(url)).headers.get('etag') as string

    const again = await fetch(url, { headers: { 'if-none-match': toHeader(etag) } })

    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(etag)
    expect(await again.text()).toBe('')
  })

  it('is fetched from its source once, however many ask at once and at whatever size', async () => {
    const source = sourceWith(() => quarters(300))
    const avatars = createAvatars({ secret: Buffer.alloc(32), cache: await openTestCache() })
    const { graphql } = await startTestServer({ pool: createSourcePool([{ source }]), avatars })
    const urls = await Promise.all([32, 64, 128].map((size) => urlOf(graphql, size)))

    const responses = await Promise.all(urls.flatMap((url) => [fetch(url), fetch(url), fetch(url)]))
    const later = await fetch(await urlOf(graphql, 256))

    expect([...responses, later].map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(source.calls.filter((call) => call.startsWith('avatar'))).toHaveLength(1)
  })
})

describe('an address of a picture', () => {
  it('names none when it was never given out', async () => {
    const { graphql, url, port, source } = await serve(() => quarters())
    const given = new URL(await urlOf(graphql, 64))
    const altered = (change: (copy: URL) => void) => {
      const copy = new URL(given)
      change(copy)
      return copy.pathname + copy.search
    }
    const signature = given.searchParams.get('signature') as string
    const paths = [
      '/avatars/',
      '/avatars/Person/own',
      '/avatars/Person/own/1/k',
      '/avatars/Dog/own/1/k?signature=AAAAAAAAAAAAAAAAAAAAAA',
      '/avatars/Person/own/%E0%A4%A/k?signature=AAAAAAAAAAAAAAAAAAAAAA',
      '/avatars/../../etc/passwd',
      '/avatars/%2e%2e/%2e%2e/etc/passwd',
      '/avatars/..%2f..%2fetc%2fpasswd/x/y/z?signature=AAAAAAAAAAAAAAAAAAAAAA',
      '/avatars/Person/own/..%2f..%2fsecret/k?signature=AAAAAAAAAAAAAAAAAAAAAA',
      '/avatars/Person/own/\0/k',
      '/avatars/link/',
      '/avatars/link/x.y',
      altered((copy) => copy.searchParams.delete('signature')),
      altered((copy) => copy.searchParams.set('signature', `A${signature.slice(1)}x`)),
      altered((copy) => copy.searchParams.set('signature', 'A'.repeat(22))),
      altered((copy) => {
        copy.pathname = copy.pathname.replace('Person', 'User')
      }),
      altered((copy) => {
        copy.pathname = copy.pathname.replace(encodeURIComponent(ID), 'other')
      }),
      altered((copy) => {
        copy.pathname = `${copy.pathname}2`
      }),
    ]
    source.calls.length = 0

    const answers = await Promise.all(
      paths.map((path) =>
        sendRaw(
          port,
          `GET ${path.replace('\0', '%00')} HTTP/1.1\r\nhost: ${new URL(url).host}\r\nconnection: close\r\n\r\n`,
        ),
      ),
    )

    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 404 /)
      expect(answer).not.toMatch(/node_modules|\.ts:|passwd/)
    }
    expect(source.calls).toEqual([])
  })

  it.each(['0', '-1', '1e9', '1000000000', '65', '064', '64.0', '', 'NaN', '64&size=128'])(
    'is refused with the size %s',
    async (size) => {
      const { graphql } = await serve(() => quarters())

      const response = await fetch((await urlOf(graphql, 64)).replace('size=64', `size=${size}`))

      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] })
    },
  )

  it('shows the present picture where the record shows another, and for this once only', async () => {
    const { graphql, source } = await serve(() => quarters())
    const url = await urlOf(graphql, 64)
    source.records.set(`Person/${ID}`, { ...makePerson('own', ID), avatar: { ...AVATAR, key: 'k2' } })

    const response = await fetch(url)

    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    expect((await fetch(await urlOf(graphql, 64))).headers.get('cache-control')).toContain('immutable')
  })

  it('names nothing any more once the record shows none', async () => {
    const { graphql, source } = await serve(() => quarters())
    const url = await urlOf(graphql, 64)
    source.records.set(`Person/${ID}`, { ...makePerson('own', ID), avatar: null })

    const response = await fetch(url)

    expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'private, no-cache'])
  })

  it.each([
    [new GatewayError('NOT_FOUND', 'gone'), 404],
    [new GatewayError('SOURCE_UNAVAILABLE', 'down'), 502],
    [new GatewayError('RATE_LIMITED', 'slow down', { retryAfterMs: 1_200 }), 503],
    [new Error('a bug in /home/kith'), 500],
  ])('answers %s with %i', async (error, status) => {
    const { graphql } = await serve(() => Promise.reject(error))

    const response = await fetch(await urlOf(graphql, 64))

    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '2' : null)
    expect(await response.text()).not.toContain('/home')
  })

  it.each([
    ['HTML', '<html><script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['nothing', ''],
  ])('answers 502 where the source keeps %s', async (_what, text) => {
    const { graphql } = await serve(async () => Buffer.from(text))

    const response = await fetch(await urlOf(graphql, 64))

    expect(response.status).toBe(502)
    expect(await response.text()).not.toContain('<')
  })
})

describe('what is known of a picture', () => {
  const DETAILS = `{ people(first: 100) { nodes { avatar { url(size: 96) blurhash width height } } } }`

  it('costs a list of a hundred no call more', async () => {
    const { graphql, source } = await serve(() => quarters(), 99)
    await post(graphql, { query: '{ people(first: 100) { nodes { displayName } } }' })
    const without = [...source.calls]
    source.calls.length = 0

    const { data } = await post(graphql, { query: DETAILS })

    expect(source.calls).toEqual(without)
    expect(data.people.nodes).toHaveLength(100)
    expect(data.people.nodes[0].avatar).toMatchObject({ blurhash: null, width: null, height: null })
  })

  it('is told once the picture has been served', async () => {
    const { graphql } = await serve(() => quarters(300))
    await fetch(await urlOf(graphql, 64))

    const { data } = await post(graphql, { query: DETAILS })

    expect(data.people.nodes[0].avatar).toMatchObject({
      width: 300,
      height: 300,
      blurhash: expect.stringMatching(/^.{28}$/),
    })
  })
})

describe('the pictures of callers with credentials of their own', () => {
  it('are never given to another', async () => {
    const pictures: Record<string, Promise<Buffer>> = {
      ann: quarters(64),
      bob: sharp(await quarters(64))
        .flop()
        .png()
        .toBuffer(),
    }
    const make = (credential: string) => sourceWith(async () => (await pictures[credential]) ?? null)
    const pool = createSourcePool([{ source: make('nobody'), header: 'x-kith-own', create: make }])
    const { graphql } = await startTestServer({ pool })
    const as = (caller: string) => ({ headers: { 'x-kith-own': caller } })
    const query = `{ person(id: "${PERSON_ID}") { avatar { url(size: 64) } } }`
    const { data } = await post(graphql, { query }, as('ann').headers)
    const { url } = data.person.avatar

    const [ann, bob] = [await fetch(url, as('ann')), await fetch(url, as('bob'))]
    const nobody = await fetch(url)

    expect(await difference(await bytesOf(ann), (await pictures.ann) as Buffer)).toBeLessThan(15)
    expect(await difference(await bytesOf(bob), (await pictures.bob) as Buffer)).toBeLessThan(15)
    expect(nobody.status).toBe(502)
    // Or else a browser would go on showing what another account of its user was shown there.
    expect(ann.headers.get('vary')).toBe('accept, x-kith-own')
  })
})

describe('a picture uploaded', () => {
  it('is served under its address, upright and without metadata', async () => {
    const { graphql } = await startTestServer()
    const bytes = await sharp(await quarters(200))
      .jpeg()
      .withExif({ IFD0: { Make: 'CameraMaker' } })
      .toBuffer()
    const query = `mutation ($file: Upload!) {
      uploadAvatar(input: { ownerId: "${encodeId('Person', 'own', 'ada')}", file: $file }) {
        avatar { url(size: 96) contentType } receipts { outcome } userErrors { message }
      }
    }`
    const body = form(
      field('operations', { query, variables: { file: null } }),
      field('map', { 0: ['variables.file'] }),
      file('0', bytes),
      END,
    )

    const { data } = await postForm(graphql, body)
    const { data: again } = await postForm(graphql, body)
    const served = await bytesOf(await fetch(data.uploadAvatar.avatar.url))

    expect(data.uploadAvatar).toMatchObject({ receipts: [{ outcome: 'UPDATED' }], userErrors: [] })
    expect(again.uploadAvatar).toMatchObject({ receipts: [{ outcome: 'UNCHANGED' }] })
    expect(served.includes('CameraMaker')).toBe(false)
    expect(await difference(served, bytes)).toBeLessThan(15)
  })
})

describe('a link for a vendor', () => {
  it('gives the picture, a few times, and nothing else', async () => {
    const links = createPictureLinks({ secret: Buffer.alloc(32, 1), now: Date.now, maxUses: 2 })
    const { url } = await startTestServer({ links })
    const bytes = await quarters()
    const link = links.linkTo({ bytes, contentType: 'image/png' }, url)

    const head = await fetch(link, { method: 'HEAD' })
    const first = await fetch(link)
    const second = await fetch(link)
    const third = await fetch(link)

    expect(head.status).toBe(200)
    expect((await bytesOf(first)).equals(bytes)).toBe(true)
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect([second.status, third.status]).toEqual([200, 404])
  })
})
