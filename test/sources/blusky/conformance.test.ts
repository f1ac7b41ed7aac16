import { describeSource } from '../conformance.ts'
import { SWITCHES, startBlusky } from './subject.ts'

for (const [index, { title, options, settings }] of SWITCHES.entries()) {
  const many = index === 0 ? 100 : 10
  describeSource(
    `blusky, ${title},`,
    async () => {
      const { source, simulator, users } = await startBlusky(options, settings)
      return {
        source,
        ids: { User: users.slice(0, 3), Organization: [...simulator.state.occupancies.keys()].slice(0, 2) },
        samples: { User: { gender: 'male' } },
        unknownId: '11111111-2222-4333-8444-555555555555',
        calls: () => simulator.calls.length,
        close: () => simulator.close(),
      }
    },
    { many },
  )
}
