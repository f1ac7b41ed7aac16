import { afterEach, describe, expect, it } from 'vitest'
import { GatewayError } from '../../../src/model/errors.ts'
import type { StartOptions } from '../../../src/sources/leadsy/simulator/index.ts'
import type { OpenRecord, Plan } from '../../../src/sources/source.ts'
import { pictureOf } from '../picture.ts'
import { OTHER_PNG, PNG } from '../pictures.ts'
import { call, type LeadsySubject, startLeadsy } from './subject.ts'

const TAKEN = 'dmitri.sokolov.4@leadsy.example'
const SHAPES: readonly NonNullable<StartOptions['errorShape']>[] = [
  'error',
  'errors-list',
  'errors-by-field',
  'message',
  'bare-fields',
  'text',
]

describe('writing at LeadsyGroup', () => {
  let subject: LeadsySubject
  afterEach(() => subject.close())

  const open = async (id: string): Promise<OpenRecord<'User'>> => (await subject.source.open!('User', id, call()))!
  const send = (plan: Plan) => subject.source.send!(plan, { ...call(), ifVersion: null, mark: null })
  const writes = () =>
    subject.simulator.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/login'))

  describe('a taken e-mail address', () => {
    it.each(SHAPES)('is the input at email, with errors as %s, and nothing is created', async (errorShape) => {
      subject = await startLeadsy({ errorShape })
      const users = subject.simulator.state.users.size
      const patch = { firstName: 'Dee', lastName: 'Two', email: TAKEN }

      const { error, done } = await send(await subject.source.planCreate!('User', patch, null, call()))

      expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['email'], status: 422, outcomeUnknown: false })
      expect(error?.message).toMatch(/already been taken/)
      expect(done).toBe(0)
      expect(subject.simulator.state.users.size).toBe(users)
    })

    it('is a conflict where the system calls it one', async () => {
      subject = await startLeadsy({ duplicateEmailStatus: 409 })

      const { error } = await send((await open('2')).update!({ email: TAKEN }))

      expect(error).toMatchObject({ code: 'CONFLICT', path: ['email'] })
    })

    it('is the value of the contact item that was to be changed', async () => {
      subject = await startLeadsy()
      const before = subject.simulator.state.users.get(2)?.email

      const { error } = await send((await open('2')).upsertContactItems!([{ kind: 'EMAIL', value: TAKEN }]))

      expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['value'] })
      expect(subject.simulator.state.users.get(2)?.email).toBe(before)
    })
  })

  it('names the first field of ours that was refused', async () => {
    subject = await startLeadsy()

    const { error } = await send((await open('2')).update!({ lastName: null }))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['lastName'] })
  })

  it('hands on no address that the system put into its words', async () => {
    subject = await startLeadsy()
    subject.simulator.addFault({
      method: 'PUT',
      answer: { status: 422, json: { error: `${TAKEN} is taken, call +47 22 22 55 55` } },
    })

    const { error } = await send((await open('2')).update!({ email: 'free@example.org' }))

    expect(error?.message).toContain('(an address) is taken, call (a number)')
  })

  describe('the one contact item', () => {
    it('changes with the address, and the address with it', async () => {
      subject = await startLeadsy()
      const before = await open('2')

      const plan = before.upsertContactItems!([{ kind: 'EMAIL', value: 'new@example.org' }])
      await send(plan)
      const after = await open('2')

      expect(plan.changes.map(({ path }) => path)).toEqual([
        'contactItems.email.normalizedValue',
        'contactItems.email.value',
      ])
      expect(after.record).toMatchObject({ email: 'new@example.org', contactItems: [{ value: 'new@example.org' }] })
      expect(after.upsertContactItems!([{ id: 'email', value: 'new@example.org' }]).requests).toEqual([])
      expect(after.upsertContactItems!([{ id: 'email', isDefault: true }]).requests).toEqual([])
    })

    it.each([
      [[{ kind: 'PHONE', value: '+4722225555' }], 'UNSUPPORTED', ['0', 'kind']],
      [
        [
          { kind: 'EMAIL', value: 'a@x.org' },
          { kind: 'EMAIL', value: 'b@x.org' },
        ],
        'UNSUPPORTED',
        ['1', 'value'],
      ],
      [[{ typeId: '3', value: 'a@x.org' }], 'INVALID_INPUT', ['0', 'typeId']],
      [[{ id: 'other', value: 'a@x.org' }], 'INVALID_INPUT', ['0', 'id']],
      [[{ kind: 'EMAIL', value: '+4722225555' }], 'INVALID_INPUT', ['0', 'value']],
      [[{ kind: 'EMAIL', value: null }], 'INVALID_INPUT', ['0', 'value']],
      [[{ kind: 'EMAIL', value: 'a@x.org', isDefault: false }], 'UNSUPPORTED', ['0', 'isDefault']],
    ] as const)('refuses %j', async (changes, code, path) => {
      subject = await startLeadsy()
      const opened = await open('2')

      expect(() => opened.upsertContactItems!(changes)).toThrow(expect.objectContaining({ code, path }))
      expect(opened.removeContactItem).toBeUndefined()
    })
  })

  it.each([
    [{ email: null }, ['email']],
    [{ email: 'no address' }, ['email']],
    [{ firstName: 'x'.repeat(300) }, ['firstName']],
  ])('refuses %j before anything is sent', async (patch, path) => {
    subject = await startLeadsy()
    const opened = await open('2')

    expect(() => opened.update!(patch)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', path }))
    expect(writes()).toEqual([])
  })

  it('needs an e-mail address for a new user', async () => {
    subject = await startLeadsy()

    await expect(subject.source.planCreate!('User', { firstName: 'Nobody' }, null, call())).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      path: ['email'],
    })
  })

  it('sends nothing where the accesses that must go along can not be read', async () => {
    subject = await startLeadsy()
    subject.simulator.addFault({ path: /user_access$/, answer: { status: 403, json: { error: 'No' } } })

    await expect(open('4')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(writes()).toEqual([])
  })

  it('does not repeat a write whose answer was lost, and says that it may have been done', async () => {
    subject = await startLeadsy()
    const plan = (await open('2')).update!({ firstName: 'Abraham' })
    subject.simulator.addFault({ method: 'PUT', breaks: 'after' })

    const { error } = await send(plan)

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true })
    expect(writes()).toHaveLength(1)
    expect((await open('2')).record.firstName).toBe('Abraham')
  })

  it('does not know whom it created where the answer does not say', async () => {
    subject = await startLeadsy()
    subject.simulator.addFault({ method: 'POST', path: /users$/, answer: { status: 201, json: { ok: true } } })

    const { error, id } = await send(await subject.source.planCreate!('User', { email: 'a@x.org' }, null, call()))

    expect(id).toBeNull()
    expect(error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', outcomeUnknown: true })
  })

  describe('pictures', () => {
    it('over the limit in base64 are refused before anything is sent', async () => {
      subject = await startLeadsy({}, { maxRequestBytes: 1024 })
      const opened = await open('2')
      const large = pictureOf(new Uint8Array(600))

      expect(subject.source.limits.maxAvatarBytes).toBe(384)
      expect(() => opened.putAvatar!(large)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', path: [] }))
      expect(writes()).toEqual([])
    })

    it('over the limit of the system are refused as the file', async () => {
      subject = await startLeadsy({ maxAvatarBytes: 100 })

      const { error } = await send((await open('2')).putAvatar!(pictureOf()))

      expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['file'] })
      expect(subject.simulator.state.users.get(2)?.avatar).toBeNull()
    })

    it('of users of another company are forbidden', async () => {
      subject = await startLeadsy()
      const plan = (await open('2')).putAvatar!(pictureOf())
      const request = plan.requests[0]!
      const other = { ...request, body: { ...(request.body as object), user_id: 51 } }

      const { error } = await send({ ...plan, requests: [other] })

      expect(error).toMatchObject({ code: 'FORBIDDEN' })
    })

    it('that replace another under the same route have a key of their own', async () => {
      subject = await startLeadsy({ avatarRouteReused: true })

      await send((await open('2')).putAvatar!(pictureOf(PNG)))
      const first = (await open('2')).record.avatar
      await send((await open('2')).putAvatar!(pictureOf(OTHER_PNG)))
      const second = (await open('2')).record.avatar

      expect(second?.originalUrl).toBe(first?.originalUrl)
      expect(second?.key).not.toBe(first?.key)
      const read = await subject.source.readAvatar!({ type: 'User', source: 'sales', id: '2' }, call())
      expect(Buffer.from(read!.bytes).equals(OTHER_PNG)).toBe(true)
    })

    it('of companies are set and removed as those of users are', async () => {
      subject = await startLeadsy()
      const company = async () => (await subject.source.open!('Organization', '3', call()))!

      await send((await company()).putAvatar!(pictureOf()))
      const set = await company()
      await send(set.removeAvatar!())

      expect(set.record.avatar?.originalUrl).toContain('/uploads/companies/3/')
      expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
        'PUT /api/v1/companies/avatar',
        'DELETE /api/v1/companies/avatar?company_id=3',
      ])
      expect((await company()).record.avatar).toBeNull()
      expect((await company()).removeAvatar!().requests).toEqual([])
    })
  })

  it('gives errors that say what came back and hold no credential', async () => {
    subject = await startLeadsy()
    subject.simulator.addFault({ method: 'PUT', answer: { status: 500, text: '<html>Oops</html>' } })

    const { error } = await send((await open('2')).update!({ firstName: 'Abraham' }))

    expect(error).toBeInstanceOf(GatewayError)
    expect(error?.message).toBe('sales answered 500 to PUT /api/v1/users/2')
  })
})
