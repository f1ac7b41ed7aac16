import { afterEach, describe, expect, it } from 'vitest'
import type { Person } from '../../../../src/model/person.ts'
import type { Order, Page, PersonFilter } from '../../../../src/model/query.ts'
import { ACCOUNTS } from '../../../../src/sources/onlyoffice/simulator/seed-users.ts'
import { PNG } from '../../pictures.ts'
import { type CrmSubject, call, startCrm } from './subject.ts'

let subject: CrmSubject
afterEach(() => subject.close())

async function start(...given: Parameters<typeof startCrm>): Promise<CrmSubject> {
  subject = await startCrm(...given)
  await subject.source.ping(call())
  subject.portal.resetCalls()
  return subject
}

const people = (from: number, count: number) => Array.from({ length: count }, (_, n) => String(from + n))
const lines = () => subject.portal.calls.map(({ method, path }) => `${method} ${path}`)

describe('contacts by id', () => {
  it('come many in one request, chunk by chunk', async () => {
    const { source } = await start()

    const found = await source.get.Person!(people(201, 80), call())

    expect(found.every((person) => person !== null && !(person instanceof Error))).toBe(true)
    expect(lines()).toEqual(['POST /api/2.0/batch', 'POST /api/2.0/batch'])
  })

  it('come in one request where the setting lets them', async () => {
    const { source } = await start({}, { batchSize: 200 })

    await source.get.Person!(people(201, 80), call())

    expect(lines()).toEqual(['POST /api/2.0/batch'])
  })

  it('are one request for all who ask for the same at the same time', async () => {
    const { source } = await start()

    await Promise.all([1, 2, 3].map(() => source.get.Person!(people(201, 5), call())))

    expect(lines()).toEqual(['POST /api/2.0/batch'])
  })

  it.each(['missing', 'broken'] as const)(
    'come one by one where batch is %s, and it is asked again only later',
    async (batch) => {
      let now = Date.parse('2026-03-01T12:00:00Z')
      const { source, portal } = await start({ switches: { batch } }, {}, { now: () => now })
      await source.get.Person!(people(201, 4), call())
      portal.resetCalls()

      const found = await source.get.Person!(people(201, 4), call())

      expect(found.map((person) => (person as Person).ref.id)).toEqual(people(201, 4))
      expect(lines().sort()).toEqual(people(201, 4).map((id) => `GET /api/2.0/crm/contact/${id}`))

      now += 11 * 60_000
      portal.turn({ batch: 'works' })
      portal.resetCalls()
      await source.get.Person!(people(201, 4), call())
      expect(lines()).toEqual(['POST /api/2.0/batch'])
    },
  )

  it('are people or companies, never the one for the other', async () => {
    const { source } = await start()

    expect(await source.get.Person!(['101'], call())).toEqual([null])
    expect(await source.get.Organization!(['201'], call())).toEqual([null])
    expect(await source.open!('Person', '101', call())).toBeNull()
    expect(await source.open!('Organization', '201', call())).toBeNull()
  })

  it('fail alone where one alone can not be read', async () => {
    const { source, portal } = await start({}, { batchSize: 1 })
    portal.fail(
      {
        status: 403,
        headers: { 'content-type': 'application/json' },
        body: '{"status":1,"statusCode":403,"error":{"message":"Access Denied"}}',
      },
      { when: ({ path }) => path.endsWith('/202') },
    )

    const [a, b, c] = await source.get.Person!(['201', '202', '203'], call())

    expect([a, c]).toMatchObject([{ ref: { id: '201' } }, { ref: { id: '203' } }])
    expect(b).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('that the account may not see are nobody', async () => {
    const { source, portal } = await start({ account: 'plain' })
    const hidden = [...portal.state.contacts.values()].find(
      ({ isCompany, shareType }) => !isCompany && shareType === 0,
    )!

    expect(await source.get.Person!([String(hidden.id)], call())).toEqual([null])
  })
})

describe('users of the portal', () => {
  it('are found by GUID, and never by user name', async () => {
    const { source, portal } = await start()
    const user = [...portal.state.users.values()][5]!

    const found = await source.get.User!([user.id, user.userName, '00000000-0000-4000-a000-000000000000'], call())

    expect(found).toMatchObject([{ ref: { id: user.id }, email: user.email, username: user.userName }, null, null])
    expect(found[0]).toMatchObject({ department: expect.not.stringContaining('&amp;') })
  })

  it('share their ids with every source at the same portal', async () => {
    const { source, portal } = await start()

    expect(source.realm).toBe(portal.url)
  })
})

describe('lists', () => {
  const list = (filter: PersonFilter, limit = 100) =>
    subject.source.list.Person!({ filter, order: null, limit, cursor: null, backward: false }, call())
  const idsOf = (page: Page<Person>) => page.entries.map(({ item }) => item.ref.id)

  it('find people by the very address, not by a part of it', async () => {
    const { portal } = await start()
    portal.state.infoRows.set(1, {
      id: 1,
      contactId: 203,
      type: 1,
      category: 0,
      data: 'xcontact201@work.example',
      isPrimary: false,
    })
    portal.state.infoRows.set(2, {
      id: 2,
      contactId: 103,
      type: 1,
      category: 0,
      data: 'contact201@work.example',
      isPrimary: false,
    })

    const found = await list({ email: ' Contact201@Work.Example' })

    expect(idsOf(found)).toEqual(['201'])
    expect(found.totalCount).toBe(1)
  })

  it('find people of a company, and none of what is no company', async () => {
    const { portal, source } = await start()
    const members = [...portal.state.contacts.values()]
      .filter(({ companyId }) => companyId === 102)
      .map(({ id }) => String(id))

    expect(members.length).toBeGreaterThan(1)
    expect(idsOf(await list({ organizationId: '102' }))).toEqual(members)
    expect(
      idsOf(
        await source.listMembers!('102', { filter: {}, order: null, limit: 50, cursor: null, backward: false }, call()),
      ),
    ).toEqual(members)
    expect(idsOf(await list({ organizationId: '999999' }))).toEqual([])
    expect(idsOf(await list({ organizationId: 'x' }))).toEqual([])
  })

  it('combine what they can, and refuse what they can not', async () => {
    const { portal } = await start()
    const person = portal.state.contacts.get(202)!
    person.tags = ['press']

    expect(
      idsOf(await list({ email: 'contact202@work.example', tag: 'press', organizationId: String(person.companyId) })),
    ).toEqual(['202'])
    expect(idsOf(await list({ email: 'contact202@work.example', tag: 'board' }))).toEqual([])
    expect(idsOf(await list({ search: person.lastName, tag: 'press' }))).toContain('202')
    await expect(list({ email: 'contact202@work.example', search: 'x' })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  })

  it('read a list that the portal does not page to its end', async () => {
    const { portal } = await start()
    for (let id = 10_000; id < 11_050; id++) {
      portal.state.contacts.set(id, { ...structuredClone(portal.state.contacts.get(201)!), id, companyId: 104 })
    }

    expect((await list({ organizationId: '104' }, 1)).totalCount).toBeGreaterThanOrEqual(1050)
  })

  it.each([null, { by: 'NAME', direction: 'ASC' }, { by: 'CREATED_AT', direction: 'DESC' }] as const)(
    'lose and repeat nobody while contacts come and go between pages (order %o)',
    async (order: Order | null) => {
      const { portal, source } = await start()
      const contacts = portal.state.contacts
      const stays = new Set([...contacts.values()].filter(({ isCompany }) => !isCompany).map(({ id }) => String(id)))
      const seen: string[] = []
      for (let cursor: string | null = null, turn = 0; ; turn++) {
        const page: Page<Person> = await source.list.Person!(
          { filter: {}, order, limit: 10, cursor, backward: false },
          call(),
        )
        seen.push(...idsOf(page))
        if (!page.hasMore) break
        cursor = page.entries.at(-1)!.cursor
        // Three that were shown go, not the last; one comes, at the front where names and times are concerned.
        for (const id of seen.slice(-6, -3)) {
          contacts.delete(Number(id))
          stays.delete(id)
        }
        const id = 20_000 + turn
        contacts.set(id, {
          ...structuredClone(contacts.get(280)!),
          id,
          firstName: 'Aaa',
          lastName: 'Aaa',
          created: Date.UTC(2030, 1, 1 + turn),
        })
      }

      expect(new Set(seen).size).toBe(seen.length)
      expect([...stays].filter((id) => !seen.includes(id))).toEqual([])
    },
  )

  it('go on where the record they ended at has gone', async () => {
    const { portal, source } = await start()
    const page = (cursor: string | null) =>
      source.list.Person!({ filter: {}, order: null, limit: 10, cursor, backward: false }, call())
    const first = await page(null)
    for (const id of idsOf(first).slice(-4)) portal.state.contacts.delete(Number(id))

    expect(idsOf(await page(first.entries.at(-1)!.cursor))[0]).toBe('211')
  })

  it('bring the contact items of all their people in one request, where somebody has an address', async () => {
    const { source, portal } = await start()
    const { entries } = await list({}, 40)
    const lacking = entries.map(({ item }) => item).filter((item) => item.contactItems === undefined)
    portal.resetCalls()

    const completed = await source.complete!<'Person'>(lacking, 'contactItems', call())

    expect(lacking.length).toBeGreaterThan(5)
    expect(lacking.length).toBeLessThan(40)
    expect(lines()).toEqual(['POST /api/2.0/batch'])
    expect(
      completed.every(({ contactItems }) =>
        contactItems?.some(({ kind, address }) => kind === 'ADDRESS' && address?.city),
      ),
    ).toBe(true)
  })
})

describe('what the account may do', () => {
  it('is nothing for a guest, whom the CRM keeps out', async () => {
    await start()

    const { email, password } = ACCOUNTS.guest
    const guest = await startCrm({}, { username: email, password })
    expect([...(await guest.source.capabilities(call()))]).toEqual([])
    await guest.close()
  })

  it('is asked once, and then remembered', async () => {
    const { source } = await start({ account: 'plain' })

    await source.capabilities(call())
    const able = await source.capabilities(call())

    expect(able.has('PERSON_CREATE')).toBe(true)
    expect(able.has('USER_LIST')).toBe(false)
    expect(lines()).toHaveLength(2)
  })
})

describe('pictures', () => {
  it('are remembered by their links for a while, and seen at once when they are set from here', async () => {
    let now = Date.parse('2026-03-01T12:00:00Z')
    const { source, portal } = await start({}, {}, { now: () => now })
    const key = async () => {
      const found = (await source.get.Person!(['203', '204'], call())) as readonly Person[]
      const each = await Promise.all(found.map((one) => source.complete!<'Person'>([one], 'avatar', call())))
      return each.flat().map(({ avatar }) => avatar?.key ?? null)
    }
    const hops = () => portal.calls.filter(({ path }) => path.includes('filehandler')).length
    const first = await key()

    expect([await key(), hops()]).toEqual([first, 2])

    const picture = { bytes: PNG, contentType: 'image/png', filename: 'avatar.png', sha256: 'x' } as const
    await source.send!((await source.open!('Person', '203', call()))!.putAvatar!(picture), {
      ...call(),
      ifVersion: null,
    })
    expect(first[0]).toBeNull()
    expect((await key())[0]).not.toBeNull()

    portal.state.contacts.get(204)!.picture = null
    expect((await key())[1]).toBe(first[1])
    now += 6 * 60_000
    expect((await key())[1]).toBeNull()
  })

  it('of a list cost no call: those that nobody has looked at may be there', async () => {
    const { source, portal } = await start()
    const people = (await source.get.Person!(['203', '204', '205'], call())) as readonly Person[]
    await source.readAvatar!({ type: 'Person', source: 'office', id: '203' }, call())
    portal.resetCalls()

    const listed = await source.complete!<'Person'>(people, 'avatar', call())

    expect(listed.map(({ avatar }) => avatar === null)).toEqual([true, false, false])
    expect(portal.calls).toEqual([])
  })
})
