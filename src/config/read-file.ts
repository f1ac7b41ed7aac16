import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError } from './config-error.ts'

const FILE_NAMES = ['kith.config.ts', 'kith.config.js', 'kith.config.mjs', 'kith.config.json'] as const

/**
 * The configuration file to use: `named` if given, else the one in `directory`. Throws a `ConfigError` when there is none, or
 * more than one to choose from.
 */
export function findConfigFile(named: string | undefined, directory: string): string {
  if (named !== undefined) {
    if (!existsSync(resolve(directory, named))) throw new ConfigError(`${named}: there is no such file`)
    return named
  }
  const found = FILE_NAMES.filter((name) => existsSync(resolve(directory, name)))
  if (found.length > 1) throw new ConfigError(`${found.join(' and ')} are both here: name one with --config FILE`)
  const [only] = found
  if (only === undefined) {
    throw new ConfigError(
      'no configuration here: create kith.config.ts, or name a file with --config FILE or KITH_CONFIG',
    )
  }
  return only
}

/** What the file holds, unchecked. Throws a `ConfigError` when it can't be read as what its name says it is. */
export async function readConfigFile(file: string, directory: string): Promise<unknown> {
  const path = resolve(directory, file)
  if (extname(path) === '.json') return readJson(await readText(path, file), file)
  if (!['.ts', '.mts', '.js', '.mjs'].includes(extname(path))) {
    throw new ConfigError(`${file}: expected a file that ends in .ts, .js, .mjs or .json`)
  }
  const module = await importModule(path, file)
  if (module.default === undefined) throw new ConfigError(`${file}: expected "export default defineConfig({ … })"`)
  return module.default
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new ConfigError(`${file}: can't be read (${errorCode(cause)})`, { cause })
  }
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The parser quotes what it stumbled over, which may be a secret: only the place is told.
    const place = /line \d+ column \d+/.exec(String(cause))?.[0]
    throw new ConfigError(`${file}: is not JSON${place ? ` (${place})` : ''}`, { cause })
  }
}

async function importModule(path: string, file: string): Promise<{ readonly default?: unknown }> {
  try {
    return await import(pathToFileURL(path).href)
  } catch (cause) {
    throw new ConfigError(`${file}: can't be loaded: ${firstLine(cause)}`, { cause })
  }
}

/** Of a syntax error only that it is one: its message may quote the file, and the file may hold a secret. */
function firstLine(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'it is not valid TypeScript or JavaScript'
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  return line
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
}
