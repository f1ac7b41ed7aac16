import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { BadCard, type Entry } from '../card.ts'
import { decodeText, MAX_CARD_BYTES, toUtf8 } from '../text.ts'
import { unguard } from './guard.ts'
import { type ReadRow, rowReader } from './read-row.ts'

interface Row {
  readonly info: { readonly lines: number }
  readonly record: readonly Buffer[]
}

/**
 * People of a CSV file with a heading, whoever exported it: `,`, `;` or tabs between cells, in UTF-8, UTF-16 or Windows-1252. Rows
 * that can't be read are told and passed over. Throws a `BadCard` where the heading names nothing that is known.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const [delimiter, whole] = await findDelimiter(toUtf8(chunks))
  let problem: string | null = null
  const parser = parse({
    delimiter,
    encoding: null, // cells are told apart one by one: not all of a file need be in one encoding
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: MAX_CARD_BYTES,
    skipRecordsWithError: true,
    onSkip(error) {
      problem ??= explain(error)
      return undefined
    },
  })
  const rows = Readable.from(until(whole, () => problem !== null))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  let read: ReadRow | null = null
  let lines = 0
  for await (const { info, record } of rows as AsyncIterable<Row>) {
    const cells = record.map((cell) => unguard(decodeText(cell)))
    const line = info.lines - breaksIn(record)
    lines = info.lines
    if (read === null) read = rowReader(cells)
    else yield toEntry(read, cells, line)
  }
  // Rows that were whole come before it, however far ahead the parser has looked.
  if (problem !== null) yield { line: lines + 1, problem }
}

async function* until(chunks: AsyncIterable<Uint8Array>, isEnough: () => boolean): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (isEnough()) return
    yield chunk
  }
}

/** A row ends so many lines below where it begins. */
function breaksIn(record: readonly Buffer[]): number {
  return record.reduce((sum, cell) => sum + cell.filter((byte) => byte === 10).length, 0)
}

function toEntry(read: ReadRow, cells: readonly string[], line: number): Entry {
  try {
    return { line, card: read(cells, line) }
  } catch (error) {
    if (!(error instanceof BadCard)) throw error
    return { line, problem: error.message.replace('the card', 'the row') }
  }
}

/** csv-parse's own words may quote the row. */
function explain(error: CsvError | undefined): string {
  const code = error?.code ?? 'unknown'
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return 'a quote is never closed; nothing after it could be read'
  return `the rows from here on can not be read (${code})`
}

/** The delimiter that the first line has most of, and the bytes as they were. */
async function findDelimiter(
  chunks: AsyncGenerator<Uint8Array>,
): Promise<readonly [string, AsyncIterable<Uint8Array>]> {
  const seen: Uint8Array[] = []
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    seen.push(next.value)
    if (next.value.includes(10)) break
  }
  const [heading = ''] = Buffer.concat(seen).toString('latin1').split('\n', 1)
  const counts = [',', ';', '\t'].map((sign) => [sign, heading.split(sign).length] as const)
  const [delimiter] = counts.reduce((best, one) => (one[1] > best[1] ? one : best))
  return [
    delimiter,
    (async function* () {
      yield* seen
      yield* chunks
    })(),
  ]
}
