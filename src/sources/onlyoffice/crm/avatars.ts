import { createHash } from 'node:crypto'
import type { HttpClient } from '../../../http/client.ts'
import { GatewayError } from '../../../model/errors.ts'
import type { AvatarInfo } from '../../../model/record.ts'
import { fetchPicture } from '../../fetch-picture.ts'
import type { AvatarBytes, CallOptions, PlannedRequest } from '../../source.ts'

/**
 * Pictures of contacts and users. A contact shows no link to its picture, only to a page whose text is that link, so that telling
 * even which picture it has takes a call of its own. Links are remembered for a while, and forgotten when a picture is set from here.
 */
export interface Avatars {
  /** A contact's picture; `null` for none. With `fresh`, never as remembered. */
  ofContact(
    id: string,
    isCompany: boolean,
    options: CallOptions & { readonly fresh?: boolean },
  ): Promise<AvatarInfo | null>
  /**
   * A contact's picture as far as it can be told without asking: which it is, where that is remembered; otherwise that there may
   * be one, under a key of its own for a while. Reading it then tells.
   */
  ofContactUnasked(id: string): AvatarInfo | null
  readContact(id: string, isCompany: boolean, options: CallOptions): Promise<AvatarBytes | null>
  /** The picture at a link that a user's profile shows. */
  ofUser(link: string | null | undefined): AvatarInfo | null
  readUser(link: string | null | undefined, options: CallOptions): Promise<AvatarBytes | null>
  /** After a request that was carried out, or may have been. */
  note(request: PlannedRequest): void
}

export interface AvatarsOptions {
  readonly source: string
  readonly http: HttpClient
  readonly timeoutMs: number
  /** How long links are remembered; 0: not at all. */
  readonly keepMs: number
  readonly now: () => number
}

/** What stands in for a picture where there is none. */
const DEFAULT_PICTURE = /\/(empty_\w+_logo|(dark_)?default_user_photo)/i
const BIG = 3
/** The portal keeps pictures of 200 × 200 pixels; a user's original may be larger. */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024
const MAX_REMEMBERED = 10_000
const OF_A_PICTURE = /\/crm\/contact\/(\d+)\/(?:changephoto|avatar)(?:\?|$)/

export function createAvatars({ source, http, timeoutMs, keepMs, now }: AvatarsOptions): Avatars {
  const known = new Map<string, { readonly link: string | null; readonly untilMs: number }>()
  let writes = 0

  async function linkOf(
    id: string,
    isCompany: boolean,
    { fresh = false, ...options }: CallOptions & { readonly fresh?: boolean },
  ): Promise<string | null> {
    const kept = known.get(id)
    if (!fresh && kept !== undefined && now() < kept.untilMs) return kept.link
    const before = writes
    const link = await readLink(id, isCompany, options)
    // What was read while a picture was being set may be the former one.
    if (before === writes && keepMs > 0) remember(id, link)
    return link
  }

  function remember(id: string, link: string | null): void {
    known.delete(id)
    known.set(id, { link, untilMs: now() + keepMs })
    if (known.size > MAX_REMEMBERED) known.delete(known.keys().next().value as string)
  }

  async function readLink(id: string, isCompany: boolean, { signal }: CallOptions): Promise<string | null> {
    const { status, bytes } = await http.request({
      method: 'GET',
      path: '/Products/CRM/HttpHandlers/filehandler.ashx',
      query: { action: 'contactphotoulr', cid: id, isc: isCompany ? 'True' : 'False', ps: BIG },
      as: 'bytes',
      accept: [400, 404],
      signal,
    })
    const link = Buffer.from(bytes).toString('utf8').trim()
    if (status >= 400 || link === '' || DEFAULT_PICTURE.test(link)) return null
    if (link.length < 2000 && /^(https?:\/\/|\/)\S+$/.test(link)) return link
    throw new GatewayError('BAD_SOURCE_RESPONSE', `${source} answered something else than the link to a picture`, {
      source,
    })
  }

  /** Pictures may be kept by somebody else: the account's credentials don't go there. */
  async function bytesAt(link: string, { signal }: CallOptions): Promise<AvatarBytes | null> {
    const url = URL.parse(link, http.origin)
    if (url === null) return null
    const found = await fetchPicture(url, { client: http, source, timeoutMs, maxBytes: MAX_PICTURE_BYTES, signal })
    return found === null || found.bytes.byteLength === 0 ? null : found
  }

  const shown = (link: string | null | undefined) => (link && !DEFAULT_PICTURE.test(link) ? link : null)

  return {
    async ofContact(id, isCompany, options) {
      const link = await linkOf(id, isCompany, options)
      return link === null ? null : toInfo(link, http.origin)
    },
    ofContactUnasked(id) {
      const kept = known.get(id)
      if (kept !== undefined && now() < kept.untilMs) return kept.link === null ? null : toInfo(kept.link, http.origin)
      return toInfo(`/unasked/${id}/${Math.floor(now() / Math.max(keepMs, 1))}/${writes}`, http.origin)
    },
    async readContact(id, isCompany, options) {
      const link = await linkOf(id, isCompany, options)
      return link === null ? null : bytesAt(link, options)
    },
    ofUser(link) {
      const own = shown(link)
      return own === null ? null : toInfo(own, http.origin)
    },
    async readUser(link, options) {
      const own = shown(link)
      return own === null ? null : bytesAt(own, options)
    },
    note({ path }) {
      const id = OF_A_PICTURE.exec(path)?.[1]
      if (id === undefined) return
      writes += 1
      known.delete(id)
    },
  }
}

/** The same link, whole or without its host, is the same picture. Who may read there besides the account is not known. */
function toInfo(link: string, origin: string): AvatarInfo {
  const url = URL.parse(link, origin)
  const name = url === null || url.origin !== origin ? link : `${url.pathname}${url.search}`
  return {
    key: createHash('sha256').update(name).digest('base64url').slice(0, 22),
    originalUrl: null,
    contentType: null,
    width: null,
    height: null,
    byteSize: null,
    blurhash: null,
    updatedAt: null,
  }
}
