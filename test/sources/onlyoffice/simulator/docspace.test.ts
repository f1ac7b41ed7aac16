import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type DocSpaceSimulator,
  startDocSpaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/docspace.ts'
import { API_KEYS } from '../../../../src/sources/onlyoffice/simulator/docspace-state.ts'
import { paintPng } from '../../../../src/sources/onlyoffice/simulator/pictures.ts'
import { ACCOUNTS } from '../../../../src/sources/onlyoffice/simulator/seed-users.ts'
import type { UserRow } from '../../../../src/sources/onlyoffice/simulator/state.ts'
import { type Caller, send, servePicture, signedIn } from './wire.ts'

const PNG = paintPng(8, [4, 5, 6])

describe('the pretended DocSpace', () => {
  let server: DocSpaceSimulator
  let admin: Caller
  let plain: Caller
  let me: UserRow
  let other: UserRow

  beforeEach(async () => {
    server = await startDocSpaceSimulator()
    admin = await signedIn(server.url, ACCOUNTS.admin.email, ACCOUNTS.admin.password)
    plain = await signedIn(server.url, ACCOUNTS.plain.email, ACCOUNTS.plain.password)
    const users = [...server.state.users.values()]
    me = users.find(({ email }) => email === ACCOUNTS.plain.email)!
    other = users[11]!
  })
  afterEach(() => server.close())

  it('links its envelope to itself and leaves out what is null', async () => {
    const { body } = await plain('GET', 'people/@self')

    expect(body.links).toEqual([{ href: `${server.url}/api/2.0/people/@self`, action: 'GET' }])
    expect(body).toMatchObject({ count: 1, status: 0, statusCode: 200 })
    expect(body.response).not.toHaveProperty('terminated')
    expect(body.response).not.toHaveProperty('title')
    expect(body.response.avatar).toMatch(/\?hash=\d+$/)
    expect((await plain('GET', 'people/@self.json')).status).toBe(404)
  })

  it('still shows birthdays and titles in 3.6', async () => {
    server.turn({ version: '3.6' })

    expect((await plain('GET', `people/${me.id}`)).body.response).toHaveProperty('title')
  })

  it('answers 401 to wrong credentials, 403 to too many, and a page of confirmation to a second factor', async () => {
    const attempt = (userName: string, password: string) =>
      send(server.url, 'POST', 'authentication', { userName, password })
    const wrong = await attempt('user20@portal.example', 'wrong')
    for (let n = 0; n < 4; n += 1) await attempt('user20@portal.example', 'wrong')

    const locked = await attempt('user20@portal.example', 'password-20')
    const pending = await attempt('user32@portal.example', 'password-32')

    expect([wrong.status, wrong.body.error.type, wrong.body.error.stack]).toEqual([401, null, null])
    expect(locked.status).toBe(403)
    expect(pending.body.response).toMatchObject({ tfa: true, confirmUrl: expect.stringContaining('/confirm/') })
    expect(pending.body.response).not.toHaveProperty('token')
  })

  it('takes an API key only as Bearer, and within its scopes', async () => {
    const as = (authorization: string) => (method: string, path: string, body?: unknown) =>
      send(server.url, method, path, body, { authorization })

    expect((await as(`Bearer ${API_KEYS.admin}`)('GET', 'people/@self')).status).toBe(200)
    expect((await as(API_KEYS.admin)('GET', 'people/@self')).status).toBe(401)
    expect((await as(`Bearer ${API_KEYS.plain}`)('GET', `people/${other.id}`)).status).toBe(403)
    expect((await as(`Bearer ${API_KEYS.readOnly}`)('PUT', 'people/@self', {})).status).toBe(403)
  })

  it('sends stack traces along with its errors', async () => {
    const { status, body } = await plain('GET', 'people/nobody')

    expect([status, body.status]).toEqual([404, 1])
    expect(body.error.stack).toContain('UserController.cs')
  })

  it('gives lists to room administrators and above, a hundred at most', async () => {
    const refused = await plain('GET', 'people/filter')
    const tooMany = await admin('GET', 'people/filter?count=101')
    const page = await admin('GET', 'people/filter?count=100&startIndex=30')

    expect([refused.status, tooMany.status]).toEqual([403, 400])
    expect(tooMany.body.error).toBeUndefined()
    expect(tooMany.body.response).toMatchObject({ errors: { Count: [expect.any(String)] } })
    expect([page.body.total, page.body.count, page.body.nextIndex]).toEqual([39, 9, undefined])
  })

  it('shows guests nobody else', async () => {
    const guest = await signedIn(server.url, ACCOUNTS.guest.email, ACCOUNTS.guest.password)

    expect((await guest('GET', `people/${other.id}`)).status).toBe(403)
    expect((await guest('GET', 'people/@self')).status).toBe(200)
  })

  it('has no contacts endpoints any more', async () => {
    const gone = await plain('PUT', `people/${me.id}/contacts`, { contacts: [] })
    server.turn({ missingRoute: 405 })
    const refused = await plain('PUT', `people/${me.id}/contacts`, { contacts: [] })

    expect([gone.status, refused.status]).toEqual([404, 405])
  })

  it('had them in 3.1, where no list changed nothing', async () => {
    server.turn({ version: '3.1' })
    const before = me.contacts

    await plain('PUT', `people/${me.id}/contacts`, {})
    const kept = me.contacts
    await plain('PUT', `people/${me.id}/contacts`, {
      contacts: [
        { type: 'mail', value: '' },
        { type: 'skype', value: 's' },
      ],
    })

    expect(kept).toBe(before)
    expect(me.contacts).toBe('skype|s|')
  })

  describe('PUT people', () => {
    it('changes oneself, contacts only if they are given', async () => {
      const before = me.contacts

      const { body } = await plain('PUT', `people/${me.id}`, { FirstName: 'Nova', comment: 'Hi' })
      const kept = me.contacts
      await plain('PUT', `people/${me.id}`, { contacts: [] })

      expect(body.response).toMatchObject({ firstName: 'Nova', notes: 'Hi' })
      expect([kept, me.contacts]).toEqual([before, ''])
    })

    it('passes over an administrator’s words about somebody else, and refuses everybody else', async () => {
      const before = other.firstName
      const asAdmin = await admin('PUT', `people/${other.id}`, { firstName: 'Nova' })
      const disabled = await admin('PUT', `people/${other.id}`, { disable: true })
      const asPlain = await plain('PUT', `people/${other.id}`, { firstName: 'Nova' })

      expect([asAdmin.status, other.firstName]).toEqual([200, before])
      expect([disabled.status, other.status, asPlain.status]).toEqual([200, 2, 403])
      expect((await plain('PUT', `people/${me.id}`, { firstName: '' })).status).toBe(400)
    })
  })

  describe('photos', () => {
    const upload = (caller: Caller, id: string, part: string, bytes: Uint8Array, autosave: string | null = 'true') => {
      const form = new FormData()
      form.append(part, new File([Uint8Array.from(bytes)], 'a.png', { type: 'image/png' }))
      if (autosave !== null) form.append('Autosave', autosave)
      return caller('POST', `people/${id}/photo`, form)
    }

    it('go up by multipart, for oneself', async () => {
      const { status, body } = await upload(plain, me.id, 'File', PNG)

      expect([status, body.response.success, Object.keys(body.response.data)]).toEqual([
        200,
        true,
        ['main', 'retina', 'max', 'big', 'medium', 'small'],
      ])
      expect(me.picture?.bytes).toEqual(new Uint8Array(PNG))
      expect((await upload(admin, me.id, 'File', PNG)).status).toBe(403)
    })

    it('fail with a success', async () => {
      const tiff = await upload(plain, me.id, 'File', Buffer.from('II*\0xxxxxxxx'))
      const misnamed = await upload(plain, me.id, 'picture', PNG)

      expect([tiff.status, tiff.body.response.success]).toEqual([200, false])
      expect([misnamed.status, misnamed.body.response.success]).toEqual([200, false])
    })

    it('take any part but need Autosave before 3.7, and wait in a temporary place without it', async () => {
      const before = me.picture
      const pending = await upload(plain, me.id, 'File', PNG, 'false')
      const waiting = me.picture
      server.turn({ version: '3.6' })
      const missing = await upload(plain, me.id, 'any', PNG, null)
      const any = await upload(plain, me.id, 'any', PNG)

      expect(pending.body.response.data).toContain('/storage/temp/')
      expect(waiting).toBe(before)
      expect([missing.status, any.body.response.success]).toEqual([400, true])
    })

    it('are not fetched from private addresses', async () => {
      const host = await servePicture(PNG)
      const refused = await plain('PUT', `people/${me.id}/photo`, { files: `${host.url}/a.png` })
      server.turn({ privateTargets: 'fetched' })
      const fetched = await plain('PUT', `people/${me.id}/photo`, { files: `${host.url}/a.png` })
      const empty = await plain('PUT', `people/${me.id}/photo`, { files: '' })
      await host.close()

      expect([refused.status, fetched.status, empty.status]).toEqual([403, 200, 400])
    })
  })

  it('counts requests where it is told to, and says what is left', async () => {
    server.turn({ requestsPerMinute: 2 })

    const first = await plain('GET', 'people/@self')
    await plain('GET', 'people/@self')
    const third = await plain('PUT', `people/${me.id}`, { firstName: 'Third' })

    expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remaining')]).toEqual(['2', '1'])
    expect([third.status, me.firstName === 'Third']).toEqual([429, false])
  })
})
