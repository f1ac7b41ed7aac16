import { describe, expect, it } from 'vitest'
import type { ContactItem } from '../../../src/model/contact-item.ts'
import type { Plan } from '../../../src/sources/source.ts'
import { carryOut, create, openForWrite, openStore, read, signal, update } from './open.ts'

describe('the version', () => {
  it('lets exactly one of several writers through', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const open = await openForWrite(store, 'Person', id)
    const plans = ['A', 'B', 'C', 'D'].map((nickname) => open.update!({ nickname }))

    const sent = await Promise.all(plans.map((plan) => store.send(plan, { signal, ifVersion: open.record.version })))

    const errors = sent.flatMap(({ error }) => error ?? [])
    expect(errors.map(({ code, path, currentVersion }) => [code, path, currentVersion])).toEqual(
      Array(3).fill(['CONFLICT', ['ifVersion'], '2']),
    )
    expect(sent.filter(({ done }) => done === 1)).toHaveLength(1)
    expect((await read(store, 'Person', id)).version).toBe('2')
  })

  it('is the same in a list, by id and opened, and rises with every change of a part', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const versions = async () => {
      const [byId] = await store.get.Person!([id], { signal })
      const page = await store.list.Person!(
        { filter: {}, order: null, limit: 1, cursor: null, backward: false },
        { signal },
      )
      return [byId, page.entries[0]!.item, await read(store, 'Person', id)].map((record) =>
        record && 'version' in record ? record.version : null,
      )
    }
    expect(await versions()).toEqual(['1', '1', '1'])

    await update(store, 'Person', id, { addTags: ['x'] })
    expect(await versions()).toEqual(['2', '2', '2'])
    await carryOut(
      store,
      (await openForWrite(store, 'Person', id)).upsertContactItems!([{ kind: 'OTHER', value: 'x' }]),
    )
    expect(await versions()).toEqual(['3', '3', '3'])
  })
})

describe('a plan', () => {
  it('is carried out whole or not at all', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const open = await openForWrite(store, 'Person', id)
    const good = open.update!({ firstName: 'Bea', addTags: ['x'] })
    const plan: Plan = {
      ...good,
      requests: [...good.requests, { method: 'DELETE', path: `/people/${id}/contact-items/gone` }],
    }

    const sent = await store.send(plan, { signal, ifVersion: null })

    expect(sent).toMatchObject({ id: null, done: 0, error: { code: 'NOT_FOUND' } })
    expect(await read(store, 'Person', id)).toEqual(open.record)
  })

  it('creates nobody when a later request fails', async () => {
    const store = await openStore()
    const plan = await store.planCreate('Person', { firstName: 'Ann', managerIds: ['nobody'] }, null, { signal })

    const sent = await store.send(plan, { signal, ifVersion: null })

    expect(sent).toMatchObject({ id: null, done: 0, error: { code: 'INVALID_INPUT', path: ['managerIds', '0'] } })
    const page = await store.list.Person!(
      { filter: {}, order: null, limit: 1, cursor: null, backward: false },
      { signal },
    )
    expect(page).toEqual({ entries: [], hasMore: false, totalCount: 0 })
  })

  it('is not begun once nobody waits for it', async () => {
    const store = await openStore()
    const plan = await store.planCreate('Person', { firstName: 'Ann' }, null, { signal })

    await expect(store.send(plan, { signal: AbortSignal.abort(new Error('gone')), ifVersion: null })).rejects.toThrow(
      'gone',
    )
  })

  it('is NOT_FOUND for a record that went in between', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const open = await openForWrite(store, 'Person', id)
    await carryOut(store, open.delete!())

    const sent = await store.send(open.update!({ firstName: 'Bea' }), { signal, ifVersion: null })

    expect(sent.error?.code).toBe('NOT_FOUND')
    expect(await store.open('Person', id, { signal })).toBeNull()
  })

  it('keeps one default of a kind even when two plans were made of the same state', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const open = await openForWrite(store, 'Person', id)

    for (const value of ['a', 'b'])
      await carryOut(store, open.upsertContactItems!([{ kind: 'OTHER', value, isDefault: true }]))

    const items = (await read(store, 'Person', id)).contactItems as readonly ContactItem[]
    expect(items.map(({ value, isDefault }) => [value, isDefault])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })

  it('is remembered by its mark in the same transaction', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann' })
    const open = await openForWrite(store, 'Person', id)

    await store.send(open.update!({ firstName: 'Bea' }), { signal, ifVersion: null, mark: 'done' })
    await store.send(open.update!({ firstName: 'Cem' }), { signal, ifVersion: '1', mark: 'refused' })
    const again = await store.send(open.update!({ firstName: 'Dan' }), { signal, ifVersion: null, mark: 'done' })

    expect(await store.wasDone('done', { signal })).toBe(true)
    expect(await store.wasDone('refused', { signal })).toBe(false)
    expect(again.error?.code).toBe('CONFLICT')
    expect((await read(store, 'Person', id)).firstName).toBe('Bea')
  })
})

