import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type DiskCache, type DiskCacheOptions, openDiskCache } from '../../src/avatars/disk-cache.ts'
import { silentLogger } from '../../src/model/logger.ts'

/** A folder that goes when the test ends. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A cache in a folder that goes when the test ends. */
export async function openTestCache(options: Partial<DiskCacheOptions> = {}): Promise<DiskCache> {
  const folder = options.folder ?? (await makeFolder())
  return openDiskCache({ folder, maxBytes: 10_000_000, log: silentLogger, now: Date.now, ...options })
}
