/**
 * The short form of `npm run bench`, for every change: fixed work, kith beside the floor, without peers. Fails where the best of
 * two rounds takes more processor time for a request, as a ratio to the floor's, than twice what it should: what else the machine
 * does never reaches that, a lost prepared path or a doubled call does. `node bench/short.ts`
 */
import { type Question, runLoad } from './harness/load.ts'
import { prepareQuestions, sampleAnswer } from './harness/questions.ts'
import { ROWS, type Row } from './harness/rows.ts'
import { openStage, type Stage } from './harness/stage.ts'
import type { Target } from './harness/target.ts'

const ROUNDS = 2
const CALLERS = 8

/** The floor's time as a share of kith's own, below which something is lost. */
const BOUNDS: Readonly<Record<Row['name'], number>> = {
  Trivial: 0.2,
  Related: 0.5,
  Items: 0.35,
  Changed: 0.25,
  Stored: 0.5,
  One: 0.22,
  // The same for everybody: answered once for those who ask at the same moment.
  Six: 2,
  Aside: 0.8,
  Upsert: 0.18,
  Avatar: 0.15,
}

const stage = await openStage({ peers: false })
try {
  let failed = false
  for (const row of ROWS) {
    const ratio = await measure(row, stage)
    const bound = BOUNDS[row.name]
    const isLost = ratio < bound
    failed ||= isLost
    console.log(`${isLost ? 'LOST' : 'ok  '} ${row.title}: ${ratio.toFixed(2)} of the floor, at least ${bound}`)
  }
  process.exitCode = failed ? 1 : 0
} finally {
  await stage.close()
}

/** The best of the rounds. */
async function measure(row: Row, { floor, kith }: Stage): Promise<number> {
  const questions = new Map<Target, readonly Question[]>()
  for (const target of [floor, kith]) questions.set(target, await prepareQuestions(row, target, { floor, kith }))
  const [expected, found] = await Promise.all(
    [floor, kith].map((target) => sampleAnswer(questions.get(target)!, target.url)),
  )
  if (found !== expected) throw new Error(`kith answers ${row.name} otherwise than the floor`)
  const cost = async (target: Target) => {
    const load = { url: target.url, questions: questions.get(target)!, callers: CALLERS, requests: row.requests }
    const [before, startedAt] = [await target.cpuMs(), performance.now()]
    await runLoad(load)
    const after = await target.cpuMs()
    return before === null || after === null ? performance.now() - startedAt : after - before
  }
  let best = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const ratio = (await cost(floor)) / (await cost(kith))
    if (round > 0) best = Math.max(best, ratio) // the first one warms
  }
  return best
}
