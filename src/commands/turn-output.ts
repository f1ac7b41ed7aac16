import type { Output } from './surroundings.ts'

/** An output that is not written to for each text of a turn of the event loop. */
export interface TurnOutput extends Output {
  write(text: string): void
  /** Writes at once whatever is left: for when the process ends. */
  flush(): void
}

/**
 * The first text of a turn of the event loop is written at once, all others of it together at its end. A log is written to the
 * console with a system call that all requests wait for, and under load many of them end in the same turn.
 */
export function writeByTurns(output: Output): TurnOutput {
  /** `null`: nothing has been written in this turn. */
  let waiting: string | null = null

  function flush(): void {
    const text = waiting
    waiting = null
    if (text !== null && text !== '') output.write(text)
  }

  return {
    write(text) {
      if (waiting !== null) {
        waiting += text
        return
      }
      waiting = ''
      setImmediate(flush)
      output.write(text)
    },
    flush,
    get columns() {
      return output.columns
    },
  }
}
