import { describe, expect, it } from 'vitest'
import type { SignedIn } from '../../src/http/session.ts'
import { createSession, fixedSession } from '../../src/http/session.ts'
import type { ErrorCode } from '../../src/model/errors.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { testClient } from './support/client.ts'
import { sendJson, startServer } from './support/servers.ts'

const NEVER = new AbortController().signal
const token = (number: number) => ({ authorization: `Bearer token-${number}` })

/** A session whose sign-ins are counted; `signIn` says what the n-th one gives. */
function countedSession(signIn: (count: number, signal: AbortSignal) => SignedIn | Promise<SignedIn>) {
  const clock = { now: Date.UTC(2026, 0, 1) }
  const state = { count: 0 }
  const session = createSession({ now: () => clock.now, signIn: async (signal) => signIn(++state.count, signal) })
  return { session, clock, state }
}

/** A server that lets in only the token of this number. */
function guarded(accepted: () => number) {
  return startServer((request, response) => {
    if (request.headers.authorization === token(accepted()).authorization) sendJson(response, 'in')
    else sendJson(response, { error: 'token expired' }, 401)
  })
}

describe('a session', () => {
  it('is applied to every request but anonymous ones', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const client = testClient(server.url, { session: fixedSession({ Authorization: 'Bearer k' }) })

    await client.ask({ method: 'GET', path: '/people' })
    await client.ask({ method: 'POST', path: '/token', form: {}, anonymous: true })

    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer k', undefined])
  })

  it('signs in once for all that need it at once', async () => {
    const { session, state } = countedSession((count) => ({ headers: token(count), expiresAtMs: null }))

    const applied = await Promise.all(Array.from({ length: 5 }, () => session.apply(NEVER)))

    expect(applied).toEqual(Array.from({ length: 5 }, () => token(1)))
    expect(state.count).toBe(1)
  })

  it('signs in again shortly before the token expires', async () => {
    const { session, clock, state } = countedSession((count) => ({
      headers: token(count),
      expiresAtMs: clock.now + 600_000,
    }))

    await session.apply(NEVER)
    clock.now += 569_999
    await session.apply(NEVER)
    expect(state.count).toBe(1)

    clock.now += 1
    expect(await session.apply(NEVER)).toEqual(token(2))
  })

  it('uses a short-lived token for half its life at least', async () => {
    const { session, clock, state } = countedSession((count) => ({
      headers: token(count),
      expiresAtMs: clock.now + 10_000,
    }))

    await session.apply(NEVER)
    clock.now += 4_999
    await session.apply(NEVER)

    expect(state.count).toBe(1)
  })

  it('is not lost to others when one who waited goes away', async () => {
    const signedIn = Promise.withResolvers<SignedIn>()
    const { session, state } = countedSession(() => signedIn.promise)
    const impatient = new AbortController()

    const left = session.apply(impatient.signal)
    const stayed = session.apply(NEVER)
    impatient.abort(new Error('left'))
    signedIn.resolve({ headers: token(1), expiresAtMs: null })

    await expect(left).rejects.toThrow('left')
    expect(await stayed).toEqual(token(1))
    expect(state.count).toBe(1)
  })

  it('gives a sign-in up when the last who waited has gone', async () => {
    const signals: AbortSignal[] = []
    const { session } = countedSession((count, signal) => {
      signals.push(signal)
      return count === 1 ? new Promise(() => {}) : { headers: token(count), expiresAtMs: null }
    })
    const impatient = new AbortController()

    const left = session.apply(impatient.signal)
    impatient.abort(new Error('left'))

    await expect(left).rejects.toThrow('left')
    expect(signals[0]?.aborted).toBe(true)
    expect(await session.apply(NEVER)).toEqual(token(2))
  })
})

