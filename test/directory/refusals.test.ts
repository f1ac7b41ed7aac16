import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import { UploadedFileValue } from '../../src/graphql/upload.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeContactItemId, encodeId } from '../../src/model/ref.ts'
import type { Plan, Source } from '../../src/sources/source.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { PNG } from '../sources/pictures.ts'

const PERSON = encodeId('Person', 'a', '1')
const NOBODY = encodeId('Person', 'a', 'nobody')
const AVATAR = new UploadedFileValue('a.png', PNG)

/** Writes to a source that refuses requests whose path ends with `suffix`, at `path`. `change`: which of several it says it was. */
function refusing(suffix: string, path: readonly string[], change?: number) {
  const source = createMemorySource({ name: 'a', records: [makePerson('a', '1', { firstName: 'Ann' })] })
  source.onCall = (call) => {
    if (!call.startsWith('send') || !call.endsWith(suffix)) return
    throw new GatewayError('INVALID_INPUT', 'a refused it.', { source: 'a', path })
  }
  const { open } = source
  source.open = async (...request) => {
    const opened = await open!(...request)
    if (opened === null || change === undefined) return opened
    const plan = opened.upsertContactItems!
    const told = ({ requests, ...rest }: Plan): Plan => ({
      ...rest,
      requests: requests.map((one) => ({ ...one, change })),
    })
    return { ...opened, upsertContactItems: (changes) => told(plan(changes)) }
  }
  const { writes } = createDirectory([source], { signal: new AbortController().signal, state: createDirectoryState() })
  return writes
}

const email = (value: string) => ({ kind: 'EMAIL', value }) as const

describe('what a source refuses of', () => {
  it('an avatar is told where the picture stood in the input', async () => {
    const writes = refusing('/avatar', ['file'])

    const alone = await writes.uploadAvatar({ ownerId: PERSON, file: AVATAR })
    const onlyOfUpdate = await writes.updatePerson({ id: PERSON, avatar: AVATAR })
    const ofUpdate = await writes.updatePerson({ id: PERSON, jobTitle: 'Judge', avatar: AVATAR })

    expect(alone.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['file'] }])
    expect(onlyOfUpdate.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['avatar'] }])
    expect(ofUpdate.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['avatar'] }])
  })

  it('a contact item is told at its member, and in a list at its place', async () => {
    const items = [email('a@x.org'), email('b@x.org')]

    const single = await refusing('/items', ['value']).upsertContactItem({ ownerId: PERSON, ...email('a@x.org') })
    const listOfOne = await refusing('/items', ['value']).upsertContactItems({ ownerId: PERSON, items: [items[0]!] })
    const second = await refusing('/items', ['value'], 1).upsertContactItems({ ownerId: PERSON, items })
    const unclear = await refusing('/items', ['value']).upsertContactItems({ ownerId: PERSON, items })

    expect(single.userErrors).toMatchObject([{ path: ['value'] }])
    expect(listOfOne.userErrors).toMatchObject([{ path: ['items', '0', 'value'] }])
    expect(second.userErrors).toMatchObject([{ path: ['items', '1', 'value'] }])
    expect(unclear.userErrors).toMatchObject([{ path: ['items'] }])
  })
})

describe('a record that is not there', () => {
  it('is named, too, where the source says so only when it is sent to', async () => {
    const source = createMemorySource({ name: 'a', records: [makePerson('a', '1', { firstName: 'Ann' })] })
    source.onCall = (call) => {
      if (call.startsWith('send')) throw new GatewayError('NOT_FOUND', 'a answered 404.', { source: 'a', status: 404 })
    }
    const { writes } = createDirectory([source], {
      signal: new AbortController().signal,
      state: createDirectoryState(),
    })

    const { userErrors } = await writes.updatePerson({ id: PERSON, jobTitle: 'Judge' })

    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', id: PERSON, message: 'a answered 404.' }])
  })

  it('is told at the field that named it', async () => {
    const writes = refusing('', [])
    const owned = await writes.removeContactItem({
      id: encodeContactItemId({ owner: { type: 'Person', source: 'a', id: 'nobody' }, itemId: '1' }),
    })

    const atId = [await writes.updatePerson({ id: NOBODY }), await writes.deletePerson({ id: NOBODY }), owned]
    const atOwner = [
      await writes.upsertContactItem({ ownerId: NOBODY, ...email('a@x.org') }),
      await writes.uploadAvatar({ ownerId: NOBODY, file: AVATAR }),
      await writes.removeAvatar({ ownerId: NOBODY }),
    ]

    for (const { userErrors } of atId) expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }])
    for (const { userErrors } of atOwner) expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['ownerId'] }])
  })
})

describe('what no source could carry out', () => {
  const NAMES = ['prefix', 'firstName', 'middleName', 'lastName', 'suffix', 'nickname']
  const source = () => {
    const made = createMemorySource({ name: 'a', records: [makePerson('a', '1', { firstName: 'Ann' })] })
    const Person = new Set([...NAMES, 'addTags', 'removeTags']) as Source['writable']['Person'] & {}
    return Object.assign(made, { writable: { ...made.writable, Person } })
  }

  it.each(NAMES)('is a %s of two lines: it is refused, and nothing is asked', async (name) => {
    const a = source()
    const { writes } = createDirectory([a], {
      signal: new AbortController().signal,
      state: createDirectoryState(),
    })

    const { userErrors } = await writes.updatePerson({ id: PERSON, [name]: 'Ann\nBye' })

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: [name], message: 'must be one line' }])
    expect(a.calls).toEqual([])
  })

  it('is a tag that is added and removed: it is refused, and nothing is asked', async () => {
    const a = source()
    const { writes } = createDirectory([a], {
      signal: new AbortController().signal,
      state: createDirectoryState(),
    })

    const { userErrors } = await writes.updatePerson({
      id: PERSON,
      addTags: ['b', 'Donor '],
      removeTags: ['c', 'donor'],
    })

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['removeTags', '1'] }])
    expect(a.calls).toEqual([])
  })
})
