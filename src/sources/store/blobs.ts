import { Disk } from 'flydrive'
import type { DriverContract } from 'flydrive/types'
import type { AvatarStorage } from './settings.ts'

/**
 * Pictures, named by their SHA-256 in lower-case hexadecimal. One is there whole or not at all, and kept for good before `put`
 * resolves; the same picture is there once, however many records show it.
 */
export interface Blobs {
  /** Also where it is there already: it then counts as put now, lest a sweep take it for a left-over. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** `null`: there is no such picture. */
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

/** A bucket that did not do what it was asked. The message is what it calls its failure. */
export class BucketFailure extends Error {
  override readonly name = 'BucketFailure'
}

/** Where blobs are kept: a driver of flydrive's whose `put` is all or nothing. */
export interface BlobDriver {
  readonly driver: DriverContract
  /** What stands before every name, with its `/`; or empty. */
  readonly prefix: string
  close(): Promise<void>
}

const SHA256 = /^[0-9a-f]{64}$/

/**
 * Opens the storage, made ready where it is a folder. `folder` is the one beside the database, for storage that names none; `null`:
 * a temporary one, which `close` removes. `amongAll`: where other processes have it open, too. What speaks S3 is loaded only where
 * it is needed.
 */
export async function openBlobs(
  folder: string | null,
  storage: AvatarStorage = { driver: 'fs' },
  amongAll: AmongAll | null = null,
): Promise<Blobs> {
  if (storage.driver === 's3') {
    const { openBucket } = await import('./blob-bucket.ts')
    return createBlobs(openBucket(storage), amongAll)
  }
  const { openFolder } = await import('./blob-folder.ts')
  return createBlobs(await openFolder(storage.path ?? folder, { isShared: amongAll !== null }), amongAll)
}

/** Runs work while no other process runs such work. */
export type AmongAll = <T>(work: () => Promise<T>) => Promise<T>

export function createBlobs({ driver, prefix, close }: BlobDriver, amongAll: AmongAll | null = null): Blobs {
  const disk = new Disk(driver)
  let tail: Promise<unknown> = Promise.resolve()

  function keyOf(sha256: string): string {
    // The name comes from the database or a plan; a key made of anything else could be any other file.
    if (!SHA256.test(sha256)) throw new RangeError('A blob is named by its SHA-256.')
    return prefix + sha256
  }

  return {
    put: (sha256, bytes) => disk.put(keyOf(sha256), bytes, { contentLength: bytes.byteLength }).catch(unwrap),
    read: (sha256) => disk.getBytes(keyOf(sha256)).catch(nullIfMissing),
    remove: (sha256) => disk.delete(keyOf(sha256)).catch(unwrap),
    async list() {
      const found: string[] = []
      let paginationToken: string | undefined
      do {
        const page = await disk
          .listAll(prefix, { recursive: false, ...(paginationToken !== undefined && { paginationToken }) })
          .catch(unwrap)
        for (const entry of page.objects) if (entry.isFile && SHA256.test(entry.name)) found.push(entry.name)
        paginationToken = page.paginationToken
      } while (paginationToken !== undefined)
      return found
    },
    async isOlderThan(sha256, timeMs) {
      const found = await disk.getMetaData(keyOf(sha256)).catch(nullIfMissing)
      return found !== null && found.lastModified.getTime() < timeMs
    },
    exclusively<T>(work: () => Promise<T>): Promise<T> {
      const mine = tail.then(() => (amongAll === null ? work() : amongAll(work)))
      tail = mine.catch(() => undefined)
      return mine
    },
    async close() {
      await tail
      await close()
    },
  }
}

/** What the disk or the bucket said, in place of flydrive's own words around it, which name the file. */
function unwrap(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error) || 'syscall' in cause) throw cause
  throw new BucketFailure(cause.name, { cause })
}

function nullIfMissing(error: unknown): null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) throw error
  if ('code' in cause && cause.code === 'ENOENT') return null
  if (cause.name === 'NoSuchKey' || cause.name === 'NotFound') return null
  return unwrap(error)
}
