import { onTestFinished } from 'vitest'
import { startGateway } from '../../src/commands/gateway.ts'
import { readConfig } from '../../src/config.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { startBluskySimulator } from '../../src/sources/blusky/simulator/index.ts'
import { startLeadsySimulator } from '../../src/sources/leadsy/simulator/index.ts'
import { startWorkspaceSimulator } from '../../src/sources/onlyoffice/simulator/workspace.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import { type FaultProxy, startFaultProxy } from '../sources/faults/proxy.ts'

export interface Documented {
  /** Of the gateway's GraphQL. */
  readonly url: string
  /** Between the gateway and the source `sales`. */
  readonly sales: FaultProxy
}

/** The gateway that `docs/receipts.md` is written about: three vendors, pretended, the first of them behind a bad line. */
export async function startDocumented(): Promise<Documented> {
  const [leadsy, workspace, blusky] = await Promise.all([
    startLeadsySimulator(),
    startWorkspaceSimulator(),
    startBluskySimulator(),
  ])
  const sales = await startFaultProxy(leadsy.url)
  const config = {
    server: { port: 0, journal: ':memory:' },
    sources: {
      sales: { kind: 'leadsy', ...leadsy.settings, url: sales.url, timeoutMs: 400 },
      office: { kind: 'onlyoffice-crm', ...workspace.settings, url: workspace.url },
      doors: { kind: 'blusky', ...blusky.settings, url: blusky.url },
    },
  }
  const gateway = await startGateway(readConfig(config, {}, SOURCE_DEFINITIONS), {
    log: silentLogger,
    directory: process.cwd(),
    stop: AbortSignal.timeout(30_000),
  })
  onTestFinished(async () => {
    await gateway.close()
    await sales.close()
    await Promise.all([leadsy.close(), workspace.close(), blusky.close()])
  })
  return { url: `${gateway.url}/graphql`, sales }
}
