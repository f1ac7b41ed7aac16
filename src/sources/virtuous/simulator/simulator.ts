import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addressRoutes } from './addresses.ts'
import { type Answer, badRequest, type ErrorFamily, notFound, Refusal, toAnswer } from './answers.ts'
import { contactRoutes } from './contacts.ts'
import { type Fault, faultAnswer, send, takeFault } from './faults.ts'
import { individualRoutes } from './individuals.ts'
import { methodRoutes } from './methods.ts'
import { otherRoutes } from './others.ts'
import type { Route, Rules } from './request.ts'
import { seedState } from './seed.ts'
import { API_KEY, createSignIn, type SignIn } from './sign-in.ts'
import type { State } from './state.ts'
import { tagRoutes } from './tags.ts'

export interface VirtuousSimulatorOptions {
  /** 0 or absent: a free one. */
  readonly port?: number
  /** How many individuals it is filled with; about half as many contacts. Default 120. */
  readonly people?: number
  readonly errorFamily?: ErrorFamily
  /** What a PUT does to what was not sent. Default `replace`: it is removed. */
  readonly putSemantics?: 'replace' | 'patch'
  /** The parameter that `ContactIndividual/QueryOptions` lists for an individual's own id. `null`: none. */
  readonly individualIdParameter?: string | null
  /** What can be asked of it. Default `Is` and `In`. */
  readonly individualIdOperators?: readonly string[]
  readonly maxGroups?: number
  /** Whether a new primary contact method or address takes the flag from the former one. Default true. */
  readonly demotesPrimary?: boolean
  /** Whether an e-mail address that another contact has is refused with 409. Default false. */
  readonly uniqueEmails?: boolean
  readonly twoFactor?: boolean
  readonly tokenLifeSeconds?: number
  /** Requests an hour. Default 5000. */
  readonly hourlyLimit?: number
  readonly faults?: readonly Fault[]
  readonly now?: () => number
}

export interface VirtuousSimulator {
  readonly url: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly state: State
  readonly signIn: SignIn
  /** What came in, in order; what was refused, sign-ins and pictures fetched too. Bodies that are no JSON as null. */
  readonly calls: readonly SeenCall[]
  resetCalls(): void
  fail(...faults: readonly Fault[]): void
  /** How many requests are left in this hour. */
  setRemaining(remaining: number): void
  close(): Promise<void>
}

export interface SeenCall {
  readonly method: string
  readonly path: string
  /** Without its `?`. */
  readonly query: string
  /** Whether it came with credentials, good ones or not. */
  readonly isAuthorized: boolean
  readonly body: unknown
}

const ROUTES: readonly Route[] = [
  ...otherRoutes,
  ...contactRoutes,
  ...individualRoutes,
  ...methodRoutes,
  ...addressRoutes,
  ...tagRoutes,
]

/** Starts the pretended vendor on the loopback interface. */
export async function startVirtuousSimulator(options: VirtuousSimulatorOptions = {}): Promise<VirtuousSimulator> {
  const now = options.now ?? Date.now
  const limit = options.hourlyLimit ?? 5000
  let remaining = limit
  const state = seedState(options.people ?? 120, now)
  const signIn = createSignIn({
    twoFactor: options.twoFactor ?? false,
    tokenLifeSeconds: options.tokenLifeSeconds ?? 1_296_000,
    now,
  })
  const rules: Rules = {
    putSemantics: options.putSemantics ?? 'replace',
    maxGroups: options.maxGroups ?? 50,
    individualId:
      options.individualIdParameter === null
        ? null
        : {
            parameter: options.individualIdParameter ?? 'Individual Id',
            operators: options.individualIdOperators ?? ['Is', 'In'],
          },
    demotesPrimary: options.demotesPrimary ?? true,
    uniqueEmails: options.uniqueEmails ?? false,
  }
  const calls: SeenCall[] = []
  const faults: Fault[] = [...(options.faults ?? [])]

  const answer = async (request: IncomingMessage, rawBody: Buffer, url: URL): Promise<Answer> => {
    const contentType = request.headers['content-type'] ?? ''
    const method = request.method ?? 'GET'
    if (method === 'GET' && url.pathname.startsWith('/avatars/')) return avatarAnswer(state, url.pathname)
    if (method === 'POST' && url.pathname === '/Token') return signIn.grant(contentType, rawBody.toString('utf8'))
    const user = signIn.whoIs(request.headers.authorization)
    if (user === null) {
      const headers = { 'www-authenticate': 'Bearer' }
      throw new Refusal(401, 'Authorization has been denied for this request.', [], headers)
    }
    if (remaining <= 0) {
      const headers = { 'retry-after': '847' }
      throw new Refusal(429, 'You have exceeded the request rate limit. Retry after 847 seconds.', [], headers)
    }
    remaining -= 1
    for (const [verb, pattern, handler] of ROUTES) {
      const match = verb === method ? pattern.exec(url.pathname) : null
      if (match === null) continue
      const body = contentType.startsWith('application/json') ? readJson(rawBody) : undefined
      const origin = url.origin
      return await handler({
        state,
        rules,
        origin,
        user,
        params: match.slice(1),
        query: url.searchParams,
        body,
        rawBody,
        contentType,
      })
    }
    throw notFound()
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => response.destroy())
    request.on('end', async () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
      const rawBody = Buffer.concat(chunks)
      calls.push(seenCall(request, url, rawBody))
      const fault = takeFault(faults, request.method ?? 'GET', url.pathname)
      if (fault?.kind === 'hang') return
      if (fault?.kind === 'reset') return response.destroy()
      const result =
        fault !== undefined && fault.kind !== 'cut'
          ? faultAnswer(fault)
          : await answer(request, rawBody, url).catch((error: unknown) => {
              if (error instanceof Refusal) return toAnswer(error, options.errorFamily ?? 'mixed')
              throw error
            })
      // The hour ends where clocks say so: `Reset` is in Unix seconds.
      const reset = Math.ceil((now() + 1) / 3_600_000) * 3600
      response.setHeader('x-ratelimit-limit', String(limit))
      response.setHeader('x-ratelimit-remaining', String(Math.max(0, remaining)))
      response.setHeader('x-ratelimit-reset', String(reset))
      send(response, result, fault?.kind === 'cut')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settings: { token: API_KEY },
    state,
    signIn,
    calls,
    resetCalls: () => {
      calls.length = 0
    },
    fail: (...more) => {
      faults.push(...more)
    },
    setRemaining: (left) => {
      remaining = left
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function avatarAnswer(state: State, path: string): Answer {
  const picture = state.avatars.get(path.slice('/avatars/'.length))
  if (picture === undefined) throw notFound()
  return { status: 200, bytes: picture.bytes, headers: { 'content-type': picture.contentType } }
}

function readJson(body: Buffer): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw badRequest('The request is invalid.', 'body')
  }
}

function seenCall(request: IncomingMessage, url: URL, body: Buffer): SeenCall {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  const text = body.toString('utf8')
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    isAuthorized: request.headers.authorization !== undefined,
    body: isJson && text !== '' ? JSON.parse(text) : null,
  }
}
