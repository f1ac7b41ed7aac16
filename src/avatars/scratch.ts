/**
 * Memory that is used again. A file of ten megabytes in memory of its own is freed only when the engine next looks for garbage, and
 * by then there may be many.
 */
export interface Scratch {
  /** Does the work with at least so much memory, which holds anything at first and is nobody's afterwards. */
  use<T>(byteSize: number, work: (space: Uint8Array) => Promise<T>): Promise<T>
}

/** How long memory that nobody uses is kept. */
const IDLE_MS = 30_000

export function createScratch(): Scratch {
  let free: Uint8Array[] = []
  let timer: NodeJS.Timeout | undefined

  return {
    async use(byteSize, work) {
      clearTimeout(timer)
      const last = free.pop()
      const space = last !== undefined && last.byteLength >= byteSize ? last : new Uint8Array(byteSize)
      try {
        return await work(space)
      } finally {
        free.push(space)
        timer = setTimeout(() => {
          free = []
        }, IDLE_MS)
        timer.unref()
      }
    },
  }
}
