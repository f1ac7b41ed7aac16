import type { ZodType } from 'zod'
import type { Logger } from '../model/logger.ts'
import type { Source } from './source.ts'

/** How a kind of source is configured, made and pretended. One for each line of `registry.ts`. */
export interface SourceDefinition<Settings = unknown> {
  readonly kind: string
  /** Checks what stands under `sources.<name>` in the configuration, `kind` and `simulate` aside. */
  readonly settings: ZodType<Settings>
  /** Makes the source. Reads and writes nothing outside yet, save what opening a local store takes. */
  create(name: string, settings: Settings, context: SourceContext): Source | Promise<Source>
  /** The vendor, pretended; missing for a source that needs none. */
  readonly simulator?: SimulatorDefinition
  /** What the vendor has not published, and the settings that stand for it; what must be checked first comes first. */
  readonly assumptions?: readonly Assumption[]
}

/** A fact that nobody has published, and the setting whose value is taken for it until somebody knows better. */
export interface Assumption {
  /** Below `sources.<name>`, dotted: `paths.users`. */
  readonly setting: string
  /** What the setting says of the vendor, as the end of a sentence: "where users sign in". */
  readonly fact: string
}

/** What a source is given besides its settings. */
export interface SourceContext {
  readonly log: Logger
  /** The present time in milliseconds since 1970. */
  readonly now: () => number
  /**
   * A short-lived address of the gateway's own under which the vendor can fetch the picture. `null`: the gateway can't be
   * reached from outside (`server.publicUrl` is not set).
   */
  readonly linkTo: ((picture: { readonly bytes: Uint8Array; readonly contentType: string }) => string) | null
  /**
   * One piece of work at a time, in the order they came, among all processes that serve the same sources; `what` names what they do
   * not do at once. Absent: there is no other process.
   */
  readonly exclusively?: Exclusively
}

export type Exclusively = <T>(what: string, work: () => Promise<T>) => Promise<T>

export interface SimulatorDefinition {
  /** Starts the vendor's pretended API on a free port of the loopback interface, with invented people in it. */
  start(options?: { readonly port?: number }): Promise<RunningSimulator>
}

export interface RunningSimulator {
  /** What `url` would be in the configuration. */
  readonly url: string
  /** Settings that let a source in: the credentials of an invented account. */
  readonly settings: Readonly<Record<string, unknown>>
  close(): Promise<void>
}
