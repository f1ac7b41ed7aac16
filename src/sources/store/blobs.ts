import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Pictures as files, named by their SHA-256 in lower-case hexadecimal. A file is there whole or not at all, and on the disk
 * before `put` resolves; the same picture is there once, however many records show it.
 */
export interface Blobs {
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** `null`: there is no such file. */
  read(sha256: string): Promise<Uint8Array | null>
  remove(sha256: string): Promise<void>
  /** All that are there. */
  list(): Promise<readonly string[]>
  /** Whether it was last put before `timeMs`. */
  isOlderThan(sha256: string, timeMs: number): Promise<boolean>
  /** One piece of work after another, so that nobody removes what somebody else is about to refer to. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

const SHA256 = /^[0-9a-f]{64}$/
const TEMPORARY = '.tmp'

/** Opens the folder, and makes it where missing. `null`: a temporary one, which `close` removes. Removes what a crash left half written. */
export async function openBlobs(folder: string | null): Promise<Blobs> {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'kith-avatars-')))
  await mkdir(root, { recursive: true, mode: 0o700 })
  for (const name of await readdir(root)) {
    if (name.endsWith(TEMPORARY)) await rm(join(root, name), { force: true })
  }
  let tail: Promise<unknown> = Promise.resolve()

  function pathOf(sha256: string): string {
    // The name comes from the database or a plan; a path made of anything else would leave the folder.
    if (!SHA256.test(sha256)) throw new RangeError('A blob is named by its SHA-256.')
    return join(root, sha256)
  }

  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256)
      if (await touch(path, bytes.byteLength)) return
      const temporary = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`
      try {
        await writeSynced(temporary, bytes)
        await rename(temporary, path)
        await syncFolder(root)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    async read(sha256) {
      return readFile(pathOf(sha256)).catch(nullIfMissing)
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true })
    },
    async list() {
      return (await readdir(root)).filter((name) => SHA256.test(name))
    },
    async isOlderThan(sha256, timeMs) {
      const found = await stat(pathOf(sha256)).catch(nullIfMissing)
      return found !== null && found.mtimeMs < timeMs
    },
    exclusively<T>(work: () => Promise<T>): Promise<T> {
      const mine = tail.then(work)
      tail = mine.catch(() => undefined)
      return mine
    },
    async close() {
      await tail
      if (folder === null) await rm(root, { recursive: true, force: true })
    },
  }
}

/** Whether the whole file is there; it then counts as put now, lest a sweep take it for a left-over. */
async function touch(path: string, byteSize: number): Promise<boolean> {
  const found = await stat(path).catch(nullIfMissing)
  if (found === null || found.size !== byteSize) return false
  const now = new Date()
  await utimes(path, now, now)
  return true
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
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

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
