import type { SourceConfig } from '../config.ts'
import type { RunningSimulator } from '../sources/definition.ts'

export interface Simulators {
  /** By the name of the source: its address, and what lets a source in. Only of those that are simulated. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  close(): Promise<void>
}

/** Starts the simulators of the sources that want one; when one can't start, those that did are ended. */
export async function startSimulators(configs: readonly SourceConfig[]): Promise<Simulators> {
  const started: RunningSimulator[] = []
  const settings: Record<string, Readonly<Record<string, unknown>>> = {}
  const close = async () => {
    const closings = await Promise.allSettled(started.map((simulator) => simulator.close()))
    const failed = closings.find((closing) => closing.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
  try {
    for (const { name, simulate, definition } of configs) {
      if (!simulate || definition.simulator === undefined) continue
      const simulator = await definition.simulator.start()
      started.push(simulator)
      settings[name] = { ...simulator.settings, url: simulator.url }
    }
  } catch (error) {
    await close().catch(() => undefined) // the first failure is the one to tell
    throw error
  }
  return { settings, close }
}
