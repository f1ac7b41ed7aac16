import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { webAppRoutes } from '../../src/server/web-app.ts'
import { sendRaw } from './support/send.ts'
import { startTestServer } from './support/start.ts'

/** Names in the page of the files it is made of, as paths. */
async function readFileNames(url: string): Promise<readonly string[]> {
  const page = await (await fetch(url)).text()
  return [...page.matchAll(/(?:src|href)="\.(\/assets\/[^"]+)"/g)].map(([, path]) => path as string)
}

describe('the web app', () => {
  it('is what / answers with: a page that is asked for again each time', async () => {
    const { url } = await startTestServer()

    const response = await fetch(url, { redirect: 'manual' })
    const page = await response.text()

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(page).toContain('<title>kith</title>')
  })

  it('lets nothing in that is inline or from elsewhere', async () => {
    const { url } = await startTestServer()

    const response = await fetch(url)
    const page = await response.text()

    const policy = response.headers.get('content-security-policy')
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).not.toContain('unsafe')
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src="\.\/assets\/)|(?:src|href)="https?:/)
  })

  it('has every file its page names, to be kept for good', async () => {
    const { url } = await startTestServer()
    const names = await readFileNames(url)

    const files = await Promise.all(names.map((name) => fetch(url + name)))

    expect(names.length).toBeGreaterThanOrEqual(3)
    expect(files.map(({ status }) => status)).toEqual(names.map(() => 200))
    expect(new Set(files.map(({ headers }) => headers.get('cache-control')))).toEqual(
      new Set(['public, max-age=31536000, immutable']),
    )
    expect(files.map(({ headers }) => headers.get('content-type'))).toEqual(
      expect.arrayContaining(['text/javascript; charset=utf-8', 'text/css; charset=utf-8', 'image/svg+xml']),
    )
  })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is sent smaller to a browser that takes %s', async (encoding, decompress) => {
    const { url, port } = await startTestServer()
    const [name = ''] = (await readFileNames(url)).filter((path) => path.endsWith('.css'))
    const plain = await fetch(url + name, { headers: { 'accept-encoding': 'identity' } })

    const answer = await sendRaw(
      port,
      `GET ${name} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
      'latin1',
    )

    const [head = '', ...body] = answer.split('\r\n\r\n')
    const bytes = Buffer.from(body.join('\r\n\r\n'), 'latin1')
    const text = await plain.text()
    expect(head).toContain(`content-encoding: ${encoding}`)
    expect(head.toLowerCase()).toContain('vary: accept-encoding')
    expect(bytes.byteLength).toBeLessThan(text.length / 2)
    expect(decompress(bytes).toString()).toBe(text)
  })

  it('is not compressed for a browser that refuses it', async () => {
    const { port } = await startTestServer()

    const answer = await sendRaw(
      port,
      'GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br;q=0, gzip;q=0.0\r\nConnection: close\r\n\r\n',
    )

    expect(answer).not.toContain('content-encoding')
    expect(answer).toContain('<!doctype html>')
  })

  it('is sent once', async () => {
    const { url } = await startTestServer()
    const first = await fetch(url)

    const second = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') as string } })

    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
  })

  it.each(['/assets/', '/assets/none.js', '/assets/..%2findex.html', '/assets/../index.html', '/assets/%2e%2e/x'])(
    'has no file %s',
    async (path) => {
      const { port } = await startTestServer()

      const answer = await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)

      expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    },
  )

  it('is only to be read', async () => {
    const { url } = await startTestServer()

    const response = await fetch(url, { method: 'POST' })

    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})

describe('a folder without a web app', () => {
  it('leaves / leading elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-web-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'index.html'), 'built halfway')
    await mkdir(join(folder, 'assets'))

    const routes = webAppRoutes(folder, '/graphql')

    expect(routes.map(({ path }) => path)).toEqual(['/'])
  })
})
