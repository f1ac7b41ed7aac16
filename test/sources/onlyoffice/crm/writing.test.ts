import { afterEach, describe, expect, it } from 'vitest'
import type { OrganizationPatch, PersonPatch } from '../../../../src/model/patch.ts'
import type { OpenRecord, Plan, Sent } from '../../../../src/sources/source.ts'
import { type CrmSubject, call, startCrm } from './subject.ts'

let subject: CrmSubject
afterEach(() => subject.close())

async function start(...given: Parameters<typeof startCrm>): Promise<CrmSubject> {
  subject = await startCrm(...given)
  return subject
}

async function person(id: string): Promise<OpenRecord<'Person'>> {
  return (await subject.source.open!('Person', id, call()))!
}

const lines = ({ requests }: Plan) =>
  requests.map(({ method, path }) => `${method} ${path.replace('/api/2.0/crm/', '')}`)
const send = (plan: Plan): Promise<Sent> => subject.source.send!(plan, { ...call(), ifVersion: null })
const row = (id: number) => subject.portal.state.contacts.get(id)!

describe('an update of a person', () => {
  it.each<readonly [string, PersonPatch, readonly string[]]>([
    ['the company', { organizationId: '110' }, ['POST contact/company/110/person']],
    ['the stage', { stage: 'Hot' }, ['PUT contact/217/status']],
    ['a tag', { addTags: ['n/ew &'] }, ['POST contact/217/tag']],
    ['a custom field', { customFields: [{ key: '802', value: 'x' }] }, ['POST person/217/customfield/802']],
  ])('of %s alone leaves everything else alone', async (_what, patch, expected) => {
    await start()
    Object.assign(row(217), { industry: 'Catering', currency: 'EUR', typeId: 3, statusId: 1 })
    const { modified: _before, ...before } = structuredClone(row(217))
    const plan = (await person('217')).update!(patch)

    const sent = await send(plan)

    expect(sent.error).toBeNull()
    expect(lines(plan)).toEqual(expected)
    expect(plan.sideEffects).toEqual([])
    const { industry, currency, typeId, title, about, shareType, access } = row(217)
    expect({ industry, currency, typeId, title, about, shareType, access }).toEqual({
      industry: before.industry,
      currency: before.currency,
      typeId: before.typeId,
      title: before.title,
      about: before.about,
      shareType: before.shareType,
      access: before.access,
    })
  })

  it('of a private person’s managers sets the list and nothing else', async () => {
    const { portal } = await start()
    const [one, two] = [...portal.state.users.keys()].slice(5) as [string, string]
    const plan = (await person('207')).update!({ managerIds: [one, two.toUpperCase(), one] })

    await send(plan)

    expect(lines(plan)).toEqual(['PUT contact/207/access'])
    expect(row(207)).toMatchObject({ access: [one, two], shareType: 0, industry: 'Catering' })
  })

  it('shares a private person by the call that loses nothing, and says that its managers are no longer seen', async () => {
    await start()
    const open = await person('207')
    const access = [...row(207).access]
    const plan = open.update!({ sharing: 'READ_WRITE' })

    await send(plan)

    expect(lines(plan)).toEqual(['PUT contact/207/access'])
    expect(row(207)).toMatchObject({ shareType: 1, industry: 'Catering', access })
    expect(plan.sideEffects).toEqual([{ path: 'managerIds', before: access, after: [], repaired: false }])
  })

  it('makes a shared person private without touching a list that it can not see', async () => {
    await start()
    row(208).access = ['somebody']
    const plan = (await person('208')).update!({ sharing: 'PRIVATE' })

    await send(plan)

    expect(lines(plan)[0]).toBe('PUT contact/person/208')
    expect(row(208)).toMatchObject({ shareType: 0, access: ['somebody'] })
  })

  it('unlinks the company', async () => {
    await start()
    expect(row(202).companyId).toBeGreaterThan(0)

    await send((await person('202')).update!({ organizationId: null }))

    expect(row(202).companyId).toBe(0)
    expect((await person('202')).record.organizationId).toBeNull()
  })

  it('clears a custom field, which an empty value in the update would not', async () => {
    await start()
    expect(row(203).fields.get(801)).toBeDefined()
    const plan = (await person('203')).update!({ jobTitle: 'Cook', customFields: [{ key: '801', value: null }] })

    await send(plan)

    expect(row(203).fields.has(801)).toBe(false)
    expect(lines(plan)).toContain('POST person/203/customfield/801')
  })

  it('takes tags away', async () => {
    await start()
    row(203).tags = ['press', 'Ünïcode & co']

    await send((await person('203')).update!({ removeTags: ['Ünïcode & co'], addTags: ['board'] }))

    expect(row(203).tags).toEqual(['press', 'board'])
  })

  it('does not say what became of it when the answer is lost', async () => {
    const { portal } = await start()
    const plan = (await person('203')).update!({ jobTitle: 'Cook' })
    portal.fail('answer-lost', { when: ({ method }) => method === 'PUT' })

    const sent = await send(plan)

    expect(sent).toMatchObject({ done: 0, error: { code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true } })
    expect(row(203).title).toBe('Cook')
  })
})

