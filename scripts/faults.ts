/**
 * Runs a gateway of three vendors, simulated, and puts every fault of a TCP proxy between it and one of them: the answers of the
 * other two must stay as they are, to the byte.
 *
 *     node scripts/faults.ts PROXY
 *
 * PROXY is a module with `startProxy({ listen, to })`, which resolves with `{ port, set(fault), close() }`. Exits with 1 when
 * another source's answer is not what it was, or when the faulty one is not asked again once it is well.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

type Fault = Readonly<Record<string, unknown>>

interface Proxy {
  readonly port: number
  set(fault: Fault): void
  close(): Promise<void>
}

interface ProxyModule {
  startProxy(options: { readonly listen: number; readonly to: string }): Promise<Proxy>
}

/** How long the faulty source is given for a call. */
const TIMEOUT_MS = 400
/** Longer than a source that failed is left alone. */
const RECOVERY_MS = 15_000
const FAULTS: readonly Fault[] = [
  { refuse: true },
  { upstreamDown: true },
  { blackhole: true },
  ...[0, 20, 400, 5000].flatMap((bytes) => [{ resetAfter: bytes }, { closeAfter: bytes }]),
  { latency: 30, jitter: 20 },
  { latency: 2 * TIMEOUT_MS },
  { firstByte: 2 * TIMEOUT_MS },
  { rate: 400 },
  { trickle: 20 },
  ...[5, 40, 300, 1500].map((byte) => ({ corrupt: byte })),
  { up: { latency: 2 * TIMEOUT_MS } },
  { up: { rate: 100 } },
  { up: { resetAfter: 60 } },
  { up: { closeAfter: 60 } },
  { maxConn: 1 },
  { refuse: true, p: 0.5 },
]

const RECORD =
  'id displayName version raw updatedAt avatar { url } contactItems { kind value normalizedValue } customFields { key value }'
const PAGE = `nodes { ${RECORD} } totalCount pageInfo { hasNextPage } slices { count error { code } }`

const PROJECT = resolve(import.meta.dirname, '..')
const [tool] = process.argv.slice(2)
if (tool === undefined) {
  console.error('usage: node scripts/faults.ts PROXY')
  process.exit(2)
}
const { startProxy } = (await import(pathToFileURL(resolve(tool)).href)) as ProxyModule
const directory = await mkdtemp(join(tmpdir(), 'kith-faults-'))
const running: ChildProcess[] = []
try {
  process.exitCode = (await tryAll()) ? 0 : 1
} finally {
  await Promise.all(running.map(stop))
  await rm(directory, { recursive: true, force: true })
}

async function tryAll(): Promise<boolean> {
  const settings = JSON.parse(await startKith(['simulate', 'virtuous'], /A source that uses it: (\{.*\})/))
  const to = new URL(settings.url).host
  let proxy = await startProxy({ listen: 0, to })
  const { port } = proxy
  const config = {
    server: { host: '127.0.0.1', port: 0, logLevel: 'silent', journal: ':memory:' },
    avatars: { path: join(directory, 'avatars') },
    sources: {
      sales: { kind: 'leadsy', simulate: true },
      office: { kind: 'onlyoffice-crm', simulate: true, requestsPerSecond: 1000 },
      donors: { ...settings, url: `http://127.0.0.1:${port}`, timeoutMs: TIMEOUT_MS },
    },
  }
  const file = join(directory, 'kith.config.json')
  await writeFile(file, JSON.stringify(config))
  const url = await startKith(['start', '--config', file], /(http:\/\/\S+\/graphql)/)

  /** A kept connection would go on as it began. */
  async function behave(fault: Fault): Promise<void> {
    await proxy.close()
    proxy = await startProxy({ listen: port, to })
    proxy.set(fault)
  }
  try {
    const document = await documentFor(url)
    const well = await ask(url, document)
    if (well.donors !== 'well') throw new Error('the source answers nothing to begin with')
    let passed = true
    for (const fault of FAULTS) {
      await behave(fault)
      const sick = await ask(url, document)
      await behave({})
      const recovered = await becomesWell(url, document)
      const same = sick.others === well.others && recovered.others === well.others
      const verdict = !same
        ? 'ANOTHER SOURCE ANSWERED OTHERWISE'
        : recovered.donors === 'well'
          ? 'ok'
          : 'NOT ASKED AGAIN'
      console.log(
        `${verdict.padEnd(4)} ${JSON.stringify(fault).padEnd(30)} ${String(sick.ms).padStart(5)} ms  ${sick.donors}`,
      )
      passed &&= verdict === 'ok'
    }
    return passed
  } finally {
    await proxy.close()
  }
}

/** Everything of two sources, and of the third behind it, whose records are asked for among theirs too. */
async function documentFor(url: string): Promise<string> {
  const lists =
    'sales: users(first: 3, sources: ["sales"]) { nodes { id } } office: people(first: 3, sources: ["office"]) { nodes { id } } donors: people(first: 3, sources: ["donors"]) { nodes { id } }'
  const { data } = JSON.parse(await post(url, `{ ${lists} }`))
  const idsOf = (list: string): string[] => data[list].nodes.map(({ id }: { readonly id: string }) => id)
  const records = (...lists: readonly string[]) =>
    `nodes(ids: ${JSON.stringify(lists.flatMap(idsOf))}) { ... on Contactable { ${RECORD} } }`
  return `{
    sales: users(first: 50, sources: ["sales"]) { ${PAGE} }
    office: people(first: 50, sources: ["office"]) { ${PAGE} }
    companies: organizations(first: 20, sources: ["office"]) { nodes { ${RECORD} people(first: 2) { nodes { id } } } }
    others: ${records('sales', 'office')}
    donors: people(first: 20, sources: ["donors"]) { ${PAGE} }
    mixed: ${records('donors', 'sales', 'office')}
  }`
}

interface Asked {
  /** What the other sources gave, as it came. */
  readonly others: string
  /** How the third fared. */
  readonly donors: string
  readonly ms: number
}

async function ask(url: string, document: string): Promise<Asked> {
  const startedAt = performance.now()
  const text = await post(url, document)
  const ms = Math.round(performance.now() - startedAt)
  const { data } = JSON.parse(text)
  const mixed: readonly unknown[] = data.mixed.slice(3)
  const error: { readonly code: string } | null = data.donors.slices[0].error
  return {
    others: text.slice(0, text.indexOf('"donors":')) + JSON.stringify(mixed),
    donors: error?.code ?? 'well',
    ms,
  }
}

async function becomesWell(url: string, document: string): Promise<Asked> {
  const untilMs = Date.now() + RECOVERY_MS
  for (;;) {
    const asked = await ask(url, document)
    if (asked.donors === 'well' || Date.now() > untilMs) return asked
  }
}

async function post(url: string, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })
  return response.text()
}

/** Starts the command, and resolves with what the pattern finds in what it prints. */
async function startKith(command: readonly string[], pattern: RegExp): Promise<string> {
  const child = spawn(process.execPath, [join(PROJECT, 'src/main.ts'), ...command], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const found = pattern.exec(line)?.[1]
    if (found === undefined) continue
    child.stdout.resume()
    return found
  }
  throw new Error(`kith ${command[0]} ended before it was ready`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
