import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A picture that is handed out under a link. */
export interface LinkedPicture {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** Whoever hands out pictures under links: this process, or whichever has made them. */
export interface LinkedPictures {
  /** See `PictureLinks.take`. */
  take(token: string, options: { readonly counts: boolean }): LinkedPicture | null | Promise<LinkedPicture | null>
}

/** Addresses under which a vendor fetches one picture, a few times and soon. */
export interface PictureLinks {
  /** A new address of the picture, below the server's own: `https://kith.example.org/avatars/link/…`. */
  linkTo(picture: LinkedPicture, baseUrl: string): string
  /**
   * The picture that a token names. `null` for a token that was never given out, has expired, or was used up. `counts`: whether it is
   * a use; looking whether it is there is none.
   */
  take(token: string, options: { readonly counts: boolean }): LinkedPicture | null
  /** Whether the token was given out here or by another process with the same secret, whatever has become of it. */
  isOurs(token: string): boolean
}

export interface PictureLinksOptions {
  readonly secret: Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Default two minutes. */
  readonly ttlMs?: number
  /** Default 5: a vendor may look before it fetches, and try again. */
  readonly maxUses?: number
  /** Of all pictures that are linked to at one time; the oldest give way. Default 64 MiB. */
  readonly maxBytes?: number
}

export const LINK_PATH = '/avatars/link/'

const DEFAULT_TTL_MS = 120_000
const DEFAULT_MAX_USES = 5
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024
const ID_BYTES = 18

interface Offer {
  readonly picture: LinkedPicture
  readonly expiresAtMs: number
  usesLeft: number
}

/** Pictures are kept in memory: a link lasts no longer than the process, and nothing else can ever be reached by one. */
export function createPictureLinks(options: PictureLinksOptions): PictureLinks {
  const { secret, now, ttlMs = DEFAULT_TTL_MS, maxUses = DEFAULT_MAX_USES } = options
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const offers = new Map<string, Offer>()
  let heldBytes = 0

  const sign = (id: string): Buffer => createHmac('sha256', secret).update(`link ${id}`).digest()

  function forget(id: string): void {
    heldBytes -= offers.get(id)?.picture.bytes.byteLength ?? 0
    offers.delete(id)
  }

  /** Oldest first, so the first that may stay ends it. */
  function tidy(): void {
    for (const [id, { expiresAtMs }] of offers) {
      if (expiresAtMs > now() && heldBytes <= maxBytes) break
      forget(id)
    }
  }

  /** The id that a token names; `null` for one that was never given out. */
  function readToken(token: string): string | null {
    const [id = '', signature = '', ...more] = token.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = sign(id)
    const isSigned = given.byteLength === expected.byteLength && timingSafeEqual(given, expected)
    return isSigned && more.length === 0 ? id : null
  }

  return {
    isOurs: (token) => readToken(token) !== null,
    linkTo(picture, baseUrl) {
      const id = randomBytes(ID_BYTES).toString('base64url')
      heldBytes += picture.bytes.byteLength
      tidy()
      offers.set(id, { picture, expiresAtMs: now() + ttlMs, usesLeft: maxUses })
      return `${baseUrl.replace(/\/+$/, '')}${LINK_PATH}${id}.${sign(id).toString('base64url')}`
    },
    take(token, { counts }) {
      tidy()
      const id = readToken(token)
      const offer = id === null ? undefined : offers.get(id)
      if (id === null || offer === undefined) return null
      if (counts && --offer.usesLeft === 0) forget(id)
      return offer.picture
    },
  }
}
