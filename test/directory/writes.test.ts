import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { createDirectoryState, type DirectoryState } from '../../src/directory/state.ts'
import { UploadedFileValue } from '../../src/graphql/upload.ts'
import { CAPABILITIES } from '../../src/model/capability.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeContactItemId, encodeId, type IdType } from '../../src/model/ref.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { makeOrganization, makePerson, makeUser } from '../fakes/records.ts'
import { OTHER_PNG, PNG } from '../sources/pictures.ts'

const ANN = { firstName: 'Ann', lastName: 'Lee', jobTitle: 'Clerk', version: 'v0' }

function source(name = 'a'): MemorySource {
  return createMemorySource({
    name,
    records: [makePerson(name, '1', ANN), makePerson(name, '2', ANN), makeUser(name, 'u'), makeOrganization(name, 'o')],
  })
}

function build(sources: readonly MemorySource[], options: { signal?: AbortSignal; state?: DirectoryState } = {}) {
  return createDirectory(sources, {
    signal: options.signal ?? new AbortController().signal,
    state: options.state ?? createDirectoryState(),
  })
}

const id = (type: IdType, own: string, name = 'a') => encodeId(type, name, own)
const sends = (a: MemorySource) => a.calls.filter((call) => call.startsWith('send'))

describe('a write', () => {
  it('changes what was named, reads it back, and says so', async () => {
    const a = source()

    const result = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(result.userErrors).toEqual([])
    expect(result.record).toMatchObject({ jobTitle: 'Judge', firstName: 'Ann' })
    expect(result.receipts).toEqual([
      {
        source: 'a',
        outcome: 'UPDATED',
        changes: [{ path: 'jobTitle', before: 'Clerk', after: 'Judge', repaired: null }],
        sideEffects: [],
        requests: [{ method: 'PATCH', path: '/Person/1', body: { jobTitle: 'Judge' } }],
        guarantee: 'ATOMIC',
      },
    ])
    expect(a.calls).toEqual(['open Person 1', 'send PATCH /Person/1', 'open Person 1'])
  })

  it('sends nothing when nothing would change', async () => {
    const a = source()

    const result = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Clerk' })

    expect(result.receipts).toMatchObject([{ outcome: 'UNCHANGED', changes: [], requests: [] }])
    expect(sends(a)).toEqual([])
  })

  it('with dryRun says what it would send, and sends nothing', async () => {
    const a = source()

    const result = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge', dryRun: true })

    expect(result.receipts).toMatchObject([
      {
        outcome: 'PLANNED',
        changes: [{ path: 'jobTitle', before: 'Clerk', after: 'Judge' }],
        requests: [{ method: 'PATCH', path: '/Person/1', body: { jobTitle: 'Judge' } }],
      },
    ])
    expect(result.record).toMatchObject({ jobTitle: 'Clerk' })
    expect(sends(a)).toEqual([])
  })

  it('reports what the source changed that nobody asked for', async () => {
    const a = source()
    a.rest.set('Person/1', { industry: 'Law', score: 7 })
    a.onSent = (key) => {
      a.rest.set(key, { industry: null, score: 7 })
      a.records.set(key, { ...a.records.get(key)!, about: 'reset' } as never)
    }

    const { receipts } = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(receipts[0]?.sideEffects).toEqual([
      { path: 'about', before: null, after: 'reset', repaired: false },
      { path: 'raw.industry', before: 'Law', after: null, repaired: false },
    ])
  })

  it('says of a change that the source took and did not make', async () => {
    const a = source()
    a.onSent = (key) => a.records.set(key, makePerson('a', '1', { ...ANN, version: 'v1' }))

    const result = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(result.receipts).toMatchObject([{ outcome: 'REJECTED', changes: [] }])
    expect(result.userErrors).toMatchObject([
      { code: 'BAD_SOURCE_RESPONSE', message: expect.stringContaining('jobTitle') },
    ])
  })

  it('shows a value as the source has made it', async () => {
    const a = source()
    a.onSent = (key) => a.records.set(key, { ...a.records.get(key)!, jobTitle: 'JUDGE' } as never)

    const { receipts } = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(receipts).toMatchObject([{ outcome: 'UPDATED', changes: [{ path: 'jobTitle', after: 'JUDGE' }] }])
  })

  it('turns an answer that was lost into what is seen when read back', async () => {
    const lost = new GatewayError('SOURCE_UNAVAILABLE', 'cut off', { source: 'a', outcomeUnknown: true })
    const [arrived, never] = [source(), source()]
    const send = arrived.send!
    Object.assign(arrived, {
      send: async (...args: Parameters<typeof send>) => ({ ...(await send(...args)), done: 0, error: lost }),
    })
    Object.assign(never, { send: async () => ({ id: null, done: 0, error: lost }) })

    const first = await build([arrived]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })
    const second = await build([never]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(first).toMatchObject({ receipts: [{ outcome: 'UPDATED', changes: [{ path: 'jobTitle' }] }], userErrors: [] })
    expect(second).toMatchObject({
      receipts: [{ outcome: 'UNCHANGED', changes: [] }],
      userErrors: [{ code: 'SOURCE_UNAVAILABLE' }],
    })
  })

  it('says UNKNOWN when what was sent can not be read back', async () => {
    const a = source()
    a.onSent = () => {
      a.onCall = () => {
        throw new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
      }
    }

    const result = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(result.receipts).toMatchObject([{ outcome: 'UNKNOWN', requests: [{ method: 'PATCH' }] }])
    expect(result.userErrors).toMatchObject([
      { code: 'SOURCE_UNAVAILABLE', message: expect.stringContaining('Read the record again') },
    ])
  })

  it('keeps what was done when a later request of the plan fails, and names both', async () => {
    const a = source()
    a.onCall = (call) => {
      if (call.endsWith('/avatar'))
        throw new GatewayError('RATE_LIMITED', 'slow down', { source: 'a', retryAfterMs: 5000 })
    }

    const result = await build([a]).writes.updatePerson({
      id: id('Person', '1'),
      jobTitle: 'Judge',
      avatar: new UploadedFileValue('x', PNG),
    })

    expect(result.receipts).toMatchObject([
      {
        outcome: 'UPDATED',
        changes: [{ path: 'jobTitle' }],
        requests: [{ path: '/Person/1' }, { path: '/Person/1/avatar' }],
      },
    ])
    expect(result.userErrors).toMatchObject([{ code: 'RATE_LIMITED', retryAfterMs: 5000 }])
  })

  it('sees a write through although its caller goes away', async () => {
    const a = source()
    const caller = new AbortController()
    a.onCall = (call) => {
      if (call.startsWith('send')) caller.abort()
    }

    const result = await build([a], { signal: caller.signal }).writes.updatePerson({
      id: id('Person', '1'),
      jobTitle: 'Judge',
      avatar: new UploadedFileValue('x', PNG),
    })

    expect(result).toMatchObject({ receipts: [{ outcome: 'UPDATED' }], userErrors: [] })
    expect(sends(a)).toHaveLength(2)
  })
})

