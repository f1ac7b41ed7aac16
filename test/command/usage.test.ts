import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runInside } from './run-inside.ts'
import { makeFolder } from './run-kith.ts'

const own = { sources: { own: { kind: 'store', url: 'sqlite:${FOLDER}/kith.db' } } }

describe('kith', () => {
  it('prints its version', async () => {
    const { code, stdout } = await runInside(['--version'])

    expect({ code, stdout }).toEqual({ code: 0, stdout: '1.2.3\n' })
  })

  it.each([[[]], [['start']], [['check']], [['schema']], [['simulate']]])(
    'explains itself: %j --help',
    async (command) => {
      const { code, stdout, stderr } = await runInside([...command, '--help'])

      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(/^Usage: kith/)
    },
  )

  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /expected a command; see kith --help/],
    ['an unknown command', ['strat'], /unknown command 'strat' \(Did you mean start\?\)/],
    ['an unknown option', ['start', '--prot', '4'], /unknown option '--prot' \(Did you mean --port\?\)/],
    ['an option without its value', ['start', '--port'], /option '--port <number>' argument missing/],
    ['a port that is none', ['start', '--port', '70000'], /'--port <number>' .*Expected a number from 0 to 65535/],
    [
      'a kind without a simulator',
      ['simulate', 'virtuos'],
      /there is no simulator of "virtuos"; did you mean "virtuous"\?/,
    ],
    ['too much', ['schema', 'all'], /too many arguments/],
    ['a missing file', ['start', '--config', 'gone.json'], /gone\.json: there is no such file/],
  ])('says in one line what is wrong with %s, and ends with 2', async (_title, args, expected) => {
    const { code, stdout, stderr } = await runInside(args)

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^kith: [^\n]+\n$/)
    expect(stderr).toMatch(expected)
  })

  it.each<[string, Record<string, unknown>, string]>([
    [
      'no configuration',
      {},
      'no configuration here: create kith.config.ts, or name a file with --config FILE or KITH_CONFIG',
    ],
    [
      'a bad setting',
      { 'kith.config.json': { ...own, server: { port: true } } },
      'kith.config.json: server.port: expected a number',
    ],
    [
      'a store nowhere, told where it was said',
      { 'kith.config.json': { store: { url: 'kith.db' }, sources: { own: { kind: 'store' } } } },
      'kith.config.json: store.url: must be sqlite:FILE, as in sqlite:./data/kith.db, or sqlite::memory:',
    ],
    [
      'two stores in one file',
      { 'kith.config.json': { sources: { own: { kind: 'store' }, mine: { kind: 'store' } } } },
      'kith.config.json: sources.mine.url: sources.own keeps its people there already',
    ],
    [
      'an unset variable',
      {
        'kith.config.json': {
          sources: { donors: { kind: 'virtuous', url: 'https://example.org', token: '${KITH_TEST_TOKEN}' } },
        },
      },
      'kith.config.json: sources.donors.token: the environment variable KITH_TEST_TOKEN is not set',
    ],
  ])('does not start with %s', async (_title, files, expected) => {
    const directory = await makeFolder(files)

    const { code, stderr } = await runInside(['start'], { directory, environment: { FOLDER: directory } })

    expect({ code, stderr }).toEqual({ code: 2, stderr: `kith: ${expected}\n` })
  })

  it('does not listen where others could reach it', async () => {
    const directory = await makeFolder({ 'kith.config.json': own })

    const { code, stderr } = await runInside(['start', '--host', '0.0.0.0'], {
      directory,
      environment: { FOLDER: directory },
    })

    expect(code).toBe(2)
    expect(stderr).toMatch(/^kith: server\.host: expected 127\.0\.0\.1[^\n]+\n$/)
  })

  it.each(['start', 'simulate'])('%s says that its port is taken, and ends with 1', async (command) => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as AddressInfo
    const directory = await makeFolder({ 'kith.config.json': own })
    const args = command === 'start' ? ['start'] : ['simulate', 'virtuous']

    const { code, stderr } = await runInside([...args, '--port', String(port)], {
      directory,
      environment: { FOLDER: directory },
    })

    expect(code).toBe(1)
    expect(stderr).toBe(`kith: Port ${port} of 127.0.0.1 is taken by another program: choose another one\n`)
  })
})

describe('kith schema', () => {
  it('prints the schema that is committed', async () => {
    const { code, stdout } = await runInside(['schema'], { directory: await makeFolder() })

    expect(code).toBe(0)
    expect(stdout).toBe(await readFile('schema.graphql', 'utf8'))
  })
})
