import { describeSource } from '../../conformance.ts'
import { tryDocSpace, tryWorkspace } from './set-up.ts'

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
/** What neither product keeps. */
const NO_ITEMS = { URL: null, ADDRESS: null, OTHER: null } as const

describeSource('onlyoffice-people on Workspace', async () => {
  const { source, users, simulator, close } = await tryWorkspace()
  const manager = users[5]!.id
  return {
    source,
    ids: { User: [users[11]!.id, users[12]!.id, users[4]!.id] },
    unknownId: UNKNOWN,
    samples: { User: { managerId: manager, birthDate: { year: 1980, month: 2, day: 29 } } },
    items: NO_ITEMS,
    calls: () => simulator.calls.length,
    close,
  }
})

describeSource('onlyoffice-people on a Workspace that behaves the other way', async () => {
  const { source, users, simulator, close } = await tryWorkspace({
    zoneMinutes: -210,
    switches: {
      ...{ batch: 'broken', omittedProfile: 'cleared', longContacts: 'truncated', shortLists: 'honour-start' },
      ...{ refusedSignIn: 401, refusedProfile: 403, notFoundPage: 'empty', defaultPictures: 'dark' },
    },
  })
  return {
    source,
    ids: { User: [users[16]!.id, users[12]!.id] },
    unknownId: UNKNOWN,
    items: NO_ITEMS,
    calls: () => simulator.calls.length,
    close,
  }
})

describeSource('onlyoffice-people on DocSpace, oneself', async () => {
  const { source, users, simulator, close } = await tryDocSpace({ account: 'admin' })
  return {
    source,
    ids: { User: [users[1]!.id, users[12]!.id] },
    unknownId: UNKNOWN,
    samples: { User: { gender: null, birthDate: null, jobTitle: null } },
    items: NO_ITEMS,
    calls: () => simulator.calls.length,
    close,
  }
})

describeSource('onlyoffice-people on DocSpace 3.1 with an API key', async () => {
  const { source, users, simulator, close } = await tryDocSpace({
    apiKey: 'admin',
    zoneMinutes: 120,
    switches: { version: '3.1', postStatus: 201, unauthorizedBody: 'json' },
  })
  return {
    source,
    ids: { User: [users[1]!.id, users[12]!.id] },
    unknownId: UNKNOWN,
    samples: { User: { gender: null, birthDate: null, jobTitle: null } },
    items: NO_ITEMS,
    calls: () => simulator.calls.length,
    close,
  }
})
