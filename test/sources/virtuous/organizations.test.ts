import { afterEach, describe, expect, it } from 'vitest'
import type { OrganizationPatch } from '../../../src/model/patch.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { startWriting, type Writing } from './writing.ts'

let writing: Writing
const start = async (options: VirtuousSimulatorOptions = {}) => {
  writing = await startWriting(options)
  return writing
}
afterEach(() => writing?.close())

describe('organizations', () => {
  it('are updated with the whole model, and lose nothing', async () => {
    await start()
    writing.simulator.state.contacts.get(1001)!.customFields = [
      { name: 'Segment', value: 'Major' },
      { name: 'Account Manager', value: 'Robin' },
    ]
    const before = structuredClone(writing.simulator.state.contacts.get(1001)!)
    const opened = await writing.openOrganization()

    const plan = opened.update!({ about: 'Moved to the coast.', customFields: [{ key: 'Segment', value: 'Mid' }] })
    await writing.send(plan)

    const after = writing.simulator.state.contacts.get(1001)!
    expect(after.fields).toEqual({ ...before.fields, description: 'Moved to the coast.' })
    expect(after.customFields).toEqual([{ name: 'Segment', value: 'Mid' }, before.customFields[1]])
    expect(after.references).toEqual(before.references)
    expect(plan.changes.map(({ path }) => path)).toEqual(['about', 'customFields.Segment'])
  })

  it('have their addresses merged part by part, seasons kept, the former primary one demoted', async () => {
    await start({ demotesPrimary: false })
    const contactId = [...writing.simulator.state.addresses.values()].find(({ isPrimary }) => !isPrimary)!.contactId
    const addresses = () =>
      [...writing.simulator.state.addresses.values()].filter((address) => address.contactId === contactId)
    const [first, second] = structuredClone(addresses()) as [
      ReturnType<typeof addresses>[0],
      ReturnType<typeof addresses>[0],
    ]
    const opened = await writing.openOrganization(String(contactId))

    const plan = opened.upsertContactItems!([
      { id: String(second.id), address: { city: 'Newtown', street: '5 New Row\nFloor 2' }, isDefault: true },
      { kind: 'ADDRESS', address: { street: '9 Third Street', country: 'Norway' }, label: 'Office' },
    ])
    const sent = await writing.send(plan)

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
    const again = await writing.openOrganization(String(contactId))
    expect(again.record.contactItems?.[1]?.value).toContain('5 New Row, Floor 2, Newtown')
    expect(
      again.upsertContactItems!([{ kind: 'ADDRESS', address: { street: '9 third street', country: 'Norway' } }])
        .requests,
    ).toEqual([])
    await writing.send(again.removeContactItem!(String(three!.id)))
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
    const opened = await writing.openOrganization()
    writing.forget()

    expect(() => opened.update!(patch)).toThrow(expect.objectContaining({ code, path }))
    expect(writing.calls()).toEqual([])
  })
})
