import { afterEach, describe, expect, it } from 'vitest'
import { diffRecords } from '../../../src/model/diff.ts'
import { GatewayError } from '../../../src/model/errors.ts'
import type { Organization } from '../../../src/model/organization.ts'
import type { Person } from '../../../src/model/person.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { call, personIds, type Running, run } from './set-up.ts'

let running: Running
const start = async (options: VirtuousSimulatorOptions = {}, settings: Record<string, unknown> | null = null) => {
  running = await run(options, settings)
  return running
}
afterEach(() => running?.close())

const list = () =>
  running.source.list.Person!({ filter: {}, order: null, limit: 100, cursor: null, backward: false }, call())

describe('people by id', () => {
  it('reads a hundred in one call where the id takes several values', async () => {
    await start({ people: 120 })
    const ids = personIds(running).slice(0, 100)

    const found = await running.source.get.Person!(ids, call())

    expect(found.map((one) => (one as Person).ref.id)).toEqual(ids)
    expect(running.calls().filter((one) => one.startsWith('POST'))).toEqual(['POST /api/ContactIndividual/Query'])
    running.forget()
    await running.source.get.Person!(ids.toReversed(), call())
    expect(running.calls()).toEqual(['POST /api/ContactIndividual/Query'])
  })

  it('maps those that have not changed once, and anew when the organization’s own lists have been read anew', async () => {
    let nowMs = Date.parse('2026-01-01')
    running = await run({ people: 20 }, null, () => nowMs)
    const ids = personIds(running).slice(0, 5)
    const read = () => running.source.get.Person!(ids, call())
    const first = await read()
    const second = await read()
    const third = await read()
    nowMs += 3_700_000

    const [later, again] = [await read(), await read()]
    running.simulator.state.individuals.get(Number(ids[0]))!.fields.firstName = 'Robin'
    const changed = await read()

    expect([second, later]).toEqual([first, first])
    expect(third[0]).toBe(second[0])
    expect(later[0]).not.toBe(third[0])
    expect(again[0]).toBe(later[0])
    expect(changed[0]).toMatchObject({ firstName: 'Robin' })
    expect(changed.slice(1)).toEqual(first.slice(1))
  })

  it('reads a hundred in two calls of fifty groups where the id takes one value', async () => {
    await start({ people: 120, individualIdOperators: ['Is'] })
    const ids = personIds(running).slice(0, 100)
    await running.source.get.Person!(ids.slice(0, 2), call())
    running.forget()

    const found = await running.source.get.Person!(ids, call())

    expect(found.map((one) => (one as Person).ref.id)).toEqual(ids)
    expect(running.calls()).toEqual(['POST /api/ContactIndividual/Query', 'POST /api/ContactIndividual/Query'])
  })

  it('reads each by itself where the organization lists no id', async () => {
    await start({ people: 120, individualIdParameter: null })
    const ids = personIds(running).slice(0, 100)
    await running.source.get.Person!(ids.slice(0, 2), call())
    running.forget()

    const found = await running.source.get.Person!([...ids, '900000'], call())

    expect(found.map((one) => (one as Person | null)?.ref.id ?? null)).toEqual([...ids, null])
    expect(running.calls().filter((one) => /^GET \/api\/ContactIndividual\/\d+$/.test(one))).toHaveLength(101)
  })

  it('goes over to single reads when the query is refused, and does not ask again', async () => {
    await start({ people: 40, individualIdOperators: ['Is'], maxGroups: 5 })
    const ids = personIds(running).slice(0, 10)

    const found = await running.source.get.Person!(ids, call())
    running.forget()
    await running.source.get.Person!(ids, call())

    expect(found.map((one) => (one as Person).ref.id)).toEqual(ids)
    expect(running.calls().filter((one) => one.startsWith('POST'))).toEqual([])
    expect(running.calls()).toHaveLength(10)
  })

  it('reads one with one call, and asks nothing for an id that can be nobody’s', async () => {
    await start({ people: 10 })
    const [id] = personIds(running) as [string]
    await running.source.get.Person!([id], call())
    running.forget()

    await running.source.get.Person!([id], call())
    const nobody = await running.source.get.Person!(['abc', '99999999999', '-4', '007'], call())

    expect(running.calls()).toEqual([`GET /api/ContactIndividual/${id}`])
    expect(nobody).toEqual([null, null, null, null])
  })

  it('gives an error in the place of one that can not be understood, and the others', async () => {
    await start({ people: 10 })
    const [a, b] = personIds(running) as [string, string]
    running.simulator.state.individuals.get(Number(a))!.fields.firstName = 7

    const [broken, whole] = await running.source.get.Person!([a, b], call())

    expect(broken).toBeInstanceOf(GatewayError)
    expect(broken).toMatchObject({ code: 'BAD_SOURCE_RESPONSE' })
    expect(whole).toMatchObject({ ref: { id: b } })
  })

  it('finds the people of an organization in what came with it, the same as by asking', async () => {
    await start({ people: 120 })
    const page = { filter: {}, order: null, limit: 2, cursor: null, backward: false } as const
    const { entries } = await running.source.list.Organization!({ ...page, limit: 20 }, call())
    const households = entries.map(({ item }) => item)

    for (const household of households) {
      for (const backward of [false, true]) {
        const within = await running.source.membersWithin!(household, { ...page, backward }, call())
        const asked = await running.source.listMembers!(household.ref.id, { ...page, backward }, call())
        const shown = (of: typeof asked) =>
          of.entries.map(({ item: { raw: _raw, ...shown }, cursor }) => [cursor, shown] as const)
        expect(shown(within!)).toEqual(shown(asked))
        expect([within?.hasMore, within?.totalCount]).toEqual([asked.hasMore, asked.totalCount])
      }
    }
    expect(households.length).toBeGreaterThan(5)
  })

  it('shows the same record, with the same version and times, by every way of reading', async () => {
    await start({ people: 30 })
    const ids = personIds(running)
    const inBatch = (await running.source.get.Person!(ids, call())) as Person[]
    const listed = new Map((await list()).entries.map(({ item }) => [item.ref.id, item]))

    for (const batched of inBatch) {
      const [single] = (await running.source.get.Person!([batched.ref.id], call())) as [Person]
      const members = await running.source.listMembers!(
        single.organizationId!,
        { filter: {}, order: null, limit: 10, cursor: null, backward: false },
        call(),
      )
      const others = [
        batched,
        listed.get(single.ref.id),
        members.entries.find(({ item }) => item.ref.id === single.ref.id)?.item,
      ]
      for (const other of others.filter((one) => one !== undefined)) {
        expect(diffRecords(single, other)).toEqual([])
        expect([other.version, other.updatedAt, other.createdAt]).toEqual([
          single.version,
          single.updatedAt,
          single.createdAt,
        ])
      }
    }
  })
})

