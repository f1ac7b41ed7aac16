import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openFolder } from '../../../src/sources/store/blob-folder.ts'
import { type BlobDriver, createBlobs } from '../../../src/sources/store/blobs.ts'
import { create, openForWrite, openStore, picture, read, signal, temporaryFolder } from './open.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const DETAILS = { width: 640, height: 480, blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj' }

describe('blobs', () => {
  it('are there whole under their checksum, and gone once removed', async () => {
    const folder = temporaryFolder()
    const blobs = createBlobs(await openFolder(folder))

    await blobs.put(sha('one'), bytes('one'))
    await blobs.put(sha('one'), bytes('one'))

    expect(await blobs.list()).toEqual([sha('one')])
    expect(new TextDecoder().decode((await blobs.read(sha('one')))!)).toBe('one')
    expect(await blobs.isOlderThan(sha('one'), Date.now() + 10_000)).toBe(true)
    expect(await blobs.isOlderThan(sha('one'), Date.now() - 10_000)).toBe(false)
    await blobs.remove(sha('one'))
    await blobs.remove(sha('one'))
    expect([await blobs.read(sha('one')), readdirSync(folder)]).toEqual([null, []])
  })

  it.each(['../secret', 'A'.repeat(64), '', `${'a'.repeat(64)}/x`])('have no name like %s', async (name) => {
    const blobs = createBlobs(await openFolder(temporaryFolder()))

    expect(() => blobs.read(name)).toThrow(RangeError)
    expect(() => blobs.put(name, bytes('x'))).toThrow(RangeError)
  })

  it('that the disk has no room for leave those that are there', async () => {
    let isFull = false
    const blobs = createBlobs(await openFolderOnDisk(() => isFull))
    await blobs.put(sha('one'), bytes('one'))
    isFull = true

    await expect(blobs.put(sha('two'), bytes('two'))).rejects.toMatchObject({ code: 'ENOSPC' })

    expect(await blobs.list()).toEqual([sha('one')])
    expect(new TextDecoder().decode((await blobs.read(sha('one')))!)).toBe('one')
  })
})

describe('a bucket that answers with failures', () => {
  it('makes the picture SOURCE_UNAVAILABLE, and the record stays as it is', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url?.split('?')[0]}`)
      response.writeHead(403, { 'content-type': 'application/xml' })
      response.end('<Error><Code>InvalidAccessKeyId</Code><Message>who?</Message></Error>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const avatars = { driver: 's3', bucket: 'pictures', endpoint, accessKeyId: 'id', secretAccessKey: 'key' }
    const store = await openStore({ avatars })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const image = await picture('one')

    const sent = await store.send((await openForWrite(store, 'Person', id)).putAvatar!(image), {
      signal,
      ifVersion: null,
    })

    expect(sent.error).toMatchObject({ code: 'SOURCE_UNAVAILABLE' })
    expect(sent.error?.message).toContain('InvalidAccessKeyId')
    expect(sent.error?.message).not.toContain(image.sha256)
    expect(asked).toContain(`PUT /pictures/avatars/${image.sha256}`)
    expect((await read(store, 'Person', id)).avatar).toBeNull()
  })
})

describe('what the store tells of a picture', () => {
  it('is what was found out when it was uploaded', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const image = { ...(await picture('one')), details: DETAILS }

    await store.send((await openForWrite(store, 'Person', id)).putAvatar!(image), { signal, ifVersion: null })

    expect((await read(store, 'Person', id)).avatar).toMatchObject(DETAILS)
  })

  it('is nothing for one that nobody looked into, even after one that was', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const first = { ...(await picture('one')), details: DETAILS }
    await store.send((await openForWrite(store, 'Person', id)).putAvatar!(first), { signal, ifVersion: null })

    const second = (await openForWrite(store, 'Person', id)).putAvatar!(await picture('two'))
    await store.send(second, { signal, ifVersion: null })

    expect((await read(store, 'Person', id)).avatar).toMatchObject({ width: null, height: null, blurhash: null })
  })
})

/** A folder on a disk that takes nothing while it is full. */
async function openFolderOnDisk(isFull: () => boolean): Promise<BlobDriver> {
  const { driver, ...rest } = await openFolder(temporaryFolder())
  const put = driver.put.bind(driver)
  driver.put = async (...file) => {
    const failure = new Error('ENOSPC: no space left on device, write')
    if (isFull()) throw Object.assign(failure, { code: 'ENOSPC', syscall: 'write' })
    return put(...file)
  }
  return { driver, ...rest }
}
