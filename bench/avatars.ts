/**
 * What pictures cost: memory and time of twenty uploads of 10 MB at once, the first and the repeated delivery of a picture, and the
 * repeated one against a plain static file server beside it. Run with `node --expose-gc bench/avatars.ts`.
 *
 * Uploads go to a kith in a process of its own, over HTTP, into the own store; its peak memory is what Linux says of it (VmHWM).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { Pool } from 'undici'

const UPLOADS = 20
const UPLOAD_BYTES = 9_900_000
const PIXELS = 25_000_000
const DELIVERIES = 4_000
const CONCURRENCY = 8
const MEBIBYTE = 1024 * 1024
const PROJECT = resolve(import.meta.dirname, '..')

const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
const kith = await startKith()
try {
  const photograph = await makePhotograph()
  const ids = await createPeople(UPLOADS)
  await upload(ids[0] as string, await small(photograph)) // sharp is loaded, its threads are started
  await benchUploads(photograph, ids)
  await benchDelivery(ids[0] as string)
} finally {
  kith.child.kill('SIGTERM')
  await once(kith.child, 'close')
  await rm(folder, { recursive: true })
}

async function benchUploads(photograph: Buffer, ids: readonly string[]): Promise<void> {
  const restBytes = await memory('VmRSS')
  await writeFile(`/proc/${kith.child.pid}/clear_refs`, '5')
  const watch = watchHealth()
  const startedAt = performance.now()
  await Promise.all(ids.map((id) => upload(id, photograph)))
  const tookMs = performance.now() - startedAt
  const health = await watch.end()
  const workers = Math.min(availableParallelism(), 3)
  const grown = (await memory('VmHWM')) - restBytes
  const decoded = workers * PIXELS * 3
  report('uploads', `${UPLOADS} of ${mib(photograph.byteLength)} at once, 25 million pixels each, ${workers} workers`)
  report('  time', `${(tookMs / 1000).toFixed(1)} s, ${(tookMs / UPLOADS).toFixed(0)} ms each`)
  report('  peak memory grew by', `${mib(grown)}; decoded pictures of ${workers} workers: ${mib(decoded)}`)
  report('  beyond them', mib(grown - decoded))
  report('  /healthz meanwhile', `median ${health.median.toFixed(1)} ms, slowest ${health.slowest.toFixed(0)} ms`)
}

/** Asks whether kith is alive, from a thread of its own, for this one is busy sending. */
function watchHealth(): { end: () => Promise<{ median: number; slowest: number }> } {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads')
    let running = true
    parentPort.once('message', () => { running = false })
    ;(async () => {
      const times = []
      while (running) {
        const startedAt = performance.now()
        await (await fetch(workerData + '/healthz')).text()
        times.push(performance.now() - startedAt)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      times.sort((a, b) => a - b)
      parentPort.postMessage({ median: times[times.length >> 1], slowest: times.at(-1) })
    })()`,
    { eval: true, workerData: kith.url },
  )
  return {
    end: async () => {
      worker.postMessage('end')
      const [health] = (await once(worker, 'message')) as [{ median: number; slowest: number }]
      return health
    },
  }
}

async function benchDelivery(id: string): Promise<void> {
  const url = await addressOf(id, 256)
  for (const accept of ['image/avif', 'image/webp', '*/*']) {
    const { ms, bytes, type } = await timed(url, accept)
    report(`first delivery, ${type}`, `${ms.toFixed(0)} ms, ${bytes.byteLength} bytes`)
  }
  const { bytes } = await timed(url, 'image/webp')
  const file = join(folder, 'picture.webp')
  await writeFile(file, bytes)
  const plain = await startStatic(file)
  await load(url, 500)
  await load(plain.url, 500)
  const rounds = [1, 2, 3]
  const ours: number[] = []
  const theirs: number[] = []
  for (const _round of rounds) {
    ours.push(await load(url, DELIVERIES))
    theirs.push(await load(plain.url, DELIVERIES))
  }
  plain.close()
  const [cached, fixed] = [Math.max(...ours), Math.max(...theirs)]
  report('cached delivery', `${cached.toFixed(0)} a second`)
  report('static file server', `${fixed.toFixed(0)} a second (node:http, stat and a read stream)`)
  report('ratio', (cached / fixed).toFixed(2))
}

/** Requests a second, best of some rounds. */
async function load(url: string, count: number): Promise<number> {
  const { origin, pathname, search } = new URL(url)
  const pool = new Pool(origin, { connections: CONCURRENCY })
  let left = count
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) {
        const answer = await pool.request({
          method: 'GET',
          path: pathname + search,
          headers: { accept: 'image/webp' },
        })
        await answer.body.dump()
        if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}`)
      }
    }),
  )
  const perSecond = count / ((performance.now() - startedAt) / 1000)
  await pool.close()
  return perSecond
}

