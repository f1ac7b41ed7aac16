import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runInside } from './run-inside.ts'
import { makeFolder, runKith, spawnKith } from './run-kith.ts'

const own = { kind: 'store', url: 'sqlite:./kith.db' }
const simulated = { kind: 'virtuous', simulate: true }

/** A vendor that refuses everybody and repeats what it was sent. */
async function refusingVendor(): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ message: `no: ${request.headers.authorization}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('kith check', () => {
  it('lists what every source may do, and ends with 0', async () => {
    const directory = await makeFolder({ 'kith.config.json': { sources: { own, donors: simulated } } })

    const { code, stdout, stderr } = await runKith(['check'], { directory })

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^own +store +answers in \d+ ms +person: read, list, search, create, update, delete$/m)
    expect(stdout).toMatch(/^donors +virtuous +answers in \d+ ms +person: .*read/m)
    expect(stdout).toMatch(/^2 of 2 sources answer\.$/m)
  })

  it('names the source that does not answer, shows no secret, and ends with 1', async () => {
    const refused = { kind: 'virtuous', url: await refusingVendor(), token: 'hunter2-token' }
    const directory = await makeFolder({ 'kith.config.json': { sources: { own, refused } } })

    const { code, stdout, stderr } = await runKith(['check'], { directory })

    expect(code).toBe(1)
    expect(stdout).toMatch(/^refused +virtuous +fails +SOURCE_UNAUTHENTICATED: /m)
    expect(stdout).toMatch(/^1 of 2 sources answer\.$/m)
    expect(stdout + stderr).not.toContain('hunter2')
  })

  it('asks no source that callers have accounts of their own at', async () => {
    const donors = { ...simulated, credentials: 'caller' }
    const directory = await makeFolder({ 'kith.config.json': { sources: { own, donors } } })

    const { code, stdout } = await runKith(['check'], { directory })

    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^donors +virtuous +not asked +every caller brings a token of their own, in the header x-kith-donors$/m,
    )
    expect(stdout).toMatch(/^1 of 1 sources answer\.$/m)
  })
})

describe('what kith check shows of unpublished facts', () => {
  it('is every setting that stands for one, with its value', async () => {
    const doors = { kind: 'blusky', simulate: true, successCodes: [0, 7], typeKinds: { pager: 'OTHER' } }
    // Inside this process: a relative file would lie in its folder.
    const inMemory = { kind: 'store', url: 'sqlite::memory:' }
    const directory = await makeFolder({ 'kith.config.json': { sources: { own: inMemory, doors, donors: simulated } } })

    const { code, stdout } = await runInside(['check'], { directory })

    expect(code).toBe(0)
    expect(stdout).toMatch(/^doors: not published of blusky, so settings stand for it\./m)
    expect(stdout).toMatch(/^ {2}successCodes +\[0,7\] +which values of ResultCode mean success$/m)
    expect(stdout).toMatch(/^ {2}typeKinds +pager: OTHER +the kinds of types whose names do not tell$/m)
    expect(stdout).toMatch(/^ {2}paths\.users +\/api\/Person\/GetAllUsers +where users are listed$/m)
    expect(stdout).toMatch(/^ {2}resultCodes +none +/m)
    expect(stdout).toMatch(/^donors: not published of virtuous/m)
    expect(stdout).toMatch(/^ {2}avatarPart +file +/m)
    expect(stdout).not.toMatch(/^own: not published/m)
  })

  it('holds no credential', async () => {
    const sales = { kind: 'leadsy', url: 'http://127.0.0.1:9', username: 'ada@mail.example', password: 'hunter2' }
    const directory = await makeFolder({ 'kith.config.json': { sources: { sales } } })

    const { stdout } = await runInside(['check'], { directory })

    expect(stdout).toMatch(/^ {2}loginPath +\/api\/v1\/users\/login +where one signs in$/m)
    expect(stdout).not.toMatch(/hunter2|ada@mail/)
  })
})

describe('kith simulate', () => {
  it('runs a vendor until asked to end, and prints settings that let a source in', async () => {
    const simulator = spawnKith(['simulate', 'virtuous'])
    const [, settings] = await simulator.waitFor(/A source that uses it: (\{.*\})/)
    const directory = await makeFolder({ 'kith.config.json': { sources: { donors: JSON.parse(settings!) } } })

    const checked = await runKith(['check'], { directory })
    simulator.process.kill('SIGTERM')
    const ended = await simulator.ended

    expect(checked).toMatchObject({ code: 0, stderr: '' })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
  })
})
