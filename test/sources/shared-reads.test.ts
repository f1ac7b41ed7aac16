import { describe, expect, it } from 'vitest'
import { createSharedReads } from '../../src/sources/shared-reads.ts'

/** Reads that answer when told to. */
function controlled(keepMs: number) {
  let nowMs = 1000
  const begun: { readonly key: string; readonly signal: AbortSignal; readonly answer: PromiseWithResolvers<string> }[] =
    []
  const reads = createSharedReads<string>({
    keepMs,
    now: () => nowMs,
    read(key, signal) {
      const answer = Promise.withResolvers<string>()
      begun.push({ key, signal, answer })
      return answer.promise
    },
  })
  return { reads, begun, pass: (ms: number) => (nowMs += ms) }
}
const signal = () => new AbortController().signal

describe('shared reads', () => {
  it('read once for all that ask at the same moment', async () => {
    const { reads, begun } = controlled(0)

    const both = Promise.all([reads.read('a', signal()), reads.read('a', signal()), reads.read('b', signal())])
    for (const { key, answer } of begun) answer.resolve(`the ${key}`)

    expect(await both).toEqual(['the a', 'the a', 'the b'])
    expect(begun.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('remember for as long as they are told, and no longer', async () => {
    const { reads, begun, pass } = controlled(500)
    const first = reads.read('a', signal())
    begun[0]!.answer.resolve('old')
    await first

    pass(499)
    expect(await reads.read('a', signal())).toBe('old')
    pass(1)
    const second = reads.read('a', signal())
    begun[1]!.answer.resolve('new')

    expect(await second).toBe('new')
  })

  it('remember no failure', async () => {
    const { reads, begun } = controlled(500)
    const first = reads.read('a', signal())
    begun[0]!.answer.reject(new Error('down'))
    await expect(first).rejects.toThrow('down')

    const second = reads.read('a', signal())
    begun[1]!.answer.resolve('up')

    expect(await second).toBe('up')
  })

  it('give nobody what was begun before they were told to forget', async () => {
    const { reads, begun } = controlled(500)
    const before = reads.read('a', signal())

    reads.forget()
    const after = reads.read('a', signal())
    begun[1]!.answer.resolve('written')
    begun[0]!.answer.resolve('stale')

    expect([await before, await after]).toEqual(['stale', 'written'])
    expect(await reads.read('a', signal())).toBe('written')
  })

  it('end the read when the last that waits has gone, and not before', async () => {
    const { reads, begun } = controlled(0)
    const [one, two] = [new AbortController(), new AbortController()]
    const waiting = [reads.read('a', one.signal), reads.read('a', two.signal)]

    one.abort(new Error('left'))
    await expect(waiting[0]).rejects.toThrow('left')
    expect(begun[0]!.signal.aborted).toBe(false)
    two.abort(new Error('left too'))
    await expect(waiting[1]).rejects.toThrow('left too')

    expect(begun[0]!.signal.aborted).toBe(true)
  })

  it('do not begin for somebody who has gone already', async () => {
    const { reads, begun } = controlled(0)

    await expect(reads.read('a', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')

    expect(begun).toEqual([])
  })
})
