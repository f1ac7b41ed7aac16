import { describe, expect, it } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { createMemoryJournal, type Journal } from '../../src/directory/journal.ts'
import { createDirectoryState, type DirectoryState } from '../../src/directory/state.ts'
import { UploadedFileValue } from '../../src/graphql/upload.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { encodeId } from '../../src/model/ref.ts'
import { createMemorySource, type MemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'
import { OTHER_PNG, PNG } from '../sources/pictures.ts'

const ANN = { firstName: 'Ann', lastName: 'Lee', jobTitle: 'Clerk', version: 'v0' }
const ann = encodeId('Person', 'a', '1')

function build(source: MemorySource, state: DirectoryState, options: { caller?: string; signal?: AbortSignal } = {}) {
  return createDirectory([source], {
    signal: options.signal ?? new AbortController().signal,
    state,
    caller: options.caller ?? 'me',
  }).writes
}

const source = (remembers = true) => createMemorySource({ name: 'a', records: [makePerson('a', '1', ANN)], remembers })
const sends = (a: MemorySource) => a.calls.filter((call) => call.startsWith('send'))

describe('an idempotency key', () => {
  it('makes one effect of a hundred calls at once, and gives each the same answer', async () => {
    const a = source()
    const state = createDirectoryState()
    const call = () => build(a, state).createPerson({ source: 'a', firstName: 'Bea', idempotencyKey: 'k1' })

    const results = await Promise.all(Array.from({ length: 100 }, call))

    expect(sends(a)).toHaveLength(1)
    for (const result of results) expect(result).toEqual(JSON.parse(JSON.stringify(results[0])))
  })

  it('gives the first answer again although the record has changed since', async () => {
    const a = source()
    const state = createDirectoryState()
    const input = { id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }
    await build(a, state).updatePerson(input)
    await build(a, state).updatePerson({ id: ann, jobTitle: 'Baker' })

    const again = await build(a, state).updatePerson(input)

    expect(again.record).toMatchObject({ jobTitle: 'Judge' })
    expect(again.receipts).toMatchObject([{ outcome: 'UPDATED' }])
    expect(a.records.get('Person/1')).toMatchObject({ jobTitle: 'Baker' })
  })

  it('keeps an answer that needed no request', async () => {
    const a = source()
    const state = createDirectoryState()
    const input = { id: ann, jobTitle: 'Clerk', idempotencyKey: 'k1' }
    await build(a, state).updatePerson(input)
    await build(a, state).updatePerson({ id: ann, jobTitle: 'Baker' })

    const again = await build(a, state).updatePerson(input)

    expect(again.receipts).toMatchObject([{ outcome: 'UNCHANGED' }])
    expect(a.records.get('Person/1')).toMatchObject({ jobTitle: 'Baker' })
  })

  it('is refused for another input, another operation and another file', async () => {
    const a = source()
    const writes = build(a, createDirectoryState())
    await writes.uploadAvatar({ ownerId: ann, file: new UploadedFileValue('x', PNG), idempotencyKey: 'k1' })

    const others = [
      await writes.uploadAvatar({ ownerId: ann, file: new UploadedFileValue('x', OTHER_PNG), idempotencyKey: 'k1' }),
      await writes.updatePerson({ id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }),
      await writes.removeAvatar({ ownerId: ann, idempotencyKey: 'k1' }),
    ]

    for (const other of others) {
      expect(other.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['idempotencyKey'] }])
    }
    expect(sends(a)).toHaveLength(1)
  })

  it('is another key for another caller', async () => {
    const a = source()
    const state = createDirectoryState()

    await build(a, state, { caller: 'me' }).createPerson({ source: 'a', firstName: 'Bea', idempotencyKey: 'k1' })
    const other = await build(a, state, { caller: 'you' }).createPerson({
      source: 'a',
      firstName: 'Cid',
      idempotencyKey: 'k1',
    })

    expect(other.record).toMatchObject({ firstName: 'Cid' })
  })

  it('stays free when the input was refused', async () => {
    const a = source()
    const state = createDirectoryState()
    const refused = await build(a, state).updatePerson({ id: ann, firstName: 'x'.repeat(300), idempotencyKey: 'k1' })

    const mended = await build(a, state).updatePerson({ id: ann, firstName: 'Anna', idempotencyKey: 'k1' })

    expect(refused.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }])
    expect(mended.receipts).toMatchObject([{ outcome: 'UPDATED' }])
  })

  it('stays free when the source refused', async () => {
    const a = source()
    const state = createDirectoryState()
    const send = a.send!
    const no = new GatewayError('INVALID_INPUT', 'a does not like it', { source: 'a' })
    Object.assign(a, { send: async () => ({ id: null, done: 0, error: no }) })
    const refused = await build(a, state).updatePerson({ id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' })
    Object.assign(a, { send })

    const mended = await build(a, state).updatePerson({ id: ann, jobTitle: 'Baker', idempotencyKey: 'k1' })

    expect(refused.receipts).toMatchObject([{ outcome: 'REJECTED' }])
    expect(mended.receipts).toMatchObject([{ outcome: 'UPDATED' }])
  })

  it('whose outcome was unknown finds it out when it is asked again, and keeps it', async () => {
    const a = source(false)
    const state = createDirectoryState()
    const input = { id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }
    a.onSent = () => {
      a.onCall = () => {
        throw new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
      }
    }
    const unknown = await build(a, state).updatePerson(input)
    a.onCall = () => {}

    const known = await build(a, state).updatePerson(input)
    await build(a, state).updatePerson({ id: ann, jobTitle: 'Baker' })
    const again = await build(a, state).updatePerson(input)

    expect(unknown.receipts).toMatchObject([{ outcome: 'UNKNOWN' }])
    expect(known.receipts).toMatchObject([{ outcome: 'UPDATED', changes: [{ path: 'jobTitle', after: 'Judge' }] }])
    expect(again).toEqual(JSON.parse(JSON.stringify(known)))
    expect(sends(a)).toHaveLength(2)
  })

  it('stays free after a dry run', async () => {
    const a = source()
    const state = createDirectoryState()
    await build(a, state).updatePerson({ id: ann, jobTitle: 'Judge', idempotencyKey: 'k1', dryRun: true })

    const real = await build(a, state).updatePerson({ id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' })

    expect(real.receipts).toMatchObject([{ outcome: 'UPDATED' }])
  })

  it('answers CONFLICT when the first call has not ended in time', async () => {
    const a = source()
    const state = createDirectoryState()
    const held = Promise.withResolvers<void>()
    a.onCall = () => held.promise
    const caller = new AbortController()
    const input = { id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }

    const first = build(a, state).updatePerson(input)
    const second = build(a, state, { signal: caller.signal }).updatePerson(input)
    caller.abort()
    const refused = await second
    held.resolve()

    expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['idempotencyKey'] }])
    expect((await first).receipts).toMatchObject([{ outcome: 'UPDATED' }])
  })

  it('gives errors again as the errors they were', async () => {
    const a = source()
    const state = createDirectoryState()
    a.onCall = (call) => {
      if (call.endsWith('/avatar'))
        throw new GatewayError('RATE_LIMITED', 'slow down', { source: 'a', retryAfterMs: 5000 })
    }
    const input = { id: ann, jobTitle: 'Judge', avatar: new UploadedFileValue('x', PNG), idempotencyKey: 'k1' }
    await build(a, state).updatePerson(input)

    const [error] = (await build(a, state).updatePerson(input)).userErrors

    expect(error).toBeInstanceOf(GatewayError)
    expect(error).toMatchObject({ code: 'RATE_LIMITED', source: 'a', retryAfterMs: 5000, message: 'slow down' })
  })
})

