import { afterEach, describe, expect, it } from 'vitest'
import type { ContactItemChange } from '../../../src/model/contact-item.ts'
import type { OrganizationPatch, PersonPatch } from '../../../src/model/patch.ts'
import type { Plan } from '../../../src/sources/source.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { call, personIds, type Running, run } from './set-up.ts'

let running: Running
const start = async (options: VirtuousSimulatorOptions = {}) => {
  running = await run({ people: 30, ...options })
  return running
}
afterEach(() => running?.close())

/** The first individual: the one who has everything. */
const FULL = '1002'
const openPerson = async (id = FULL) => (await running.source.open!('Person', id, call()))!
const openOrganization = async (id = '1001') => (await running.source.open!('Organization', id, call()))!
const send = (plan: Plan) => running.source.send!(plan, { ...call(), ifVersion: null })
const state = () => running.simulator.state
const individual = (id = FULL) => state().individuals.get(Number(id))!

describe('updating a person', () => {
  it('sends the whole record back, what nobody here knows included, and no read-only member', async () => {
    await start()
    const opened = await openPerson()

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
    individual().fields.prefix = 'Dr'
    individual().fields.gender = 'Female'
    const opened = await openPerson()

    expect(opened.update!({ prefix: 'dr.', gender: 'FEMALE', removeTags: ['nothing of the kind'] }).requests).toEqual(
      [],
    )
  })

  it('keeps an age that is somebody’s word when the day becomes known, and leaves a computed one to the vendor', async () => {
    await start({ now: () => Date.UTC(2026, 5, 1) })
    Object.assign(individual().fields, { birthYear: null, birthMonth: null, birthDay: null, approximateAge: 44 })

    await send((await openPerson()).update!({ birthDate: { year: null, month: 2, day: 3 } }))
    expect((await openPerson()).record.approximateAge).toBe(44)
    await send((await openPerson()).update!({ birthDate: { year: 1970, month: 2, day: 3 } }))

    const { record } = await openPerson()
    expect(record.birthDate).toEqual({ year: 1970, month: 2, day: 3 })
    expect(record.approximateAge).toBe(56)
  })

  it('adds a custom field that was not set, changes one, clears one, and leaves the others', async () => {
    await start()
    individual().customFields = [
      { name: 'Employer', value: 'Old Works' },
      { name: 'Newsletter', value: 'true' },
      { name: 'First Visit', value: '5/17/2019' },
    ]
    const opened = await openPerson()

    const plan = opened.update!({
      customFields: [
        { key: 'Region', value: 'West' },
        { key: 'Employer', value: 'New Works' },
        { key: 'Newsletter', value: null },
      ],
    })
    const sent = await send(plan)

    expect(sent.error).toBeNull()
    expect(plan.changes.map(({ path }) => path)).toEqual([
      'customFields.Employer',
      'customFields.Newsletter',
      'customFields.Region',
    ])
    expect(individual().customFields).toEqual([
      { name: 'Employer', value: 'New Works' },
      { name: 'Newsletter', value: null },
      { name: 'First Visit', value: '5/17/2019' },
      { name: 'Region', value: 'West' },
    ])
  })

  it('adds and removes tags by the ids of their links, without writing the person', async () => {
    await start()
    const contactId = individual().contactId
    for (const [id, link] of state().contactTags) if (link.contactId === contactId) state().contactTags.delete(id)
    await send((await openPerson()).update!({ addTags: ['Lapsed', 'volunteer'] }))

    const plan = (await openPerson()).update!({ addTags: ['Gala 2025', 'Lapsed'], removeTags: ['Volunteer'] })
    await send(plan)

    expect(plan.requests.map(({ method, path }) => `${method} ${path.replace(/\d+$/, '…')}`)).toEqual([
      'DELETE /api/ContactTag/…',
      'POST /api/ContactTag',
    ])
    expect((await openPerson()).record.tags).toEqual(['Lapsed', 'Gala 2025'])
  })

  it('takes the same organization, and refuses another', async () => {
    await start()
    const opened = await openPerson()

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
    const opened = await openPerson()
    running.forget()

    expect(() => opened.update!(patch)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', path }))
    expect(running.calls()).toEqual([])
  })

  it('says which field the vendor refused, in the vendor’s words, and that nothing changed', async () => {
    await start()
    const plan = (await openPerson()).update!({ firstName: 'Nobody' })
    running.simulator.fail({
      kind: 'status',
      status: 400,
      method: 'PUT',
      json: { message: 'The request is invalid.', modelState: { 'model.firstName': ['ada@example.org is taken.'] } },
    })

    const { error, done } = await send(plan)

    expect(done).toBe(0)
    expect(error).toMatchObject({ code: 'INVALID_INPUT', status: 400 })
    expect(error?.message).toContain('The request is invalid. firstName: … is taken.')
  })
})

describe('contact methods', () => {
  const upsert = async (...changes: ContactItemChange[]) => (await openPerson()).upsertContactItems!(changes)
  const shown = (plan: Plan) => plan.requests.map(({ method, path }) => `${method} ${path}`)
  const itemOf = async (typeName: string) =>
    (await openPerson()).record.contactItems!.find(({ type }) => type?.name === typeName)!

  it('adds under the organization’s own type, by name whatever its case, or the usual one of a kind', async () => {
    await start()

    const plan = await upsert(
      { typeId: 'parish register', value: 'Folio 9' },
      { kind: 'EMAIL', value: 'new@example.org', isOptedIn: true },
    )
    await send(plan)

    expect(plan.requests.map(({ body }) => body)).toEqual([
      { contactIndividualId: 1002, type: 'Parish Register', value: 'Folio 9', isOptedIn: false, setAsPrimary: false },
      { contactIndividualId: 1002, type: 'Home Email', value: 'new@example.org', isOptedIn: true, setAsPrimary: false },
    ])
    const added = (await openPerson()).record.contactItems!.slice(-2)
    expect(added).toMatchObject([{ kind: 'OTHER' }, { kind: 'EMAIL', isOptedIn: true }])
  })

  it('finds the same value written otherwise, and changes only what was said', async () => {
    await start()
    const mobile = await itemOf('Mobile Phone')

    const same = await upsert({ kind: 'PHONE', value: mobile.value.replaceAll(' ', '-') })
    const optedOut = await upsert({ kind: 'PHONE', value: mobile.normalizedValue!, isOptedIn: !mobile.isOptedIn })

    expect(same.requests).toEqual([])
    expect(shown(optedOut)).toEqual([`PUT /api/ContactMethod/${mobile.id}`])
    expect(optedOut.requests[0]!.body).toEqual({
      type: 'Mobile Phone',
      value: mobile.value,
      isOptedIn: !mobile.isOptedIn,
      setAsPrimary: true,
    })
    expect(optedOut.changes.map(({ path }) => path)).toEqual([`contactItems.${mobile.id}.isOptedIn`])
  })

  it.each([true, false])(
    'makes one the default and asks for the former one’s demotion (vendor demotes: %s)',
    async (demotesPrimary) => {
      await start({ demotesPrimary })
      const [home, work] = [await itemOf('Home Email'), await itemOf('Work Email')]

      const plan = await upsert({ id: work.id, isDefault: true })
      await send(plan)

      expect(shown(plan)).toEqual([`PUT /api/ContactMethod/${work.id}`, `PUT /api/ContactMethod/${home.id}`])
      expect(plan.changes.map(({ path }) => path)).toEqual([`contactItems.${work.id}.isDefault`])
      expect(plan.sideEffects).toEqual([
        { path: `contactItems.${home.id}.isDefault`, before: true, after: false, repaired: null },
      ])
      const defaults = (await openPerson()).record.contactItems!.filter(
        ({ kind, isDefault }) => kind === 'EMAIL' && isDefault,
      )
      expect(defaults.map(({ id }) => id)).toEqual([work.id])
    },
  )

  it('demotes the former default for one that is new, too', async () => {
    await start({ demotesPrimary: false })

    await send(await upsert({ kind: 'EMAIL', value: 'first@example.org', isDefault: true }))

    const defaults = (await openPerson()).record.contactItems!.filter(
      ({ kind, isDefault }) => kind === 'EMAIL' && isDefault,
    )
    expect(defaults.map(({ value }) => value)).toEqual(['first@example.org'])
  })

  it('changes and removes one and leaves every other as the vendor holds it', async () => {
    await start()
    const [web, skype] = [await itemOf('Web'), await itemOf('Skype')]
    const others = () => [...state().methods.values()].filter(({ id }) => ![web.id, skype.id].includes(String(id)))
    const before = structuredClone(others())

    await send(await upsert({ id: web.id, value: 'https://elsewhere.example/' }))
    await send((await openPerson()).removeContactItem!(skype.id))

    expect(others()).toEqual(before)
    expect(state().methods.get(Number(web.id))?.value).toBe('https://elsewhere.example/')
    expect(state().methods.has(Number(skype.id))).toBe(false)
  })

  it('lets an imported value that is none of its kind be, until it is written', async () => {
    await start()
    const garbage = [...state().methods.values()].find(({ type }) => type === 'Other Phone')!
    const opened = await openPerson(String(garbage.individualId))

    const plan = opened.upsertContactItems!([{ id: String(garbage.id), isOptedIn: !garbage.isOptedIn }])

    expect(garbage.value).toBe('4.91577e+12')
    expect(plan.requests).toHaveLength(1)
  })

  it.each<[ContactItemChange[], string, readonly string[]]>([
    [[{ kind: 'EMAIL', value: 'no at sign' }], 'INVALID_INPUT', ['0', 'value']],
    [[{ kind: 'PHONE', value: 'call me' }], 'INVALID_INPUT', ['0', 'value']],
    [[{ kind: 'URL', value: 'javascript:alert(1)' }], 'INVALID_INPUT', ['0', 'value']],
    [
      [
        { kind: 'EMAIL', value: 'a@example.org' },
        { kind: 'EMAIL', value: '' },
      ],
      'INVALID_INPUT',
      ['1', 'value'],
    ],
    [[{ kind: 'EMAIL' }], 'INVALID_INPUT', ['0', 'value']],
    [[{ value: 'x' }], 'INVALID_INPUT', ['0', 'kind']],
    [[{ typeId: 'Carrier Pigeon', value: 'x' }], 'INVALID_INPUT', ['0', 'typeId']],
    [[{ typeId: 'Work Email', kind: 'PHONE', value: 'x' }], 'INVALID_INPUT', ['0', 'kind']],
    [[{ id: '1', value: 'x' }], 'INVALID_INPUT', ['0', 'id']],
    [[{ kind: 'ADDRESS', address: { city: 'X' } }], 'UNSUPPORTED', ['0', 'kind']],
    [[{ kind: 'EMAIL', value: 'a@example.org', label: 'L' }], 'UNSUPPORTED', ['0', 'label']],
    [
      [
        { kind: 'EMAIL', value: 'a@example.org', isDefault: true },
        { kind: 'EMAIL', value: 'b@example.org', isDefault: true },
      ],
      'INVALID_INPUT',
      ['1', 'isDefault'],
    ],
  ])('refuses %j, and sends nothing', async (changes, code, path) => {
    await start()
    const opened = await openPerson()
    running.forget()

    expect(() => opened.upsertContactItems!(changes)).toThrow(expect.objectContaining({ code, path }))
    expect(running.calls()).toEqual([])
  })

  it('tells a conflict of the vendor as one', async () => {
    await start({ uniqueEmails: true })
    const taken = [...state().methods.values()].find(
      ({ type, individualId }) =>
        type === 'Home Email' && individual(String(individualId)).contactId !== individual().contactId,
    )!

    const { error } = await send(await upsert({ kind: 'EMAIL', value: taken.value }))

    expect(error).toMatchObject({ code: 'CONFLICT', status: 409 })
    expect(error?.message).not.toContain(taken.value)
  })
})

describe('organizations', () => {
  it('are updated with the whole model, and lose nothing', async () => {
    await start()
    state().contacts.get(1001)!.customFields = [
      { name: 'Segment', value: 'Major' },
      { name: 'Account Manager', value: 'Robin' },
    ]
    const before = structuredClone(state().contacts.get(1001)!)
    const opened = await openOrganization()

    const plan = opened.update!({ about: 'Moved to the coast.', customFields: [{ key: 'Segment', value: 'Mid' }] })
    await send(plan)

    const after = state().contacts.get(1001)!
    expect(after.fields).toEqual({ ...before.fields, description: 'Moved to the coast.' })
    expect(after.customFields).toEqual([{ name: 'Segment', value: 'Mid' }, before.customFields[1]])
    expect(after.references).toEqual(before.references)
    expect(plan.changes.map(({ path }) => path)).toEqual(['about', 'customFields.Segment'])
  })

  it('have their addresses merged part by part, seasons kept, the former primary one demoted', async () => {
    await start({ demotesPrimary: false })
    const contactId = [...state().addresses.values()].find(({ isPrimary }) => !isPrimary)!.contactId
    const addresses = () => [...state().addresses.values()].filter((address) => address.contactId === contactId)
    const [first, second] = structuredClone(addresses()) as [
      ReturnType<typeof addresses>[0],
      ReturnType<typeof addresses>[0],
    ]
    const opened = await openOrganization(String(contactId))

    const plan = opened.upsertContactItems!([
      { id: String(second.id), address: { city: 'Newtown', street: '5 New Row\nFloor 2' }, isDefault: true },
      { kind: 'ADDRESS', address: { street: '9 Third Street', country: 'Norway' }, label: 'Office' },
    ])
    const sent = await send(plan)

    expect(sent.error).toBeNull()
    const [one, two, three] = addresses()
    expect(one!.fields).toEqual(first.fields)
    expect([one!.isPrimary, two!.isPrimary, three!.isPrimary]).toEqual([false, true, false])
    expect(two!.fields).toEqual({ ...second.fields, city: 'Newtown', address1: '5 New Row', address2: 'Floor 2' })
    expect(three!.fields).toMatchObject({
      label: 'Office',
      address1: '9 Third Street',
      country: 'Norway',
      startMonth: 1,
    })
    const again = await openOrganization(String(contactId))
    expect(again.record.contactItems?.[1]?.value).toContain('5 New Row, Floor 2, Newtown')
    expect(
      again.upsertContactItems!([{ kind: 'ADDRESS', address: { street: '9 third street', country: 'Norway' } }])
        .requests,
    ).toEqual([])
    await send(again.removeContactItem!(String(three!.id)))
    expect(addresses()).toHaveLength(2)
  })

  it.each<[OrganizationPatch, string, readonly string[]]>([
    [{ name: '' }, 'INVALID_INPUT', ['name']],
    [{ name: null }, 'INVALID_INPUT', ['name']],
    [{ website: 'not a website' }, 'INVALID_INPUT', ['website']],
    [{ kind: 'OTHER' }, 'UNSUPPORTED', ['kind']],
    [{ customFields: [{ key: 'Nope', value: '1' }] }, 'INVALID_INPUT', ['customFields', '0', 'key']],
  ])('refuse %j, and send nothing', async (patch, code, path) => {
    await start()
    const opened = await openOrganization()
    running.forget()

    expect(() => opened.update!(patch)).toThrow(expect.objectContaining({ code, path }))
    expect(running.calls()).toEqual([])
  })
})

describe('creating', () => {
  const create = (patch: PersonPatch) => running.source.planCreate!('Person', patch, null, call())

  it('puts a person without an organization into a household of their own', async () => {
    await start()

    const sent = await send(
      await create({
        firstName: 'Marit',
        lastName: 'Solberg',
        gender: 'female',
        customFields: [{ key: 'Region', value: 'West' }],
      }),
    )

    const { record } = await openPerson(sent.id!)
    expect(record).toMatchObject({ displayName: 'Marit Solberg', gender: 'female', organizationRole: 'PRIMARY' })
    expect(record.customFields).toMatchObject([{ key: 'Region', value: 'West' }])
    const home = await openOrganization(record.organizationId!)
    expect(home.record).toMatchObject({ name: 'Marit Solberg', kind: 'HOUSEHOLD' })
  })

  it('puts a person into the organization named, tags it, and deletes them again without it', async () => {
    await start()

    const sent = await send(await create({ lastName: 'Solberg', organizationId: '1001', addTags: ['Gala 2025'] }))
    const opened = await openPerson(sent.id!)
    expect(opened.record).toMatchObject({ organizationId: '1001', tags: expect.arrayContaining(['Gala 2025']) })
    await send(opened.delete!())

    expect(await running.source.open!('Person', sent.id!, call())).toBeNull()
    expect(state().contacts.has(1001)).toBe(true)
  })

  it.each<[PersonPatch, string, readonly string[]]>([
    [{ nickname: 'Nobody' }, 'INVALID_INPUT', ['firstName']],
    [{ firstName: 'A', addTags: ['Lapsed'] }, 'UNSUPPORTED', ['addTags']],
    [{ firstName: 'A', organizationId: 'x' }, 'INVALID_INPUT', ['organizationId']],
    [{ firstName: 'A', birthDate: { year: 2001, month: 2, day: 29 } }, 'INVALID_INPUT', ['birthDate', 'day']],
  ])('refuses %j', async (patch, code, path) => {
    await start()

    await expect(create(patch)).rejects.toMatchObject({ code, path })
    expect(running.simulator.calls.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

it('reads nobody anew for a plan, and gives the same plan twice', async () => {
  await start()
  const id = personIds(running)[3]!
  const opened = await openPerson(id)
  running.forget()

  const plans = [1, 2].map(() => [
    opened.update!({ lastName: 'Again' }),
    opened.upsertContactItems!([{ kind: 'EMAIL', value: 'again@example.org', isDefault: true }]),
    opened.delete!(),
  ])

  expect(plans[0]).toEqual(plans[1])
  expect(running.calls()).toEqual([])
})
