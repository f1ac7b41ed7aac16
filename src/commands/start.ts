import { createHmac } from 'node:crypto'
import { resolve } from 'node:path'
import { ConfigError } from '../config/config-error.ts'
import { type Config, loadConfig, overrideServer, type ServerConfig, type SourceConfig } from '../config.ts'
import type { Journal } from '../directory/journal.ts'
import { settleUnfinished } from '../directory/settle-unfinished.ts'
import { createSourcePool } from '../directory/source-pool.ts'
import { createDirectoryState } from '../directory/state.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import type { Logger } from '../model/logger.ts'
import { startServer } from '../server.ts'
import type { SourceContext } from '../sources/definition.ts'
import { createLog } from './log.ts'
import { type OpenAvatars, openAvatars } from './open-avatars.ts'
import { openSources } from './open-sources.ts'
import { releaseStartMemory } from './release-memory.ts'
import { EXIT, type Output, type Surroundings, stopped } from './surroundings.ts'

export interface StartOptions {
  readonly config?: string
  /** In place of the configured one. */
  readonly host?: string
  /** In place of the configured one. */
  readonly port?: number
}

/** How long kith may take, before it serves, to find out what became of writes that a crash cut off. */
const SETTLE_WITHIN_MS = 30_000

/** `kith start`: serves until the process is asked to end, then lets running requests end. */
export async function start(options: StartOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, stop } = surroundings
  const config = overrideServer(await loadConfig({ ...surroundings, file: options.config }), options)
  const log = createLog(config.server.logLevel, stderr)
  const gateway = await startGateway(config, { ...surroundings, log })
  printWelcome(gateway.url, config, stdout)
  releaseStartMemory()
  await stopped(stop)
  log.info({}, 'Ending: running requests may finish')
  await gateway.close()
  return EXIT.ok
}

export interface Gateway {
  /** `http://127.0.0.1:4000` */
  readonly url: string
  /** Lets running requests end, then closes the sources. */
  close(): Promise<void>
}

export interface GatewaySurroundings {
  readonly log: Logger
  /** Where the relative names of the journal and of the pictures' folder begin. */
  readonly directory: string
  /** Ends starting. */
  readonly stop: AbortSignal
}

/**
 * Opens the configured sources, settles what a crash has left between them and kith, and serves them. When something can't
 * start, what was opened before it is closed again.
 */
export async function startGateway(config: Config, surroundings: GatewaySurroundings): Promise<Gateway> {
  const { log, stop } = surroundings
  const { publicUrl } = config.server
  await using opened = new AsyncDisposableStack()
  const pictures = await openPictures(config, surroundings)
  let ownUrl = ''
  const { configured, close } = await openSources(config.sources, ({ simulate }) => {
    // A simulator runs on this machine and reaches kith where it listens; a vendor only where the world does.
    const baseUrl = simulate ? () => ownUrl : publicUrl === undefined ? null : () => publicUrl
    const linkTo: SourceContext['linkTo'] = baseUrl && ((picture) => pictures.links.linkTo(picture, baseUrl()))
    return { log, now: Date.now, linkTo }
  })
  opened.defer(close)
  const pool = createSourcePool(configured)
  opened.defer(() => pool.close())
  const journal = openJournal(config.server.journal, surroundings.directory)
  opened.defer(() => journal.close())
  const signal = AbortSignal.any([stop, AbortSignal.timeout(SETTLE_WITHIN_MS)])
  await settleUnfinished(pool.configured, { journal }, { signal, log })
  // Probed now, so that no request has to wait for it; a source that can't be asked yet is asked when it is needed.
  for (const source of pool.configured) source.capabilities({ signal }).catch(() => undefined)
  const server = await startServer({
    ...serverOptions(config.server),
    pool,
    log,
    avatars: pictures.avatars,
    links: pictures.links,
    spool: pictures.spool,
    state: createDirectoryState({ journal, pictures: pictures.pictures, cursorKey: cursorKeyOf(pictures.secret) }),
  })
  ownUrl = server.url
  opened.defer(() => server.close())
  const running = opened.move()
  return { url: server.url, close: () => running.disposeAsync() }
}

/** Cursors outlast a restart, and can't be made from the signature of anything else. */
function cursorKeyOf(secret: Uint8Array): Uint8Array {
  return createHmac('sha256', secret).update('cursors').digest()
}

async function openPictures(config: Config, { directory, log }: GatewaySurroundings): Promise<OpenAvatars> {
  try {
    return await openAvatars(config.avatars, { folder: resolve(directory, config.avatars.path), log })
  } catch (cause) {
    throw new ConfigError(`avatars.path: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function openJournal(file: string, directory: string): Journal {
  try {
    return openSqliteJournal(file === ':memory:' ? file : resolve(directory, file))
  } catch (cause) {
    throw new ConfigError(`server.journal: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function serverOptions({ logLevel: _log, journal: _journal, publicUrl, ...rest }: ServerConfig) {
  return { ...rest, publicUrl: publicUrl ?? null }
}

function printWelcome(url: string, { sources }: Config, output: Output): void {
  output.write(
    `kith is ready.\n\n  People    ${url}/\n  GraphiQL  ${url}/graphql\n  Sources   ${sources.map(nameSource).join('\n            ')}\n\n`,
  )
}

function nameSource({ name, definition, simulate }: SourceConfig): string {
  return `${name} (${definition.kind}${simulate ? ', simulated: invented people' : ''})`
}
