import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
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
  /** How many processes use the folder at the same time; together they keep to `maxBytes`. Default 1. */
  readonly processes?: number
  /** Writes a file whole. Default: to the disk. */
  readonly write?: (path: string, bytes: Uint8Array) => Promise<void>
}

/** Keeps nothing. */
export const noCache: DiskCache = { has: () => false, get: async () => null, put: async () => undefined, size: 0 }

const TEMPORARY = '.tmp'
/** A use is written down at most so often; it matters only to the order after a restart. */
const TOUCH_AFTER_MS = 60 * 60 * 1000
/** What several processes may have written since each last looked: such a part of the limit is left free for it. */
const UNSEEN_PART = 8
/** A half-written file of that age is nobody's any more. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000
/** One file may take up at most such a part of the cache. */
const LARGEST_PART = 8

interface Entry {
  readonly size: number
  touchedAtMs: number
}

/** Opens the folder, made where missing, with what an earlier process has left in it; half-written files go. */
export async function openDiskCache(options: DiskCacheOptions): Promise<DiskCache> {
  const { folder, maxBytes, log, now, processes = 1, write = writeWhole } = options
  const isShared = processes > 1
  const unseenBytes = isShared ? maxBytes / UNSEEN_PART : 0
  const abandonedBeforeMs = isShared ? now() - ABANDONED_AFTER_MS : Number.POSITIVE_INFINITY
  const entries = await openFolder(folder, abandonedBeforeMs).catch((error: unknown) => {
    log.warn({ error }, 'The folder for pictures can not be used: they are made anew each time')
    return null
  })
  if (entries === null) return noCache

  let size = sizeOf(entries)
  let writtenBytes = 0
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
      if (size <= maxBytes - unseenBytes) return
      await drop(file)
    }
  }

  /** What others have put and removed meanwhile counts from now on. */
  async function lookAgain(): Promise<void> {
    writtenBytes = 0
    const found = await readFolder(folder).catch(() => null)
    if (found === null || entries === null) return
    entries.clear()
    for (const [file, entry] of found) entries.set(file, entry)
    size = sizeOf(entries)
  }

  /** One that another process may have put. */
  async function find(file: string): Promise<Uint8Array | null> {
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes !== null) note(file, bytes.byteLength)
    return bytes
  }

  function note(file: string, byteSize: number): void {
    size += byteSize - (entries?.get(file)?.size ?? 0)
    entries?.delete(file)
    entries?.set(file, { size: byteSize, touchedAtMs: now() })
  }

  await makeRoom()
  return {
    has(name) {
      const file = fileOf(name)
      return entries.has(file) || (isShared && existsSync(join(folder, file)))
    },
    async get(name) {
      const file = fileOf(name)
      const entry = entries.get(file)
      if (entry === undefined) return isShared ? find(file) : null
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
      note(file, bytes.byteLength)
      writtenBytes += bytes.byteLength
      if (isShared && writtenBytes > unseenBytes / processes) await lookAgain()
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

/** Makes the folder where it is missing, and removes half-written files that were last written to before that time. */
async function openFolder(folder: string, abandonedBeforeMs: number): Promise<Map<string, Entry>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = await readdir(folder)
  await Promise.all(
    files
      .filter((file) => file.endsWith(TEMPORARY))
      .map(async (file) => {
        const path = join(folder, file)
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY })) // it has its name by now
        if (mtimeMs < abandonedBeforeMs) await rm(path, { force: true })
      }),
  )
  return readFolder(folder)
}

/** What is there, least recently used first. */
async function readFolder(folder: string): Promise<Map<string, Entry>> {
  const files = await readdir(folder)
  const found = await Promise.all(
    files
      .filter((file) => FILE.test(file))
      .map(async (file): Promise<[string, Entry] | null> => {
        const seen = await stat(join(folder, file)).catch(() => null) // another process has removed it
        return seen && [file, { size: seen.size, touchedAtMs: seen.mtimeMs }]
      }),
  )
  return new Map(found.filter((entry) => entry !== null).sort(([, a], [, b]) => a.touchedAtMs - b.touchedAtMs))
}

function sizeOf(entries: ReadonlyMap<string, Entry>): number {
  let size = 0
  for (const entry of entries.values()) size += entry.size
  return size
}

/** A cache survives a lost file but not a slow disk: nothing is forced to it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
}
