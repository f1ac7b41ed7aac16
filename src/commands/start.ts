import { availableParallelism } from 'node:os'
import { loadConfig, overrideServer } from '../config.ts'
import { createLog } from './log.ts'
import { EXIT, type Surroundings, stopped } from './surroundings.ts'
import { printWelcome } from './welcome.ts'

export interface StartOptions {
  readonly config?: string
  /** In place of the configured one. */
  readonly host?: string
  /** In place of the configured one. */
  readonly port?: number
}

/** `kith start`: serves until the process is asked to end, then lets running requests end. */
export async function start(options: StartOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, stop, processes } = surroundings
  if (processes?.primary) return (await import('./start-worker.ts')).startWorker(processes.primary, surroundings)
  const config = overrideServer(await loadConfig({ ...surroundings, file: options.config }), options)
  const log = createLog(config.server.logLevel, stderr)
  const workers = config.server.workers === 'auto' ? availableParallelism() : config.server.workers
  if (workers > 1) return (await import('./start-workers.ts')).startWorkers(workers, config, surroundings)
  // What serves is loaded where something serves: a primary does not.
  const { startGateway } = await import('./gateway.ts')
  const { releaseStartMemory } = await import('./release-memory.ts')
  const gateway = await startGateway(config, { ...surroundings, log })
  printWelcome(gateway.url, config, stdout)
  releaseStartMemory()
  await stopped(stop)
  log.info({}, 'Ending: running requests may finish')
  await gateway.close()
  return EXIT.ok
}