describe('versions', () => {
  it('sends nothing when the record has changed since, and names the present version', async () => {
    const a = source()

    const result = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge', ifVersion: 'old' })

    expect(result.userErrors).toMatchObject([{ code: 'CONFLICT', currentVersion: 'v0', path: ['ifVersion'] }])
    expect(sends(a)).toEqual([])
  })

  it('lets the source check the version once more with the write', async () => {
    const a = source()
    const send = a.send!
    Object.assign(a, {
      send: (...args: Parameters<typeof send>) => {
        a.records.set('Person/1', makePerson('a', '1', { ...ANN, version: 'v9' }))
        return send(...args)
      },
    })
    const { writes } = build([a])

    const result = await writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge', ifVersion: 'v0' })

    expect(result.receipts).toMatchObject([{ outcome: 'REJECTED' }])
    expect(result.userErrors).toMatchObject([{ code: 'CONFLICT', currentVersion: 'v9' }])
  })
})

describe('writes to one record', () => {
  it('wait for each other, so that none is lost', async () => {
    const a = source()
    const state = createDirectoryState()
    const add = (n: number) =>
      build([a], { state }).writes.upsertContactItem({
        ownerId: id('Person', '1'),
        kind: 'EMAIL',
        value: `a${n}@example.org`,
      })

    const results = await Promise.all(Array.from({ length: 100 }, (_, n) => add(n)))

    expect(results.every(({ userErrors }) => userErrors.length === 0)).toBe(true)
    expect(a.records.get('Person/1')?.contactItems).toHaveLength(100)
    expect(state.locks.size).toBe(0)
  })

  it('do not hold up writes to another', async () => {
    const a = source()
    const state = createDirectoryState()
    const held = Promise.withResolvers<void>()
    a.onCall = (call) => (call === 'open Person 1' ? held.promise : undefined)

    const slow = build([a], { state }).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })
    const quick = await build([a], { state }).writes.updatePerson({ id: id('Person', '2'), jobTitle: 'Judge' })
    held.resolve()

    expect(quick.receipts).toMatchObject([{ outcome: 'UPDATED' }])
    expect((await slow).receipts).toMatchObject([{ outcome: 'UPDATED' }])
  })

  it('gives up waiting when its caller goes away, and lets the next one wait on', async () => {
    const a = source()
    const state = createDirectoryState()
    const held = Promise.withResolvers<void>()
    a.onCall = (call) => (call === 'open Person 1' ? held.promise : undefined)
    const caller = new AbortController()
    const update = (jobTitle: string, signal?: AbortSignal) =>
      build([a], { state, ...(signal && { signal }) }).writes.updatePerson({ id: id('Person', '1'), jobTitle })

    const first = update('First')
    const second = update('Second', caller.signal)
    const third = update('Third')
    caller.abort(new DOMException('gone', 'AbortError'))
    const abandoned = await second
    held.resolve()
    await Promise.all([first, third])

    expect(abandoned.userErrors).toMatchObject([{ code: 'SOURCE_UNAVAILABLE' }])
    expect(a.records.get('Person/1')).toMatchObject({ jobTitle: 'Third' })
    expect(sends(a)).toHaveLength(2)
  })
})

