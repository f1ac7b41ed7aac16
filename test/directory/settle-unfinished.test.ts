import { describe, expect, it } from 'vitest'
import { createMemoryJournal, type PendingWrite } from '../../src/directory/journal.ts'
import { KEEP_RESULTS_MS, settleUnfinished } from '../../src/directory/settle-unfinished.ts'
import { GatewayError } from '../../src/model/errors.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { createMemorySource } from '../fakes/memory-source.ts'
import { makePerson } from '../fakes/records.ts'

const options = { signal: new AbortController().signal, log: silentLogger }

function pending(fields: Partial<PendingWrite>): PendingWrite {
  return { source: 'a', type: 'Person', id: '1', deletes: false, changes: [], requests: [], ...fields }
}

function forgetful() {
  return createMemorySource({
    name: 'a',
    records: [makePerson('a', '1', { jobTitle: 'Judge', about: null, tags: ['x'] })],
    remembers: false,
  })
}

const change = (path: string, after: string | null) => ({ path, before: null, after, repaired: null })

describe('settling what a crash left', () => {
  it.each([
    ['all of it is seen', pending({ changes: [change('jobTitle', 'Judge')] }), 'UPDATED'],
    ['none of it is seen', pending({ changes: [change('jobTitle', 'Baker')] }), null],
    ['a part of it is seen', pending({ changes: [change('jobTitle', 'Judge'), change('about', 'tall')] }), 'UPDATED'],
    ['the record to delete is gone', pending({ id: '9', deletes: true }), 'DELETED'],
    ['the record to delete is there', pending({ deletes: true }), null],
  ] as const)('when %s', async (_case, write, outcome) => {
    const journal = createMemoryJournal()
    await journal.begin({ mark: 'm', key: { caller: 'me', key: 'k', fingerprint: 'f' }, write })

    await settleUnfinished([forgetful()], { journal }, options)

    const kept = await journal.find('me', 'k')
    if (outcome === null) expect(kept).toBeNull()
    else expect(kept?.result).toMatchObject({ receipts: [{ outcome }] })
    expect(await journal.unfinished()).toEqual([])
  })

  it('leaves a write with a key whose outcome can not be told, and forgets it when its results would be', async () => {
    let nowMs = 0
    const journal = createMemoryJournal(() => nowMs)
    const write = pending({ id: '9', changes: [change('jobTitle', 'Judge')] })
    await journal.begin({ mark: 'm', key: { caller: 'me', key: 'k', fingerprint: 'f' }, write })

    await settleUnfinished([forgetful()], { journal }, { ...options, now: () => nowMs })
    const still = await journal.unfinished()
    nowMs = KEEP_RESULTS_MS + 1
    await settleUnfinished([forgetful()], { journal }, { ...options, now: () => nowMs })

    expect(still).toHaveLength(1)
    expect(await journal.unfinished()).toEqual([])
  })

  it('keeps results for a day at least, and not for ever', async () => {
    const DAY_MS = 24 * 60 * 60 * 1000
    let nowMs = 0
    const journal = createMemoryJournal(() => nowMs)
    await journal.begin({ mark: 'm', key: { caller: 'me', key: 'k', fingerprint: 'f' }, write: pending({}) })
    await journal.finish('m', { kept: true })
    const startAt = async (ms: number) => {
      nowMs = ms
      await settleUnfinished([forgetful()], { journal }, { ...options, now: () => nowMs })
      return journal.find('me', 'k')
    }

    expect(await startAt(DAY_MS)).toMatchObject({ result: { kept: true } })
    expect(await startAt(30 * DAY_MS)).toBeNull()
  })

  it('leaves a write whose source can not be asked for the next start', async () => {
    const journal = createMemoryJournal()
    await journal.begin({ mark: 'm', key: null, write: pending({ changes: [change('jobTitle', 'Judge')] }) })
    const source = forgetful()
    source.onCall = () => {
      throw new GatewayError('SOURCE_UNAVAILABLE', 'down', { source: 'a' })
    }

    await settleUnfinished([source], { journal }, options)

    expect(await journal.unfinished()).toHaveLength(1)
  })
})
