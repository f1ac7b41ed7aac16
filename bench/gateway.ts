/**
 * How fast kith answers, beside the floor and other servers: `npm run bench`. Rounds are interleaved, so that what else the machine
 * does meets all of them alike; ratios are made within a round and their medians told. Writes `bench/RESULTS.md`,
 * which ends with `bench/NOTES.md`.
 *
 *     node bench/gateway.ts [--rounds 5] [--seconds 1] [--no-peers] [--only ROW] [--profile FOLDER]
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Question, runLoad } from './harness/load.ts'
import { prepareQuestions, sampleAnswer } from './harness/questions.ts'
import { type Measured, toReport } from './harness/report.ts'
import { ROWS, type Row } from './harness/rows.ts'
import { openStage, type Stage } from './harness/stage.ts'
import type { Target } from './harness/target.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    'no-peers': { type: 'boolean', default: false },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const seconds = Number(values.seconds)
const CALLERS = [1, 64] as const
/** About. */
const WARM_SECONDS = 2

await using stage = Object.assign(await openStage({ peers: !values['no-peers'], profile: values.profile }), {
  [Symbol.asyncDispose]: () => stage.close(),
})
const measured: Measured[] = []
for (const row of ROWS.filter(({ name }) => values.only === undefined || name === values.only)) {
  measured.push(...(await measureRow(row, stage)))
}
const memory = await Promise.all(
  stage.targets.map(async (target) => ({ name: target.name, readyMs: target.readyMs, mb: await target.memoryMb() })),
)
const report = toReport(measured, memory, { rounds, seconds })
console.log(report)
if (values.only === undefined && !values['no-peers']) {
  const notes = await readFile(join(import.meta.dirname, 'NOTES.md'), 'utf8')
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), `# How fast kith is\n\n${report}\n${notes}`)
}

async function measureRow(row: Row, stage: Stage): Promise<readonly Measured[]> {
  const { upstreamCalls } = stage
  // The peers serve no pictures.
  const targets = row.name === 'Avatar' ? [stage.floor, stage.kith] : stage.targets
  const questions = new Map<Target, readonly Question[]>()
  for (const target of targets) questions.set(target, await prepareQuestions(row, target, stage))
  const answers = await Promise.all(targets.map((target) => sampleAnswer(questions.get(target)!, target.url)))
  for (const [index, answer] of answers.entries()) {
    if (answer === answers[0]) continue
    throw new Error(
      `${targets[index]!.name} answers ${row.name} otherwise:\n${answer.slice(0, 400)}\n${answers[0]!.slice(0, 400)}`,
    )
  }
  const measured: Measured[] = []
  for (const { callers, same } of [
    ...CALLERS.map((callers) => ({ callers, same: false })),
    { callers: 64, same: true },
  ]) {
    if (same && !canBeShared(row)) continue
    console.error(`${row.name}, ${callers} callers${same ? ' asking the same' : ''}`)
    const asked = (target: Target) => (same ? questions.get(target)!.slice(0, 1) : questions.get(target)!)
    const pace = new Map<Target, number>()
    for (const target of targets) {
      const load = { url: target.url, questions: asked(target), callers }
      let { requestsPerSecond } = await runLoad({ ...load, requests: callers + 50 })
      // A server that has served for a while is meant: V8 needs thousands of calls to make of the code what it will be.
      for (let second = 0; second < WARM_SECONDS; second++) {
        requestsPerSecond = (await runLoad({ ...load, requests: Math.ceil(requestsPerSecond) })).requestsPerSecond
      }
      pace.set(target, requestsPerSecond)
    }
    for (let round = 0; round < rounds; round++) {
      for (const target of targets) {
        const requests = Math.ceil(pace.get(target)! * seconds)
        const [cpuBefore, callsBefore] = [await target.cpuMs(), await upstreamCalls()]
        const outcome = await runLoad({ url: target.url, questions: asked(target), callers, requests })
        const [cpuAfter, callsAfter] = [await target.cpuMs(), await upstreamCalls()]
        const cpuMs = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / requests
        const upstream = (callsAfter - callsBefore) / requests
        measured.push({ row, callers, same, round, target: target.name, ...outcome, cpuMs, upstream })
      }
    }
  }
  return measured
}

/** Whether the row is asked with several variables, and one answer could serve for all who ask the same. */
function canBeShared(row: Row): boolean {
  return 'query' in row && row.variables !== 'none' && !row.query.startsWith('mutation')
}
