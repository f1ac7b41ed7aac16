import { BadCard, type Entry } from '../card.ts'
import { toUtf8 } from '../text.ts'
import { readCard } from './read-card.ts'
import { splitCards } from './split-cards.ts'

/** Cards of vCard 2.1, 3 and 4, mixed as they come; in UTF-8, UTF-16, Windows-1252, or what a card itself says it is in. */
export async function* readVcards(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  for await (const found of splitCards(toUtf8(chunks))) yield 'problem' in found ? found : toEntry(found)
}

function toEntry(raw: Parameters<typeof readCard>[0]): Entry {
  try {
    return { line: raw.line, card: readCard(raw) }
  } catch (error) {
    if (!(error instanceof BadCard)) throw error
    const where = error.line === null || error.line === raw.line ? '' : `line ${error.line} `
    return { line: raw.line, problem: `${where}${error.message}` }
  }
}