describe('bad input', () => {
  it('is refused before anything is sent, with the path into the input', async () => {
    const a = source()
    const b = source('b')
    const { writes } = build([a, b])
    const person = id('Person', '1')
    const refusals: readonly (readonly [
      Promise<{ readonly userErrors: readonly GatewayError[] }>,
      string,
      readonly string[],
    ])[] = [
      [writes.updatePerson({ id: 'garbage' }), 'INVALID_INPUT', ['id']],
      [writes.updatePerson({ id: id('Person', '1', 'gone') }), 'NOT_FOUND', ['id']],
      [writes.updatePerson({ id: id('User', 'u') }), 'NOT_FOUND', ['id']],
      [writes.updatePerson({ id: person, prefix: 'Dr' }), 'UNSUPPORTED', ['prefix']],
      [
        writes.updatePerson({ id: person, birthDate: { year: 2001, month: 2, day: 31 } }),
        'INVALID_INPUT',
        ['birthDate', 'day'],
      ],
      [
        writes.updatePerson({ id: person, birthDate: { year: 9999, month: 1, day: 1 } }),
        'INVALID_INPUT',
        ['birthDate', 'year'],
      ],
      [
        writes.createPerson({ source: 'a', firstName: 'Ann', birthDate: { year: 9999, month: null, day: null } }),
        'INVALID_INPUT',
        ['birthDate', 'year'],
      ],
      [writes.updatePerson({ id: person, firstName: 'x'.repeat(10_000) }), 'INVALID_INPUT', ['firstName']],
      [
        writes.updatePerson({ id: person, organizationId: id('Organization', 'o', 'b') }),
        'INVALID_INPUT',
        ['organizationId'],
      ],
      [
        writes.updatePerson({ id: person, organizationId: id('Organization', 'nobody') }),
        'INVALID_INPUT',
        ['organizationId'],
      ],
      [writes.updatePerson({ id: person, organizationId: person }), 'INVALID_INPUT', ['organizationId']],
      [
        writes.updatePerson({ id: person, managerIds: [id('User', 'u'), 'garbage'] }),
        'INVALID_INPUT',
        ['managerIds', '1'],
      ],
      [writes.updatePerson({ id: person, firstName: '  ' }), 'INVALID_INPUT', ['firstName']],
      [writes.createPerson({ source: 'a', lastName: '' }), 'INVALID_INPUT', ['lastName']],
      [writes.updatePerson({ id: person, idempotencyKey: '' }), 'INVALID_INPUT', ['idempotencyKey']],
      [writes.updatePerson({ id: person, idempotencyKey: 'k'.repeat(256) }), 'INVALID_INPUT', ['idempotencyKey']],
      [writes.updatePerson({ id: person, idempotencyKey: '', dryRun: true }), 'INVALID_INPUT', ['idempotencyKey']],
      [writes.createPerson({ source: 'nowhere' }), 'INVALID_INPUT', ['source']],
      [writes.upsertContactItem({ ownerId: person, kind: 'EMAIL', value: 'no at' }), 'INVALID_INPUT', ['value']],
      [writes.upsertContactItem({ ownerId: person, value: 'x' }), 'INVALID_INPUT', ['kind']],
      [
        writes.upsertContactItem({ ownerId: person, kind: 'EMAIL', value: 'a@b.c', isOptedIn: true }),
        'UNSUPPORTED',
        ['isOptedIn'],
      ],
      [
        writes.upsertContactItem({ ownerId: person, typeId: id('ContactItemType', 'email', 'b'), value: 'a@b.c' }),
        'INVALID_INPUT',
        ['typeId'],
      ],
      [writes.upsertContactItems({ ownerId: person, items: [] }), 'INVALID_INPUT', ['items']],
      [
        writes.upsertContactItems({ ownerId: person, items: Array(101).fill({ kind: 'EMAIL', value: 'a@b.c' }) }),
        'INVALID_INPUT',
        ['items'],
      ],
      [
        writes.upsertContactItems({
          ownerId: person,
          items: [
            { kind: 'EMAIL', value: 'a@b.c' },
            { kind: 'EMAIL', value: 'no at' },
          ],
        }),
        'INVALID_INPUT',
        ['items', '1', 'value'],
      ],
      [
        writes.upsertContactItem({
          ownerId: person,
          id: encodeContactItemId({ owner: { type: 'Person', source: 'a', id: '2' }, itemId: '1' }),
          value: 'a@b.c',
        }),
        'INVALID_INPUT',
        ['id'],
      ],
      [
        writes.removeContactItem({
          id: encodeContactItemId({ owner: { type: 'Person', source: 'a', id: '1' }, itemId: '9' }),
        }),
        'NOT_FOUND',
        ['id'],
      ],
      [
        writes.uploadAvatar({ ownerId: person, file: new UploadedFileValue('a.png', new Uint8Array()) }),
        'INVALID_INPUT',
        ['file'],
      ],
      [
        writes.uploadAvatar({ ownerId: person, file: new UploadedFileValue('a.png', Buffer.from('<html>')) }),
        'INVALID_INPUT',
        ['file'],
      ],
      [
        writes.updatePerson({ id: person, avatar: new UploadedFileValue('a.png', Buffer.from('<svg/>')) }),
        'INVALID_INPUT',
        ['avatar'],
      ],
    ]

    for (const [write, code, path] of refusals) {
      expect((await write).userErrors, `${code} at ${path.join('.')}`).toMatchObject([{ code, path }])
    }
    expect(sends(a)).toEqual([])
    expect(sends(b)).toEqual([])
  })

  it('is refused where the account can not do it', async () => {
    const a = createMemorySource({
      name: 'a',
      records: [makePerson('a', '1', ANN)],
      capabilities: CAPABILITIES.filter((one) => one !== 'PERSON_UPDATE'),
    })

    const { userErrors } = await build([a]).writes.updatePerson({ id: id('Person', '1'), jobTitle: 'Judge' })

    expect(userErrors).toMatchObject([
      { code: 'UNSUPPORTED', source: 'a', message: expect.stringContaining('PERSON_UPDATE') },
    ])
    expect(a.calls).toEqual([])
  })

  it('names the record that is not there', async () => {
    const { userErrors } = await build([source()]).writes.updatePerson({
      id: id('Person', 'nobody'),
      jobTitle: 'Judge',
    })

    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', id: id('Person', 'nobody') }])
  })
})

