import { describe } from 'vitest'
import { describeAtOnce } from './conformance/at-once.ts'
import { describeAvatars } from './conformance/avatars.ts'
import { createBench } from './conformance/bench.ts'
import { describeCapabilities } from './conformance/capabilities.ts'
import { describeContactItems } from './conformance/contact-items.ts'
import { describeCreating } from './conformance/creating.ts'
import { describeListing } from './conformance/listing.ts'
import { describeReading } from './conformance/reading.ts'
import { describeReceipts } from './conformance/receipts.ts'
import type { Subject } from './conformance/subject.ts'
import { describeUndeclared } from './conformance/undeclared.ts'
import { describeUpdating } from './conformance/updating.ts'

export type { Subject } from './conformance/subject.ts'

export interface SuiteOptions {
  /** How many writes are tried at once. Fewer than the usual 100 where the same source is tried in many settings. */
  readonly many?: number
}

/** What `source.ts` promises, checked on one source. It asks what the source can do, never what it is called. */
export function describeSource(title: string, setUp: () => Promise<Subject>, { many = 100 }: SuiteOptions = {}): void {
  describe(`${title} keeps the contract of a source`, () => {
    const bench = createBench(setUp)
    describeCapabilities(bench)
    describeReading(bench)
    describeListing(bench)
    describeUpdating(bench)
    describeContactItems(bench)
    describeAvatars(bench)
    describeCreating(bench)
    describeReceipts(bench)
    describeAtOnce(bench, many)
    describeUndeclared(bench)
  })
}
