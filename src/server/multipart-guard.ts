import type { IncomingMessage } from 'node:http'
import type { Readable, Writable } from 'node:stream'
import { tooLarge } from './body.ts'
import { ClientGone, HttpProblem } from './http-problem.ts'
import { readUploadMap } from './upload-map.ts'
import type { UploadLimits } from './uploads.ts'

/** What the parser tells of a field, and of a file. */
type Field = [name: string, value: string, info: { readonly valueTruncated: boolean }]
type File = [name: string, stream: Readable, info: unknown]

export interface MultipartGuard {
  /** What `processRequest` is to be given in place of the request. */
  readonly request: IncomingMessage
  /** Where each file goes, once `map` has arrived: paths into the operation by the name of the file's part. */
  readonly map: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Resolves when the body has been read to its closing boundary. */
  readonly arrived: Promise<void>
  /** Rejects as soon as anything is wrong. */
  readonly failed: Promise<never>
  /** Lets go of everything still held; the rest of the body, if any, is left unread. */
  release(): void
}

/**
 * Stands between a request and `graphql-upload-minimal`, and sees to what is a server's own to see to: every error of the parser
 * has a listener, a file past the limit is an error, each file is read once, what `map` points at is settled before it is
 * followed, and the whole body is counted as it passes.
 */
export function guardMultipart(request: IncomingMessage, limits: UploadLimits): MultipartGuard {
  const map = new Map<string, readonly (readonly string[])[]>()
  const failed = Promise.withResolvers<never>()
  const arrived = Promise.withResolvers<void>()
  for (const { promise } of [failed, arrived]) promise.catch(() => undefined) // may settle when nobody waits any more
  let parser: Writable | null = null

  const fail = (error: unknown): void => {
    failed.reject(error)
    if (parser === null) return
    request.unpipe(parser)
    parser.destroy(error instanceof Error ? error : new Error('The upload was given up.'))
  }
  let size = 0
  const count = (chunk: Buffer): void => {
    size += chunk.length
    if (size > limits.maxBodyBytes) fail(tooLarge(limits.maxBodyBytes))
    else if (!limits.hold(chunk.length)) fail(tooBusy())
  }
  const onClose = (): void => {
    if (!request.complete) fail(new ClientGone('The upload broke off.'))
  }

  const attach = (target: Writable): void => {
    parser = target
    parser.on('error', fail)
    parser.once('finish', arrived.resolve)
    wrapListener<Field>(parser, 'field', (next) => {
      let operations: unknown
      return (name, value, info) => {
        if (target.destroyed) return // refused already; the parser ends its chunk all the same
        if (!info.valueTruncated) {
          try {
            if (name === 'operations') operations = JSON.parse(value)
            if (name === 'map' && operations !== undefined) readUploadMap(value, operations, limits.maxFiles, map)
          } catch (error) {
            return fail(error instanceof HttpProblem ? error : new HttpProblem(400, `The field ${name} is not JSON.`))
          }
        }
        next(name, value, info)
      }
    })
    wrapListener<File>(parser, 'file', (next) => {
      const seen = new Set<string>()
      return (name, stream, info) => {
        stream.on('error', () => undefined) // whoever reads the stream is told as well
        if (target.destroyed) return
        stream.once('limit', () => {
          stream.destroy()
          fail(new HttpProblem(413, `A file is larger than ${limits.maxFileBytes} bytes.`))
        })
        if (seen.has(name)) return fail(new HttpProblem(400, 'Two parts of the form have the same name.'))
        if (map.has(name)) seen.add(name)
        next(name, stream, info)
      }
    })
    request.on('data', count)
    request.pipe(parser)
  }

  request.once('close', onClose)
  const guarded = {
    headers: request.headers,
    get readableEnded() {
      return request.readableEnded
    },
    pipe: (target: Writable) => attach(target),
    unpipe: (target: Writable) => request.unpipe(target),
    once: (event: string, listener: () => void) => request.once(event, listener),
    resume: () => request.resume(),
  }
  return {
    request: guarded as unknown as IncomingMessage, // all of it that the package uses
    map,
    arrived: arrived.promise,
    failed: failed.promise,
    release: () => {
      request.off('data', count).off('close', onClose)
      if (parser && !parser.writableFinished) parser.destroy()
    },
  }
}

function tooBusy(): HttpProblem {
  return new HttpProblem(503, 'Too many files are being uploaded at the moment.', { headers: { 'retry-after': '1' } })
}

/** Puts `wrap` in the place of the listeners that the package has for an event. */
function wrapListener<Arguments extends unknown[]>(
  emitter: Writable,
  event: string,
  wrap: (next: (...args: Arguments) => void) => (...args: Arguments) => void,
): void {
  const listeners = emitter.listeners(event)
  emitter.removeAllListeners(event)
  const wrapped = wrap((...args) => {
    for (const listener of listeners) listener(...args)
  })
  emitter.on(event, (...args: unknown[]) => wrapped(...(args as Arguments)))
}
