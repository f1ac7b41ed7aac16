import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import type { GraphQLSchema } from 'graphql'
import { type Avatars, createAvatars } from './avatars/avatars.ts'
import { noCache } from './avatars/disk-cache.ts'
import type { LinkedPictures } from './avatars/links.ts'
import { createDirectory } from './directory/create-directory.ts'
import { noSiblings, type Siblings } from './directory/siblings.ts'
import type { SourcePool } from './directory/source-pool.ts'
import { createDirectoryState, type DirectoryState } from './directory/state.ts'
import type { Viewer } from './graphql/context.ts'
import { schema as gatewaySchema } from './graphql/schema.ts'
import type { Logger } from './model/logger.ts'
import { avatarRoute, partitionOf, pictureLinkRoute } from './server/avatars.ts'
import type { Caller } from './server/caller.ts'
import { createCrossSiteGuard } from './server/cross-site.ts'
import { createRequestSignal, type Exchange, findRoute, type Route, readRequestId } from './server/exchange.ts'
import { graphiqlRoutes } from './server/graphiql.ts'
import { GRAPHQL_PATH, graphqlRoute } from './server/graphql-endpoint.ts'
import { healthRoutes } from './server/health.ts'
import { createTargetReader, isLoopback } from './server/host-check.ts'
import { ClientGone, HttpProblem } from './server/http-problem.ts'
import { closeGently, listen, ServerStartError, urlOf } from './server/listener.ts'
import { respondProblem } from './server/respond.ts'
import { openSpool, type Spool } from './server/spool.ts'
import { WEB_APP_FOLDER, webAppRoutes } from './server/web-app.ts'

export { ServerStartError } from './server/listener.ts'

export interface ServerOptions {
  /** Default: the gateway's own. */
  readonly schema?: GraphQLSchema
  readonly pool: SourcePool
  /** The address to listen on. Without credentials configured only a loopback one is allowed. */
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Where the world reaches the gateway; its host is accepted as `Host`. `null`: only where it listens. */
  readonly publicUrl: string | null
  readonly log: Logger
  /** The largest file a request may bring. Default 10,000,000. */
  readonly maxUploadBytes?: number
  /** How long a request may take to arrive whole. Default 60,000. */
  readonly requestTimeoutMs?: number
  /** How long it may then take to be answered; what is there by then is answered, the rest are errors. Default 10,000. */
  readonly answerTimeoutMs?: number
  /** How long `close` waits for running requests. Default 10,000. */
  readonly closeTimeoutMs?: number
  /** Web origins besides its own that a browser may call from: `https://app.example.org`. Default none. */
  readonly allowedOrigins?: readonly string[]
  /** What requests share. Default: made anew and kept in memory. */
  readonly state?: DirectoryState
  /** Other processes that serve the same sources at the same address. Default: none. */
  readonly siblings?: Siblings
  /** Pictures on their way out. Default: made anew for each request, under addresses that end with the process. */
  readonly avatars?: Avatars
  /** Pictures that vendors fetch. Default: none. */
  readonly links?: LinkedPictures
  /** Where uploaded files wait until they are read. Default: the system's folder for temporary files. */
  readonly spool?: Spool
  /** Whether `/readyz` says yes. Default: always, until it closes. */
  readonly readiness?: () => Promise<boolean>
}

export interface KithServer {
  /** Without a slash at its end: `http://127.0.0.1:4000`. */
  readonly url: string
  readonly port: number
  /** Stops accepting, lets running requests end for `closeTimeoutMs`, then cuts off what is left. Sources stay open. */
  close(): Promise<void>
}

const DEFAULTS = {
  maxUploadBytes: 10_000_000,
  requestTimeoutMs: 60_000,
  answerTimeoutMs: 10_000,
  closeTimeoutMs: 10_000,
}

/** Whoever asks, as long as no credentials can be configured. */
const EVERYONE: Viewer = { name: null, scopes: ['read', 'write', 'raw:read'] }

