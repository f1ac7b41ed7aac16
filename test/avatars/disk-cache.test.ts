import { chmod, mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAvatars } from '../../src/avatars/avatars.ts'
import type { Logger } from '../../src/model/logger.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { makeFolder, openTestCache } from './cache.ts'
import { quarters } from './pictures.ts'

const bytes = (size: number, fill: number) => new Uint8Array(size).fill(fill)

describe('a cache on the disk', () => {
  it('gives back what was put, after a restart too', async () => {
    const folder = await makeFolder()
    const first = await openTestCache({ folder })
    await first.put('one', bytes(10, 1))

    const second = await openTestCache({ folder })

    expect(new Uint8Array((await first.get('one'))!)).toEqual(bytes(10, 1))
    expect(new Uint8Array((await second.get('one'))!)).toEqual(bytes(10, 1))
    expect([second.size, second.has('one'), second.has('two'), await second.get('two')]).toEqual([
      10,
      true,
      false,
      null,
    ])
  })

  it('lets go of what was not used for longest, and never grows beyond its limit', async () => {
    const folder = await makeFolder()
    const cache = await openTestCache({ folder, maxBytes: 1000 })
    for (let index = 0; index < 10; index++) await cache.put(`p${index}`, bytes(100, index))

    await cache.get('p0')
    await cache.put('p10', bytes(100, 10))
    await cache.put('p11', bytes(100, 11))

    expect([cache.has('p0'), cache.has('p1'), cache.has('p2'), cache.has('p11')]).toEqual([true, false, false, true])
    expect(cache.size).toBe(1000)
    expect(await readdir(folder)).toHaveLength(10)
  })

  it('is cut to its limit when it is opened, the oldest first', async () => {
    const folder = await makeFolder()
    let nowMs = 1_000_000_000_000
    const first = await openTestCache({ folder, now: () => nowMs })
    await first.put('old', bytes(100, 1))
    await first.put('older', bytes(100, 2))
    nowMs = Date.now() + 7_200_000
    await first.get('old') // a use, which is written down
    await new Promise((resolve) => setImmediate(resolve))

    const second = await openTestCache({ folder, maxBytes: 800 })
    const third = await openTestCache({ folder, maxBytes: 150 })

    expect(second.size).toBe(200)
    expect(third.size).toBe(100)
  })

  it('keeps nothing that would take up most of it', async () => {
    const cache = await openTestCache({ maxBytes: 1000 })

    await cache.put('large', bytes(900, 1))

    expect([cache.has('large'), cache.size]).toEqual([false, 0])
  })

  it('removes what a crash has left half written, and touches no other files', async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, `${'a'.repeat(43)}.0123456789ab.tmp`), 'half')
    await writeFile(join(folder, 'notes.txt'), 'mine')

    const cache = await openTestCache({ folder })

    expect(await readdir(folder)).toEqual(['notes.txt'])
    expect(cache.size).toBe(0)
  })

  it('of several processes is one: each finds what another has put, and misses what another has removed', async () => {
    const folder = await makeFolder()
    const [ours, theirs] = [
      await openTestCache({ folder, processes: 2 }),
      await openTestCache({ folder, processes: 2 }),
    ]
    await ours.put('one', bytes(10, 1))
    await theirs.put('two', bytes(10, 2))
    const found = await theirs.get('one')

    for (const file of await readdir(folder)) await rm(join(folder, file))

    expect(new Uint8Array(found!)).toEqual(bytes(10, 1))
    expect([await ours.get('two'), await theirs.get('one'), await theirs.get('two')]).toEqual([null, null, null])
    expect([ours.size, theirs.size]).toEqual([10, 0])
  })

  it('of several processes stays within its limit, whoever puts', async () => {
    const folder = await makeFolder()
    const caches = [await openTestCache({ folder, maxBytes: 8000, processes: 2 })]
    caches.push(await openTestCache({ folder, maxBytes: 8000, processes: 2 }))
    const sizes: number[] = []

    for (let index = 0; index < 200; index++) {
      await caches[index % 2]!.put(`p${index}`, bytes(100, 1))
      sizes.push((await readdir(folder)).length * 100)
    }

    expect(Math.max(...sizes)).toBeLessThanOrEqual(8000)
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(6000)
  })

  it('leaves what another process may be writing', async () => {
    const folder = await makeFolder()
    const [fresh, old] = ['a', 'b'].map((letter) => `${letter.repeat(43)}.0123456789ab.tmp`) as [string, string]
    for (const name of [fresh, old]) await writeFile(join(folder, name), 'half')
    await utimes(join(folder, old), 0, 0)

    await openTestCache({ folder, processes: 2 })

    expect(await readdir(folder)).toEqual([fresh])
  })

  it('calls files by a digest, whatever their names are', async () => {
    const folder = await makeFolder()
    const cache = await openTestCache({ folder })

    await cache.put('../../etc/passwd', bytes(3, 1))

    expect(await readdir(folder)).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
  })
})

describe('a disk that takes nothing', () => {
  const noRoom = async (path: string) => {
    await writeFile(path, 'half')
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }

  it('leaves no half file, and is told of once', async () => {
    const folder = await makeFolder()
    const warnings: string[] = []
    const log: Logger = { ...silentLogger, warn: (_fields, message) => void warnings.push(message) }
    const cache = await openTestCache({ folder, log, write: noRoom })

    await cache.put('one', bytes(10, 1))
    await cache.put('two', bytes(10, 1))

    expect(await cache.get('one')).toBeNull()
    expect(await readdir(folder)).toEqual([])
    expect(warnings).toHaveLength(1)
  })

  it.each([
    ['is full', async () => openTestCache({ write: noRoom })],
    [
      'can not be written to',
      async () => {
        const folder = join(await makeFolder(), 'locked')
        await mkdir(folder)
        await chmod(folder, 0o000)
        return openTestCache({ folder: join(folder, '\0') })
      },
    ],
  ])('serves pictures all the same when it %s', async (_what, open) => {
    const avatar = { ...AVATAR, key: 'k' }
    const source = createMemorySource({ name: 'own', records: [{ ...makePerson('own', 'ada'), avatar }] })
    const readable = { ...source, readAvatar: async () => ({ bytes: await quarters(), contentType: 'image/png' }) }
    const avatars = createAvatars({ secret: Buffer.alloc(32), cache: await open() })
    const wanted = {
      source: readable,
      ref: { type: 'Person', source: 'own', id: 'ada' },
      key: 'k',
      partition: '',
    } as const

    const found = await avatars.load(wanted, { size: 64, understood: 'webp' }, AbortSignal.timeout(5000))

    expect(found).toMatchObject({ contentType: 'image/webp' })
  })
})

const AVATAR = {
  originalUrl: null,
  contentType: null,
  width: null,
  height: null,
  byteSize: null,
  blurhash: null,
  updatedAt: null,
}
