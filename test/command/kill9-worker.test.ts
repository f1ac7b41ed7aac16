import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openSqliteJournal } from '../../src/journal/sqlite-journal.ts'
import { startVirtuousSimulator } from '../../src/sources/virtuous/simulator/simulator.ts'
import { startFaultProxy } from '../sources/faults/proxy.ts'
import { askAnew, isAlive, type RunningWorkers, startWorkers, times } from './run-workers.ts'

const WRITERS = 12
/** After so many acknowledged writes a worker is killed, in the middle of others. */
const KILL_AFTER = 60
/** So many more are then written with the one that takes its place. */
const GO_ON_FOR = 120

const CREATE = `mutation ($source: String!, $name: String!, $key: String!) {
  createPerson(input: { source: $source, firstName: $name, lastName: "Written", idempotencyKey: $key }) {
    person { id }
    userErrors { code message }
  }
}`
const READ = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { firstName } } }'
const FIND = `query ($source: String!, $name: String!) {
  people(first: 50, sources: [$source], filter: { search: $name }) { nodes { id } }
}`

interface Created {
  readonly createPerson: {
    readonly person: { readonly id: string } | null
    readonly userErrors: readonly { readonly code: string }[]
  }
}
interface Found {
  readonly people: { readonly nodes: readonly { readonly id: string }[] }
}

it.each([
  ['own', { kind: 'store', url: 'sqlite:./kith.db' }],
  ['donors', { kind: 'virtuous', simulate: true }],
])(
  'a worker that is killed takes only its own requests to %s with it, and none is lost or done twice',
  { timeout: 120_000 },
  async (source, settings) => {
    const workers = await startWorkers({ [source]: settings })
    const { url, kith, directory } = workers
    const [victim] = workers.pids(0)
    const replaced = workers.logged(
      ({ msg, worker, pid }) => msg === 'A worker serves' && worker === 0 && pid !== victim,
    )
    const acknowledged = new Map<string, string>()
    const cutOff: string[] = []
    let goesOn = true
    let hasReplacement = false
    let written = 0
    let writtenSince = 0

    await times(WRITERS, async (writer) => {
      for (let count = 0; goesOn; count++) {
        const name = `Name${writer}x${count}`
        const id = await create(url, source, name)
        if (id === null) {
          cutOff.push(name)
          continue
        }
        acknowledged.set(id, name)
        if (++written === KILL_AFTER) {
          process.kill(victim!, 'SIGKILL')
          void replaced.then(() => {
            hasReplacement = true
          })
        }
        if (hasReplacement && ++writtenSince >= GO_ON_FOR) goesOn = false
      }
    })
    const retried = await Promise.all(cutOff.map((name) => create(url, source, name)))
    const kept = await readNames(workers, [...acknowledged.keys()])
    const copies = await Promise.all(
      cutOff.map(async (name) => (await askAnew<Found>(url, FIND, { source, name })).data!.people.nodes),
    )

    expect(isAlive(victim!)).toBe(false)
    expect(workers.log).toContainEqual(
      expect.objectContaining({ msg: 'A worker has ended and is replaced', worker: 0, signal: 'SIGKILL' }),
    )
    // One that is with a worker at a time, at most, for each of those who write.
    expect(cutOff.length).toBeLessThanOrEqual(WRITERS)
    expect(kept).toEqual(acknowledged)
    expect(copies.map((nodes) => nodes.map(({ id }) => id))).toEqual(retried.map((id) => [id]))

    kith.process.kill('SIGTERM')
    await kith.ended
    const journal = openSqliteJournal(join(directory, 'data/journal.db'))
    expect(await journal.unfinished()).toEqual([])
    await journal.close()
  },
)

it('those that take the place of killed ones settle what these had sent, and serve at the same address', async () => {
  const simulator = await startVirtuousSimulator({ people: 20 })
  const proxy = await startFaultProxy(simulator.url)
  onTestFinished(async () => {
    await proxy.close()
    await simulator.close()
  })
  const donors = { kind: 'virtuous', ...simulator.settings, url: proxy.url }
  const workers = await startWorkers({ donors })
  const before = [0, 1].flatMap((worker) => workers.pids(worker))
  const settled = workers.logged(({ msg }) => msg === 'a write that was cut off has been settled')
  const answer = () => {
    for (const pid of before) process.kill(pid, 'SIGKILL')
  }
  proxy.arm({ arrives: true, answer }, { from: 1, times: 1, of: /POST .*api\/Contact(Individual)?$/ })

  const first = await create(workers.url, 'donors', 'Once')
  await settled
  // Nobody listens until those who settle are done with it.
  const again = await vi.waitFor(
    async () => {
      const id = await create(workers.url, 'donors', 'Once')
      if (id === null) throw new Error('nobody serves yet')
      return id
    },
    { timeout: 30_000 },
  )

  const find = { source: 'donors', name: 'Once' }
  const { data } = await askAnew<Found>(workers.url, FIND, find)
  expect(first).toBeNull()
  expect(data!.people.nodes).toEqual([{ id: again }])
  expect([0, 1].flatMap((worker) => workers.pids(worker))).not.toEqual(before)
}, 120_000)

/** The id of the new person; `null`: the connection was cut off. */
async function create(url: string, source: string, name: string): Promise<string | null> {
  const answer = await askAnew<Created>(url, CREATE, { source, name, key: name }).catch(() => null)
  if (answer === null) return null
  expect(answer.data?.createPerson.userErrors).toEqual([])
  return answer.data!.createPerson.person!.id
}

async function readNames({ url }: RunningWorkers, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (let at = 0; at < ids.length; at += 50) {
    const page = ids.slice(at, at + 50)
    const { data } = await askAnew<{ nodes: { firstName: string }[] }>(url, READ, { ids: page })
    for (const [index, { firstName }] of data!.nodes.entries()) names.set(page[index]!, firstName)
  }
  return names
}
