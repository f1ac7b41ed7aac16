import type { GraphQLSchema } from 'graphql'
import { createYoga } from 'graphql-yoga'
import type { Siblings } from '../directory/siblings.ts'
import type { Context } from '../graphql/context.ts'
import type { Logger } from '../model/logger.ts'
import { type Usage, withUsage } from '../usage.ts'
import { checkBodyHeaders, readBody } from './body.ts'
import { createByteBudget } from './byte-budget.ts'
import type { Caller } from './caller.ts'
import { type CrossSiteGuard, mediaType } from './cross-site.ts'
import { createDocumentCache, useDocumentLimits } from './documents.ts'
import type { Exchange, Route } from './exchange.ts'
import { createFastPath, NotPrepared } from './fast-path.ts'
import { HttpProblem } from './http-problem.ts'
import { respond } from './respond.ts'
import type { Spool } from './spool.ts'
import type { UploadLimits } from './uploads.ts'
import {
  type SeenOperation,
  type ServerContext,
  silentYogaLog,
  useRequestParsers,
  useSeenOperation,
  useShownErrors,
  useShownUsage,
} from './yoga-plugins.ts'

export interface GraphqlEndpointOptions {
  readonly schema: GraphQLSchema
  readonly crossSite: CrossSiteGuard
  readonly maxUploadBytes: number
  /** Where uploaded files wait until they are read. */
  readonly spool: Spool
  readonly log: Logger
  readonly openCaller: (exchange: Exchange) => Promise<Caller>
  /** Those whose writes are seen here as well. */
  readonly siblings: Siblings
  /** How long a client may keep the answer to a query sent with GET, in milliseconds; below a second: not at all. */
  readonly maxAgeMs: number
}

export const GRAPHQL_PATH = '/graphql'
const METHODS = ['GET', 'POST', 'OPTIONS'] as const

/** The longest body that is not a form with files. */
const MAX_JSON_BYTES = 1_000_000
const MAX_FILES = 5
/** What a form holds besides its largest file. */
const MAX_FORM_BYTES = 64 * 1024
/** What all requests together may hold of uploaded files, in files of the largest size. */
const MAX_HELD_FILES = 20

const MULTIPART = 'multipart/form-data'
const BODY_TYPES: ReadonlySet<string | null> = new Set([
  'application/json',
  'application/graphql',
  'application/graphql+json',
  'application/x-www-form-urlencoded',
  MULTIPART,
])

/** `GET` and `POST /graphql`: reads the request within limits, has Yoga answer it, and writes one line into the log. */
export function graphqlRoute(options: GraphqlEndpointOptions): Route {
  const { log, crossSite, maxAgeMs, maxUploadBytes, spool } = options
  const budget = createByteBudget(MAX_HELD_FILES * maxUploadBytes)
  const yoga = createYoga<ServerContext, Context>({
    schema: options.schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: async ({ exchange }) =>
      (await options.openCaller(exchange)).createContext(exchange.requestId, exchange.signal),
    plugins: [useRequestParsers(), useDocumentLimits(), useSeenOperation(), useShownErrors(log), useShownUsage()],
    parserAndValidationCache: {
      documentCache: createDocumentCache(),
      errorCache: { get: () => undefined, set() {} },
      validationCache: false, // useDocumentLimits remembers the valid ones, and no list of mistakes
    },
    logging: silentYogaLog,
    maskedErrors: false, // useShownErrors does it, and knows the request
    maxRequestBodySize: false, // limited below, before Yoga sees the request
    multipart: false,
    graphiql: false,
    landingPage: false,
    cors: false,
  })

  const fastPath = createFastPath({ schema: options.schema, yoga, log, openCaller: options.openCaller })
  options.siblings.on('written', () => {
    fastPath.forget()
    return null
  })

  async function answer(exchange: Exchange, seen: SeenOperation): Promise<void> {
    const { request, response, target } = exchange
    checkBodyType(request)
    const cors = crossSite.check(request, target.host)
    if (request.method === 'OPTIONS') return respond(request, response, 204, { ...cors, allow: METHODS.join(', ') }, '')
    const share = budget.open()
    response.once('close', share.close)
    const uploads = {
      maxFileBytes: maxUploadBytes,
      maxFiles: MAX_FILES,
      maxFieldBytes: MAX_JSON_BYTES,
      maxBodyBytes: maxUploadBytes + MAX_FORM_BYTES,
      hold: share.hold,
      spool,
    }
    const body = await readRequestBody(request, uploads)
    const quick = body && (await fastPath.answer(exchange, body, seen)?.catch(passNotPrepared))
    if (quick) return respond(request, response, quick.status, { ...quick.headers, ...cors, ...NOT_STORED }, quick.body)
    const { method = 'GET' } = request
    const headers = pickHeaders(request)
    const url = `http://localhost${GRAPHQL_PATH}${target.search}`
    const usage: Usage = new Map()
    const parameters = body === null ? { method, headers } : { method, headers, body }
    const result = await withUsage(usage, () => yoga.fetch(url, parameters, { exchange, uploads, seen, usage }))
    if (seen.kind === 'mutation') fastPath.forget()
    const text = await result.text()
    if (text === '' && result.status >= 400) {
      throw new HttpProblem(result.status, 'No answer can be given in that form.')
    }
    const mayBeKept = method === 'GET' && result.status === 200 && seen.kind === 'query' && !seen.errorCodes
    const keeping = mayBeKept && maxAgeMs >= 1000 ? keptFor(maxAgeMs) : NOT_STORED
    const answered = { ...Object.fromEntries(result.headers), ...cors, ...keeping }
    respond(request, response, result.status, answered, text)
  }

  return {
    path: GRAPHQL_PATH,
    methods: METHODS,
    handle: async (exchange) => {
      const startedAt = performance.now()
      const seen: SeenOperation = {}
      exchange.response.once('close', () => {
        const durationMs = Math.round(performance.now() - startedAt)
        const { requestId, response } = exchange
        const status = response.writableFinished ? response.statusCode : null
        log.info({ requestId, ...seen, durationMs, status }, status === null ? 'Client went away' : 'Answered')
      })
      await answer(exchange, seen)
    },
  }
}

const NOT_STORED = { 'cache-control': 'no-store' }

/** By the one who asked alone: the answer holds personal data. */
function keptFor(milliseconds: number): { readonly 'cache-control': string } {
  return { 'cache-control': `private, max-age=${Math.floor(milliseconds / 1000)}` }
}

function passNotPrepared(error: unknown): null {
  if (error instanceof NotPrepared) return null
  throw error
}

function checkBodyType(request: Exchange['request']): void {
  if (request.method !== 'POST' || BODY_TYPES.has(mediaType(request))) return
  throw new HttpProblem(415, 'Bodies of this type are not accepted: send application/json.')
}

/** `null` where Yoga needs none: for GET, and for a form with files, which its parser reads itself. */
async function readRequestBody(
  request: Exchange['request'],
  uploads: UploadLimits,
): Promise<Buffer<ArrayBuffer> | null> {
  if (request.method !== 'POST') return null
  const type = mediaType(request)
  const maxBytes = type === MULTIPART ? uploads.maxBodyBytes : MAX_JSON_BYTES
  checkBodyHeaders(request, maxBytes)
  return type === MULTIPART ? null : readBody(request, maxBytes)
}

/** Those that Yoga looks at. */
function pickHeaders(request: Exchange['request']): Record<string, string> {
  const type = mediaType(request)
  const { accept } = request.headers
  return { ...(accept !== undefined && { accept }), ...(type !== null && { 'content-type': type }) }
}
