import { describe } from 'vitest'
import { describeAvatars } from './conformance/avatars.ts'
import { createBench } from './conformance/bench.ts'
import { describeCapabilities } from './conformance/capabilities.ts'
import { describeContactItems } from './conformance/contact-items.ts'
import { describeCreating } from './conformance/creating.ts'
import { describeListing } from './conformance/listing.ts'
import { describeReading } from './conformance/reading.ts'
import type { Subject } from './conformance/subject.ts'
import { describeUpdating } from './conformance/updating.ts'

export type { Subject } from './conformance/subject.ts'

/** What `source.ts` promises, checked on one source. It asks what the source can do, never what it is called. */
export function describeSource(title: string, setUp: () => Promise<Subject>): void {
  describe(`${title} keeps the contract of a source`, () => {
    const bench = createBench(setUp)
    describeCapabilities(bench)
    describeReading(bench)
    describeListing(bench)
    describeUpdating(bench)
    describeContactItems(bench)
    describeAvatars(bench)
    describeCreating(bench)
  })
}
