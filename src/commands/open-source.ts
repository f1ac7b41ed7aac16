import { resolve } from 'node:path'
import { ConfigError } from '../config/config-error.ts'
import { nearest } from '../config/nearest.ts'
import { type Config, loadConfig } from '../config.ts'
import { createDirectory } from '../directory/create-directory.ts'
import type { Directory } from '../directory/directory.ts'
import { type GuardedSource, guardSource } from '../directory/guard.ts'
import type { Journal } from '../directory/journal.ts'
import { createDirectoryState } from '../directory/state.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import { createLog } from './log.ts'
import { openSources } from './open-sources.ts'
import type { Surroundings } from './surroundings.ts'

/** One source of the configuration, opened for a command that works through all of its people. */
export interface OpenedSource extends AsyncDisposable {
  readonly config: Config
  readonly source: GuardedSource
  /** The source as a request would see it. What one view has read it keeps, so take a fresh one now and then. */
  openDirectory(): Directory
}

export interface OpenSourceOptions {
  readonly config?: string | undefined
  readonly name: string
  /** Whether people are to be written. */
  readonly writes: boolean
}

/** Opens the source and nothing else. Throws a `ConfigError` where there is none of this name, or it holds no people. */
export async function openSource(
  { config: file, name, writes }: OpenSourceOptions,
  surroundings: Surroundings,
): Promise<OpenedSource> {
  const config = await loadConfig({ ...surroundings, file })
  const chosen = config.sources.find((source) => source.name === name)
  if (chosen === undefined) {
    const names = config.sources.map((source) => source.name)
    const meant = nearest(name, names)
    throw new ConfigError(
      `no source is called "${name}"; ${meant === null ? `configured: ${names.join(', ')}` : `did you mean "${meant}"?`}`,
    )
  }
  if (chosen.credentialHeader !== null) {
    throw new ConfigError(`${name} is read and written with each caller's own token, and a command has none`)
  }
  await using opened = new AsyncDisposableStack()
  const log = createLog('warn', surroundings.stderr)
  const { configured, close } = await openSources([chosen], () => ({ log, now: Date.now, linkTo: null }))
  opened.defer(close)
  const [entry] = configured
  if (entry === undefined || entry.source.list.Person === undefined)
    throw new ConfigError(`${name} (${chosen.definition.kind}) holds no people`)
  const source = guardSource(entry.source, entry.guard)
  // Writes of one transaction leave nothing open between kith and the source: they need no journal.
  const journal =
    writes && source.guarantee !== 'ATOMIC' ? openJournal(config.server.journal, surroundings.directory) : null
  if (journal !== null) opened.defer(() => journal.close())
  const state = createDirectoryState(journal === null ? {} : { journal })
  const signal = new AbortController().signal
  const running = opened.move()
  return {
    config,
    source,
    openDirectory: () => createDirectory([source], { signal, state, caller: 'command' }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

function openJournal(file: string, directory: string): Journal {
  return openSqliteJournal(file === ':memory:' ? file : resolve(directory, file))
}
