import type { Entry } from './card.ts'
import { readCsv } from './csv/read-csv.ts'
import { type Spool, writeCsv } from './csv/write-csv.ts'
import { readJsContact } from './jscontact/jscontact.ts'
import { writeJsCard } from './jscontact/write-card.ts'
import type { OutgoingCard } from './outgoing.ts'
import { readVcards } from './vcard/vcard.ts'
import { writeCard } from './vcard/write-card.ts'

export const READ_FORMATS = ['vcard', 'csv', 'jscontact'] as const
export type ReadFormat = (typeof READ_FORMATS)[number]
export const WRITE_FORMATS = ['vcard4', 'vcard3', 'csv', 'jscontact'] as const
export type WriteFormat = (typeof WRITE_FORMATS)[number]

const ENDINGS: Readonly<Record<string, ReadFormat>> = {
  vcf: 'vcard',
  vcard: 'vcard',
  csv: 'csv',
  tsv: 'csv',
  json: 'jscontact',
  jsonl: 'jscontact',
  jscontact: 'jscontact',
}

/** The format that a file's name ends in; `null` where it ends in none that is known. */
export function formatOf(fileName: string): ReadFormat | null {
  return ENDINGS[/\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? null
}

const READERS: Readonly<Record<ReadFormat, (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Entry>>> = {
  vcard: readVcards,
  csv: readCsv,
  jscontact: readJsContact,
}

/** What a file holds, card by card; no more of it is kept than one card. */
export function readEntries(format: ReadFormat, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  return READERS[format](chunks)
}

/** The file that holds these cards, in pieces. */
export function writeFile(
  format: WriteFormat,
  cards: AsyncIterable<OutgoingCard>,
  spool: Spool,
): AsyncGenerator<string> {
  if (format === 'csv') return writeCsv(cards, spool)
  return format === 'jscontact' ? writeJsContact(cards) : writeVcards(cards, format === 'vcard3' ? '3.0' : '4.0')
}

async function* writeVcards(cards: AsyncIterable<OutgoingCard>, version: '3.0' | '4.0'): AsyncGenerator<string> {
  for await (const card of cards) yield writeCard(card, version)
}

/** A JSON array with one card on each line. */
async function* writeJsContact(cards: AsyncIterable<OutgoingCard>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const card of cards) {
    yield `${before}${writeJsCard(card)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
