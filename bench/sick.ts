/**
 * What a sick source costs the others: how soon its calls end when a client goes away, what an answer takes while it is left alone,
 * and whether a byte of the others changes before that. On demand: `node bench/sick.ts`, some 40 s.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { encodeId } from '../src/model/ref.ts'

const ABORTS = 50
const PAIRS = 1000
/** How long a sick source is given for a call. */
const TIMEOUT_MS = 1000
/** When a gateway that has started has given back the memory that starting took, once, for which it stands still. */
const SETTLED_MS = 2000
/** Longer than an answer takes that waits for nothing, shorter than a request waits for a call that is let through. */
const WAITED_MS = 240

type Sources = Readonly<Record<string, Readonly<Record<string, unknown>>>>
const WELL: Sources = {
  sales: { kind: 'leadsy', simulate: true },
  office: { kind: 'onlyoffice-crm', simulate: true, requestsPerSecond: 1000 },
}
const RECORD =
  'nodes { id displayName version contactItems { kind value } } slices { count error { code retryAfterMs } }'
const OTHERS = `sales: users(first: 30, sources: ["sales"]) { ${RECORD} } office: people(first: 30, sources: ["office"]) { ${RECORD} }`
const WITHOUT = `{ ${OTHERS} }`
const WITH = `{ ${OTHERS} donors: people(first: 30, sources: ["donors"]) { ${RECORD} } }`

/** Each kind with the credentials it wants, and what it lists. */
const KINDS = [
  ['virtuous', 'Person', 'people'],
  ['onlyoffice-crm', 'Person', 'people'],
  ['onlyoffice-people', 'User', 'users'],
  ['leadsy', 'User', 'users'],
  ['blusky', 'User', 'users'],
] as const

