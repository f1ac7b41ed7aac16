import { describe, expect, it } from 'vitest'
import type { WriteControl } from '../../../src/directory/directory.ts'
import { attribute, shows } from '../../../src/model/compare.ts'
import { diffRecords } from '../../../src/model/diff.ts'
import { sameJson } from '../../../src/model/json.ts'
import type { FieldChange, WriteReceipt, WriteResult } from '../../../src/model/receipt.ts'
import type { RecordType } from '../../../src/model/ref.ts'
import type { OpenRecord, RecordOf } from '../../../src/sources/source.ts'
import type { Bench } from './bench.ts'
import { options } from './look.ts'
import { allTrials, type Trial } from './trials.ts'

/** Writes through the directory: their receipts are what is so. */
export function describeReceipts(bench: Bench): void {
  const { open } = bench
  const tried = async (work: (trial: Trial) => Promise<void>) => {
    for (const prepare of await allTrials(bench.subject)) await work(await prepare())
  }
  const run = (trial: Trial, control: WriteControl = {}) => trial.run(bench.directory().writes, control)
  const present = (trial: Trial) => (trial.id === null ? null : open(trial.type, trial.id))

  describe('writes through the directory', () => {
    it('give receipts whose changes are those that are there when read back', async () => {
      await tried(async (trial) => {
        const before = await present(trial)

        const result = await run(trial)

        const receipt = onlyReceipt(result, trial)
        expect(result.userErrors, trial.title).toEqual([])
        expect(receipt.guarantee).toBe(bench.source.guarantee)
        expect(receipt.requests.length, trial.title).toBeGreaterThan(0)
        if (receipt.outcome === 'PENDING') return
        expect(receipt.outcome, trial.title).toBe(OUTCOMES[trial.kind] ?? 'UPDATED')
        const id = trial.id ?? (result.record as RecordOf<RecordType>).ref.id
        const after = await bench.source.open!(trial.type, id, options())
        if (trial.kind === 'delete') expect(after, trial.title).toBeNull()
        else expectTrue(receipt, before, after as OpenRecord, trial)
      })
    })

    it('send, byte for byte, what a dry run says they will, and change what it foresees', async () => {
      await tried(async (trial) => {
        const before = await present(trial)
        const planned = onlyReceipt(await run(trial, { dryRun: true }), trial)
        const untouched = await present(trial)

        const sent = onlyReceipt(await run(trial), trial)

        expect(planned.outcome, trial.title).toBe('PLANNED')
        expect(sameJson(untouched?.record, before?.record), `${trial.title}: a dry run changes nothing`).toBe(true)
        expect(sent.requests, trial.title).toEqual(planned.requests)
        if (sent.outcome === 'PENDING') return
        const foreseen = new Set(planned.changes.map(({ path }) => path.split('.')[0]))
        for (const { path } of planned.changes.filter(({ path }) => path !== 'contactItems')) {
          expect(
            sent.changes.map((change) => change.path),
            trial.title,
          ).toContain(path)
        }
        for (const { path } of sent.sideEffects.filter(({ path }) => !path.startsWith('raw'))) {
          const known = [...planned.sideEffects.map((effect) => effect.path), ...(bench.subject.sideEffects ?? [])]
          expect(foreseen.has(path.split('.')[0]) || known.includes(path), `${trial.title}: ${path}`).toBe(true)
        }
      })
    })

    it('change the version if something of the record changed, and only then', async () => {
      await tried(async (trial) => {
        const before = await present(trial)
        await run(trial, { dryRun: true })
        const between = await present(trial)
        const { receipts } = await run(trial)
        if (before === null || before.record.version === null || receipts[0]?.outcome !== 'UPDATED') return
        if (/picture/.test(trial.kind) && bench.subject.unversioned?.includes('avatar')) return

        const after = await open(trial.type, trial.id as string)

        expect(between?.record.version, trial.title).toBe(before.record.version)
        expect(after.record.version, trial.title).not.toBe(before.record.version)
        const again = await open(trial.type, trial.id as string)
        expect(again.record.version, trial.title).toBe(after.record.version)
      })
    })

    it('send nothing for a version that is past, and name the present one', async () => {
      await tried(async (trial) => {
        const before = await present(trial)
        if (before === null) return

        const result = await run(trial, { ifVersion: `not ${before.record.version}` })

        const code = before.record.version === null ? 'UNSUPPORTED' : 'CONFLICT'
        expect(result, trial.title).toMatchObject({ receipts: [], userErrors: [{ code, path: ['ifVersion'] }] })
        expect(result.userErrors[0]?.currentVersion, trial.title).toBe(before.record.version ?? undefined)
        expect(diffRecords(before.record, (await present(trial))!.record), trial.title).toEqual([])
      })
    })

    it('go through for the version that is there', async () => {
      await tried(async (trial) => {
        const before = await present(trial)
        if (before === null || before.record.version === null) return

        const result = await run(trial, { ifVersion: before.record.version })

        expect(result.userErrors, trial.title).toEqual([])
      })
    })

    it('say UNCHANGED and send nothing when asked for what is there already', async () => {
      await tried(async (trial) => {
        if (trial.kind !== 'update' && trial.kind !== 'add') return
        await run(trial)

        const again = await run(trial)

        expect(again, trial.title).toMatchObject({ receipts: [{ outcome: 'UNCHANGED', requests: [] }], userErrors: [] })
      })
    })
  })
}

const OUTCOMES: Partial<Record<Trial['kind'], string>> = { create: 'CREATED', delete: 'DELETED' }

/** The one receipt of a write to one source. */
export function onlyReceipt({ receipts, userErrors }: WriteResult<unknown>, { title }: Trial): WriteReceipt {
  const [receipt] = receipts
  if (receipt && receipts.length === 1) return receipt
  throw new Error(`${title}: ${receipts.length} receipts; ${userErrors.map(({ message }) => message).join(' ')}`)
}

/** That the receipt tells all that is different between the two, and nothing else. */
function expectTrue(receipt: WriteReceipt, before: OpenRecord | null, after: OpenRecord, { title }: Trial): void {
  const effects = receipt.sideEffects.filter(({ path, repaired }) => !path.startsWith('raw') && repaired !== true)
  const told = [...receipt.changes, ...effects]
  if (before === null) {
    for (const change of receipt.changes) expect(shows(after.record, change), `${title}: ${change.path}`).toBe(true)
    return
  }
  const { unasked, missing } = attribute(told, before.record, after.record)
  expect(unasked, `${title}: not told`).toEqual([])
  // A picture under its old address is known by its bytes.
  expect(
    missing.filter(({ path }) => path !== 'avatar'),
    `${title}: told, and not so`,
  ).toEqual([])
  const values = (changes: readonly FieldChange[]) =>
    changes.filter(({ path }) => path !== 'avatar').map(({ path, before: was, after: is }) => ({ path, was, is }))
  const real = diffRecords(before.record, after.record)
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)
  expect(values(told).sort(byPath), title).toEqual(values(real).sort(byPath))
}
