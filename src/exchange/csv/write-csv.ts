import { stringify } from 'csv-stringify/sync'
import type { OutgoingCard } from '../outgoing.ts'
import { sortHeadings, toRow } from './write-row.ts'

/** Where rows wait until it is known which columns there are: a heading comes before the last row has been seen. */
export interface Spool {
  write(line: string): Promise<void>
  /** The lines in the order they were written. */
  read(): AsyncIterable<string>
}

/** A CSV file with a column for everything that somebody has; it begins with a byte order mark, without which Excel sees no UTF-8. */
export async function* writeCsv(cards: AsyncIterable<OutgoingCard>, spool: Spool): AsyncGenerator<string> {
  const found = new Set<string>()
  for await (const card of cards) {
    const row = toRow(card)
    for (const heading of row.keys()) found.add(heading)
    await spool.write(JSON.stringify([...row]))
  }
  const headings = sortHeadings(found)
  yield `\uFEFF${line(headings)}`
  for await (const text of spool.read()) {
    const row = new Map(JSON.parse(text) as [string, string][])
    yield line(headings.map((heading) => row.get(heading) ?? ''))
  }
}

function line(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: 'windows' })
}
