import { afterEach, describe, expect, it } from 'vitest'
import { readSignInError, readVendorError } from '../../../src/sources/virtuous/errors.ts'
import type { Fault } from '../../../src/sources/virtuous/simulator/faults.ts'
import { ACCOUNT } from '../../../src/sources/virtuous/simulator/sign-in.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { call, type Running, run } from './set-up.ts'

let running: Running
const start = async (
  options: VirtuousSimulatorOptions = {},
  settings: Record<string, unknown> | null = null,
  now?: () => number,
) => {
  running = await run({ people: 10, ...options }, settings, now)
  return running
}
afterEach(() => running?.close())

const get = (id = '1002') => running.source.get.Person!([id], call())
const failing = (fault: Fault, times = 3) => running.simulator.fail(...Array.from({ length: times }, () => fault))

describe('a vendor that fails', () => {
  const family = { 400: 'INVALID_INPUT', 403: 'FORBIDDEN', 409: 'CONFLICT', 422: 'INVALID_INPUT' }

  it.each(['legacy', 'canonical'] as const)('is understood in the %s family of errors', async (errorFamily) => {
    await start({ errorFamily })
    const opened = (await running.source.open!('Person', '1002', call()))!
    const birthDate = { year: 2001, month: 2, day: 27 }
    const plan = opened.update!({ birthDate })
    const broken = {
      ...plan,
      requests: plan.requests.map((request) => ({ ...request, body: { ...(request.body as object), birthDay: 30 } })),
    }

    const { error } = await running.source.send!(broken, { ...call(), ifVersion: null })

    expect(error).toMatchObject({ code: 'INVALID_INPUT', status: 422, source: 'donors' })
    expect(error?.message).toContain('birthDay: Day is out of range.')
    expect(error?.message).not.toContain('model.')
    expect(await get('900000')).toEqual([null])
  })

  it.each(Object.entries(family))('answers a write with %s: %s, once', async (status, code) => {
    await start()
    const opened = (await running.source.open!('Person', '1002', call()))!
    failing({ kind: 'status', method: 'PUT', status: Number(status), json: { message: 'No.' } }, 1)
    running.forget()

    const sent = await running.source.send!(opened.update!({ suffix: 'III' }), { ...call(), ifVersion: null })

    expect(sent).toMatchObject({ done: 0, error: { code, status: Number(status) } })
    expect(running.calls()).toEqual(['PUT /api/ContactIndividual/1002'])
  })

  it.each<[string, Fault, string]>([
    [
      'a server error',
      { kind: 'status', status: 500, json: { message: 'An error has occurred.' } },
      'SOURCE_UNAVAILABLE',
    ],
    ['Cloudflare’s own error', { kind: 'status', status: 520 }, 'SOURCE_UNAVAILABLE'],
    ['a page of HTML with 200', { kind: 'html' }, 'BAD_SOURCE_RESPONSE'],
    ['a page of HTML with 503', { kind: 'html', status: 503 }, 'SOURCE_UNAVAILABLE'],
    ['an answer cut off', { kind: 'cut' }, 'BAD_SOURCE_RESPONSE'],
    ['no answer', { kind: 'reset' }, 'SOURCE_UNAVAILABLE'],
    ['an answer of another shape', { kind: 'status', status: 200, json: { id: 'two' } }, 'BAD_SOURCE_RESPONSE'],
    ['an empty answer with 200', { kind: 'status', status: 200 }, 'BAD_SOURCE_RESPONSE'],
  ])('by %s gives its code', async (_title, fault, code) => {
    await start()
    await get()
    failing({ ...fault, path: /^\/api\/ContactIndividual\/1002$/ }, 5)

    const result = await get().catch((error: unknown) => [error])

    expect(result).toMatchObject([{ code, source: 'donors' }])
  })

  it('by hanging is given up after timeoutMs', async () => {
    await start({}, { timeoutMs: 200 })
    failing({ kind: 'hang' }, 5)

    await expect(get()).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' })
  })

  it('is asked again for what only reads, a query too', async () => {
    await start()
    failing({ kind: 'status', status: 503, path: /Query$/ }, 1)

    const found = await running.source.get.Person!(['1002', '900000'], call())

    expect(found).toMatchObject([{ ref: { id: '1002' } }, null])
  })

  it('is never asked twice to write', async () => {
    await start()
    const opened = (await running.source.open!('Person', '1002', call()))!
    failing({ kind: 'reset', method: 'POST' }, 1)
    running.forget()

    const plan = opened.upsertContactItems!([{ kind: 'EMAIL', value: 'once@example.org' }])
    const sent = await running.source.send!(plan, { ...call(), ifVersion: null })

    expect(sent).toMatchObject({ done: 0, error: { code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true } })
    expect(running.calls()).toEqual(['POST /api/ContactMethod'])
  })

  it('by its hourly limit tells when to come again, and what is left before', async () => {
    await start({ now: () => Date.UTC(2026, 0, 1, 10, 30) })
    expect(running.source.budget?.()).toBeNull()
    await running.source.ping(call())
    expect(running.source.budget?.()).toEqual({ limit: 5000, remaining: 4999, resetAt: '2026-01-01T11:00:00.000Z' })
    running.simulator.setRemaining(0)

    await expect(get()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 847_000 })
    expect(running.source.budget?.()).toMatchObject({ remaining: 0 })
  })

  it('by hiding a list from this account leaves the rest readable', async () => {
    await start()
    failing(
      { kind: 'status', status: 403, path: /CustomFields$/, json: { error: { code: 'FORBIDDEN', message: 'No.' } } },
      1,
    )

    const [person] = await get()

    expect(person).toMatchObject({ ref: { id: '1002' }, customFields: [{ type: 'TEXT' }, {}, {}, {}, {}] })
  })
})

