import { createHash, randomBytes } from 'node:crypto'
import { constants, copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Avatars, createAvatars } from '../avatars/avatars.ts'
import { openDiskCache } from '../avatars/disk-cache.ts'
import { createPictureLinks, type PictureLinks } from '../avatars/links.ts'
import { createPictureReader, type PictureReader } from '../avatars/read-picture.ts'
import { createPictureWorkers } from '../avatars/workers.ts'
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

const SECRET_BYTES = 32

/** The secret that addresses are signed with: the configured one, or one made once, so that they outlast a restart. */
export async function readAvatarSecret(
  config: AvatarsConfig,
  { folder, log }: { readonly folder: string; readonly log: Logger },
): Promise<Uint8Array> {
  if (config.secret !== undefined) return digest(config.secret)
  const path = join(folder, 'secret')
  const made = randomBytes(SECRET_BYTES)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const kept = await readFile(path).catch(async () => {
      await keepFirst(path, made)
      return readFile(path)
    })
    if (kept.byteLength === SECRET_BYTES) return kept
    log.warn({}, 'The secret that signs the addresses of pictures is damaged: they end with this process')
  } catch (error) {
    log.warn({ error }, 'No secret can be kept to sign the addresses of pictures: they end with this process')
  }
  return made
}

/** Writes a file that is not there, whole: of two who do it at once, both then find that of one. */
async function keepFirst(path: string, bytes: Uint8Array): Promise<void> {
  const own = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(own, bytes, { flag: 'wx', mode: 0o600 })
  try {
    await link(own, path)
  } catch (error) {
    if (isThere(error)) return
    // Not every file system has links.
    await copyFile(own, path, constants.COPYFILE_EXCL).catch((cause: unknown) => {
      if (!isThere(cause)) throw cause
    })
  } finally {
    await rm(own, { force: true })
  }
}

function isThere(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST'
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}
