import type { Directory, Ready } from '../directory/directory.ts'
import type { PictureDetails } from '../model/picture.ts'
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
   * another address. `size`: pixels of each side, at most; `null`: as large as it is served.
   */
  readonly avatarUrl: (ref: RecordRef, key: string, size: number | null) => string
  /** What the gateway itself has learned of a picture; `null`: nothing yet. Asks no source. Absent: it never learns anything. */
  readonly avatarDetails?: (ref: RecordRef, key: string) => Ready<PictureDetails | null>
}

/** Who asks. */
export interface Viewer {
  /** `null`: nobody had to say who they are. */
  readonly name: string | null
  readonly scopes: readonly string[]
}
