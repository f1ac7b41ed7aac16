import { afterEach, describe, expect, it } from 'vitest'
import type { Source } from '../../../src/sources/source.ts'
import { pictureOf } from '../picture.ts'
import { PNG } from '../pictures.ts'
import { structureOf } from '../structure.ts'
import { call, type LeadsySubject, startLeadsy } from './subject.ts'

// As printed in the published reference, with its placeholders for values.
const AVATAR_SAMPLE = { user_id: 0, avatar_base64: 'string', name: 'string', type: 'string' }
const CREATE_SAMPLE = {
  first_name: 'string',
  last_name: 'string',
  email: 'user@example.com',
  user_accesses_attributes: [{ company_id: 0, access_id: 0, primary: true }],
}

describe('the documented requests leave as documented', () => {
  let subject: LeadsySubject
  afterEach(() => subject.close())

  it('PUT /api/v1/users/avatar', async () => {
    subject = await startLeadsy()
    const { source, simulator } = subject
    const plan = (await source.open!('User', '7', call()))!.putAvatar!(pictureOf())
    simulator.resetCalls()

    await send(source, plan)

    const [sent] = simulator.calls
    expect(simulator.calls).toHaveLength(1)
    expect(`${sent?.method} ${sent?.path}`).toBe('PUT /api/v1/users/avatar')
    expect(sent?.headers.authorization).toMatch(/^Bearer \S+$/)
    expect(sent?.headers['content-type']).toMatch(/^application\/json\b/)
    expect(structureOf(sent?.body)).toEqual(structureOf(AVATAR_SAMPLE))
    expect(Object.keys(sent?.body as object)).toEqual(Object.keys(AVATAR_SAMPLE))
    expect(sent?.body).toEqual({
      user_id: 7,
      avatar_base64: Buffer.from(PNG).toString('base64'),
      name: 'avatar.png',
      type: 'image/png',
    })
  })

  it('POST /api/v1/users, without Authorization', async () => {
    subject = await startLeadsy({}, { newUserAccesses: [{ companyId: 2, accessId: 3, isPrimary: true }] })
    const { source, simulator } = subject
    const patch = { firstName: 'Ottilie', lastName: 'Brandt', email: 'ottilie@example.org' }
    const plan = await source.planCreate!('User', patch, null, call())

    const { error, id } = await send(source, plan)

    const [sent] = simulator.calls
    expect(error).toBeNull()
    expect(simulator.state.users.get(Number(id))?.email).toBe('ottilie@example.org')
    expect(simulator.calls).toHaveLength(1)
    expect(`${sent?.method} ${sent?.path}`).toBe('POST /api/v1/users')
    expect(sent?.headers).not.toHaveProperty('authorization')
    expect(structureOf(sent?.body)).toEqual(structureOf(CREATE_SAMPLE))
  })

  it('a new user with a picture: the picture goes to the id that was given', async () => {
    subject = await startLeadsy()
    const { source, simulator } = subject
    const plan = await source.planCreate!(
      'User',
      { firstName: 'A', lastName: 'B', email: 'ab@x.org' },
      pictureOf(),
      call(),
    )
    simulator.resetCalls()

    const { error, id } = await send(source, plan)

    const avatar = simulator.calls.find(({ path }) => path === '/api/v1/users/avatar')
    expect(error).toBeNull()
    expect(avatar?.body).toMatchObject({ user_id: Number(id) })
    expect(simulator.state.users.get(Number(id))?.avatar?.bytes.equals(PNG)).toBe(true)
  })

  it('pictures as data URIs where the setting says so', async () => {
    subject = await startLeadsy({ avatarEncoding: 'data-uri' }, { avatarEncoding: 'data-uri' })
    const { source, simulator } = subject
    const plan = (await source.open!('User', '7', call()))!.putAvatar!(pictureOf())

    const { error } = await send(source, plan)

    expect(error).toBeNull()
    expect(simulator.calls.at(-1)?.body).toMatchObject({
      avatar_base64: expect.stringMatching(/^data:image\/png;base64,/),
    })
  })
})

function send(source: Source, plan: Parameters<NonNullable<Source['send']>>[0]) {
  return source.send!(plan, { ...call(), ifVersion: null, mark: null })
}
