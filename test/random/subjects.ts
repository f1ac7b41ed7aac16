import { silentLogger } from '../../src/model/logger.ts'
import type { RecordType } from '../../src/model/ref.ts'
import { storeDefinition } from '../../src/sources/store/index.ts'
import { startBlusky } from '../sources/blusky/subject.ts'
import type { Subject } from '../sources/conformance.ts'
import { startLeadsy } from '../sources/leadsy/subject.ts'
import { startCrm } from '../sources/onlyoffice/crm/subject.ts'
import { tryDocSpace, tryWorkspace } from '../sources/onlyoffice/people/set-up.ts'
import { run as runVirtuous } from '../sources/virtuous/set-up.ts'

/** Every source over a simulator of its own, with the records that the random writes begin with. */
export const SUBJECTS: Readonly<Record<string, () => Promise<Subject>>> = {
  async store() {
    const settings = storeDefinition.settings.parse({ url: 'sqlite::memory:', seed: true })
    const source = await storeDefinition.create('own', settings, { log: silentLogger, now: Date.now, linkTo: null })
    const some = async (type: RecordType) => {
      const query = { filter: {}, order: null, limit: 4, cursor: null, backward: false }
      const { entries } = await source.list[type]!(query, { signal: AbortSignal.timeout(5000) })
      return entries.map(({ item }) => item.ref.id)
    }
    const ids = { Person: await some('Person'), User: await some('User'), Organization: await some('Organization') }
    return { source, ids, unknownId: '' }
  },
  async virtuous() {
    const running = await runVirtuous({ people: 60, hourlyLimit: 1_000_000 })
    const { contacts, individuals } = running.simulator.state
    const families = new Map(
      [...individuals.values()]
        .filter(({ contactId }) => contacts.get(contactId)?.isArchived === false)
        .map(({ id, contactId }) => [contactId, String(id)]),
    )
    return {
      source: running.source,
      ids: { Person: [...families.values()].slice(0, 4), Organization: [...families.keys()].slice(4, 8).map(String) },
      unknownId: '',
      samples: {
        Person: { gender: 'nonbinary', addTags: ['Lapsed'], customFields: [{ key: 'Region', value: 'West' }] },
      },
      create: { Organization: { kind: 'COMPANY' } },
      close: () => running.simulator.close(),
    }
  },
  async leadsy() {
    const { source, simulator } = await startLeadsy({}, { requestsPerSecond: 10_000 })
    return {
      source,
      ids: { User: ['4', '2', '1', '3'], Organization: ['1', '2', '3'] },
      unknownId: '',
      create: { User: { email: 'conrad.random@example.org' } },
      close: () => simulator.close(),
    }
  },
  async blusky() {
    const { source, simulator, users } = await startBlusky({}, { requestsPerSecond: 10_000 })
    return {
      source,
      ids: { User: users.slice(0, 4), Organization: [...simulator.state.occupancies.keys()].slice(0, 2) },
      unknownId: '',
      samples: { User: { gender: 'male' } },
      close: () => simulator.close(),
    }
  },
  async 'onlyoffice-crm'() {
    const { source, portal, close } = await startCrm()
    return {
      source,
      ids: { Person: ['207', '202', '230', '231'], Organization: ['105', '102', '103'] },
      unknownId: '',
      samples: {
        Person: { managerIds: null, customFields: [{ key: '803', value: 'Green' }], stage: 'Cold' },
        User: { firstName: [...portal.state.users.keys()][0] },
      },
      close,
    }
  },
  async 'onlyoffice-people'() {
    const { source, users, close } = await tryWorkspace()
    return {
      source,
      ids: { User: [11, 12, 13, 14].map((index) => users[index]!.id) },
      unknownId: '',
      samples: { User: { managerId: null } },
      items: { URL: null, ADDRESS: null, OTHER: null },
      close,
    }
  },
  async 'onlyoffice-people on DocSpace'() {
    const { source, users, close } = await tryDocSpace({ account: 'admin' })
    return {
      source,
      ids: { User: [users[1]!.id, users[12]!.id] },
      unknownId: '',
      samples: { User: { gender: null, birthDate: null, jobTitle: null } },
      items: { URL: null, ADDRESS: null, OTHER: null },
      close,
    }
  },
}
