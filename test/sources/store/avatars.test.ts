import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { carryOut, create, failureOf, openForWrite, openStore, picture, read, signal, temporaryFolder } from './open.ts'

function place() {
  const file = join(temporaryFolder(), 'kith.db')
  return { url: `sqlite:${file}`, folder: `${file}-avatars`, files: () => readdirSync(`${file}-avatars`).sort() }
}

const textOf = (found: { readonly bytes: Uint8Array } | null) => found && new TextDecoder().decode(found.bytes)

describe('avatars', () => {
  it('are kept as files named by their checksum, and read back', async () => {
    const { url, files } = place()
    const store = await openStore({ url })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const ref = { type: 'Person', source: 'own', id } as const
    const image = await picture('one')
    expect(await store.readAvatar(ref, { signal })).toBeNull()

    const plan = (await openForWrite(store, 'Person', id)).putAvatar!(image)
    await carryOut(store, plan)

    expect(plan.changes).toEqual([{ path: 'avatar', before: null, after: image.sha256, repaired: null }])
    expect((await read(store, 'Person', id)).avatar).toMatchObject({
      key: image.sha256,
      byteSize: 3,
      contentType: 'image/png',
      updatedAt: '2026-06-01T00:00:00.000Z',
    })
    expect(textOf(await store.readAvatar(ref, { signal }))).toBe('one')
    expect(files()).toEqual([image.sha256])
  })

  it('plan nothing for the picture that is there, nor for the removal of none', async () => {
    const store = await openStore()
    const id = await create(store, 'Organization', { name: 'Org' })
    expect((await openForWrite(store, 'Organization', id)).removeAvatar!().requests).toEqual([])
    await carryOut(store, (await openForWrite(store, 'Organization', id)).putAvatar!(await picture('one')))

    expect((await openForWrite(store, 'Organization', id)).putAvatar!(await picture('one')).requests).toEqual([])
  })

  it('lose their file once nobody shows it', async () => {
    const { url, files } = place()
    const store = await openStore({ url })
    const [one, two] = [await picture('one'), await picture('two')]
    const plan = await store.planCreate('Person', { firstName: 'Ann' }, one, { signal })
    const ann = (await carryOut(store, plan)).id!
    const bob = await create(store, 'User', { firstName: 'Bob' })
    await carryOut(store, (await openForWrite(store, 'User', bob)).putAvatar!(one))

    await carryOut(store, (await openForWrite(store, 'Person', ann)).putAvatar!(two))
    expect(files()).toEqual([one.sha256, two.sha256].sort())
    await carryOut(store, (await openForWrite(store, 'User', bob)).delete!())
    expect(files()).toEqual([two.sha256])
    await carryOut(store, (await openForWrite(store, 'Person', ann)).removeAvatar!())
    expect(files()).toEqual([])
    expect((await read(store, 'Person', ann)).avatar).toBeNull()
  })

  it('leave no file when the write is refused', async () => {
    const { url, files } = place()
    const store = await openStore({ url })
    const plan = await store.planCreate(
      'Person',
      { firstName: 'Ann', organizationId: 'nobody' },
      await picture('one'),
      { signal },
    )

    const sent = await store.send(plan, { signal, ifVersion: null })

    expect(sent.error?.path).toEqual(['organizationId'])
    expect(files()).toEqual([])
  })

  it('stay whole when many records get and lose the same picture at once', async () => {
    const { url, files } = place()
    const store = await openStore({ url })
    const image = await picture('shared')
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => create(store, 'Person', { firstName: `P${n}` })))
    const send = async (id: string, set: boolean) => {
      const open = await openForWrite(store, 'Person', id)
      await carryOut(store, set ? open.putAvatar!(image) : open.removeAvatar!())
    }
    await Promise.all(ids.slice(0, 6).map((id) => send(id, true)))

    await Promise.all(ids.map((id, index) => send(id, index >= 6)))

    expect(files()).toEqual([image.sha256])
    for (const id of ids.slice(6)) {
      expect(textOf(await store.readAvatar({ type: 'Person', source: 'own', id }, { signal }))).toBe('shared')
    }
  })

  it('say so when their file is lost', async () => {
    const { url, folder } = place()
    const store = await openStore({ url })
    const image = await picture('one')
    const { id } = await carryOut(store, await store.planCreate('Person', { firstName: 'Ann' }, image, { signal }))
    rmSync(join(folder, image.sha256))

    const error = await failureOf(() => store.readAvatar({ type: 'Person', source: 'own', id: id! }, { signal }))

    expect(error.code).toBe('BAD_SOURCE_RESPONSE')
  })

  it('are SOURCE_UNAVAILABLE when the folder takes no file, and nothing is written', async () => {
    const { url, folder } = place()
    const store = await openStore({ url })
    const id = await create(store, 'Person', { firstName: 'Ann' })
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file in its place')

    const sent = await store.send((await openForWrite(store, 'Person', id)).putAvatar!(await picture('one')), {
      signal,
      ifVersion: null,
    })

    expect(sent.error?.code).toBe('SOURCE_UNAVAILABLE')
    expect(await read(store, 'Person', id)).toMatchObject({ avatar: null, version: '1' })
  })
})

describe('what a crash left', () => {
  it('is swept at the next start: half-written files, and old files that nobody shows', async () => {
    const { url, folder, files } = place()
    const first = await openStore({ url })
    const image = await picture('kept')
    const { id } = await carryOut(first, await first.planCreate('Person', { firstName: 'Ann' }, image, { signal }))
    await first.close!()
    const [old, fresh] = ['a'.repeat(64), 'b'.repeat(64)]
    for (const name of [old, fresh, `${old}.123.tmp`, 'readme.txt']) writeFileSync(join(folder, name), 'x')
    const longAgo = new Date(Date.UTC(2026, 0, 1))
    utimesSync(join(folder, old), longAgo, longAgo)
    utimesSync(join(folder, image.sha256), longAgo, longAgo)
    utimesSync(join(folder, fresh), new Date(Date.UTC(2026, 5, 1)), new Date(Date.UTC(2026, 5, 1)))

    const second = await openStore({ url })

    expect(files()).toEqual([image.sha256, fresh, 'readme.txt'].sort())
    expect(textOf(await second.readAvatar({ type: 'Person', source: 'own', id: id! }, { signal }))).toBe('kept')
  })
})