describe('signing in', () => {
  const account = { ...ACCOUNT }
  const tokens = () => running.calls().filter((one) => one === 'POST /Token').length

  it('happens once, when first needed, however many wait for it', async () => {
    await start({}, account)

    await Promise.all([get(), running.source.ping(call()), running.source.capabilities(call()), get('1001')])

    expect(tokens()).toBe(1)
  })

  it('is renewed with the refresh token when the vendor says 401, and the request goes through', async () => {
    await start({}, account)
    await running.source.ping(call())
    running.simulator.signIn.revokeTokens()
    running.forget()

    await running.source.ping(call())

    expect(running.calls()).toEqual(['GET /api/Organization/Current', 'POST /Token', 'GET /api/Organization/Current'])
  })

  it('is done with the password again when the refresh token is refused', async () => {
    await start({}, account)
    await running.source.ping(call())
    running.simulator.signIn.revokeAll()
    running.forget()

    await running.source.ping(call())

    expect(tokens()).toBe(2)
  })

  it('is renewed shortly before the token expires', async () => {
    let now = Date.UTC(2026, 0, 1)
    await start({ tokenLifeSeconds: 600, now: () => now }, account, () => now)
    await running.source.ping(call())
    now += 590_000
    running.forget()

    await running.source.ping(call())

    expect(running.calls()).toEqual(['POST /Token', 'GET /api/Organization/Current'])
  })

  it('with a wrong password fails as such, and is not tried again at once', async () => {
    await start({}, { ...account, password: 'wrong' })

    await expect(running.source.ping(call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    await expect(running.source.ping(call())).rejects.toThrow(/user name or password is incorrect/)
    expect(tokens()).toBe(1)
  })

  it('of a user with two steps says what to do instead', async () => {
    await start({ twoFactor: true }, account)

    await expect(running.source.ping(call())).rejects.toMatchObject({
      code: 'SOURCE_UNAUTHENTICATED',
      message: expect.stringContaining('API key'),
    })
  })

  it('with an API key that is refused fails as such', async () => {
    await start({}, { token: 'not-the-key' })

    await expect(running.source.ping(call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    const error = await running.source.capabilities(call()).catch((refused: Error) => refused)
    expect(String((error as Error).message)).not.toContain('not-the-key')
  })
})

describe('the vendor’s words', () => {
  it('are read in both families, the fields named', () => {
    const modern = {
      error: {
        code: 'VALIDATION_FAILED',
        message: 'Invalid.',
        details: [{ field: 'a.giftDate', code: 'X', message: 'Required.' }],
      },
    }

    expect(readVendorError(422, modern)).toEqual({ message: 'Invalid. giftDate: Required.' })
    expect(readVendorError(400, { message: 'Bad.', modelState: { 'x.y': ['One.', 'Two.'] } })).toEqual({
      message: 'Bad. y: One. Two.',
    })
    for (const body of [null, '', 'text', '<html>', [], { message: 4 }, { error: {} }])
      expect(readVendorError(400, body)).toBeNull()
  })

  it('lose addresses and numbers they quote', () => {
    const message = 'The address ada@example.org or +1 (202) 555-0100 is on contact 1002 already.'

    expect(readVendorError(409, { message })?.message).toBe('The address … or … is on contact 1002 already.')
  })

  it('about a sign-in mean the credentials', () => {
    expect(readSignInError(400, { error: 'invalid_grant', error_description: 'Wrong.' })).toEqual({
      code: 'SOURCE_UNAUTHENTICATED',
      message: 'Wrong.',
    })
  })
})
