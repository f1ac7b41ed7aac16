import type { Directory } from '../directory/directory.ts'
import type { RecordRef } from '../model/ref.ts'

/** What one request brings along: every resolver is given this very object. */
export interface Context {
  readonly directory: Directory
  /** Names the request in answers and in the log. */
  readonly requestId: string
  /** Aborted when the client goes away or the request has taken too long. */
  readonly signal: AbortSignal
  readonly viewer: Viewer
  /**
   * Where the gateway serves the picture of a record. `key` is the picture's own (`AvatarInfo.key`), so that another picture has
   * another address. `size`: pixels of the longest side; `null`: as the source holds it.
   */
  readonly avatarUrl: (ref: RecordRef, key: string, size: number | null) => string
}

/** Who asks. */
export interface Viewer {
  /** `null`: nobody had to say who they are. */
  readonly name: string | null
  readonly scopes: readonly string[]
}
