import { describe, expect, it } from 'vitest'
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
