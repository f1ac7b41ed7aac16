import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { onTestFinished } from 'vitest'

export interface BegunRequest {
  /** Sends the rest, and resolves with the answer. */
  finish(): Promise<{ readonly status: number | undefined; readonly text: string }>
  /** Resolves when the connection is cut before an answer. */
  readonly cutOff: Promise<unknown>
}

/** A request that the server has begun to read, as its `100 Continue` tells, and that waits for its body. */
export async function beginRequest(url: string, query: string): Promise<BegunRequest> {
  const body = JSON.stringify({ query })
  const sent = request(`${url}/graphql`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), expect: '100-continue' },
  })
  const cutOff = once(sent, 'error')
  cutOff.catch(() => undefined) // only one of the tests looks
  onTestFinished(() => void sent.destroy())
  sent.flushHeaders()
  await once(sent, 'continue')
  return {
    cutOff,
    async finish() {
      const answered = once(sent, 'response')
      sent.end(body)
      const [response] = (await answered) as [IncomingMessage]
      return { status: response.statusCode, text: Buffer.concat(await response.toArray()).toString() }
    },
  }
}

/** Resolves when nothing listens there any more. */
export async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    const listening = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    )
    if (!listening) return
  }
}