describe('an update of a company', () => {
  const update = async (id: string, patch: OrganizationPatch) => {
    const plan = (await subject.source.open!('Organization', id, call()))!.update!(patch)
    expect((await send(plan)).error).toBeNull()
    return plan
  }

  it('sets, changes and clears the website as one of its rows, and nothing else', async () => {
    await start()
    const website = async () => (await subject.source.open!('Organization', '103', call()))!.record.website
    const others = () =>
      [...subject.portal.state.infoRows.values()].filter(({ contactId, type }) => contactId === 103 && type !== 2)
    const [before, industry] = [structuredClone(others()), row(103).industry]

    await update('103', { website: 'https://one.example/' })
    expect(await website()).toBe('https://one.example/')
    await update('103', { website: 'https://two.example/' })
    expect(await website()).toBe('https://two.example/')
    const plan = await update('103', { website: null })

    expect(await website()).toBeNull()
    expect(lines(plan)).toEqual([expect.stringMatching(/^DELETE contact\/103\/data\/\d+$/)])
    expect(others()).toEqual(before)
    expect(row(103).industry).toBe(industry)
  })

  it('has custom fields of its own', async () => {
    await start()

    const plan = await update('103', { customFields: [{ key: '806', value: 'HRB 1' }] })

    expect(lines(plan)).toEqual(['POST company/103/customfield/806'])
    expect(row(103).fields.get(806)).toBe('HRB 1')
  })
})

describe('contact items', () => {
  it('have one default of a kind: the former steps back by a call of its own', async () => {
    await start()
    const open = await person('202')
    const former = open.record.contactItems!.find(({ kind, isDefault }) => kind === 'EMAIL' && isDefault)!
    const plan = open.upsertContactItems!([{ kind: 'EMAIL', value: 'new@example.org', isDefault: true }])

    await send(plan)

    expect(lines(plan)).toEqual([`PUT contact/202/data/${former.id}`, 'POST contact/202/data'])
    expect(plan.changes.map(({ path }) => path)).toEqual(['contactItems', `contactItems.${former.id}.isDefault`])
    const emails = (await person('202')).record.contactItems!.filter(({ kind }) => kind === 'EMAIL')
    expect(emails.filter(({ isDefault }) => isDefault).map(({ value }) => value)).toEqual(['new@example.org'])
  })

  it('change their type, and keep the rest', async () => {
    await start()
    const open = await person('202')
    const phone = open.record.contactItems!.find(({ kind }) => kind === 'PHONE')!

    await send(open.upsertContactItems!([{ id: phone.id, typeId: '0:Direct' }]))

    const after = (await person('202')).record.contactItems!.find(({ id }) => id === phone.id)
    expect(after).toMatchObject({ value: phone.value, isDefault: phone.isDefault, type: { id: '0:Direct' } })
  })

  it('change the named part of an address, and keep the others', async () => {
    await start()
    const open = await person('207')
    const address = open.record.contactItems!.find(({ kind }) => kind === 'ADDRESS')!

    await send(open.upsertContactItems!([{ id: address.id, address: { city: 'Oslo', region: null } }]))

    const after = (await person('207')).record.contactItems!.find(({ id }) => id === address.id)
    expect(after).toMatchObject({
      address: { ...address.address, city: 'Oslo', region: null },
      type: address.type,
      isDefault: address.isDefault,
    })
  })

  it('that the portal reads only in part are read whole, and left as they are', async () => {
    const { portal } = await start()
    const data = '{"city":"Riga","street":"1 Quay"}'
    portal.state.infoRows.set(1, { id: 1, contactId: 202, type: 7, category: 1, data, isPrimary: false })
    const open = await person('202')

    await send(open.upsertContactItems!([{ id: '1', isDefault: true }]))

    expect(open.record.contactItems!.find(({ id }) => id === '1')?.address).toMatchObject({
      city: 'Riga',
      street: '1 Quay',
    })
    expect(portal.state.infoRows.get(1)).toMatchObject({ data, isPrimary: true, category: 1 })
  })

  it('find the network of a profile by its address', async () => {
    await start()
    const plan = (await person('202')).upsertContactItems!([
      { kind: 'SOCIAL', value: 'https://www.linkedin.com/in/somebody' },
      { kind: 'SOCIAL', value: 'somebody' },
    ])

    expect(plan.requests.map(({ body }) => (body as { infoType: number }).infoType)).toEqual([5, 4])
  })
})

