import { describeSource } from '../conformance.ts'
import { SWITCHES, startLeadsy } from './subject.ts'

for (const [index, { title, options, settings }] of SWITCHES.entries()) {
  const many = index === 0 ? 100 : 10
  describeSource(
    `leadsy, ${title},`,
    async () => {
      const { source, simulator } = await startLeadsy(options, settings)
      return {
        source,
        ids: { User: ['4', '2', '1'], Organization: ['1', '2', '3'] },
        unknownId: '987654',
        create: { User: { email: 'conrad.formance@example.org' } },
        calls: () => simulator.calls.length,
        close: () => simulator.close(),
      }
    },
    { many },
  )
}
