import { describe, expect, it } from 'vitest'
import { rememberCapabilities } from '../../src/directory/remembered-capabilities.ts'
import type { Capability } from '../../src/model/capability.ts'
import { GatewayError } from '../../src/model/errors.ts'

const options = { signal: new AbortController().signal }
const down = new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })

function build() {
  let nowMs = 0
  let asked = 0
  let answer: () => Promise<ReadonlySet<Capability>> = async () => new Set(['PERSON_READ'])
  const remembered = rememberCapabilities(
    () => {
      asked += 1
      return answer()
    },
    () => nowMs,
  )
  return {
    remembered,
    asked: () => asked,
    later: () => {
      nowMs += 6 * 60_000
    },
    answers: (next: typeof answer) => {
      answer = next
    },
  }
}

describe('what an account may do', () => {
  it('is asked once for many requests', async () => {
    const { remembered, asked } = build()

    await Promise.all([remembered(options), remembered(options)])
    await remembered(options)

    expect(asked()).toBe(1)
  })

  it('is asked again after a while, and nobody waits for it', async () => {
    const { remembered, asked, later, answers } = build()
    await remembered(options)
    later()
    const held = Promise.withResolvers<ReadonlySet<Capability>>()
    answers(() => held.promise)

    const meanwhile = await remembered(options)
    held.resolve(new Set(['PERSON_READ', 'PERSON_LIST']))
    await held.promise
    await Promise.resolve()

    expect([...meanwhile]).toEqual(['PERSON_READ'])
    expect([...(await remembered(options))]).toEqual(['PERSON_READ', 'PERSON_LIST'])
    expect(asked()).toBe(2)
  })

  it('holds while the source can not be asked anew', async () => {
    const { remembered, later, answers } = build()
    await remembered(options)
    later()
    answers(() => Promise.reject(down))

    await remembered(options)

    expect([...(await remembered(options))]).toEqual(['PERSON_READ'])
  })

  it('is not known, and asked anew, after a first question that failed', async () => {
    const { remembered, answers } = build()
    answers(() => Promise.reject(down))
    await expect(remembered(options)).rejects.toBe(down)
    answers(async () => new Set(['PERSON_READ']))

    expect([...(await remembered(options))]).toEqual(['PERSON_READ'])
  })

  it('is not waited for by a request that has no more time, and not asked any more when the last has gone', async () => {
    const asked: AbortSignal[] = []
    const remembered = rememberCapabilities(({ signal }) => {
      asked.push(signal)
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    })
    const [one, two] = [new AbortController(), new AbortController()]
    const answers = [one, two].map(({ signal }) => remembered({ signal }))

    one.abort(down)
    await expect(answers[0]).rejects.toBe(down)
    const meanwhile = asked.map(({ aborted }) => aborted)
    two.abort(down)
    await expect(answers[1]).rejects.toBe(down)

    expect(meanwhile).toEqual([false])
    expect(asked.map(({ aborted }) => aborted)).toEqual([true])
  })
})
