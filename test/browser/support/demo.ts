import { startGateway } from '../../../src/commands/gateway.ts'
import { readConfig } from '../../../src/config.ts'
import { silentLogger } from '../../../src/model/logger.ts'
import { type BluskySimulator, startBluskySimulator } from '../../../src/sources/blusky/simulator/index.ts'
import { SOURCE_DEFINITIONS } from '../../../src/sources/registry.ts'
import { ask } from '../../command/run-kith.ts'

export interface Demo {
  readonly url: string
  /** The simulator behind the source `doors`, to be stopped. */
  readonly doors: BluskySimulator
  /** Asks the gateway past the browser. Fails with the answer's errors. */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>
  /** The id of the first person of a source that a search finds. */
  findPerson(source: string, search: string): Promise<string>
  close(): Promise<void>
}

/** A gateway on a free port: people of its own, in memory, and the simulators of every vendor. */
export async function startDemo(): Promise<Demo> {
  const doors = await startBluskySimulator()
  const config = {
    server: { port: 0, journal: ':memory:' },
    store: { url: 'sqlite::memory:' },
    sources: {
      own: { kind: 'store', seed: true },
      donors: { kind: 'virtuous', simulate: true },
      contacts: { kind: 'onlyoffice-crm', simulate: true },
      office: { kind: 'onlyoffice-people', simulate: true },
      sales: { kind: 'leadsy', simulate: true },
      doors: { kind: 'blusky', url: doors.url, ...doors.settings },
    },
  }
  const gateway = await startGateway(readConfig(config, {}, SOURCE_DEFINITIONS), {
    log: silentLogger,
    directory: process.cwd(),
    stop: AbortSignal.timeout(30_000),
  })
  const askGateway = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
    const { data, errors } = await ask<Data>(gateway.url, query, variables)
    if (errors || !data) throw new Error(`The gateway refused: ${JSON.stringify(errors)}`)
    return data
  }
  return {
    url: gateway.url,
    doors,
    ask: askGateway,
    findPerson: async (source, search) => {
      const { people } = await askGateway<{ people: { nodes: { id: string }[] } }>(
        'query ($source: String!, $search: String!) { people(first: 1, sources: [$source], filter: { search: $search }) { nodes { id } } }',
        { source, search },
      )
      const [person] = people.nodes
      if (!person) throw new Error(`${source} has nobody called ${search}`)
      return person.id
    },
    close: async () => {
      await gateway.close()
      await doors.close()
    },
  }
}
