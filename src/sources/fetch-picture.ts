import { createHttpClient, type HttpClient } from '../http/client.ts'
import { GatewayError } from '../model/errors.ts'
import type { AvatarBytes } from './source.ts'

export interface FetchPictureOptions {
  /** The source's own: pictures on its origin are fetched with its credentials. */
  readonly client: HttpClient
  /** Configured name, for errors. */
  readonly source: string
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal
  /** For an origin that is not the source's. Default: one that carries no credentials and connects to public addresses only. */
  readonly clientFor?: (origin: string) => HttpClient
}

const MAX_REDIRECTS = 3
const REDIRECTS = [301, 302, 303, 307, 308]

/**
 * The picture at an address that a vendor gave, wherever it lies: credentials go to the vendor's own origin only, and so they are
 * left behind where that origin redirects to its storage. `null`: there is none any more. Throws `BAD_SOURCE_RESPONSE` for what is
 * no picture, for an address that is not public, and for a redirect that is endless or another's than the vendor's.
 */
export async function fetchPicture(url: URL, options: FetchPictureOptions): Promise<AvatarBytes | null> {
  let target = url
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const { status, headers, bytes } = await fetchOne(target, options)
    if (REDIRECTS.includes(status)) {
      // The vendor may say where its storage is; whoever else sends us on is not followed.
      if (target.origin !== options.client.origin) break
      const next = URL.parse(headers.location ?? '', target)
      if (next === null || !/^https?:$/.test(next.protocol)) break
      target = next
      continue
    }
    if (status >= 400) return null
    const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
    // Storage that was never told what it keeps says octet-stream.
    if (contentType.startsWith('image/') || contentType === 'application/octet-stream') return { bytes, contentType }
    throw unreadable(options.source, 'answered something else where its picture should be')
  }
  throw unreadable(options.source, 'sends whoever wants its picture on and on')
}

async function fetchOne(url: URL, options: FetchPictureOptions) {
  const { client, source, timeoutMs, maxBytes, signal } = options
  if (url.origin === client.origin) return request(client, url, signal)
  const elsewhere =
    options.clientFor?.(url.origin) ??
    createHttpClient({
      source,
      url: url.origin,
      timeoutMs,
      maxResponseBytes: maxBytes,
      concurrency: 1,
      retries: 0,
      publicOnly: true,
    })
  try {
    return await request(elsewhere, url, signal)
  } finally {
    await elsewhere.close()
  }
}

function request(client: HttpClient, url: URL, signal: AbortSignal) {
  return client.request({
    method: 'GET',
    path: client.onOrigin(url.href),
    as: 'bytes',
    accept: [404, 410, ...REDIRECTS],
    // A path in somebody's storage may be all that protects the picture.
    shownPath: '/(a picture)',
    signal,
  })
}

function unreadable(source: string, what: string): GatewayError {
  return new GatewayError('BAD_SOURCE_RESPONSE', `${source} ${what}`, { source })
}
