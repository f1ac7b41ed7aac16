/** Bytes that may be held at one time, by all requests together. */
export interface ByteBudget {
  /** A share of the budget, empty at first. */
  open(): Share
}

export interface Share {
  /** Takes more; `false`: so much is not left, and nothing was taken. */
  hold(bytes: number): boolean
  /** Gives all of it back. */
  close(): void
}

export function createByteBudget(maxBytes: number): ByteBudget {
  let left = maxBytes
  return {
    open: () => {
      let held = 0
      return {
        hold: (bytes) => {
          if (bytes > left) return false
          left -= bytes
          held += bytes
          return true
        },
        close: () => {
          left += held
          held = 0
        },
      }
    },
  }
}
