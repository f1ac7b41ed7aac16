import { join } from 'node:path'
import { type Avatars, createAvatars } from '../avatars/avatars.ts'
import { openDiskCache } from '../avatars/disk-cache.ts'
import { createPictureLinks, type PictureLinks } from '../avatars/links.ts'
import { createPictureReader, type PictureReader } from '../avatars/read-picture.ts'
import { createPictureWorkers } from '../avatars/workers.ts'
import type { AvatarsConfig } from '../config.ts'
import type { Logger } from '../model/logger.ts'
import { openSpool, type Spool } from '../server/spool.ts'
import { readAvatarSecret } from './avatar-secret.ts'

/** Everything that handles pictures, on one folder. */
export interface OpenAvatars {
  readonly avatars: Avatars
  readonly links: PictureLinks
  readonly pictures: PictureReader
  readonly spool: Spool
  /** Signs what the gateway gives out and takes back. */
  readonly secret: Uint8Array
}

export interface OpenAvatarsOptions {
  readonly folder: string
  readonly log: Logger
  /** Of `readAvatarSecret`, where several processes must have the same. */
  readonly secret?: Uint8Array
  /** How many processes use the folder and the machine. Default 1. */
  readonly processes?: number
}

/**
 * Opens the folder, and removes what a crash has left in it. Without a folder that can be written to pictures are served all the
 * same, made anew each time, and addresses end with the process; uploads alone need it. Rejects where uploads have no folder.
 */
export async function openAvatars(config: AvatarsConfig, options: OpenAvatarsOptions): Promise<OpenAvatars> {
  const { animated, maxCacheBytes: maxBytes } = config
  const { folder, log, processes = 1 } = options
  const secret = options.secret ?? (await readAvatarSecret(config, options))
  const workers = createPictureWorkers(processes)
  const cache = await openDiskCache({ folder: join(folder, 'cache'), maxBytes, log, now: Date.now, processes })
  return {
    avatars: createAvatars({ secret, cache, animated, workers }),
    links: createPictureLinks({ secret, now: Date.now }),
    pictures: createPictureReader({ animated, workers }),
    spool: await openSpool(join(folder, 'uploads')),
    secret,
  }
}
