import { afterEach, describe, expect, it } from 'vitest'
import type { PersonPatch } from '../../../src/model/patch.ts'
import type { VirtuousSimulatorOptions } from '../../../src/sources/virtuous/simulator/simulator.ts'
import { call } from './set-up.ts'
import { startWriting, type Writing } from './writing.ts'

let writing: Writing
const start = async (options: VirtuousSimulatorOptions = {}) => {
  writing = await startWriting(options)
  return writing
}
afterEach(() => writing?.close())

describe('creating', () => {
  const create = (patch: PersonPatch) => writing.source.planCreate!('Person', patch, null, call())

  it('puts a person without an organization into a household of their own', async () => {
    await start()

    const sent = await writing.send(
      await create({
        firstName: 'Marit',
        lastName: 'Solberg',
        gender: 'female',
        customFields: [{ key: 'Region', value: 'West' }],
      }),
    )

    const { record } = await writing.openPerson(sent.id!)
    expect(record).toMatchObject({ displayName: 'Marit Solberg', gender: 'female', organizationRole: 'PRIMARY' })
    expect(record.customFields).toMatchObject([{ key: 'Region', value: 'West' }])
    const home = await writing.openOrganization(record.organizationId!)
    expect(home.record).toMatchObject({ name: 'Marit Solberg', kind: 'HOUSEHOLD' })
  })

  it('puts a person into the organization named, tags it, and deletes them again without it', async () => {
    await start()

    const sent = await writing.send(
      await create({ lastName: 'Solberg', organizationId: '1001', addTags: ['Gala 2025'] }),
    )
    const opened = await writing.openPerson(sent.id!)
    expect(opened.record).toMatchObject({ organizationId: '1001', tags: expect.arrayContaining(['Gala 2025']) })
    await writing.send(opened.delete!())

    expect(await writing.source.open!('Person', sent.id!, call())).toBeNull()
    expect(writing.simulator.state.contacts.has(1001)).toBe(true)
  })

  it.each<[PersonPatch, string, readonly string[]]>([
    [{ nickname: 'Nobody' }, 'INVALID_INPUT', ['firstName']],
    [{ firstName: 'A', addTags: ['Lapsed'] }, 'UNSUPPORTED', ['addTags']],
    [{ firstName: 'A', organizationId: 'x' }, 'INVALID_INPUT', ['organizationId']],
    [{ firstName: 'A', birthDate: { year: 2001, month: 2, day: 29 } }, 'INVALID_INPUT', ['birthDate', 'day']],
  ])('refuses %j', async (patch, code, path) => {
    await start()

    await expect(create(patch)).rejects.toMatchObject({ code, path })
    expect(writing.simulator.calls.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})
