import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileContent } from '../graphql/upload.ts'
import { HttpProblem } from './http-problem.ts'

/** Where files wait that arrive: small ones in memory, others on the disk. */
export interface Spool {
  /**
   * Takes a file in, chunk by chunk. Rejects with what the chunks fail with, and with a 503 where the disk takes no more; nothing of
   * the file is then left.
   */
  receive(chunks: AsyncIterable<Uint8Array>): Promise<SpooledFile>
}

export interface SpooledFile extends FileContent {
  /** Forgets the file: it can't be read any more. */
  discard(): Promise<void>
}

/** A file up to this size stays in memory. */
const MAX_MEMORY_BYTES = 128 * 1024
const PREFIX = 'kith-upload-'

/**
 * Makes the folder where it is missing and removes what an earlier process may have left. A file loses its name as soon as it is
 * open, so that the system frees it however this process ends.
 */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX)) continue
    await rm(join(folder, name)).catch(() => undefined) // somebody else's, or gone already
  }

  async function openNameless(): Promise<FileHandle> {
    const path = join(folder, `${PREFIX}${randomBytes(12).toString('hex')}`)
    const file = await open(path, 'wx+', 0o600)
    await rm(path, { force: true }) // another process may have taken it for a left-over
    return file
  }

  return {
    async receive(chunks) {
      const hash = createHash('sha256')
      const held: Uint8Array[] = []
      let byteSize = 0
      let file: FileHandle | null = null
      try {
        for await (const chunk of chunks) {
          hash.update(chunk)
          byteSize += chunk.byteLength
          held.push(chunk)
          if (byteSize <= MAX_MEMORY_BYTES) continue
          file ??= await openNameless().catch(noRoom)
          await file.writev(held.splice(0)).catch(noRoom)
        }
      } catch (error) {
        await file?.close()
        throw error
      }
      const sha256 = hash.digest('hex')
      return file === null ? inMemory(Buffer.concat(held), sha256) : onDisk(file, byteSize, sha256)
    },
  }
}

function noRoom(cause: unknown): never {
  throw new HttpProblem(503, 'There is no room for the file now. Try again later.', { cause })
}

function inMemory(bytes: Uint8Array, sha256: string): SpooledFile {
  return { byteSize: bytes.byteLength, sha256, read: async () => bytes, discard: async () => undefined }
}

function onDisk(file: FileHandle, byteSize: number, sha256: string): SpooledFile {
  return {
    byteSize,
    sha256,
    async read(space = new Uint8Array(byteSize)) {
      const bytes = space.subarray(0, byteSize)
      for (let at = 0; at < byteSize; ) {
        const { bytesRead } = await file.read(bytes, at, byteSize - at, at)
        if (bytesRead === 0) throw new Error('A file that was received is shorter than it was.')
        at += bytesRead
      }
      return bytes
    },
    discard: () => file.close(),
  }
}
