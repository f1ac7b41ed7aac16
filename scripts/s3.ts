import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { silentLogger } from '../src/model/logger.ts'
import type { Picture } from '../src/model/picture.ts'
import type { Source } from '../src/sources/source.ts'
import { storeDefinition } from '../src/sources/store/index.ts'

/**
 * Keeps the store's pictures in a bucket of a real S3 server that checks signatures (OpenStack Swift), and ends with an error
 * where it does not behave as a folder does. Use: `node scripts/s3.ts FOLDER`, where FOLDER holds s3-upstream-swift.sh. Says so and
 * ends well where Swift is not installed.
 */
const [tools = '.'] = process.argv.slice(2)
const PORT = 18_081
const BUCKET = 'kith-pictures'
const access = { accessKeyId: 'test:tester', secretAccessKey: 'testing' }
const endpoint = `http://127.0.0.1:${PORT}`
const folder = mkdtempSync(join(tmpdir(), 'kith-s3-'))
const swift = (command: string): string =>
  execFileSync(join(tools, 's3-upstream-swift.sh'), [command, join(folder, 'swift'), String(PORT)], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })?.toString()

if (!isInstalled()) console.log('Swift is not installed (see s3-upstream-swift.sh): nothing was tried')
else await run().finally(() => rmSync(folder, { recursive: true, force: true }))

async function run(): Promise<void> {
  swift('start')
  const client = new S3Client({
    region: 'us-east-1',
    endpoint,
    forcePathStyle: true,
    credentials: { ...access },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  try {
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
    const keys = async (): Promise<readonly (string | undefined)[]> =>
      ((await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))).Contents ?? []).map(({ Key }) => Key)
    await tryPictures(keys)
    await trySweep(keys, (key) => client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'left over' })))
    await tryWrongSecret()
  } finally {
    client.destroy()
    swift('stop')
  }
  console.log('pictures are set, read, replaced, shared, removed and swept in a bucket; a wrong secret is refused')
}

async function tryPictures(keys: () => Promise<readonly unknown[]>): Promise<void> {
  const store = await openStore()
  const [one, two] = [pictureOf('one'), pictureOf('two'.repeat(500_000))]
  const ann = await create(store, one)
  const bob = await create(store, one)
  check('a picture comes back', await shown(store, ann), 'one')
  check('a picture is there once', await keys(), [`avatars/${one.sha256}`])

  await put(store, ann, two)
  check('a larger one comes back', (await shown(store, ann))?.length, 1_500_000)
  check('one that is still shown stays', await shown(store, bob), 'one')
  await remove(store, bob)
  await remove(store, ann)
  check('a removed one is gone', await shown(store, ann), null)
  check('what nobody shows is gone', await keys(), [])
  await store.close?.()
}

/** What a crash left goes at the next start, once it is old enough; the clock is moved, not waited for. */
async function trySweep(
  keys: () => Promise<readonly unknown[]>,
  leave: (key: string) => Promise<unknown>,
): Promise<void> {
  const other = 'elsewhere/readme.txt'
  await leave(`avatars/${'a'.repeat(64)}`)
  await leave(other)
  const later = await openStore({}, Date.now() + 2 * 60 * 60 * 1000)
  await later.close?.() // waits for the sweep
  check('a left-over is swept, and nothing else', await keys(), [other])
}

async function tryWrongSecret(): Promise<void> {
  const store = await openStore({ secretAccessKey: 'wrong' })
  const created = await store.planCreate?.('Person', { firstName: 'Eve' }, pictureOf('x'), options())
  const sent = created && (await store.send?.(created, { ...options(), ifVersion: null }))
  check('a wrong secret is refused', sent?.error?.code, 'SOURCE_UNAVAILABLE')
  await store.close?.()
}

async function openStore(settings: Readonly<Record<string, unknown>> = {}, nowMs?: number): Promise<Source> {
  const avatars = { driver: 's3', bucket: BUCKET, endpoint, ...access, ...settings }
  const now = () => nowMs ?? Date.now()
  return storeDefinition.create('own', storeDefinition.settings.parse({ url: 'sqlite::memory:', avatars }), {
    log: silentLogger,
    now,
    linkTo: null,
  })
}

async function create(store: Source, picture: Picture): Promise<string> {
  const plan = await store.planCreate?.('Person', { firstName: 'Ann' }, picture, options())
  const sent = plan && (await store.send?.(plan, { ...options(), ifVersion: null }))
  if (!sent?.id) throw sent?.error ?? new Error('Nobody was created')
  return sent.id
}

async function put(store: Source, id: string, picture: Picture): Promise<void> {
  const plan = (await store.open?.('Person', id, options()))?.putAvatar?.(picture)
  const sent = plan && (await store.send?.(plan, { ...options(), ifVersion: null }))
  if (sent?.error !== null) throw sent?.error ?? new Error('Nothing was sent')
}

async function remove(store: Source, id: string): Promise<void> {
  const plan = (await store.open?.('Person', id, options()))?.removeAvatar?.()
  const sent = plan && (await store.send?.(plan, { ...options(), ifVersion: null }))
  if (sent?.error !== null) throw sent?.error ?? new Error('Nothing was sent')
}

async function shown(store: Source, id: string): Promise<string | null> {
  const found = await store.readAvatar?.({ type: 'Person', source: 'own', id }, options())
  return found ? Buffer.from(found.bytes).toString() : null
}

function options() {
  return { signal: AbortSignal.timeout(20_000) }
}

function pictureOf(text: string): Picture {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { bytes: Buffer.from(text), contentType: 'image/png', filename: 'avatar.png', sha256 }
}

function check(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) === JSON.stringify(expected)) return
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
}

function isInstalled(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v swift-proxy-server && command -v memcached'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
