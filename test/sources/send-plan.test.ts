import { describe, expect, it } from 'vitest'
import { GatewayError } from '../../src/model/errors.ts'
import type { Picture } from '../../src/model/picture.ts'
import { sendPlan, toHttpRequest } from '../../src/sources/send-plan.ts'
import type { Plan, PlannedRequest } from '../../src/sources/source.ts'

const SIGNAL = new AbortController().signal
const PICTURE: Picture = {
  bytes: Uint8Array.from([1, 2, 3]),
  contentType: 'image/png',
  filename: 'avatar.png',
  sha256: 'ab',
}

const planOf = (...requests: PlannedRequest[]): Plan => ({ requests, changes: [], sideEffects: [] })

describe('sendPlan', () => {
  it('sends in order, one after the other', async () => {
    const events: string[] = []
    const plan = planOf({ method: 'PUT', path: '/a' }, { method: 'PUT', path: '/b' })

    const sent = await sendPlan(plan, async ({ path }) => {
      events.push(`${path} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      events.push(`${path} ends`)
    })

    expect(events).toEqual(['/a begins', '/a ends', '/b begins', '/b ends'])
    expect(sent).toEqual({ id: null, done: 2, error: null })
  })

  it('puts the first id that is given into the paths and the id values of what follows', async () => {
    const requests: PlannedRequest[] = []
    const plan = planOf(
      { method: 'POST', path: '/people', body: { name: '{id}' } },
      {
        method: 'POST',
        path: '/people/{id}/items?owner={id}',
        body: { person: '{id}', list: ['{id}', { id: '{id}' }], note: 'write {id} here', count: 1, none: null },
      },
    )

    const sent = await sendPlan(plan, async (request) => {
      requests.push(request)
      return { id: requests.length === 1 ? 'a/4$&' : 'another' }
    })

    expect(requests[0]).toEqual(plan.requests[0])
    expect(requests[1]).toEqual({
      method: 'POST',
      path: '/people/a%2F4%24%26/items?owner=a%2F4%24%26',
      body: { person: 'a/4$&', list: ['a/4$&', { id: 'a/4$&' }], note: 'write {id} here', count: 1, none: null },
    })
    expect(sent).toEqual({ id: 'a/4$&', done: 2, error: null })
  })

  it('stops at the first request that fails, and tells what was done before', async () => {
    const error = new GatewayError('SOURCE_UNAVAILABLE', 'gone', { outcomeUnknown: true })
    const asked: string[] = []
    const plan = planOf({ method: 'POST', path: '/1' }, { method: 'PUT', path: '/2' }, { method: 'PUT', path: '/3' })

    const sent = await sendPlan(plan, async ({ path }) => {
      asked.push(path)
      if (path === '/2') throw error
      return { id: '4' }
    })

    expect(asked).toEqual(['/1', '/2'])
    expect(sent).toEqual({ id: '4', done: 1, error })
  })

  it('does not send a path whose id never came', async () => {
    const asked: string[] = []
    const plan = planOf({ method: 'POST', path: '/people' }, { method: 'PUT', path: '/people/{id}/avatar?key=k' })

    const sent = await sendPlan(plan, async ({ path }) => {
      asked.push(path)
    })

    expect(asked).toEqual(['/people'])
    expect(sent).toMatchObject({ id: null, done: 1, error: { code: 'BAD_SOURCE_RESPONSE' } })
    expect(sent.error?.message).not.toContain('key=k')
  })

  it('rejects for a bug', async () => {
    const sent = sendPlan(planOf({ method: 'PUT', path: '/a' }), () => Promise.reject(new TypeError('a bug')))

    await expect(sent).rejects.toThrow('a bug')
  })
})

describe('toHttpRequest', () => {
  it('sends a body as JSON, and none where none is planned', () => {
    expect(toHttpRequest({ method: 'PUT', path: '/a?b=1', body: { c: null } }, SIGNAL)).toEqual({
      method: 'PUT',
      path: '/a?b=1',
      json: { c: null },
      signal: SIGNAL,
    })
    expect(toHttpRequest({ method: 'DELETE', path: '/a' }, SIGNAL)).toEqual({
      method: 'DELETE',
      path: '/a',
      signal: SIGNAL,
    })
  })

  it('sends a form as texts', () => {
    const body = { name: 'Ann', none: null, flag: true, count: 2, list: [1] }

    const request = toHttpRequest({ method: 'POST', path: '/a', as: 'form', body }, SIGNAL)

    expect(request.form).toEqual({ name: 'Ann', none: '', flag: 'true', count: '2', list: '[1]' })
    expect(request.json).toBeUndefined()
  })

  it('sends a picture as a file beside the other fields', () => {
    const planned: PlannedRequest = {
      method: 'POST',
      path: '/avatar',
      as: 'multipart',
      body: { id: 4 },
      file: { field: 'file', picture: PICTURE },
    }

    expect(toHttpRequest(planned, SIGNAL).multipart).toEqual({
      fields: { id: '4' },
      file: { field: 'file', filename: 'avatar.png', contentType: 'image/png', bytes: PICTURE.bytes },
    })
  })

  it('leaves it to the client that writes are not repeated', () => {
    expect(toHttpRequest({ method: 'PUT', path: '/a', body: {} }, SIGNAL).idempotent).toBeUndefined()
  })
})
