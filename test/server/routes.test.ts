import { describe, expect, it } from 'vitest'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { GatewayError } from '../../src/model/errors.ts'
import type { AvatarBytes } from '../../src/sources/source.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { PNG } from '../sources/pictures.ts'
import { startTestServer } from './support/start.ts'

describe('/healthz and /readyz', () => {
  it.each(['/healthz', '/readyz'])('%s says yes', async (path) => {
    const { url } = await startTestServer()

    const response = await fetch(url + path)

    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: expect.stringMatching(/^(ok|ready)$/) })
  })

  it.each([
    ['says no', async () => false],
    ['fails', () => Promise.reject(new Error('no store'))],
  ])('/readyz is 503 while readiness %s', async (_what, readiness) => {
    const { url } = await startTestServer({ readiness })

    const [ready, health] = await Promise.all([fetch(`${url}/readyz`), fetch(`${url}/healthz`)])

    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'not ready' })
    expect(health.status).toBe(200)
  })

  it.each(['/healthz', '/readyz'])('%s is for reading only', async (path) => {
    const { url } = await startTestServer()

    const response = await fetch(url + path, { method: 'POST' })

    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})

it('/ leads to GraphiQL', async () => {
  const { url } = await startTestServer()

  const response = await fetch(url, { redirect: 'manual' })

  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/graphql')
})

describe('/avatars', () => {
  const path = '/avatars/Person/own/a%2F%C3%A9/k1'

  function sourceWith(readAvatar: NonNullable<MemorySource['readAvatar']>): MemorySource {
    return { ...createMemorySource({ name: 'own' }), readAvatar }
  }
  const picture: AvatarBytes = { bytes: PNG, contentType: 'image/png' }

  it('serves a picture as its source holds it, in a way that can do no harm', async () => {
    const asked: unknown[] = []
    const source = sourceWith(async (ref) => {
      asked.push(ref)
      return picture
    })
    const { url } = await startTestServer({ pool: createSourcePool([{ source }]) })

    const response = await fetch(`${url}${path}?size=96`)

    expect(response.status).toBe(200)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG)
    expect(asked).toEqual([{ type: 'Person', source: 'own', id: 'a/é' }])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
    })
  })

  it('sends nothing again that the client has', async () => {
    const { url } = await startTestServer({ pool: createSourcePool([{ source: sourceWith(async () => picture) }]) })
    const first = await fetch(url + path)

    const second = await fetch(url + path, { headers: { 'if-none-match': first.headers.get('etag') as string } })

    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
  })

  it('calls nothing a picture that is none of the four kinds', async () => {
    const html = { bytes: Buffer.from('<script>'), contentType: 'text/html' }
    const { url } = await startTestServer({ pool: createSourcePool([{ source: sourceWith(async () => html) }]) })

    const response = await fetch(url + path)

    expect(response.headers.get('content-type')).toBe('application/octet-stream')
  })

  it.each([
    ['no such type', '/avatars/Dog/own/1/k'],
    ['no such source', '/avatars/Person/elsewhere/1/k'],
    ['no key', '/avatars/Person/own/1'],
    ['more than a key', '/avatars/Person/own/1/k/more'],
    ['a broken escape', '/avatars/Person/own/%E0%A4%A/k'],
    ['nobody', '/avatars/Person/own/nobody/k'],
  ])('answers 404 for %s', async (_what, unknown) => {
    const { url } = await startTestServer()

    const response = await fetch(url + unknown)

    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })

  it.each([
    [new GatewayError('NOT_FOUND', 'gone'), 404],
    [new GatewayError('INVALID_INPUT', 'no id'), 404],
    [new GatewayError('SOURCE_UNAVAILABLE', 'down'), 502],
    [new GatewayError('RATE_LIMITED', 'slow down', { retryAfterMs: 1_200 }), 503],
    [new Error('a bug in /home/kith'), 500],
  ])('answers %s with %i', async (error, status) => {
    const { url } = await startTestServer({
      pool: createSourcePool([{ source: sourceWith(() => Promise.reject(error)) }]),
    })

    const response = await fetch(url + path)

    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '2' : null)
    expect(await response.text()).not.toContain('/home')
  })
})