describe('an id of a source that shares its users', () => {
  it('is taken for a manager', async () => {
    const a = createMemorySource({
      name: 'a',
      realm: 'portal',
      records: [makePerson('a', '1', ANN), makeUser('a', 'u')],
    })
    const b = createMemorySource({ name: 'b', realm: 'portal', records: [makeUser('b', 'u')] })

    const result = await build([a, b]).writes.updatePerson({
      id: id('Person', '1'),
      managerIds: [id('User', 'u', 'b')],
    })

    expect(result.record).toMatchObject({ managerIds: ['u'] })
  })
})

describe('avatars', () => {
  it('go to the source as what their bytes are, and come out as a new key', async () => {
    const a = source()
    const { writes } = build([a])

    const result = await writes.uploadAvatar({
      ownerId: id('Person', '1'),
      file: new UploadedFileValue('../../evil.exe', PNG),
    })
    const again = await writes.uploadAvatar({
      ownerId: id('Person', '1'),
      file: new UploadedFileValue('other.png', PNG),
    })
    const other = await writes.uploadAvatar({ ownerId: id('Person', '1'), file: new UploadedFileValue('x', OTHER_PNG) })

    expect(result.receipts[0]).toMatchObject({ outcome: 'UPDATED', changes: [{ path: 'avatar', before: null }] })
    expect(JSON.stringify(result.receipts[0]?.requests)).toContain('avatar.png; image/png')
    expect(JSON.stringify(result.receipts[0]?.requests)).not.toContain('evil')
    expect(again.receipts[0]).toMatchObject({ outcome: 'UNCHANGED', requests: [] })
    expect(other.receipts[0]).toMatchObject({ outcome: 'UPDATED' })
  })

  it('are seen by their bytes where the source keeps the old address', async () => {
    const a = source()
    await build([a]).writes.uploadAvatar({ ownerId: id('Person', '1'), file: new UploadedFileValue('x', PNG) })
    const old = a.records.get('Person/1')?.avatar
    a.onSent = (key) => a.records.set(key, { ...a.records.get(key)!, avatar: old! } as never)

    const result = await build([a]).writes.uploadAvatar({
      ownerId: id('Person', '1'),
      file: new UploadedFileValue('x', OTHER_PNG),
    })

    expect(result.receipts).toMatchObject([{ outcome: 'UPDATED', changes: [{ path: 'avatar' }] }])
    expect(result.userErrors).toEqual([])
  })
})

