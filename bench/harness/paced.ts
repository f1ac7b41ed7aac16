import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { type Question, toRequest } from './load.ts'

export interface PacedLoad {
  readonly url: string
  /** Each caller asks one after the other, and begins at another one. */
  readonly questions: readonly Question[]
  readonly callers: number
  /** How often each caller asks. */
  readonly everyMs: number
  readonly seconds: number
}

/**
 * Callers that ask at their own pace, whatever else goes on, as people do. Gives the times they waited, in milliseconds, sorted; who
 * was still waiting when the next question was due has waited from then on. Throws at an answer that is not 200 or holds errors.
 */
export async function runPaced({ url, questions, callers, everyMs, seconds }: PacedLoad): Promise<readonly number[]> {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: callers, pipelining: 1 })
  const times: number[] = []

  async function call(number: number): Promise<void> {
    const startedAt = performance.now() + (number * everyMs) / callers
    for (let turn = 0; turn < (seconds * 1000) / everyMs; turn++) {
      const dueAt = startedAt + turn * everyMs
      const early = dueAt - performance.now()
      if (early > 0) await wait(early)
      const askedAt = early > 0 ? performance.now() : dueAt
      const answer = await pool.request(toRequest(questions[(number + turn) % questions.length]!, pathname))
      const bytes = Buffer.from(await answer.body.arrayBuffer())
      times.push(performance.now() - askedAt)
      if (answer.statusCode !== 200 || bytes.includes('"errors":') || bytes.includes('"userErrors":[{')) {
        throw new Error(`${url} answered ${answer.statusCode}: ${bytes.toString().slice(0, 500)}`)
      }
    }
  }

  await Promise.all(Array.from({ length: callers }, (_, number) => call(number)))
  await pool.close()
  return times.sort((a, b) => a - b)
}

/** The time that a share of sorted ones does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
