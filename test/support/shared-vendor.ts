import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Simulator } from './gateway.ts'
import type { MarkedSimulator } from './marked-simulators.ts'
import type { World } from './worlds.ts'

/** A vendor of one address and an account for each world. */
export interface SharedVendor extends Simulator {
  readonly calls: readonly VendorCall[]
}

export interface VendorCall {
  readonly method: string
  readonly path: string
  /** The headers that say who asks. */
  readonly credentials: readonly string[]
  readonly body: string
  /** Whose account answered; `null`: nobody's, for it was refused. */
  readonly world: World | null
}

/** Lets each request through to the account whose token it carries; or whose path it asks for, where it carries none. */
export async function startSharedVendor(
  accounts: readonly (readonly [world: World, simulator: MarkedSimulator])[],
): Promise<SharedVendor> {
  const calls: VendorCall[] = []

  function accountOf(credentials: readonly string[], path: string) {
    const found = accounts.filter(([{ token }, { hasPath }]) =>
      credentials.length === 0 ? hasPath(path) : credentials.some((text) => text.includes(token)),
    )
    return found.length === 1 ? found[0] : undefined
  }

  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const { method = 'GET', url: path = '/', headers } = request
    const credentials = [headers.authorization, headers.cookie].filter((text) => text !== undefined)
    const account = accountOf(credentials, path)
    calls.push({ method, path, credentials, body: body.toString('latin1'), world: account?.[0] ?? null })
    if (!account) return void response.writeHead(401).end()
    const [{ token }, simulator] = account
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value).replaceAll(token, simulator.token)]),
    )
    const answer = await forward(new URL(path, simulator.url), { method, headers: own }, body)
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settings: {},
    calls,
    resetCalls: () => void calls.splice(0),
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await Promise.all(accounts.map(([, simulator]) => simulator.close()))
    },
  }
}

function forward(
  url: URL,
  options: { readonly method: string; readonly headers: OutgoingHttpHeaders },
  body: Buffer,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => send(url, options, resolve).on('error', reject).end(body))
}
