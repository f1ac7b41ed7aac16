import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDirectory } from '../../../../src/directory/create-directory.ts'
import type { Directory } from '../../../../src/directory/directory.ts'
import { createDirectoryState } from '../../../../src/directory/state.ts'
import type { Person } from '../../../../src/model/person.ts'
import { encodeId } from '../../../../src/model/ref.ts'
import type { RecordedCall } from '../../../../src/sources/onlyoffice/simulator/http.ts'
import { type CrmSubject, call, startCrm } from './subject.ts'

/** Private, with managers, a stage, an industry and, once the portal has started, a company. */
const PERSON = '207'

describe('what the reference tells clients to mind', () => {
  let subject: CrmSubject
  let directory: Directory

  beforeAll(async () => {
    subject = await startCrm()
    subject.portal.state.contacts.get(Number(PERSON))!.companyId = 103
  })
  afterAll(() => subject.close())
  beforeEach(() => {
    directory = createDirectory([subject.source], { signal: call().signal, state: createDirectoryState() })
    subject.portal.heal()
    subject.portal.resetCalls()
  })

  const person = (id = PERSON) => encodeId('Person', 'office', id)
  const writes = () =>
    subject.portal.calls.filter(({ method, path }) => method !== 'GET' && !/batch$|authentication$/.test(path))
  const bodyOf = (sent: RecordedCall | undefined): unknown => JSON.parse(sent?.body ?? 'null')

  describe('1: read, merge, write everything, restore the status, believe nothing, read again', () => {
    it('says before anything is sent what the update will take away', async () => {
      const { receipts } = await directory.writes.updatePerson({ id: person(), jobTitle: 'Archivist', dryRun: true })

      expect(writes()).toEqual([])
      expect(receipts[0]).toMatchObject({ outcome: 'PLANNED', changes: [{ path: 'jobTitle', after: 'Archivist' }] })
      expect(receipts[0]?.sideEffects).toEqual([
        { path: 'raw.industry', before: 'Catering', after: '', repaired: false },
        { path: 'stage', before: 'Warm', after: 'Warm', repaired: true },
      ])
    })

    it('resends every parameter, then restores the status by its own call', async () => {
      const before = subject.portal.state.contacts.get(Number(PERSON))!
      const stated = structuredClone(before)

      const { record, receipts, userErrors } = await directory.writes.updatePerson({
        id: person(),
        jobTitle: 'Archivist',
      })

      expect(userErrors).toEqual([])
      expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
        `PUT /api/2.0/crm/contact/person/${PERSON}`,
        `PUT /api/2.0/crm/contact/${PERSON}/status`,
      ])
      expect(bodyOf(writes()[0])).toEqual({
        firstName: stated.firstName,
        lastName: stated.lastName,
        jobTitle: 'Archivist',
        companyId: stated.companyId,
        about: stated.about,
        shareType: stated.shareType,
        managerList: stated.access,
        customFieldList: [],
      })
      // What the portal answered to the update still shows the former title.
      expect(record?.jobTitle).toBe('Archivist')
      expect(before).toEqual({
        ...stated,
        title: 'Archivist',
        industry: '',
        currency: null,
        typeId: 0,
        modified: before.modified,
      })
      expect(receipts[0]?.sideEffects).toEqual([
        { path: 'raw.industry', before: 'Catering', after: '', repaired: false },
        { path: 'stage', before: 'Warm', after: 'Warm', repaired: true },
      ])
    })

    it('does alike with a company, whose people keep their stages', async () => {
      const company = subject.portal.state.contacts.get(104)!
      const stages = () =>
        [...subject.portal.state.contacts.values()]
          .filter(({ companyId }) => companyId === 104)
          .map(({ statusId }) => statusId)
      const [before, people] = [structuredClone(company), stages()]

      const { record, receipts } = await directory.writes.updateOrganization({
        id: encodeId('Organization', 'office', '104'),
        name: 'Douglas & Daughters',
      })

      expect(record?.name).toBe('Douglas & Daughters')
      expect(company).toMatchObject({
        about: before.about,
        statusId: before.statusId,
        shareType: before.shareType,
        access: before.access,
      })
      expect(stages()).toEqual(people)
      expect(receipts[0]?.sideEffects.map(({ path, repaired }) => [path, repaired])).toEqual([
        ['raw.industry', false],
        ['raw.contactStatus', true],
      ])
    })
  })

  describe('2: statuses that mean something else', () => {
    it('takes 404 to a read for nobody, and 400 to an update for a refusal', async () => {
      const open = await subject.source.open!('Person', '279', call())
      const plan = open!.update!({ about: 'Not there any more' })
      subject.portal.state.contacts.delete(279)

      const sent = await subject.source.send!(plan, { ...call(), ifVersion: null })

      expect(sent).toMatchObject({ done: 0, error: { code: 'INVALID_INPUT', status: 400, outcomeUnknown: false } })
      expect(await subject.source.get.Person!(['279'], call())).toEqual([null])
    })

    it('takes 500 to a login for wrong credentials, and asks no second time', async () => {
      const stranger = await startCrm({}, { password: 'wrong-password' })

      for (let attempt = 0; attempt < 6; attempt++) {
        await expect(stranger.source.ping(call())).rejects.toMatchObject({ code: 'SOURCE_UNAUTHENTICATED' })
      }

      expect(stranger.portal.calls).toHaveLength(1)
      await stranger.close()
    })

    it('signs in again when a 401 comes as plain text', async () => {
      await subject.source.ping(call())
      subject.portal.expireTokens()

      const [found] = await subject.source.get.Person!([PERSON], call())

      expect(found).toMatchObject({ ref: { id: PERSON } })
    })
  })

  describe('3: calls that destroy, and an index that skips', () => {
    it('never calls PUT contact, PUT batch, or the status of a whole company', async () => {
      const items = [
        { kind: 'EMAIL' as const, value: 'one@example.org' },
        { kind: 'PHONE' as const, value: '+49 40 555 9999' },
      ]
      await directory.writes.upsertContactItems({ ownerId: person('208'), items })
      await directory.writes.updatePerson({
        id: person('208'),
        firstName: 'Ada',
        stage: 'Hot',
        addTags: ['x'],
        sharing: 'READ',
      })
      await directory.writes.updateOrganization({ id: encodeId('Organization', 'office', '108'), about: 'New' })
      await directory.writes.deletePerson({ id: person('211') })

      const forbidden =
        /^PUT \/api\/2\.0\/crm\/contact$|^PUT .*\/batch$|^DELETE .*filter|(person|company)\/\d+\/status$|merge$/
      expect(writes().length).toBeGreaterThan(5)
      expect(
        writes()
          .map(({ method, path }) => `${method} ${path}`)
          .filter((line) => forbidden.test(line)),
      ).toEqual([])
      expect(subject.portal.state.contacts.has(208)).toBe(true)
    })

    it('walks a list without the contact that nextIndex would skip', async () => {
      const ids: string[] = []
      for (let cursor: string | null = null; ; ) {
        const page: Awaited<ReturnType<NonNullable<typeof subject.source.list.Person>>> = await subject.source.list
          .Person!({ filter: {}, order: null, limit: 9, cursor, backward: false }, call())
        ids.push(...page.entries.map(({ item }) => item.ref.id))
        if (!page.hasMore) break
        cursor = page.entries.at(-1)!.cursor
      }

      const all = [...subject.portal.state.contacts.values()]
        .filter(({ isCompany }) => !isCompany)
        .map(({ id }) => String(id))
      expect(ids).toEqual(all.sort((a, b) => Number(a) - Number(b)))
    })
  })

  describe('4: a category is a name here and a number there', () => {
    it('sends the name with a row, the number with an address, and reads numbers', async () => {
      const { items } = await directory.writes.upsertContactItems({
        ownerId: person('214'),
        items: [
          { typeId: encodeId('ContactItemType', 'office', '0:Fax'), value: '+49 40 555 8888' },
          { typeId: encodeId('ContactItemType', 'office', '7:Billing'), address: { street: '1 Quay', city: 'Kiel' } },
        ],
      })

      expect(bodyOf(writes()[0])).toMatchObject({ infoType: 0, category: 'Fax' })
      expect(bodyOf(writes()[1])).toMatchObject({ address: { category: 3, street: '1 Quay', state: '' } })
      expect(items.map(({ type }) => type?.id)).toEqual(['0:Fax', '7:Billing'])
    })

    it('sends every part of an address, so that none ends the reading of it', async () => {
      const { record } = await directory.writes.upsertContactItem({
        ownerId: person('215'),
        kind: 'ADDRESS',
        address: { country: 'Latvia' },
      })

      const [shown] = await subject.source.get.Person!(['215'], call())
      expect(record?.contactItems?.find(({ kind }) => kind === 'ADDRESS')?.address?.country).toBe('Latvia')
      expect(shown).toMatchObject({ raw: { addresses: [{ country: 'Latvia' }] } })
    })
  })

  describe('5: pictures in two hops, titles, tags', () => {
    it('reads a picture through the page that tells where it is', async () => {
      const bytes = await subject.source.readAvatar!({ type: 'Person', source: 'office', id: '204' }, call())

      expect(bytes).toMatchObject({ contentType: 'image/png' })
      expect(subject.portal.calls.map(({ path }) => path)).toEqual([
        '/Products/CRM/HttpHandlers/filehandler.ashx',
        '/data/0/crm/photos/contact_204_200_200.png',
      ])
    })

    it('asks for no picture unless somebody wants it, and takes the default one for none', async () => {
      const people = await subject.source.get.Person!(['204', '205'], call())
      expect(subject.portal.calls.some(({ path }) => path.includes('filehandler'))).toBe(false)

      const each = await Promise.all(
        (people as readonly Person[]).map((one) => subject.source.complete!<'Person'>([one], 'avatar', call())),
      )

      expect(each.flat().map(({ avatar }) => avatar === null)).toEqual([false, true])
    })

    it('calls title what is sent as jobTitle', async () => {
      const [found] = await subject.source.get.Person!(['213'], call())

      expect(found).toMatchObject({ jobTitle: subject.portal.state.contacts.get(213)!.title })
    })

    it('knows tags from lists, and asks for them elsewhere', async () => {
      const { entries } = await subject.source.list.Person!(
        { filter: { tag: 'press' }, order: null, limit: 2, cursor: null, backward: false },
        call(),
      )
      const listed = entries[0]!.item
      const [single] = await subject.source.get.Person!([listed.ref.id], call())

      const [completed] = await subject.source.complete!<'Person'>([single as never], 'tags', call())

      expect(single).not.toHaveProperty('tags')
      expect(listed.tags).toContain('press')
      expect(completed?.tags).toEqual(listed.tags)
    })
  })

  describe('6: the envelope', () => {
    it('takes 201 for success and the id of a new contact from it', async () => {
      const { record, userErrors } = await directory.writes.createPerson({
        source: 'office',
        firstName: 'Nora',
        lastName: 'Quist',
        about: 'and/or',
        stage: 'Warm',
        addTags: ['board'],
      })

      expect(userErrors).toEqual([])
      expect(record).toMatchObject({
        firstName: 'Nora',
        about: 'and/or',
        stage: 'Warm',
        tags: ['board'],
        sharing: 'PRIVATE',
      })
    })

    it('takes an envelope without count for an empty list', async () => {
      const found = await subject.source.list.Person!(
        { filter: { search: 'nobody of this name' }, order: null, limit: 5, cursor: null, backward: false },
        call(),
      )

      expect(found).toEqual({ entries: [], hasMore: false, totalCount: 0 })
    })

    it('tells times in UTC, whatever the zone of the portal', async () => {
      const [found] = await subject.source.get.Person!(['216'], call())

      expect(found).toMatchObject({
        createdAt: new Date(subject.portal.state.contacts.get(216)!.created).toISOString(),
      })
    })
  })

  describe('7: bodies that are no JSON', () => {
    it.each([
      ['a page that says the portal is warming up', 'warming-up', 'SOURCE_UNAVAILABLE'],
      ['the 502 page of the proxy', 'bad-gateway', 'SOURCE_UNAVAILABLE'],
      ['the 503 page of the proxy', 'unavailable', 'SOURCE_UNAVAILABLE'],
    ] as const)('says %s is a portal that is down', async (_title, fault, code) => {
      subject.portal.fail(fault, { times: 10, when: ({ path }) => path.includes('/crm/') })

      await expect(subject.source.get.Person!([PERSON], call())).rejects.toMatchObject({ code })
    })

    it('takes a 404 that is a page for nobody', async () => {
      subject.portal.fail({ status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404</h1>' })

      expect(await subject.source.get.Person!([PERSON], call())).toEqual([null])
    })

    it('does not take a page for a write that went well', async () => {
      const open = await subject.source.open!('Person', '220', call())
      subject.portal.fail({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' })

      const sent = await subject.source.send!(open!.update!({ about: 'x' }), { ...call(), ifVersion: null })

      expect(sent.error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', outcomeUnknown: true })
    })
  })
})
