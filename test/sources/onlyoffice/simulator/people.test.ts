import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paintPng } from '../../../../src/sources/onlyoffice/simulator/pictures.ts'
import { ACCOUNTS } from '../../../../src/sources/onlyoffice/simulator/seed-users.ts'
import type { UserRow } from '../../../../src/sources/onlyoffice/simulator/state.ts'
import {
  startWorkspaceSimulator,
  type WorkspaceSimulator,
} from '../../../../src/sources/onlyoffice/simulator/workspace.ts'
import { type Caller, servePicture, signedIn } from './wire.ts'

const PNG = paintPng(8, [1, 2, 3])

describe('the pretended People', () => {
  let portal: WorkspaceSimulator
  let call: Caller
  let user: UserRow

  beforeEach(async () => {
    portal = await startWorkspaceSimulator()
    call = await signedIn(portal.url, ACCOUNTS.admin.email, ACCOUNTS.admin.password)
    user = [...portal.state.users.values()][11]!
  })
  afterEach(() => portal.close())

  const read = async () => (await call('GET', `people/${user.id}`)).body.response
  const mail = (value: string) => ({ type: 'mail', value })

  describe('contacts', () => {
    it('are replaced by PUT, which is documented as merging, and by POST', async () => {
      const put = await call('PUT', `people/${user.id}/contacts`, { contacts: [mail('a@b.example')] })
      const post = await call('POST', `people/${user.userName}/contacts`, { contacts: [{ Type: 'skype', Value: 's' }] })

      expect([put.status, put.body.response.contacts]).toEqual([200, [mail('a@b.example')]])
      expect([post.status, (await read()).contacts]).toEqual([201, [{ type: 'skype', value: 's' }]])
    })

    it.each([
      ['nothing', undefined],
      ['an empty object', {}],
      ['an empty list', { contacts: [] }],
      ['null', { contacts: null }],
      ['another case', { Contacts: [{ type: 'mail', value: 'x' }] }],
      ['the documentation’s own sample', { contacts: [{ value: { Type: 'GTalk', Value: 'my@gmail.com' } }] }],
    ])('are wiped by %s', async (_name, body) => {
      const { status, body: answer } = await call('PUT', `people/${user.id}/contacts`, body)

      expect([status, answer.response.contacts, user.contacts]).toEqual([200, undefined, ''])
    })

    it('look right in the answer and are damaged in the next read', async () => {
      const contacts = [mail(''), { type: 'phone', value: '1|2' }, { type: 'skype', value: 's' }]

      const { body } = await call('PUT', `people/${user.id}/contacts`, { contacts })

      expect(body.response.contacts).toEqual(contacts)
      expect((await read()).contacts).toEqual([mail('phone'), { type: '1', value: '2' }, { type: 'skype', value: 's' }])
    })

    it('are deleted by type, the first of it, even where that is a value', async () => {
      user.contacts = 'skype|mail|mail|one|mail|two|'

      await call('DELETE', `people/${user.id}/contacts`, { contacts: [mail('two')] })

      expect(user.contacts).toBe('skype|one|mail|two|')
    })

    it('fit into 1024 characters or fail, or are cut', async () => {
      const contacts = [mail('x'.repeat(1000)), { type: 'phone', value: 'y'.repeat(100) }]

      const refused = await call('PUT', `people/${user.id}/contacts`, { contacts })
      const kept = user.contacts
      portal.turn({ longContacts: 'truncated' })
      const cut = await call('PUT', `people/${user.id}/contacts`, { contacts })

      expect([refused.status, kept.includes('home.example')]).toEqual([500, true])
      expect([cut.status, user.contacts.length]).toEqual([200, 1024])
    })

    it('bind a form, keep duplicates of a type, and an item without a value', async () => {
      const form = new URLSearchParams({
        'contacts[0].Type': 'mail',
        'contacts[0].Value': 'a',
        'contacts[1].Type': 'mail',
      })
      form.append('contacts[1].Value', 'b')

      await call('PUT', `people/${user.id}/contacts`, form)

      expect((await read()).contacts).toEqual([mail('a'), mail('b')])
    })

    it('know neither @self nor the portal’s own accounts', async () => {
      const system = [...portal.state.users.values()].find(({ isSystem }) => isSystem)!

      const self = await call('PUT', 'people/@self/contacts', { contacts: [] })
      const own = await call('PUT', `people/${system.id}/contacts`, { contacts: [] })

      expect([self.status, self.body.error.message, own.status]).toEqual([404, 'user not found', 403])
    })
  })

  describe('PUT people', () => {
    const put = (body: object) => call('PUT', `people/${user.id}`, body)

    it('loses contacts, groups, lead and guest flag that are not sent, and keeps texts and dates', async () => {
      Object.assign(user, { isVisitor: true, lead: user.id, title: 'Cook', birthday: 0 })

      const { status } = await put({ firstname: 'New' })

      expect(status).toBe(200)
      expect(user).toMatchObject({ contacts: '', groups: [], lead: null, isVisitor: false })
      expect(user).toMatchObject({ firstName: 'New', title: 'Cook', birthday: 0 })
    })

    it('may clear texts and dates too', async () => {
      portal.turn({ omittedProfile: 'cleared' })
      Object.assign(user, { title: 'Cook', location: 'Riga', notes: 'x', birthday: 0, sex: 'male' })

      await put({})

      expect(user).toMatchObject({ title: '', location: '', notes: '', birthday: null, sex: null })
    })

    it('takes a date away by the first day of 1900, and a day for one of the portal’s zone', async () => {
      const shown = (await put({ birthday: '1980-02-29' })).body.response.birthday
      const gone = (await put({ birthday: '1900-01-01' })).body.response.birthday

      expect([shown, gone]).toEqual(['1980-02-29T00:00:00.0000000+05:00', undefined])
      expect((await put({ birthday: 'soon' })).status).toBe(400)
      expect((await put({ birthday: '1980-02-29T10:00:00.1234560Z' })).status).toBe(400)
    })

    it('wants an id, a whole name and somebody who is not suspended', async () => {
      expect((await call('PUT', `people/${user.userName}`, {})).status).toBe(500)
      expect((await put({ firstname: '' })).status).toBe(500)
      user.status = 2
      expect((await put({})).status).toBe(500)
    })

    it('passes over names of users that a directory keeps', async () => {
      user.isLDAP = true

      await put({ firstname: 'Other', location: 'Porto' })

      expect([user.firstName === 'Other', user.location]).toEqual([false, 'Porto'])
    })

    it('does not disable the owner', async () => {
      const [owner] = [...portal.state.users.values()]

      const { status, body } = await call('PUT', `people/${owner!.id}`, { disable: true })

      expect([status, body.error.message]).toEqual([403, 'Can not disable tenant owner.'])
    })
  })

  it('encodes the department, gives relative pictures, and sizes only in its filter', async () => {
    user.groups = [...portal.state.groups.keys()].slice(0, 2)
    user.picture = { bytes: PNG, contentType: 'image/png', stamp: 1 }

    const profile = await read()
    const listed = (await call('GET', `people/filter?filterValue=${user.email}`)).body.response[0]

    expect(profile.department).toBe('Research &amp; Development, Sales')
    expect(profile.avatar).toMatch(new RegExp(`^/data/0/userphotos/${user.id}_size_82-82\\.png\\?_=\\d+$`))
    expect([profile.usedSpace, listed.usedSpace]).toEqual([0, 12_024_120])
  })

  it('finds by name before id, by address, status and group', async () => {
    const [group] = user.groups as [string]
    const ids = ({ body }: { body: { response: { id: string }[] } }) => body.response.map(({ id }) => id)

    expect((await call('GET', `people/${user.userName}`)).body.response.id).toBe(user.id)
    expect((await call('GET', `people/email?email=${user.email.toUpperCase()}`)).body.response.id).toBe(user.id)
    expect((await call('GET', 'people/email?email=nobody@x.example')).status).toBe(404)
    expect(ids(await call('GET', `people/filter?groupId=${group}&employeeStatus=1`))).toContain(user.id)
    expect(ids(await call('GET', 'people/status/terminated'))).toHaveLength(1)
    expect(ids(await call('GET', `people/search?query=home.example`))).toEqual([])
    expect(ids(await call('GET', `people/status/active/search?query=person12@home.example`))).toEqual([user.id])
    expect((await call('GET', 'people/search')).body.response).toEqual({})
  })

  it('shows nobody’s address where the module is off', async () => {
    portal.turn({ peopleModule: 'off' })

    expect(await read()).toMatchObject({ email: null })
    expect((await call('GET', 'people/@self')).body.response.email).toBe(ACCOUNTS.admin.email)
  })

  it('fetches a photo itself, and may take its time over the thumbnails', async () => {
    const host = await servePicture(PNG)
    const set = (files: string) => call('PUT', `people/${user.id}/photo`, { files })
    const empty = await set('')
    const chunked = await set(`${host.url}/chunked`)
    const gone = await set(`${host.url}/gone`)
    portal.turn({ thumbnails: 'later' })
    const later = await set(`${host.url}/a.png`)
    portal.finishThumbnails()
    const done = await call('GET', `people/${user.id}/photo`)
    await call('DELETE', `people/${user.id}/photo`)
    await host.close()

    expect([empty.status, chunked.status, gone.status, later.status]).toEqual([200, 400, 403, 200])
    expect(later.body.response.original).toContain('/data/0/userphotos/')
    expect(later.body.response.big).toContain('default_user_photo')
    expect(done.body.response.big).toContain('/data/0/userphotos/')
    expect(user.picture).toBeNull()
  })

  it('takes an upload of the web interface from a cookie only', async () => {
    const form = () => {
      const parts = new FormData()
      parts.append('file', new File([Uint8Array.from(PNG)], 'a.png', { type: 'image/png' }))
      return parts
    }
    const path = `/ajaxupload.ashx?type=ASC.Web.People.UserPhotoUploader,ASC.Web.People&userId=${user.id}&autosave=true`

    const bare = await call('POST', path, form())
    const cookie = await call('POST', path, form(), { cookie: `asc_auth_key=${encodeURIComponent(call.token)}` })

    expect([bare.status, cookie.body.Success, user.picture !== null]).toEqual([302, true, true])
  })

  it('adds somebody, suspends and deletes', async () => {
    const { status, body } = await call('POST', 'people', {
      ...{ email: 'new@portal.example', firstname: 'Nova', lastname: 'Quist', isVisitor: false },
      contacts: [mail('x@y.example')],
    })
    const { id } = body.response
    const early = await call('DELETE', `people/${id}`)
    await call('PUT', 'people/status/terminated', { userIds: [id] })
    const late = await call('DELETE', `people/${id}`)

    expect([status, body.response.contacts]).toEqual([201, [mail('x@y.example')]])
    expect([early.status, late.status, portal.state.users.has(id)]).toEqual([500, 200, false])
    expect((await call('POST', 'people', { email: 'new' })).status).toBe(500)
    expect((await call('POST', 'people', {})).status).toBe(400)
  })
})
