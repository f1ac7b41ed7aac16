import { LRUCache } from 'lru-cache'
import { GatewayError } from '../model/errors.ts'
import type { PictureDetails } from '../model/picture.ts'
import type { RecordRef, RecordType } from '../model/ref.ts'
import type { CallOptions, RecordOf, Source } from '../sources/source.ts'
import { describePicture } from './details.ts'
import type { DiskCache } from './disk-cache.ts'
import { decode, finish } from './encode.ts'
import { BadPicture, identify, type PictureFacts } from './identify.ts'
import { createSingleFlight } from './single-flight.ts'
import type { Workers } from './workers.ts'

/** Whose picture is wanted, and which. */
export interface Wanted {
  readonly source: Source
  readonly ref: RecordRef
  /** The picture's own: `AvatarInfo.key`. */
  readonly key: string
  /** Keeps apart what is read with different credentials. */
  readonly partition: string
}

export interface Original {
  readonly bytes: Uint8Array
  readonly facts: PictureFacts
}

export interface Moved {
  readonly movedTo: string
}

/** Pictures as their sources hold them, each fetched once. */
export interface Originals {
  /**
   * The picture that the key names; or under which key the record shows its picture by now. `null`: it shows none. Throws what the
   * source throws, and `BAD_SOURCE_RESPONSE` for what is no picture.
   */
  read(wanted: Wanted, options: CallOptions): Promise<Original | Moved | null>
  /** What is known of a picture that was read before; asks no source. */
  details(wanted: Omit<Wanted, 'source'>): PictureDetails | null | Promise<PictureDetails | null>
}

/** Larger ones are kept smaller than they came: no rendition needs more. */
const MAX_KEPT_BYTES = 256 * 1024
const KEPT_SIDE = 1024
const MAX_DETAILS = 20_000

export function createOriginals({
  cache,
  workers,
}: {
  readonly cache: DiskCache
  readonly workers: Workers
}): Originals {
  const known = new LRUCache<string, PictureDetails>({ max: MAX_DETAILS })
  const fetching = createSingleFlight<Original | Moved | null>()

  async function fetchAnew(name: string, wanted: Wanted, options: CallOptions): Promise<Original | Moved | null> {
    const { source, ref } = wanted
    const key = await presentKey(source, ref.type, ref.id, options)
    if (key == null) return null
    if (key !== wanted.key) return { movedTo: key }
    const fetched = await source.readAvatar?.(ref, options)
    if (fetched == null) return null
    try {
      const { original, details } = await workers.run(options.signal, () => lookInto(fetched.bytes))
      const detailsName = nameOf('details', wanted)
      known.set(detailsName, details)
      await Promise.all([cache.put(name, original.bytes), cache.put(detailsName, Buffer.from(JSON.stringify(details)))])
      return original
    } catch (error) {
      if (!(error instanceof BadPicture)) throw error
      throw new GatewayError('BAD_SOURCE_RESPONSE', `${source.name} gave no usable picture: ${error.message}`, {
        source: source.name,
        cause: error,
      })
    }
  }

  return {
    read(wanted, options) {
      const name = nameOf('original', wanted)
      return fetching.run(name, async () => {
        const kept = await cache.get(name)
        const facts = kept && (await identify(kept).catch(() => null)) // damaged on the disk: fetched again
        return kept && facts ? { bytes: kept, facts } : fetchAnew(name, wanted, options)
      })
    },
    details(wanted) {
      const name = nameOf('details', wanted)
      const found = known.get(name)
      if (found !== undefined) return found
      return cache.has(name) ? recall(name) : null
    },
  }

  async function recall(name: string): Promise<PictureDetails | null> {
    const bytes = await cache.get(name)
    if (bytes === null) return null
    const details = JSON.parse(Buffer.from(bytes).toString()) as PictureDetails
    known.set(name, details)
    return details
  }
}

/** Names of what is kept of a picture: two pictures never share one. */
export function nameOf(what: string, { partition, ref, key }: Omit<Wanted, 'source'>): string {
  return JSON.stringify([what, partition, ref.type, ref.source, ref.id, key])
}

async function lookInto(fetched: Uint8Array): Promise<{ original: Original; details: PictureDetails }> {
  const facts = await identify(fetched)
  const isKept = fetched.byteLength <= MAX_KEPT_BYTES
  const bytes = isKept ? fetched : await shrink(fetched, facts)
  const kept = isKept ? facts : await identify(bytes)
  const details = await describePicture(bytes, facts)
  return { original: { bytes, facts: kept }, details }
}

async function shrink(bytes: Uint8Array, { frames }: PictureFacts): Promise<Uint8Array> {
  const size = { width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true } as const
  return finish(
    decode(bytes, { animated: frames > 1 })
      .resize(size)
      .webp({ quality: 90 }),
  )
}

async function presentKey(
  source: Source,
  type: RecordType,
  id: string,
  options: CallOptions,
): Promise<string | null | undefined> {
  const [found] = (await source.get[type]?.([id], options)) ?? []
  if (found instanceof GatewayError) throw found
  if (found == null) return null
  if (found.avatar !== undefined) return found.avatar?.key
  const [complete] = (await source.complete?.([found as RecordOf<RecordType>], 'avatar', options)) ?? []
  return complete?.avatar?.key
}
