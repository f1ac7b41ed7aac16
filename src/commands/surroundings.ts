import type { Processes } from '../processes/processes.ts'
import type { SourceDefinition } from '../sources/definition.ts'

/** What a command may see and touch of the process it runs in. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where relative file names begin. */
  readonly directory: string
  readonly stdout: Output
  readonly stderr: Output
  /** Aborted when the process is asked to end. */
  readonly stop: AbortSignal
  /** The kinds of source there are. */
  readonly definitions: readonly SourceDefinition[]
  /** Those that serve together with this one. Absent: it can't be one of several. */
  readonly processes?: Processes
}

export interface Output {
  write(text: string): unknown
  /** Characters on a line; `undefined` where it is no terminal. */
  readonly columns?: number | undefined
}

/** What a command ends with, for scripts to rely on. */
export const EXIT = {
  ok: 0,
  /** It was understood and begun, and failed: a port that is taken, a source that does not answer. */
  failure: 1,
  /** It was called or configured wrongly, and nothing was begun. */
  usage: 2,
} as const

/** Resolves when the process is asked to end. */
export function stopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve()
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
}
