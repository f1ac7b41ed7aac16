import { onlyofficeCrmDefinition } from '../../../../src/sources/onlyoffice/crm/index.ts'
import { startWorkspaceSimulator } from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import { describeFaults } from '../../faults.ts'

describeFaults('onlyoffice-crm', async () => {
  const portal = await startWorkspaceSimulator()
  return {
    url: portal.url,
    connect: (url, { timeoutMs, log }) =>
      onlyofficeCrmDefinition.create(
        'office',
        onlyofficeCrmDefinition.settings.parse({ ...portal.settings, url, timeoutMs, requestsPerSecond: 10_000 }),
        { log, now: Date.now, linkTo: null },
      ),
    ids: { Person: ['207', '202'], Organization: ['105', '102'] },
    secrets: [String(portal.settings.password)],
    renews: true,
    close: () => portal.close(),
  }
})
