import { Pool } from 'undici'
import { FRESH } from './rows.ts'

/** What is sent: a body to a server's GraphQL, or the path of a picture. */
export type Question = { readonly body: string } | { readonly path: string }

export interface Load {
  /** The server's GraphQL endpoint. */
  readonly url: string
  /** Each caller has its own of them, as long as there are enough, and goes round those. */
  readonly questions: readonly Question[]
  readonly callers: number
  readonly requests: number
}

export interface Outcome {
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

/**
 * Sends so many requests, each caller its next one when the last is answered, and measures. Throws at an answer that is not 200
 * or holds errors, for then something else was measured than was meant.
 */
export async function runLoad({ url, questions, callers, requests }: Load): Promise<Outcome> {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: callers, pipelining: 1 })
  const times: number[] = []
  let left = requests
  async function call(number: number): Promise<void> {
    // Going round all of them, callers would fall into step with whoever asks the same, and share answers ever after.
    const own = questions.filter((_question, index) => index % callers === number % questions.length)
    for (let turn = 0; left > 0; turn++) {
      left--
      const startedAt = performance.now()
      const answer = await pool.request(toRequest(own[turn % own.length]!, pathname))
      const bytes = Buffer.from(await answer.body.arrayBuffer())
      times.push(performance.now() - startedAt)
      if (isFailure(answer.statusCode, bytes)) {
        throw new Error(`${url} answered ${answer.statusCode}: ${bytes.toString().slice(0, 500)}`)
      }
    }
  }

  const startedAt = performance.now()
  await Promise.all(Array.from({ length: callers }, (_, number) => call(number)))
  const seconds = (performance.now() - startedAt) / 1000
  await pool.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { requestsPerSecond: requests / seconds, p50: at(0.5), p99: at(0.99) }
}

/** `userErrors` are a write's. */
export function isFailure(status: number, bytes: Buffer): boolean {
  return status !== 200 || bytes.includes('"errors":') || bytes.includes('"userErrors":[{')
}

export const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }
export const PICTURE_HEADERS = { accept: 'image/webp,*/*' }

export function toRequest(question: Question, pathname: string) {
  if ('path' in question) return { method: 'GET' as const, path: question.path, headers: PICTURE_HEADERS }
  return { method: 'POST' as const, path: pathname, headers: JSON_HEADERS, body: refresh(question.body) }
}

let fresh = 0

/** The body with a number in the place of `FRESH` that none before it had. */
export function refresh(body: string): string {
  return body.includes(FRESH) ? body.replace(FRESH, String(++fresh)) : body
}

/** One answer, parsed. */
export async function ask(url: string, body: object): Promise<{ readonly data: Record<string, unknown> }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const parsed = (await answer.json()) as { data?: Record<string, unknown>; errors?: readonly unknown[] }
  if (parsed.data === undefined || parsed.errors !== undefined) {
    throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(parsed).slice(0, 500)}`)
  }
  return { data: parsed.data }
}
