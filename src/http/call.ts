import type { Dispatcher } from 'undici'
import { orAborted } from '../model/or-aborted.ts'
import { ACCEPT_ENCODING, type EncodedBody, encodeBody, readBody } from './body.ts'
import type { HttpAnswer, HttpClientOptions, HttpRequest } from './client.ts'
import type { Deadline } from './deadline.ts'
import { startDeadline } from './deadline.ts'
import type { Attempted } from './errors.ts'
import { broken, ended, refused } from './errors.ts'
import type { Exchange, Incoming } from './exchange.ts'
import { exchange } from './exchange.ts'
import type { Base } from './origin.ts'
import { onOrigin, toUrl } from './origin.ts'
import type { RememberedBodies } from './remembered-bodies.ts'
import type { Attempt } from './retry.ts'
import { withRetries } from './retry.ts'
import { secretsOf } from './secrets.ts'
import type { SessionHeaders } from './session.ts'
import type { Throttle } from './throttle.ts'
import type { Timers } from './timers.ts'

/** What a client's calls share. */
export interface CallContext extends HttpClientOptions {
  readonly base: Base
  readonly dispatcher: Dispatcher
  readonly throttle: Throttle
  readonly timers: Timers
  readonly rememberedBodies: RememberedBodies
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  readonly retries: number
}

const MAX_REDIRECTS = 3
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const NO_HEADERS: SessionHeaders = {}
/** Tells the clients of one process apart. */
let clients = 0

/** Makes `HttpClient.request`. */
export function createCall(context: CallContext): (request: HttpRequest) => Promise<HttpAnswer> {
  const { base, source, session, timers, rememberedBodies } = context
  const client = String(clients++)
  const jsonHeaders = commonHeaders('application/json', context.headers)
  const bytesHeaders = commonHeaders('*/*', context.headers)

  return async function call(request) {
    const url = withQuery(toUrl(base, request.path), request.query)
    const attempted: Attempted = {
      source,
      name: `${request.method} ${request.shownPath ?? url.pathname.slice(sharedLength(url.pathname, base.path))}`,
      idempotent: request.idempotent ?? request.method === 'GET',
    }
    const deadline = startDeadline(context.timeoutMs, request.signal, timers)
    try {
      deadline.signal.throwIfAborted()
      const encoded = encodeBody(request)
      const body = encoded instanceof Promise ? await encoded : encoded
      const read = askedBy(request, attempted, url, body.bytes)
      const asked = read && `${client} ${read}`
      let mayRenew = session !== undefined && request.anonymous !== true

      /** One attempt: the request with its credentials, renewed if they are refused, and the redirects it leads to. */
      const attempt = async (): Promise<Attempt<HttpAnswer>> => {
        let target = url
        for (let redirects = 0; ; ) {
          const credentials =
            session?.fixed && !request.anonymous ? session.fixed : await credentialsFor(request, deadline)
          const headers = headersOf(request, credentials, body.contentType)
          const sent = await send(request, target, headers, body.bytes, deadline)
          if (!sent.ok) return broken(attempted, sent, deadline)
          const { answer } = sent
          context.onAnswer?.(answer.status, answer.headers)
          if (isSuccess(request, answer.status)) return { ok: true, value: toAnswer(request, asked, answer) }
          if (answer.status === 401 && mayRenew) {
            mayRenew = false
            if (await renew(credentials, deadline)) continue
          }
          const location = redirectOf(request, answer)
          if (location !== null && redirects < MAX_REDIRECTS) {
            redirects++
            target = onOrigin(base, location, target.href)
            continue
          }
          const answerBody = readBody(answer.bytes, answer.headers['content-type'])
          return refused(attempted, {
            status: answer.status,
            headers: answer.headers,
            vendor: context.readError?.(answer.status, answerBody, answer.headers) ?? null,
            secrets: secretsOf(request, headers, credentials),
            now: timers.now,
          })
        }
      }

      return await withRetries(attempt, { retries: context.retries, deadline, timers })
    } catch (error) {
      // Ended while nothing was on its way: in the queue, signing in, or between two attempts.
      if (deadline.ended !== null && error === deadline.signal.reason) throw ended(attempted, deadline, false)
      throw error
    } finally {
      deadline.dispose()
    }
  }

  function toAnswer(request: HttpRequest, asked: string | null, { status, headers, bytes }: Incoming): HttpAnswer {
    if (request.as === 'bytes') return { status, headers, bytes, body: null }
    const type = headers['content-type']
    const body = asked === null ? readBody(bytes, type) : rememberedBodies.read(asked, bytes, type)
    return { status, headers, bytes, body }
  }

  async function credentialsFor(request: HttpRequest, { signal }: Deadline): Promise<SessionHeaders> {
    if (session === undefined || request.anonymous === true) return NO_HEADERS
    return orAborted(session.apply(signal), signal)
  }

  async function renew(credentials: SessionHeaders, { signal }: Deadline): Promise<boolean> {
    if (session?.renew === undefined) return false
    return orAborted(session.renew(signal, credentials), signal)
  }

  /** Waits for its turn and sends. The turn is over when the answer is whole: nobody waits for a sign-in or a pause with it in hand. */
  async function send(
    { method, shownPath }: HttpRequest,
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array | null,
    { signal }: Deadline,
  ): Promise<Exchange> {
    const release = await context.throttle.acquire(signal)
    try {
      context.onRequest?.(method, shownPath ?? url.pathname)
      const path = `${url.pathname}${url.search}`
      return await exchange(context.dispatcher, {
        method,
        path,
        headers,
        body,
        maxBytes: context.maxResponseBytes,
        signal,
      })
    } finally {
      release()
    }
  }

  function headersOf(
    request: HttpRequest,
    credentials: SessionHeaders,
    contentType: string | null,
  ): Readonly<Record<string, string>> {
    const headers = { ...(request.as === 'bytes' ? bytesHeaders : jsonHeaders) }
    if (contentType !== null) headers['content-type'] = contentType
    addLowerCased(headers, credentials)
    addLowerCased(headers, request.headers)
    return headers
  }
}

