import { afterEach, describe, expect, it } from 'vitest'
import type { ContactItemChange } from '../../../src/model/contact-item.ts'
import type { OpenRecord, Plan } from '../../../src/sources/source.ts'
import { pictureOf } from '../picture.ts'
import { type BluskySubject, call, startBlusky } from './subject.ts'

describe('writing at BluSKY', () => {
  let subject: BluskySubject
  afterEach(() => subject.close())

  const open = async (): Promise<OpenRecord<'User'>> => (await subject.source.open!('User', subject.users[0]!, call()))!
  const send = (plan: Plan) => subject.source.send!(plan, { ...call(), ifVersion: null, mark: null })
  const typeId = async (name: string) =>
    (await subject.source.contactItemTypes!(call())).find((type) => type.name === name)!.id
  const upsert = async (...changes: readonly ContactItemChange[]) => {
    const plan = (await open()).upsertContactItems!(changes)
    return { plan, ...(await send(plan)) }
  }
  const methods = (plan: Plan) => plan.requests.map(({ method }) => method)
  const items = async () =>
    (await open()).record.contactItems!.map(
      ({ type, value, isDefault }) => `${type?.name} ${value}${isDefault ? ' *' : ''}`,
    )
  const SEEDED = [
    'Work Email user1@blusky.example *',
    'Home Email home1@private.example',
    'Work Phone +12125551000 *',
    'Mobile Phone +16465552000',
  ]

  describe('an upsert', () => {
    it('of a type that is free adds, and of one that is taken replaces its value', async () => {
      subject = await startBlusky()

      const added = await upsert({ typeId: await typeId('Fax'), value: '+1 212 555 0000' })
      const replaced = await upsert({ typeId: await typeId('Home Email'), value: 'moved@private.example' })

      expect(added.plan.changes).toMatchObject([{ path: 'contactItems', before: null, after: { kind: 'PHONE' } }])
      expect(replaced.plan.changes.map(({ path }) => path.split('.').at(-1))).toEqual(['normalizedValue', 'value'])
      expect([...methods(added.plan), ...methods(replaced.plan)]).toEqual(['PUT', 'PUT'])
      expect(await items()).toEqual([
        SEEDED[0],
        'Home Email moved@private.example',
        ...SEEDED.slice(2),
        'Fax +1 212 555 0000',
      ])
    })

    it('of a kind takes a type that is free and destroys nothing', async () => {
      subject = await startBlusky()

      await upsert({ kind: 'EMAIL', value: 'third@example.org' })

      expect(await items()).toEqual([...SEEDED, 'Other Email third@example.org'])
    })

    it('of a kind whose types are all taken is added beside the usual one', async () => {
      subject = await startBlusky()
      await upsert({ kind: 'EMAIL', value: 'third@example.org' })

      const { plan } = await upsert({ kind: 'EMAIL', value: 'fourth@example.org' })

      expect(plan.requests.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
        'POST UserContactItems',
      ])
      expect(await items()).toEqual([...SEEDED, 'Other Email third@example.org', 'Work Email fourth@example.org'])
    })

    it('of a taken type adds beside it where the setting says so', async () => {
      subject = await startBlusky({}, { takenType: 'add' })

      await upsert({ typeId: await typeId('Work Email'), value: 'second@example.org' })

      expect(await items()).toEqual([...SEEDED, 'Work Email second@example.org'])
    })

    it('finds the value that is there, whatever its letters, and sends nothing', async () => {
      subject = await startBlusky()

      const { plan } = await upsert({ kind: 'EMAIL', value: 'HOME1@private.example' })

      expect(plan.requests).toEqual([])
    })

    it('of one of two items of a type leaves the other alone', async () => {
      subject = await startBlusky({}, { takenType: 'add' })
      await upsert({ typeId: await typeId('Work Email'), value: 'second@example.org' })
      const second = (await open()).record.contactItems!.find(({ value }) => value === 'second@example.org')!

      const { plan } = await upsert({ id: second.id, value: 'changed@example.org' })

      expect(methods(plan)).toEqual(['POST', 'DELETE'])
      expect(await items()).toEqual([...SEEDED, 'Work Email changed@example.org'])
    })

    it('moves an item to another type, the new one first', async () => {
      subject = await startBlusky()
      const home = (await open()).record.contactItems![1]!

      const { plan } = await upsert({ id: home.id, typeId: await typeId('Other Email') })

      expect(methods(plan)).toEqual(['PUT', 'DELETE'])
      expect(await items()).toEqual([SEEDED[0], ...SEEDED.slice(2), 'Other Email home1@private.example'])
    })

    it('with several changes merges all of them', async () => {
      subject = await startBlusky()

      await upsert(
        { kind: 'EMAIL', value: 'third@example.org' },
        { typeId: await typeId('Work Phone'), value: '+12125559999' },
        { kind: 'OTHER', value: 'Eagle 1' },
      )

      expect(await items()).toEqual([
        ...SEEDED.slice(0, 2),
        'Work Phone +12125559999 *',
        SEEDED[3],
        'Other Email third@example.org',
        'Radio Call Sign Eagle 1 *',
      ])
    })
  })

  it('says of each request of an upsert which change it is for, so that a refusal can be told of that one', async () => {
    subject = await startBlusky()
    const workEmail = { typeId: await typeId('Work Email'), value: 'same@blusky.example', isDefault: false }
    const homeEmail = { typeId: await typeId('Home Email'), isDefault: true, value: 'home1@private.example' }

    const { requests } = (await open()).upsertContactItems!([workEmail, homeEmail])

    expect(requests.map(({ change }) => change)).toEqual([0, 1])
  })

  describe('the default', () => {
    it.each([true, false])(
      'goes from one to the other and the plan says so (the system demotes: %s)',
      async (demotesDefault) => {
        subject = await startBlusky({ demotesDefault })
        const [work, home] = (await open()).record.contactItems!

        const { plan } = await upsert({ id: home!.id, isDefault: true })

        expect(await items()).toEqual([
          'Work Email user1@blusky.example',
          'Home Email home1@private.example *',
          ...SEEDED.slice(2),
        ])
        expect((await open()).record.email).toBe('home1@private.example')
        expect(plan.changes.map(({ path }) => path)).toEqual([`contactItems.${home!.id}.isDefault`])
        expect(plan.sideEffects).toMatchObject([
          { path: `contactItems.${work!.id}.isDefault`, before: true, after: false },
        ])
      },
    )

    it('is left to the system where that is known to see to it', async () => {
      subject = await startBlusky({}, { demotesDefault: true })
      const home = (await open()).record.contactItems![1]!

      const { plan } = await upsert({ id: home.id, isDefault: true })

      expect(plan.requests).toHaveLength(1)
      expect((await items()).filter((item) => item.endsWith('*'))).toHaveLength(2)
    })
  })

  describe('told that it keys by type on a system that keys by value too', () => {
    it('loses nothing, and what was not foreseen can be seen', async () => {
      subject = await startBlusky({ upsertKey: 'type-and-value' })
      const before = await open()
      const home = before.record.contactItems![1]!

      const { error } = await upsert({ id: home.id, value: 'moved@private.example' })

      expect(error).toBeNull()
      expect(await items()).toEqual([...SEEDED, 'Home Email moved@private.example'])
    })
  })

  it.each<readonly [string, ContactItemChange, string, readonly string[]]>([
    [
      'an unknown type',
      { typeId: '6c471f46-9993-454a-b7f8-5404352ba27f', value: 'a@x.org' },
      'INVALID_INPUT',
      ['0', 'typeId'],
    ],
    ['a type that is no GUID', { typeId: 'EMAIL', value: 'a@x.org' }, 'INVALID_INPUT', ['0', 'typeId']],
    ['an unknown item', { id: '6c471f46-9993-454a-b7f8-5404352ba27f', value: 'a@x.org' }, 'INVALID_INPUT', ['0', 'id']],
    ['a number for an address', { kind: 'EMAIL', value: '+12125550000' }, 'INVALID_INPUT', ['0', 'value']],
    ['no value', { kind: 'EMAIL', value: null }, 'INVALID_INPUT', ['0', 'value']],
    ['a kind that has no type', { kind: 'URL', value: 'https://x.org/' }, 'UNSUPPORTED', ['0', 'kind']],
  ])('%s is refused before anything is sent', async (_what, change, code, path) => {
    subject = await startBlusky()
    const opened = await open()
    subject.simulator.resetCalls()

    expect(() => opened.upsertContactItems!([change])).toThrow(expect.objectContaining({ code, path }))
    expect(subject.simulator.calls).toEqual([])
  })

  it('refuses an address of a telephone type, and a kind that is not the type’s', async () => {
    subject = await startBlusky()
    const opened = await open()
    const fax = await typeId('Fax')
    const refusal = (change: ContactItemChange) => () => opened.upsertContactItems!([change])

    expect(refusal({ typeId: fax, value: 'a@x.org' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: ['0', 'value'] }),
    )
    expect(refusal({ typeId: fax, kind: 'EMAIL', value: 'a@x.org' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: ['0', 'kind'] }),
    )
  })

  it('writes no contact items that it could not see', async () => {
    subject = await startBlusky({ contactItemsInView: false })
    const opened = await open()

    for (const plan of [
      () => opened.upsertContactItems!([{ kind: 'EMAIL', value: 'a@x.org' }]),
      () => opened.removeContactItem!('DefaultEmail'),
    ]) {
      expect(plan).toThrow(
        expect.objectContaining({ code: 'UNSUPPORTED', message: expect.stringContaining('contactItemFields') }),
      )
    }
  })

  describe('a 200 with a failing result', () => {
    const refuse = (description: string, code = 9) =>
      subject.simulator.addFault({
        method: 'PUT',
        answer: { status: 200, json: { Value: null, ResultCode: code, Description: description } },
      })

    it.each([
      ['Refused for reasons of its own.', 'INVALID_INPUT', undefined],
      ['Value is too long.', 'INVALID_INPUT', ['value']],
      ['ContactSubType is retired.', 'INVALID_INPUT', ['typeId']],
      ['User was not found.', 'NOT_FOUND', undefined],
      ['You do not have permission.', 'FORBIDDEN', undefined],
    ])('is a failure: %s', async (description, code, path) => {
      subject = await startBlusky()
      refuse(description)

      const { error, done } = await upsert({ kind: 'EMAIL', value: 'third@example.org' })

      expect(error).toMatchObject({ code, path, outcomeUnknown: false })
      expect(error?.message).toContain(description)
      expect(done).toBe(0)
      expect(await items()).toEqual(SEEDED)
    })

    it('is success where the setting says that its code is', async () => {
      subject = await startBlusky({}, { successCodes: [0, 9] })
      refuse('All is well.')

      expect((await upsert({ kind: 'EMAIL', value: 'third@example.org' })).error).toBeNull()
    })

    it('stops the plan where it stands', async () => {
      subject = await startBlusky()
      const home = (await open()).record.contactItems![1]!
      refuse('No.')

      const { plan, done } = await upsert({ id: home.id, typeId: await typeId('Other Email') })

      expect(methods(plan)).toEqual(['PUT', 'DELETE'])
      expect(done).toBe(0)
      expect(await items()).toEqual(SEEDED)
    })
  })

  it('does not take an answer without a result for success', async () => {
    subject = await startBlusky()
    subject.simulator.addFault({ method: 'PUT', answer: { status: 200, text: '<Result/>' } })

    const { error } = await upsert({ kind: 'EMAIL', value: 'third@example.org' })

    expect(error).toMatchObject({ code: 'BAD_SOURCE_RESPONSE', outcomeUnknown: true })
  })

  it("reads the framework's own refusals, field by field", async () => {
    subject = await startBlusky()
    subject.simulator.addFault({
      method: 'PUT',
      answer: {
        status: 400,
        json: {
          Message: 'The request is invalid.',
          ModelState: { 'model.LastName': ['The LastName field is wrong.'] },
        },
      },
    })

    const { error } = await send((await open()).update!({ lastName: 'Other' }))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['lastName'] })
    expect(error?.message).toContain('The LastName field is wrong.')
  })

  it.each([
    [{ firstName: null }, 'firstName'],
    [{ lastName: ' ' }, 'lastName'],
    [{ firstName: 'x'.repeat(61) }, 'firstName'],
    [{ middleName: 'xyz' }, 'middleName'],
    [{ gender: 'unheard of' }, 'gender'],
  ])('refuses %j before anything is sent', async (patch, field) => {
    subject = await startBlusky()
    const opened = await open()

    expect(() => opened.update!(patch)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', path: [field] }))
  })

  it('refuses a picture too large in base64, and calls a refused one the file', async () => {
    subject = await startBlusky({}, { maxRequestBytes: 1024 })
    const opened = await open()
    subject.simulator.addFault({ path: /Photo$/, answer: { status: 413, text: 'Too large' } })

    const { error } = await send(opened.putAvatar!(pictureOf(new Uint8Array(10))))

    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: ['file'] })
    expect(() => opened.putAvatar!(pictureOf(new Uint8Array(600)))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: [] }),
    )
  })

  it('does not repeat a write whose answer was lost', async () => {
    subject = await startBlusky()
    const plan = (await open()).upsertContactItems!([{ kind: 'EMAIL', value: 'third@example.org' }])
    subject.simulator.addFault({ method: 'PUT', breaks: 'after' })
    subject.simulator.resetCalls()

    const { error } = await send(plan)

    expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', outcomeUnknown: true })
    expect(subject.simulator.calls).toHaveLength(1)
  })
})
