import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FSDriver } from 'flydrive/drivers/fs'
import type { BlobDriver } from './blobs.ts'

const TEMPORARY = '.tmp'

/** flydrive's folder, save that a file is there whole or not at all, and on the disk before `put` resolves. */
class DurableFolder extends FSDriver {
  readonly #root: string

  constructor(root: string) {
    super({ location: root, visibility: 'private' })
    this.#root = root
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const path = join(this.#root, key)
    const temporary = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`
    try {
      await writeSynced(temporary, contents)
      await rename(temporary, path)
      await syncFolder(this.#root)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined) // swept at the next start
      throw error
    }
  }
}

/** A half-written file of that age is nobody's any more. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000

/**
 * Opens the folder, and makes it where missing. `null`: a temporary one, which `close` removes. Removes what a crash left half
 * written; where other processes may be writing, only once it is an hour old.
 */
export async function openFolder(folder: string | null, { isShared = false } = {}): Promise<BlobDriver> {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'kith-avatars-')))
  await mkdir(root, { recursive: true, mode: 0o700 })
  for (const name of await readdir(root)) {
    const path = join(root, name)
    if (name.endsWith(TEMPORARY) && (!isShared || (await isAbandoned(path)))) await rm(path, { force: true })
  }
  return {
    driver: new DurableFolder(root),
    prefix: '',
    async close() {
      if (folder === null) await rm(root, { recursive: true, force: true })
    },
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const seen = await stat(path).catch(() => null) // it has its name by now
  return seen !== null && Date.now() - seen.mtimeMs > ABANDONED_AFTER_MS
}

async function writeSynced(path: string, contents: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(contents)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename last through a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
