import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ask, MAIN, makeFolder, type RunningKith, spawnKith } from './run-kith.ts'

const READY = /GraphiQL {2}(http:\/\/127\.0\.0\.1:\d+)\/graphql/

async function startKith(sources: Readonly<Record<string, unknown>>): Promise<{ kith: RunningKith; url: string }> {
  const directory = await makeFolder({ 'kith.config.json': { server: { port: 0, logLevel: 'error' }, sources } })
  const kith = spawnKith(['start'], { directory })
  const [, url] = (await kith.waitFor(READY)) as unknown as [string, string]
  return { kith, url }
}

/** A vendor that answers only when it is let. */
async function slowVendor(): Promise<{ url: string; asked: Promise<void>; release: () => void }> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let tell = () => {}
  const asked = new Promise<void>((resolve) => {
    tell = resolve
  })
  const server = createServer(async (_request, response) => {
    tell()
    await released
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    release()
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, release }
}

/** Resolves when nothing listens there any more. */
async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    const listening = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    )
    if (!listening) return
  }
}

const own = { kind: 'store', url: 'sqlite:./kith.db' }
const ALL_HEALTH = '{ sources { name health { status } } }'

describe('kith start', () => {
  it('says where it is and what it serves, and ends with 0 when asked to', async () => {
    const { kith, url } = await startKith({ own, donors: { kind: 'virtuous', simulate: true } })

    const answer = await ask(url, '{ sources { name kind } }')
    kith.process.kill('SIGTERM')
    const { code, stdout, stderr } = await kith.ended

    expect(answer).toEqual({
      data: {
        sources: [
          { name: 'own', kind: 'store' },
          { name: 'donors', kind: 'virtuous' },
        ],
      },
    })
    expect(stdout).toContain('own (store)')
    expect(stdout).toContain('donors (virtuous, simulated')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('lets running requests end before it does', async () => {
    const vendor = await slowVendor()
    const { kith, url } = await startKith({ own, slow: { kind: 'virtuous', url: vendor.url, token: 'invented' } })
    const answering = ask(url, ALL_HEALTH)
    await vendor.asked

    kith.process.kill('SIGTERM')
    await refusesConnections(url)
    vendor.release()

    expect((await answering).data).toMatchObject({
      sources: [{ name: 'own', health: { status: 'UP' } }, { name: 'slow' }],
    })
    expect((await kith.ended).code).toBe(0)
  })

  it('ends at once when asked a second time', async () => {
    const vendor = await slowVendor()
    const { kith, url } = await startKith({ slow: { kind: 'virtuous', url: vendor.url, token: 'invented' } })
    const answering = ask(url, ALL_HEALTH).catch(() => 'cut off')
    await vendor.asked
    kith.process.kill('SIGTERM')
    await refusesConnections(url)

    const again = setInterval(() => kith.process.kill('SIGTERM'), 50)
    onTestFinished(() => clearInterval(again))

    expect(await kith.ended).toMatchObject({ code: 143 })
    expect(await answering).toBe('cut off')
  })

  it('ends with the shell that npm has started it in', async () => {
    const directory = await makeFolder({
      'kith.config.json': { server: { port: 0, logLevel: 'error' }, sources: { own } },
    })
    // The second command keeps the shell from becoming the first one.
    const shell = spawn('sh', ['-c', '"$0" "$1" start & wait', process.execPath, MAIN], {
      cwd: directory,
      env: { ...process.env, npm_lifecycle_event: 'start' },
    })
    onTestFinished(() => void shell.kill('SIGKILL'))
    const url = await new Promise<string>((resolve) => {
      let text = ''
      shell.stdout.on('data', (chunk) => {
        text += chunk
        const match = READY.exec(text)
        if (match !== null) resolve(match[1]!)
      })
    })

    shell.kill('SIGKILL')

    await refusesConnections(url)
  })

  it('keeps what was written when it starts again', async () => {
    const directory = await makeFolder({
      'kith.config.json': { server: { port: 0, logLevel: 'error' }, sources: { own } },
    })
    const run = async (query: string) => {
      const kith = spawnKith(['start'], { directory })
      const [, url] = (await kith.waitFor(READY)) as unknown as [string, string]
      const answer = await ask(url, query)
      kith.process.kill('SIGINT')
      await kith.ended
      return answer
    }

    await run('mutation { createPerson(input: { source: "own", firstName: "Ada" }) { person { id } } }')
    const answer = await run('{ people(first: 10) { nodes { firstName } totalCount } }')

    expect(answer.data).toEqual({ people: { nodes: [{ firstName: 'Ada' }], totalCount: 1 } })
  })
})
