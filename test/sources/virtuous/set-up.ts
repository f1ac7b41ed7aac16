import type { Source } from '../../../src/sources/source.ts'
import { createVirtuousSource } from '../../../src/sources/virtuous/index.ts'
import { virtuousSettings } from '../../../src/sources/virtuous/settings.ts'
import {
  startVirtuousSimulator,
  type VirtuousSimulator,
  type VirtuousSimulatorOptions,
} from '../../../src/sources/virtuous/simulator/simulator.ts'

export interface Running {
  readonly simulator: VirtuousSimulator
  readonly source: Source
  /** What the simulator was asked since `forget` was called last, as `GET /api/Contact/1001`. */
  calls(): readonly string[]
  forget(): void
  close(): Promise<void>
}

/** The source over its simulator. `settings` take the place of the simulator's own. */
export async function run(
  options: VirtuousSimulatorOptions = {},
  settings: Readonly<Record<string, unknown>> | null = null,
  now: () => number = Date.now,
): Promise<Running> {
  const simulator = await startVirtuousSimulator(options)
  const checked = virtuousSettings.parse({
    url: simulator.url,
    ...(settings?.token === undefined && settings?.username !== undefined ? {} : simulator.settings),
    ...settings,
  })
  const source = createVirtuousSource('donors', checked, { now })
  return {
    simulator,
    source,
    calls: () => simulator.calls.map(({ method, path }) => `${method} ${path}`),
    forget: () => simulator.resetCalls(),
    async close() {
      await source.close?.()
      await simulator.close()
    },
  }
}

export const call = () => ({ signal: AbortSignal.timeout(15_000) })

/** Ids of the individuals there, in order. */
export function personIds({ simulator }: Running): string[] {
  return [...simulator.state.individuals.keys()].map(String)
}
