import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { onTestFinished } from 'vitest'
import { startVirtuousSimulator } from '../../src/sources/virtuous/simulator/simulator.ts'

export interface HoldingVendor {
  /** Of a source of the kind `virtuous`. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Resolves once the vendor has been sent the next write, which it does not begin before `release`. */
  holdNext(): Promise<{ release(): void }>
}

/** Virtuous, pretended, which takes its time for what is written. */
export async function startHoldingVendor(): Promise<HoldingVendor> {
  const simulator = await startVirtuousSimulator({ people: 20 })
  let arrived: ((held: { release(): void }) => void) | null = null

  const server = createServer((incoming, response) => {
    const pass = () => {
      const outgoing = request(new URL(incoming.url ?? '/', simulator.url), {
        method: incoming.method,
        headers: incoming.headers,
      })
      outgoing.on('error', () => response.destroy())
      outgoing.on('response', (answer: IncomingMessage) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers)
        pipeline(answer, response).catch(() => response.destroy())
      })
      pipeline(incoming, outgoing).catch(() => response.destroy())
    }
    if (incoming.method !== 'PUT' || arrived === null) return pass()
    arrived({ release: pass })
    arrived = null
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.close()
    server.closeAllConnections()
    await simulator.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { ...simulator.settings, url },
    holdNext: () =>
      new Promise((resolve) => {
        arrived = resolve
      }),
  }
}
