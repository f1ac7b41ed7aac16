import { silentLogger } from '../../../../src/model/logger.ts'
import { onlyofficeCrmDefinition } from '../../../../src/sources/onlyoffice/crm/index.ts'
import {
  startWorkspaceSimulator,
  type WorkspaceOptions,
  type WorkspaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import type { Source } from '../../../../src/sources/source.ts'

export interface CrmSubject {
  readonly source: Source
  readonly portal: WorkspaceSimulator
  close(): Promise<void>
}

/** A source over a portal of its own. `settings` are laid over those that let in. */
export async function startCrm(
  options: WorkspaceOptions = {},
  settings: Readonly<Record<string, unknown>> = {},
  { now = Date.now }: { readonly now?: () => number } = {},
): Promise<CrmSubject> {
  const portal = await startWorkspaceSimulator(options)
  const checked = onlyofficeCrmDefinition.settings.parse({
    ...{ url: portal.url, ...portal.settings, requestsPerSecond: 10_000 },
    ...settings,
  })
  const source = await onlyofficeCrmDefinition.create('office', checked, { log: silentLogger, now, linkTo: null })
  return {
    source,
    portal,
    async close() {
      await source.close?.()
      await portal.close()
    },
  }
}

export const call = () => ({ signal: AbortSignal.timeout(15_000) })