describe('organizations by id', () => {
  it('reads a hundred in calls of fifty groups', async () => {
    await start({ people: 240 })
    const ids = [...running.simulator.state.contacts.keys()].slice(0, 100).map(String)
    await running.source.get.Organization!(ids.slice(0, 2), call())
    running.forget()

    const found = await running.source.get.Organization!(ids, call())

    expect(found.map((one) => (one instanceof GatewayError ? one : one?.ref.id))).toEqual(ids)
    expect(running.calls()).toEqual(['POST /api/Contact/Query/FullContact', 'POST /api/Contact/Query/FullContact'])
  })

  it('tells households, companies and the rest apart by their type’s parent, and brings addresses when asked', async () => {
    await start({ people: 60 })
    const { state } = running.simulator
    const kinds = {
      Household: 'HOUSEHOLD',
      Church: 'COMPANY',
      Company: 'COMPANY',
      Organization: 'COMPANY',
      Foundation: 'OTHER',
    }
    const ids = [...state.contacts.keys()].map(String)

    const found = await running.source.get.Organization!(ids, call())
    const whole = await running.source.complete!(
      found.filter((one): one is Organization => one !== null && !(one instanceof GatewayError)),
      'contactItems',
      call(),
    )

    for (const organization of whole) {
      const contact = state.contacts.get(Number(organization.ref.id))!
      expect(organization).toMatchObject({ kind: kinds[contact.fields.contactType as keyof typeof kinds] })
      const addresses = [...state.addresses.values()].filter(({ contactId }) => contactId === contact.id)
      expect(organization.contactItems?.map(({ id }) => id)).toEqual(addresses.map(({ id }) => String(id)))
      expect(organization.contactItems?.every(({ kind, address }) => kind === 'ADDRESS' && address?.city)).toBe(true)
    }
  })
})
