import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startGateway } from '../../src/commands/gateway.ts'
import { readConfig } from '../../src/config.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { startBluskySimulator } from '../../src/sources/blusky/simulator/index.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import { END, field, file, form, postForm } from '../server/support/multipart.ts'
import { post } from '../server/support/send.ts'
import { makeFolder } from './cache.ts'
import { animation, difference, noise, quarters, sharp } from './pictures.ts'

/** The same four quarters each time, as people's programs and cameras may write them. */
const PICTURES: Readonly<Record<string, () => Promise<Buffer>>> = {
  'a PNG': () => quarters(200),
  'a PNG with 16 bits for each channel': async () =>
    sharp(await quarters(200))
      .toColourspace('rgb16')
      .png()
      .toBuffer(),
  'a transparent PNG': async () =>
    sharp(await quarters(200))
      .ensureAlpha()
      .png()
      .toBuffer(),
  'a JPEG': async () =>
    sharp(await quarters(200))
      .jpeg({ quality: 95 })
      .toBuffer(),
  'a JPEG in CMYK': async () =>
    sharp(await quarters(200))
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer(),
  'a JPEG that lies on its side': async () =>
    sharp(
      await sharp(await quarters(200))
        .rotate(270)
        .png()
        .toBuffer(),
    )
      .jpeg({ quality: 95 })
      .withMetadata({ orientation: 6 })
      .toBuffer(),
  'a JPEG of a camera, with its place': async () =>
    sharp(await quarters(200))
      .jpeg({ quality: 95 })
      .withExif({ IFD0: { Make: 'CameraMaker' }, IFD3: { GPSLatitudeRef: 'N' } })
      .toBuffer(),
  'a WebP': async () =>
    sharp(await quarters(200))
      .webp({ lossless: true })
      .toBuffer(),
  'a GIF': async () =>
    sharp(await quarters(200))
      .gif()
      .toBuffer(),
  'a PNG of 4 MB': async () => {
    const grain = await (await noise(1100, 1100)).png().toBuffer()
    return sharp(
      await sharp(await quarters(200))
        .resize(1100, 1100, { kernel: 'nearest' })
        .toBuffer(),
    )
      .composite([{ input: grain, blend: 'soft-light' }])
      .png({ compressionLevel: 1 })
      .toBuffer()
  },
}

/** Every kind of source, and the records there that may be given a picture. */
const SOURCES = [
  ['store', 'own', 'people'],
  ['virtuous', 'donors', 'people'],
  ['onlyoffice-crm', 'office', 'people'],
  ['onlyoffice-people', 'staff', 'users'],
  ['leadsy', 'sales', 'users'],
] as const

const UPLOAD = `mutation ($owner: ID!, $file: Upload!) {
  uploadAvatar(input: { ownerId: $owner, file: $file }) {
    avatar { url(size: 128) contentType }
    receipts { outcome changes { path } }
    userErrors { code message }
  }
}`

async function startAll() {
  const blusky = await startBluskySimulator()
  const folder = await makeFolder()
  const config = readConfig(
    {
      server: { port: 0, journal: ':memory:', logLevel: 'silent', closeTimeoutMs: 0 },
      sources: {
        own: { kind: 'store', url: 'sqlite::memory:', seed: true },
        donors: { kind: 'virtuous', simulate: true },
        office: { kind: 'onlyoffice-crm', simulate: true },
        staff: { kind: 'onlyoffice-people', simulate: true },
        sales: { kind: 'leadsy', simulate: true },
        doors: { kind: 'blusky', url: blusky.url, ...blusky.settings },
      },
    },
    {},
    SOURCE_DEFINITIONS,
  )
  const stop = new AbortController().signal
  const gateway = await startGateway(config, { log: silentLogger, directory: folder, stop })
  onTestFinished(async () => {
    await gateway.close()
    await blusky.close()
  })
  return { graphql: `${gateway.url}/graphql`, blusky }
}

async function firstId(graphql: string, list: 'people' | 'users', source: string): Promise<string> {
  const { data, errors } = await post(graphql, {
    query: `{ ${list}(first: 1, sources: ["${source}"]) { nodes { id } } }`,
  })
  expect(errors).toEqual([])
  return data[list].nodes[0].id
}

function upload(graphql: string, owner: string, bytes: Uint8Array) {
  const operations = field('operations', { query: UPLOAD, variables: { owner, file: null } })
  return postForm(graphql, form(operations, field('map', { 0: ['variables.file'] }), file('0', bytes), END))
}

describe('the same pictures', () => {
  const pictures = new Map<string, Buffer>()
  let expected: Buffer

  beforeAll(async () => {
    for (const [name, make] of Object.entries(PICTURES)) pictures.set(name, await make())
    expected = await quarters(128)
  })

  it.each(SOURCES)('are set and read back alike at %s', async (_kind, source, list) => {
    const { graphql } = await startAll()
    const owner = await firstId(graphql, list, source)

    const seen: Record<string, unknown> = {}
    for (const [name, bytes] of pictures) {
      const { data, errors } = await upload(graphql, owner, bytes)
      expect(errors, name).toEqual([])
      const { avatar, receipts, userErrors } = data.uploadAvatar
      const served = await fetch(avatar?.url, { headers: { accept: '*/*' } })
      const shown = Buffer.from(await served.arrayBuffer())
      const isAlike = served.status === 200 && (await difference(shown, expected)) < 60
      const tellsTales = shown.includes('CameraMaker')
      seen[name] = { outcome: receipts[0]?.outcome, userErrors, isAlike, tellsTales }
    }

    const good = {
      outcome: expect.stringMatching(/^(UPDATED|UNCHANGED)$/),
      userErrors: [],
      isAlike: true,
      tellsTales: false,
    }
    expect(seen).toEqual(Object.fromEntries([...pictures.keys()].map((name) => [name, good])))
  })

  it('arrive at blusky, which never shows them again', async () => {
    const { graphql, blusky } = await startAll()
    const owner = await firstId(graphql, 'users', 'doors')

    const outcomes: unknown[] = []
    for (const bytes of pictures.values()) {
      const { data, errors } = await upload(graphql, owner, bytes)
      expect(errors).toEqual([])
      outcomes.push([data.uploadAvatar.receipts[0]?.outcome, data.uploadAvatar.userErrors, data.uploadAvatar.avatar])
    }

    expect(outcomes).toEqual(Array(pictures.size).fill(['PENDING', [], null]))
    const arrived = [...blusky.state.users.values()].flatMap(({ photos }) => photos)
    expect(arrived).toHaveLength(pictures.size)
    for (const photo of arrived) {
      expect(await difference(photo.bytes, expected)).toBeLessThan(60)
      expect(photo.bytes.includes('CameraMaker')).toBe(false)
    }
  })

  it('become the first frame where no animation is taken, and stay one elsewhere', async () => {
    const { graphql } = await startAll()
    const moving = await animation('gif', ['#ff0000', '#00ff00', '#0000ff'], 64)
    const types: Record<string, string> = {}

    for (const [kind, source, list] of SOURCES) {
      const { data } = await upload(graphql, await firstId(graphql, list, source), moving)
      const served = await fetch(data.uploadAvatar.avatar.url, { headers: { accept: '*/*' } })
      types[kind] = served.headers.get('content-type') ?? ''
    }

    expect(types).toEqual({
      store: 'image/gif',
      virtuous: 'image/gif',
      'onlyoffice-crm': 'image/png',
      'onlyoffice-people': 'image/png',
      leadsy: 'image/gif',
    })
  })
})
