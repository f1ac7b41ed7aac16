import { silentLogger } from '../../../src/model/logger.ts'
import { storeDefinition } from '../../../src/sources/store/index.ts'
import { describeSource } from '../conformance.ts'

describeSource('the own store', async () => {
  const settings = storeDefinition.settings.parse({ url: 'sqlite::memory:', seed: true })
  const context = { log: silentLogger, now: Date.now, linkTo: null }
  const source = await storeDefinition.create('own', settings, context)
  const idsOf = async (type: 'Person' | 'User' | 'Organization') => {
    const query = { filter: {}, order: null, limit: 5, cursor: null, backward: true }
    const page = await source.list[type]!(query, { signal: AbortSignal.timeout(5000) })
    return page.entries.map(({ item }) => item.ref.id)
  }
  return {
    source,
    ids: { Person: await idsOf('Person'), User: await idsOf('User'), Organization: await idsOf('Organization') },
    unknownId: '019b8d62-7a80-7000-8000-000000000000',
  }
})
