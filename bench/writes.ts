/**
 * How many single-record updates the store takes in a second, each acknowledged once it is on the disk, and how long they hold up
 * whoever reads: `node bench/writes.ts [SECONDS]` (default 3).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { silentLogger } from '../src/model/logger.ts'
import { storeDefinition } from '../src/sources/store/index.ts'

const SECONDS = Number(process.argv[2] ?? 3)
const PEOPLE = 200
const { signal } = new AbortController()
const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
try {
  for (const writers of [1, 16, 64]) await measure(writers)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(writers: number): Promise<void> {
  const settings = storeDefinition.settings.parse({ url: `sqlite:${join(folder, `${writers}.db`)}` })
  const store = await storeDefinition.create('own', settings, { log: silentLogger, now: Date.now, linkTo: null })
  const ids: string[] = []
  for (let number = 0; number < PEOPLE; number++) {
    const plan = await store.planCreate!('Person', { firstName: `Person ${number}` }, null, { signal })
    ids.push((await store.send!(plan, { signal, ifVersion: null })).id!)
  }
  const endsAt = performance.now() + SECONDS * 1000
  const times: number[] = []
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = writer; performance.now() < endsAt; turn += writers) {
        const opened = await store.open!('Person', ids[turn % PEOPLE]!, { signal })
        const plan = opened!.update!({ jobTitle: `Gardener ${turn}` })
        const startedAt = performance.now()
        const { error } = await store.send!(plan, { signal, ifVersion: null })
        if (error !== null) throw error
        times.push(performance.now() - startedAt)
      }
    }),
  )
  delay.disable()
  await store.close?.()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1)
  const longest = (delay.percentile(99.9) / 1e6).toFixed(1)
  console.log(
    `${String(writers).padStart(3)} at once: ${(times.length / SECONDS).toFixed(0).padStart(6)} updates/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; event loop held up p99.9 ${longest} ms`,
  )
}
