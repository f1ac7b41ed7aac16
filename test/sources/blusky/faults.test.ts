import { bluskyDefinition } from '../../../src/sources/blusky/index.ts'
import { startBluskySimulator } from '../../../src/sources/blusky/simulator/index.ts'
import { describeFaults } from '../faults.ts'

describeFaults('blusky', async () => {
  const simulator = await startBluskySimulator()
  return {
    url: simulator.url,
    connect: (url, { timeoutMs, log }) =>
      bluskyDefinition.create(
        'doors',
        bluskyDefinition.settings.parse({ ...simulator.settings, url, timeoutMs, requestsPerSecond: 10_000 }),
        { log, now: Date.now, linkTo: null },
      ),
    ids: {
      User: [...simulator.state.users.keys()].slice(0, 2),
      Organization: [...simulator.state.occupancies.keys()].slice(0, 2),
    },
    secrets: [String(simulator.settings.password)],
    renews: true,
    later: ['picture'],
    close: () => simulator.close(),
  }
})
