import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ConfigError } from '../config/config-error.ts'
import { BadCard } from '../exchange/card.ts'
import { formatOf, type ReadFormat, readEntries } from '../exchange/formats.ts'
import { type ImportMemory, openImportMemory } from '../journal/import-memory.ts'
import { GatewayError } from '../model/errors.ts'
import { createReport } from './import/report.ts'
import { startImport } from './import/start-import.ts'
import { type OpenedSource, openSource } from './open-source.ts'
import { createProgress } from './progress.ts'
import { EXIT, type Surroundings } from './surroundings.ts'

export interface ImportFileOptions {
  readonly config?: string
  readonly to: string
  readonly format?: ReadFormat
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
  readonly resume?: boolean
  /** Where it is remembered who each card has become, in place of beside the journal. */
  readonly memory?: string
}

/** `kith import FILE --to SOURCE`: brings the people of a file into a source. */
export async function importFile(
  file: string,
  options: ImportFileOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { directory, stderr, stdout, stop } = surroundings
  const path = resolve(directory, file)
  const format = options.format ?? formatOf(file)
  if (format === null)
    throw new ConfigError(`${file}: the name does not tell what it is; say --format vcard, csv or jscontact`)
  const size = await sizeOf(path, file)
  await using opened = await openSource({ config: options.config, name: options.to, writes: true }, surroundings)
  const { source } = opened
  const dryRun = options.dryRun === true
  using memory = closing(openMemory(options, opened, directory, dryRun))
  const run = dryRun ? { id: 'dry run', isResumed: false } : memory.begin(source.name, path, options.resume === true)
  const report = createReport({ stdout, json: options.json === true, quiet: options.quiet === true, dryRun })
  const progress = createProgress(stderr, 'cards', performance.now.bind(performance))

  let readBytes = 0
  const bytes = countBytes(createReadStream(path), (length) => {
    readBytes += length
  })
  const rows = await startImport(readEntries(format, bytes), {
    ...opened,
    memory,
    run,
    dryRun,
    stop,
    wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal: stop }),
  })
  let failure: GatewayError | null = null
  try {
    for await (const row of rows) {
      if (report.shows(row)) progress.clear()
      report.add(row)
      progress.show(report.count, size === 0 ? null : readBytes / size)
    }
  } catch (error) {
    if (error instanceof BadCard) throw new ConfigError(`${file}: ${error.message}`)
    if (!(error instanceof GatewayError)) throw error
    failure = error
  } finally {
    progress.clear()
  }
  report.end()
  if (failure !== null || stop.aborted) {
    const why = failure === null ? 'asked to end.' : failure.message
    stderr.write(`kith: stopped before the end of ${basename(file)}: ${why} The same command with --resume goes on.\n`)
    return EXIT.failure
  }
  if (!dryRun) memory.finish(run.id)
  return report.refused === 0 ? EXIT.ok : EXIT.failure
}

function openMemory(
  options: ImportFileOptions,
  { config }: OpenedSource,
  directory: string,
  dryRun: boolean,
): ImportMemory {
  const { journal } = config.server
  const beside = journal === ':memory:' ? journal : join(dirname(journal), 'imports.db')
  const file = options.memory ?? beside
  const path = file === ':memory:' ? file : resolve(directory, file)
  try {
    return openImportMemory(path, { mayMake: !dryRun })
  } catch (cause) {
    throw new ConfigError(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function closing(memory: ImportMemory): ImportMemory & Disposable {
  return { ...memory, [Symbol.dispose]: () => memory.close() }
}

async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new ConfigError(`${name}: is a folder`)
    return found.size
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    throw new ConfigError(
      `${name}: can't be read (${cause instanceof Error && 'code' in cause ? cause.code : cause})`,
      { cause },
    )
  }
}

async function* countBytes(
  chunks: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
}