it('a write that its source was not even asked for leaves nothing to be looked into', async () => {
  const state = createDirectoryState()
  const a = source()
  const refused = new GatewayError('SOURCE_UNAVAILABLE', 'a is left alone for a moment', { source: 'a' })
  Object.assign(a, { send: () => Promise.reject(refused) })

  const { receipts, userErrors } = await build([a], { state }).writes.updatePerson({
    id: id('Person', '1'),
    jobTitle: 'Judge',
    idempotencyKey: 'k',
  })

  expect({ receipts, userErrors }).toEqual({ receipts: [], userErrors: [refused] })
  expect(await state.journal.unfinished()).toEqual([])
})

describe('creating and deleting', () => {
  it('creates with the id the source gave, and deletes for good', async () => {
    const a = source()
    const { writes } = build([a])

    const created = await writes.createPerson({ source: 'a', firstName: 'Bea', lastName: 'Moe' })
    const globalId = id('Person', created.record?.ref.id as string)
    const deleted = await writes.deletePerson({ id: globalId })
    const gone = await writes.deletePerson({ id: globalId })

    expect(created).toMatchObject({
      record: { displayName: 'Bea Moe' },
      receipts: [{ outcome: 'CREATED' }],
      userErrors: [],
    })
    expect(deleted).toMatchObject({ record: null, receipts: [{ outcome: 'DELETED' }], userErrors: [] })
    expect(gone.userErrors).toMatchObject([{ code: 'NOT_FOUND' }])
  })

  it('finds out by its content whether a create whose answer was lost was carried out', async () => {
    const lost = new GatewayError('SOURCE_UNAVAILABLE', 'cut off', { source: 'a', outcomeUnknown: true })
    const [arrived, never] = [searchable(forgetful()), searchable(forgetful())]
    const send = arrived.send!
    Object.assign(arrived, {
      send: async (...args: Parameters<typeof send>) => ({ ...(await send(...args)), id: null, done: 0, error: lost }),
    })
    Object.assign(never, { send: async () => ({ id: null, done: 0, error: lost }) })
    const input = { source: 'a', firstName: 'Bea', lastName: 'Moe' }

    const first = await build([arrived]).writes.createPerson(input)
    const second = await build([never]).writes.createPerson(input)

    expect(first).toMatchObject({
      record: { displayName: 'Bea Moe' },
      receipts: [{ outcome: 'CREATED' }],
      userErrors: [],
    })
    expect(second).toMatchObject({ receipts: [{ outcome: 'UNCHANGED' }], userErrors: [{ code: 'SOURCE_UNAVAILABLE' }] })
  })
})

