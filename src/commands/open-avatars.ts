import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Avatars, createAvatars } from '../avatars/avatars.ts'
import { openDiskCache } from '../avatars/disk-cache.ts'
import { createPictureLinks, type PictureLinks } from '../avatars/links.ts'
import { createPictureReader, type PictureReader } from '../avatars/read-picture.ts'
import type { AvatarsConfig } from '../config.ts'
import type { Logger } from '../model/logger.ts'
import { openSpool, type Spool } from '../server/spool.ts'

/** Everything that handles pictures, on one folder. */
export interface OpenAvatars {
  readonly avatars: Avatars
  readonly links: PictureLinks
  readonly pictures: PictureReader
  readonly spool: Spool
  /** Signs what the gateway gives out and takes back. */
  readonly secret: Uint8Array
}

/**
 * Opens the folder, and removes what a crash has left in it. Without a folder that can be written to pictures are served all the
 * same, made anew each time, and addresses end with the process; uploads alone need it. Rejects where uploads have no folder.
 */
export async function openAvatars(
  { animated, maxCacheBytes, ...config }: AvatarsConfig,
  { folder, log }: { readonly folder: string; readonly log: Logger },
): Promise<OpenAvatars> {
  const secret = config.secret === undefined ? await readSecret(folder, log) : digest(config.secret)
  const cache = await openDiskCache({ folder: join(folder, 'cache'), maxBytes: maxCacheBytes, log, now: Date.now })
  return {
    avatars: createAvatars({ secret, cache, animated }),
    links: createPictureLinks({ secret, now: Date.now }),
    pictures: createPictureReader({ animated }),
    spool: await openSpool(join(folder, 'uploads')),
    secret,
  }
}

const SECRET_BYTES = 32

/** The secret that addresses are signed with: made once, so that they outlast a restart. */
async function readSecret(folder: string, log: Logger): Promise<Uint8Array> {
  const path = join(folder, 'secret')
  const made = randomBytes(SECRET_BYTES)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path, made, { flag: 'wx', mode: 0o600 }).catch(unlessThere)
    const kept = await readFile(path)
    if (kept.byteLength === SECRET_BYTES) return kept
    log.warn({}, 'The secret that signs the addresses of pictures is damaged: they end with this process')
  } catch (error) {
    log.warn({ error }, 'No secret can be kept to sign the addresses of pictures: they end with this process')
  }
  return made
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}
