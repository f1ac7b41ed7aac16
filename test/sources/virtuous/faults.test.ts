import { virtuousDefinition } from '../../../src/sources/virtuous/index.ts'
import { startVirtuousSimulator } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { describeFaults } from '../faults.ts'

describeFaults('Virtuous', async () => {
  const simulator = await startVirtuousSimulator({ people: 40, hourlyLimit: 1_000_000 })
  const { contacts, individuals } = simulator.state
  const isThere = (contactId: number) => contacts.get(contactId)?.isArchived === false
  const people = [...individuals.values()].filter(({ contactId }) => isThere(contactId)).slice(1, 3)
  return {
    url: simulator.url,
    connect: (url, { timeoutMs, log }) =>
      virtuousDefinition.create(
        'donors',
        virtuousDefinition.settings.parse({ ...simulator.settings, url, timeoutMs }),
        { log, now: Date.now, linkTo: null },
      ),
    ids: {
      Person: people.map(({ id }) => String(id)),
      Organization: people.map(({ contactId }) => String(contactId)),
    },
    create: { Organization: { kind: 'COMPANY' } },
    secrets: [String(simulator.settings.token)],
    renews: false,
    close: () => simulator.close(),
  }
})
