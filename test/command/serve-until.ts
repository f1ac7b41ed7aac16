/**
 * Serves one source as `kith start` does, with a journal in a file, and kills itself at one step of the first write:
 * `node serve-until.ts JOURNAL KIND NAME SETTINGS STEP`. Prints its address.
 */
import { settleUnfinished } from '../../src/directory/settle-unfinished.ts'
import { createSourcePool } from '../../src/directory/source-pool.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import { openSqliteJournal } from '../../src/journal/sqlite-journal.ts'
import { silentLogger } from '../../src/model/logger.ts'
import { startServer } from '../../src/server.ts'
import { SOURCE_DEFINITIONS } from '../../src/sources/registry.ts'
import type { Source } from '../../src/sources/source.ts'

const [file, kind, name, settings, step] = process.argv.slice(2) as [string, string, string, string, string]

/** Ends the process as a power cut would, if this is the step. */
function dieAt(present: string): void {
  if (present === step) process.kill(process.pid, 'SIGKILL')
}

const definition = SOURCE_DEFINITIONS.find((one) => one.kind === kind)!
const made = await definition.create(name, definition.settings.parse(JSON.parse(settings)), {
  log: silentLogger,
  now: Date.now,
  linkTo: null,
})
const send: Source['send'] = async (plan, options) => {
  dieAt('before sending')
  const sent = await made.send!(plan, options)
  dieAt('after sending')
  return sent
}
const kept = openSqliteJournal(file)
const journal = {
  ...kept,
  async begin(entry: Parameters<typeof kept.begin>[0]) {
    dieAt('before the journal knows')
    await kept.begin(entry)
  },
  async finish(...args: Parameters<typeof kept.finish>) {
    dieAt('before the result is kept')
    await kept.finish(...args)
    dieAt('after the result is kept')
  },
}
const source = Object.assign(Object.create(made) as Source, { send })
const pool = createSourcePool([{ source }])
await settleUnfinished(pool.configured, { journal }, { signal: AbortSignal.timeout(10_000), log: silentLogger })
const server = await startServer({
  pool,
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  log: silentLogger,
  state: createDirectoryState({ journal }),
})
process.stdout.write(`${server.url}\n`)
