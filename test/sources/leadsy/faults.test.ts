import { leadsyDefinition } from '../../../src/sources/leadsy/index.ts'
import { startLeadsySimulator } from '../../../src/sources/leadsy/simulator/index.ts'
import { describeFaults } from '../faults.ts'

describeFaults('leadsy', async () => {
  const simulator = await startLeadsySimulator()
  return {
    url: simulator.url,
    connect: (url, { timeoutMs, log }) =>
      leadsyDefinition.create(
        'sales',
        leadsyDefinition.settings.parse({ ...simulator.settings, url, timeoutMs, requestsPerSecond: 10_000 }),
        { log, now: Date.now, linkTo: null },
      ),
    ids: { User: ['4', '2'], Organization: ['1', '2'] },
    create: { User: { email: 'conrad.formance@example.org' } },
    secrets: [String(simulator.settings.password), simulator.token],
    renews: true,
    close: () => simulator.close(),
  }
})
