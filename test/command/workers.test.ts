import { describe, expect, it, onTestFinished } from 'vitest'
import { beginRequest, refusesConnections } from './begin-request.ts'
import { startHoldingVendor } from './holding-vendor.ts'
import { makeFolder, runKith, spawnKith } from './run-kith.ts'
import { askAnew, isAlive, startWorkers, times } from './run-workers.ts'

const own = { kind: 'store', url: 'sqlite:./kith.db' }

interface Created {
  readonly createPerson: { readonly person: { readonly id: string } | null; readonly userErrors: readonly unknown[] }
}

const CREATE = `mutation ($source: String!, $name: String!, $key: String) {
  createPerson(input: { source: $source, firstName: $name, lastName: "Written", idempotencyKey: $key }) {
    person { id }
    userErrors { code message }
  }
}`

async function create(url: string, source: string, name: string, key: string | null = null): Promise<string> {
  const { data } = await askAnew<Created>(url, CREATE, { source, name, key })
  expect(data?.createPerson.userErrors).toEqual([])
  return data!.createPerson.person!.id
}

describe('kith start with two workers', { timeout: 120_000 }, () => {
  it('has both of them answer, at one address', async () => {
    const { url, answering } = await startWorkers({ own })

    await expect
      .poll(
        async () => {
          await times(8, () => askAnew(url, '{ sources { name } }'))
          return answering('query').size
        },
        { timeout: 30_000 },
      )
      .toBe(2)
  })

  it('shows what was written, whoever is asked next, though answers are kept for a minute', async () => {
    const vendor = await startHoldingVendor()
    const { url, answering } = await startWorkers({
      donors: { kind: 'virtuous', ...vendor.settings, cacheTtlMs: 60_000 },
    })
    const id = await create(url, 'donors', 'Ada')
    const read = async () => {
      const asked = `query ($id: ID!) { node(id: $id) { ... on Person { nickname } } }`
      return (await askAnew<{ node: { nickname: string } }>(url, asked, { id })).data!.node.nickname
    }
    const write = `mutation ($id: ID!, $nickname: String!) {
      updatePerson(input: { id: $id, nickname: $nickname }) { userErrors { message } }
    }`
    const stale: string[] = []

    for (let round = 0; round < 15; round++) {
      const held = vendor.holdNext()
      const written = askAnew(url, write, { id, nickname: `n${round}` })
      const { release } = await held
      await times(8, read) // both now have an answer of before the write, and would keep it
      release()
      await written
      for (const nickname of await times(8, read)) if (nickname !== `n${round}`) stale.push(`${round}: ${nickname}`)
    }

    expect(stale).toEqual([])
    expect([answering('query').size, answering('mutation').size]).toEqual([2, 2])
  })

  it('loses none of a hundred writes to one record of the own store', async () => {
    const { url, answering } = await startWorkers({ own })
    const id = await create(url, 'own', 'Ada')
    const tag = `mutation ($id: ID!, $tag: String!) {
      updatePerson(input: { id: $id, addTags: [$tag] }) { receipts { outcome } userErrors { message } }
    }`

    const answers = await times(100, (index) => askAnew(url, tag, { id, tag: `t${index}` }))

    const { data } = await askAnew<{ node: { tags: string[] } }>(
      url,
      'query ($id: ID!) { node(id: $id) { ... on Person { tags } } }',
      { id },
    )
    const done = { data: { updatePerson: { receipts: [{ outcome: 'UPDATED' }], userErrors: [] } } }
    for (const answer of answers) expect(answer).toMatchObject(done)
    expect(new Set(data!.node.tags)).toEqual(new Set(Array.from({ length: 100 }, (_, index) => `t${index}`)))
    expect(answering('mutation').size).toBe(2)
  })

  it('loses no item where a vendor replaces all of them at once', async () => {
    const { url, answering } = await startWorkers({ portal: { kind: 'onlyoffice-people', simulate: true } })
    const { data } = await askAnew<{ users: { nodes: { id: string }[] } }>(url, '{ users(first: 1) { nodes { id } } }')
    const ownerId = data!.users.nodes[0]!.id
    const add = `mutation ($ownerId: ID!, $value: String!) {
      upsertContactItem(input: { ownerId: $ownerId, kind: PHONE, value: $value }) { userErrors { message } }
    }`
    const numbers = Array.from({ length: 30 }, (_, index) => `+1 555 010 ${1000 + index}`)

    const answers = await Promise.all(numbers.map((value) => askAnew(url, add, { ownerId, value })))

    const items = 'query ($id: ID!) { node(id: $id) { ... on User { contactItems { value } } } }'
    const seen = await askAnew<{ node: { contactItems: { value: string }[] } }>(url, items, { id: ownerId })
    for (const answer of answers) expect(answer).toMatchObject({ data: { upsertContactItem: { userErrors: [] } } })
    expect(seen.data!.node.contactItems.map(({ value }) => value)).toEqual(expect.arrayContaining(numbers))
    expect(answering('mutation').size).toBe(2)
  })

  it.each([
    ['own', own],
    ['donors', { kind: 'virtuous', simulate: true }],
  ])('does once what is asked of %s with one key over many connections', async (name, source) => {
    const { url, answering } = await startWorkers({ [name]: source })

    const ids = await times(30, () => create(url, name, 'Once', 'the same'))

    const find = '{ people(first: 50, filter: { search: "Once" }) { nodes { id } } }'
    const { data } = await askAnew<{ people: { nodes: { id: string }[] } }>(url, find)
    expect(new Set(ids)).toEqual(new Set(data!.people.nodes.map(({ id }) => id)))
    expect(data!.people.nodes).toHaveLength(1)
    expect(answering('mutation').size).toBe(2)
  })

  it('lets running requests end when it is asked to, and leaves no process', async () => {
    const { kith, url, pids } = await startWorkers({ own })
    const running = await times(10, () => beginRequest(url, '{ sources { name } }'))

    kith.process.kill('SIGTERM')
    await refusesConnections(url)
    const answers = await Promise.all(running.map(({ finish }) => finish()))
    const { code, stderr } = await kith.ended

    expect(answers.map(({ status }) => status)).toEqual(running.map(() => 200))
    expect(code).toBe(0)
    expect(stderr).not.toContain('has ended and is replaced')
    expect([0, 1].flatMap((worker) => pids(worker)).filter(isAlive)).toEqual([])
  })

  it('ends at once when it is asked a second time, and its workers with it', async () => {
    const { kith, url, pids } = await startWorkers({ own })
    const running = await times(4, () => beginRequest(url, '{ sources { name } }'))
    kith.process.kill('SIGTERM')
    await refusesConnections(url)

    const again = setInterval(() => kith.process.kill('SIGTERM'), 50)
    onTestFinished(() => clearInterval(again))

    expect(await kith.ended).toMatchObject({ code: 143 })
    await Promise.all(running.map(({ cutOff }) => cutOff))
    await expect.poll(() => [0, 1].flatMap((worker) => pids(worker)).filter(isAlive), { timeout: 20_000 }).toEqual([])
  })

  it('ends its workers where it is killed itself', async () => {
    const { kith, pids } = await startWorkers({ own })
    const workers = [0, 1].flatMap((worker) => pids(worker))

    kith.process.kill('SIGKILL')

    await expect.poll(() => workers.filter(isAlive), { timeout: 20_000 }).toEqual([])
  })

  it('says in one line that its port is taken', async () => {
    const { url, directory } = await startWorkers({ own })

    const { code, stderr } = await spawnKith(['start', '--port', new URL(url).port], { directory }).ended

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `kith: Port ${new URL(url).port} of 127.0.0.1 is taken by another program: choose another one\n`,
    })
  })

  it('says in one line what its workers can not open', async () => {
    const directory = await makeFolder({
      'kith.config.json': {
        server: { port: 0, workers: 2 },
        sources: { own: { kind: 'store', url: 'sqlite:./people.txt' } },
      },
      'people.txt': 'Nobody has made a database of this file yet, and nobody should without being asked to.',
    })

    const { code, stderr } = await runKith(['start'], { directory })

    expect(code).toBe(1)
    expect(stderr).toMatch(/^kith: The database of own could not be opened[^\n]*\n$/)
  })
})
