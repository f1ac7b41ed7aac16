import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { isFailure, type Question, toRequest } from './load.ts'

export interface PacedLoad {
  readonly url: string
  /** Each caller asks one after the other, and begins at another one. */
  readonly questions: readonly Question[]
  readonly callers: number
  /** How often each caller asks. */
  readonly everyMs: number
  readonly seconds: number
}

export interface Waited {
  /** Milliseconds, sorted. */
  readonly times: readonly number[]
  /** Answers that were not 200 or held errors: on a machine with much else to do, those that came too late. */
  readonly failed: number
}

/**
 * Callers that ask at their own pace, whatever else goes on, as people do. Who was still waiting when the next question was due has
 * waited from then on; what is due when the time is up is asked no more.
 */
export async function runPaced({ url, questions, callers, everyMs, seconds }: PacedLoad): Promise<Waited> {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: callers, pipelining: 1 })
  const times: number[] = []
  let failed = 0
  const endsAt = performance.now() + seconds * 1000

  async function call(number: number): Promise<void> {
    const startedAt = performance.now() + (number * everyMs) / callers
    for (let turn = 0; performance.now() < endsAt; turn++) {
      const dueAt = startedAt + turn * everyMs
      const early = dueAt - performance.now()
      if (early > 0) await wait(early)
      const askedAt = early > 0 ? performance.now() : dueAt
      const answer = await pool.request(toRequest(questions[(number + turn) % questions.length]!, pathname))
      const bytes = Buffer.from(await answer.body.arrayBuffer())
      times.push(performance.now() - askedAt)
      if (isFailure(answer.statusCode, bytes)) failed++
    }
  }

  await Promise.all(Array.from({ length: callers }, (_, number) => call(number)))
  await pool.close()
  times.sort((a, b) => a - b)
  return { times, failed }
}

/** The time that a share of sorted ones does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
