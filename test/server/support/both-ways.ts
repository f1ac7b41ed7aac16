import { expect } from 'vitest'
import type { TestServer } from './start.ts'

export interface GraphqlRequest {
  readonly query: string
  readonly operationName?: string | null
  readonly variables?: unknown
  readonly extensions?: unknown
}

interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

let turn = 0

/**
 * Sends a request so that Yoga answers it, and so that it is answered past Yoga's HTTP layer if it can be; expects one answer. Only
 * the milliseconds that calls took may differ. Says whether the second way was taken.
 */
export async function expectSameBothWays(
  server: TestServer,
  request: GraphqlRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly prepared: boolean; readonly text: string }> {
  turn += 1
  const requestId = `turn-${turn}`
  const send = async (query: string): Promise<Sent> => {
    const response = await fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': requestId, ...headers },
      body: JSON.stringify({ ...request, query }),
    })
    const { date: _date, ...kept } = Object.fromEntries(response.headers)
    return {
      status: response.status,
      headers: kept,
      text: (await response.text()).replace(/"milliseconds":\d+/g, '"milliseconds":0'),
    }
  }

  await send(`${request.query} # ${turn}, to warm`)
  // A comment makes it another document, and each document's first time is Yoga's.
  const ordinary = await send(`${request.query} # ${turn}`)
  await send(request.query)
  const prepared = await send(request.query)

  const length = (sent: Sent) => ({ ...sent.headers, 'content-length': '' })
  expect(prepared.text).toBe(ordinary.text)
  expect(prepared.status).toBe(ordinary.status)
  expect(length(prepared)).toEqual(length(ordinary))
  const last = server.log.lines.filter(({ fields }) => fields.requestId === requestId && 'durationMs' in fields).at(-1)
  return { prepared: last?.fields.prepared === true, text: prepared.text }
}
