import { describe, expect, it } from 'vitest'
import { createThrottle } from '../../src/http/throttle.ts'
import { testClient } from './support/client.ts'
import { sendJson, startServer } from './support/servers.ts'
import { manualTimers, skippingTimers } from './support/timers.ts'

const NEVER = new AbortController().signal

/** Asks for a place under a number, and writes that down when it is given. */
function asker(throttle: ReturnType<typeof createThrottle>) {
  const started: number[] = []
  const releases = new Map<number, () => void>()
  return {
    started,
    ask: (number: number, signal = NEVER) =>
      throttle.acquire(signal).then((release) => {
        started.push(number)
        releases.set(number, release)
      }),
    end: (number: number) => releases.get(number)?.(),
  }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('requests at once', () => {
  it('are as many as the limit and never more, as the server sees them', async () => {
    const held: (() => void)[] = []
    let most = 0
    const server = await startServer(async (_request, response) => {
      held.push(() => sendJson(response, {}))
      most = Math.max(most, held.length)
      if (held.length < 3) return
      // Whatever else is on its way arrives now.
      for (let turn = 0; turn < 50; turn++) await settled()
      for (const answer of held.splice(0)) answer()
    })
    const client = testClient(server.url, { concurrency: 3 })

    await Promise.all(Array.from({ length: 30 }, (_, index) => client.ask({ method: 'GET', path: `/${index}` })))

    expect(server.requests).toHaveLength(30)
    expect(most).toBe(3)
  })

  it('start in the order they came', async () => {
    const { ask, end, started } = asker(
      createThrottle({ concurrency: 2, requestsPerSecond: undefined, timers: manualTimers() }),
    )

    for (const number of [1, 2, 3, 4, 5]) void ask(number)
    await settled()
    expect(started).toEqual([1, 2])

    end(2)
    await settled()
    expect(started).toEqual([1, 2, 3])

    end(1)
    end(3)
    await settled()
    expect(started).toEqual([1, 2, 3, 4, 5])
  })

  it('give a place back once, however often they say so', async () => {
    const { ask, end, started } = asker(
      createThrottle({ concurrency: 1, requestsPerSecond: undefined, timers: manualTimers() }),
    )

    for (const number of [1, 2, 3]) void ask(number)
    await settled()
    end(1)
    end(1)
    await settled()

    expect(started).toEqual([1, 2])
  })

  it('leave the queue when they are aborted', async () => {
    const { ask, end, started } = asker(
      createThrottle({ concurrency: 1, requestsPerSecond: undefined, timers: manualTimers() }),
    )
    const impatient = new AbortController()

    void ask(1)
    const left = ask(2, impatient.signal)
    void ask(3)
    impatient.abort(new Error('no time'))

    await expect(left).rejects.toThrow('no time')
    end(1)
    await settled()
    expect(started).toEqual([1, 3])
  })

  it('hold no place while they wait to be repeated', async () => {
    const server = await startServer((request, response, count) => {
      if (request.path === '/flaky' && count === 1) response.writeHead(503, { 'retry-after': '3' }).end()
      else sendJson(response, request.path)
    })
    const client = testClient(server.url, { concurrency: 1 }, skippingTimers())

    const flaky = client.ask({ method: 'GET', path: '/flaky' })
    const other = client.ask({ method: 'GET', path: '/other' })
    await Promise.all([flaky, other])

    expect(server.requests.map(({ path }) => path)).toEqual(['/flaky', '/other', '/flaky'])
  })
})

describe('requests per second', () => {
  it('are never more than the limit in any second, wherever it begins', async () => {
    const timers = manualTimers()
    const { ask, started } = asker(createThrottle({ concurrency: 100, requestsPerSecond: 3, timers }))
    const startedAt: number[] = []

    timers.advance(900)
    for (let number = 1; number <= 9; number++) void ask(number).then(() => startedAt.push(timers.now()))
    for (let step = 0; step < 30; step++) {
      await settled()
      timers.advance(100)
    }

    expect(started).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const [index, at] of startedAt.entries()) {
      expect(startedAt.slice(index).filter((other) => other < at + 1_000).length).toBeLessThanOrEqual(3)
    }
    expect(startedAt.at(-1)! - startedAt[0]!).toBe(2_000)
  })

  it('can be less than one', async () => {
    const timers = manualTimers()
    const { ask, started } = asker(createThrottle({ concurrency: 100, requestsPerSecond: 0.5, timers }))

    for (const number of [1, 2]) void ask(number)
    timers.advance(1_999)
    await settled()
    expect(started).toEqual([1])

    timers.advance(1)
    await settled()
    expect(started).toEqual([1, 2])
  })

  it('count repetitions, too', async () => {
    const server = await startServer((_request, response, count) =>
      count < 3 ? response.writeHead(503, { 'retry-after': '0' }).end() : sendJson(response, {}),
    )
    const timers = skippingTimers()
    const client = testClient(server.url, { requestsPerSecond: 1 }, timers)

    await client.ask({ method: 'GET', path: '/people' })

    expect(timers.waits.filter((ms) => ms > 0)).toEqual([1_000, 1_000])
  })

  it('leave no alarm behind when nobody waits any more', async () => {
    const timers = manualTimers()
    const alarms: boolean[] = []
    const counted = {
      ...timers,
      after(ms: number, callback: () => void) {
        const index = alarms.push(true) - 1
        const cancel = timers.after(ms, callback)
        return () => {
          alarms[index] = false
          cancel()
        }
      },
    }
    const throttle = createThrottle({ concurrency: 1, requestsPerSecond: 1, timers: counted })
    const impatient = new AbortController()
    const release = await throttle.acquire(NEVER)
    release()

    const left = throttle.acquire(impatient.signal)
    impatient.abort()

    await expect(left).rejects.toThrow()
    expect(alarms).toEqual([false])
  })
})
