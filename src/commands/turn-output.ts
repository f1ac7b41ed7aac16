import type { Output } from './surroundings.ts'

/** An output that is written to once for all that a turn of the event loop has to say. */
export interface TurnOutput extends Output {
  write(text: string): void
  /** Writes at once whatever is left: for when the process ends. */
  flush(): void
}

/**
 * What is written within one turn of the event loop goes out together at its end. A log is written to the console with a system
 * call that all requests wait for, and under load many of them end in the same turn.
 */
export function writeByTurns(output: Output): TurnOutput {
  let waiting = ''

  function flush(): void {
    const text = waiting
    waiting = ''
    if (text !== '') output.write(text)
  }

  return {
    write(text) {
      if (waiting === '') setImmediate(flush)
      waiting += text
    },
    flush,
    get columns() {
      return output.columns
    },
  }
}