describe('a refused sign-in', () => {
  it.each<ErrorCode>(['INVALID_INPUT', 'SOURCE_UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'])(
    'is SOURCE_UNAUTHENTICATED, also where the vendor makes it a %s',
    async (code) => {
      const cause = new GatewayError(code, 'donors answered 400 to POST /token', {
        source: 'donors',
        outcomeUnknown: true,
      })
      const { session } = countedSession(() => Promise.reject(cause))

      const error = await session.apply(NEVER).catch((thrown: unknown) => thrown)

      expect(error).toMatchObject({ code: 'SOURCE_UNAUTHENTICATED', source: 'donors', outcomeUnknown: false, cause })
    },
  )

  it('is remembered, so that nobody is locked out by repetitions, and tried again after a while', async () => {
    const { session, clock, state } = countedSession((count) => {
      if (count === 1) throw new GatewayError('SOURCE_UNAUTHENTICATED', 'wrong password')
      return { headers: token(count), expiresAtMs: null }
    })

    await expect(session.apply(NEVER)).rejects.toThrow('wrong password')
    clock.now += 59_999
    await expect(session.apply(NEVER)).rejects.toThrow('wrong password')
    await expect(session.renew?.(NEVER)).rejects.toThrow('wrong password')
    expect(state.count).toBe(1)

    clock.now += 1
    expect(await session.apply(NEVER)).toEqual(token(2))
  })

  it('is not what a failed connection is', async () => {
    const { session, state } = countedSession((count) => {
      if (count === 1) throw new GatewayError('SOURCE_UNAVAILABLE', 'no answer', { outcomeUnknown: true })
      return { headers: token(count), expiresAtMs: null }
    })

    await expect(session.apply(NEVER)).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: false })
    expect(await session.apply(NEVER)).toEqual(token(2))
    expect(state.count).toBe(2)
  })

  it('for asking too often is remembered as long as the source says', async () => {
    const { session, clock, state } = countedSession((count) => {
      if (count === 1) throw new GatewayError('RATE_LIMITED', 'too often', { retryAfterMs: 5_000 })
      return { headers: token(count), expiresAtMs: null }
    })

    await expect(session.apply(NEVER)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 5_000 })
    clock.now += 4_999
    await expect(session.apply(NEVER)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    expect(state.count).toBe(1)

    clock.now += 1
    await session.apply(NEVER)
    expect(state.count).toBe(2)
  })
})

describe('a 401', () => {
  it.each(['GET', 'POST'] as const)('renews the session and repeats the %s once', async (method) => {
    const server = await guarded(() => 2)
    const { session, state } = countedSession((count) => ({ headers: token(count), expiresAtMs: null }))
    const client = testClient(server.url, { session })

    const answer = await client.ask({ method, path: '/people', ...(method === 'POST' && { json: { name: 'Ann' } }) })

    expect(answer.body).toBe('in')
    expect(state.count).toBe(2)
    expect(server.requests).toHaveLength(2)
    expect(server.requests[1]?.body).toEqual(server.requests[0]?.body)
  })

  it('to the renewed token is the answer', async () => {
    const server = await guarded(() => 99)
    const { session, state } = countedSession((count) => ({ headers: token(count), expiresAtMs: null }))
    const client = testClient(server.url, { session })

    const error = await client.fail({ method: 'PUT', path: '/people/4', json: {} })

    expect(error).toMatchObject({ code: 'SOURCE_UNAUTHENTICATED', status: 401, outcomeUnknown: false })
    expect(state.count).toBe(2)
    expect(server.requests).toHaveLength(2)
  })

  it('of many requests at once renews once', async () => {
    const server = await guarded(() => 2)
    const { session, state } = countedSession((count) => ({ headers: token(count), expiresAtMs: null }))
    const client = testClient(server.url, { session, concurrency: 4 })

    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => client.ask({ method: 'GET', path: `/${index}` })),
    )

    expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: 12 }, () => 'in'))
    expect(state.count).toBe(2)
  })

  it('with credentials that never change, or none, is not repeated', async () => {
    const server = await guarded(() => 2)
    const fixed = testClient(server.url, { session: fixedSession(token(1)) })
    const none = testClient(server.url)

    expect(await fixed.fail({ method: 'GET', path: '/people' })).toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    expect(await none.fail({ method: 'GET', path: '/people' })).toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
    expect(server.requests).toHaveLength(2)
  })

  it('lets a sign-in through the same client, however few requests it may send at once', async () => {
    const server = await startServer((request, response) => {
      if (request.path === '/token') sendJson(response, { access_token: 'token-1' })
      else sendJson(response, request.headers.authorization)
    })
    const client = testClient(server.url, {
      concurrency: 1,
      session: createSession({
        now: Date.now,
        async signIn(signal) {
          const { body } = await client.ask({ method: 'POST', path: '/token', form: {}, anonymous: true, signal })
          const { access_token } = body as { access_token: string }
          return { headers: { authorization: `Bearer ${access_token}` }, expiresAtMs: null }
        },
      }),
    })

    const answer = await client.ask({ method: 'GET', path: '/me' })

    expect(answer.body).toBe('Bearer token-1')
  })
})