async function timed(url: string, accept: string) {
  const startedAt = performance.now()
  const response = await fetch(url, { headers: { accept } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { ms: performance.now() - startedAt, bytes, type: response.headers.get('content-type') }
}

/** As much as a static file server must do: look whether the file is there, and stream it. */
async function startStatic(file: string) {
  const server = createServer(async (_request, response) => {
    const { size, mtimeMs } = await stat(file)
    response.writeHead(200, {
      'content-type': 'image/webp',
      'content-length': size,
      etag: `"${size}-${mtimeMs}"`,
      'cache-control': 'max-age=31536000, immutable',
    })
    createReadStream(file).pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/picture.webp`, close: () => server.close() }
}

/** A JPEG of 25 million pixels and as many bytes as an upload may have. */
async function makePhotograph(): Promise<Buffer> {
  const create = (side: number, sigma: number) => {
    const noise = { type: 'gaussian', mean: 128, sigma } as const
    return sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } })
  }
  const shapes = await create(60, 80).resize(5000, 5000, { kernel: 'cubic' }).png().toBuffer()
  const grain = await create(5000, 24).png({ compressionLevel: 1 }).toBuffer()
  const pixels = await sharp(shapes)
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer()
  let best = Buffer.alloc(0)
  for (let [low, high] = [20, 100]; high - low > 1; ) {
    const quality = Math.floor((low + high) / 2)
    const raw = { width: 5000, height: 5000, channels: 3 } as const
    const bytes = await sharp(pixels, { raw }).jpeg({ quality }).toBuffer()
    if (bytes.byteLength <= UPLOAD_BYTES) {
      best = bytes
      low = quality
    } else high = quality
  }
  return best
}

function small(photograph: Buffer): Promise<Buffer> {
  return sharp(photograph).resize(100).jpeg().toBuffer()
}

async function startKith(): Promise<{ child: ChildProcess; url: string }> {
  const config = {
    server: { port: 0, logLevel: 'error', answerTimeoutMs: 120_000 },
    sources: { own: { kind: 'store', url: 'sqlite:./kith.db' } },
  }
  await writeFile(join(folder, 'kith.config.json'), JSON.stringify(config))
  const child = spawn(process.execPath, [join(PROJECT, 'src/main.ts'), 'start'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const text of child.stdout) {
    output += text
    const url = /(http:\/\/\S+)\/graphql/.exec(output)?.[1]
    if (url !== undefined) return { child, url }
  }
  throw new Error('kith did not start')
}

async function createPeople(count: number): Promise<readonly string[]> {
  const create = `mutation { createPerson(input: { source: "own", firstName: "Ann" }) { person { id } } }`
  const people = await Promise.all(Array.from({ length: count }, () => ask(create)))
  return people.map((data) => (data as { createPerson: { person: { id: string } } }).createPerson.person.id)
}

async function addressOf(id: string, size: number): Promise<string> {
  const data = await ask(`{ person(id: "${id}") { avatar { url(size: ${size}) } } }`)
  return (data as { person: { avatar: { url: string } } }).person.avatar.url
}

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${kith.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: unknown }).data
}

async function upload(ownerId: string, bytes: Buffer): Promise<void> {
  const query = `mutation ($file: Upload!) { uploadAvatar(input: { ownerId: "${ownerId}", file: $file }) { receipts { outcome } userErrors { message } } }`
  const form = new FormData()
  form.set('operations', JSON.stringify({ query, variables: { file: null } }))
  form.set('map', JSON.stringify({ 0: ['variables.file'] }))
  form.set('0', new Blob([new Uint8Array(bytes)]), 'picture.jpg')
  const response = await fetch(`${kith.url}/graphql`, {
    method: 'POST',
    headers: { 'x-graphql-yoga-csrf': '1' },
    body: form,
  })
  const text = await response.text()
  if (!text.includes('"UPDATED"')) throw new Error(text)
}

async function memory(what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${kith.child.pid}/status`, 'utf8')
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) * 1024
}

function mib(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(0)} MiB`
}

function report(what: string, value: string): void {
  console.log(`${what.padEnd(30)} ${value}`)
}
