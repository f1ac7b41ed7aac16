import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ask, MAIN, makeFolder, type RunningKith, spawnKith } from './run-kith.ts'

const READY = /GraphiQL {2}(http:\/\/127\.0\.0\.1:\d+)\/graphql/

async function startKith(sources: Readonly<Record<string, unknown>>): Promise<{ kith: RunningKith; url: string }> {
  const directory = await makeFolder({ 'kith.config.json': { server: { port: 0, logLevel: 'error' }, sources } })
  const kith = spawnKith(['start'], { directory })
  const [, url] = (await kith.waitFor(READY)) as unknown as [string, string]
  return { kith, url }
}

interface BegunRequest {
  /** Sends the rest, and resolves with the answer. */
  finish(): Promise<{ readonly status: number | undefined; readonly text: string }>
  /** Resolves when the connection is cut before an answer. */
  readonly cutOff: Promise<unknown>
}

/** A request that the server has begun to read, as its `100 Continue` tells, and that waits for its body. */
async function beginRequest(url: string, query: string): Promise<BegunRequest> {
  const body = JSON.stringify({ query })
  const sent = request(`${url}/graphql`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), expect: '100-continue' },
  })
  const cutOff = once(sent, 'error')
  cutOff.catch(() => undefined) // only one of the tests looks
  onTestFinished(() => void sent.destroy())
  sent.flushHeaders()
  await once(sent, 'continue')
  return {
    cutOff,
    async finish() {
      const answered = once(sent, 'response')
      sent.end(body)
      const [response] = (await answered) as [IncomingMessage]
      return { status: response.statusCode, text: Buffer.concat(await response.toArray()).toString() }
    },
  }
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
    const { kith, url } = await startKith({ own })
    const running = await beginRequest(url, '{ sources { name } }')

    kith.process.kill('SIGTERM')
    await refusesConnections(url)
    const { status, text } = await running.finish()

    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ data: { sources: [{ name: 'own' }] } })
    expect((await kith.ended).code).toBe(0)
  })

  it('ends at once when asked a second time', async () => {
    const { kith, url } = await startKith({ own })
    const running = await beginRequest(url, '{ sources { name } }')
    kith.process.kill('SIGTERM')
    await refusesConnections(url)

    const again = setInterval(() => kith.process.kill('SIGTERM'), 50)
    onTestFinished(() => clearInterval(again))

    expect(await kith.ended).toMatchObject({ code: 143 })
    await running.cutOff
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
