import { describe, expect, it } from 'vitest'
import type { Locks } from '../../src/directory/locks.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { type Crew, createCrew } from '../../src/processes/crew.ts'
import { CrewError } from '../../src/processes/crew-error.ts'
import type { Begin } from '../../src/processes/messages.ts'
import { createRemoteLocks } from '../../src/processes/remote-locks.ts'
import { createRemoteSiblings } from '../../src/processes/remote-siblings.ts'
import { createFakeWorker, type FakeWorker } from './line.ts'

const never = new AbortController().signal

function openCrew(count = 2): { crew: Crew; started: FakeWorker[] } {
  const started: FakeWorker[] = []
  const start = () => {
    const worker = createFakeWorker()
    started.push(worker)
    return worker.process
  }
  return { crew: createCrew({ processes: { start }, count, common: 'common', log: silentLogger }), started }
}

/** Does what a worker does until it serves; as far as `until`. */
async function run(worker: FakeWorker, until: 'begun' | 'opened' | 'serving' = 'serving'): Promise<Begin> {
  worker.line.send({ kind: 'up' })
  const begin = await heard(worker, 'begin')
  if (until === 'begun') return begin
  worker.line.send({ kind: 'hears' })
  worker.line.send({ kind: 'opened' })
  if (until === 'opened') return begin
  const { port } = await heard(worker, 'listen')
  worker.line.send({ kind: 'serving', url: `http://127.0.0.1:${port}` })
  return begin
}

function heard<Kind extends FakeWorker['heard'][number]['kind']>(worker: FakeWorker, kind: Kind) {
  return expect
    .poll(() => worker.heard.find((message) => message.kind === kind))
    .toBeDefined()
    .then(
      () =>
        worker.heard.find((message) => message.kind === kind) as Extract<FakeWorker['heard'][number], { kind: Kind }>,
    )
}

/** Two that serve. */
async function serving(): Promise<{
  crew: Crew
  started: FakeWorker[]
  workers: [FakeWorker, FakeWorker]
  begins: Begin[]
}> {
  const { crew, started } = openCrew()
  const opened = crew.open()
  const running = started.map((worker) => run(worker))
  await opened
  await crew.listen(4000)
  const begins = await Promise.all(running)
  return { crew, started, workers: [started[0]!, started[1]!], begins }
}

describe('the workers of a primary', () => {
  it('listen once all of them have opened everything, and no sooner', async () => {
    const { crew, started } = openCrew()
    const opened = crew.open()
    const first = run(started[0]!)
    await expect.poll(() => started[0]!.heard.length).toBe(1)
    const early = started[0]!.heard.map(({ kind }) => kind)

    const second = run(started[1]!)
    await opened
    const url = await crew.listen(4000)

    expect(early).toEqual(['begin'])
    expect(url).toBe('http://127.0.0.1:4000')
    expect((await first).settles).toBe('all')
    expect((await second).settles).toEqual([])
  })

  it('are replaced when they end, by one that settles what they left and nothing else', async () => {
    const { started, workers, begins } = await serving()

    workers[1].end()
    await expect.poll(() => started.length).toBe(3)
    const begin = await run(started[2]!)

    expect(begin).toMatchObject({ index: 1, count: 2, settles: [begins[1]!.owner], common: 'common' })
    expect(begin.owner).not.toBe(begins[1]!.owner)
  })

  it('have those settle for all before them who come when a replacement has ended before it had settled', async () => {
    const { started, workers, begins } = await serving()

    workers[0].end()
    await expect.poll(() => started.length).toBe(3)
    const second = await run(started[2]!, 'begun')
    started[2]!.end()
    await expect.poll(() => started.length).toBe(4)
    const third = await run(started[3]!, 'begun')

    expect(third.settles).toEqual([begins[0]!.owner, second.owner])
  })

  it('fail together where one says that it can not serve', async () => {
    const { crew, started } = openCrew()
    const opened = crew.open()

    started[1]!.line.send({ kind: 'failed', message: 'store.url: no', wrongly: true })

    await expect(opened).rejects.toEqual(new CrewError('store.url: no', { wrongly: true }))
  })

  it('are given up when they keep ending before they have served', async () => {
    const { crew, started } = openCrew(1)
    const opened = crew.open()
    const outcome = expect(opened).rejects.toThrow('3 workers have ended before they served, the last with code 7')

    for (const count of [1, 2, 3]) {
      await expect.poll(() => started.length).toBe(count)
      started.at(-1)!.end({ code: 7, signal: null })
    }

    await outcome
  })

  it('are not replaced when they end because they are asked to', async () => {
    const { crew, started, workers } = await serving()
    const stopped = crew.stop(60_000)

    for (const worker of workers) {
      await heard(worker, 'stop')
      worker.end({ code: 0, signal: null })
    }
    await stopped

    expect(started).toHaveLength(2)
    expect(workers.map(({ isKilled }) => isKilled)).toEqual([false, false])
  })

  it('are killed when they do not end in time', async () => {
    const { crew, workers } = await serving()

    await crew.stop(0)

    expect(workers.map(({ isKilled }) => isKilled)).toEqual([true, true])
  })
})