function isSuccess(request: HttpRequest, status: number): boolean {
  return (status >= 200 && status < 300) || request.accept?.includes(status) === true
}

/** What a request that only reads asks for; `null` for any other, and for a sign-in: what that gives is kept nowhere else. */
function askedBy(
  { method, as, anonymous }: HttpRequest,
  { idempotent }: Attempted,
  url: URL,
  body: EncodedBody['bytes'],
) {
  if (!idempotent || (method !== 'GET' && method !== 'POST') || as === 'bytes' || anonymous) return null
  return body instanceof Uint8Array ? null : `${method} ${url.href} ${body ?? ''}`
}

function redirectOf({ method }: HttpRequest, { status, headers }: Incoming): string | null {
  return method === 'GET' && REDIRECTS.has(status) ? (headers.location ?? null) : null
}

function withQuery(url: URL, query: HttpRequest['query']): URL {
  if (query === undefined) return url
  const added = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) added.append(name, String(one))
  }
  if (added.size > 0) url.search = [url.search.slice(1), added.toString()].filter((part) => part !== '').join('&')
  return url
}

/** How much of a path is the base's own. */
function sharedLength(path: string, basePath: string): number {
  return path.startsWith(`${basePath}/`) ? basePath.length : 0
}

/** Of every request of a client that takes such answers. */
function commonHeaders(accept: string, configured: HttpClientOptions['headers']): Record<string, string> {
  const headers = { accept, 'accept-encoding': ACCEPT_ENCODING, 'user-agent': 'kith' }
  addLowerCased(headers, configured)
  return headers
}

function addLowerCased(headers: Record<string, string>, added: Readonly<Record<string, string>> | undefined): void {
  for (const name in added) headers[name.toLowerCase()] = added[name]!
}
