import { describe } from 'vitest'
import { describeFaultyReads } from './faults/reads.ts'
import { createRig } from './faults/rig.ts'
import type { FaultSubject } from './faults/subject.ts'
import { describeFaultyWrites } from './faults/writes.ts'

export type { ConnectOptions, FaultSubject } from './faults/subject.ts'

/** Everything that can go wrong between a source and its vendor, at every moment: the right code, no secret, and no lie. */
export function describeFaults(title: string, setUp: () => Promise<FaultSubject>): void {
  describe(`${title}, when things go wrong`, () => {
    const rig = createRig(setUp)
    describeFaultyReads(rig)
    describeFaultyWrites(rig)
  })
}
