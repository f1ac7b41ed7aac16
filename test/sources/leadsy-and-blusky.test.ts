import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Directory, UploadedFile } from '../../src/directory/directory.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import { encodeContactItemId, encodeId } from '../../src/model/ref.ts'
import { type BluskySubject, startBlusky } from './blusky/subject.ts'
import { type LeadsySubject, startLeadsy } from './leadsy/subject.ts'
import { PNG } from './pictures.ts'

describe('receipts of LeadsyGroup and BluSKY', () => {
  let sales: LeadsySubject
  let doors: BluskySubject
  let directory: Directory
  beforeEach(async () => {
    sales = await startLeadsy()
    doors = await startBlusky()
    directory = createDirectory([sales.source, doors.source], {
      state: createDirectoryState(),
      signal: AbortSignal.timeout(15_000),
    })
  })
  afterEach(async () => {
    await sales.close()
    await doors.close()
  })

  const salesUser = (id: number) => encodeId('User', 'sales', String(id))
  const doorsUser = (index = 0) => encodeId('User', 'doors', doors.users[index]!)
  const doorsType = (name: string) =>
    encodeId('ContactItemType', 'doors', doors.simulator.state.types.find((type) => type.name === name)!.id)
  const file: UploadedFile = {
    filename: 'me.png',
    byteSize: PNG.byteLength,
    sha256: createHash('sha256').update(PNG).digest('hex'),
    read: async () => PNG,
  }
  const sent = () =>
    [...sales.simulator.calls, ...doors.simulator.calls].filter(
      ({ method, path }) => method !== 'GET' && !/login|Authenticate/.test(path),
    )

  it('read from both at once, and list by name over both', async () => {
    const [one, other] = await Promise.all([directory.users.load(salesUser(4)), directory.users.load(doorsUser())])
    const page = await directory.users.list({
      first: 100,
      after: null,
      last: null,
      before: null,
      filter: {},
      order: { by: 'NAME', direction: 'ASC' },
      sources: null,
    })

    expect([one?.displayName, other?.displayName]).toEqual(['Dmitri Sokolov', 'Noor J Achterberg'])
    expect(await Promise.all(page.slices.map(({ totalCount }) => totalCount))).toEqual([50, 50])
    expect(page.slices.map(({ error }) => error)).toEqual([null, null])
    expect(page.edges).toHaveLength(100)
  })

  it('say what an update changed', async () => {
    const result = await directory.writes.updateUser({ id: salesUser(4), firstName: 'Mitya' })

    expect(result.userErrors).toEqual([])
    expect(result.receipts).toMatchObject([
      {
        source: 'sales',
        outcome: 'UPDATED',
        changes: [{ path: 'displayName' }, { path: 'firstName', before: 'Dmitri', after: 'Mitya' }],
        sideEffects: [],
        requests: [{ method: 'PUT', path: '/api/v1/users/4' }],
      },
    ])
  })

  it('prove a picture that can be read back, and call pending one that can not', async () => {
    const seen = await directory.writes.uploadAvatar({ ownerId: salesUser(4), file })
    const unseen = await directory.writes.uploadAvatar({ ownerId: doorsUser(), file })

    expect(seen.receipts).toMatchObject([{ outcome: 'UPDATED', changes: [{ path: 'avatar' }] }])
    expect(unseen.receipts).toMatchObject([{ outcome: 'PENDING' }])
    expect([...seen.userErrors, ...unseen.userErrors]).toEqual([])
  })

  it('say that the default of one item went to another', async () => {
    const items = doors.simulator.state.users.get(doors.users[0]!)!.items
    const owner = { type: 'User', source: 'doors', id: doors.users[0]! } as const
    const home = encodeContactItemId({ owner, itemId: items[1]!.ContactInfoId })

    const result = await directory.writes.upsertContactItem({ ownerId: doorsUser(), id: home, isDefault: true })

    expect(result.userErrors).toEqual([])
    expect(result.receipts[0]?.changes.map(({ path }) => path)).toContain(
      `contactItems.${items[1]!.ContactInfoId}.isDefault`,
    )
    expect(result.receipts[0]?.sideEffects).toMatchObject([
      { path: `contactItems.${items[0]!.ContactInfoId}.isDefault`, before: true, after: false },
    ])
    expect(result.items).toMatchObject([{ value: 'home1@private.example', isDefault: true }])
  })

  it('plan and send nothing with dryRun', async () => {
    const result = await directory.writes.upsertContactItem({
      ownerId: doorsUser(),
      typeId: doorsType('Fax'),
      value: '+1 212 555 0000',
      dryRun: true,
    })

    expect(result.receipts).toMatchObject([
      { outcome: 'PLANNED', requests: [{ method: 'PUT', body: { Value: '+1 212 555 0000', IsDefault: false } }] },
    ])
    expect(sent()).toEqual([])
  })

  it.each([
    [
      'an unknown type',
      { typeId: encodeId('ContactItemType', 'doors', '6c471f46-9993-454a-b7f8-5404352ba27f') },
      'typeId',
    ],
    ['a type of another source', { typeId: encodeId('ContactItemType', 'sales', '1') }, 'typeId'],
    ['what is no id', { typeId: 'no-id' }, 'typeId'],
    ['a value that does not fit', { kind: 'EMAIL' as const, value: '+1 212 555 0000' }, 'value'],
  ])('refuse %s as input, naming the field', async (_what, change, field) => {
    const result = await directory.writes.upsertContactItem({ ownerId: doorsUser(), value: 'a@x.org', ...change })

    expect(result.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: [field] }])
    expect(sent()).toEqual([])
  })

  it('tell an unknown user and one of another company apart', async () => {
    const nobody = encodeId('User', 'doors', '11111111-2222-4333-8444-555555555555')
    const broken = encodeId('User', 'doors', 'not-a-guid')
    const codeFor = async (ownerId: string) =>
      (await directory.writes.upsertContactItem({ ownerId, kind: 'EMAIL', value: 'a@x.org' })).userErrors[0]?.code

    expect(await codeFor(nobody)).toBe('NOT_FOUND')
    expect(await codeFor(broken)).toBe('NOT_FOUND')
    expect(await codeFor(doorsUser(51))).toBe('FORBIDDEN')
    expect(await codeFor(salesUser(51))).toBe('FORBIDDEN')
    expect(sent()).toEqual([])
  })

  it('refuse a taken address as input, and a second one as unsupported', async () => {
    const email = 'dmitri.sokolov.4@leadsy.example'
    const created = await directory.writes.createUser({ source: 'sales', firstName: 'A', lastName: 'B', email })
    const second = await directory.writes.upsertContactItems({
      ownerId: salesUser(4),
      items: [
        { kind: 'EMAIL', value: 'one@x.org' },
        { kind: 'EMAIL', value: 'two@x.org' },
      ],
    })

    expect(created.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['email'] }])
    expect(created.receipts).toMatchObject([{ outcome: 'REJECTED' }])
    expect(second.userErrors).toMatchObject([{ code: 'UNSUPPORTED', path: ['items', '1', 'value'] }])
  })

  it('create a user with a picture, and say so', async () => {
    const input = {
      source: 'sales',
      firstName: 'Ottilie',
      lastName: 'Brandt',
      email: 'ottilie@example.org',
      avatar: file,
    }

    const result = await directory.writes.createUser(input)

    expect(result.userErrors).toEqual([])
    expect(result.receipts).toMatchObject([{ outcome: 'CREATED', requests: [{ method: 'POST' }, { method: 'PUT' }] }])
    expect(result.record).toMatchObject({ displayName: 'Ottilie Brandt', avatar: { key: expect.any(String) } })
  })
})
