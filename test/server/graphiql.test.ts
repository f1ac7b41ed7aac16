import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { EXAMPLES } from '../../src/server/graphiql-examples.ts'
import { startTestServer } from './support/start.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('GraphiQL', () => {
  it('is what a browser finds at /graphql, even from a link on another site', async () => {
    const { graphql } = await startTestServer()

    const response = await fetch(graphql, { headers: { ...BROWSER, 'sec-fetch-site': 'cross-site' } })

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<div id="root">')
  })

  it('comes whole from here: every file of the page is there, and none may come from elsewhere', async () => {
    const { graphql, url } = await startTestServer()

    const response = await fetch(graphql, { headers: BROWSER })
    const page = await response.text()
    const names = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name as string)
    const workers = ['editor', 'json', 'graphql'].map((name) => `/graphiql/${name}.worker.js`)
    const files = await Promise.all([...names, ...workers].map((name) => fetch(url + name)))

    expect(names.length).toBeGreaterThanOrEqual(4)
    expect(names.every((name) => name.startsWith('/graphiql/'))).toBe(true)
    expect(files.map(({ status }) => status)).toEqual(Array(names.length + 3).fill(200))
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/)
  })

  it('is sent once', async () => {
    const { url } = await startTestServer()
    const first = await fetch(`${url}/graphiql/style.css`)

    const second = await fetch(`${url}/graphiql/style.css`, {
      headers: { 'if-none-match': first.headers.get('etag') as string },
    })

    expect(second.status).toBe(304)
  })

  it.each(['/graphiql/', '/graphiql/nothing.js', '/graphiql/__proto__', '/graphiql/../server.ts'])(
    'has no file %s',
    async (path) => {
      const { url } = await startTestServer()

      const response = await fetch(url + path)

      expect(response.status).toBe(404)
    },
  )
})

describe('its examples', () => {
  it.each(
    EXAMPLES.map(({ query, variables }) => [/^(?:query|mutation) (\w+)/m.exec(query)?.[1], query, variables] as const),
  )('%s is an operation of the schema', (_name, query, variables) => {
    const document = parse(query)

    expect(validate(schema, document)).toEqual([])
    expect(() => JSON.parse(variables ?? '{}')).not.toThrow()
  })
})
