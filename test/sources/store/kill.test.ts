import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { openStore, signal, temporaryFolder } from './open.ts'

it('loses no acknowledged write when the process is killed', async () => {
  const url = `sqlite:${join(temporaryFolder(), 'kith.db')}`
  const acknowledged: string[] = []
  for (const writes of [1, 20, 45]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.ts'), url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closed = once(child, 'close')
    let seen = 0
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line)
      if (++seen === writes) child.kill('SIGKILL')
    }
    await closed
  }

  const store = await openStore({ url })
  const found: unknown[] = []
  for (let from = 0; from < acknowledged.length; from += store.limits.maxBatchSize) {
    found.push(...(await store.get.Person!(acknowledged.slice(from, from + store.limits.maxBatchSize), { signal })))
  }
  const query = { order: null, limit: 1, cursor: null, backward: false }
  const [all, tagged] = [
    await store.list.Person!({ ...query, filter: {} }, { signal }),
    await store.list.Person!({ ...query, filter: { tag: 'x' } }, { signal }),
  ]

  expect(acknowledged.length).toBeGreaterThanOrEqual(66)
  expect(found).not.toContain(null)
  // Whatever was written beyond that was written whole.
  expect(tagged.totalCount).toBe(all.totalCount)
})
