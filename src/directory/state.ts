import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { createPictureReader, type PictureReader } from '../avatars/read-picture.ts'
import type { Source } from '../sources/source.ts'
import type { SourceHealth } from './directory.ts'
import { createMemoryJournal, type Journal } from './journal.ts'
import { createLocks, type Locks } from './locks.ts'

/** What requests share: locks, and what was last seen of each source. One for a running server, or what stands for it in each of its processes. */
export interface DirectoryState {
  readonly locks: Locks
  /** Of writes in flight, and of results kept under idempotency keys. */
  readonly journal: Journal
  /** Makes of a file the picture that a source takes. */
  readonly pictures: PictureReader
  /** Signs cursors, so that one that was edited by hand is told from one of ours. */
  readonly cursorKey: KeyObject
  /** The last look at each source, or the one under way. By source and not by name: callers' sources share names. */
  readonly health: WeakMap<Source, { readonly atMs: number; readonly result: Promise<SourceHealth> }>
}

export interface DirectoryStateOptions {
  /** Give the same to every process that shall accept the others' cursors; random where absent. */
  readonly cursorKey?: Uint8Array
  /** Kept in memory where absent: a crash then forgets it. */
  readonly journal?: Journal
  /** Of this process where absent. */
  readonly locks?: Locks
  /** Keeps animations where absent. */
  readonly pictures?: PictureReader
}

export function createDirectoryState({
  cursorKey,
  journal,
  locks,
  pictures,
}: DirectoryStateOptions = {}): DirectoryState {
  return {
    locks: locks ?? createLocks(),
    journal: journal ?? createMemoryJournal(),
    pictures: pictures ?? createPictureReader(),
    // Made once: given as bytes, a key costs several times as much as signing with it.
    cursorKey: createSecretKey(cursorKey ?? randomBytes(32)),
    health: new WeakMap(),
  }
}
