import { randomUUID } from 'node:crypto'
import type { Logger } from '../model/logger.ts'
import { CrewError } from './crew-error.ts'
import { createLockService } from './lock-service.ts'
import type { Begin, ToPrimary } from './messages.ts'
import type { Processes, WorkerEnd, WorkerProcess } from './processes.ts'
import { createSwitchboard, type Member } from './switchboard.ts'

/** The workers of a primary: as many as are wanted, whatever becomes of each. */
export interface Crew {
  /** Starts them. Resolves once all have opened everything; rejects with a `CrewError` where one can't, or they keep ending. */
  open(): Promise<void>
  /** Has them listen, and whoever takes their places later. Resolves with their address once all serve. */
  listen(port: number): Promise<string>
  /** Lets them end, and ends those that have not within `withinMs`. Resolves once none is left. */
  stop(withinMs: number): Promise<void>
}

export interface CrewOptions {
  readonly processes: Pick<Processes, 'start'>
  readonly count: number
  /** See `Begin.common`. */
  readonly common: unknown
  readonly log: Logger
  /** Milliseconds, for tests. */
  readonly now?: () => number
}

/** One that has lived so long is replaced at once; one that has not may not be able to live. */
const SOUND_AFTER_MS = 10_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
/** So many may end before all of them serve. */
const MAX_FALSE_STARTS = 3
/** How long one may take to forget what another has written. */
const ANSWER_WITHIN_MS = 1000

/** A place among the workers, and who has it now. */
interface Place {
  readonly index: number
  worker: WorkerProcess | null
  settles: Begin['settles']
  state: 'starting' | 'opened' | 'serving'
  /** How many have ended here soon after they began, one after the other. */
  falseStarts: number
}

export function createCrew({ processes, count, common, log, now = Date.now }: CrewOptions): Crew {
  const locks = createLockService()
  const indexOf = new Map<Member, number>()
  const switchboard = createSwitchboard({
    deadlineMs: ANSWER_WITHIN_MS,
    onSilence: (member) => log.warn({ worker: indexOf.get(member) }, 'A worker did not answer another in time'),
  })
  const places = Array.from({ length: count }, (_, index): Place => {
    return { index, worker: null, settles: index === 0 ? 'all' : [], state: 'starting', falseStarts: 0 }
  })
  const opened = Promise.withResolvers<void>()
  const serving = Promise.withResolvers<string>()
  for (const { promise } of [opened, serving]) promise.catch(() => undefined) // whoever waits for either is told
  let port: number | null = null
  let hasServed = false
  let stopping = false

  function fail(error: CrewError): void {
    opened.reject(error)
    serving.reject(error)
  }

  function launch(place: Place): void {
    const owner = randomUUID()
    const startedMs = now()
    const worker = processes.start()
    const { line } = worker
    const member: Member = {
      tell: line.send,
      ask: line.send,
      answers: (id, contents) => line.send({ kind: 'answers', id, contents }),
    }
    const holder = { locked: (id: number) => line.send({ kind: 'locked', id }) }
    indexOf.set(member, place.index)
    place.worker = worker
    place.state = 'starting'

    line.hear((message) => {
      if (message.kind === 'lock') locks.lock(holder, message.id, message.key)
      else if (message.kind === 'unlock') locks.unlock(holder, message.id)
      else if (message.kind === 'tell') switchboard.tell(member, message)
      else if (message.kind === 'ask') switchboard.ask(member, message)
      else if (message.kind === 'answer') switchboard.answer(member, message)
      else progress(message)
    })

    function progress(message: ToPrimary): void {
      if (message.kind === 'up') {
        const { index, settles } = place
        line.send(stopping ? { kind: 'stop' } : { kind: 'begin', index, count, owner, settles, common })
      } else if (message.kind === 'hears') {
        switchboard.join(member)
      } else if (message.kind === 'opened') {
        place.settles = []
        place.state = 'opened'
        if (port !== null) line.send({ kind: 'listen', port })
        if (places.every(({ state }) => state !== 'starting')) opened.resolve()
      } else if (message.kind === 'serving') {
        place.state = 'serving'
        log.info({ worker: place.index, pid: worker.pid }, 'A worker serves')
        if (places.some(({ state }) => state !== 'serving')) return
        hasServed = true
        serving.resolve(message.url)
      } else if (message.kind === 'failed') {
        if (hasServed) log.error({ worker: place.index, reason: message.message }, 'A worker can not serve')
        else fail(new CrewError(message.message, message))
      }
    }

    void worker.ended.then((end) => {
      locks.leave(holder)
      switchboard.leave(member)
      indexOf.delete(member)
      place.worker = null
      if (place.settles !== 'all') place.settles = [...place.settles, owner]
      if (!stopping) replace(place, end, now() - startedMs)
    })
  }

  function replace(place: Place, { code, signal }: WorkerEnd, livedMs: number): void {
    const isSound = place.state === 'serving' && livedMs >= SOUND_AFTER_MS
    place.falseStarts = isSound ? 0 : place.falseStarts + 1
    place.state = 'starting'
    if (!hasServed && place.falseStarts >= MAX_FALSE_STARTS) {
      const how = signal === null ? `with code ${code}` : `by ${signal}`
      const reason = `${MAX_FALSE_STARTS} workers have ended before they served, the last ${how}`
      fail(new CrewError(reason, { wrongly: false }))
      return
    }
    log.warn({ worker: place.index, code, signal }, 'A worker has ended and is replaced')
    // The first of a row is an accident, and somebody waits.
    const pauseMs =
      place.falseStarts <= 1 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (place.falseStarts - 2), LONGEST_PAUSE_MS)
    setTimeout(() => {
      if (!stopping) launch(place)
    }, pauseMs)
  }

  return {
    open() {
      for (const place of places) launch(place)
      return opened.promise
    },
    listen(chosen) {
      port = chosen
      for (const { worker, state } of places) if (state === 'opened') worker?.line.send({ kind: 'listen', port })
      return serving.promise
    },
    async stop(withinMs) {
      stopping = true
      const left = places.flatMap(({ worker }) => worker ?? [])
      for (const { line } of left) line.send({ kind: 'stop' })
      const timer = setTimeout(() => {
        for (const { worker } of places) worker?.kill()
      }, withinMs)
      await Promise.all(left.map(({ ended }) => ended))
      clearTimeout(timer)
    },
  }
}
