import { GatewayError } from '../model/errors.ts'

/** Where a source's API is: everything asked of it lies here, and its credentials go nowhere else. */
export interface Base {
  readonly source: string
  readonly origin: string
  /** Path of the configured URL, without a slash at its end: `''` or `'/base'`. */
  readonly path: string
}

/** Reads a configured base URL. Throws `INVALID_INPUT` for what is none, and for one that holds credentials. */
export function readBase(source: string, text: string): Base {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new GatewayError('INVALID_INPUT', `the url of ${source} must begin with http:// or https://`, { source })
  }
  if (url.username !== '' || url.password !== '') {
    throw new GatewayError('INVALID_INPUT', `the url of ${source} must hold no user name and no password`, { source })
  }
  return { source, origin: url.origin, path: url.pathname.replace(/\/+$/, '') }
}

/**
 * The URL of a request path below the base; an absolute URL is taken as it is, if it lies on the base's origin. Throws
 * `NOT_FOUND` for a path with a segment of dots, which would otherwise name something else than was meant.
 */
export function toUrl(base: Base, path: string): URL {
  if (/^https?:/i.test(path)) return onOrigin(base, path)
  if (/(^|[/\\])(\.|%2e){1,2}([/\\]|$)/i.test(path.replace(/[?#].*$/s, ''))) {
    throw new GatewayError(
      'NOT_FOUND',
      `${base.source} was not asked: a path with dots in place of an id names nothing`,
      {
        source: base.source,
      },
    )
  }
  return new URL(`${base.origin}${base.path}${path.startsWith('/') ? '' : '/'}${path}`)
}

/**
 * A URL that came in an answer, absolute or relative to `relativeTo` (default: the origin), if it lies on the base's origin. Throws
 * `BAD_SOURCE_RESPONSE` for any other: whoever wrote the answer must not choose who gets the credentials.
 */
export function onOrigin(base: Base, text: string, relativeTo: string = base.origin): URL {
  const url = URL.parse(text, relativeTo)
  if (url !== null && url.origin === base.origin) {
    url.username = ''
    url.password = ''
    url.hash = ''
    return url
  }
  const where = url === null ? 'to something that is no URL' : `to ${url.protocol}//${url.host}`
  throw new GatewayError('BAD_SOURCE_RESPONSE', `${base.source} pointed ${where}, which is not where it lives`, {
    source: base.source,
  })
}