/** What a sick server does to every connection. */
const SICKNESSES: Readonly<Record<string, (socket: Socket) => void>> = {
  'never answers': () => undefined,
  'resets every connection': (socket) => void socket.once('data', () => socket.resetAndDestroy()),
  'answers with a page of HTML': (socket) =>
    void socket.once('data', () =>
      socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>'),
    ),
  'stops in mid-answer': (socket) =>
    void socket.once('data', () =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"list": ['),
    ),
}

const directory = await mkdtemp(join(tmpdir(), 'kith-sick-'))
const gateways: ChildProcess[] = []
const servers: Server[] = []
const sockets = new Set<Socket>()
try {
  await measureAborts()
  await measureOpenBreaker()
  await compareBytes()
} finally {
  for (const gateway of gateways) gateway.kill('SIGTERM')
  await Promise.all(gateways.map((gateway) => gateway.exitCode ?? once(gateway, 'exit')))
  for (const server of servers) server.close()
  for (const socket of sockets) socket.destroy()
  await rm(directory, { recursive: true, force: true })
}

/** From a client's going away until the last of its calls has closed upstream. */
async function measureAborts(): Promise<void> {
  console.log(`\nFrom the client's going until its upstream calls have ended, ms (${ABORTS} times each)`)
  const open = new Set<Socket>()
  let changed = Promise.withResolvers<void>()
  const tell = () => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const url = await listen((socket) => {
    open.add(socket)
    socket.once('data', tell)
    socket.once('close', () => {
      open.delete(socket)
      tell()
    })
  })
  for (const [kind, type, list] of KINDS) {
    // The caller's own, for then it asks nothing by itself when it starts.
    const gateway = await start({ sick: { kind, url, credentials: 'caller', timeoutMs: 60_000 } })
    const headers = { 'content-type': 'application/json', 'x-kith-sick': 'token' }
    await delay(SETTLED_MS)
    const query = `{ node(id: "${encodeId(type, 'sick', '1')}") { id } ${list}(first: 9) { nodes { displayName } } }`
    const times: number[] = []
    for (let round = 0; round < ABORTS; round++) {
      const asked = request(gateway, { method: 'POST', headers })
      asked.on('error', () => undefined)
      asked.end(JSON.stringify({ query }))
      while (open.size === 0) await changed.promise
      await delay(20) // all that is asked for is under way
      const leftAt = performance.now()
      asked.destroy()
      while (open.size > 0) await changed.promise
      times.push(performance.now() - leftAt)
    }
    print(kind, { median: percentile(times, 50), worst: Math.max(...times) })
  }
}

/** Answers of two sources alone and beside a third that is left alone, in turn; and beside it while it is well, for comparison. */
async function measureOpenBreaker(): Promise<void> {
  console.log(`\nAn answer of two sources, ms (${PAIRS} of each, in turn)`)
  const url = await listen(SICKNESSES['never answers'] as (socket: Socket) => void)
  const alone = await start(WELL)
  const beside = await start({ ...WELL, donors: { kind: 'virtuous', url, token: 'none', timeoutMs: TIMEOUT_MS } })
  const healthy = await start({ ...WELL, donors: { kind: 'virtuous', simulate: true } })
  for (let round = 0; round < 100; round++) await Promise.all([ask(alone, WITHOUT), ask(healthy, WITH)])
  while (!(await ask(beside, WITH)).text.includes('"retryAfterMs":'));
  for (let round = 0; round < 100; round++) await ask(beside, WITH)

  const [without, left, well]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < PAIRS; round++) {
    const turns = [
      async () => void without.push((await ask(alone, WITHOUT)).ms),
      async () => void left.push((await ask(beside, WITH)).ms),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
    if (round % 5 === 0) well.push((await ask(healthy, WITH)).ms)
  }
  // Now and then one call is let through to see, and the request that makes it waits for it for a moment.
  const [probes, others] = [left.filter((ms) => ms >= WAITED_MS), left.filter((ms) => ms < WAITED_MS)]
  for (const [name, times] of [
    ['without the third source', without],
    ['the third left alone', others],
    ['the third well', well],
  ] as const) {
    print(name, { p50: percentile(times, 50), p99: percentile(times, 99) })
  }
  const ratio = (share: number) => percentile(others, share) / percentile(without, share)
  print('left alone / without', { p50: ratio(50), p99: ratio(99) })
  print('let through to see', { times: probes.length, worst: Math.max(0, ...probes) })
}

/** The first answers beside a sick source, before it is left alone. */
async function compareBytes(): Promise<void> {
  console.log('\nAnswers whose other slices are the same to the byte, before the source is left alone')
  const expected = othersOf((await ask(await start(WELL), WITHOUT)).text)
  for (const [name, behave] of Object.entries(SICKNESSES)) {
    const url = await listen(behave)
    const gateway = await start({ ...WELL, donors: { kind: 'virtuous', url, token: 'none', timeoutMs: TIMEOUT_MS } })
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(gateway, WITH)))
    const same = answers.filter(({ text }) => othersOf(text) === expected && text.includes('"code":"'))
    console.log(`  ${name.padEnd(30)} ${same.length} of ${answers.length}`)
  }
}

/** As they came: from the first list to where the third begins, or the data ends. */
function othersOf(text: string): string {
  return text.slice(0, text.search(/,"donors":|\},"extensions"|\}$/))
}

async function ask(url: string, query: string): Promise<{ readonly text: string; readonly ms: number }> {
  const startedAt = performance.now()
  const headers = { 'content-type': 'application/json' }
  const text = await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).text()
  return { text, ms: performance.now() - startedAt }
}

async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
    onConnection(socket)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A gateway in a process of its own. Resolves with where it answers. */
async function start(sources: Sources): Promise<string> {
  const file = join(directory, `${gateways.length}.json`)
  const server = { host: '127.0.0.1', port: 0, logLevel: 'silent', journal: ':memory:' }
  await writeFile(file, JSON.stringify({ server, avatars: { path: join(directory, 'avatars') }, sources }))
  const main = resolve(import.meta.dirname, '../src/main.ts')
  const gateway = spawn(process.execPath, [main, 'start', '--config', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  gateways.push(gateway)
  for await (const line of createInterface({ input: gateway.stdout })) {
    const [url] = /http:\/\/\S+\/graphql/.exec(line) ?? []
    if (url === undefined) continue
    gateway.stdout.resume()
    return url
  }
  throw new Error('the gateway ended before it was ready')
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN
}

function print(name: string, values: Readonly<Record<string, number>>): void {
  const cells = Object.entries(values).map(([label, value]) => `${label} ${value.toFixed(label === 'times' ? 0 : 2)}`)
  console.log(`  ${name.padEnd(30)} ${cells.join('   ')}`)
}
