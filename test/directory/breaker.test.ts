import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBreaker } from '../../src/directory/breaker.ts'
import { GatewayError } from '../../src/model/errors.ts'

const down = new GatewayError('SOURCE_UNAVAILABLE', 'a is down', { source: 'a' })
const alive = () => new AbortController().signal

describe('a breaker that is open', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** One that may let a call through to see. */
  async function createOpen() {
    const breaker = createBreaker('a')
    for (let n = 0; n < 5; n += 1) await breaker.run(alive(), () => Promise.reject(down)).catch(() => undefined)
    vi.setSystemTime(Date.now() + 10_001)
    return breaker
  }

  it('answers others at once while one call is let through to see', async () => {
    const breaker = await createOpen()
    const probing = Promise.withResolvers<string>()
    const probe = breaker.run(alive(), () => probing.promise)
    let calls = 0

    const others = await Promise.allSettled(
      Array.from({ length: 3 }, () =>
        breaker.run(alive(), async () => {
          calls += 1
        }),
      ),
    )

    expect(others).toMatchObject(
      others.map(() => ({
        status: 'rejected',
        reason: { code: 'SOURCE_UNAVAILABLE', source: 'a', retryAfterMs: 1000 },
      })),
    )
    expect(calls).toBe(0)
    probing.resolve('well')
    expect(await probe).toBe('well')
    expect(breaker.state).toBe('closed')
  })

  it('does not keep the request waiting that lets it through, and learns of it all the same', async () => {
    const breaker = await createOpen()
    const probing = Promise.withResolvers<string>()
    const probe = breaker.run(alive(), () => probing.promise)
    const told = expect(probe).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE', retryAfterMs: 1000 })

    await vi.advanceTimersByTimeAsync(300)
    await told
    const before = breaker.state
    probing.resolve('well, if slow')
    await probing.promise
    await vi.advanceTimersByTimeAsync(0)

    expect(before).toBe('half-open')
    expect(breaker.state).toBe('closed')
  })

  it('waits for a write that was let through: it may be done', async () => {
    const breaker = await createOpen()
    const writing = Promise.withResolvers<string>()
    const write = breaker.run(
      alive(),
      () => writing.promise,
      () => null,
    )

    await vi.advanceTimersByTimeAsync(20_000)
    writing.resolve('done')

    expect(await write).toBe('done')
  })

  it('is not closed by a caller who goes away before that call has told', async () => {
    const breaker = await createOpen()
    const leaving = new AbortController()
    const probe = breaker.run(leaving.signal, () => {
      leaving.abort(down)
      return Promise.reject(leaving.signal.reason)
    })

    await expect(probe).rejects.toBe(down)

    expect(breaker.state).toBe('open')
    await expect(breaker.run(alive(), async () => 'asked')).rejects.toMatchObject({ retryAfterMs: 10_000 })
  })
})
