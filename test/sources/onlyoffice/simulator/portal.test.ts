import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ACCOUNTS } from '../../../../src/sources/onlyoffice/simulator/seed-users.ts'
import {
  startWorkspaceSimulator,
  type WorkspaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import { type Caller, send, signedIn } from './wire.ts'

describe('the pretended Workspace portal', () => {
  let portal: WorkspaceSimulator
  let call: Caller
  let time = Date.UTC(2026, 0, 1)

  beforeEach(async () => {
    portal = await startWorkspaceSimulator({ now: () => time })
    call = await signedIn(portal.url, ACCOUNTS.admin.email, ACCOUNTS.admin.password)
  })
  afterEach(() => portal.close())

  describe('signing in', () => {
    it('answers 201 with a token and the cookie', async () => {
      const answer = await send(portal.url, 'POST', 'authentication.json', {
        userName: ACCOUNTS.admin.email,
        password: ACCOUNTS.admin.password,
      })

      expect(answer.status).toBe(201)
      expect(answer.body).toMatchObject({ count: 1, status: 0, statusCode: 201 })
      expect(Object.keys(answer.body.response)).toEqual(['token', 'expires'])
      expect(answer.headers.get('set-cookie')).toContain('asc_auth_key=')
    })

    it('answers 500 to wrong credentials, and locks the login for a minute after five', async () => {
      const attempt = (password: string) =>
        send(portal.url, 'POST', 'authentication', { userName: ACCOUNTS.plain.email, password })

      for (let n = 0; n < 5; n += 1) {
        expect((await attempt('wrong')).body.error.message).toBe('User authentication failed')
      }
      const locked = await attempt(ACCOUNTS.plain.password)
      time += 61_000
      const later = await attempt(ACCOUNTS.plain.password)

      expect([locked.status, locked.body.error.message]).toEqual([500, 'Login Fail. Too many attempts'])
      expect(later.status).toBe(201)
    })

    it('gives no token where a second factor is wanted', async () => {
      const credentials = { userName: 'user31@portal.example', password: 'password-31' }

      const pending = await send(portal.url, 'POST', 'authentication', credentials)
      const whole = await send(portal.url, 'POST', 'authentication/123456', credentials)

      expect(pending.body.response).toMatchObject({ token: null, sms: true })
      expect(whole.body.response.token).toBeTypeOf('string')
    })

    it('takes the token bare, as Bearer, as a cookie, and a password as Basic', async () => {
      const basic = Buffer.from(`${ACCOUNTS.admin.email}:${ACCOUNTS.admin.password}`).toString('base64')
      const ways = [
        { authorization: call.token },
        { authorization: `Bearer ${call.token}` },
        { cookie: `asc_auth_key=${encodeURIComponent(call.token)}` },
        { authorization: `Basic ${basic}` },
      ]

      for (const headers of ways) {
        expect((await send(portal.url, 'GET', 'people/@self', undefined, headers)).status).toBe(200)
      }
    })

    it('answers a plain text to nobody, and a challenge only to a header', async () => {
      const none = await send(portal.url, 'GET', 'people/@self')
      const bad = await send(portal.url, 'GET', 'people/@self', undefined, { authorization: 'nonsense' })

      expect([none.status, none.text, none.headers.get('www-authenticate')]).toEqual([401, 'Unauthorized', null])
      expect(bad.headers.get('www-authenticate')).toContain('Basic Realm=')
    })
  })

  describe('the envelope', () => {
    it('leaves out what is zero, escapes slashes and writes seven digits of a second', async () => {
      const empty = await call('GET', 'crm/contact/filter?filterValue=nobody-of-this-name')
      const one = await call('GET', 'crm/contact/201')

      expect(empty.body).toEqual({ total: 0, status: 0, statusCode: 200, response: [] })
      expect(one.text).toContain('\\/Products\\/CRM\\/')
      expect(one.body.response.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+05:00$/)
    })

    it('announces a next index that skips a record', async () => {
      const first = await call('GET', 'crm/contact/filter?count=3&sortBy=id')
      const right = await call('GET', 'crm/contact/filter?count=1&sortBy=id&startIndex=3')
      const wrong = await call('GET', `crm/contact/filter?count=1&sortBy=id&startIndex=${first.body.nextIndex}`)

      expect(first.body.nextIndex).toBe(4)
      expect(wrong.body.response[0].id).not.toBe(right.body.response[0].id)
    })

    it('never announces one for people, and counts a text by its characters', async () => {
      const people = await call('GET', 'people/filter?count=3')
      const tag = await call('POST', 'crm/contact/201/tag', { tagName: 'seven77' })

      expect(people.body.nextIndex).toBeUndefined()
      expect(people.body.total).toBe(39)
      expect([tag.status, tag.body.count, tag.body.response]).toEqual([201, 7, 'seven77'])
    })

    it('gives a short generic list whole, whatever its start', async () => {
      const whole = await call('GET', 'people?startIndex=20')
      portal.turn({ shortLists: 'honour-start' })
      const cut = await call('GET', 'people?startIndex=20')

      expect(whole.body.response).toHaveLength(37)
      expect(cut.body.response).toHaveLength(17)
    })

    it('keeps only the members that are asked for', async () => {
      const { body } = await call('GET', 'people/@self?fields=id,EMAIL')

      expect(Object.keys(body.response)).toEqual(['id', 'email'])
    })

    it('answers pages where there is no route, and in place of data when it is not well', async () => {
      const number = await call('GET', 'crm/contact/abc')
      portal.fail('warming-up')
      const warming = await call('GET', 'people/@self')
      portal.fail('bad-gateway')
      const gateway = await call('GET', 'people/@self')

      expect([number.status, number.body]).toEqual([404, null])
      expect([warming.status, warming.text.includes('warmed')]).toEqual([200, true])
      expect([gateway.status, gateway.body]).toEqual([502, null])
    })

    it('compresses only for the bare word', async () => {
      const bare = await call('GET', 'people/@self', undefined, { 'accept-encoding': 'gzip' })
      const blank = await call('GET', 'people/@self', undefined, { 'accept-encoding': 'deflate, gzip' })

      expect(bare.headers.get('content-encoding')).toBe('gzip')
      expect(blank.headers.get('content-encoding')).toBeNull()
    })

    it('wants its money, unless told not to ask', async () => {
      portal.turn({ payment: 'unpaid' })

      const asked = await call('GET', 'people/@self')
      const waived = await call('GET', 'people/@self', undefined, { 'payment-info': 'false' })

      expect(asked.body.error.message).toBe('Payment Required.')
      expect([asked.status, waived.status]).toEqual([402, 200])
    })
  })

  describe('errors', () => {
    it('maps its exceptions as it always did', async () => {
      const unknown = await call('GET', 'crm/contact/999999')
      const malformed = await call('PUT', 'crm/contact/person/201', '{', { 'content-type': 'application/json' })
      const list = await call('PUT', 'crm/contact/person/201', [1])
      const notANumber = await call('PUT', 'crm/contact/person/201', { firstName: 'A', lastName: 'B', companyId: 'x' })

      expect(unknown.body).toEqual({
        status: 1,
        statusCode: 404,
        error: { message: 'Not found', hresult: -2147467259, data: {} },
      })
      expect([malformed.status, list.status, notANumber.status]).toEqual([400, 400, 400])
    })

    it('answers 404 to an unknown contact read and 400 to one written', async () => {
      const read = await call('GET', 'crm/contact/999999')
      const written = await call('PUT', 'crm/contact/person/999999', { firstName: 'A', lastName: 'B' })

      expect([read.status, written.status]).toEqual([404, 400])
    })

    it('turns a missing right on a profile into a 500, and guests away from the CRM', async () => {
      const plain = await signedIn(portal.url, ACCOUNTS.plain.email, ACCOUNTS.plain.password)
      const guest = await signedIn(portal.url, ACCOUNTS.guest.email, ACCOUNTS.guest.password)
      const [owner] = [...portal.state.users.values()]

      const profile = await plain('PUT', `people/${owner!.id}/contacts`, { contacts: [] })
      const crm = await guest('GET', 'crm/contact/201')

      expect([profile.status, profile.body.error.message]).toEqual([500, expect.stringContaining('access denied')])
      expect([crm.status, crm.body.error.message]).toEqual([403, 'Forbidden'])
    })
  })

  describe('batch', () => {
    const batch = (elements: unknown) => new URLSearchParams({ batch: JSON.stringify(elements) })

    it('answers every element in its own envelope, null where there is no route', async () => {
      const { status, body } = await call(
        'POST',
        'batch',
        batch([
          { relativeUrl: 'api/2.0/crm/contact/201', name: 'a' },
          { relativeUrl: 'api/2.0/nowhere' },
          { relativeUrl: '/api/2.0/crm/contact/999999.json', order: 1 },
        ]),
      )

      expect(status).toBe(201)
      expect(body.response[0]).toMatchObject({ name: 'a', status: 200 })
      expect(JSON.parse(body.response[0].data).response.id).toBe(201)
      expect([body.response[1], body.response[2].status]).toEqual([null, 404])
    })

    it('does not look into a JSON body', async () => {
      const { status, body } = await call('POST', 'batch', [{ relativeUrl: 'api/2.0/people/@self' }])

      expect([status, body.status, body.error.message]).toEqual([200, 0, 'no batch specified'])
    })

    it('can be missing or broken', async () => {
      portal.turn({ batch: 'missing' })
      const missing = await call('POST', 'batch', batch([]))
      portal.turn({ batch: 'broken' })
      const broken = await call('POST', 'batch', batch([]))

      expect([missing.status, broken.status]).toEqual([404, 500])
    })
  })

  it('records calls, and can carry one out and lose the answer', async () => {
    portal.resetCalls()
    portal.fail('answer-lost', { when: ({ method }) => method === 'PUT' })

    await expect(call('PUT', 'crm/contact/201/status', { contactStatusid: 3 })).rejects.toThrow()

    expect(portal.state.contacts.get(201)?.statusId).toBe(3)
    expect(portal.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['PUT /api/2.0/crm/contact/201/status'])
  })
})