it('takes nobody who was there before for a create whose answer was lost', async () => {
  const lost = new GatewayError('SOURCE_UNAVAILABLE', 'cut off', { source: 'a', outcomeUnknown: true })
  const a = searchable(forgetful([makePerson('a', '7', { firstName: 'Bea', lastName: 'Moe' })]))
  Object.assign(a, { send: async () => ({ id: null, done: 0, error: lost }) })

  const result = await build([a]).writes.createPerson({ source: 'a', firstName: 'Bea', lastName: 'Moe' })

  expect(result).toMatchObject({ record: null, receipts: [{ outcome: 'UNCHANGED' }], userErrors: [lost] })
})

/** A source that can't be asked what it has carried out. */
function forgetful(records: Parameters<typeof createMemorySource>[0]['records'] = []): MemorySource {
  return createMemorySource({ name: 'a', records, remembers: false })
}

/** Lets people be searched for, as a create that lost its answer needs. */
function searchable(a: MemorySource): MemorySource {
  const list = a.list.Person!
  return Object.assign(a, {
    listing: { ...a.listing, Person: { ...a.listing.Person!, filters: new Set(['search']) } },
    list: {
      ...a.list,
      Person: async (query: Parameters<typeof list>[0], options: Parameters<typeof list>[1]) => {
        const page = await list({ ...query, filter: {} }, options)
        return { ...page, entries: page.entries.filter(({ item }) => item.displayName === query.filter.search) }
      },
    },
  })
}
