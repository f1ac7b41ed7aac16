import { createHash } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSpool } from '../../src/server/spool.ts'
import { makeFolder } from '../avatars/cache.ts'

const CHUNK = 64 * 1024

async function* chunksOf(count: number, onChunk: (index: number) => Promise<void> | void = () => undefined) {
  for (let index = 0; index < count; index++) {
    await onChunk(index)
    yield new Uint8Array(CHUNK).fill(index)
  }
}

const allOf = (count: number) => Buffer.concat(Array.from({ length: count }, (_, index) => Buffer.alloc(CHUNK, index)))

describe('a spool', () => {
  it.each([
    ['none', 0],
    ['a few', 2],
    ['many', 40],
  ])('gives a file of %s chunks back whole, as often as it is asked', async (_how, count) => {
    const spool = await openSpool(await makeFolder())

    const file = await spool.receive(chunksOf(count))

    const expected = allOf(count)
    expect([file.byteSize, file.sha256]).toEqual([
      expected.byteLength,
      createHash('sha256').update(expected).digest('hex'),
    ])
    expect(Buffer.from(await file.read()).equals(expected)).toBe(true)
    expect(Buffer.from(await file.read()).equals(expected)).toBe(true)
    await file.discard()
  })

  it('never shows a file in its folder, so that nothing can be left there', async () => {
    const folder = await makeFolder()
    const spool = await openSpool(folder)
    const seen: string[] = []

    const file = await spool.receive(
      chunksOf(10, async () => {
        seen.push(...(await readdir(folder)))
      }),
    )
    seen.push(...(await readdir(folder)))
    await file.discard()

    expect(seen).toEqual([])
  })

  it('forgets a file that breaks off', async () => {
    const folder = await makeFolder()
    const spool = await openSpool(folder)
    const broken = chunksOf(10, (index) => {
      if (index === 8) throw new Error('the client went away')
    })

    await expect(spool.receive(broken)).rejects.toThrow('the client went away')

    expect(await readdir(folder)).toEqual([])
  })

  it('gives nothing back once it was told to forget', async () => {
    const spool = await openSpool(await makeFolder())
    const file = await spool.receive(chunksOf(10))

    await file.discard()

    await expect(file.read()).rejects.toThrow()
  })

  it('answers 503 when the disk takes no file', async () => {
    const folder = await makeFolder()
    const spool = await openSpool(folder)
    await rm(folder, { recursive: true })

    await expect(spool.receive(chunksOf(10))).rejects.toMatchObject({ status: 503 })
  })

  it('removes at its start what a crash between two calls has left, and nothing else', async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, 'kith-upload-0123456789ab'), 'left')
    await writeFile(join(folder, 'notes.txt'), 'mine')

    await openSpool(folder)

    expect(await readdir(folder)).toEqual(['notes.txt'])
  })
})
