import { readSourceSettings, type SourceConfig } from '../config.ts'
import type { RunningSimulator, SourceContext } from '../sources/definition.ts'
import type { Source } from '../sources/source.ts'

export interface OpenSources {
  /** In configured order. */
  readonly sources: readonly Source[]
  /** Ends all that was opened, simulators last. */
  close(): Promise<void>
}

/**
 * Makes the configured sources, and starts the simulators of those that want one. When one can't be made, what was opened before
 * it is closed again, and its error thrown: a `ConfigError` for its settings, otherwise whatever making it met.
 */
export async function openSources(
  configured: readonly SourceConfig[],
  contextOf: (name: string) => SourceContext,
): Promise<OpenSources> {
  const simulators: RunningSimulator[] = []
  const sources: Source[] = []
  const close = async () => {
    const closings = await Promise.allSettled(sources.map((source) => source.close?.()))
    closings.push(...(await Promise.allSettled(simulators.map((simulator) => simulator.close()))))
    const failed = closings.find((closing) => closing.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
  try {
    for (const source of configured) {
      const settings = readSourceSettings(source, await simulate(source, simulators))
      sources.push(await source.definition.create(source.name, settings, contextOf(source.name)))
    }
  } catch (error) {
    await close().catch(() => undefined) // the first failure is the one to tell
    throw error
  }
  return { sources, close }
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
