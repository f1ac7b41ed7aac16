import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startGateway } from '../../src/commands/gateway.ts'
import { readConfig } from '../../src/config.ts'
import { openSqliteJournal } from '../../src/journal/sqlite-journal.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { startLeadsySimulator } from '../../src/sources/leadsy/simulator/index.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import { makeFolder } from './run-kith.ts'

it('kith start finds out, before it serves, what became of the writes that a crash cut off', async () => {
  const folder = await makeFolder()
  const file = join(folder, 'journal.db')
  const simulator = await startLeadsySimulator()
  const [user] = simulator.state.users.values()
  const write = { source: 'sales', type: 'User', id: String(user!.id), deletes: false, requests: [] } as const
  const done = { path: 'firstName', before: 'Old', after: user!.first_name, repaired: null }
  const notDone = { path: 'firstName', before: user!.first_name, after: 'Never', repaired: null }
  const key = (name: string) => ({ caller: 'me', key: name, fingerprint: 'f' })
  const before = openSqliteJournal(file)
  await before.begin({ mark: 'a', key: key('done'), write: { ...write, changes: [done] } })
  await before.begin({ mark: 'b', key: key('not done'), write: { ...write, changes: [notDone] } })
  await before.close()

  const sales = { kind: 'leadsy', ...simulator.settings, url: simulator.url }
  const config = { server: { port: 0, journal: 'journal.db' }, sources: { sales } }
  const options = { log: silentLogger, directory: folder, stop: AbortSignal.timeout(20_000) }
  const gateway = await startGateway(readConfig(config, {}, SOURCE_DEFINITIONS), options)
  await gateway.close()
  await simulator.close()

  const after = openSqliteJournal(file)
  expect(await after.unfinished()).toEqual([])
  expect(await after.find('me', 'done')).toMatchObject({ result: { receipts: [{ outcome: 'UPDATED' }] } })
  expect(await after.find('me', 'not done')).toBeNull()
  await after.close()
})
