import { createMemorySource } from '../fakes/memory-source.ts'
import { makeOrganization, makePerson, makeUser } from '../fakes/records.ts'
import { describeSource } from './conformance.ts'

describeSource('the source in memory', async () => {
  const source = createMemorySource({
    name: 'memory',
    records: [
      ...Array.from({ length: 23 }, (_, n) =>
        makePerson('memory', `p${n}`, { firstName: 'Ann', lastName: `Lee ${n}`, version: 'v0' }),
      ),
      ...Array.from({ length: 5 }, (_, n) =>
        makeUser('memory', `u${n}`, { firstName: 'Bo', lastName: `Ek ${n}`, version: 'v0' }),
      ),
      ...Array.from({ length: 3 }, (_, n) => makeOrganization('memory', `o${n}`, { name: `Firm ${n}`, version: 'v0' })),
    ],
  })
  return {
    source,
    ids: { Person: ['p0', 'p1', 'p2'], User: ['u0', 'u1'], Organization: ['o0', 'o1'] },
    unknownId: 'nobody',
    calls: () => source.calls.length,
  }
})
