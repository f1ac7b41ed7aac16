import { randomBytes } from 'node:crypto'
import type { SourceHealth } from './directory.ts'
import { createLocks, type Locks } from './locks.ts'

/** What requests share: locks, and what was last seen of each source. One for a running server. */
export interface DirectoryState {
  readonly locks: Locks
  /** Signs cursors, so that one that was edited by hand is told from one of ours. */
  readonly cursorKey: Uint8Array
  /** By source name: the last check, or the one under way. */
  readonly health: Map<string, { readonly atMs: number; readonly result: Promise<SourceHealth> }>
}

/** `cursorKey`: give the same to every process that shall accept the others' cursors; random where absent. */
export function createDirectoryState(options: { readonly cursorKey?: Uint8Array } = {}): DirectoryState {
  return { locks: createLocks(), cursorKey: options.cursorKey ?? randomBytes(32), health: new Map() }
}
