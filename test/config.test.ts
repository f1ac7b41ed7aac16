import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ConfigError } from '../src/config/config-error.ts'
import { type Config, loadConfig, overrideServer, readConfig, readSourceSettings } from '../src/config.ts'
import type { SourceDefinition } from '../src/sources/definition.ts'

const settings = z.strictObject({
  url: z.url(),
  token: z.string().min(4),
  timeoutMs: z.int().max(60_000).default(10_000),
  scheme: z.enum(['Bearer', 'Basic']).default('Bearer'),
  verified: z.boolean().default(true),
})

function define(kind: string, simulated: boolean): SourceDefinition {
  const create = () => {
    throw new Error('no test makes a source')
  }
  const simulator = { start: () => Promise.reject(new Error('no test starts a simulator')) }
  return { kind, settings, create, ...(simulated && { simulator }) }
}

const definitions = [define('donors-crm', true), define('store', false)]
const donors = { kind: 'donors-crm', url: 'https://crm.example.org', token: 'secret-token' }

function read(value: unknown, environment: Record<string, string> = {}): Config {
  return readConfig(value, environment, definitions)
}

function problemOf(value: unknown, environment: Record<string, string> = {}): string {
  try {
    read(value, environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('the configuration was taken')
}

describe('readConfig', () => {
  it('fills defaults in, keeps the order of the sources, and freezes the result', () => {
    const config = read({ sources: { zeta: donors, alpha: donors } })

    expect(config.server).toMatchObject({ host: '127.0.0.1', port: 4000, logLevel: 'info', maxUploadBytes: 10_000_000 })
    expect(config.sources.map(({ name }) => name)).toEqual(['zeta', 'alpha'])
    expect(Object.isFrozen(config) && Object.isFrozen(config.server) && Object.isFrozen(config.sources[0]!.given)).toBe(
      true,
    )
  })

  it('reads the settings of a source as its definition does', () => {
    const config = read({ sources: { donors } })

    const found = readSourceSettings(config.sources[0]!)

    expect(found).toEqual({ ...settings.parse({ url: donors.url, token: donors.token }) })
  })

  it.each([
    [
      'a bad URL',
      { ...donors, url: 'crm.example.org' },
      'sources.donors.url: expected a URL, such as https://example.org',
    ],
    ['a missing setting', { kind: 'donors-crm', url: donors.url }, 'sources.donors.token: missing; expected a text'],
    ['a number for a text', { ...donors, token: 12345 }, 'sources.donors.token: expected a text'],
    ['a text that is too short', { ...donors, token: 'abc' }, 'sources.donors.token: expected at least 4 characters'],
    [
      'a number that is too large',
      { ...donors, timeoutMs: 90_000 },
      'sources.donors.timeoutMs: expected at most 60000',
    ],
    ['a broken number', { ...donors, timeoutMs: 1.5 }, 'sources.donors.timeoutMs: expected a whole number'],
    ['a word not on the list', { ...donors, scheme: 'Digest' }, 'sources.donors.scheme: expected one of Bearer, Basic'],
    [
      'a key misspelt',
      { ...donors, timeoutMS: 5 },
      'sources.donors: unknown key "timeoutMS", did you mean "timeoutMs"?',
    ],
    [
      'a kind misspelt',
      { kind: 'donor-crm' },
      'sources.donors.kind: expected one of donors-crm, store; did you mean "donors-crm"?',
    ],
    ['a kind left out', {}, 'sources.donors.kind: missing; expected a text'],
    [
      'a simulator there is not',
      { kind: 'store', simulate: true },
      'sources.donors.simulate: sources of the kind store need no simulator and have none',
    ],
    [
      'something else than data',
      { ...donors, token: () => 'secret' },
      'sources.donors.token: expected plain data: text, a number, true, false, a list or an object',
    ],
  ])('names the key and what is expected, never the value: %s', (_title, source, expected) => {
    const problem = problemOf({ sources: { donors: source } })

    expect(problem).toBe(expected)
  })

  it.each([
    ['a number', 4, 4],
    ['a text of one, as a variable holds it', '4', 4],
    ['auto', 'auto', 'auto'],
    ['nothing', undefined, 1],
  ])('takes %s for the number of workers', (_title, workers, expected) => {
    const server = workers === undefined ? {} : { workers }

    expect(read({ server, sources: { donors } }).server.workers).toBe(expected)
  })

  it.each([
    ['none', { workers: 0 }, {}, 'server.workers: expected at least 1'],
    ['another word', { workers: 'all' }, {}, 'server.workers: expected auto or a whole number from 1 to 256'],
    [
      'with a journal that each would have for itself',
      { workers: 2, journal: ':memory:' },
      {},
      'server.journal: :memory: is of one process, and server.workers wants several; name a file',
    ],
    [
      'with a store that each would have for itself, whatever the machine is',
      { workers: 'auto' },
      { sources: { own: { kind: 'store', url: 'sqlite::memory:' } } },
      'sources.own.url: sqlite::memory: is of one process, and server.workers wants several; name a file',
    ],
    [
      'with stores that each would have for itself',
      { workers: 2 },
      { store: { url: 'sqlite::memory:' }, sources: { own: { kind: 'store' } } },
      'store.url: sqlite::memory: is of one process, and server.workers wants several; name a file',
    ],
  ])('refuses workers that can not be: %s', (_title, server, rest, expected) => {
    const stores = [{ ...define('store', false), settings: z.looseObject({}) }, definitions[0]!]
    const value = { sources: { donors }, ...rest, server }

    expect(() => readConfig(value, {}, stores)).toThrow(new ConfigError(expected))
  })

  it.each([
    ['an unknown key', { serever: {}, sources: { donors } }, 'unknown key "serever", did you mean "server"?'],
    [
      'a key like none',
      { sources: { donors }, banana: 1 },
      'unknown key "banana" (known: server, avatars, store, sources)',
    ],
    ['no sources', { sources: {} }, 'sources: expected at least one source'],
    ['no object', 'sources', 'expected an object'],
    [
      'a name that ids can not hold',
      { sources: { 'My CRM': donors } },
      "sources.My CRM: this name can't be used: expected lower-case letters, digits and -, beginning with a letter, at most 40",
    ],
    ['a port out of range', { server: { port: 70_000 }, sources: { donors } }, 'server.port: expected at most 65535'],
  ])('checks the file itself: %s', (_title, value, expected) => {
    const problem = problemOf(value)

    expect(problem).toBe(expected)
  })

  it('lists several problems in one line', () => {
    const problem = problemOf({ sources: { donors: { ...donors, url: 'no', timeoutMs: 'soon' } } })

    expect(problem).toBe(
      'sources.donors.url: expected a URL, such as https://example.org; sources.donors.timeoutMs: expected a number',
    )
  })

  it.each(['0.0.0.0', '192.168.1.4', 'kith.example.org'])(
    'refuses to listen on %s while anybody may do everything',
    (host) => {
      const config = read({ sources: { donors } })

      expect(problemOf({ server: { host }, sources: { donors } })).toMatch(/^server\.host: expected 127\.0\.0\.1/)
      expect(() => overrideServer(config, { host })).toThrow(ConfigError)
    },
  )

  it('gives sources of the kind store the url of the store, unless they have their own', () => {
    const own = { kind: 'store', token: 'token', url: 'https://own.example.org' }
    const store = { url: 'https://store.example.org' }

    const config = read({ store, sources: { first: { kind: 'store', token: 'token' }, second: own, donors } })

    expect(config.sources.map(({ given }) => given.url)).toEqual([store.url, own.url, donors.url])
  })

  it('lets a simulator give address and credentials, in place of what is written', () => {
    const written = { url: 'https://crm.example.org', username: 'written', password: 'written', timeoutMs: 5 }
    const config = read({ sources: { donors: { kind: 'donors-crm', simulate: true, ...written } } })

    const found = readSourceSettings(config.sources[0]!, { url: 'http://127.0.0.1:9', token: 'given' })

    expect(found).toEqual(settings.parse({ url: 'http://127.0.0.1:9', token: 'given', timeoutMs: 5 }))
  })
})

describe('environment variables', () => {
  it('stand in for the whole or a part of a text', () => {
    const config = read(
      { sources: { donors: { ...donors, url: 'https://${HOST}/${PATH_}', token: '${TOKEN}' } } },
      { HOST: 'crm.example.org', PATH_: 'api', TOKEN: 'from-outside' },
    )

    expect(config.sources[0]!.given).toEqual({ url: 'https://crm.example.org/api', token: 'from-outside' })
  })

  it('may hold numbers and booleans', () => {
    const config = read(
      {
        server: { port: '${PORT}' },
        sources: { donors: { ...donors, timeoutMs: '${TIMEOUT}', verified: '${VERIFIED}' } },
      },
      { PORT: '8080', TIMEOUT: '250', VERIFIED: 'false' },
    )

    expect(config.server.port).toBe(8080)
    expect(readSourceSettings(config.sources[0]!)).toMatchObject({ timeoutMs: 250, verified: false })
  })

  it('are taken as they are, and $${ is kept for ${', () => {
    const config = read({ sources: { donors: { ...donors, token: 'a$${B}${C}' } } }, { B: 'no', C: '${D}' })

    expect(config.sources[0]!.given.token).toBe('a${B}${D}')
  })

  it.each([
    ['not set', {}],
    ['empty', { DONORS_TOKEN: '' }],
  ])('that are %s are an error that names key and variable', (_title, environment) => {
    const problem = problemOf({ sources: { donors: { ...donors, token: '${DONORS_TOKEN}' } } }, environment)

    expect(problem).toBe('sources.donors.token: the environment variable DONORS_TOKEN is not set')
  })

  it('need a name', () => {
    const problem = problemOf({ sources: { donors: { ...donors, token: '${a-b}' } } })

    expect(problem).toBe('sources.donors.token: expected the name of an environment variable between ${ and }')
  })

  it('never show in an error', () => {
    const problem = problemOf({ sources: { donors: { ...donors, url: '${URL_}' } } }, { URL_: 'hunter2' })

    expect(problem).not.toContain('hunter2')
  })
})

describe('loadConfig', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kith-config-'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  const load = (file?: string, environment: Record<string, string> = {}) =>
    loadConfig({ file, directory, environment, definitions })
  const json = JSON.stringify({ sources: { donors } })

  it.each([
    ['kith.config.ts', `const sources: object = ${JSON.stringify({ donors })}\nexport default { sources }`],
    ['kith.config.js', `export default ${json}`],
    ['kith.config.mjs', `export default ${json}`],
    ['kith.config.json', json],
  ])('finds %s', async (name, text) => {
    await writeFile(join(directory, name), text)

    const config = await load()

    expect(config.sources.map(({ name }) => name)).toEqual(['donors'])
  })

  it('prefers --config to KITH_CONFIG and KITH_CONFIG to what lies there', async () => {
    for (const name of ['kith.config', 'variable', 'option']) {
      await writeFile(
        join(directory, `${name}.json`),
        JSON.stringify({ sources: { [name.replace('.', '-')]: donors } }),
      )
    }

    const [lying, variable, option] = [
      await load(),
      await load(undefined, { KITH_CONFIG: 'variable.json' }),
      await load('option.json', { KITH_CONFIG: 'variable.json' }),
    ]

    expect([lying, variable, option].map(({ sources }) => sources[0]!.name)).toEqual([
      'kith-config',
      'variable',
      'option',
    ])
  })

  it.each<[string, Record<string, string>, string | undefined, string]>([
    [
      'none',
      {},
      undefined,
      'no configuration here: create kith.config.ts, or name a file with --config FILE or KITH_CONFIG',
    ],
    ['a named one that is missing', {}, 'gone.json', 'gone.json: there is no such file'],
    [
      'two',
      { 'kith.config.js': '', 'kith.config.json': '' },
      undefined,
      'kith.config.js and kith.config.json are both here: name one with --config FILE',
    ],
    ['JSON that is none', { 'kith.config.json': '{"sources": hunter2}' }, undefined, 'kith.config.json: is not JSON'],
    [
      'no default export',
      { 'kith.config.mjs': 'export const config = {}' },
      undefined,
      'kith.config.mjs: expected "export default defineConfig({ … })"',
    ],
    [
      'another ending',
      { 'kith.yaml': '' },
      'kith.yaml',
      'kith.yaml: expected a file that ends in .ts, .js, .mjs or .json',
    ],
    [
      'a wrong value',
      { 'kith.config.json': '{"sources":{},"server":{"port":"x"}}' },
      undefined,
      'kith.config.json: server.port: expected a number',
    ],
  ])('says what is wrong with %s', async (_title, files, named, expected) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)

    const loading = load(named)

    await expect(loading).rejects.toThrow(new ConfigError(expected))
  })
})
