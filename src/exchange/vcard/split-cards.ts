import type { BrokenEntry } from '../card.ts'
import { MAX_CARD_BYTES, splitLines } from '../text.ts'

/** The property lines of one card, unfolded, between its `BEGIN` and its `END`. */
export interface RawCard {
  readonly line: number
  readonly lines: readonly RawLine[]
}

export interface RawLine {
  readonly number: number
  /** Folds may stand inside a character, so they are taken out before the text is looked at. */
  readonly bytes: Uint8Array
}

interface OpenLine {
  readonly number: number
  readonly parts: Uint8Array[]
  /** `quoted`: goes on after a `=` at the end. `base64`: old exports do not indent what follows. */
  readonly encoding: 'quoted' | 'base64' | null
}

const BLANK = /^[ \t]*$/
const BASE64 = /^[A-Za-z0-9+/=]+$/

/** Cards one by one. What is no whole card is told and passed over. */
export async function* splitCards(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawCard | BrokenEntry> {
  let card: { readonly line: number; readonly lines: OpenLine[]; size: number } | null = null
  let isOutside = false
  for await (const lines of splitLines(chunks)) {
    for (const { number, bytes } of lines) {
      const mark = bytes.length < 40 ? Buffer.from(bytes).toString('latin1').trim().toUpperCase() : ''
      if (/^BEGIN\s*:\s*VCARD$/.test(mark)) {
        if (card !== null) yield { line: card.line, problem: 'the card has no end: another begins inside it' }
        card = { line: number, lines: [], size: 0 }
        isOutside = false
      } else if (card === null) {
        // One message for a stretch of it: a file of another kind is all outside.
        if (mark === '' && bytes.length < 40 ? false : !isOutside) {
          isOutside = true
          yield { line: number, problem: 'what stands here is outside of any card' }
        }
      } else if (/^END\s*:\s*VCARD$/.test(mark)) {
        yield card.size > MAX_CARD_BYTES
          ? { line: card.line, problem: `the card is larger than ${MAX_CARD_BYTES / 1024 / 1024} MiB` }
          : { line: card.line, lines: card.lines.map(close) }
        card = null
      } else {
        card.size += bytes.length
        if (card.size <= MAX_CARD_BYTES) addLine(card.lines, number, bytes)
      }
    }
  }
  if (card !== null) yield { line: card.line, problem: 'the card has no end' }
}

function addLine(lines: OpenLine[], number: number, bytes: Uint8Array): void {
  const last = lines.at(-1)
  const isIndented = bytes[0] === 0x20 || bytes[0] === 0x09
  if (last?.encoding === 'quoted' && last.parts.at(-1)?.at(-1) === 0x3d) {
    last.parts[last.parts.length - 1] = last.parts.at(-1)!.subarray(0, -1)
    last.parts.push(bytes)
  } else if (last !== undefined && isIndented) {
    last.parts.push(bytes.subarray(1))
  } else {
    const text = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
    if (BLANK.test(text)) return
    if (last?.encoding === 'base64' && BASE64.test(text)) last.parts.push(bytes)
    else lines.push({ number, parts: [bytes], encoding: encodingOf(text) })
  }
}

function encodingOf(text: string): OpenLine['encoding'] {
  const head = text.split(':', 1)[0] ?? ''
  if (/[;=]quoted-printable(?:;|$)/i.test(head)) return 'quoted'
  return /[;=](?:base64|b)(?:;|$)/i.test(head) ? 'base64' : null
}

function close({ number, parts }: OpenLine): RawLine {
  return { number, bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) }
}
