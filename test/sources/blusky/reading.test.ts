import { afterEach, describe, expect, it } from 'vitest'
import type { UserFilter } from '../../../src/model/query.ts'
import type { User } from '../../../src/model/user.ts'
import { type BluskySubject, call, startBlusky } from './subject.ts'

describe('reading BluSKY', () => {
  let subject: BluskySubject
  afterEach(() => subject.close())

  const paths = () =>
    subject.simulator.calls
      .map(({ path }) => path)
      .filter((path) => !/Authenticate|GetAllTypes/.test(path))
      .map((path) => path.replace('/api', ''))
  const get = (ids: readonly string[]) => subject.source.get.User!(ids, call())
  const list = async (filter: UserFilter) =>
    (
      await subject.source.list.User!({ filter, order: null, limit: 100, cursor: null, backward: false }, call())
    ).entries.map(({ item }) => item)

  it('maps a user whole', async () => {
    subject = await startBlusky()

    const [user] = (await get([subject.users[0]!])) as User[]

    expect(user).toMatchObject({
      displayName: 'Noor J Achterberg',
      firstName: 'Noor',
      middleName: 'J',
      lastName: 'Achterberg',
      nickname: 'Nick0',
      gender: 'female',
      email: 'user1@blusky.example',
      location: 'Meridian Tower',
      organizationId: [...subject.simulator.state.occupancies.keys()][0],
      avatar: null,
    })
    expect(user?.contactItems?.map(({ kind, type, value, isDefault }) => [kind, type?.name, value, isDefault])).toEqual(
      [
        ['EMAIL', 'Work Email', 'user1@blusky.example', true],
        ['EMAIL', 'Home Email', 'home1@private.example', false],
        ['PHONE', 'Work Phone', '+12125551000', true],
        ['PHONE', 'Mobile Phone', '+16465552000', false],
      ],
    )
  })

  it('knows what a type is for, by its name or by the settings', async () => {
    subject = await startBlusky({}, { typeKinds: { 'radio call sign': 'MESSAGING', fax: 'OTHER' } })

    const types = await subject.source.contactItemTypes!(call())

    expect(Object.fromEntries(types.map(({ name, kind }) => [name, kind]))).toEqual({
      'Work Email': 'EMAIL',
      'Home Email': 'EMAIL',
      'Other Email': 'EMAIL',
      'Work Phone': 'PHONE',
      'Mobile Phone': 'PHONE',
      'Home Phone': 'PHONE',
      Fax: 'OTHER',
      'Radio Call Sign': 'MESSAGING',
    })
  })

  it('reads people where the list of types is missing, by the names in the view', async () => {
    subject = await startBlusky({}, { paths: { types: '/api/ContactItem/NoSuchThing' } })

    const [user] = (await get([subject.users[0]!])) as User[]

    expect(user?.contactItems?.map(({ kind }) => kind)).toEqual(['EMAIL', 'EMAIL', 'PHONE', 'PHONE'])
    await expect(subject.source.contactItemTypes!(call())).rejects.toMatchObject({ code: 'BAD_SOURCE_RESPONSE' })
  })

  it('shows the default address and number where the view holds no contact items', async () => {
    subject = await startBlusky({ contactItemsInView: false })

    const [user] = (await get([subject.users[0]!])) as User[]

    expect(user?.contactItems?.map(({ id, value }) => [id, value])).toEqual([
      ['DefaultEmail', 'user1@blusky.example'],
      ['DefaultPhone', '+12125551000'],
    ])
  })

  it('asks for nothing that is no GUID', async () => {
    subject = await startBlusky()

    const zero = '00000000-0000-0000-0000-000000000000'
    expect(await get(['7', 'x', zero, '{0f54d07a-f8b1-43c1-af92-71e41f3cc1a7}'])).toEqual([null, null, null, null])
    expect(await subject.source.open!('User', 'not-a-guid', call())).toBeNull()
    expect(subject.simulator.calls).toEqual([])
  })

  it('takes a GUID in capitals for the same', async () => {
    subject = await startBlusky()
    const id = subject.users[3]!

    const [user] = (await get([id.toUpperCase()])) as User[]

    expect(user?.ref.id).toBe(id)
  })

  it('reads few users singly, each once, and many out of the whole list', async () => {
    subject = await startBlusky({}, { listThreshold: 3 })
    const { users, simulator } = subject

    await Promise.all([get(users.slice(0, 2)), get(users.slice(1, 3))])
    const singles = paths()
    simulator.resetCalls()
    const found = await get(users.slice(0, 20))
    await get(users.slice(5, 25))

    expect(singles.sort()).toEqual(
      users
        .slice(0, 3)
        .map((id) => `/v2/Users/${id}`)
        .sort(),
    )
    expect(paths()).toEqual(['/Person/GetAllUsers'])
    expect(found.map((user) => (user as User).ref.id)).toEqual(users.slice(0, 20))
  })

  it('remembers a list for as long as it is told, until something is written', async () => {
    subject = await startBlusky({}, { cacheTtlMs: 60_000 })
    const { source, users } = subject

    await Promise.all([list({}), list({ search: 'noor' })])
    await list({ search: 'piotr' })
    const before = paths()
    const plan = (await source.open!('User', users[1]!, call()))!.update!({ firstName: 'Peter' })
    await source.send!(plan, { ...call(), ifVersion: null, mark: null })

    expect(before).toEqual(['/Person/GetAllUsers'])
    expect((await list({ search: 'Peter' })).map(({ ref }) => ref.id)).toEqual([users[1]])
  })

  it('refuses a list longer than it may be, and reads many singly then', async () => {
    subject = await startBlusky({}, { maxListSize: 20, listThreshold: 2 })

    await expect(list({})).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('maxListSize'),
    })
    expect((await get(subject.users.slice(0, 4))).map((user) => (user as User).ref.id)).toEqual(
      subject.users.slice(0, 4),
    )
  })

  it('lists the people of an occupancy and of a building', async () => {
    subject = await startBlusky()
    const { state } = subject.simulator
    const [occupancy] = [...state.occupancies.keys()]
    const [facility] = [...state.facilities.keys()]

    const inOccupancy = await list({ organizationId: occupancy! })
    const inBuilding = await list({ organizationId: facility! })

    expect(inOccupancy).toHaveLength(17)
    expect(inBuilding).toHaveLength(34)
    expect(paths()).toContain(`/Person/GetAllUsersByOccupancyId/${occupancy}`)
    expect(paths()).toContain(`/Person/GetAllUsersByFacility/${facility}`)
    expect(await list({ organizationId: 'none' })).toEqual([])
  })

  it('finds any of the e-mail addresses of a person', async () => {
    subject = await startBlusky()

    expect((await list({ email: 'HOME1@private.example' })).map(({ ref }) => ref.id)).toEqual([subject.users[0]])
  })

  it('gives occupancies with their address, in buildings', async () => {
    subject = await startBlusky()
    const { state } = subject.simulator
    const [occupancy] = [...state.occupancies.keys()]
    const [facility] = [...state.facilities.keys()]

    const [company, building] = await subject.source.get.Organization!([occupancy!, facility!], call())

    expect(company).toMatchObject({
      name: 'Meridian Partners',
      kind: 'COMPANY',
      website: 'https://meridian.example',
      parentId: facility,
      contactItems: [{ kind: 'ADDRESS', address: { city: 'New York', postalCode: '10001' } }],
    })
    expect(building).toMatchObject({ name: 'Meridian Tower', kind: 'OTHER', parentId: null })
  })

  it('says of a user of another company that it may not', async () => {
    subject = await startBlusky()
    const foreign = subject.users[51]!

    const [other, own] = await get([foreign, subject.users[0]!])

    expect(other).toMatchObject({ code: 'FORBIDDEN' })
    expect((own as User).ref.id).toBe(subject.users[0])
    await expect(subject.source.open!('User', foreign, call())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('tells an endpoint that is not there from a user that is not there', async () => {
    subject = await startBlusky({ generation: 'legacy' })

    const [user] = await get([subject.users[0]!])

    expect(user).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', message: expect.stringContaining('generation') })
  })

  it('takes a failing result for a failure, whatever the status', async () => {
    subject = await startBlusky({}, { resultCodes: { '77': 'RATE_LIMITED' } })
    const [first, second] = subject.users as [string, string]
    const answer = (ResultCode: number) => ({ status: 200, json: { ResultCode, Description: 'Try elsewhere.' } })
    subject.simulator.addFault({ path: new RegExp(first), answer: answer(9) })
    subject.simulator.addFault({ path: new RegExp(second), answer: answer(77) })

    const found = await get([first, second])

    expect(found).toMatchObject([
      { code: 'BAD_SOURCE_RESPONSE', message: 'doors answered with result code 9: Try elsewhere.' },
      { code: 'RATE_LIMITED' },
    ])
  })
})
