/**
 * Whether kith's memory grows: half of the load it can take, queries and writes mixed, for an hour. Told are, for each sixth of the
 * time, the least memory it was seen in and what its heap holds once all garbage is gone; and whether the last sixth needs more than
 * the second. Fails where it does. Writes `bench/RESULTS-soak.md`.
 *
 *     node bench/soak.ts [--minutes 60] [--snapshots FOLDER]
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openHeap } from './harness/heap.ts'
import { ask, type Question, runLoad } from './harness/load.ts'
import { describeMachine } from './harness/machine.ts'
import { percentile, runPaced } from './harness/paced.ts'
import { prepareQuestions } from './harness/questions.ts'
import { FRESH, ROWS, type Row } from './harness/rows.ts'
import { openStage } from './harness/stage.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, snapshots: { type: 'string' } },
})
const MINUTES = Number(values.minutes)
const PARTS = 6
const CALLERS = 16
const SAMPLE_MS = 1_000
const PEAK_REQUESTS = 3_000
/** What the last part may need more than the second and still count as the same. */
const SLACK = 1.05
const SLACK_MB = 5
const MIX: readonly Row['name'][] = [
  'One',
  'Items',
  'Upsert',
  'Stored',
  'One',
  'Related',
  'Upsert',
  'Six',
  'Trivial',
  'Avatar',
]

interface Part {
  readonly leastMb: number
  readonly heapMb: number
  readonly requests: number
  readonly failed: number
  readonly p50: number
  readonly p99: number
}

const stage = await openStage({ peers: false, inspect: true })
try {
  const { kith } = stage
  const questions = await prepareMix()
  const heap = await openHeap(kith.inspectorUrl()!)
  const load = { url: kith.url, questions, callers: CALLERS }
  await runLoad({ ...load, requests: PEAK_REQUESTS })
  const { requestsPerSecond: peak } = await runLoad({ ...load, requests: PEAK_REQUESTS })
  const everyMs = (CALLERS * 1000) / (peak / 2)
  const parts: Part[] = []
  for (let part = 0; part < PARTS; part++) {
    let leastMb = Number.POSITIVE_INFINITY
    const sampler = setInterval(async () => {
      leastMb = Math.min(leastMb, (await kith.memoryMb()) ?? Number.NaN)
    }, SAMPLE_MS)
    const { times, failed } = await runPaced({ ...load, everyMs, seconds: (MINUTES * 60) / PARTS })
    clearInterval(sampler)
    const heapMb = await heap.usedMb()
    if (values.snapshots !== undefined) await heap.writeSnapshot(join(values.snapshots, `${part + 1}.heapsnapshot`))
    const waited = { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
    parts.push({ leastMb, heapMb, requests: times.length, failed, ...waited })
    console.error(describe(parts.at(-1)!, part))
  }
  heap.close()
  const report = toReport(parts, peak)
  console.log(report)
  await writeFile(join(import.meta.dirname, 'RESULTS-soak.md'), report)
  process.exitCode = hasGrown(parts) ? 1 : 0
} finally {
  await stage.close()
}

/** What the rows ask, and changes of the store's own people. */
async function prepareMix(): Promise<readonly Question[]> {
  const prepared: (readonly Question[])[] = [await prepareUpdates()]
  for (const name of MIX)
    prepared.push(await prepareQuestions(ROWS.find((row) => row.name === name)!, stage.kith, stage))
  return Array.from({ length: 64 * prepared.length }, (_, index) => {
    const asked = prepared[index % prepared.length]!
    return asked[Math.floor(index / prepared.length) % asked.length]!
  })
}

async function prepareUpdates(): Promise<readonly Question[]> {
  const { data } = await ask(stage.kith.url, { query: '{ people(first: 64, sources: ["own"]) { nodes { id } } }' })
  const { nodes } = data.people as { readonly nodes: readonly { readonly id: string }[] }
  const query = `mutation Update($input: UpdatePersonInput!) { updatePerson(input: $input) {
    person { id jobTitle } receipts { outcome changes { path before after } } userErrors { message } } }`
  return nodes.map(({ id }) => ({
    body: JSON.stringify({ query, variables: { input: { id, jobTitle: `Gardener ${FRESH}` } } }),
  }))
}

function hasGrown(parts: readonly Part[]): boolean {
  const grown = (of: (part: Part) => number) => of(parts.at(-1)!) > of(parts[1]!) * SLACK + SLACK_MB
  return grown(({ heapMb }) => heapMb) || grown(({ leastMb }) => leastMb)
}

function describe({ leastMb, heapMb, requests, failed, p50, p99 }: Part, part: number): string {
  const [from, to] = [part, part + 1].map((count) => ((MINUTES / PARTS) * count).toFixed(MINUTES < 60 ? 1 : 0))
  return `| ${from}–${to} | ${leastMb.toFixed(0)} | ${heapMb.toFixed(1)} | ${requests} | ${failed} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`
}

function toReport(parts: readonly Part[], peak: number): string {
  const said = hasGrown(parts) ? 'Memory **grew**' : 'Memory did not grow'
  return `${[
    '# Whether memory grows',
    `${describeMachine()}; ${MINUTES} minutes at ${(peak / 2).toFixed(0)} requests a second, half of the ${peak.toFixed(0)} that ${CALLERS} callers reached before: ${['an update of a person in the store', ...MIX.map((name) => ROWS.find((row) => row.name === name)!.title)].join('; ')}.`,
    [
      '| minutes | least resident memory, MB | heap without garbage, MB | requests | failed | p50, ms | p99, ms |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...parts.map(describe),
    ].join('\n'),
    `${said} between the second sixth and the last.`,
  ].join('\n\n')}\n`
}
