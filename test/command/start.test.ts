import { spawn } from 'node:child_process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { beginRequest, refusesConnections } from './begin-request.ts'
import { ask, MAIN, makeFolder, type RunningKith, spawnKith } from './run-kith.ts'

const READY = /GraphiQL {2}(http:\/\/127\.0\.0\.1:\d+)\/graphql/

async function startKith(sources: Readonly<Record<string, unknown>>): Promise<{ kith: RunningKith; url: string }> {
  const directory = await makeFolder({ 'kith.config.json': { server: { port: 0, logLevel: 'error' }, sources } })
  const kith = spawnKith(['start'], { directory })
  const [, url] = (await kith.waitFor(READY)) as unknown as [string, string]
  return { kith, url }
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
