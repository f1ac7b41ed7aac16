import { afterEach, describe, expect, it } from 'vitest'
import type { UserPatch } from '../../../../src/model/patch.ts'
import type { Source } from '../../../../src/sources/source.ts'
import { OTHER_PNG, PNG } from '../../pictures.ts'
import { openUser, options, picture, refusal, tryDocSpace, tryWorkspace } from './set-up.ts'

let close: () => Promise<void> = async () => {}
afterEach(() => close())

async function workspace(...given: Parameters<typeof tryWorkspace>) {
  const tried = await tryWorkspace(...given)
  close = tried.close
  return tried
}

async function update(source: Source, id: string, patch: UserPatch) {
  const plan = (await openUser(source, id)).update!(patch)
  return { plan, sent: await source.send!(plan, { ...options(), ifVersion: null }) }
}

describe('a change of a profile', () => {
  const everything = {
    ...{ title: 'Cook', location: 'Riga', notes: 'Some "notes" & more', sex: 'male' as const, isVisitor: true },
    ...{ birthday: Date.UTC(1980, 1, 29), workFrom: Date.UTC(2011, 4, 1, 13, 14, 15) },
    contacts: 'mail|a@b.example|mail|c@d.example|Pigeon post|loft|',
  }

  it.each(['kept', 'cleared'] as const)(
    'leaves everything it does not name, where what is not sent is %s',
    async (omittedProfile) => {
      const { source, users } = await workspace({ switches: { omittedProfile }, zoneMinutes: -210 })
      const user = users[11]!
      Object.assign(user, everything, { lead: users[5]!.id, groups: [...users[0]!.groups] })
      const before = structuredClone(user)

      const { sent } = await update(source, user.id, { firstName: 'Nova' })

      expect(sent).toEqual({ id: null, done: 1, error: null })
      expect({ ...user, changed: 0 }).toEqual({ ...before, firstName: 'Nova', changed: 0 })
    },
  )

  it('clears texts, a birthday and a lead', async () => {
    const { source, users } = await workspace()
    const user = users[11]!
    Object.assign(user, everything, { lead: users[5]!.id })

    await update(source, user.id, { jobTitle: null, location: '', about: null, birthDate: null, managerId: null })

    expect(user).toMatchObject({ title: '', location: '', notes: '', birthday: null, lead: null })
    expect(user).toMatchObject({ contacts: everything.contacts, isVisitor: true, workFrom: everything.workFrom })
  })

  it.each([-660, -210, 0, 300, 765])('means the same day in a portal %i minutes east', async (zoneMinutes) => {
    const { source, users } = await workspace({ zoneMinutes })
    const date = { year: 1972, month: 12, day: 31 }
    users[12]!.birthday = Date.UTC(1980, 1, 29)

    await update(source, users[11]!.id, { birthDate: date })

    expect((await openUser(source, users[11]!.id)).record.birthDate).toEqual(date)
    expect((await openUser(source, users[12]!.id)).record.birthDate).toEqual({ year: 1980, month: 2, day: 29 })
  })

  it('keeps texts that look like a time, those that are only sent along too', async () => {
    const { source, users } = await workspace()
    const user = users[11]!
    const time = '2021-10-21T12:03:55.1200000+02:00'
    Object.assign(user, { notes: time, contacts: `skype|${time}|mail|a@b.example|`, groups: [...users[0]!.groups] })
    const before = structuredClone(user)

    await update(source, user.id, { location: 'Riga' })
    const plan = (await openUser(source, user.id)).upsertContactItems!([{ typeId: 'icq', value: time }])
    await source.send!(plan, { ...options(), ifVersion: null })

    const contacts = `${before.contacts}icq|${time}|`
    expect({ ...user, changed: 0 }).toEqual({ ...before, location: 'Riga', contacts, changed: 0 })
    expect(before.groups).toHaveLength(2)
  })

  it('suspends after the rest, and brings back before it', async () => {
    const { source, users } = await workspace()
    const user = users[11]!

    const gone = await update(source, user.id, { status: 'TERMINATED', location: 'Gone' })
    const [status, location] = [user.status, user.location]
    const opened = await openUser(source, user.id)
    const refused = refusal(() => opened.update!({ location: 'Nowhere' }))
    const back = await update(source, user.id, { status: 'ACTIVE', location: 'Back' })

    expect([gone.sent.error, status, location]).toEqual([null, 2, 'Gone'])
    expect(refused).toMatchObject({ code: 'UNSUPPORTED', path: ['location'] })
    expect([back.sent.error, user.status, user.location, user.terminated]).toEqual([null, 1, 'Back', null])
  })

  it('asks whether a new lead is somebody, and sends nothing if not', async () => {
    const { source, users } = await workspace()
    const before = structuredClone(users[11]!)

    const { sent } = await update(source, users[11]!.id, { managerId: '00000000-0000-4000-8000-000000000000' })

    expect(sent).toMatchObject({ done: 0, error: { code: 'INVALID_INPUT', path: ['managerId'] } })
    expect(users[11]).toEqual(before)
  })

  it.each([
    [{ firstName: '' }, 'INVALID_INPUT', ['firstName']],
    [{ firstName: null }, 'INVALID_INPUT', ['firstName']],
    [{ lastName: '   ' }, 'INVALID_INPUT', ['lastName']],
    [{ lastName: '<b>' }, 'INVALID_INPUT', ['lastName']],
    [{ gender: 'diverse' }, 'INVALID_INPUT', ['gender']],
    [{ birthDate: { year: null, month: 2, day: 3 } }, 'INVALID_INPUT', ['birthDate', 'year']],
    [{ birthDate: { year: 1900, month: 1, day: 1 } }, 'INVALID_INPUT', ['birthDate']],
    [{ managerId: 'chiara.zeder' }, 'INVALID_INPUT', ['managerId']],
    [{ status: 'PENDING' }, 'UNSUPPORTED', ['status']],
    [{ status: null }, 'UNSUPPORTED', ['status']],
  ] as const)('refuses %j', async (patch, code, path) => {
    const { source, users, simulator } = await workspace()
    const opened = await openUser(source, users[11]!.id)
    simulator.resetCalls()

    expect(refusal(() => opened.update!(patch))).toMatchObject({ code, path })
    expect(simulator.calls).toEqual([])
  })

  it('refuses what the account may not do, or the portal would pass over', async () => {
    const { source, users } = await workspace()
    const [owner, me] = users
    Object.assign(users[11]!, { isLDAP: true, sex: 'female' })
    const of = async (index: number) => openUser(source, users[index]!.id)

    const directory = await of(11)
    expect(refusal(() => directory.update!({ firstName: 'Nova' }))).toMatchObject({
      code: 'UNSUPPORTED',
      path: ['firstName'],
    })
    expect(refusal(() => directory.update!({ gender: null }))).toMatchObject({ code: 'UNSUPPORTED', path: ['gender'] })
    expect(refusal(() => directory.update!({ firstName: directory.record.firstName, location: 'Fine' }))).toBeNull()
    for (const user of [owner!, me!]) {
      const opened = await openUser(source, user.id)
      expect(refusal(() => opened.update!({ status: 'TERMINATED' }))).toMatchObject({
        code: 'UNSUPPORTED',
        path: ['status'],
      })
    }
    await source.close!()
    const plain = await tryWorkspace({ account: 'plain' })
    const [self, other] = [await openUser(plain.source, users[2]!.id), await openUser(plain.source, users[11]!.id)]
    await plain.close()
    expect(refusal(() => other.update!({ location: 'x' }))).toMatchObject({ code: 'UNSUPPORTED', path: ['location'] })
    expect(refusal(() => self.update!({ jobTitle: 'x' }))).toMatchObject({ code: 'UNSUPPORTED', path: ['jobTitle'] })
    expect(refusal(() => self.update!({ location: 'x' }))).toBeNull()
  })

  it('leaves groups and lead alone when somebody plain changes themselves', async () => {
    const { source, users } = await workspace({ account: 'plain' })
    const me = users[2]!
    me.lead = users[5]!.id
    const before = structuredClone(me)

    const { sent } = await update(source, me.id, { location: 'Home' })

    expect(sent.error).toBeNull()
    expect({ ...me, changed: 0 }).toEqual({ ...before, location: 'Home', changed: 0 })
  })

  it('says that the outcome is unknown when the answer is lost, and does not repeat the write', async () => {
    const { source, users, simulator } = await workspace()
    simulator.fail('answer-lost', { when: ({ method }) => method === 'PUT', times: 5 })

    const { sent } = await update(source, users[11]!.id, { location: 'Lost' })

    expect(sent).toMatchObject({ done: 0, error: { code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true } })
    expect(users[11]!.location).toBe('Lost')
    expect(simulator.calls.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })
})

describe('a picture', () => {
  it('is fetched by Workspace from a link that no plan shows', async () => {
    const { source, users, simulator } = await workspace()
    const user = users[11]!
    user.picture = null
    const before = structuredClone(user)
    const opened = await openUser(source, user.id)
    const plan = opened.putAvatar!(picture(PNG))

    const sent = await source.send!(plan, { ...options(), ifVersion: null })

    expect(sent.error).toBeNull()
    expect(JSON.stringify(plan.requests[0]?.body ?? null)).not.toContain('http')
    expect(simulator.calls.at(-1)?.body).toMatch(/^\{"files":"http:\/\/127\.0\.0\.1:\d+\/\d+\/picture\.png"\}$/)
    expect({ ...user, picture: null, changed: 0 }).toEqual({ ...before, changed: 0 })
    const read = await source.readAvatar!({ type: 'User', source: 'office', id: user.id }, options())
    expect(Buffer.from(read!.bytes).equals(Buffer.from(PNG))).toBe(true)
  })

  it('gets another name only when it is another one', async () => {
    const { source, users } = await workspace()
    const user = users[12]!
    const before = await openUser(source, user.id)
    user.picture = { ...user.picture!, bytes: OTHER_PNG }

    const after = await openUser(source, user.id)

    expect(after.record.avatar?.key).not.toBe(before.record.avatar?.key)
    expect(after.rest).toEqual(before.rest)
  })

  it('needs an address of ours that the portal reaches', async () => {
    const { source, users } = await workspace({}, { hasLinks: false })
    const opened = await openUser(source, users[11]!.id)

    expect(refusal(() => opened.putAvatar!(picture()))).toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('server.publicUrl'),
    })
    expect((await source.capabilities(options())).has('AVATAR_UPLOAD')).toBe(false)
  })

  it('that the portal can not fetch is UNSUPPORTED, with the same advice', async () => {
    const { source, users, simulator } = await workspace()
    const plan = (await openUser(source, users[11]!.id)).putAvatar!(picture())
    simulator.fail({
      status: 403,
      headers: { 'content-type': 'application/json' },
      body: '{"status":1,"statusCode":403,"error":{"message":"Unable to connect to the remote server","hresult":-2146233079,"data":{}}}',
    })

    const sent = await source.send!(plan, { ...options(), ifVersion: null })

    expect(sent.error).toMatchObject({ code: 'UNSUPPORTED', message: expect.stringContaining('server.publicUrl') })
  })

  it('is waited for until its thumbnails are there', async () => {
    const { source, users, simulator } = await workspace({ switches: { thumbnails: 'later' } })
    const user = users[11]!
    user.picture = null
    const plan = (await openUser(source, user.id)).putAvatar!(picture())
    simulator.resetCalls()

    const sending = source.send!(plan, { ...options(), ifVersion: null })
    await expect.poll(() => simulator.calls.filter(({ method }) => method === 'GET').length).toBeGreaterThan(0)
    simulator.finishThumbnails()

    expect((await sending).error).toBeNull()
    expect((await openUser(source, user.id)).record.avatar).not.toBeNull()
  })

  it.each([
    ['image/webp', 'INVALID_INPUT'],
    ['image/gif', 'INVALID_INPUT'],
  ] as const)('of %s is refused', async (contentType, code) => {
    const { source, users } = await workspace()
    const opened = await openUser(source, users[11]!.id)

    expect(refusal(() => opened.putAvatar!({ ...picture(), contentType }))?.code).toBe(code)
  })

  it('goes up to DocSpace by multipart, whichever version it is', async () => {
    for (const version of ['3.7', '3.6', '3.1'] as const) {
      const tried = await tryDocSpace({ switches: { version } })
      const me = tried.users[2]!
      const before = structuredClone({ ...me, picture: null })

      const plan = (await openUser(tried.source, me.id)).putAvatar!(picture(OTHER_PNG))
      const sent = await tried.source.send!(plan, { ...options(), ifVersion: null })

      expect(sent.error, version).toBeNull()
      expect(Buffer.from(me.picture!.bytes).equals(Buffer.from(OTHER_PNG))).toBe(true)
      expect({ ...me, picture: null, changed: 0 }).toEqual({ ...before, changed: 0 })
      await tried.close()
    }
    close = async () => {}
  })

  it('that DocSpace does not take, though it says 200, is an error', async () => {
    const tried = await tryDocSpace()
    close = tried.close
    const broken = picture(Buffer.from('no picture at all'))

    const plan = (await openUser(tried.source, tried.users[2]!.id)).putAvatar!(broken)
    const sent = await tried.source.send!(plan, { ...options(), ifVersion: null })

    expect(sent).toMatchObject({ done: 0, error: { code: 'INVALID_INPUT' } })
  })

  it('is taken away, and only if there is one', async () => {
    const { source, users } = await workspace()
    const [withOne, without] = [users[12]!, users[11]!]
    const plan = (await openUser(source, withOne.id)).removeAvatar!()

    await source.send!(plan, { ...options(), ifVersion: null })

    expect([withOne.picture, (await openUser(source, without.id)).removeAvatar!().requests]).toEqual([null, []])
  })
})
