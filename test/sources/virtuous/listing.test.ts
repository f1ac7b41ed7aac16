import { afterEach, describe, expect, it } from 'vitest'
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

  it('passes over found contacts without people, so that every page has somebody', async () => {
    await start({ people: 20 })
    const { state } = running.simulator
    const hits = (await list({ search: 'example.org' }, { limit: 100 })).entries.map(({ item }) => item.ref.id)
    const nobody = { individualId: null, id: 1001 }
    const found = (id: string) => ({ individualId: Number(id), id: 1001 })
    const answer = (...list: object[]) => ({
      kind: 'status' as const,
      status: 200,
      path: /Search$/,
      json: { list, total: list.length },
    })
    expect(state.individuals.has(Number(hits[0]))).toBe(true)
    running.simulator.fail(answer(nobody, nobody), answer(nobody, found(hits[0]!)), answer(found(hits[1]!)))

    const page = await list({ search: 'example.org' }, { limit: 1 })

    expect(namesOf(page)).toEqual([hits[0]])
    expect(page.entries[0]!.cursor).toBe('@3')
    expect(page.hasMore).toBe(true)
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
