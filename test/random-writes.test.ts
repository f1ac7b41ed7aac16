import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDirectory } from '../src/directory/create-directory.ts'
import { createDirectoryState } from '../src/directory/state.ts'
import type { WriteResult } from '../src/model/receipt.ts'
import { RECORD_TYPES, type RecordType } from '../src/model/ref.ts'
import type { RecordOf } from '../src/sources/source.ts'
import { abilitiesOf, type Known, play } from './random/play.ts'
import { groups, type Step } from './random/steps.ts'
import { SUBJECTS } from './random/subjects.ts'
import type { Subject } from './sources/conformance.ts'
import { differences, expectTold, told } from './sources/truth.ts'

/** How many writes are tried in all; 10 000 take some minutes. */
const WRITES = Number(process.env.KITH_RANDOM_WRITES ?? 3000)
/** The same seed, the same writes. */
const SEED = Number(process.env.KITH_RANDOM_SEED ?? 20_240_229)
const GROUPS_PER_RUN = 12
const WRITES_PER_GROUP = 2.5
const runs = Math.ceil(WRITES / Object.keys(SUBJECTS).length / (GROUPS_PER_RUN * WRITES_PER_GROUP))

type Result = WriteResult<RecordOf<RecordType>>

describe('random writes', () => {
  for (const [name, start] of Object.entries(SUBJECTS)) {
    it(`to ${name} change nothing that a receipt does not tell`, async ({ annotate }) => {
      const outcomes = new Map<string, number>()

      await fc.assert(
        fc.asyncProperty(groups(GROUPS_PER_RUN), async (steps) => {
          const subject = await start()
          try {
            await playAll(subject, steps, outcomes)
          } finally {
            await subject.source.close?.()
            await subject.close?.()
          }
        }),
        { seed: SEED, numRuns: runs, interruptAfterTimeLimit: 3_600_000, endOnFailure: true },
      )

      await annotate([...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', '))
      // Random writes that are all refused would prove nothing.
      expect(outcomes.get('UPDATED') ?? 0).toBeGreaterThan(runs * 3)
    }, 3_600_000)
  }
})

/** Plays group after group, and after each holds every record that there is against what the receipts say. */
async function playAll(subject: Subject, steps: readonly (readonly Step[])[], outcomes: Map<string, number>) {
  const { source } = subject
  const state = createDirectoryState()
  const abilities = await abilitiesOf(subject)
  const known = new Map<string, Known>()
  const look = async (type: RecordType, id: string) => {
    const open = await source.open!(type, id, { signal: AbortSignal.timeout(20_000) })
    if (open) known.set(`${type} ${id}`, { type, id, open: open as Known['open'] })
    else known.delete(`${type} ${id}`)
    return open
  }
  for (const type of RECORD_TYPES) for (const id of subject.ids[type] ?? []) await look(type, id)

  for (const group of steps) {
    const before = new Map(known)
    const all = [...before.values()]
    const results = new Map<string, Result[]>()
    await Promise.all(
      group.map(async (step) => {
        const target = all[step.record % all.length] as Known
        const write = play(step, target, subject, abilities)
        if (write === null) return
        const { writes } = createDirectory([source], { signal: AbortSignal.timeout(20_000), state })
        // Where nobody else is writing, the plan is asked for first, to be held against what is then sent.
        const planned = group.length === 1 ? await write(writes, { dryRun: true }) : null
        const result = await write(writes)
        if (planned) expectAsPlanned(planned, result, JSON.stringify(step))
        for (const outcome of result.receipts.map((receipt) => receipt.outcome as string)) count(outcomes, outcome)
        if (result.receipts.length === 0) count(outcomes, result.userErrors[0]?.code ?? 'nothing')
        const created = result.receipts[0]?.outcome === 'CREATED' ? result.record : null
        const key = created ? `${created.type} ${created.ref.id}` : `${target.type} ${target.id}`
        results.set(key, [...(results.get(key) ?? []), result])
      }),
    )
    const keys = new Set([...before.keys(), ...results.keys()])
    for (const key of keys) await look(...(key.split(' ') as [RecordType, string]))
    const hasLost = [...before.keys()].some((key) => !known.has(key))
    for (const key of keys) {
      const [was, is] = [before.get(key)?.open ?? null, known.get(key)?.open ?? null]
      expectNothingUntold(results.get(key) ?? [], was, is, hasLost, `${key} after ${JSON.stringify(group)}`)
    }
  }
}

/** What says who or where somebody else is: gone with them when they are deleted. */
const REFERENCES = /^(managerIds?|organizationId|organizationRole|parentId|raw)\b/

/**
 * That all that is different was told by one of the receipts of the writes to this record. A deletion's receipt does not name
 * everybody who referred to what is gone.
 */
function expectNothingUntold(
  results: readonly Result[],
  was: Known['open'] | null,
  is: Known['open'] | null,
  hasLost: boolean,
  what: string,
) {
  const receipts = results.flatMap((result) => result.receipts).filter(({ outcome }) => outcome !== 'PLANNED')
  const outcomes = receipts.map(({ outcome }) => outcome)
  for (const { userErrors } of results) {
    const unexpected = userErrors.filter(({ code }) => /UNAVAILABLE|BAD_SOURCE|UNAUTHENTICATED|RATE/.test(code))
    expect(
      unexpected.map(({ message }) => message),
      what,
    ).toEqual([])
  }
  if (was === null) return expect(is === null ? [] : outcomes, what).toEqual(is === null ? [] : ['CREATED'])
  if (is === null) return expect(outcomes, what).toContain('DELETED')
  if (receipts.length === 1 && outcomes[0] === 'UPDATED' && !hasLost) return expectTold(receipts[0]!, was, is, what)
  const paths = new Set(receipts.flatMap((receipt) => told(receipt).map(({ path }) => path)))
  expect(
    differences(was, is).filter((path) => !paths.has(path) && !(hasLost && REFERENCES.test(path))),
    what,
  ).toEqual([])
}

/** That a dry run said, byte for byte, what was then sent; and refused what was refused then. */
function expectAsPlanned(planned: Result, sent: Result, what: string): void {
  const said = planned.receipts[0]
  expect(said === undefined, what).toBe(sent.receipts.length === 0)
  for (const { requests, outcome } of sent.receipts) {
    const all = said?.requests ?? []
    // Of a write that was refused half-way, the rest was not sent.
    expect(requests, what).toEqual(
      outcome === 'REJECTED' || sent.userErrors.length > 0 ? all.slice(0, requests.length) : all,
    )
  }
}

function count(outcomes: Map<string, number>, outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
}