describe('a write without an idempotency key', () => {
  it('is forgotten once its outcome is known, and its result is not kept', async () => {
    const memory = createMemoryJournal()
    const marks: string[] = []
    const journal: Journal = {
      ...memory,
      finish: () => Promise.reject(new Error('there is nothing to keep')),
      forget(mark) {
        marks.push(mark)
        return memory.forget(mark)
      },
    }
    const a = source(false)

    const { receipts, userErrors } = await build(a, createDirectoryState({ journal })).updatePerson({
      id: ann,
      jobTitle: 'Judge',
    })

    expect(receipts).toMatchObject([{ outcome: 'UPDATED' }])
    expect(userErrors).toEqual([])
    expect(marks).toHaveLength(1)
    expect(await memory.unfinished()).toEqual([])
  })
})

describe('a write that a crash cut off', () => {
  const crash = new Error('the process died here')

  /** A journal that dies, as a process would, just before it would remember an outcome. */
  function dyingBeforeFinish(journal: Journal): Journal {
    return { ...journal, finish: () => Promise.reject(crash) }
  }

  for (const [kind, make] of [
    ['a source that remembers', () => source()],
    ['a source that remembers nothing', () => source(false)],
  ] as const) {
    it(`is found done, and not done again, at ${kind}`, async () => {
      const a = make()
      const journal = createMemoryJournal()
      const input = { id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }
      const dying = createDirectoryState({ journal: dyingBeforeFinish(journal) })
      await expect(build(a, dying).updatePerson(input)).rejects.toBe(crash)

      const again = await build(a, createDirectoryState({ journal })).updatePerson(input)

      expect(again.receipts).toMatchObject([{ outcome: 'UPDATED', changes: [{ path: 'jobTitle', after: 'Judge' }] }])
      expect(sends(a)).toHaveLength(1)
    })

    it(`is found not done, and done, at ${kind}`, async () => {
      const a = make()
      const journal = createMemoryJournal()
      const input = { id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }
      const send = a.send
      Object.assign(a, { send: () => Promise.reject(crash) })
      await expect(build(a, createDirectoryState({ journal })).updatePerson(input)).rejects.toBe(crash)
      Object.assign(a, { send })

      const again = await build(a, createDirectoryState({ journal })).updatePerson(input)

      expect(again.receipts).toMatchObject([{ outcome: 'UPDATED' }])
      expect(sends(a)).toHaveLength(1)
      expect(a.records.get('Person/1')).toMatchObject({ jobTitle: 'Judge' })
    })
  }

  it('is a conflict while the source can not be asked', async () => {
    const a = source()
    const journal = createMemoryJournal()
    const input = { id: ann, jobTitle: 'Judge', idempotencyKey: 'k1' }
    const dying = createDirectoryState({ journal: dyingBeforeFinish(journal) })
    await expect(build(a, dying).updatePerson(input)).rejects.toBe(crash)
    a.onCall = () => {
      throw new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
    }

    const meanwhile = await build(a, createDirectoryState({ journal })).updatePerson(input)

    expect(meanwhile.userErrors).toMatchObject([{ code: 'SOURCE_UNAVAILABLE', source: 'a' }])
    expect(sends(a)).toHaveLength(1)
  })
})
