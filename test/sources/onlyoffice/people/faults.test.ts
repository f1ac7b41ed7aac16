import { onlyofficePeopleDefinition } from '../../../../src/sources/onlyoffice/people/index.ts'
import { startWorkspaceSimulator } from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import { describeFaults } from '../../faults.ts'
import { startPictureHost } from '../../picture-host.ts'

describeFaults('onlyoffice-people', async () => {
  const portal = await startWorkspaceSimulator()
  const pictures = await startPictureHost()
  const users = [...portal.state.users.values()]
  return {
    url: portal.url,
    connect: (url, { timeoutMs, log }) =>
      onlyofficePeopleDefinition.create(
        'office',
        onlyofficePeopleDefinition.settings.parse({ ...portal.settings, url, timeoutMs, requestsPerSecond: 10_000 }),
        { log, now: Date.now, linkTo: pictures.linkTo },
      ),
    ids: { User: [users[11]!.id, users[12]!.id] },
    items: { URL: null, ADDRESS: null, OTHER: null },
    secrets: [String(portal.settings.password)],
    renews: true,
    async close() {
      await pictures.close()
      await portal.close()
    },
  }
})
