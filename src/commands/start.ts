import { type Config, loadConfig, overrideServer, type ServerConfig, type SourceConfig } from '../config.ts'
import type { Logger } from '../model/logger.ts'
import { startServer } from '../server.ts'
import { createLog } from './log.ts'
import { openSources } from './open-sources.ts'
import { EXIT, type Output, type Surroundings, stopped } from './surroundings.ts'

export interface StartOptions {
  readonly config?: string
  /** In place of the configured one. */
  readonly host?: string
  /** In place of the configured one. */
  readonly port?: number
}

/** `kith start`: serves until the process is asked to end, then lets running requests end. */
export async function start(options: StartOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, stop } = surroundings
  const config = overrideServer(await loadConfig({ ...surroundings, file: options.config }), options)
  const log = createLog(config.server.logLevel, stderr)
  const gateway = await startGateway(config, log)
  printWelcome(gateway.url, config, stdout)
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

/** Opens the configured sources and serves them. When the server can't start, they are closed again. */
export async function startGateway(config: Config, log: Logger): Promise<Gateway> {
  const open = await openSources(config.sources, () => ({ log, now: Date.now, linkTo: null }))
  try {
    const server = await startServer({ ...serverOptions(config.server), sources: open.sources, log })
    return {
      url: server.url,
      close: async () => {
        await server.close()
        await open.close()
      },
    }
  } catch (error) {
    await open.close().catch(() => undefined) // the first failure is the one to tell
    throw error
  }
}

function serverOptions({ logLevel: _ours, publicUrl, ...rest }: ServerConfig) {
  return { ...rest, publicUrl: publicUrl ?? null }
}

function printWelcome(url: string, { sources }: Config, output: Output): void {
  output.write(
    `kith is ready.\n\n  GraphiQL  ${url}/graphql\n  Sources   ${sources.map(nameSource).join('\n            ')}\n\n`,
  )
}

function nameSource({ name, definition, simulate }: SourceConfig): string {
  return `${name} (${definition.kind}${simulate ? ', simulated: invented people' : ''})`
}
