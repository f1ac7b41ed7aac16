import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GatewayError } from '../model/errors.ts'
import { hasBody } from './body.ts'
import type { Target } from './host-check.ts'

/** One request and its answer, as a route sees them. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly target: Target
  readonly requestId: string
  /** Aborted when the client goes away and when the request has taken too long; the reason is a `GatewayError`. */
  readonly signal: AbortSignal
}

/** Answers requests below one path. */
export interface Route {
  /** This very path, or with `/*` at its end every path below. */
  readonly path: string
  readonly methods: readonly string[]
  /** What it throws is answered by the server. */
  handle(exchange: Exchange): Promise<void> | void
}

/** The first route for the path, whatever the method. */
export function findRoute(routes: readonly Route[], path: string): Route | null {
  const answers = (route: Route) =>
    route.path.endsWith('/*') ? path.startsWith(route.path.slice(0, -1)) : path === route.path
  return routes.find(answers) ?? null
}

const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** The id that whoever stands before us gave the request, if it is a plain one; else a new one. */
export function readRequestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

/** Counts `timeoutMs` from when the request has arrived whole; until then the listener's own timeout holds. */
export function createRequestSignal(
  request: IncomingMessage,
  response: ServerResponse,
  timeoutMs: number,
): AbortSignal {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const start = (): void => {
    timer = setTimeout(() => {
      controller.abort(new GatewayError('SOURCE_UNAVAILABLE', `The request took longer than ${timeoutMs} ms`))
    }, timeoutMs)
  }
  if (hasBody(request)) request.once('end', start)
  else start()
  response.once('close', () => {
    clearTimeout(timer)
    if (!response.writableFinished) controller.abort(new GatewayError('SOURCE_UNAVAILABLE', 'The client went away'))
  })
  return controller.signal
}