describe('references', () => {
  it.each([
    ['Person', { organizationId: 'nobody' }, ['organizationId']],
    ['Person', { managerIds: ['nobody'] }, ['managerIds', '0']],
    ['User', { managerId: 'nobody' }, ['managerId']],
    ['Organization', { parentId: 'nobody' }, ['parentId']],
  ] as const)('of a %s to nobody are INVALID_INPUT: %j', async (type, patch, path) => {
    const store = await openStore()
    const id = await create(store, type, { firstName: 'Ann', name: 'Org' } as never)
    const plan = (await openForWrite(store, type, id)).update!(patch as never)

    const sent = await store.send(plan, { signal, ifVersion: null })

    expect(sent).toMatchObject({ done: 0, error: { code: 'INVALID_INPUT', path } })
  })

  it('to a record of another type are INVALID_INPUT', async () => {
    const store = await openStore()
    const person = await create(store, 'Person', { firstName: 'Ann' })

    const plan = (await openForWrite(store, 'Person', person)).update!({ organizationId: person })

    expect((await store.send(plan, { signal, ifVersion: null })).error).toMatchObject({ path: ['organizationId'] })
  })

  it('go in no circle', async () => {
    const store = await openStore()
    const [a, b, c] = [
      await create(store, 'Organization', { name: 'A' }),
      await create(store, 'Organization', { name: 'B' }),
      await create(store, 'Organization', { name: 'C' }),
    ]
    await update(store, 'Organization', b, { parentId: a })
    await update(store, 'Organization', c, { parentId: b })

    const plan = (await openForWrite(store, 'Organization', a)).update!({ parentId: c })
    const itself = await openForWrite(store, 'Organization', b)

    expect((await store.send(plan, { signal, ifVersion: null })).error).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['parentId'],
    })
    expect(() => itself.update!({ parentId: b })).toThrow('own parent')
  })

  it('let one user name be had once, whatever its case', async () => {
    const store = await openStore()
    await create(store, 'User', { username: 'uma' })
    const plan = await store.planCreate('User', { username: 'UMA' }, null, { signal })

    expect((await store.send(plan, { signal, ifVersion: null })).error).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['username'],
    })
  })
})

describe('deleting', () => {
  it('refuses an organization that somebody belongs to, and says how many', async () => {
    const store = await openStore()
    const organizationId = await create(store, 'Organization', { name: 'Choir' })
    const member = await create(store, 'Person', { firstName: 'Ann', organizationId })
    await create(store, 'Organization', { name: 'Altos', parentId: organizationId })
    const open = await openForWrite(store, 'Organization', organizationId)

    const sent = await store.send(open.delete!(), { signal, ifVersion: null })

    expect(sent.error?.code).toBe('CONFLICT')
    expect(sent.error?.message).toMatch('people: 1, organizations: 1')
    await carryOut(store, (await openForWrite(store, 'Person', member)).delete!())
    expect((await store.send(open.delete!(), { signal, ifVersion: null })).error?.message).toMatch('(organizations: 1)')
  })

  it('unlinks a user from whoever it managed, which changes them', async () => {
    const store = await openStore()
    const boss = await create(store, 'User', { firstName: 'Uma' })
    const other = await create(store, 'User', { firstName: 'Ugo', managerId: boss })
    const person = await create(store, 'Person', { firstName: 'Ann', managerIds: [boss, other] })

    await carryOut(store, (await openForWrite(store, 'User', boss)).delete!())

    expect(await read(store, 'User', other)).toMatchObject({ managerId: null, version: '2' })
    expect(await read(store, 'Person', person)).toMatchObject({ managerIds: [other], version: '2' })
  })

  it('leaves nothing of the record behind', async () => {
    const store = await openStore()
    const id = await create(store, 'Person', { firstName: 'Ann', addTags: ['x'] }, [
      { kind: 'EMAIL', value: 'a@b.example' },
    ])

    await carryOut(store, (await openForWrite(store, 'Person', id)).delete!())

    for (const filter of [{}, { tag: 'x' }, { email: 'a@b.example' }, { search: 'ann' }]) {
      const page = await store.list.Person!(
        { filter, order: null, limit: 1, cursor: null, backward: false },
        { signal },
      )
      expect(page.totalCount).toBe(0)
    }
  })
})

describe('reading by id', () => {
  it('keeps the order asked, with null for nobody and for records of other types', async () => {
    const store = await openStore()
    const [ann, bob] = [
      await create(store, 'Person', { firstName: 'Ann' }),
      await create(store, 'Person', { firstName: 'Bob' }),
    ]
    const user = await create(store, 'User', { firstName: 'Uma' })

    const found = await store.get.Person!([bob, 'nobody', user, ann, '', '1'], { signal })

    expect(found.map((record) => (record && 'displayName' in record ? record.displayName : record))).toEqual([
      'Bob',
      null,
      null,
      'Ann',
      null,
      null,
    ])
    expect(await store.get.Person!([], { signal })).toEqual([])
  })
})