/**
 * Listens and serves. Rejects with a `ServerStartError`, whose message is one line for the operator, when the address is taken
 * or may not be listened on.
 */
export async function startServer(options: ServerOptions): Promise<KithServer> {
  const { pool, host, publicUrl, log, siblings = noSiblings } = options
  const { maxUploadBytes, requestTimeoutMs, answerTimeoutMs, closeTimeoutMs } = { ...DEFAULTS, ...options }
  if (!isLoopback(host)) {
    throw new ServerStartError(
      `Refusing to listen on ${host}: without credentials configured, everybody who can connect may read and write everything. Listen on 127.0.0.1`,
    )
  }
  const state = options.state ?? createDirectoryState()
  const avatars = options.avatars ?? createAvatars({ secret: randomBytes(32), cache: noCache })
  const spool = options.spool ?? (await openSpool(tmpdir()))
  const readTarget = createTargetReader({ host, publicUrl })
  let baseUrl = publicUrl?.replace(/\/+$/, '') ?? ''
  let closing = false

  const openCaller = async ({ request }: Exchange): Promise<Caller> => {
    const seen = await pool.forRequest((name) => request.headers[name]?.toString())
    return {
      key: seen.caller,
      createContext: (requestId, signal) => ({
        directory: createDirectory(seen.sources, { signal, state, caller: seen.caller }),
        requestId,
        signal,
        viewer: EVERYONE,
        avatarUrl: (ref, key, size) => baseUrl + avatars.pathOf(ref, key, size),
        avatarDetails: (ref, key) => avatars.details({ ref, key, partition: partitionOf(ref.source, pool, seen) }),
      }),
    }
  }
  const graphql = graphqlRoute({
    schema: options.schema ?? gatewaySchema,
    crossSite: createCrossSiteGuard({
      publicUrl,
      allowedOrigins: options.allowedOrigins ?? [],
      credentialHeaders: pool.headers,
    }),
    maxAgeMs: pool.maxAgeMs,
    maxUploadBytes,
    spool,
    log,
    openCaller,
    siblings,
  })
  const routes: readonly Route[] = [
    ...graphiqlRoutes(graphql),
    ...(options.links ? [pictureLinkRoute(options.links)] : []),
    avatarRoute(avatars, pool),
    ...healthRoutes(async () => !closing && (await (options.readiness?.() ?? true))),
    ...webAppRoutes(WEB_APP_FOLDER, GRAPHQL_PATH),
  ]

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = readRequestId(request)
    request.on('error', () => undefined) // whoever reads the body sees that it broke off
    response.setHeader('x-request-id', requestId)
    response.setHeader('x-content-type-options', 'nosniff')
    try {
      const target = readTarget(request)
      const route = routeFor(routes, target.path, request.method ?? '')
      const signal = createRequestSignal(request, response, answerTimeoutMs)
      await route.handle({ request, response, target, requestId, signal })
    } catch (error) {
      if (error instanceof ClientGone) return void response.destroy()
      if (!(error instanceof HttpProblem)) log.error({ requestId, error }, 'Unexpected error')
      const problem = error instanceof HttpProblem ? error : new HttpProblem(500, 'Unexpected error')
      respondProblem(request, response, problem, requestId)
    }
  }

  const server = await listen(
    { host, port: options.port, requestTimeoutMs, isShared: siblings.count > 1 },
    (request, response) => {
      void handle(request, response)
    },
  )
  const { url, port } = urlOf(server, host)
  if (publicUrl === null) baseUrl = url
  return {
    url,
    port,
    close: async () => {
      closing = true
      await closeGently(server, closeTimeoutMs)
    },
  }
}

function routeFor(routes: readonly Route[], path: string, method: string): Route {
  const route = findRoute(routes, path)
  if (!route) throw new HttpProblem(404, 'There is nothing at this path.')
  if (route.methods.includes(method)) return route
  const allow = route.methods.join(', ')
  throw new HttpProblem(405, `Only ${allow} are accepted here.`, { headers: { allow } })
}
