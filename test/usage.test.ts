import { describe, expect, it } from 'vitest'
import { guardSource } from '../src/directory/guard.ts'
import { createHttpClient } from '../src/http/client.ts'
import { countShared, type Usage, withUsage } from '../src/usage.ts'
import { createMemorySource } from './fakes/memory-source.ts'
import { makePerson } from './fakes/records.ts'
import { sendJson, startServer } from './http/support/servers.ts'

const signal = new AbortController().signal

describe('what a request costs at its sources', () => {
  it('counts the calls of that request and no other', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}))
    const http = createHttpClient({ source: 'a', url: server.url })
    const [one, two]: [Usage, Usage] = [new Map(), new Map()]
    const ask = () => http.request({ method: 'GET', path: '/', signal })

    await Promise.all([withUsage(one, async () => Promise.all([ask(), ask()])), withUsage(two, ask), ask()])

    expect(one.get('a')).toMatchObject({ calls: 2, shared: 0 })
    expect(one.get('a')?.milliseconds).toBeGreaterThan(0)
    expect(two.get('a')).toMatchObject({ calls: 1 })
    await http.close()
  })

  it('counts reads that took no call of their own', async () => {
    const source = guardSource(createMemorySource({ name: 'a', records: [makePerson('a', '1')] }))
    const usage: Usage = new Map()
    const read = () => source.get.Person?.(['1'], { signal })

    await withUsage(usage, () => Promise.all([read(), read(), read()]))

    expect(usage.get('a')).toMatchObject({ shared: 2 })
  })

  it('counts nothing outside a request', () => {
    expect(() => countShared('a')).not.toThrow()
  })
})
