import { z } from 'zod'
import { check } from './config/check.ts'
import { ConfigError } from './config/config-error.ts'
import { nearest } from './config/nearest.ts'
import { findConfigFile, readConfigFile } from './config/read-file.ts'
import { type Environment, replaceVariables } from './config/variables.ts'
import { SOURCE_NAME } from './model/ref.ts'
import type { SourceDefinition } from './sources/definition.ts'

/** The configuration: read once, checked, its defaults filled in, frozen. */
export interface Config {
  readonly server: ServerConfig
  readonly avatars: AvatarsConfig
  /** In the order of the file. */
  readonly sources: readonly SourceConfig[]
}

export type AvatarsConfig = Readonly<z.output<typeof avatarSettings>>

export type ServerConfig = Readonly<z.output<typeof serverSettings>>

export interface SourceConfig {
  readonly name: string
  readonly definition: SourceDefinition
  /** Whether a simulator is to be started; `readSourceSettings` can check the settings only when it is. */
  readonly simulate: boolean
  /** How long answers of the source are given again, in milliseconds; 0: only while they are on their way. */
  readonly cacheTtlMs: number
  /** The request header that holds the caller's own token for this source; `null`: the configured credentials are used. */
  readonly credentialHeader: string | null
  /** As written, variables replaced; what `readSourceSettings` takes. */
  readonly given: Readonly<Record<string, unknown>>
}

const MAX_PORT = 65_535
/** More than any machine has cores for: a mistake. */
const MAX_WORKERS = 256
/** Of a store or a journal that lasts as long as its process. */
const IN_MEMORY = { store: 'sqlite::memory:', journal: ':memory:' }
const WEB = /^https?$/
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/

const serverSettings = z.strictObject({
  host: z
    .string()
    .regex(LOOPBACK, 'expected 127.0.0.1, ::1 or localhost: whoever can connect may read and write everything')
    .default('127.0.0.1'),
  port: z.int().min(0).max(MAX_PORT).default(4000),
  workers: z
    .union([z.literal('auto'), z.int().min(1).max(MAX_WORKERS)], {
      error: `expected auto or a whole number from 1 to ${MAX_WORKERS}`,
    })
    .default(1),
  publicUrl: z
    .url({ protocol: WEB, error: 'expected an http or https URL, such as https://kith.example.org' })
    .optional(),
  journal: z.string().min(1).default('./data/journal.db'),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  maxUploadBytes: z.int().min(1).default(10_000_000),
  requestTimeoutMs: z.int().min(1).default(60_000),
  answerTimeoutMs: z.int().min(1).default(10_000),
  closeTimeoutMs: z.int().min(0).default(10_000),
  allowedOrigins: z
    .array(z.url({ protocol: WEB, error: 'expected an origin, such as https://app.example.org' }))
    .default([]),
})

const avatarSettings = z.strictObject({
  path: z.string().min(1).default('./data/avatars'),
  maxCacheBytes: z.int().min(0).default(200_000_000),
  animated: z.boolean().default(true),
  secret: z.string().min(32, 'expected at least 32 characters').optional(),
})

/** What a configuration file may hold; what stands under a source besides is its definition's to check. */
export const configSchema = z.strictObject({
  server: serverSettings.prefault({}),
  avatars: avatarSettings.prefault({}),
  store: z.strictObject({ url: z.string().min(1) }).optional(),
  sources: z.record(
    z.string().regex(SOURCE_NAME, 'expected lower-case letters, digits and -, beginning with a letter, at most 40'),
    z.looseObject({
      kind: z.string(),
      simulate: z.boolean().default(false),
      cacheTtlMs: z.int().min(0).default(0),
      credentials: z.enum(['configured', 'caller']).default('configured'),
      credentialHeader: z
        .string()
        .regex(/^[a-z0-9-]{1,80}$/, 'expected the name of a request header in lower case')
        .optional(),
    }),
  ),
})

export interface LoadOptions {
  /** The file named by `--config`. */
  readonly file?: string | undefined
  /** Where relative names begin. */
  readonly directory: string
  readonly environment: Environment
  readonly definitions: readonly SourceDefinition[]
}

/** Finds the configuration file, reads and checks it. Throws a `ConfigError` whose message begins with the file and the key. */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  const { directory, environment, definitions } = options
  const name = findConfigFile(options.file ?? (environment.KITH_CONFIG || undefined), directory)
  const value = await readConfigFile(name, directory)
  try {
    return readConfig(value, environment, definitions)
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    throw new ConfigError(`${name}: ${cause.message}`, { cause })
  }
}

