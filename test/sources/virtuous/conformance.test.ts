import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { describeSource } from '../conformance.ts'
import { run } from './set-up.ts'

const TENANTS: Readonly<Record<string, VirtuousSimulatorOptions>> = {
  'where a PUT removes what is not sent and nobody demotes': { putSemantics: 'replace', demotesPrimary: false },
  'where a PUT keeps what is not sent and the vendor demotes': { putSemantics: 'patch', demotesPrimary: true },
  'where individuals are asked for one id at a time': { individualIdOperators: ['Is'], errorFamily: 'canonical' },
  'where individuals can not be asked for by id': { individualIdParameter: null, errorFamily: 'legacy' },
}

for (const [index, [title, options]] of Object.entries(TENANTS).entries()) {
  const many = index === 0 ? 100 : 10
  describeSource(
    `Virtuous, ${title},`,
    async () => {
      const running = await run({ people: 60, ...options })
      const { simulator, source } = running
      const people = [...simulator.state.individuals.values()].filter(({ contactId }) => !isArchived(contactId))
      const living = people.filter(({ fields, id }) => !fields.isDeceased && id !== people[0]?.id)
      const untagged = living.filter(
        ({ contactId }) => ![...simulator.state.contactTags.values()].some((link) => link.contactId === contactId),
      )
      const contacts = [...simulator.state.contacts.values()].filter(({ id }) => !isArchived(id))

      function isArchived(contactId: number): boolean {
        return simulator.state.contacts.get(contactId)?.isArchived ?? true
      }
      return {
        source,
        ids: {
          Person: [...untagged, ...living].slice(0, 3).map(({ id }) => String(id)),
          Organization: contacts.slice(0, 3).map(({ id }) => String(id)),
        },
        unknownId: '900000',
        samples: {
          Person: { gender: 'nonbinary', addTags: ['Lapsed'], customFields: [{ key: 'Region', value: 'West' }] },
        },
        create: { Person: {}, Organization: { kind: 'COMPANY' } },
        calls: () => simulator.calls.length,
        close: () => simulator.close(),
      }
    },
    { many },
  )
}
