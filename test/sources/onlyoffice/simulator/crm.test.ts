import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paintPng } from '../../../../src/sources/onlyoffice/simulator/pictures.ts'
import { ACCOUNTS } from '../../../../src/sources/onlyoffice/simulator/seed-users.ts'
import {
  startWorkspaceSimulator,
  type WorkspaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import { type Caller, servePicture, signedIn } from './wire.ts'

const PNG = paintPng(8, [9, 9, 9])

describe('the pretended CRM', () => {
  let portal: WorkspaceSimulator
  let call: Caller

  beforeEach(async () => {
    portal = await startWorkspaceSimulator()
    call = await signedIn(portal.url, ACCOUNTS.admin.email, ACCOUNTS.admin.password)
  })
  afterEach(() => portal.close())

  const contact = (id: number) => portal.state.contacts.get(id)!
  const names = { firstName: 'Nova', lastName: 'Quist' }

  describe('PUT person', () => {
    it('overwrites the row: what is not sent is cleared, and five things always are', async () => {
      Object.assign(contact(202), {
        ...{ title: 'Baker', about: 'Tall', companyId: 102, shareType: 2, access: ['x'] },
        ...{ statusId: 2, typeId: 3, industry: 'Food', currency: 'EUR' },
      })

      const { status } = await call('PUT', 'crm/contact/person/202', names)

      expect(status).toBe(200)
      expect(contact(202)).toMatchObject({
        ...names,
        ...{ title: '', about: '', companyId: 0, shareType: 0, access: ['x'] },
        ...{ statusId: 0, typeId: 0, industry: '', currency: null },
      })
    })

    it('answers with what was there before, save rows and fields', async () => {
      const before = (await call('GET', 'crm/contact/204')).body.response

      const { body } = await call('PUT', 'crm/contact/person/204', {
        ...names,
        customFieldList: [{ Key: 801, Value: 'fresh' }],
      })

      expect(body.response.firstName).toBe(before.firstName)
      expect(body.response.contactStatus).toEqual(before.contactStatus)
      expect(body.response.customFields).toContainEqual(expect.objectContaining({ id: 801, fieldValue: 'fresh' }))
      expect((await call('GET', 'crm/contact/204')).body.response.firstName).toBe('Nova')
    })

    it('skips empty custom values, clears by a blank, and binds lists of objects in their very case only', async () => {
      contact(201).fields = new Map([
        [801, 'one'],
        [803, 'Red'],
      ])
      const put = (body: object) => call('PUT', 'crm/contact/person/201', { ...names, ...body })

      await put({ customFieldList: [{ key: 801, value: '' }] })
      const afterEmpty = new Map(contact(201).fields)
      await put({ CustomFieldList: [{ key: 801, value: 'two' }] })
      const afterOtherCase = new Map(contact(201).fields)
      await put({
        FIRSTNAME: 'Case',
        customFieldList: [
          { Key: 801, Value: ' ' },
          { Key: 806, Value: 'a company field' },
        ],
      })

      expect(afterEmpty.get(801)).toBe('one')
      expect(afterOtherCase.get(801)).toBe('one')
      expect([...contact(201).fields]).toEqual([[803, 'Red']])
    })

    it('replaces the access list by a list, and leaves it where there is none', async () => {
      const [one, two] = [...portal.state.users.keys()] as [string, string]

      await call('PUT', 'crm/contact/person/201', { ...names, managerList: [one, two] })
      await call('PUT', 'crm/contact/person/201', { ...names, managerList: [] })

      expect(contact(201).access).toEqual([one, two])
    })

    it('refuses null for a list of ids, empty names, and a blank one only after the company is gone', async () => {
      contact(201).companyId = 105
      const put = async (body: object) =>
        (await call('PUT', 'crm/contact/person/201', { ...names, companyId: 105, ...body })).status

      expect(await put({ managerList: null })).toBe(400)
      expect(await put({ firstName: '' })).toBe(400)
      expect(await put({ lastName: null })).toBe(400)
      expect(await put({ shareType: 'everybody' })).toBe(400)
      expect(contact(201).companyId).toBe(105)
      expect(await put({ firstName: '  ', companyId: 0 })).toBe(400)
      expect(contact(201).companyId).toBe(0)
    })

    it('takes enums by name in any case, and by number, defined or not', async () => {
      const shared = async (shareType: unknown) => {
        await call('PUT', 'crm/contact/person/201', { ...names, shareType })
        return contact(201).shareType
      }

      expect([await shared('readwrite'), await shared(2), await shared('None'), await shared(9)]).toEqual([1, 2, 0, 9])
    })

    it('destroys a company whose id it is given, and only then fails', async () => {
      const { status } = await call('PUT', 'crm/contact/person/101', names)

      expect(status).toBe(500)
      expect(contact(101)).toMatchObject({ isCompany: false, companyName: '', firstName: 'Nova' })
    })

    it('may lose company and description of a form', async () => {
      portal.turn({ personForm: 'lossy' })
      const form = new URLSearchParams({ ...names, companyId: '105', about: 'Hello', 'customFieldList[0].Key': '801' })
      form.append('customFieldList[0].Value', 'form')

      await call('PUT', 'crm/contact/person/201', form)

      expect(contact(201)).toMatchObject({ companyId: 0, about: '', firstName: 'Nova' })
      expect(contact(201).fields.get(801)).toBe('form')
    })
  })

  describe('PUT company', () => {
    it('overwrites and answers stale, as for a person', async () => {
      Object.assign(contact(102), { industry: 'Food', about: 'Old', statusId: 2 })

      const { body } = await call('PUT', 'crm/contact/company/102', { companyName: 'New Name' })

      expect(body.response.companyName).not.toBe('New Name')
      expect(contact(102)).toMatchObject({ companyName: 'New Name', industry: '', about: '', statusId: 0 })
    })
  })

  it('PUT contact deletes, and says so only by what it returns', async () => {
    const { status, body } = await call('PUT', 'crm/contact', { contactids: [201, 280, 999999] })

    expect([status, body.response.map(({ id }: { id: number }) => id)]).toEqual([200, [201]])
    expect([portal.state.contacts.has(201), portal.state.contacts.has(280)]).toEqual([false, true])
    expect((await call('PUT', 'crm/contact', {})).status).toBe(400)
  })

  describe('info rows', () => {
    const rows = async (id: number) => (await call('GET', `crm/contact/${id}/data`)).body.response
    const add = (body: object) =>
      call('POST', 'crm/contact/202/data', { infoType: 'Email', data: 'a@b.example', ...body })

    it('name a category by its very name, and show it as a number', async () => {
      const named = await add({ category: 'Work' })

      expect([named.status, named.body.response.category, named.body.response.categoryName]).toEqual([201, 1, 'Work'])
      expect((await add({ category: 'work' })).status).toBe(400)
      expect((await add({ category: 1 })).status).toBe(400)
      expect((await add({})).status).toBe(400)
    })

    it('change their category only together with the type', async () => {
      const [row] = await rows(202)

      await call('PUT', `crm/contact/202/data/${row.id}`, { data: 'x', category: 'Other' })
      const alone = portal.state.infoRows.get(row.id)!.category
      await call('PUT', `crm/contact/202/data/${row.id}`, { data: 'x', infoType: row.infoType, category: 'Other' })

      expect([alone, portal.state.infoRows.get(row.id)!.category]).toEqual([row.category, row.infoType === 0 ? 5 : 2])
    })

    it('move to whoever they are written for, and meet an unknown one with 500', async () => {
      const [row] = await rows(202)

      await call('PUT', `crm/contact/203/data/${row.id}`, { data: 'moved' })

      expect(portal.state.infoRows.get(row.id)).toMatchObject({ contactId: 203, data: 'moved' })
      expect((await call('PUT', 'crm/contact/203/data/999999', { data: 'x' })).status).toBe(500)
    })

    it('are all wiped by PUT batch, addresses too', async () => {
      expect((await rows(204)).length).toBeGreaterThan(2)

      await call('PUT', 'crm/contact/204/batch', { Items: [{ infoType: 1, category: 1, data: 'x' }] })

      expect(await rows(204)).toEqual([])
    })

    it('are never demoted by another primary one', async () => {
      await add({ category: 'Home', isPrimary: true })

      expect(
        (await rows(202)).filter(
          (row: { infoType: number; isPrimary: boolean }) => row.infoType === 1 && row.isPrimary,
        ),
      ).toHaveLength(2)
    })

    it('hold addresses as JSON text, which contacts show without ids and only up to the first missing part', async () => {
      await call('POST', 'crm/contact/202/addressdata', { address: { city: 'Riga', category: 3, isPrimary: true } })
      await add({ infoType: 'Address', category: 'Billing', data: '{"city":"Ghent","country":"Belgium","zip":"9000"}' })

      const { response } = (await call('GET', 'crm/contact/202')).body

      expect(JSON.parse((await rows(202))[1].data)).toEqual({
        street: null,
        city: 'Riga',
        state: null,
        zip: null,
        country: null,
      })
      expect(response.addresses).toEqual([
        { city: 'Ghent', country: 'Belgium' },
        { city: 'Riga', category: 3, categoryName: 'Billing', isPrimary: true },
      ])
    })
  })

  it('shows tags in lists and not in a single read', async () => {
    const single = (await call('GET', 'crm/contact/201')).body.response
    const [listed] = (await call('GET', 'crm/contact/filter?count=1&sortBy=id&contactListView=person')).body.response

    expect([single.tags, listed.id]).toEqual([undefined, 201])
    expect(listed.tags).toEqual(contact(201).tags)
    expect(single.customFields.some(({ fieldType }: { fieldType: number }) => fieldType === 4)).toBe(true)
    expect(listed.customFields.some(({ fieldType }: { fieldType: number }) => fieldType === 4)).toBe(false)
  })

  it('reads several by id only as base data, without those that are not there', async () => {
    const { response } = (await call('GET', 'crm/contact/mail?contactids[]=201&contactids[]=202&contactids[]=999999'))
      .body

    expect(response.map(({ id }: { id: number }) => id)).toEqual([202, 201])
    expect(response[0].email).toMatchObject({ infoType: 1, isPrimary: true })
    expect(response[0].firstName).toBeUndefined()
  })

  it('finds by contact info, tag and company', async () => {
    const byMail = await call('GET', 'crm/contact/bycontactinfo?infoType=Email&data=CONTACT201@work')
    const byTag = await call('GET', 'crm/contact/filter?tags[]=donor')
    const ofCompany = await call('GET', 'crm/contact/company/102/person')

    expect(byMail.body.response.map(({ id }: { id: number }) => id)).toEqual([201])
    expect(byTag.body.response.every(({ tags }: { tags: string[] }) => tags.includes('donor'))).toBe(true)
    expect(ofCompany.body.response.every(({ company }: { company: { id: number } }) => company.id === 102)).toBe(true)
  })

  describe('lists', () => {
    it('sets and clears a status, and knows no other', async () => {
      const status = async (id: number) => (await call('PUT', 'crm/contact/201/status', { contactStatusid: id })).status

      expect([await status(2), contact(201).statusId]).toEqual([200, 2])
      expect([await status(99), contact(201).statusId]).toEqual([404, 2])
      expect([await status(0), contact(201).statusId]).toEqual([200, 0])
    })

    it('makes a contact public by an empty access list', async () => {
      const [one] = [...portal.state.users.keys()] as [string]

      await call('PUT', 'crm/contact/201/access', { isShared: false, managerList: [one] })
      const listed = (await call('GET', 'crm/contact/201/access')).body.response
      await call('PUT', 'crm/contact/201/access', { isShared: true })

      expect(listed.map(({ id }: { id: string }) => id)).toEqual([one])
      expect(contact(201)).toMatchObject({ access: [], shareType: 1 })
      expect((await call('GET', 'crm/contact/201/access')).body.response).toEqual([])
    })

    it('clears a custom field by an empty text, and fails without one', async () => {
      const empty = await call('POST', 'crm/person/201/customfield/801', { fieldValue: '' })
      const missing = await call('POST', 'crm/person/201/customfield/801', {})

      expect([empty.status, contact(201).fields.has(801), missing.status]).toEqual([201, false, 500])
    })
  })

  describe('photos', () => {
    const upload = (bytes: Uint8Array, type: string) => {
      const form = new FormData()
      form.append('anything', new File([Uint8Array.from(bytes)], 'a', { type }))
      return call('PUT', 'crm/contact/201/changephoto', form)
    }

    it('are found in two hops', async () => {
      contact(201).picture = { bytes: PNG, contentType: 'image/png', stamp: 5 }
      const { smallFotoUrl } = (await call('GET', 'crm/contact/201')).body.response

      const hop = await call('GET', smallFotoUrl)
      const picture = await fetch(`${portal.url}${hop.text}`)

      expect(hop.headers.get('content-type')).toBe('text/plain')
      expect(hop.text).toBe('/data/0/crm/photos/contact_201_40_40.png?cd=5')
      expect(Buffer.from(await picture.arrayBuffer()).equals(PNG)).toBe(true)
    })

    it('may want the cookie at the first hop', async () => {
      portal.turn({ photoHandler: 'cookie' })
      const path = '/Products/CRM/HttpHandlers/filehandler.ashx?action=contactphotoulr&cid=201&isc=False&ps=1'

      const bare = await call('GET', path)
      const cookie = await call('GET', path, undefined, { cookie: `asc_auth_key=${encodeURIComponent(call.token)}` })

      expect([bare.status, cookie.status]).toEqual([302, 200])
    })

    it('are taken from any part that is a picture of a kind it knows', async () => {
      expect((await upload(PNG, 'image/png')).body.response).toMatch(
        /^\/data\/0\/crm\/photos\/contact_201_200_200\.png\?cd=/,
      )
      expect((await upload(PNG, 'text/plain')).status).toBe(403)
      expect((await upload(new Uint8Array(), 'image/png')).status).toBe(403)
      expect((await upload(Buffer.from('GIF89a......'), 'image/gif')).body.error.message).toBe(
        'Image format is not supported',
      )
      expect((await upload(Buffer.from('no picture'), 'image/png')).status).toBe(400)
      expect((await upload(Buffer.concat([PNG, Buffer.alloc(5_242_880)]), 'image/png')).status).toBe(500)
      expect((await call('PUT', 'crm/contact/201/changephoto', new FormData())).status).toBe(400)
    })

    it('are fetched from a URL that tells its length', async () => {
      const host = await servePicture(PNG)
      const set = async (photourl: string) =>
        (await call('PUT', 'crm/contact/201/changephotobyurl', { photourl })).status

      const answers = [
        await set(`${host.url}/a`),
        await set(`${host.url}/chunked`),
        await set(`${host.url}/gone`),
        await set('http://['),
      ]
      await host.close()

      expect(answers).toEqual([200, 400, 403, 500])
      expect(contact(201).picture?.bytes).toEqual(new Uint8Array(PNG))
    })

    it('are deleted, unless only an upload was meant', async () => {
      await upload(PNG, 'image/png')

      const only = await call('DELETE', 'crm/contact/201/avatar', { uploadOnly: true })
      const kept = contact(201).picture
      await call('DELETE', 'crm/contact/201/avatar')

      expect([only.body.response, kept !== null, contact(201).picture]).toEqual(['', true, null])
    })
  })

  it('hides what is private from those who are not on its list', async () => {
    const plain = await signedIn(portal.url, ACCOUNTS.plain.email, ACCOUNTS.plain.password)
    Object.assign(contact(201), { shareType: 0, access: [] })
    Object.assign(contact(202), { shareType: 2 })

    expect((await plain('GET', 'crm/contact/201')).status).toBe(404)
    expect((await plain('GET', 'crm/contact/202')).body.response).toMatchObject({ canEdit: false, isPrivate: false })
    expect((await plain('PUT', 'crm/contact/person/202', names)).status).toBe(403)
    expect((await plain('POST', 'crm/contact/202/data', { infoType: 1, data: 'x', category: 'Work' })).status).toBe(404)
  })
})
