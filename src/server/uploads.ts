import type { IncomingMessage, ServerResponse } from 'node:http'
import { processRequest } from 'graphql-upload-minimal'
import { UploadedFileValue } from '../graphql/upload.ts'
import { ClientGone, HttpProblem } from './http-problem.ts'
import { guardMultipart } from './multipart-guard.ts'
import type { Spool } from './spool.ts'
import { placeFiles } from './upload-map.ts'

export interface UploadLimits {
  /** The largest file. */
  readonly maxFileBytes: number
  readonly maxFiles: number
  /** The longest `operations`, and the longest `map`. */
  readonly maxFieldBytes: number
  /** Of the whole body. */
  readonly maxBodyBytes: number
  /** Asked for room as bytes arrive; `false`: there is none left. */
  readonly hold: (bytes: number) => boolean
  /** Where the files wait until they are read; they are discarded when the response is closed. */
  readonly spool: Spool
}

/** What of a received part `graphql-upload-minimal` hands on. */
interface ReceivedPart {
  readonly filename?: string
  createReadStream(): AsyncIterable<Buffer>
}

/**
 * Reads a GraphQL multipart request whole: the operation, with an `UploadedFileValue` at every place in its variables that
 * `map` names. Files are taken in as they arrive, in whatever order; when anything is wrong, nothing of them is kept. Throws an `HttpProblem`: 413 past a limit, 400 for a body that is not what the specification
 * (https://github.com/jaydenseric/graphql-multipart-request-spec) asks for or that ends too early; `ClientGone` when the client
 * went away.
 */
export async function readUploads(
  request: IncomingMessage,
  response: ServerResponse,
  limits: UploadLimits,
): Promise<Record<string, unknown>> {
  const guard = guardMultipart(request, limits)
  try {
    const received = receive(guard.request, response, guard.map, limits)
    const [operations] = await Promise.race([Promise.all([received, guard.arrived]), guard.failed])
    return operations
  } catch (error) {
    throw toProblem(error, request)
  } finally {
    guard.release()
  }
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  map: ReadonlyMap<string, readonly (readonly string[])[]>,
  limits: UploadLimits,
): Promise<Record<string, unknown>> {
  const operations = (await processRequest(request, response, {
    maxFieldSize: limits.maxFieldBytes + 1, // a value of exactly this length is taken for one that was cut
    maxFileSize: limits.maxFileBytes + 1,
    maxFiles: limits.maxFiles,
  })) as unknown as Record<string, unknown>
  return await placeFiles(operations, map, (upload) =>
    takeFile(upload.promise as unknown as Promise<ReceivedPart>, response, limits.spool),
  )
}

async function takeFile(
  part: Promise<ReceivedPart>,
  response: ServerResponse,
  spool: Spool,
): Promise<UploadedFileValue> {
  const { filename, createReadStream } = await part
  const file = await spool.receive(createReadStream())
  if (response.closed) {
    await file.discard()
    throw new ClientGone('The upload broke off.')
  }
  response.once('close', () => void file.discard())
  return new UploadedFileValue(toFilename(filename ?? ''), file)
}

const MAX_FILENAME_CHARACTERS = 255

/** The name as text that is safe to show: without control characters and those that turn the direction of writing. */
function toFilename(given: string): string {
  return given.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').slice(0, MAX_FILENAME_CHARACTERS)
}

function toProblem(error: unknown, request: IncomingMessage): unknown {
  if (error instanceof HttpProblem || error instanceof ClientGone) return error
  if (request.destroyed && !request.complete) return new ClientGone('The upload broke off.', { cause: error })
  const { message, status } = error as { message?: string; status?: number }
  return new HttpProblem(status === 413 ? 413 : 400, `The multipart request can not be read: ${message}`, {
    cause: error,
  })
}
