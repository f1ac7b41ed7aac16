import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { RECORD_TYPES, type RecordRef, type RecordType } from '../model/ref.ts'

/** Pixels of a side that pictures are served at, so that nobody can fill the disk with all that lie between. */
export const AVATAR_SIZES = [32, 48, 64, 96, 128, 192, 256, 384, 512] as const
export type AvatarSize = (typeof AVATAR_SIZES)[number]

const LARGEST: AvatarSize = 512

export const AVATARS_PATH = '/avatars/'

/** What an address of a picture says. */
export interface AvatarAddress {
  readonly ref: RecordRef
  /** The picture's own: `AvatarInfo.key`. */
  readonly key: string
  readonly size: AvatarSize
}

export interface Addresses {
  /**
   * Where a record's picture is served, below the server's own address; `size` in pixels, rounded up to one that is served. `null`:
   * the largest. It carries a signature over whose picture it is, but not over the size.
   */
  pathOf(ref: RecordRef, key: string, size: number | null): string
  /** `unknown`: no address that was given out; `bad-size`: one, with a size that is not served. */
  read(path: string, search: string): AvatarAddress | 'unknown' | 'bad-size'
}

/** Addresses that can't be guessed: pictures are personal data, and ids can be counted. */
export function createAddresses(secret: Uint8Array): Addresses {
  // Given as bytes, a key costs several times as much as signing with it, and a page has an address for each of its people.
  const signingKey = createSecretKey(secret)
  const sign = (ref: RecordRef, key: string): Buffer =>
    createHmac('sha256', signingKey)
      .update(JSON.stringify(['avatar', ref.type, ref.source, ref.id, key]))
      .digest()
      .subarray(0, SIGNATURE_BYTES)

  return {
    pathOf(ref, key, size) {
      const segments = [ref.type, ref.source, ref.id, key].map(encodeURIComponent).join('/')
      const signature = sign(ref, key).toString('base64url')
      return `${AVATARS_PATH}${segments}?${size === null ? '' : `size=${roundUp(size)}&`}signature=${signature}`
    },
    read(path, search) {
      const named = readSegments(path)
      const query = new URLSearchParams(search)
      const given = Buffer.from(query.get('signature') ?? '', 'base64url')
      if (named === null || given.byteLength !== SIGNATURE_BYTES) return 'unknown'
      if (!timingSafeEqual(given, sign(named.ref, named.key))) return 'unknown'
      const size = readSize(query.getAll('size'))
      return size === null ? 'bad-size' : { ...named, size }
    },
  }
}

const SIGNATURE_BYTES = 16

/** The smallest size that is served and is not smaller; the largest for all beyond it. */
export function roundUp(size: number): AvatarSize {
  return AVATAR_SIZES.find((served) => served >= size) ?? LARGEST
}

function readSize(given: readonly string[]): AvatarSize | null {
  if (given.length === 0) return LARGEST
  return AVATAR_SIZES.find((size) => given.length === 1 && given[0] === String(size)) ?? null
}

function readSegments(path: string): Omit<AvatarAddress, 'size'> | null {
  try {
    const [type, source, id, key, ...more] = path.slice(AVATARS_PATH.length).split('/').map(decodeURIComponent)
    if (!isRecordType(type) || !source || !id || !key || more.length > 0) return null
    return { ref: { type, source, id }, key }
  } catch {
    return null // a broken percent escape
  }
}

function isRecordType(type: string | undefined): type is RecordType {
  return (RECORD_TYPES as readonly (string | undefined)[]).includes(type)
}
