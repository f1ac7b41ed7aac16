import { afterEach, describe, expect, it } from 'vitest'
import type { PersonPatch } from '../../../src/model/patch.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { personIds } from './set-up.ts'
import { FULL, startWriting, type Writing } from './writing.ts'

let writing: Writing
const start = async (options: VirtuousSimulatorOptions = {}) => {
  writing = await startWriting(options)
  return writing
}
afterEach(() => writing?.close())

describe('updating a person', () => {
  it('sends the whole record back, what nobody here knows included, and no read-only member', async () => {
    await start()
    const opened = await writing.openPerson()

    const plan = opened.update!({ nickname: 'Nix' })

    const body = plan.requests[0]!.body as Record<string, unknown>
    expect(plan.requests).toHaveLength(1)
    expect(plan.requests[0]).toMatchObject({ method: 'PUT', path: `/api/ContactIndividual/${FULL}` })
    expect(Object.keys(body).sort()).toEqual(
      [
        ...[
          'prefix',
          'prefix2',
          'firstName',
          'middleName',
          'lastName',
          'preMarriageName',
          'suffix',
          'nickname',
          'gender',
        ],
        ...[
          'birthMonth',
          'birthDay',
          'birthYear',
          'approximateAge',
          'isDeceased',
          'deceasedDate',
          'passion',
          'avatarUrl',
        ],
        ...['customFields', 'customCollections', 'setAsPrimary', 'setAsSecondary'],
      ].sort(),
    )
    expect(body.setAsPrimary).toBe(true)
    expect(plan.changes).toEqual([{ path: 'nickname', before: opened.record.nickname, after: 'Nix', repaired: null }])
  })

  it('plans nothing for what is already so, the spelling of prefix and gender aside', async () => {
    await start()
    writing.individual().fields.prefix = 'Dr'
    writing.individual().fields.gender = 'Female'
    const opened = await writing.openPerson()

    expect(opened.update!({ prefix: 'dr.', gender: 'FEMALE', removeTags: ['nothing of the kind'] }).requests).toEqual(
      [],
    )
  })

  it('keeps an age that is somebody’s word when the day becomes known, and leaves a computed one to the vendor', async () => {
    await start({ now: () => Date.UTC(2026, 5, 1) })
    Object.assign(writing.individual().fields, {
      birthYear: null,
      birthMonth: null,
      birthDay: null,
      approximateAge: 44,
    })

    await writing.send((await writing.openPerson()).update!({ birthDate: { year: null, month: 2, day: 3 } }))
    expect((await writing.openPerson()).record.approximateAge).toBe(44)
    await writing.send((await writing.openPerson()).update!({ birthDate: { year: 1970, month: 2, day: 3 } }))

    const { record } = await writing.openPerson()
    expect(record.birthDate).toEqual({ year: 1970, month: 2, day: 3 })
    expect(record.approximateAge).toBe(56)
  })

  it('adds a custom field that was not set, changes one, clears one, and leaves the others', async () => {
    await start()
    writing.individual().customFields = [
      { name: 'Employer', value: 'Old Works' },
      { name: 'Newsletter', value: 'true' },
      { name: 'First Visit', value: '5/17/2019' },
    ]
    const opened = await writing.openPerson()

    const plan = opened.update!({
      customFields: [
        { key: 'Region', value: 'West' },
        { key: 'Employer', value: 'New Works' },
        { key: 'Newsletter', value: null },
      ],
    })
    const sent = await writing.send(plan)

    expect(sent.error).toBeNull()
    expect(plan.changes.map(({ path }) => path)).toEqual([
      'customFields.Employer',
      'customFields.Newsletter',
      'customFields.Region',
    ])
    expect(writing.individual().customFields).toEqual([
      { name: 'Employer', value: 'New Works' },
      { name: 'Newsletter', value: null },
      { name: 'First Visit', value: '5/17/2019' },
      { name: 'Region', value: 'West' },
    ])
  })

  it('adds and removes tags by the ids of their links, without writing the person', async () => {
    await start()
    const contactId = writing.individual().contactId
    for (const [id, link] of writing.simulator.state.contactTags)
      if (link.contactId === contactId) writing.simulator.state.contactTags.delete(id)
    await writing.send((await writing.openPerson()).update!({ addTags: ['Lapsed', 'volunteer'] }))

    const plan = (await writing.openPerson()).update!({ addTags: ['Gala 2025', 'Lapsed'], removeTags: ['Volunteer'] })
    await writing.send(plan)

    expect(plan.requests.map(({ method, path }) => `${method} ${path.replace(/\d+$/, '…')}`)).toEqual([
      'DELETE /api/ContactTag/…',
      'POST /api/ContactTag',
    ])
    expect((await writing.openPerson()).record.tags).toEqual(['Lapsed', 'Gala 2025'])
  })

  it('takes the same organization, and refuses another', async () => {
    await start()
    const opened = await writing.openPerson()

    expect(opened.update!({ organizationId: opened.record.organizationId! }).requests).toEqual([])
    expect(() => opened.update!({ organizationId: '1007' })).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED', path: ['organizationId'] }),
    )
  })

  it.each<[PersonPatch, readonly string[]]>([
    [{ firstName: '' }, ['firstName']],
    [{ lastName: '   ' }, ['lastName']],
    [{ middleName: 'x'.repeat(10_000) }, ['middleName']],
    [{ firstName: null, lastName: null }, ['firstName']],
    [{ birthDate: { year: 2001, month: 2, day: 31 } }, ['birthDate', 'day']],
    [{ birthDate: { year: null, month: 13, day: null } }, ['birthDate', 'month']],
    [{ interests: 'x'.repeat(10_001) }, ['interests']],
    [{ gender: 'a\u0000b' }, ['gender']],
    [
      {
        customFields: [
          { key: 'Region', value: 'West' },
          { key: 'Regoin', value: 'West' },
        ],
      },
      ['customFields', '1', 'key'],
    ],
    [{ customFields: [{ key: 'Region', value: 'Up' }] }, ['customFields', '0', 'value']],
    [{ customFields: [{ key: 'Volunteer Hours', value: 'many' }] }, ['customFields', '0', 'value']],
    [{ customFields: [{ key: 'Newsletter', value: 'perhaps' }] }, ['customFields', '0', 'value']],
    [
      {
        customFields: [
          { key: 'Region', value: 'West' },
          { key: 'Region', value: 'East' },
        ],
      },
      ['customFields', '1', 'key'],
    ],
    [{ addTags: ['Lapsed', 'Unheard of'] }, ['addTags', '1']],
  ])('refuses %j at its place, and sends nothing', async (patch, path) => {
    await start()
    const opened = await writing.openPerson()
    writing.forget()

    expect(() => opened.update!(patch)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', path }))
    expect(writing.calls()).toEqual([])
  })

  it('says which field the vendor refused, in the vendor’s words, and that nothing changed', async () => {
    await start()
    const plan = (await writing.openPerson()).update!({ firstName: 'Nobody' })
    writing.simulator.fail({
      kind: 'status',
      status: 400,
      method: 'PUT',
      json: { message: 'The request is invalid.', modelState: { 'model.firstName': ['ada@example.org is taken.'] } },
    })

    const { error, done } = await writing.send(plan)

    expect(done).toBe(0)
    expect(error).toMatchObject({ code: 'INVALID_INPUT', status: 400 })
    expect(error?.message).toContain('The request is invalid. firstName: … is taken.')
  })
})

it('reads nobody anew for a plan, and gives the same plan twice', async () => {
  await start()
  const id = personIds(writing)[3]!
  const opened = await writing.openPerson(id)
  writing.forget()

  const plans = [1, 2].map(() => [
    opened.update!({ lastName: 'Again' }),
    opened.upsertContactItems!([{ kind: 'EMAIL', value: 'again@example.org', isDefault: true }]),
    opened.delete!(),
  ])

  expect(plans[0]).toEqual(plans[1])
  expect(writing.calls()).toEqual([])
})
