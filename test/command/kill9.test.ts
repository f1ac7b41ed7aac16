import { describe, expect, it } from 'vitest'
import { ask, makeFolder, spawnKith } from './run-kith.ts'

const ROUNDS = 3
const WRITERS = 8
/** After so many acknowledged writes of a round the server is killed, in the middle of others. */
const KILL_AFTER = 60

const CREATE = `mutation ($name: String!) {
  createPerson(input: { source: "own", firstName: $name, lastName: "Written" }) { person { id } userErrors { message } }
}`
const READ = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { firstName lastName } } }'

interface Created {
  readonly createPerson: { readonly person: { readonly id: string } }
}

describe('the own store', () => {
  it('keeps every write it has acknowledged, whole, when the process is killed in the middle of others', async () => {
    const directory = await makeFolder({
      'kith.config.json': {
        server: { logLevel: 'error' },
        sources: { own: { kind: 'store', url: 'sqlite:./kith.db' } },
      },
    })
    const start = async () => {
      const kith = spawnKith(['start', '--port', '0'], { directory })
      const [, url] = (await kith.waitFor(/(http:\/\/[^/]+)\/graphql/)) as unknown as [string, string]
      return { kith, url }
    }
    const acknowledged = new Map<string, string>()

    for (let round = 0; round < ROUNDS; round++) {
      const { kith, url } = await start()
      let written = 0
      const write = async (writer: number) => {
        for (let count = 0; ; count++) {
          const name = `${round}-${writer}-${count}`
          const answer = await ask<Created>(url, CREATE, { name }).catch(() => null)
          if (answer === null) return
          acknowledged.set(answer.data!.createPerson.person.id, name)
          if (++written === KILL_AFTER) kith.process.kill('SIGKILL')
        }
      }
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
      await kith.ended
    }
    const { url } = await start()
    const ids = [...acknowledged.keys()]
    const found = new Map<string, unknown>()
    for (let at = 0; at < ids.length; at += 50) {
      const page = ids.slice(at, at + 50)
      const { data } = await ask<{ nodes: unknown[] }>(url, READ, { ids: page })
      for (const [index, node] of data!.nodes.entries()) found.set(page[index]!, node)
    }

    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * KILL_AFTER)
    expect(found).toEqual(new Map(ids.map((id) => [id, { firstName: acknowledged.get(id), lastName: 'Written' }])))
  }, 60_000)
})
