import { readSourceSettings, type SourceConfig } from '../config.ts'
import type { ConfiguredSource } from '../directory/source-pool.ts'
import type { SourceContext } from '../sources/definition.ts'
import { type Simulators, startSimulators } from './simulators.ts'

export interface OpenSources {
  /** In configured order, each with what it needs to be given to many callers. */
  readonly configured: readonly ConfiguredSource[]
  /** Ends all that was opened, simulators last. */
  close(): Promise<void>
}

export interface OpenSourcesOptions {
  /** What running simulators let in with. Default: those that are wanted are started, and end with the sources. */
  readonly simulated?: Simulators['settings']
  /** Changes what a source is told of how much it may ask at once and how often. Default: as configured. */
  readonly share?: (settings: unknown) => unknown
}

/**
 * Makes the configured sources, and starts the simulators of those that want one. When one can't be made, what was opened before
 * it is closed again, and its error thrown: a `ConfigError` for its settings, otherwise whatever making it met.
 */
export async function openSources(
  configs: readonly SourceConfig[],
  contextOf: (source: SourceConfig) => SourceContext,
  { simulated, share = (settings) => settings }: OpenSourcesOptions = {},
): Promise<OpenSources> {
  const simulators: Simulators =
    simulated === undefined ? await startSimulators(configs) : { settings: simulated, close: async () => undefined }
  const configured: ConfiguredSource[] = []
  const close = async () => {
    const closings = await Promise.allSettled(configured.map(({ source }) => source.close?.()))
    closings.push(...(await Promise.allSettled([simulators.close()])))
    const failed = closings.find((closing) => closing.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
  try {
    for (const config of configs) {
      const read = (token?: string) => share(readSourceSettings(config, simulators.settings[config.name], token))
      configured.push(await configure(config, contextOf(config), read))
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
  readSettings: (token?: string) => unknown,
): Promise<ConfiguredSource> {
  const { name, definition, cacheTtlMs, credentialHeader: header } = config
  const create = (token?: string) => definition.create(name, readSettings(token), context)
  const source = await create()
  const guard = { cacheTtlMs }
  return header === null ? { source, guard } : { source, guard, header, create }
}
