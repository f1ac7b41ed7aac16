import { afterEach, describe, expect, it } from 'vitest'
import { ACCOUNTS } from '../../../../src/sources/onlyoffice/simulator/seed-users.ts'
import type { Plan, Source } from '../../../../src/sources/source.ts'
import { openUser, options, picture, refusal, tryDocSpace, tryWorkspace } from './set-up.ts'

// The vendor page's checklist for clients, point by point.
describe('what a client of People must know', () => {
  let close: () => Promise<void> = async () => {}
  afterEach(() => close())

  async function workspace(...given: Parameters<typeof tryWorkspace>) {
    const tried = await tryWorkspace(...given)
    close = tried.close
    return tried
  }
  async function docSpace(...given: Parameters<typeof tryDocSpace>) {
    const tried = await tryDocSpace(...given)
    close = tried.close
    return tried
  }

  describe('1. PUT contacts replaces everything', () => {
    it('sends the whole list with the new item at its end', async () => {
      const { source, users, simulator } = await workspace()
      const user = users[11]!
      user.contacts = 'mail|a@b.example|skype|one|mail|c@d.example|'
      const opened = await openUser(source, user.id)

      const plan = opened.upsertContactItems!([{ kind: 'PHONE', value: '+47 22 22 55 55' }])
      simulator.resetCalls()
      await send(source, plan)

      expect(user.contacts).toBe('mail|a@b.example|skype|one|mail|c@d.example|phone|+47 22 22 55 55|')
      expect(simulator.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
        `PUT /api/2.0/people/${user.id}/contacts`,
      ])
      expect(plan.changes).toMatchObject([{ before: null, after: { type: { id: 'phone' }, value: '+47 22 22 55 55' } }])
    })

    it('changes one in its place, and keeps every other way of writing', async () => {
      const { source, users } = await workspace()
      const user = users[11]!
      user.contacts = 'mail|One@Home.example|Pigeon post|loft 7|mail|two@home.example|'
      const opened = await openUser(source, user.id)
      const item = opened.record.contactItems!.find(({ value }) => value === 'two@home.example')!

      await send(source, opened.upsertContactItems!([{ id: item.id, value: 'new@home.example' }]))

      expect(user.contacts).toBe('mail|One@Home.example|Pigeon post|loft 7|mail|new@home.example|')
    })

    it('finds an item by type and value in any case, and sends nothing', async () => {
      const { source, users } = await workspace()
      users[11]!.contacts = 'mail|One@Home.example|'
      const opened = await openUser(source, users[11]!.id)

      const plan = opened.upsertContactItems!([{ typeId: 'mail', value: 'one@home.EXAMPLE' }])

      expect(plan).toEqual({ requests: [], changes: [], sideEffects: [] })
    })
  })

  describe('2. what would not come back as it was sent is refused', () => {
    it.each([
      ['a |', { kind: 'MESSAGING', value: 'a|b' }, 'value'],
      ['an empty value', { kind: 'MESSAGING', value: '' }, 'value'],
      ['blanks', { kind: 'MESSAGING', value: '  ' }, 'value'],
      ['null', { kind: 'MESSAGING', value: null }, 'value'],
      ['a list of more than 1024 characters', { kind: 'MESSAGING', value: 'x'.repeat(1000) }, 'value'],
      ['no address', { kind: 'EMAIL', value: 'nobody' }, 'value'],
      ['a type of nobody', { typeId: 'smoke|signal', value: 'x' }, 'typeId'],
      ['a kind that is not the type’s', { typeId: 'mail', kind: 'PHONE', value: 'a@b.example' }, 'kind'],
      ['an item of nobody', { id: 'none', value: 'x' }, 'id'],
    ] as const)('%s', async (_name, change, field) => {
      const { source, users, simulator } = await workspace()
      const opened = await openUser(source, users[11]!.id)
      simulator.resetCalls()

      expect(refusal(() => opened.upsertContactItems!([{ kind: 'SOCIAL', value: 'fine' }, change]))).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['1', field],
      })
      expect(simulator.calls).toEqual([])
    })

    it('a value another item of its type has', async () => {
      const { source, users } = await workspace()
      users[11]!.contacts = 'mail|a@b.example|mail|c@d.example|'
      const opened = await openUser(source, users[11]!.id)
      const [, first] = opened.record.contactItems!

      expect(refusal(() => opened.upsertContactItems!([{ id: first!.id, value: 'C@D.example' }]))).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['0', 'value'],
      })
    })

    it('the account’s own address and telephone, and what a directory writes', async () => {
      const { source, users } = await workspace()
      Object.assign(users[11]!, { contacts: 'extmail|sync@b.example|', mobilePhone: '+4930555' })
      const opened = await openUser(source, users[11]!.id)
      const [email, phone, synced] = opened.record.contactItems!

      for (const item of [email!, phone!, synced!]) {
        expect(refusal(() => opened.upsertContactItems!([{ id: item.id, value: 'x@y.example' }]))?.code).toBe(
          'UNSUPPORTED',
        )
        expect(refusal(() => opened.removeContactItem!(item.id))?.code).toBe('UNSUPPORTED')
      }
      expect(
        refusal(() => opened.upsertContactItems!([{ typeId: email!.type!.id, value: 'x@y.example' }])),
      ).toMatchObject({
        code: 'UNSUPPORTED',
        path: ['0', 'typeId'],
      })
      expect(refusal(() => opened.upsertContactItems!([{ kind: 'ADDRESS', value: 'x' }]))).toMatchObject({
        code: 'UNSUPPORTED',
        path: ['0', 'kind'],
      })
    })
  })

  it('3. one of several contacts of a type is removed by the list without it', async () => {
    const { source, users, simulator } = await workspace()
    const user = users[11]!
    user.contacts = 'mail|a@b.example|skype|mail|mail|a@b.example|mail|c@d.example|'
    const opened = await openUser(source, user.id)
    const twins = opened.record.contactItems!.filter(({ value }) => value === 'a@b.example')

    await send(source, opened.removeContactItem!(twins[1]!.id))

    expect(twins[0]!.id).not.toBe(twins[1]!.id)
    expect(user.contacts).toBe('mail|a@b.example|skype|mail|mail|c@d.example|')
    expect(simulator.calls.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  describe('4. DocSpace is told by its links, and takes contacts with the profile, one’s own', () => {
    it('sends them to the profile', async () => {
      const { source, users, simulator } = await docSpace()
      const me = users[2]!
      const opened = await openUser(source, me.id)
      const before = { ...me }

      await send(source, opened.upsertContactItems!([{ kind: 'SOCIAL', value: 'https://social.example/me' }]))

      expect(me.contacts).toBe(`${before.contacts}facebook|https://social.example/me|`)
      expect({ ...me, contacts: '', changed: 0 }).toEqual({ ...before, contacts: '', changed: 0 })
      expect(simulator.calls.at(-1)).toMatchObject({ method: 'PUT', path: `/api/2.0/people/${me.id}` })
    })

    it('refuses everybody else’s before anything is sent, administrators too', async () => {
      const { source, users, simulator } = await docSpace({ account: 'admin' })
      const opened = await openUser(source, users[11]!.id)
      simulator.resetCalls()

      for (const work of [
        () => opened.upsertContactItems!([{ kind: 'SOCIAL', value: 'x' }]),
        () => opened.removeContactItem!(opened.record.contactItems![1]!.id),
        () => opened.update!({ firstName: 'Nova' }),
        () => opened.putAvatar!(picture()),
        () => opened.removeAvatar!(),
      ]) {
        expect(refusal(work)?.code).toBe('UNSUPPORTED')
      }
      expect(simulator.calls).toEqual([])
    })

    it('lets an administrator suspend somebody all the same', async () => {
      const { source, users } = await docSpace({ account: 'admin' })
      const opened = await openUser(source, users[11]!.id)

      await send(source, opened.update!({ status: 'TERMINATED' }))

      expect(users[11]!.status).toBe(2)
    })

    it('refuses what it does not keep', async () => {
      const { source, users } = await docSpace()
      const opened = await openUser(source, users[2]!.id)

      for (const [field, value] of [
        ['jobTitle', 'Cook'],
        ['gender', 'male'],
        ['managerId', users[3]!.id],
      ] as const) {
        expect(refusal(() => opened.update!({ [field]: value }))).toMatchObject({ code: 'UNSUPPORTED', path: [field] })
      }
    })

    it('lists only for those who may', async () => {
      const plain = await docSpace()
      const able = await plain.source.capabilities(options())
      await plain.close()
      const admin = await docSpace({ account: 'admin' })

      expect([able.has('USER_LIST'), able.has('USER_UPDATE'), able.has('AVATAR_UPLOAD')]).toEqual([false, true, true])
      expect((await admin.source.capabilities(options())).has('USER_LIST')).toBe(true)
    })
  })

  describe('5. contacts may be missing, departments are encoded, pictures are relative', () => {
    it('reads none as none', async () => {
      const { source, users } = await workspace()
      users[11]!.contacts = ''

      const { record } = await openUser(source, users[11]!.id)

      expect(record.contactItems!.map(({ value }) => value)).toEqual([users[11]!.email])
    })

    it('decodes what was encoded, once', async () => {
      const { source, users, simulator } = await workspace()
      const [group] = [...simulator.state.groups.values()]
      group!.name = `R&D <"A"> 'b' &amp;`
      users[11]!.groups = [group!.id]

      const { record } = await openUser(source, users[11]!.id)

      expect([record.department, record.groups?.[0]?.name]).toEqual([group!.name, group!.name])
    })

    it('takes a default picture, dark or light, for none', async () => {
      const { source, users, simulator } = await workspace()
      users[11]!.picture = null
      const light = (await openUser(source, users[11]!.id)).record.avatar
      simulator.turn({ defaultPictures: 'dark' })
      const dark = (await openUser(source, users[11]!.id)).record.avatar
      const bytes = await source.readAvatar!({ type: 'User', source: 'office', id: users[11]!.id }, options())

      expect([light, dark, bytes]).toEqual([null, null, null])
    })

    it('names a picture by what it is, whatever else of the profile changes', async () => {
      const { source, users } = await workspace()
      const user = users[12]!
      const before = await openUser(source, user.id)

      await send(source, before.update!({ location: 'Elsewhere' }))

      const after = await openUser(source, user.id)
      expect(before.record.avatar).not.toBeNull()
      expect(after.record.avatar).toEqual(before.record.avatar)
    })
  })

  describe('6. statuses mean other things on either product', () => {
    it('says FORBIDDEN to a missing right, a 500 there', async () => {
      const { source, users } = await workspace()
      const plan = (await openUser(source, users[11]!.id)).update!({ location: 'Elsewhere' })
      await source.close!()
      const other = await tryWorkspace({ account: 'plain' })

      const sent = await other.source.send!(plan, { ...options(), ifVersion: null })
      await other.close()

      expect(sent.error).toMatchObject({ code: 'FORBIDDEN', outcomeUnknown: false })
      expect(sent.error?.message).not.toContain('Bela')
    })

    it('hands no stack trace on', async () => {
      const { source, users, simulator } = await docSpace()
      const plan = (await openUser(source, users[2]!.id)).update!({ location: 'Elsewhere' })
      const error = { message: 'Access denied', type: 'System.SecurityException', stack: 'at UserController.cs:line 1' }
      simulator.fail({ status: 403, body: JSON.stringify({ error, status: 1, statusCode: 403 }) })

      const sent = await source.send!(plan, { ...options(), ifVersion: null })

      expect(sent.error).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Access denied') })
      expect(`${sent.error?.message} ${JSON.stringify(sent.error)}`).not.toMatch(/\.cs|System\./)
    })

    it('takes 200 and 201 from DocSpace', async () => {
      const { source, users, simulator } = await docSpace()
      simulator.turn({ postStatus: 201 })

      await send(source, (await openUser(source, users[2]!.id)).putAvatar!(picture()))

      expect(users[2]!.picture).not.toBeNull()
    })
  })

  describe('7. there is no lookup of several ids', () => {
    it('reads fifty in one request of many on Workspace', async () => {
      const { source, users, simulator } = await workspace()
      await source.ping(options())
      await source.capabilities(options())
      simulator.resetCalls()

      const found = await source.get.User!(
        users.slice(0, 39).map(({ id }) => id),
        options(),
      )

      expect(found.every((user) => user !== null)).toBe(true)
      expect(simulator.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/2.0/batch'])
    })

    it.each(['missing', 'broken'] as const)(
      'reads one by one where the batch is %s, and does not ask for it again',
      async (batch) => {
        const { source, users, simulator } = await workspace({ switches: { batch } })
        const ids = users.slice(0, 5).map(({ id }) => id)

        const found = await source.get.User!(ids, options())
        simulator.resetCalls()
        await source.get.User!(ids, options())

        expect(found.map((user) => (user instanceof Error ? user : user?.ref.id))).toEqual(ids)
        expect(simulator.calls.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET', 'GET'])
      },
    )

    it('reads one by one on DocSpace', async () => {
      const { source, users, simulator } = await docSpace({ account: 'admin' })

      await source.get.User!(
        users.slice(0, 5).map(({ id }) => id),
        options(),
      )

      expect(simulator.calls.some(({ path }) => path.endsWith('/batch'))).toBe(false)
    })

    it('goes through lists by their places, not by the next index, and finds its place again when they shift', async () => {
      const { source, users, simulator } = await workspace()
      const list = (cursor: string | null) =>
        source.list.User!({ filter: {}, order: null, limit: 10, cursor, backward: false }, options())
      const first = await list(null)
      const gone = first.entries[2]!.item.ref.id
      simulator.state.users.delete(gone)

      const second = await list(first.entries.at(-1)!.cursor)

      const sorted = users
        .filter(({ id, isSystem }) => id !== gone && !isSystem)
        .map((user) => ({ id: user.id, name: `${user.firstName} ${user.lastName}` }))
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
      expect(second.entries.map(({ item }) => item.ref.id)).toEqual(sorted.slice(9, 19).map(({ id }) => id))
    })
  })

  it('shows guests of DocSpace nobody rather than an error', async () => {
    const { source, users } = await docSpace({ account: 'guest' })

    const found = await source.get.User!([users[11]!.id, users[3]!.id], options())

    expect(found).toMatchObject([null, { email: ACCOUNTS.guest.email }])
  })
})

async function send(source: Source, plan: Plan): Promise<void> {
  const sent = await source.send!(plan, { ...options(), ifVersion: null })
  expect(sent.error).toBeNull()
}
