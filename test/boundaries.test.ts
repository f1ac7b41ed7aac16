import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/**
 * Every part of the code, by the files it is made of (the first that fits), and the parts it may import besides itself. Change it
 * on purpose, never in passing.
 */
const PARTS: readonly Part[] = [
  { name: 'main', files: /^main\.ts$/, mayImport: ['commands', 'registry', 'processes'] },
  { name: 'index', files: /^index\.ts$/, mayImport: ['config'] },
  {
    name: 'commands',
    files: /^commands\//,
    mayImport: [
      'config',
      'server',
      'graphql',
      'directory',
      'exchange',
      'avatars',
      'journal',
      'processes',
      'contract',
      'model',
    ],
  },
  { name: 'config', files: /^config(\.ts$|\/)/, mayImport: ['contract', 'model'] },
  {
    name: 'server',
    files: /^server(\.ts$|\/)/,
    mayImport: ['graphql', 'directory', 'avatars', 'contract', 'usage', 'model'],
  },
  { name: 'graphql', files: /^graphql\//, mayImport: ['directory', 'model'] },
  { name: 'avatars', files: /^avatars\//, mayImport: ['contract', 'model'] },
  { name: 'directory', files: /^directory\//, mayImport: ['avatars', 'contract', 'usage', 'model'] },
  { name: 'exchange', files: /^exchange\//, mayImport: ['model'] },
  { name: 'processes', files: /^processes\//, mayImport: ['directory', 'model'] },
  { name: 'journal', files: /^journal\//, mayImport: ['directory', 'model'] },
  { name: 'registry', files: /^sources\/registry\.ts$/, mayImport: ['contract', 'source'] },
  { name: 'contract', files: /^sources\/(source|definition)\.ts$/, mayImport: ['model'] },
  { name: 'simulator server', files: /^sources\/simulator-server\.ts$/, mayImport: [] },
  { name: 'source tools', files: /^sources\/[^/]+\.ts$/, mayImport: ['contract', 'http', 'model'] },
  {
    name: 'simulator',
    files: /^sources\/[^/]+\/(?:[^/]+\/)?simulator(\.ts$|\/)/,
    mayImport: ['simulator server', 'contract'],
    apart: true,
  },
  {
    name: 'source',
    files: /^sources\/[^/]+\//,
    mayImport: ['contract', 'source tools', 'simulator', 'http', 'model'],
    apart: true,
  },
  { name: 'http', files: /^http\//, mayImport: ['usage', 'model'] },
  { name: 'usage', files: /^usage\.ts$/, mayImport: [] },
  { name: 'model', files: /^model\//, mayImport: [] },
]

/** Which parts may import which package. One that is not here may be imported nowhere. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@graphql-yoga/render-graphiql': ['server'],
  '@pothos/core': ['graphql'],
  '@pothos/plugin-relay': ['graphql'],
  '@aws-sdk/client-s3': ['source:store'],
  blurhash: ['avatars'],
  cockatiel: ['directory', 'http'],
  commander: ['commands'],
  'csv-parse': ['exchange'],
  'csv-stringify': ['exchange'],
  dataloader: ['directory'],
  'file-type': ['avatars'],
  flydrive: ['source:store'],
  graphql: ['graphql', 'server'],
  'graphql-upload-minimal': ['server'],
  'graphql-yoga': ['server'],
  kysely: ['source:store'],
  'ical.js': ['exchange'],
  'libphonenumber-js': ['model'],
  'lru-cache': ['avatars', 'server', 'directory', 'http', 'source:store'],
  pino: ['commands'],
  sharp: ['avatars'],
  undici: ['http'],
  zod: ['config', 'exchange', 'contract', 'http', 'source tools', 'source'],
  'node:cluster': ['processes'],
  'node:sqlite': ['source:store', 'journal'],
}

interface Part {
  readonly name: string
  /** Paths below `src/`. */
  readonly files: RegExp
  readonly mayImport: readonly string[]
  /** Whether every folder of `sources/` has one of its own, which sees none of the others. */
  readonly apart?: boolean
}

describe('imports', () => {
  const files = globSync('**/*.ts', { cwd: join(ROOT, 'src') }).map((path) => path.replaceAll('\\', '/'))

  it('finds the files of every part', () => {
    const found = new Set(files.map((path) => partOf(path)?.name))

    expect(found).toEqual(new Set(PARTS.map(({ name }) => name)))
  })

  it('go only where the table of parts lets them', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path).flatMap((imported) => {
        if (!imported.startsWith('.')) return []
        const target = join(dirname(path), imported)
        return mayImport(path, target) ? [] : [`${path} imports ${target}`]
      }),
    )

    expect(wrong).toEqual([])
  })

  it('of packages stay where the table of packages lets them', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path).flatMap((imported) => {
        const name = packageOf(imported)
        return name === null || mayImportPackage(path, name) ? [] : [`${path} imports ${name}`]
      }),
    )

    expect(wrong).toEqual([])
  })

  it('of the model are of pure packages only, and none of Node', () => {
    const wrong = files
      .filter((path) => path.startsWith('model/'))
      .flatMap((path) =>
        importsOf(path)
          .filter(isBuiltin)
          .map((imported) => `${path} imports ${imported}`),
      )

    expect(wrong).toEqual([])
  })

  it('are of packages that the published package depends on', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }

    const used = new Set(files.flatMap((path) => importsOf(path).flatMap((imported) => packageOf(imported) ?? [])))
    const missing = [...used].filter((name) => !isBuiltin(name) && !(name in dependencies))

    expect(missing).toEqual([])
  })
})

describe('the process', () => {
  it('is touched by main.ts only', () => {
    const files = globSync('**/*.ts', { cwd: join(ROOT, 'src') })

    const touching = files.filter((path) => /(?<![\w.'])process\s*[.[]|['"](node:)?process['"]/.test(codeOf(path)))

    expect(touching).toEqual(['main.ts'])
  })
})

function partOf(path: string): Part | undefined {
  return PARTS.find(({ files }) => files.test(path))
}

function mayImport(path: string, target: string): boolean {
  const [from, to] = [partOf(path), partOf(target)]
  if (from === undefined || to === undefined) return target === '../package.json' && from?.name === 'main'
  const foreign = to.apart === true && from.name !== 'registry' && folderOf(path) !== folderOf(target)
  return !foreign && (from === to || from.mayImport.includes(to.name))
}

/** `sources/virtuous/wire.ts` → `virtuous` */
function folderOf(path: string): string | undefined {
  return path.split('/')[1]
}

function mayImportPackage(path: string, name: string): boolean {
  const allowed = PACKAGES[name] ?? []
  const part = partOf(path)?.name ?? ''
  return allowed.includes(part) || allowed.includes(`${part}:${folderOf(path)}`)
}

/** The package that an import names; `null` for a file of ours and for what Node brings, the databases aside. */
function packageOf(imported: string): string | null {
  if (imported.startsWith('.') || (isBuiltin(imported) && !(imported in PACKAGES))) return null
  return imported.split('/', imported.startsWith('@') ? 2 : 1).join('/')
}

function importsOf(path: string): readonly string[] {
  const pattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)['"]([^'"]+)['"]/g
  return [...codeOf(path).matchAll(pattern)].map((match) => match[1]!)
}

/** The file without its comments. */
function codeOf(path: string): string {
  const text = readFileSync(join(ROOT, 'src', path), 'utf8')
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}
