import { beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type HttpClient } from '../../src/http/client.ts'
import { fixedSession } from '../../src/http/session.ts'
import { fetchPicture } from '../../src/sources/fetch-picture.ts'
import { startServer } from '../http/support/servers.ts'
import { PNG } from './pictures.ts'

const TOKEN = { authorization: 'Bearer secret-token' }

async function serve(routes: Readonly<Record<string, { status?: number; type?: string; location?: string }>>) {
  return startServer(({ path }, response) => {
    const { status = 200, type = 'image/png', location } = routes[path] ?? { status: 404 }
    response.writeHead(status, { 'content-type': type, ...(location !== undefined && { location }) })
    response.end(status === 200 ? PNG : undefined)
  })
}

describe('fetchPicture', () => {
  let opened: string[]
  beforeEach(() => {
    opened = []
  })

  /** A source at `url`; other origins are connected to as if they were public. */
  function optionsFor(url: string, allowOthers: boolean) {
    const client = createHttpClient({ source: 'sales', url, session: fixedSession(TOKEN) })
    return {
      client,
      source: 'sales',
      timeoutMs: 5000,
      maxBytes: 1_000_000,
      signal: AbortSignal.timeout(5000),
      ...(allowOthers && {
        clientFor: (origin: string): HttpClient => {
          opened.push(origin)
          return createHttpClient({ source: 'sales', url: origin })
        },
      }),
    }
  }

  it("fetches from the source's own origin with its credentials", async () => {
    const own = await serve({ '/a.png': {} })

    const picture = await fetchPicture(new URL(`${own.url}/a.png`), optionsFor(own.url, true))

    expect(picture).toEqual({ bytes: expect.anything(), contentType: 'image/png' })
    expect(Buffer.from(picture!.bytes).equals(PNG)).toBe(true)
    expect(own.requests[0]?.headers.authorization).toBe(TOKEN.authorization)
    expect(opened).toEqual([])
  })

  it('leaves the credentials behind where the origin redirects to another', async () => {
    const storage = await serve({ '/bucket/a.png': {} })
    const own = await serve({ '/a': { status: 302, location: `${storage.url}/bucket/a.png` } })

    const picture = await fetchPicture(new URL(`${own.url}/a`), optionsFor(own.url, true))

    expect(picture?.contentType).toBe('image/png')
    expect(storage.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(opened).toEqual([storage.url])
  })

  it('connects to no address that is not public, directly or by a redirect', async () => {
    const inside = await serve({ '/a.png': {} })
    const own = await serve({ '/a': { status: 302, location: `${inside.url}/a.png` } })

    for (const url of [`${inside.url}/a.png`, `${own.url}/a`]) {
      await expect(fetchPicture(new URL(url), optionsFor(own.url, false))).rejects.toMatchObject({
        code: 'BAD_SOURCE_RESPONSE',
      })
    }
    expect(inside.requests).toEqual([])
  })

  it('is sent on by nobody but the vendor', async () => {
    const elsewhere = await serve({ '/a.png': {} })
    const storage = await serve({ '/a': { status: 302, location: `${elsewhere.url}/a.png` } })
    const own = await serve({})

    const picture = fetchPicture(new URL(`${storage.url}/a`), optionsFor(own.url, true))

    await expect(picture).rejects.toMatchObject({ code: 'BAD_SOURCE_RESPONSE' })
    expect(elsewhere.requests).toEqual([])
  })

  it('gives null for a picture that is gone', async () => {
    const own = await serve({})

    expect(await fetchPicture(new URL(`${own.url}/gone.png`), optionsFor(own.url, true))).toBeNull()
  })

  it('refuses what is no picture, and redirects without end', async () => {
    const own = await serve({
      '/page': { type: 'text/html' },
      '/round': { status: 302, location: '/round' },
      '/nowhere': { status: 302, location: 'mailto:somebody' },
    })

    for (const path of ['/page', '/round', '/nowhere']) {
      await expect(fetchPicture(new URL(own.url + path), optionsFor(own.url, true)), path).rejects.toMatchObject({
        code: 'BAD_SOURCE_RESPONSE',
      })
    }
  })
})
