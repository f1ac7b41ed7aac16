import { afterEach, describe, expect, it } from 'vitest'
import type { ContactItemChange } from '../../../src/model/contact-item.ts'
import type { Plan } from '../../../src/sources/source.ts'
import { toPerson } from '../../../src/sources/virtuous/mapping.ts'
import { planUpsertMethods } from '../../../src/sources/virtuous/plan-methods.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { startWriting, type Writing } from './writing.ts'

let writing: Writing
const start = async (options: VirtuousSimulatorOptions = {}) => {
  writing = await startWriting(options)
  return writing
}
afterEach(() => writing?.close())

describe('contact methods', () => {
  const upsert = async (...changes: ContactItemChange[]) => (await writing.openPerson()).upsertContactItems!(changes)
  const shown = (plan: Plan) => plan.requests.map(({ method, path }) => `${method} ${path}`)
  const itemOf = async (typeName: string) =>
    (await writing.openPerson()).record.contactItems!.find(({ type }) => type?.name === typeName)!

  it('adds under the organization’s own type, by name whatever its case, or the usual one of a kind', async () => {
    await start()

    const plan = await upsert(
      { typeId: 'parish register', value: 'Folio 9' },
      { kind: 'EMAIL', value: 'new@example.org', isOptedIn: true },
    )
    await writing.send(plan)

    expect(plan.requests.map(({ body }) => body)).toEqual([
      { contactIndividualId: 1002, type: 'Parish Register', value: 'Folio 9', isOptedIn: false, setAsPrimary: false },
      { contactIndividualId: 1002, type: 'Home Email', value: 'new@example.org', isOptedIn: true, setAsPrimary: false },
    ])
    const added = (await writing.openPerson()).record.contactItems!.slice(-2)
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
      await writing.send(plan)

      expect(shown(plan)).toEqual([`PUT /api/ContactMethod/${work.id}`, `PUT /api/ContactMethod/${home.id}`])
      expect(plan.changes.map(({ path }) => path)).toEqual([`contactItems.${work.id}.isDefault`])
      expect(plan.sideEffects).toEqual([
        { path: `contactItems.${home.id}.isDefault`, before: true, after: false, repaired: null },
      ])
      const defaults = (await writing.openPerson()).record.contactItems!.filter(
        ({ kind, isDefault }) => kind === 'EMAIL' && isDefault,
      )
      expect(defaults.map(({ id }) => id)).toEqual([work.id])
    },
  )

  it('demotes the former default for one that is new, too', async () => {
    await start({ demotesPrimary: false })

    await writing.send(await upsert({ kind: 'EMAIL', value: 'first@example.org', isDefault: true }))

    const defaults = (await writing.openPerson()).record.contactItems!.filter(
      ({ kind, isDefault }) => kind === 'EMAIL' && isDefault,
    )
    expect(defaults.map(({ value }) => value)).toEqual(['first@example.org'])
  })

  it('changes and removes one and leaves every other as the vendor holds it', async () => {
    await start()
    const [web, skype] = [await itemOf('Web'), await itemOf('Skype')]
    const others = () =>
      [...writing.simulator.state.methods.values()].filter(({ id }) => ![web.id, skype.id].includes(String(id)))
    const before = structuredClone(others())

    await writing.send(await upsert({ id: web.id, value: 'https://elsewhere.example/' }))
    await writing.send((await writing.openPerson()).removeContactItem!(skype.id))

    expect(others()).toEqual(before)
    expect(writing.simulator.state.methods.get(Number(web.id))?.value).toBe('https://elsewhere.example/')
    expect(writing.simulator.state.methods.has(Number(skype.id))).toBe(false)
  })

  it('lets an imported value that is none of its kind be, until it is written', async () => {
    await start()
    const garbage = [...writing.simulator.state.methods.values()].find(({ type }) => type === 'Other Phone')!
    const opened = await writing.openPerson(String(garbage.individualId))

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
    const opened = await writing.openPerson()
    writing.forget()

    expect(() => opened.upsertContactItems!(changes)).toThrow(expect.objectContaining({ code, path }))
    expect(writing.calls()).toEqual([])
  })

  it('tells a conflict of the vendor as one', async () => {
    await start({ uniqueEmails: true })
    const taken = [...writing.simulator.state.methods.values()].find(
      ({ type, individualId }) =>
        type === 'Home Email' && writing.individual(String(individualId)).contactId !== writing.individual().contactId,
    )!

    const { error } = await writing.send(await upsert({ kind: 'EMAIL', value: taken.value }))

    expect(error).toMatchObject({ code: 'CONFLICT', status: 409 })
    expect(error?.message).not.toContain(taken.value)
  })
})

describe('a plan', () => {
  it('foresees nothing of contact methods it leaves alone, whatever the vendor leaves out of them', () => {
    const contactMethods = [
      { id: 1, type: 'Home Email', value: 'old@example.org', isOptedIn: true, isPrimary: true },
      { id: 2, type: 'Mobile Phone', value: null, isOptedIn: null, isPrimary: null },
    ]
    const wire = { id: 1002, contactId: 1001, firstName: 'Ada', contactMethods }
    const record = toPerson(wire, { source: 'donors', definitions: [], tags: [] })
    const opened = { source: 'donors', wire, record, definitions: [], prefixes: [], tags: [], links: [] }

    const { requests, changes } = planUpsertMethods(opened, [{ id: '1', value: 'new@example.org' }], [])

    expect(requests.map(({ path }) => path)).toEqual(['/api/ContactMethod/1'])
    expect(changes.map(({ path }) => path)).toEqual(['contactItems.1.normalizedValue', 'contactItems.1.value'])
  })
})
