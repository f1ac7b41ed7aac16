import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'graphql'
import { describe, expect, it, vi } from 'vitest'
import { createDocumentCache } from '../../src/server/documents.ts'
import { post } from './support/send.ts'
import { PERSON_QUERY, startTestServer, type TestServer } from './support/start.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')

/** Sends each document so many times, a few at once. */
async function flood({ graphql }: TestServer, documents: Iterable<string>, times = 1): Promise<void> {
  const waiting = documents[Symbol.iterator]()
  const send = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      for (let time = 0; time < times; time++) await post(graphql, { query: next.value })
    }
  }
  await Promise.all([send(), send(), send(), send()])
}

function* documents(count: number, make: (number: number) => string): Iterable<string> {
  for (let number = 0; number < count; number++) yield make(number)
}

/** Whether the query is answered by its prepared form. */
async function isPrepared({ graphql, log }: TestServer, query: string): Promise<boolean> {
  const requestId = 'asked-at-last'
  await post(graphql, { query }, { 'x-request-id': requestId })
  return vi.waitFor(() => {
    const line = log.lines.find(({ fields }) => fields.requestId === requestId)
    if (line === undefined) throw new Error('not logged yet')
    return line.fields.prepared === true
  })
}

describe('a query that was prepared', () => {
  it.each([
    [
      'distinct documents, more than any cache holds',
      1_200,
      1,
      (i: number) => `{ a${i}: __typename } #${'x'.repeat(980)}`,
    ],
    ['distinct documents, each sent twice', 1_000, 2, (i: number) => `{ a${i}: __typename }`],
    [
      'the largest documents, sent again and again',
      15,
      3,
      (i: number) => `{ a${i}: __typename } #${'x'.repeat(99_000)}`,
    ],
    ['invalid documents', 1_200, 1, (i: number) => `{ nope${i} } #${'x'.repeat(980)}`],
  ])('stays so through a flood of %s', async (_what, count, times, make) => {
    const server = await startTestServer()
    await flood(server, [PERSON_QUERY], 2)

    await flood(server, documents(count, make), times)

    expect(await isPrepared(server, PERSON_QUERY)).toBe(true)
  })
})

describe('what is remembered of documents', () => {
  it('is bounded by their length', () => {
    const cache = createDocumentCache()
    const texts = [...documents(3_000, (number) => `{ a${number} } #${'x'.repeat(1_000)}`)]

    for (const text of texts) cache.set(text, parse(text))

    const kept = texts.filter((text) => cache.get(text) !== undefined)
    expect(kept.length).toBeGreaterThan(900)
    expect(kept.join('').length).toBeLessThanOrEqual(1_000_000)
    expect(kept.at(-1)).toBe(texts.at(-1))
  })

  it('does not hold the mistakes of invalid ones', async () => {
    const server = await startTestServer()
    const mistaken = (number: number) => `{ ${repeat(22, (i) => `n${i}_${number}`)} }`
    await flood(server, documents(50, mistaken))
    collectGarbage()
    const before = process.memoryUsage().heapUsed

    await flood(
      server,
      documents(500, (number) => mistaken(number + 50)),
    )

    collectGarbage()
    const grownBy = (process.memoryUsage().heapUsed - before) / 500
    expect(grownBy).toBeLessThan(50_000)
  })
})