describe('texts that are times, which the portal’s JSON reader writes anew', () => {
  const TIME = '2021-10-21T12:03:55.500+05:00'

  it('arrive as they are in contact items, custom fields and tags', async () => {
    await start({ zoneMinutes: -210 })
    const open = await person('202')

    await send(open.upsertContactItems!([{ typeId: '3:Work', value: TIME }]))
    await send(open.update!({ addTags: [TIME], jobTitle: 'Clerk', customFields: [{ key: '801', value: TIME }] }))

    const { record } = await person('202')
    expect(record.contactItems?.map(({ value }) => value)).toContain(TIME)
    expect(record.tags).toContain(TIME)
    expect(record.customFields).toContainEqual(expect.objectContaining({ key: '801', value: TIME }))
  })

  it('are not sent along where they would not stay what they are', async () => {
    await start()
    row(202).about = TIME
    const open = await person('202')

    expect(() => open.update!({ jobTitle: 'Clerk' })).toThrow(expect.objectContaining({ path: ['about'] }))
    expect((await send(open.update!({ jobTitle: 'Clerk', about: 'Met in spring' }))).error).toBeNull()
    expect(row(202)).toMatchObject({ title: 'Clerk', about: 'Met in spring' })
  })
})

describe('a new contact', () => {
  it('that is private is seen by the account that made it', async () => {
    const { source, portal } = await start({ account: 'plain' })
    const plan = await source.planCreate!('Person', { firstName: 'Ola', lastName: 'Nord' }, null, call())

    const sent = await send(plan)

    const account = [...portal.state.users.values()][2]!.id
    expect(row(Number(sent.id))).toMatchObject({ shareType: 0, access: [account] })
    expect(plan.sideEffects).toEqual([{ path: 'managerIds', before: null, after: [account], repaired: false }])
    expect((await person(sent.id!)).record.managerIds).toEqual([account])
  })

  it('of an administrator is private without managers, as at the portal itself', async () => {
    const { source } = await start()
    const plan = await source.planCreate!('Person', { firstName: 'Ola', lastName: 'Nord' }, null, call())

    const sent = await send(plan)

    expect(row(Number(sent.id))).toMatchObject({ shareType: 0, access: [] })
    expect(plan.sideEffects).toEqual([])
  })

  it('gets its company, stage, fields and tags with it', async () => {
    const { source } = await start()
    const patch: PersonPatch = {
      ...{ firstName: 'Ola', lastName: 'Nord', organizationId: '101', stage: 'Hot', sharing: 'READ' },
      ...{ addTags: ['press'], customFields: [{ key: '803', value: 'Green' }] },
    }

    const sent = await send(await source.planCreate!('Person', patch, null, call()))

    const { record } = await person(sent.id!)
    expect(record).toMatchObject({ organizationId: '101', stage: 'Hot', sharing: 'READ', tags: ['press'] })
    expect(record.customFields).toMatchObject([{ key: '803', value: 'Green' }])
  })

  it('may be a company with a website', async () => {
    const { source } = await start()
    const plan = await source.planCreate!(
      'Organization',
      { name: 'Nord AS', website: 'https://nord.example' },
      null,
      call(),
    )

    const sent = await send(plan)

    const open = await source.open!('Organization', sent.id!, call())
    expect(open?.record).toMatchObject({ name: 'Nord AS', website: 'https://nord.example' })
  })
})
