import { exportCards } from '../../src/commands/export/export-cards.ts'
import type { ImportedRow } from '../../src/commands/import/import-cards.ts'
import { startImport } from '../../src/commands/import/start-import.ts'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Directory } from '../../src/directory/directory.ts'
import { createDirectoryState } from '../../src/directory/state.ts'
import type { Entry } from '../../src/exchange/card.ts'
import type { Spool } from '../../src/exchange/csv/write-csv.ts'
import { type ReadFormat, readEntries, type WriteFormat, writeFile } from '../../src/exchange/formats.ts'
import type { OutgoingCard } from '../../src/exchange/outgoing.ts'
import { nameKey } from '../../src/exchange/to-patch.ts'
import { type ImportMemory, openImportMemory } from '../../src/journal/import-memory.ts'
import { silentLogger } from '../../src/model/logger.ts'
import type { Source } from '../../src/sources/source.ts'
import { storeDefinition } from '../../src/sources/store/index.ts'

/** A source with the commands' view of it. */
export interface Place extends AsyncDisposable {
  readonly source: Source
  readonly openDirectory: () => Directory
  readonly memory: ImportMemory
}

const never = new AbortController().signal

export const CUSTOM_FIELDS = [
  { key: 'region', label: 'Region', type: 'TEXT' },
  { key: 'member-since', label: 'Member since', type: 'DATE' },
]

/** An empty store of its own, in memory. */
export async function openPlace(name = 'own'): Promise<Place> {
  const settings = storeDefinition.settings.parse({ url: 'sqlite::memory:', customFields: CUSTOM_FIELDS })
  const source = await storeDefinition.create(name, settings, { log: silentLogger, now: Date.now, linkTo: null })
  return placeOf(source)
}

export function placeOf(source: Source): Place {
  const state = createDirectoryState()
  const memory = openImportMemory(':memory:')
  return {
    source,
    memory,
    openDirectory: () => createDirectory([source], { signal: never, state }),
    async [Symbol.asyncDispose]() {
      memory.close()
      await source.close?.()
    },
  }
}

export interface BringOptions {
  readonly dryRun?: boolean
  readonly resume?: boolean
  readonly stop?: AbortSignal
  /** In place of the place's own: as if the file were another machine's. */
  readonly memory?: ImportMemory
  readonly wait?: (milliseconds: number) => Promise<void>
}

/** Brings what a file holds into a place, and gives the rows. */
export async function bring(
  place: Place,
  format: ReadFormat,
  file: Uint8Array | string,
  options: BringOptions = {},
): Promise<readonly ImportedRow[]> {
  const { dryRun = false, resume = false, stop = never, memory = place.memory, wait = async () => undefined } = options
  const run = memory.begin(place.source.name, 'file', resume)
  const entries = readEntries(format, chunksOf(file))
  const rows = await collect(await startImport(entries, { ...place, memory, run, dryRun, stop, wait }))
  if (!stop.aborted && !dryRun) memory.finish(run.id)
  return rows
}

/** The file that everybody in a place makes. */
export async function take(place: Place, format: WriteFormat): Promise<string> {
  const cards = exportCards({ ...place, photos: format !== 'csv', stop: never }, () => undefined)
  return (await collect(writeFile(format, cards, createSpool()))).join('')
}

/** What a file holds, card by card. */
export function entriesOf(
  format: ReadFormat,
  file: Uint8Array | string,
  chunkSize?: number,
): Promise<readonly Entry[]> {
  return collect(readEntries(format, chunksOf(file, chunkSize)))
}

/** A file as it comes from the disk: in pieces that end anywhere. */
async function* chunksOf(file: Uint8Array | string, size = 1013): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

export function createSpool(): Spool {
  const lines: string[] = []
  return {
    async write(line) {
      lines.push(line)
    },
    async *read() {
      yield* lines
    },
  }
}

/** Everybody in a place by name, those of one name in the place's order, without what differs from one place to the next. */
export async function everybodyIn(place: Place): Promise<readonly object[]> {
  const cards: OutgoingCard[] = []
  for await (const card of exportCards({ ...place, photos: true, stop: never }, () => undefined)) cards.push(card)
  cards.sort((a, b) => (nameKey(a.fields) < nameKey(b.fields) ? -1 : nameKey(a.fields) > nameKey(b.fields) ? 1 : 0))
  return cards.map(({ uid: _uid, photo, ...card }) => ({
    ...card,
    photo: photo === null ? null : Buffer.from(photo).toString('base64'),
  }))
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}
