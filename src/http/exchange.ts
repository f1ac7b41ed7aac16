import type { Dispatcher } from 'undici'
import { errors } from 'undici'
import { decompress, isPlain } from './body.ts'
import type { AnswerHeaders } from './client.ts'

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** On the wire: path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
  /** Of the answer's body, decompressed. */
  readonly maxBytes: number
  /** Ends the exchange and its connection. */
  readonly signal: AbortSignal
}

export interface Incoming {
  readonly status: number
  readonly headers: AnswerHeaders
  /** Decompressed. */
  readonly bytes: Uint8Array
}

export type ExchangeFailure =
  /** No answer began: refused, reset, not found. */
  | 'connection'
  /** Something came, and it is not HTTP. */
  | 'not-http'
  /** The client has been closed: nothing was sent. */
  | 'closed'
  /** An answer began and did not end. */
  | 'cut-off'
  | 'too-large'
  /** The body can't be decompressed. */
  | 'unreadable'
  /** The signal aborted. */
  | 'aborted'

/** How one request went over the wire. */
export type Exchange =
  | { readonly ok: true; readonly answer: Incoming }
  | {
      readonly ok: false
      readonly failure: ExchangeFailure
      /** Whether any of it may have reached the other side. */
      readonly sent: boolean
      /** Of an answer that began. */
      readonly status: number | null
      readonly cause: Error
    }

/**
 * Sends one request and reads its whole answer. Rejects only when the request itself is impossible (a line break in a header), which
 * is a bug or a broken setting.
 *
 * Below `request()` and `fetch()` of undici because only a handler learns when a request is put on a connection, which is what
 * tells a write that was never sent from one whose outcome is unknown.
 */
export async function exchange(dispatcher: Dispatcher, outgoing: Outgoing): Promise<Exchange> {
  const received = await transfer(dispatcher, outgoing)
  if (!received.ok) return received
  const { status, headers, bytes } = received.answer
  if (isPlain(bytes, headers['content-encoding'])) return received
  try {
    return {
      ok: true,
      answer: { status, headers, bytes: await decompress(bytes, headers['content-encoding'], outgoing.maxBytes) },
    }
  } catch (error) {
    const failure = error instanceof RangeError ? 'too-large' : 'unreadable'
    return { ok: false, failure, sent: true, status, cause: harmless(error) }
  }
}

function transfer(
  dispatcher: Dispatcher,
  { method, path, headers, body, maxBytes, signal }: Outgoing,
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let controller: Dispatcher.DispatchController | null = null
    let sent = false
    let answer: { status: number; headers: AnswerHeaders } | null = null
    let byteCount = 0
    let settled = false

    function settle(exchange: Exchange): void {
      settled = true
      signal.removeEventListener('abort', onAbort)
      resolve(exchange)
    }

    function fail(failure: ExchangeFailure, error: unknown): void {
      if (settled) return
      settle({ ok: false, failure, sent, status: answer?.status ?? null, cause: harmless(error) })
      // Ends the connection, too: whatever else comes over it belongs to nobody.
      controller?.abort(new Error(failure))
    }

    function onAbort(): void {
      fail('aborted', signal.reason)
    }

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started
        if (settled) started.abort(new Error('aborted'))
        else sent = true
      },
      onResponseStart(_controller, status, answerHeaders) {
        if (status >= 200) answer = { status, headers: joined(answerHeaders) }
      },
      onResponseData(_controller, chunk) {
        byteCount += chunk.byteLength
        if (byteCount > maxBytes) fail('too-large', new RangeError(`more than ${maxBytes} bytes`))
        else chunks.push(chunk)
      },
      onResponseEnd() {
        if (settled || answer === null) return
        settle({ ok: true, answer: { ...answer, bytes: Buffer.concat(chunks) } })
      },
      onResponseError(_controller, error) {
        if (!settled && error instanceof errors.InvalidArgumentError) {
          settled = true
          signal.removeEventListener('abort', onAbort)
          return reject(error)
        }
        fail(failureOf(error, answer !== null), error)
      },
    }

    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    dispatcher.dispatch({ method, path, headers, body }, handler)
  })
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): AnswerHeaders {
  const all: Record<string, string | undefined> = {}
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    all[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return all
}

function failureOf(error: Error, answerBegan: boolean): ExchangeFailure {
  if (answerBegan) return 'cut-off'
  if (error instanceof errors.ClientClosedError || error instanceof errors.ClientDestroyedError) return 'closed'
  return error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError
    ? 'not-http'
    : 'connection'
}

/** An error's message and code. The rest of what it carries (parsers keep the bytes they failed on) must reach no log. */
function harmless(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('aborted')
  const code = codeOf(error)
  return Object.assign(new Error(error.message || (code ?? error.name)), code !== undefined && { code })
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
