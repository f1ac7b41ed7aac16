import type { Logger } from '../../../src/model/logger.ts'
import type { Source } from '../../../src/sources/source.ts'
import type { Subject } from '../conformance/subject.ts'
import type { WriteKind } from '../conformance/trials.ts'

/** A simulator, and how a source is connected to it or to whatever stands in front of it. */
export interface FaultSubject extends Pick<Subject, 'ids' | 'samples' | 'create' | 'items'> {
  /** Of the simulator. */
  readonly url: string
  connect(url: string, options: ConnectOptions): Source | Promise<Source>
  /** Passwords, keys and tokens. Those that requests carry in headers are known besides. */
  readonly secrets: readonly string[]
  /** Whether a token that is refused can be had anew. */
  readonly renews: boolean
  /** What the vendor carries out later: of these, nothing tells whether they arrived if their answer is lost. */
  readonly later?: readonly WriteKind[]
  close(): Promise<void>
}

export interface ConnectOptions {
  readonly timeoutMs: number
  readonly log: Logger
}

/** Takes down everything that a test said, to be looked through for what must not be in it. */
export function createListener(): { readonly log: Logger; heard(): string; hear(what: unknown): void } {
  const lines: string[] = []
  const hear = (what: unknown) => void lines.push(JSON.stringify(what, withErrors))
  const line = (fields: Readonly<Record<string, unknown>>, message: string) => hear({ ...fields, message })
  return { log: { debug: line, info: line, warn: line, error: line }, hear, heard: () => lines.join('\n') }
}

/** An error with its message and all its causes, none of which JSON shows. */
function withErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value
  return { ...value, message: value.message, stack: value.stack, cause: value.cause }
}
