import { afterEach, describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/sources/source.ts'
import { pictureOf } from '../picture.ts'
import { PNG } from '../pictures.ts'
import { structureOf } from '../structure.ts'
import { type BluskySubject, call, startBlusky } from './subject.ts'

// As the vendor's help pages print them, with the generator's values.
const UPSERT_SAMPLE = {
  UserId: '0f54d07a-f8b1-43c1-af92-71e41f3cc1a7',
  ContactSubType: '6c471f46-9993-454a-b7f8-5404352ba27f',
  Value: 'sample string 3',
  IsDefault: true,
}
const LOGIN_SAMPLE = { Email: 'sample string 1', Password: 'sample string 2' }
const PHOTO_SAMPLE = {
  PersonId: '63d0963d-adcf-4b04-ad87-54c3904c7c1c',
  ImageData: 'QEA=',
  FileName: 'sample string 2',
  ThumbFileName: 'sample string 3',
  SetAsDefault: true,
}

describe('the documented requests leave as documented', () => {
  let subject: BluskySubject
  afterEach(() => subject.close())

  const send = (plan: Plan) => subject.source.send!(plan, { ...call(), ifVersion: null, mark: null })
  const open = async () => (await subject.source.open!('User', subject.users[0]!, call()))!

  it('POST api/Account/Authenticate', async () => {
    subject = await startBlusky()

    await subject.source.ping(call())

    const [login, next] = subject.simulator.calls
    expect(`${login?.method} ${login?.path}`).toBe('POST /api/Account/Authenticate')
    expect(structureOf(login?.body)).toEqual(structureOf(LOGIN_SAMPLE))
    expect(login?.headers).not.toHaveProperty('authorization')
    expect(next?.headers.authorization).toMatch(/^Bearer \S+$/)
  })

  it('PUT api/v2/Users/{id}/UserContactItem', async () => {
    subject = await startBlusky()
    const { simulator, users, source } = subject
    const type = (await source.contactItemTypes!(call())).find(({ name }) => name === 'Other Email')!
    const plan = (await open()).upsertContactItems!([{ typeId: type.id, value: 'third@example.org', isDefault: false }])
    simulator.resetCalls()

    const { error } = await send(plan)

    const [sent] = simulator.calls
    expect(error).toBeNull()
    expect(simulator.calls).toHaveLength(1)
    expect(`${sent?.method} ${sent?.path}`).toBe(`PUT /api/v2/Users/${users[0]}/UserContactItem`)
    expect(sent?.headers.accept).toBe('application/json')
    expect(sent?.headers['content-type']).toMatch(/^application\/json\b/)
    expect(structureOf(sent?.body)).toEqual(structureOf(UPSERT_SAMPLE))
    expect(Object.keys(sent?.body as object)).toEqual(Object.keys(UPSERT_SAMPLE))
    expect(sent?.body).toEqual({
      UserId: users[0],
      ContactSubType: type.id,
      Value: 'third@example.org',
      IsDefault: false,
    })
  })

  it('POST api/v1/Users/Photo', async () => {
    subject = await startBlusky()
    const { simulator, users } = subject
    const plan = (await open()).putAvatar!(pictureOf())
    simulator.resetCalls()

    const { error } = await send(plan)

    const [sent] = simulator.calls
    expect(error).toBeNull()
    expect(plan.pending).toBe(true)
    expect(`${sent?.method} ${sent?.path}`).toBe('POST /api/v1/Users/Photo')
    expect(structureOf(sent?.body)).toEqual(structureOf(PHOTO_SAMPLE))
    expect(simulator.state.users.get(users[0]!)?.photos).toEqual([
      { bytes: Buffer.from(PNG), fileName: 'avatar.png', thumbFileName: 'thumb-avatar.png', isDefault: true },
    ])
  })

  it('DELETE api/v1/Users/{id}/UserContactItems/{contactInfoId}', async () => {
    subject = await startBlusky()
    const { simulator, users } = subject
    const opened = await open()
    const itemId = opened.record.contactItems![1]!.id
    simulator.resetCalls()

    const { error } = await send(opened.removeContactItem!(itemId))

    const [sent] = simulator.calls
    expect(error).toBeNull()
    expect(`${sent?.method} ${sent?.path}`).toBe(`DELETE /api/v1/Users/${users[0]}/UserContactItems/${itemId}`)
    expect(sent?.body).toBeNull()
  })

  it('every request asks for JSON, so that no answer is XML', async () => {
    subject = await startBlusky()
    const { simulator, source, users } = subject
    await source.list.User!({ filter: {}, order: null, limit: 5, cursor: null, backward: false }, call())
    await source.get.User!(users.slice(0, 2), call())
    await send((await open()).update!({ nickname: 'N' }))

    expect(new Set(simulator.calls.map(({ headers }) => headers.accept))).toEqual(new Set(['application/json']))
  })
})