/** Checks what a configuration file holds. Throws a `ConfigError` whose message begins with the key. */
export function readConfig(value: unknown, environment: Environment, definitions: readonly SourceDefinition[]): Config {
  const { server, store, avatars, sources } = check(configSchema, replaceVariables(value, environment))
  if (Object.keys(sources).length === 0) throw new ConfigError('sources: expected at least one source')
  const list = Object.entries(sources).map(([name, settings]) => {
    const { kind, simulate, cacheTtlMs, credentials, credentialHeader: header, ...rest } = settings
    const definition = findDefinition(name, kind, definitions)
    if (simulate && definition.simulator === undefined) {
      throw new ConfigError(`sources.${name}.simulate: sources of the kind ${kind} need no simulator and have none`)
    }
    if (header !== undefined && credentials !== 'caller') {
      throw new ConfigError(`sources.${name}.credentialHeader: goes with credentials: 'caller'`)
    }
    const credentialHeader = credentials === 'caller' ? (header ?? `x-kith-${name}`) : null
    const given = deepFreeze(kind === 'store' && store !== undefined ? { ...store, ...rest } : rest)
    const source: SourceConfig = Object.freeze({ name, definition, simulate, cacheTtlMs, credentialHeader, given })
    const inherited = kind === 'store' && rest.url === undefined
    if (!simulate) toldWhereGiven(() => readSourceSettings(source), inherited ? name : null)
    return source
  })
  refuseSharedStores(list)
  if (server.workers !== 1) refuseOwnMemory(server, list, store?.url)
  return Object.freeze({ server: deepFreeze(server), avatars: deepFreeze(avatars), sources: list })
}

/** A problem of the url that source `heir` has from `store` is told there. */
function toldWhereGiven(read: () => unknown, heir: string | null): void {
  try {
    read()
  } catch (error) {
    const key = `sources.${heir}.url: `
    if (!(error instanceof ConfigError) || heir === null || !error.message.startsWith(key)) throw error
    throw new ConfigError(`store.url: ${error.message.slice(key.length)}`, { cause: error })
  }
}

/** Two stores in one file would show everybody twice. */
function refuseSharedStores(sources: readonly SourceConfig[]): void {
  const keepers = new Map<unknown, string>()
  for (const { name, definition, given } of sources) {
    if (definition.kind !== 'store' || given.url === IN_MEMORY.store) continue
    const other = keepers.get(given.url)
    if (other !== undefined)
      throw new ConfigError(`sources.${name}.url: sources.${other} keeps its people there already`)
    keepers.set(given.url, name)
  }
}

/** What one process holds in memory no other can see. */
function refuseOwnMemory(server: ServerConfig, sources: readonly SourceConfig[], commonUrl: string | undefined): void {
  const alone = 'is of one process, and server.workers wants several; name a file'
  if (server.journal === IN_MEMORY.journal) throw new ConfigError(`server.journal: ${IN_MEMORY.journal} ${alone}`)
  for (const { name, definition, given } of sources) {
    if (definition.kind !== 'store' || given.url !== IN_MEMORY.store) continue
    const key = commonUrl === IN_MEMORY.store ? 'store.url' : `sources.${name}.url`
    throw new ConfigError(`${key}: ${IN_MEMORY.store} ${alone}`)
  }
}

/** The configuration with another address to listen on. Throws a `ConfigError` where it may not be listened on. */
export function overrideServer(
  config: Config,
  { host = config.server.host, port = config.server.port }: { readonly host?: string; readonly port?: number },
): Config {
  const server = check(serverSettings, { ...config.server, host, port }, ['server'])
  return Object.freeze({ ...config, server: deepFreeze(server) })
}

/** What a simulator gives in place of what the file says. */
const FROM_SIMULATOR: ReadonlySet<string> = new Set(['url', 'token', 'username', 'password'])

/** Credentials in settings; a caller's token takes the place of all of them. */
const CREDENTIALS: ReadonlySet<string> = new Set(['token', 'username', 'password'])
/** Stands where a caller's token will, until there is a caller. */
const NO_TOKEN = 'none'

/**
 * The settings of a source as its definition reads them. `simulated` are those its simulator gave, address and credentials: what
 * the file says of these is then left aside. `token` is a caller's own, where the source takes that. Throws a `ConfigError` whose
 * message begins with the key.
 */
export function readSourceSettings(
  source: SourceConfig,
  simulated?: Readonly<Record<string, unknown>>,
  token: string = NO_TOKEN,
): unknown {
  const given = { ...without(source.given, simulated === undefined ? NOTHING : FROM_SIMULATOR), ...simulated }
  const settings = source.credentialHeader === null ? given : { ...without(given, CREDENTIALS), token }
  return check(source.definition.settings, settings, ['sources', source.name])
}

const NOTHING: ReadonlySet<string> = new Set()

function without(settings: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.has(key)))
}

function findDefinition(name: string, kind: string, definitions: readonly SourceDefinition[]): SourceDefinition {
  const definition = definitions.find((candidate) => candidate.kind === kind)
  if (definition !== undefined) return definition
  const kinds = definitions.map((candidate) => candidate.kind)
  const meant = nearest(kind, kinds)
  throw new ConfigError(
    `sources.${name}.kind: expected one of ${kinds.join(', ')}${meant === null ? '' : `; did you mean "${meant}"?`}`,
  )
}

/** Freezes a value of plain data, all the way down. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
