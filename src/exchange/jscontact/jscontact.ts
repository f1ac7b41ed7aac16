import { BadCard, type Entry } from '../card.ts'
import { toUtf8 } from '../text.ts'
import { readJsCard } from './read-card.ts'
import { splitObjects } from './split-objects.ts'

/** Cards of a JSContact file: an array, objects one a line, or a single one. */
export async function* readJsContact(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  for await (const found of splitObjects(toUtf8(chunks))) {
    if ('problem' in found) {
      yield found
      continue
    }
    try {
      yield { line: found.line, card: readJsCard(found.text, found.line) }
    } catch (error) {
      if (!(error instanceof BadCard)) throw error
      yield { line: found.line, problem: error.message }
    }
  }
}
