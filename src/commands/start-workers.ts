import { type AddressInfo, createServer } from 'node:net'
import { resolve } from 'node:path'
import { ConfigError } from '../config/config-error.ts'
import type { Config } from '../config.ts'
import { type Crew, createCrew } from '../processes/crew.ts'
import { CrewError } from '../processes/crew-error.ts'
import { toStartError } from '../server/listener.ts'
import { readAvatarSecret } from './avatar-secret.ts'
import { createLog } from './log.ts'
import { releaseStartMemory } from './release-memory.ts'
import { type SentConfig, toSent } from './sent-config.ts'
import { type Simulators, startSimulators } from './simulators.ts'
import { EXIT, type Surroundings, stopped } from './surroundings.ts'
import { printWelcome } from './welcome.ts'

/** What all workers are given alike. */
export interface Common {
  readonly config: SentConfig
  readonly simulated: Simulators['settings']
  /** Signs addresses and cursors. */
  readonly secret: Uint8Array
}

/** How long a write that has begun may still take once running requests have been cut off. */
const SEE_THROUGH_MS = 35_000

/**
 * `kith start` with several workers: runs the simulators, starts the workers, gives them what they share, replaces those that end,
 * and serves nothing itself.
 */
export async function startWorkers(count: number, config: Config, surroundings: Surroundings): Promise<number> {
  const { directory, stdout, stderr, stop, processes } = surroundings
  if (processes === undefined) throw new ConfigError('server.workers: only the kith command can start several')
  const { host, port, logLevel, closeTimeoutMs } = config.server
  const log = createLog(logLevel, stderr)
  // Known now, a port that is taken costs no start of anything.
  if (port !== 0) await findPort(host, port)
  await using opened = new AsyncDisposableStack()
  const simulators = await startSimulators(config.sources)
  opened.defer(simulators.close)
  const secret = await readAvatarSecret(config.avatars, { folder: resolve(directory, config.avatars.path), log })
  const common: Common = { config: toSent(config), simulated: simulators.settings, secret }
  const crew = createCrew({ processes, count, common, log })
  opened.defer(() => crew.stop(closeTimeoutMs + SEE_THROUGH_MS))
  const url = await Promise.race([serve(crew, host, port), stopped(stop)])
  if (url === undefined) return EXIT.ok
  printWelcome(url, config, stdout)
  releaseStartMemory()
  await stopped(stop)
  log.info({}, 'Ending: running requests may finish')
  return EXIT.ok
}

async function serve(crew: Crew, host: string, port: number): Promise<string> {
  try {
    await crew.open()
    return await crew.listen(await findPort(host, port))
  } catch (error) {
    if (error instanceof CrewError && error.wrongly) throw new ConfigError(error.message, { cause: error })
    throw error
  }
}

/** The port, or a free one in place of 0. Rejects with a `ServerStartError` where it can't be listened on. */
function findPort(host: string, port: number): Promise<number> {
  return new Promise((found, reject) => {
    const server = createServer()
    server.once('error', (cause: NodeJS.ErrnoException) => reject(toStartError(cause, host, port)))
    server.listen(port, host, () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => found(free))
    })
  })
}
