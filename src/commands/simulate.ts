import { ConfigError } from '../config/config-error.ts'
import { nearest } from '../config/nearest.ts'
import { toStartError } from '../server/listener.ts'
import type { SourceDefinition } from '../sources/definition.ts'
import { EXIT, type Surroundings, stopped } from './surroundings.ts'

export interface SimulateOptions {
  readonly port?: number
}

/** `kith simulate KIND`: runs a vendor's simulator until the process is asked to end, and prints what a source needs to use it. */
export async function simulate(kind: string, options: SimulateOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stop, definitions } = surroundings
  const simulator = await findSimulator(kind, definitions)
    .start(options)
    .catch((error: unknown) => {
      throw isListenError(error) ? toStartError(error, '127.0.0.1', options.port ?? 0) : error
    })
  const settings = { kind, url: simulator.url, ...simulator.settings }
  stdout.write(`The simulator of ${kind} is ready, with invented people, at ${simulator.url}\n`)
  stdout.write(`A source that uses it: ${JSON.stringify(settings)}\n`)
  await stopped(stop)
  await simulator.close()
  return EXIT.ok
}

function isListenError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen'
}

function findSimulator(kind: string, definitions: readonly SourceDefinition[]) {
  const simulator = definitions.find((definition) => definition.kind === kind)?.simulator
  if (simulator !== undefined) return simulator
  const kinds = definitions.filter((definition) => definition.simulator !== undefined).map(({ kind }) => kind)
  const meant = nearest(kind, kinds)
  const hint = meant === null ? `known: ${kinds.join(', ') || 'none'}` : `did you mean "${meant}"?`
  throw new ConfigError(`there is no simulator of "${kind}"; ${hint}`)
}
