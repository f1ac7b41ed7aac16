import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { encodeId } from '../../src/model/ref.ts'
import { startVirtuousSimulator, type VirtuousSimulator } from '../../src/sources/virtuous/simulator/simulator.ts'
import { type FaultProxy, startFaultProxy } from '../sources/faults/proxy.ts'
import { ask, makeFolder } from './run-kith.ts'

const STEPS = [
  'before the journal knows',
  'before sending',
  'after sending',
  'before the result is kept',
  'after the result is kept',
] as const
const NEVER = 'never'

const PAYLOAD = `{
  person { id displayName }
  receipts { outcome changes { path after } requests { method path body } }
  userErrors { message }
}`
const CREATE = `mutation ($source: String!) {
  createPerson(input: { source: $source, firstName: "Once", lastName: "Only", idempotencyKey: "k" }) ${PAYLOAD}
}`
const UPDATE = `mutation ($id: ID!) {
  updatePerson(input: { id: $id, nickname: "Once", addTags: ["Lapsed"], idempotencyKey: "k" }) ${PAYLOAD}
}`
const FIND = `query ($source: String!) {
  people(first: 50, sources: [$source], filter: { search: "Only" }) { nodes { displayName } }
}`

interface Payload {
  readonly person: { readonly id: string; readonly displayName: string } | null
  readonly receipts: readonly { readonly outcome: string }[]
  readonly userErrors: readonly { readonly message: string }[]
}
interface Found {
  readonly people: { readonly nodes: readonly { readonly displayName: string }[] }
}
interface Kind {
  readonly kind: string
  readonly name: string
  readonly settings: Readonly<Record<string, unknown>>
}
interface Child {
  readonly url: string
  readonly process: ChildProcess
  readonly ended: Promise<unknown>
}

describe('a server that is killed in the middle of a write with a key', { timeout: 60_000 }, () => {
  it.each(STEPS)('%s: the own store has had one effect when asked again, and says so', async (step) => {
    const folder = await makeFolder()
    const store = { kind: 'store', name: 'own', settings: { url: `sqlite:${join(folder, 'kith.db')}` } }

    await expectOneCreated(folder, store, step)
  })

  it.each(STEPS)('%s: a vendor has had one effect when asked again, and says so', async (step) => {
    const { vendor } = await startVendor()

    await expectOneCreated(await makeFolder(), vendor, step)
  })

  it.each([false, true])('while the vendor has its request (carried out: %s): one effect', async (arrives) => {
    const { vendor, proxy } = await startVendor()

    await expectOneCreated(await makeFolder(), vendor, NEVER, (child) =>
      kill(child, proxy, arrives, /POST .*api\/Contact(Individual)?$/),
    )
  })

  it.each([false, true])(
    'between the requests of one plan (second carried out: %s): none is repeated',
    async (arrives) => {
      const { vendor, proxy, simulator } = await startVendor()
      const folder = await makeFolder()
      const id = encodeId('Person', vendor.name, personWithoutTags(simulator))
      const first = await serve(folder, vendor, NEVER)
      kill(first, proxy, arrives, /POST .*ContactTag/)
      await expect(ask(first.url, UPDATE, { id })).rejects.toThrow()
      await first.ended
      proxy.disarm()

      const second = await serve(folder, vendor, NEVER)
      const again = await ask<{ updatePerson: Payload }>(second.url, UPDATE, { id })
      const onceMore = await ask<{ updatePerson: Payload }>(second.url, UPDATE, { id })

      expect(again.data?.updatePerson.receipts).toMatchObject([{ outcome: 'UPDATED' }])
      expect(again.data?.updatePerson.userErrors).toHaveLength(arrives ? 0 : 1)
      expect(onceMore.data).toEqual(again.data)
      const writes = simulator.calls.filter(({ method, path }) => method === 'PUT' || /ContactTag$/.test(path))
      expect(writes.map(({ method }) => method)).toEqual(arrives ? ['PUT', 'POST'] : ['PUT'])
    },
  )
})

/** Kills a server with `strike`, or at the step, then asks another one on the same files for the same, twice. */
async function expectOneCreated(
  folder: string,
  source: Kind,
  step: string,
  strike: (child: Child) => void = () => {},
): Promise<void> {
  const variables = { source: source.name }
  const first = await serve(folder, source, step)
  strike(first)
  await expect(ask(first.url, CREATE, variables)).rejects.toThrow()
  await first.ended

  const second = await serve(folder, source, NEVER)
  const again = await ask<{ createPerson: Payload }>(second.url, CREATE, variables)
  const onceMore = await ask<{ createPerson: Payload }>(second.url, CREATE, variables)
  const found = await ask<Found>(second.url, FIND, variables)

  expect(again.data?.createPerson).toMatchObject({
    person: { displayName: 'Once Only' },
    receipts: [{ outcome: 'CREATED' }],
    userErrors: [],
  })
  expect(onceMore.data).toEqual(again.data)
  expect(found.data?.people.nodes).toEqual([{ displayName: 'Once Only' }])
}

/** Kills the server when the vendor gets, or would get, the next such request. */
function kill({ process }: Child, proxy: FaultProxy, arrives: boolean, of: RegExp): void {
  const answer = () => void process.kill('SIGKILL')
  proxy.arm({ arrives, answer }, { from: 1, times: 1, of })
}

async function startVendor(): Promise<{ vendor: Kind; proxy: FaultProxy; simulator: VirtuousSimulator }> {
  const simulator = await startVirtuousSimulator({ people: 20 })
  const proxy = await startFaultProxy(simulator.url)
  onTestFinished(async () => {
    await proxy.close()
    await simulator.close()
  })
  const vendor = { kind: 'virtuous', name: 'donors', settings: { ...simulator.settings, url: proxy.url } }
  return { vendor, proxy, simulator }
}

function personWithoutTags({ state }: VirtuousSimulator): string {
  const tagged = new Set([...state.contactTags.values()].map(({ contactId }) => contactId))
  const person = [...state.individuals.values()].find(({ contactId }) => {
    return !tagged.has(contactId) && state.contacts.get(contactId)?.isArchived === false
  })
  return String(person!.id)
}

async function serve(folder: string, { kind, name, settings }: Kind, step: string): Promise<Child> {
  const script = join(import.meta.dirname, 'serve-until.ts')
  const args = [script, join(folder, 'journal.db'), kind, name, JSON.stringify(settings), step]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: line.toString('utf8').trim(), process: child, ended }
}
