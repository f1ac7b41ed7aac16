import { describe, expect, it } from 'vitest'
import type { ListQuery, PersonFilter } from '../../../src/model/query.ts'
import { create, failureOf, names, openStore, signal, type TestStore, temporaryFolder } from './open.ts'

const BY_NAME = { by: 'NAME', direction: 'ASC' } as const

function list(store: TestStore, query: Partial<ListQuery<PersonFilter>> = {}) {
  return store.list.Person!(
    { filter: {}, order: null, limit: 100, cursor: null, backward: false, ...query },
    { signal },
  )
}

describe('filters', () => {
  it('finds an e-mail address whatever its case, among all of a person’s items', async () => {
    const store = await openStore()
    await create(store, 'Person', { firstName: 'Ann' }, [
      { kind: 'EMAIL', value: 'ann@home.example' },
      { typeId: 'work-email', value: 'Ann@Work.example' },
    ])
    await create(store, 'Person', { firstName: 'Bob' }, [{ kind: 'EMAIL', value: 'bob@work.example' }])

    expect(names(await list(store, { filter: { email: ' ANN@work.EXAMPLE' } }))).toEqual(['Ann'])
    expect((await list(store, { filter: { email: 'nobody@work.example' } })).totalCount).toBe(0)
    expect((await list(store, { filter: { email: 'not an address' } })).totalCount).toBe(0)
  })

  it('gives a person once who has the same address twice', async () => {
    const store = await openStore()
    await create(store, 'Person', { firstName: 'Ann' }, [
      { typeId: 'home-email', value: 'ann@example.org' },
      { typeId: 'work-email', value: 'ann@example.org' },
    ])

    const page = await list(store, { filter: { email: 'ann@example.org' } })

    expect(names(page)).toEqual(['Ann'])
    expect(page.totalCount).toBe(1)
  })

  it('finds a phone number however it is punctuated, with and without a country', async () => {
    const store = await openStore()
    await create(store, 'Person', { firstName: 'Ann' }, [{ kind: 'PHONE', value: '+44 20 7946 0018' }])
    await create(store, 'Person', { firstName: 'Bob' }, [{ kind: 'PHONE', value: '(555) 010-0142' }])

    expect(names(await list(store, { filter: { phone: '+442079460018' } }))).toEqual(['Ann'])
    expect(names(await list(store, { filter: { phone: '555 0100142' } }))).toEqual(['Bob'])
    expect(names(await list(store, { filter: { phone: 'x' } }))).toEqual([])
  })

  it('does not find users or organizations among people', async () => {
    const store = await openStore()
    const email = 'shared@example.org'
    await create(store, 'User', { firstName: 'Uma', email })
    await create(store, 'Organization', { name: 'Org' }, [{ kind: 'EMAIL', value: email }])
    await create(store, 'Person', { firstName: 'Pia' }, [{ kind: 'EMAIL', value: email }])

    expect(names(await list(store, { filter: { email } }))).toEqual(['Pia'])
    const users = await store.list.User!(
      { filter: { email }, order: null, limit: 9, cursor: null, backward: false },
      { signal },
    )
    expect(names(users)).toEqual(['Uma'])
  })

  it('filters by tag, organization and time, and joins conditions with AND', async () => {
    const store = await openStore()
    const organizationId = await create(store, 'Organization', { name: 'Choir' })
    await create(store, 'Person', { firstName: 'Ann', organizationId, addTags: ['Alto'] })
    store.clock.ms += 60_000
    const since = new Date(store.clock.ms).toISOString().replace('.000Z', 'Z')
    await create(store, 'Person', { firstName: 'Bea', organizationId, addTags: ['alto', 'Board'] })
    await create(store, 'Person', { firstName: 'Cem', addTags: ['ALTO'] })

    expect(names(await list(store, { filter: { tag: ' alTO ' } }))).toEqual(['Ann', 'Bea', 'Cem'])
    expect(names(await list(store, { filter: { organizationId } }))).toEqual(['Ann', 'Bea'])
    expect(names(await list(store, { filter: { updatedSince: since } }))).toEqual(['Bea', 'Cem'])
    const page = await list(store, { filter: { tag: 'alto', organizationId, updatedSince: since, search: 'be' } })
    expect(names(page)).toEqual(['Bea'])
    expect(page.totalCount).toBe(1)
    expect(
      names(
        await store.listMembers(
          organizationId,
          { filter: {}, order: null, limit: 1, cursor: null, backward: true },
          { signal },
        ),
      ),
    ).toEqual(['Bea'])
  })

  it('filters users by status and organizations by kind', async () => {
    const store = await openStore()
    await create(store, 'User', { firstName: 'Ann', status: 'ON_LEAVE' })
    await create(store, 'User', { firstName: 'Bob' })
    await create(store, 'Organization', { name: 'Home', kind: 'HOUSEHOLD' })
    await create(store, 'Organization', { name: 'Works', kind: 'COMPANY' })
    const page = { order: BY_NAME, limit: 9, cursor: null, backward: false }

    expect(names(await store.list.User!({ ...page, filter: { status: 'ON_LEAVE' } }, { signal }))).toEqual(['Ann'])
    expect(names(await store.list.User!({ ...page, filter: { status: 'UNKNOWN' } }, { signal }))).toEqual([])
    expect(names(await store.list.Organization!({ ...page, filter: { kind: 'COMPANY' } }, { signal }))).toEqual([
      'Works',
    ])
  })

  it('filters users by group and by any organization they have access to', async () => {
    const store = await openStore({ seed: true })
    const page = { order: null, limit: 100, cursor: null, backward: false }
    const users = await store.list.User!({ ...page, filter: {} }, { signal })
    const { organizationId } = users.entries[0]!.item

    const group = await store.list.User!({ ...page, filter: { groupId: 'fundraising' } }, { signal })
    const organization = await store.list.User!({ ...page, filter: { organizationId: organizationId! } }, { signal })

    expect(group.totalCount).toBe(4)
    expect(group.entries.every(({ item }) => item.groups?.some(({ id }) => id === 'fundraising'))).toBe(true)
    expect(organization.totalCount).toBe(users.totalCount)
  })

  it('refuses a time that is none', async () => {
    const store = await openStore()

    const error = await failureOf(() => list(store, { filter: { updatedSince: 'yesterday' } }))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['filter', 'updatedSince'] })
  })

  it('sees at once what another connection to the file has written', async () => {
    const url = `sqlite:${temporaryFolder()}/shared.db`
    const [one, other] = [await openStore({ url }), await openStore({ url })]
    await create(one, 'Person', { firstName: 'Ann', addTags: ['x'] })
    expect((await list(other, { filter: { tag: 'x' } })).totalCount).toBe(1)

    await create(one, 'Person', { firstName: 'Bob', addTags: ['x'] })

    expect((await list(other, { filter: { tag: 'x' } })).totalCount).toBe(2)
  })
})
