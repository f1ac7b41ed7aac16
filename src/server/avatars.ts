import { AVATARS_PATH } from '../avatars/address.ts'
import type { Avatars } from '../avatars/avatars.ts'
import { LINK_PATH, type LinkedPictures } from '../avatars/links.ts'
import type { Wanted } from '../avatars/originals.ts'
import { readAccept } from '../avatars/rendition.ts'
import type { RequestSources, SourcePool } from '../directory/source-pool.ts'
import { type ErrorCode, GatewayError } from '../model/errors.ts'
import type { RecordRef } from '../model/ref.ts'
import type { Exchange, Route } from './exchange.ts'
import { HttpProblem } from './http-problem.ts'
import { respond } from './respond.ts'

/** For whatever a picture is taken for: it runs nothing, and nothing of it is shown inside another page. */
const HARMLESS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline; filename="avatar"',
}
const SHOWN = { ...HARMLESS, 'cross-origin-resource-policy': 'cross-origin' }

// Another picture has another address. Private: it is somebody's face, and no shared cache's business.
const LASTING = 'private, max-age=31536000, immutable'
const PASSING = 'private, no-cache'

/** Serves pictures at the addresses of `Avatars.pathOf`. */
export function avatarRoute(avatars: Avatars, pool: SourcePool): Route {
  // Whoever changes accounts in one browser must not be shown what the last one was.
  const shown = { ...SHOWN, vary: ['accept', ...pool.headers].join(', ') }
  return {
    path: `${AVATARS_PATH}*`,
    methods: ['GET', 'HEAD'],
    handle: async (exchange) => {
      const { request, response, target, signal } = exchange
      const address = avatars.readAddress(target.path, target.search)
      if (address === 'unknown') throw notFound()
      if (address === 'bad-size') throw new HttpProblem(400, 'Pictures are not served at this size.')
      const wanted = await findSource(exchange, pool, address.ref, address.key)
      if (wanted === null) throw notFound()
      const understood = readAccept(request.headers.accept)
      const found = await avatars.load(wanted, { size: address.size, understood }, signal).catch(translate)
      // The address is one of ours, and what it says is that there is nothing: no fault, and no line in a browser's console.
      if (found === null) return respond(request, response, 204, { ...shown, 'cache-control': PASSING }, '')
      const headers = { ...shown, 'cache-control': found.lasting ? LASTING : PASSING, etag: found.etag }
      if (matches(request.headers['if-none-match'], found.etag)) return respond(request, response, 304, headers, '')
      respond(request, response, 200, { ...headers, 'content-type': found.contentType }, found.bytes)
    },
  }
}

/** Hands out, to vendors that fetch, the pictures that `PictureLinks.linkTo` has made addresses of. */
export function pictureLinkRoute(links: LinkedPictures): Route {
  return {
    path: `${LINK_PATH}*`,
    methods: ['GET', 'HEAD'],
    handle: async ({ request, response, target }) => {
      const picture = await links.take(target.path.slice(LINK_PATH.length), { counts: request.method === 'GET' })
      if (picture === null) throw notFound()
      const headers = { ...HARMLESS, 'cache-control': 'no-store', 'content-type': picture.contentType }
      respond(request, response, 200, headers, picture.bytes)
    },
  }
}

/** The source as the caller may see it. */
async function findSource(
  { request }: Exchange,
  pool: SourcePool,
  ref: RecordRef,
  key: string,
): Promise<Wanted | null> {
  const seen = await pool.forRequest((name) => request.headers[name]?.toString())
  const source = seen.sources.find(({ name }) => name === ref.source)
  if (source?.readAvatar === undefined) return null
  return { source, ref, key, partition: partitionOf(ref.source, pool, seen) }
}

/** Keeps pictures apart that were read with callers' own credentials; what the configured ones read is one for all. */
export function partitionOf(sourceName: string, pool: SourcePool, { sources, caller }: RequestSources): string {
  const index = sources.findIndex(({ name }) => name === sourceName)
  return sources[index] === pool.configured[index] ? '' : caller
}

/** RFC 9110 §13.1.2: a list of tags, compared without regard to their strength, or a star. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
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
