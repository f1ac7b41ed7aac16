import { afterEach, describe, expect, it } from 'vitest'
import { createDirectory } from '../../../src/directory/create-directory.ts'
import { createDirectoryState } from '../../../src/directory/state.ts'
import { encodeId } from '../../../src/model/ref.ts'
import { createPeopleSource } from '../../../src/sources/onlyoffice/people/index.ts'
import { peopleSettings } from '../../../src/sources/onlyoffice/people/settings.ts'
import { type CrmSubject, call, startCrm } from './crm/subject.ts'

let crm: CrmSubject
afterEach(() => crm.close())

describe('CRM and People of one portal', () => {
  it('mean the same users: one of People may manage a person of the CRM', async () => {
    crm = await startCrm()
    const { portal, source } = crm
    const settings = peopleSettings.parse({ url: portal.url, ...portal.settings, requestsPerSecond: 10_000 })
    const people = createPeopleSource('staff', settings, { now: Date.now, linkTo: null })
    const directory = createDirectory([source, people], { signal: call().signal, state: createDirectoryState() })
    const manager = [...portal.state.users.keys()][8]!

    const { record, userErrors } = await directory.writes.updatePerson({
      id: encodeId('Person', 'office', '207'),
      managerIds: [encodeId('User', 'staff', manager)],
    })

    expect(userErrors).toEqual([])
    expect(record?.managerIds).toEqual([manager])
    await people.close?.()
  })
})
