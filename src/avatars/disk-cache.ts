import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../model/logger.ts'

/**
 * Files that can be made again, in a folder of limited size: what was not used for longest goes first. It is never the reason why
 * something fails: what can't be read is not there, what can't be written is not kept.
 */
export interface DiskCache {
  /** Whether it seems to be there. */
  has(name: string): boolean
  /** `null`: it is not there. */
  get(name: string): Promise<Uint8Array | null>
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Bytes that are kept. */
  readonly size: number
}

export interface DiskCacheOptions {
  readonly folder: string
  readonly maxBytes: number
  readonly log: Logger
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Writes a file whole. Default: to the disk. */
  readonly write?: (path: string, bytes: Uint8Array) => Promise<void>
}

/** Keeps nothing. */
export const noCache: DiskCache = { has: () => false, get: async () => null, put: async () => undefined, size: 0 }

const TEMPORARY = '.tmp'
/** A use is written down at most so often; it matters only to the order after a restart. */
const TOUCH_AFTER_MS = 60 * 60 * 1000
/** One file may take up at most such a part of the cache. */
const LARGEST_PART = 8

interface Entry {
  readonly size: number
  touchedAtMs: number
}

/** Opens the folder, made where missing, with what an earlier process has left in it; half-written files go. */
export async function openDiskCache(options: DiskCacheOptions): Promise<DiskCache> {
  const { folder, maxBytes, log, now, write = writeWhole } = options
  const entries = await openFolder(folder).catch((error: unknown) => {
    log.warn({ error }, 'The folder for pictures can not be used: they are made anew each time')
    return null
  })
  if (entries === null) return noCache

  let size = 0
  for (const entry of entries.values()) size += entry.size
  let complained = false

  async function drop(file: string): Promise<void> {
    const entry = entries?.get(file)
    if (entry === undefined) return
    entries?.delete(file)
    size -= entry.size
    await rm(join(folder, file), { force: true }).catch(() => undefined) // found again at the next start
  }

  async function makeRoom(): Promise<void> {
    for (const file of entries?.keys() ?? []) {
      if (size <= maxBytes) return
      await drop(file)
    }
  }

  await makeRoom()
  return {
    has: (name) => entries.has(fileOf(name)),
    async get(name) {
      const file = fileOf(name)
      const entry = entries.get(file)
      if (entry === undefined) return null
      entries.delete(file)
      entries.set(file, entry) // last in order: used last
      if (now() - entry.touchedAtMs > TOUCH_AFTER_MS) {
        entry.touchedAtMs = now()
        const time = new Date(now())
        void utimes(join(folder, file), time, time).catch(() => undefined)
      }
      return readFile(join(folder, file)).catch(async () => {
        await drop(file)
        return null
      })
    },
    async put(name, bytes) {
      if (bytes.byteLength > maxBytes / LARGEST_PART) return
      const file = fileOf(name)
      const temporary = join(folder, `${file}.${randomBytes(6).toString('hex')}${TEMPORARY}`)
      try {
        await write(temporary, bytes)
        await rename(temporary, join(folder, file))
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined)
        if (!complained) log.warn({ error }, 'A picture could not be kept: it is made anew each time')
        complained = true
        return
      }
      complained = false
      size += bytes.byteLength - (entries.get(file)?.size ?? 0)
      entries.delete(file)
      entries.set(file, { size: bytes.byteLength, touchedAtMs: now() })
      await makeRoom()
    },
    get size() {
      return size
    },
  }
}

/** Names come from addresses; files are called by their digest. */
function fileOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url')
}

/** A file of ours: `fileOf`, and nothing else that may lie there. */
const FILE = /^[A-Za-z0-9_-]{43}$/

/** What is there, least recently used first. */
async function openFolder(folder: string): Promise<Map<string, Entry>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = await readdir(folder)
  await Promise.all(files.filter((file) => file.endsWith(TEMPORARY)).map((file) => rm(join(folder, file))))
  const found = await Promise.all(
    files
      .filter((file) => FILE.test(file))
      .map(async (file): Promise<[string, Entry]> => {
        const { size, mtimeMs } = await stat(join(folder, file))
        return [file, { size, touchedAtMs: mtimeMs }]
      }),
  )
  return new Map(found.sort(([, a], [, b]) => a.touchedAtMs - b.touchedAtMs))
}

/** A cache survives a lost file but not a slow disk: nothing is forced to it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
}