describe('the locks of workers', () => {
  it('let one at a time through, whichever worker asks', async () => {
    const { workers } = await serving()
    const locks = workers.map(({ line }) => createRemoteLocks(line))
    const seen: number[] = []
    let inside = 0

    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        locks[index % 2]!.run('key', never, async () => {
          seen.push(++inside)
          await new Promise((resolve) => setImmediate(resolve))
          inside--
        }),
      ),
    )

    expect(seen).toEqual(Array(40).fill(1))
    expect(locks.map(({ size }) => size)).toEqual([0, 0])
  })

  it('are given up by whoever is aborted while it waits, and not by the one who works', async () => {
    const { workers } = await serving()
    const [ours, theirs] = workers.map(({ line }) => createRemoteLocks(line)) as [Locks, Locks]
    const { release, working } = hold(ours)
    await working.begun
    const gone = new AbortController()
    const waiting = theirs.run('key', gone.signal, async () => 'let through')
    const next = theirs.run('key', never, async () => 'next')

    gone.abort(new Error('gone'))
    const outcome = await waiting.catch(String)
    release()

    expect([outcome, await next]).toEqual(['Error: gone', 'next'])
  })

  it('of one that is killed go to the next', async () => {
    const { workers } = await serving()
    const [ours, theirs] = workers.map(({ line }) => createRemoteLocks(line)) as [Locks, Locks]
    await hold(ours).working.begun
    const waiting = theirs.run('key', never, async () => 'mine now')

    workers[0].end()

    expect(await waiting).toBe('mine now')
  })

  it('are refused once the primary is gone', async () => {
    const { workers } = await serving()
    const [ours, theirs] = workers.map(({ line }) => createRemoteLocks(line)) as [Locks, Locks]
    await hold(theirs).working.begun
    const waiting = ours.run('key', never, async () => 'never')
    const refused = expect(waiting).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' })

    workers[0].line.close()

    await refused
    await expect(ours.run('other', never, async () => 'never')).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' })
  })
})

describe('what workers ask each other', () => {
  it('is answered by all others, and by the first listener that has an answer', async () => {
    const { workers } = await serving()
    const [asking, asked] = workers.map(({ line }) => createRemoteSiblings(line, 2))
    const picture = { bytes: new Uint8Array([1, 2]), contentType: 'image/png' }
    asking!.on('picture', () => null)
    asked!.on('picture', () => null)
    asked!.on('picture', ({ token }) => (token === 'ours' ? picture : null))

    expect(await asking!.ask('picture', { token: 'ours', counts: true })).toEqual([picture])
    expect(await asking!.ask('picture', { token: 'other', counts: true })).toEqual([null])
  })

  it('waits for nobody who has ended, and not for ever for one who says nothing', async () => {
    const { workers, started } = await serving()
    const asking = createRemoteSiblings(workers[0].line, 2)
    const silent = asking.ask('begun', { account: 'own' })

    workers[1].end()
    const fromNobody = await silent
    await expect.poll(() => started.length).toBe(3)
    await run(started[2]!)
    const fromOneWhoIsSilent = await asking.ask('begun', { account: 'own' })

    expect([fromNobody, fromOneWhoIsSilent]).toEqual([[], []])
  })

  it('is not asked of one that does not hear yet: it has read nothing', async () => {
    const { workers, started } = await serving()
    const asking = createRemoteSiblings(workers[0].line, 2)
    workers[1].end()
    await expect.poll(() => started.length).toBe(3)
    await run(started[2]!, 'begun')

    await asking.ask('begun', { account: 'own' })

    expect(started[2]!.heard.map(({ kind }) => kind)).toEqual(['begin'])
  })
})

function hold(locks: Locks) {
  const begun = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const ended = locks.run('key', never, () => {
    begun.resolve()
    return done.promise
  })
  return { release: done.resolve, working: { begun: begun.promise, ended } }
}
