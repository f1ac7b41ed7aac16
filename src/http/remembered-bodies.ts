import { getHeapStatistics } from 'node:v8'
import { crc32 } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { readBody } from './body.ts'
import { keepDerived } from './derive.ts'

/**
 * The bodies that were answered last, by what was asked. Most of what a source is asked again has not changed: the same bytes need
 * not be parsed again, nor checked, nor put into the words of the model (`derive`), which together is most of what a read costs.
 * The source is asked all the same, so that nothing is ever older than its answer.
 */
export interface RememberedBodies {
  /**
   * The body as `readBody` reads it; the same value as the last time where the same bytes came in answer to the same `request`.
   * Of one that came only once nothing is kept but a checksum: what always changes costs no more than that.
   */
  read(request: string, bytes: Uint8Array, contentType: string | undefined): unknown
  /** Lets go of what nobody asked for in the last `keptMs`. */
  forgetOld(): void
}

export interface RememberedBodiesOptions {
  /** Of all that is kept, in bytes, by estimate. */
  readonly maxBytes: number
  /** How long what nobody asks for is kept. */
  readonly keptMs: number
  readonly now: () => number
}

/** A body that came once, or again. */
type Remembered = { readonly checksum: number } | Kept

interface Kept {
  readonly bytes: Uint8Array
  readonly contentType: string | undefined
  readonly body: unknown
}

/** What is parsed takes as much memory as its bytes, and the records made of it as much again: measured with people of five contact items. */
const BYTES_PER_BYTE = 3

export function createRememberedBodies({ maxBytes, keptMs, now }: RememberedBodiesOptions): RememberedBodies {
  const bodies = new LRUCache<string, Remembered>({
    maxSize: maxBytes,
    // One answer must not drive out all others.
    maxEntrySize: Math.ceil(maxBytes / 4),
    ttl: keptMs,
    updateAgeOnGet: true,
    ttlResolution: 0,
    perf: { now },
  })
  return {
    read(request, bytes, contentType) {
      const known = bodies.get(request)
      if (known && 'bytes' in known && known.contentType === contentType && isSame(known.bytes, bytes))
        return known.body
      const body = readBody(bytes, contentType)
      const checksum = crc32(bytes)
      if (!known || !('checksum' in known) || known.checksum !== checksum) {
        bodies.set(request, { checksum }, { size: request.length + 1 })
        return body
      }
      keepDerived(body)
      const size = request.length + BYTES_PER_BYTE * bytes.byteLength + 1
      bodies.set(request, { bytes: alone(bytes), contentType, body }, { size })
      return body
    },
    forgetOld: () => void bodies.purgeStale(),
  }
}

/** Small buffers are parts of larger ones, which they would keep in memory. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && Buffer.compare(a, b) === 0
}

const KEPT_MS = 5 * 60_000

/** Of all clients of the process, which share one bound: a small part of the heap that the process may have. */
export const rememberedBodies = createRememberedBodies({
  maxBytes: Math.ceil(getHeapStatistics().heap_size_limit / 32),
  keptMs: KEPT_MS,
  now: () => performance.now(),
})
setInterval(rememberedBodies.forgetOld, KEPT_MS / 5).unref()
