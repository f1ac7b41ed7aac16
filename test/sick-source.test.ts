import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../src/model/ref.ts'
import { unusedUrl } from './http/support/servers.ts'
import { type Answer, type Gateway, type GatewayOptions, startGateway } from './support/gateway.ts'

const SOURCES: GatewayOptions['sources'] = {
  own: { kind: 'store', settings: { url: 'sqlite::memory:', seed: true } },
  donors: { kind: 'virtuous', settings: { timeoutMs: 400 } },
  sales: { kind: 'leadsy' },
}

/** Longer than a test may take. */
const TOO_LONG_MS = 120_000

const PAGE = 'nodes { id displayName version contactItems { kind value } } totalCount'
const DOCUMENT = `{
  own: people(first: 20, sources: ["own"]) { ${PAGE} }
  donors: people(first: 20, sources: ["donors"]) { ${PAGE} slices { count error { code message } } }
  sales: users(first: 20, sources: ["sales"]) { ${PAGE} }
  all: people(first: 100) { nodes { displayName source { name } } slices { source { name } count error { code } } }
}`

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function start(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const gateway = await startGateway({ sources: SOURCES, ...options })
  open.push(gateway)
  return gateway
}

/** A server that does to every connection what it is told to. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

const html = '<html><body>502 Bad Gateway</body></html>'
const SICKNESSES: readonly (readonly [what: string, url: () => Promise<string>, code: string])[] = [
  ['does not listen', unusedUrl, 'SOURCE_UNAVAILABLE'],
  ['never answers', () => listen(() => undefined), 'SOURCE_UNAVAILABLE'],
  [
    'resets every connection',
    () => listen((socket) => socket.once('data', () => socket.resetAndDestroy())),
    'SOURCE_UNAVAILABLE',
  ],
  [
    'answers with a page of HTML',
    () =>
      listen((socket) =>
        socket.once('data', () =>
          socket.end(
            `HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: ${html.length}\r\nconnection: close\r\n\r\n${html}`,
          ),
        ),
      ),
    'SOURCE_UNAVAILABLE',
  ],
  [
    'stops in mid-answer',
    () =>
      listen((socket) =>
        socket.once('data', () =>
          socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"list": ['),
        ),
      ),
    'BAD_SOURCE_RESPONSE',
  ],
]

describe('a source that is sick', () => {
  let well: Gateway
  let expected: Answer
  beforeAll(async () => {
    well = await startGateway({ sources: SOURCES })
    expected = await well.query(DOCUMENT)
  })
  afterAll(() => well.close())

  it.each(SICKNESSES)('costs no other source a byte when it %s', async (_what, sick, code) => {
    const url = await sick()
    const ill = await start({ via: (name, own) => (name === 'donors' ? url : own) })

    const answer = await ill.query(DOCUMENT)

    expect(JSON.stringify(answer.data.own)).toBe(JSON.stringify(expected.data.own))
    expect(JSON.stringify(answer.data.sales)).toBe(JSON.stringify(expected.data.sales))
    expect(answer.errors).toBeUndefined()
    expect(answer.data.donors).toMatchObject({ nodes: [], slices: [{ count: 0, error: { code } }] })
    expect(answer.data.all.slices).toMatchObject([
      { source: { name: 'own' }, count: 40, error: null },
      { source: { name: 'donors' }, count: 0, error: { code } },
    ])
    expect(expected.data.donors.nodes).toHaveLength(20)
  })

  it('fails its own records by id, and no others', async () => {
    const { data } = await well.query(
      '{ own: people(first: 1, sources: ["own"]) { nodes { id } } donors: people(first: 1, sources: ["donors"]) { nodes { id } } }',
    )
    const ids = [data.own.nodes[0].id, data.donors.nodes[0].id]
    const url = await unusedUrl()
    const ill = await start({ via: (name, own) => (name === 'donors' ? url : own) })

    const answer = await ill.query(`{ nodes(ids: ${JSON.stringify(ids)}) { id } one: node(id: "${ids[1]}") { id } }`)

    expect(answer.data.nodes).toEqual([{ id: ids[0] }, null])
    expect(answer.data.one).toBeNull()
    const failure = { extensions: { code: 'SOURCE_UNAVAILABLE', source: 'donors', retryable: true } }
    expect(answer.errors).toMatchObject([failure, failure])
    expect(answer.errors?.map(({ path }) => path.join('.')).sort()).toEqual(['nodes.1', 'one'])
  })

  it('is left alone after some failures, and says so in its health', async () => {
    const url = await unusedUrl()
    const ill = await start({ via: (name, own) => (name === 'donors' ? url : own) })
    for (let n = 0; n < 6; n += 1) await ill.query('{ people(first: 1, sources: ["donors"]) { nodes { id } } }')

    const { data } = await ill.query(
      '{ people(first: 1, sources: ["donors"]) { slices { error { code retryAfterMs } } } source(name: "donors") { health { status message } } own: source(name: "own") { health { status } } }',
    )

    expect(data.people.slices[0].error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', retryAfterMs: expect.any(Number) })
    expect(data.source.health).toMatchObject({ status: 'DOWN', message: expect.stringContaining('left alone') })
    expect(data.own.health).toMatchObject({ status: 'UP' })
  })
})

describe('the time a request has', () => {
  it('ends with what is there, and an error for the rest', async () => {
    const url = await listen(() => undefined)
    const gateway = await start({
      sources: { ...SOURCES, donors: { kind: 'virtuous', settings: { timeoutMs: TOO_LONG_MS } } },
      via: (name, own) => (name === 'donors' ? url : own),
      answerTimeoutMs: 300,
    })

    const { data } = await gateway.query(DOCUMENT.replace('{', '{ sources { name health { status } }'))

    expect(data.sources).toMatchObject([{ health: { status: 'UP' } }, { health: { status: 'UNKNOWN' } }, {}])
    expect(data.own.nodes).toHaveLength(20)
    expect(data.donors.slices).toMatchObject([{ count: 0, error: { code: 'SOURCE_UNAVAILABLE' } }])
  })

  it.each([
    ['virtuous', 'Person', 'people'],
    ['onlyoffice-crm', 'Person', 'people'],
    ['leadsy', 'User', 'users'],
    ['blusky', 'User', 'users'],
    ['onlyoffice-people', 'User', 'users'],
  ] as const)('ends all calls to %s when the client goes away', async (kind, type, list) => {
    const arrived = Promise.withResolvers<void>()
    const sockets = new Set<Socket>()
    const ended = Promise.withResolvers<void>()
    const url = await listen((socket) => {
      sockets.add(socket)
      socket.once('data', () => arrived.resolve())
      socket.once('close', () => {
        sockets.delete(socket)
        if (sockets.size === 0) ended.resolve()
      })
    })
    const gateway = await start({
      sources: { sick: { kind, settings: { timeoutMs: TOO_LONG_MS } } },
      via: () => url,
    })
    const client = new AbortController()
    const query = `{ node(id: "${encodeId(type, 'sick', '1')}") { id } ${list}(first: 9) { nodes { displayName } } }`
    const answer = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    })
    await arrived.promise

    client.abort()

    await expect(answer).rejects.toThrow()
    await ended.promise
  })
})
