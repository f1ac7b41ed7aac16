import { afterEach, describe, expect, it } from 'vitest'
import { diffRecords } from '../../../src/model/diff.ts'
import { GatewayError } from '../../../src/model/errors.ts'
import type { Organization } from '../../../src/model/organization.ts'
import type { Person } from '../../../src/model/person.ts'
import type { PersonFilter } from '../../../src/model/query.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { call, personIds, type Running, run } from './set-up.ts'

let running: Running
const start = async (options: VirtuousSimulatorOptions = {}, settings: Record<string, unknown> | null = null) => {
  running = await run(options, settings)
  return running
}
afterEach(() => running?.close())

const list = (filter: PersonFilter, more: { limit?: number; cursor?: string | null; backward?: boolean } = {}) =>
  running.source.list.Person!({ filter, order: null, limit: 50, cursor: null, backward: false, ...more }, call())

const namesOf = (page: { readonly entries: readonly { readonly item: Person }[] }) =>
  page.entries.map(({ item }) => item.ref.id)

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

  it('shows the same record, with the same version and times, by every way of reading', async () => {
    await start({ people: 30 })
    const ids = personIds(running)
    const inBatch = (await running.source.get.Person!(ids, call())) as Person[]
    const listed = new Map((await list({}, { limit: 100 })).entries.map(({ item }) => [item.ref.id, item]))

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

describe('lists of people', () => {
  it('loses and repeats nobody, whatever the page size, contacts with several people and with none', async () => {
    await start({ people: 70 })
    const { state } = running.simulator
    const isListed = (contactId: number) => !state.contacts.get(contactId)!.isArchived
    const everyone = [...state.individuals.values()]
      .filter(({ contactId }) => isListed(contactId))
      .map(({ id }) => String(id))
    const members = new Map([...state.contacts.keys()].map((id) => [id, 0]))
    for (const { contactId } of state.individuals.values()) members.set(contactId, members.get(contactId)! + 1)
    expect([...members.values()]).toContain(0)
    expect(Math.max(...members.values())).toBeGreaterThan(2)

    for (const limit of [1, 2, 3, 17, 200]) {
      const seen: string[] = []
      for (let cursor: string | null = null; ; ) {
        const page = await list({}, { limit, cursor })
        seen.push(...namesOf(page))
        cursor = page.entries.at(-1)?.cursor ?? null
        if (!page.hasMore) break
      }
      expect(seen).toEqual(everyone)
    }
    const queries = running.simulator.calls.filter(({ path }) => path.endsWith('/FullContact'))
    expect(queries.every(({ query }) => query.startsWith('skip=0&'))).toBe(true)
  })

  it('asks once for a page, and never skips', async () => {
    await start({ people: 70 })
    await list({}, { limit: 5 })
    running.forget()

    const first = await list({}, { limit: 5 })
    await list({}, { limit: 5, cursor: first.entries.at(-1)!.cursor })

    expect(running.calls()).toEqual(['POST /api/Contact/Query/FullContact', 'POST /api/Contact/Query/FullContact'])
  })

  it('goes on behind somebody who has been deleted meanwhile', async () => {
    await start({ people: 20 })
    const first = await list({}, { limit: 4 })
    const rest = namesOf(await list({}, { limit: 100, cursor: first.entries.at(-1)!.cursor }))
    running.simulator.state.individuals.delete(Number(first.entries.at(-1)!.item.ref.id))

    const after = await list({}, { limit: 100, cursor: first.entries.at(-1)!.cursor })

    expect(namesOf(after)).toEqual(rest)
  })

  it('passes over a long run of contacts without people', async () => {
    await start({ people: 6 })
    const { state } = running.simulator
    const [template] = [...state.contacts.values()]
    for (let id = 5000; id < 5200; id += 1) state.contacts.set(id, { ...template!, id })

    const page = await list({}, { limit: 6 })

    expect(page.entries).toHaveLength(6)
    expect(page.hasMore).toBe(false)
    expect(page.totalCount).toBe(6)
  })

  it('finds people by e-mail address, and not the others of their household', async () => {
    await start({ people: 60 })
    const { state } = running.simulator
    const method = [...state.methods.values()].find(({ type, individualId }) => {
      const contactId = state.individuals.get(individualId)!.contactId
      const household = [...state.individuals.values()].filter((one) => one.contactId === contactId)
      return type === 'Home Email' && household.length > 1 && !state.contacts.get(contactId)!.isArchived
    })!

    const page = await list({ email: method.value.toUpperCase() })

    expect(namesOf(page)).toEqual([String(method.individualId)])
    expect(page.totalCount).toBe(1)
  })

  it('finds the people of an organization, and of a tag, and of both', async () => {
    await start({ people: 60 })
    const { state } = running.simulator
    const tagged = new Set(
      [...state.contactTags.values()].filter(({ tagId }) => tagId === 22).map((link) => link.contactId),
    )
    const isShown = (contactId: number) => tagged.has(contactId) && !state.contacts.get(contactId)!.isArchived
    const expected = [...state.individuals.values()].filter(({ contactId }) => isShown(contactId))
    const [contactId] = [...tagged] as [number]

    const byTag = await list({ tag: 'volunteer' }, { limit: 100 })
    const byBoth = await list({ tag: 'Volunteer', organizationId: String(contactId) })
    const byOrganization = await list({ organizationId: String(contactId) })

    expect(expected.length).toBeGreaterThan(5)
    expect(namesOf(byTag)).toEqual(expected.map(({ id }) => String(id)))
    expect(namesOf(byBoth)).toEqual(namesOf(byOrganization))
    expect(namesOf(await list({ tag: 'no such tag' }))).toEqual([])
    expect(namesOf(await list({ organizationId: 'x' }))).toEqual([])
  })

  it('pages through a tag, both ways', async () => {
    await start({ people: 90 }, { batchGroups: 3 })
    const whole = namesOf(await list({ tag: 'Volunteer' }, { limit: 200 }))
    const walk = async (backward: boolean) => {
      const seen: string[] = []
      for (let cursor: string | null = null; ; ) {
        const page = await list({ tag: 'Volunteer' }, { limit: 2, cursor, backward })
        seen.splice(backward ? 0 : seen.length, 0, ...namesOf(page))
        cursor = (backward ? page.entries[0] : page.entries.at(-1))?.cursor ?? null
        if (!page.hasMore) return seen
      }
    }

    expect(await walk(false)).toEqual(whole)
    expect(await walk(true)).toEqual(whole)
  })

  it('finds who was changed since a moment, to the millisecond', async () => {
    await start({ people: 60 })
    const { state } = running.simulator
    const times = [...state.individuals.values()].map(({ modifiedAt }) => modifiedAt).sort((a, b) => a - b)
    const since = new Date(times[30]!).toISOString()
    for (const contact of state.contacts.values()) contact.modifiedAt = Math.max(contact.modifiedAt, times[50]!)

    const page = await list({ updatedSince: since }, { limit: 200 })

    expect(page.entries.length).toBeGreaterThan(5)
    expect(page.entries.every(({ item }) => item.updatedAt! >= since)).toBe(true)
    const everyone = await list({}, { limit: 200 })
    expect(namesOf(page)).toEqual(
      everyone.entries.filter(({ item }) => item.updatedAt! >= since).map(({ item }) => item.ref.id),
    )
  })

  it('searches, reads who was found in one batch, and pages by counting off', async () => {
    await start({ people: 60 })
    await list({}, { limit: 1 })
    await running.source.get.Person!(personIds(running).slice(0, 2), call())
    const whole = await list({ search: 'example.org' }, { limit: 100 })
    running.forget()

    const first = await list({ search: 'example.org' }, { limit: 5 })

    expect(running.calls()).toEqual(['POST /api/Contact/Search', 'POST /api/ContactIndividual/Query'])
    expect(whole.entries.length).toBeGreaterThan(12)
    const second = await list({ search: 'example.org' }, { limit: 5, cursor: first.entries.at(-1)!.cursor })
    expect([...namesOf(first), ...namesOf(second)]).toEqual(namesOf(whole).slice(0, 10))
    const back = await list(
      { search: 'example.org' },
      { limit: 5, cursor: second.entries.at(-1)!.cursor, backward: true },
    )
    expect(namesOf(back)).toEqual(namesOf(whole).slice(4, 9))
    const end = await list({ search: 'example.org' }, { limit: 3, backward: true })
    expect(namesOf(end)).toEqual(namesOf(whole).slice(-3))
    expect(end.hasMore).toBe(true)
  })

  it('refuses to combine a search with other filters, and cursors of another list', async () => {
    await start({ people: 20 })
    const { entries } = await list({ search: 'a' }, { limit: 1 })

    await expect(list({ search: 'a', tag: 'Volunteer' })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    await expect(list({}, { cursor: entries[0]!.cursor })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(list({ search: 'a' }, { cursor: '1001.1002' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('completes tags from the contacts, for a whole page in one call', async () => {
    await start({ people: 60 })
    const ids = personIds(running).slice(0, 40)
    const people = (await running.source.get.Person!(ids, call())) as Person[]
    await running.source.get.Organization!(['1001'], call())
    await running.source.complete!(people.slice(0, 3), 'tags', call())
    running.forget()

    const whole = (await running.source.complete!(people, 'tags', call())) as readonly Person[]

    expect(running.calls()).toEqual(['POST /api/Contact/Query/FullContact'])
    const { state } = running.simulator
    for (const person of whole) {
      const links = [...state.contactTags.values()].filter(
        ({ contactId }) => String(contactId) === person.organizationId,
      )
      expect(person.tags).toEqual(links.map(({ tagId }) => state.tags.get(tagId)))
    }
  })
})
