import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startVirtuousSimulator, type VirtuousSimulator } from '../src/sources/virtuous/simulator/simulator.ts'
import { type Gateway, startGateway } from './support/gateway.ts'

describe('a source with little left of its rate limit', () => {
  let gateway: Gateway
  let ids: readonly string[]
  beforeAll(async () => {
    gateway = await startGateway({
      sources: {
        own: { kind: 'store', settings: { url: 'sqlite::memory:', seed: true } },
        donors: { kind: 'virtuous' },
      },
      // So few that what is left is never so scarce as to be spread over the hour.
      startSimulator: { donors: () => startVirtuousSimulator({ hourlyLimit: 10 }) },
    })
    const { data } = await gateway.query('{ people(first: 10, sources: ["donors"]) { nodes { id } } }')
    ids = data.people.nodes.map(({ id }: { readonly id: string }) => id)
    // What it asks once in its life is asked now.
    const donors = gateway.simulators.get('donors') as VirtuousSimulator
    donors.setRemaining(1000)
    await gateway.query(`{ person(id: "${ids[0]}") { id } }`)
    await gateway.query(search('a', 0))
    await gateway.query(`mutation { updatePerson(input: { id: "${ids[0]}", nickname: "Al" }) { userErrors { code } } }`)
  })
  afterAll(() => gateway.close())
  beforeEach(() => gateway.forget())

  /** A neighbour has eaten the rest; the next answer tells. */
  async function leave(remaining: number): Promise<void> {
    const donors = gateway.simulators.get('donors') as VirtuousSimulator
    donors.setRemaining(remaining + 1)
    await gateway.query(`{ person(id: "${ids[0]}") { id } }`)
    gateway.forget()
  }

  it('is not begun with by a query that asks it for more at once', async () => {
    await leave(5)

    const { data } = await gateway.query(`{
      ${['a', 'b', 'c'].map((text, n) => search(text, n).slice(1, -1)).join('\n')}
      own: people(first: 1, sources: ["own"]) { nodes { id } }
    }`)

    const error = { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) }
    expect(['s0', 's1', 's2'].map((name) => data[name].slices[0])).toMatchObject([{ error }, { error }, { error }])
    expect(data.s0.slices[0].error.message).toContain('6 calls or more')
    expect(data.own.nodes).toHaveLength(1)
    expect(gateway.calls('donors')).toEqual([])
  })

  it('is asked for as much as it has left', async () => {
    await leave(6)

    const { data } = await gateway.query(
      `{ ${['a', 'e', 'i'].map((text, n) => search(text, n).slice(1, -1)).join('\n')} }`,
    )

    expect(['s0', 's1', 's2'].map((name) => data[name].slices[0].error)).toEqual([null, null, null])
    expect(gateway.calls('donors')).toHaveLength(6)
  })

  it('is sent no write that could not be read back', async () => {
    await leave(2)

    const { data } = await gateway.query(
      `mutation { updatePerson(input: { id: "${ids[1]}", nickname: "Bo" }) { receipts { outcome } userErrors { code } } }`,
    )

    expect(data.updatePerson.userErrors).toMatchObject([{ code: 'RATE_LIMITED' }])
    expect(gateway.calls('donors').filter((call) => !call.startsWith('GET'))).toEqual([])
  })
})

function search(text: string, n: number): string {
  return `{ s${n}: people(first: 3, filter: { search: "${text}" }, sources: ["donors"]) { nodes { id } slices { error { code message retryAfterMs } } } }`
}
