import { isIP } from 'node:net'
import { createHttpClient, type HttpClient } from '../../http/client.ts'
import { GatewayError } from '../../model/errors.ts'
import type { RecordRef } from '../../model/ref.ts'
import type { AvatarBytes, CallOptions } from '../source.ts'
import { type Api, readOne } from './api.ts'
import { blankToNull, toWireId } from './values.ts'
import { contact, individual } from './wire.ts'

export interface AvatarOptions {
  readonly maxBytes: number
  readonly timeoutMs: number
}

/**
 * The picture of a person, or of a contact's primary person. It lies where the vendor says: on its own host, or on a public one of
 * others (recorded: object storage), from where it is fetched without credentials.
 */
export function createAvatarReader(api: Api, options: AvatarOptions) {
  return async function readAvatar(ref: RecordRef, { signal }: CallOptions): Promise<AvatarBytes | null> {
    const url = await readUrl(api, ref, signal)
    if (url === null) return null
    const target = URL.parse(url, api.http.origin)
    if (target === null) throw unreadable(api.source, 'under something that is no URL')
    if (target.origin === api.http.origin) return fetchPicture(api.source, api.http, target.href, signal)
    if (target.protocol !== 'https:' || !isPublicName(target.hostname)) {
      throw unreadable(api.source, 'on a host that is not fetched from')
    }
    const elsewhere = createHttpClient({
      source: api.source,
      url: target.origin,
      timeoutMs: options.timeoutMs,
      maxResponseBytes: options.maxBytes,
      concurrency: 1,
      publicOnly: true,
    })
    try {
      return await fetchPicture(api.source, elsewhere, target.href, signal)
    } finally {
      await elsewhere.close()
    }
  }
}

async function readUrl(api: Api, { type, id }: RecordRef, signal: AbortSignal): Promise<string | null> {
  const wireId = toWireId(id)
  if (wireId === null) return null
  if (type === 'Organization') {
    const found = await readOne(api, `/api/Contact/${wireId}`, contact, 'a contact', signal)
    return blankToNull(found?.primaryAvatarUrl)
  }
  const found = await readOne(api, `/api/ContactIndividual/${wireId}`, individual, 'an individual', signal)
  return blankToNull(found?.avatarUrl)
}

async function fetchPicture(
  source: string,
  http: HttpClient,
  url: string,
  signal: AbortSignal,
): Promise<AvatarBytes | null> {
  const path = http.onOrigin(url)
  const answer = await http.request({
    method: 'GET',
    path,
    as: 'bytes',
    accept: [404, 410],
    anonymous: true,
    shownPath: '/…',
    signal,
  })
  if (answer.status !== 200) return null
  const contentType = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!contentType.startsWith('image/')) throw unreadable(source, 'as something that is no picture')
  return { bytes: answer.bytes, contentType }
}

/** A name that can be somebody's on the internet: no address, no name of a local network. */
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '')
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || !name.includes('.')) return false
  return !/\.(local|localhost|internal|intranet|lan|home|corp|test|invalid|onion|arpa)$/i.test(name)
}

function unreadable(source: string, where: string): GatewayError {
  return new GatewayError('BAD_SOURCE_RESPONSE', `${source} keeps this picture ${where}`, { source })
}
