import { createHash } from 'node:crypto'
import type { SourcePool } from '../directory/source-pool.ts'
import { type ErrorCode, GatewayError } from '../model/errors.ts'
import { PICTURE_TYPES } from '../model/picture.ts'
import { RECORD_TYPES, type RecordRef, type RecordType } from '../model/ref.ts'
import type { Route } from './exchange.ts'
import { HttpProblem } from './http-problem.ts'
import { respond } from './respond.ts'

const PATH = '/avatars/'

/** The address of a record's picture below the server's own. `key` names the picture, so that another one has another address. */
export function avatarPath(ref: RecordRef, key: string, size: number | null): string {
  const segments = [ref.type, ref.source, ref.id, key].map(encodeURIComponent).join('/')
  return `${PATH}${segments}${size === null ? '' : `?size=${size}`}`
}

/** Serves pictures at the addresses of `avatarPath`, as their sources hold them. */
export function avatarRoute(pool: SourcePool): Route {
  return {
    path: `${PATH}*`,
    methods: ['GET', 'HEAD'],
    handle: async ({ request, response, target, signal }) => {
      const ref = readRef(target.path)
      const { sources } = await pool.forRequest((name) => request.headers[name]?.toString())
      const source = ref && sources.find(({ name }) => name === ref.source)
      const avatar = ref && (await source?.readAvatar?.(ref, { signal }).catch(translate))
      if (!avatar) throw notFound()
      const etag = `"${createHash('sha256').update(avatar.bytes).digest('base64url')}"`
      const headers = {
        etag,
        'cache-control': 'private, no-cache',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-site',
      }
      if (request.headers['if-none-match'] === etag) return respond(request, response, 304, headers, '')
      const type = (PICTURE_TYPES as readonly string[]).includes(avatar.contentType)
        ? avatar.contentType
        : 'application/octet-stream'
      respond(request, response, 200, { ...headers, 'content-type': type }, avatar.bytes)
    },
  }
}

function readRef(path: string): RecordRef | null {
  try {
    const [type, source, id, key, ...more] = path.slice(PATH.length).split('/').map(decodeURIComponent)
    if (!isRecordType(type) || !source || !id || !key || more.length > 0) return null
    return { type, source, id }
  } catch {
    return null // a broken percent escape: not an address of ours
  }
}

function isRecordType(type: string | undefined): type is RecordType {
  return (RECORD_TYPES as readonly (string | undefined)[]).includes(type)
}

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  INVALID_INPUT: 404,
  NOT_FOUND: 404,
  UNSUPPORTED: 404,
  RATE_LIMITED: 503,
}

function translate(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error
  const status = STATUS[error.code] ?? 502
  if (status === 404) throw notFound()
  const seconds = error.retryAfterMs === undefined ? null : Math.ceil(error.retryAfterMs / 1000)
  throw new HttpProblem(status, 'The source did not give the picture.', {
    cause: error,
    headers: seconds === null ? {} : { 'retry-after': String(seconds) },
  })
}

function notFound(): HttpProblem {
  return new HttpProblem(404, 'There is no such picture.')
}
