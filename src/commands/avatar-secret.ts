import { createHash, randomBytes } from 'node:crypto'
import { constants, copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AvatarsConfig } from '../config.ts'
import type { Logger } from '../model/logger.ts'

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
