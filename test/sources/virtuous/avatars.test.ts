import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/model/picture.ts'
import { OTHER_PNG, PNG } from '../pictures.ts'
import { call, type Running, run } from './set-up.ts'

let running: Running
afterEach(() => running?.close())

const ID = '1002'
const ref = { type: 'Person', source: 'donors', id: ID } as const

function picture(bytes: Uint8Array, contentType: Picture['contentType'] = 'image/png'): Picture {
  return { bytes, contentType, filename: 'avatar.png', sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function put(shown: Picture) {
  const opened = (await running.source.open!('Person', ID, call()))!
  return running.source.send!(opened.putAvatar!(shown), { ...call(), ifVersion: null })
}

describe('an avatar', () => {
  it('goes up as one part of a form under the configured name, and comes back byte for byte', async () => {
    running = await run({ people: 4 }, { avatarPart: 'picture' })
    expect(await running.source.readAvatar!(ref, call())).toBeNull()

    const sent = await put(picture(PNG))

    expect(sent).toMatchObject({ done: 1, error: null })
    const found = await running.source.readAvatar!(ref, call())
    expect(found?.contentType).toBe('image/png')
    expect(Buffer.from(found!.bytes).equals(PNG)).toBe(true)
    const plan = (await running.source.open!('Person', ID, call()))!.putAvatar!(picture(PNG))
    expect(plan.requests[0]).toMatchObject({ path: `/api/ContactIndividual/${ID}/Avatar`, file: { field: 'picture' } })
  })

  it('has another key with another picture, and gives its household one too', async () => {
    running = await run({ people: 4 })
    const keyOf = async () => (await running.source.open!('Person', ID, call()))!.record.avatar?.key
    await put(picture(PNG))
    const first = await keyOf()

    await put(picture(OTHER_PNG))

    expect(await keyOf()).not.toBe(first)
    const [home] = await running.source.get.Organization!(['1001'], call())
    expect(home).toMatchObject({ avatar: { key: await keyOf() } })
    const found = await running.source.readAvatar!({ ...ref, type: 'Organization', id: '1001' }, call())
    expect(Buffer.from(found!.bytes).equals(OTHER_PNG)).toBe(true)
  })

  it('goes up with a new person, under the id that was given', async () => {
    running = await run({ people: 4 })
    const patch = { firstName: 'Marit', lastName: 'Solberg' }

    const plan = await running.source.planCreate!('Person', patch, picture(PNG), call())
    const sent = await running.source.send!(plan, { ...call(), ifVersion: null })

    expect(sent).toMatchObject({ done: 2, error: null })
    const found = await running.source.readAvatar!({ ...ref, id: sent.id! }, call())
    expect(Buffer.from(found!.bytes).equals(PNG)).toBe(true)
  })

  it('that is too large or a WebP is refused before anything is sent', async () => {
    running = await run({ people: 4 }, { avatarMaxBytes: 100 })
    const opened = (await running.source.open!('Person', ID, call()))!
    running.forget()

    expect(() => opened.putAvatar!(picture(PNG))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(() => opened.putAvatar!(picture(new Uint8Array(9), 'image/webp'))).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED' }),
    )
    expect(running.calls()).toEqual([])
  })

  it('can not be removed, for there is no call for it', async () => {
    running = await run({ people: 4 })

    expect((await running.source.open!('Person', ID, call()))!.removeAvatar).toBeUndefined()
    expect((await running.source.capabilities(call())).has('AVATAR_REMOVE')).toBe(false)
  })

  it('on the vendor’s own host is fetched without credentials', async () => {
    running = await run({ people: 4 }, null)
    await put(picture(PNG))
    running.forget()

    await running.source.readAvatar!(ref, call())

    expect(running.calls()).toEqual([`GET /api/ContactIndividual/${ID}`, expect.stringMatching(/^GET \/avatars\//)])
    expect(running.simulator.calls.map(({ isAuthorized }) => isAuthorized)).toEqual([true, false])
  })

  it('on any host inside is not fetched at all', async () => {
    running = await run({ people: 4 })
    let asked = 0
    const inside = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
    const { port } = inside.address() as AddressInfo
    const fields = running.simulator.state.individuals.get(Number(ID))!.fields

    for (const url of [
      `http://127.0.0.1:${port}/a.png`,
      `https://127.0.0.1:${port}/a.png`,
      `https://localhost:${port}/a.png`,
      `https://[::1]:${port}/a.png`,
      `https://metadata.internal/a.png`,
      'http://pictures.example/a.png',
      'file:///etc/passwd',
      'http://',
    ]) {
      fields.avatarUrl = url
      await expect(running.source.readAvatar!(ref, call()), url).rejects.toMatchObject({ code: 'BAD_SOURCE_RESPONSE' })
    }
    await new Promise((resolve) => inside.close(resolve))
    expect(asked).toBe(0)
  })

  it('that is gone or is no picture is not given as one', async () => {
    running = await run({ people: 4 })
    const fields = running.simulator.state.individuals.get(Number(ID))!.fields
    fields.avatarUrl = `${running.simulator.url}/avatars/gone.png`
    expect(await running.source.readAvatar!(ref, call())).toBeNull()
    running.simulator.state.avatars.set('page', { bytes: Buffer.from('<html>'), contentType: 'text/html' })
    fields.avatarUrl = '/avatars/page'

    await expect(running.source.readAvatar!(ref, call())).rejects.toMatchObject({ code: 'BAD_SOURCE_RESPONSE' })
    expect(await running.source.readAvatar!({ ...ref, id: '900000' }, call())).toBeNull()
  })
})
