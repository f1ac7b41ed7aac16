import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readBody } from '../../src/server/body.ts'
import { post } from './support/send.ts'
import { PERSON_QUERY, startTestServer } from './support/start.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heldBytes(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Of a request, what is read: its body, in these pieces. */
function requestOf(pieces: Iterable<Buffer> | AsyncIterable<Buffer>): IncomingMessage {
  return Object.assign(Readable.from(pieces), { complete: true }) as unknown as IncomingMessage
}

describe('a body', () => {
  it.each([1, 7, 1000])('arrives whole in pieces of %i bytes', async (length) => {
    const text = JSON.stringify({ query: PERSON_QUERY, variables: { text: 'Zoë '.repeat(500) } })
    const bytes = Buffer.from(text)
    const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
      bytes.subarray(index * length, (index + 1) * length),
    )

    const body = await readBody(requestOf(pieces), 1_000_000)

    expect(body.toString()).toBe(text)
  })

  it('takes no more room the smaller its pieces are', async () => {
    let held = 0
    async function* pieces() {
      const before = heldBytes()
      for (let count = 0; count < 200_000; count++) yield Buffer.from('x')
      held = heldBytes() - before
    }

    await readBody(requestOf(pieces()), 1_000_000)

    expect(held).toBeLessThan(5_000_000)
  })

  it('is answered although it comes byte by byte', async () => {
    const { graphql } = await startTestServer()
    const bytes = Buffer.from(JSON.stringify({ query: PERSON_QUERY }))

    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
          controller.close()
        },
      }),
      duplex: 'half',
    } as RequestInit)

    expect(await response.text()).toBe((await post(graphql, { query: PERSON_QUERY })).text)
  })
})
