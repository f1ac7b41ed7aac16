import { afterEach, describe, expect, it } from 'vitest'
import { GatewayError } from '../../../src/model/errors.ts'
import type { UserFilter } from '../../../src/model/query.ts'
import type { User } from '../../../src/model/user.ts'
import { call, type LeadsySubject, startLeadsy } from './subject.ts'

describe('reading LeadsyGroup', () => {
  let subject: LeadsySubject
  afterEach(() => subject.close())

  const reads = () =>
    subject.simulator.calls.filter(({ method }) => method === 'GET').map(({ path }) => path.replace('/api/v1', ''))
  const users = (ids: readonly string[]) => subject.source.get.User!(ids, call())
  const list = async (filter: UserFilter) =>
    (
      await subject.source.list.User!({ filter, order: null, limit: 100, cursor: null, backward: false }, call())
    ).entries.map(({ item }) => item)

  it('maps a user whole', async () => {
    subject = await startLeadsy()

    const [user] = await users(['4'])

    expect(user).toMatchObject({
      type: 'User',
      ref: { source: 'sales', id: '4' },
      displayName: 'Dmitri Sokolov',
      firstName: 'Dmitri',
      lastName: 'Sokolov',
      email: 'dmitri.sokolov.4@leadsy.example',
      status: 'PENDING',
      organizationId: '1',
      avatar: null,
      contactItems: [{ id: 'email', kind: 'EMAIL', value: 'dmitri.sokolov.4@leadsy.example', isDefault: true }],
    })
  })

  it('reads the same user once for all that ask at the same moment', async () => {
    subject = await startLeadsy()

    await Promise.all([users(['2', '3']), users(['3', '2']), users(['3'])])

    expect(reads().sort()).toEqual(['/users/2', '/users/3'])
  })

  it('reads the whole list where that is cheaper, and singly who is not in it', async () => {
    subject = await startLeadsy({}, { listThreshold: 3 })

    const few = await users(['1', '2', '3'])
    const singles = reads()
    subject.simulator.resetCalls()
    const many = await users(['5', '1', '999', '2', '3'])

    expect(singles.sort()).toEqual(['/users/1', '/users/2', '/users/3'])
    expect(reads().sort()).toEqual(['/users', '/users/999'])
    expect(few.map((user) => (user as User).ref.id)).toEqual(['1', '2', '3'])
    expect(many.map((user) => (user as User | null)?.ref.id ?? null)).toEqual(['5', '1', null, '2', '3'])
  })

  it('reads singly where the list is longer than it may be', async () => {
    subject = await startLeadsy({}, { listThreshold: 2, maxListSize: 10 })

    const found = await users(['1', '2', '3'])

    expect(found.map((user) => (user as User).ref.id)).toEqual(['1', '2', '3'])
    await expect(list({})).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('maxListSize'),
    })
  })

  it('says of a user of another company that it may not, and gives all others', async () => {
    subject = await startLeadsy()

    const [other, own] = await users(['51', '5'])

    expect(other).toBeInstanceOf(GatewayError)
    expect(other).toMatchObject({ code: 'FORBIDDEN', source: 'sales' })
    expect((own as User).ref.id).toBe('5')
    await expect(subject.source.open!('User', '51', call())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('asks for an e-mail address by the endpoint for it', async () => {
    subject = await startLeadsy()

    const found = await list({ email: 'DMITRI.sokolov.4@leadsy.example' })
    const nobody = await list({ email: 'nobody@leadsy.example' })

    expect(found.map(({ ref }) => ref.id)).toEqual(['4'])
    expect(nobody).toEqual([])
    expect(reads().every((path) => path.startsWith('/users/find_by_email?email='))).toBe(true)
  })

  it('looks for an e-mail address in the list where there is no such endpoint', async () => {
    subject = await startLeadsy({}, { paths: { findByEmail: null } })

    expect((await list({ email: 'dmitri.sokolov.4@leadsy.example' })).map(({ ref }) => ref.id)).toEqual(['4'])
    expect(reads()).toEqual(['/users'])
  })

  it('combines filters', async () => {
    subject = await startLeadsy()

    const members = await list({ organizationId: '3' })
    const active = await list({ organizationId: '3', status: 'ACTIVE', search: 'sokolov' })

    expect(members.length).toBeGreaterThan(5)
    expect(active.length).toBeGreaterThan(0)
    expect(active.length).toBeLessThan(members.length)
    for (const user of active) {
      expect(user.status).toBe('ACTIVE')
      expect(user.lastName).toBe('Sokolov')
      expect(members.map(({ ref }) => ref.id)).toContain(user.ref.id)
    }
    expect(await list({ organizationId: '12345' })).toEqual([])
    expect(await list({ organizationId: 'not a number' })).toEqual([])
  })

  it('finds names without their accents', async () => {
    subject = await startLeadsy()

    expect((await list({ search: 'INES' })).every(({ firstName }) => firstName === 'Inés')).toBe(true)
    expect((await list({ search: 'yildiz' })).length).toBeGreaterThan(0)
  })

  it('understands the words for a status that it was told, and no others', async () => {
    subject = await startLeadsy({}, { statuses: { active: 'ON_LEAVE' } })

    const [active, pending] = (await users(['1', '4'])) as User[]

    expect(active?.status).toBe('ON_LEAVE')
    expect(pending?.status).toBe('UNKNOWN')
  })

  it('brings accesses when asked for, with the primary one', async () => {
    subject = await startLeadsy()
    const [user] = (await users(['4'])) as User[]

    const [completed] = await subject.source.complete!<'User'>([user!], 'accesses', call())

    expect(user).not.toHaveProperty('accesses')
    expect(completed?.accesses).toEqual([
      expect.objectContaining({ organizationId: '1', name: 'Viewer', isPrimary: true }),
      expect.objectContaining({ organizationId: '3', isPrimary: false }),
    ])
  })

  it('gives companies with their parents', async () => {
    subject = await startLeadsy()

    const found = await subject.source.get.Organization!(['2', '1', '77'], call())

    expect(found).toMatchObject([
      { name: 'Northwind Lettings', parentId: '1', kind: 'COMPANY' },
      { name: 'Northwind Homes', parentId: null },
      null,
    ])
  })

  it('remembers a list for as long as it is told, until something is written', async () => {
    subject = await startLeadsy({}, { cacheTtlMs: 60_000 })
    const { source } = subject

    await list({})
    await list({ search: 'bram' })
    const before = reads()
    const plan = (await source.open!('User', '2', call()))!.update!({ firstName: 'Abraham' })
    await source.send!(plan, { ...call(), ifVersion: null, mark: null })

    expect(before).toEqual(['/users'])
    expect((await list({ search: 'abraham' })).map(({ ref }) => ref.id)).toEqual(['2'])
  })
})
