import { createHash } from 'node:crypto'
import type { AvatarInfo } from '../../model/record.ts'

/** How many pictures set from here are remembered. */
const MAX_REMEMBERED = 10_000

/**
 * Names of pictures. A route says where a picture lies, and a new picture may lie at the old one's route: those set from here are
 * told apart by their checksum as well.
 */
export interface Avatars {
  /** `owner`: `user:7` or `company:7`. */
  of(route: string, owner: string): AvatarInfo
  /** The whole address of a route; `null` where it makes none. */
  resolve(route: string): URL | null
  /** After a picture was set, or with `null` removed. */
  remember(owner: string, sha256: string | null): void
}

export function createAvatars(baseUrl: string): Avatars {
  const checksums = new Map<string, string>()
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`

  function resolve(route: string): URL | null {
    const url = URL.parse(route, base)
    return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null
  }

  return {
    resolve,
    of: (route, owner) => ({
      key: createHash('sha256')
        .update(`${route}\n${checksums.get(owner) ?? ''}`)
        .digest('base64url')
        .slice(0, 22),
      originalUrl: resolve(route)?.href ?? null,
      contentType: null,
      width: null,
      height: null,
      byteSize: null,
      blurhash: null,
      updatedAt: null,
    }),
    remember(owner, sha256) {
      checksums.delete(owner)
      if (sha256 === null) return
      checksums.set(owner, sha256)
      if (checksums.size > MAX_REMEMBERED) checksums.delete(checksums.keys().next().value as string)
    },
  }
}
