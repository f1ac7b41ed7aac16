import { createLocks, type Locks } from '../directory/locks.ts'
import { noSiblings, type Siblings } from '../directory/siblings.ts'
import type { Exclusively } from '../sources/definition.ts'
import type { Simulators } from './simulators.ts'

/** What one gateway has in common with those that serve the same sources beside it, and what sets it apart. */
export interface Team {
  /** Its place, from 0. */
  readonly index: number
  readonly siblings: Siblings
  readonly locks: Locks
  /** Names it in the journal; `null`: the journal is its alone. */
  readonly owner: string | null
  /** Whose unfinished writes it settles before it serves. */
  readonly settles: 'all' | readonly string[]
  /** Absent: it starts what simulators it needs. */
  readonly simulated?: Simulators['settings']
  /** Signs addresses and cursors. Absent: it reads its own. */
  readonly secret?: Uint8Array
  /** See `SourceContext.exclusively`. Absent: nobody else is there. */
  readonly exclusively?: Exclusively
  /** Says that everything is open, and resolves with the port to listen on once it may. */
  whenToListen(configured: number): Promise<number>
}

/** A gateway that serves alone. */
export function teamOfOne(): Team {
  return {
    index: 0,
    siblings: noSiblings,
    locks: createLocks(),
    owner: null,
    settles: 'all',
    whenToListen: async (configured) => configured,
  }
}
