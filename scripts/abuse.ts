/**
 * Runs three tools against a gateway of their own: an audit of GraphQL over HTTP, hostile queries and hostile uploads.
 *
 *     node scripts/abuse.ts FOLDER
 *
 * FOLDER holds graphql-http-audit.mjs, query-abuse.mjs and upload-abuse.mjs. Exits with 1 when one of them finds anything, or
 * when the gateway does not end cleanly.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const MAX_UPLOAD_BYTES = 10_000_000
const CONFIG = {
  server: { host: '127.0.0.1', port: 0, logLevel: 'error', maxUploadBytes: MAX_UPLOAD_BYTES },
  store: { url: 'sqlite:./kith.db' },
  sources: { own: { kind: 'store' } },
}
const PROJECT = resolve(import.meta.dirname, '..')

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node scripts/abuse.ts FOLDER')
  process.exit(2)
}
const tools = resolve(folder)
const directory = await mkdtemp(join(tmpdir(), 'kith-abuse-'))
try {
  process.exitCode = (await abuse()) ? 0 : 1
} finally {
  await rm(directory, { recursive: true, force: true })
}

async function abuse(): Promise<boolean> {
  const { gateway, url } = await startGateway()
  try {
    const ownerId = await createPerson(url)
    const pid = `--pid=${gateway.pid}`
    const upload = `mutation($f: Upload!) { uploadAvatar(input: { ownerId: "${ownerId}", file: $f }) { owner { id } userErrors { message } } }`
    // No field takes several files: these are read whole and then refused with the document.
    const uploads = 'mutation($fs: [Upload!]!) { __typename }'
    const passed = [
      await run('graphql-http-audit.mjs', url, '--fail-on=may'),
      await run('query-abuse.mjs', url, '--strict', pid),
      await run(
        'upload-abuse.mjs',
        url,
        '--strict',
        pid,
        `--limit=${MAX_UPLOAD_BYTES}`,
        '--header=x-graphql-yoga-csrf: 1',
        `--mutation=${upload}`,
        `--many=${uploads}`,
      ),
    ]
    return passed.every(Boolean)
  } finally {
    await stop(gateway)
  }
}

async function startGateway(): Promise<{ gateway: ChildProcess; url: string }> {
  const file = join(directory, 'kith.config.json')
  await writeFile(file, JSON.stringify(CONFIG))
  const gateway = spawn(process.execPath, [join(PROJECT, 'src/main.ts'), 'start', '--config', file], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: gateway.stdout })
  for await (const line of lines) {
    const [url] = /http:\/\/\S+\/graphql/.exec(line) ?? []
    if (url === undefined) continue
    gateway.stdout.resume()
    return { gateway, url }
  }
  throw new Error('the gateway ended before it was ready')
}

async function createPerson(url: string): Promise<string> {
  const query =
    'mutation { createPerson(input: { source: "own", firstName: "Ada" }) { person { id } userErrors { message } } }'
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const text = await response.text()
  const { data } = JSON.parse(text) as { data?: { createPerson?: { person?: { id: string } | null } } }
  const id = data?.createPerson?.person?.id
  if (id === undefined) throw new Error(`no person could be created: ${text}`)
  return id
}

async function run(tool: string, ...options: readonly string[]): Promise<boolean> {
  console.log(`\n${tool}`)
  const child = spawn(process.execPath, [join(tools, tool), ...options], { cwd: PROJECT, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code === 0
}

async function stop(gateway: ChildProcess): Promise<void> {
  if (gateway.exitCode !== null) throw new Error(`the gateway ended with ${gateway.exitCode}`)
  const exit = once(gateway, 'exit')
  gateway.kill('SIGTERM')
  const [code, signal] = await exit
  if (code !== 0) throw new Error(`the gateway ended with ${code ?? signal}`)
}
