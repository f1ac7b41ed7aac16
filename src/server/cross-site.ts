import type { IncomingMessage } from 'node:http'
import { HttpProblem } from './http-problem.ts'

/** Bodies of these types a browser sends to another site only after asking it. */
const PREFLIGHTED = new Set(['application/json', 'application/graphql', 'application/graphql+json'])

/** A header of this name can't be set from another site without asking either, whatever its value. */
const PROOF_HEADERS = ['x-graphql-yoga-csrf', 'apollo-require-preflight'] as const

const ALLOWED_HEADERS = ['content-type', 'authorization', 'x-request-id', ...PROOF_HEADERS]

export interface CrossSiteOptions {
  readonly publicUrl: string | null
  /** Origins besides our own whose pages may call. */
  readonly allowedOrigins: readonly string[]
  /** Request headers that hold callers' credentials for sources. */
  readonly credentialHeaders: readonly string[]
}

export interface CrossSiteGuard {
  /**
   * Headers that let an allowed origin read the answer; empty where none are needed. Throws a 403 for a request that a page of
   * another site made, or may have made: its origin is foreign, or its body is of a type that needs no asking and no proof
   * header came with it.
   */
  check(request: IncomingMessage, host: string): Readonly<Record<string, string>>
}

export function createCrossSiteGuard(options: CrossSiteOptions): CrossSiteGuard {
  const allowed = new Set(options.allowedOrigins.map((origin) => new URL(origin).origin))
  if (options.publicUrl !== null) allowed.add(new URL(options.publicUrl).origin)
  const allowedHeaders = [...ALLOWED_HEADERS, ...options.credentialHeaders].join(', ')

  return {
    check(request, host) {
      const { origin } = request.headers
      const own = origin === undefined || isOwn(origin, host)
      if (!own && !allowed.has(origin)) throw new HttpProblem(403, 'Pages of this origin may not call.')
      if (origin === undefined && request.headers['sec-fetch-site'] === 'cross-site') {
        throw new HttpProblem(403, 'Pages of other sites may not call.')
      }
      if (request.method === 'POST' && !isProven(request)) {
        throw new HttpProblem(
          403,
          `Requests with a body of this type need the header ${PROOF_HEADERS.join(' or ')}, with any value.`,
        )
      }
      return own ? {} : corsHeaders(origin, allowedHeaders)
    },
  }
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host
}

function isProven(request: IncomingMessage): boolean {
  const type = mediaType(request)
  return (type !== null && PREFLIGHTED.has(type)) || PROOF_HEADERS.some((name) => request.headers[name] !== undefined)
}

function corsHeaders(origin: string, allowedHeaders: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': allowedHeaders,
    'access-control-expose-headers': 'x-request-id',
    'access-control-max-age': '600',
    vary: 'Origin',
  }
}

/** The body's media type without its parameters, lower-case; `null` where the request names none. */
export function mediaType(request: IncomingMessage): string | null {
  return request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() || null
}
