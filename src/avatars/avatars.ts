import { LRUCache } from 'lru-cache'
import type { PictureDetails } from '../model/picture.ts'
import type { RecordRef } from '../model/ref.ts'
import { type AvatarAddress, type AvatarSize, createAddresses } from './address.ts'
import type { DiskCache } from './disk-cache.ts'
import { createOriginals, type Moved, nameOf, type Wanted } from './originals.ts'
import { type Rendition, render, toRendition, type Understood } from './rendition.ts'
import { createSingleFlight } from './single-flight.ts'
import { pictureWorkers, type Workers } from './workers.ts'

/** Pictures on their way out: their addresses, and what is served there. */
export interface Avatars {
  /** See `Addresses.pathOf`. */
  pathOf(ref: RecordRef, key: string, size: number | null): string
  /** See `Addresses.read`. */
  readAddress(path: string, search: string): AvatarAddress | 'unknown' | 'bad-size'
  /**
   * The picture as it is served, made when it is first asked for, once for all who ask meanwhile; the present one where the record
   * shows another by now. `null`: it shows none any more. Throws what the source throws, `BAD_SOURCE_RESPONSE` for what is no picture, `RATE_LIMITED` when too much is
   * to be made, and the signal's reason when it aborts first; what was begun is finished all the same.
   */
  load(wanted: Wanted, form: RenditionForm, signal: AbortSignal): Promise<Rendition | null>
  /** What is known of a picture without asking its source. */
  details(wanted: Omit<Wanted, 'source'>): PictureDetails | null | Promise<PictureDetails | null>
}

export interface RenditionForm {
  readonly size: AvatarSize
  readonly understood: Understood
}

export interface AvatarsOptions {
  /** Signs addresses. Another one makes all that were given out unknown. */
  readonly secret: Uint8Array
  readonly cache: DiskCache
  /** Whether animations stay so. Default true. */
  readonly animated?: boolean
  readonly workers?: Workers
}

/** Pictures asked for all the time need no disk. */
const MEMORY_BYTES = 16 * 1024 * 1024
/** How long a picture that is not there is not asked for again. */
const MISSING_FOR_MS = 2_000
const MAX_MISSING = 10_000
/** How long one may take to be fetched and made, whoever waits for it. */
const MAKE_WITHIN_MS = 30_000
/** Raised when pictures are made another way, so that those made before are not served any more. */
const FORM = 1

export function createAvatars(options: AvatarsOptions): Avatars {
  const { secret, cache, animated = true, workers = pictureWorkers } = options
  const addresses = createAddresses(secret)
  const originals = createOriginals({ cache, workers })
  const memory = new LRUCache<string, Rendition>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ bytes }) => bytes.byteLength + 1,
  })
  const missing = new LRUCache<string, true>({ max: MAX_MISSING, ttl: MISSING_FOR_MS })
  const making = createSingleFlight<Rendition | Moved | null>()

  async function find(wanted: Wanted, form: RenditionForm): Promise<Rendition | null> {
    const name = nameOfForm(wanted, form)
    const found = memory.get(name)
    if (found !== undefined) return found
    if (missing.has(name)) return null
    const made = await making.run(name, () => make(wanted, form))
    if (made !== null && 'movedTo' in made) return findPresent({ ...wanted, key: made.movedTo }, form)
    if (made === null) missing.set(name, true)
    return made
  }

  /** Under the key that the record has just shown. That it moves on meanwhile is nothing to run after. */
  async function findPresent(wanted: Wanted, form: RenditionForm): Promise<Rendition | null> {
    const name = nameOfForm(wanted, form)
    const made = memory.get(name) ?? (await making.run(name, () => make(wanted, form)))
    return made === null || 'movedTo' in made ? null : { ...made, lasting: false }
  }

  async function make(wanted: Wanted, form: RenditionForm): Promise<Rendition | Moved | null> {
    const name = nameOfForm(wanted, form)
    const kept = await cache.get(name)
    const made = (kept && toRendition(kept)) ?? (await makeAnew(name, wanted, form))
    if (made !== null && 'bytes' in made) memory.set(name, made)
    return made
  }

  async function makeAnew(name: string, wanted: Wanted, form: RenditionForm): Promise<Rendition | Moved | null> {
    const { size, understood } = form
    const signal = AbortSignal.timeout(MAKE_WITHIN_MS)
    const original = await originals.read(wanted, { signal })
    if (original === null || 'movedTo' in original) return original
    const bytes = await workers.run(signal, () => render(original.bytes, original.facts, size, understood, animated))
    await cache.put(name, bytes)
    return toRendition(bytes)
  }

  function nameOfForm(wanted: Wanted, { size, understood }: RenditionForm): string {
    return nameOf(`${FORM} ${size} ${understood} ${animated}`, wanted)
  }

  return {
    pathOf: addresses.pathOf,
    readAddress: addresses.read,
    details: originals.details,
    async load(wanted, form, signal) {
      signal.throwIfAborted()
      return orAborted(find(wanted, form), signal)
    },
  }
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
