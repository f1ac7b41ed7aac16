import { readSourceSettings, type SourceConfig } from '../config.ts'
import type { ConfiguredSource } from '../directory/source-pool.ts'
import type { RunningSimulator, SourceContext } from '../sources/definition.ts'

export interface OpenSources {
  /** In configured order, each with what it needs to be given to many callers. */
  readonly configured: readonly ConfiguredSource[]
  /** Ends all that was opened, simulators last. */
  close(): Promise<void>
}

/**
 * Makes the configured sources, and starts the simulators of those that want one. When one can't be made, what was opened before
 * it is closed again, and its error thrown: a `ConfigError` for its settings, otherwise whatever making it met.
 */
export async function openSources(
  configs: readonly SourceConfig[],
  contextOf: (source: SourceConfig) => SourceContext,
): Promise<OpenSources> {
  const simulators: RunningSimulator[] = []
  const configured: ConfiguredSource[] = []
  const close = async () => {
    const closings = await Promise.allSettled(configured.map(({ source }) => source.close?.()))
    closings.push(...(await Promise.allSettled(simulators.map((simulator) => simulator.close()))))
    const failed = closings.find((closing) => closing.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
  try {
    for (const config of configs) {
      configured.push(await configure(config, contextOf(config), await simulate(config, simulators)))
    }
  } catch (error) {
    await close().catch(() => undefined) // the first failure is the one to tell
    throw error
  }
  return { configured, close }
}

async function configure(
  config: SourceConfig,
  context: SourceContext,
  simulated: Readonly<Record<string, unknown>> | undefined,
): Promise<ConfiguredSource> {
  const { name, definition, cacheTtlMs, credentialHeader: header } = config
  const create = (token?: string) => definition.create(name, readSourceSettings(config, simulated, token), context)
  const source = await create()
  const guard = { cacheTtlMs }
  return header === null ? { source, guard } : { source, guard, header, create }
}

async function simulate(
  { simulate, definition }: SourceConfig,
  started: RunningSimulator[],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!simulate || definition.simulator === undefined) return undefined
  const simulator = await definition.simulator.start()
  started.push(simulator)
  return { ...simulator.settings, url: simulator.url }
}
