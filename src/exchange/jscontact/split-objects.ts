import type { BrokenEntry } from '../card.ts'
import { MAX_CARD_BYTES } from '../text.ts'

export interface RawObject {
  readonly line: number
  readonly text: string
}

const NEW_LINE = 10
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = new Set([0x7b, 0x5b])
const CLOSE = new Set([0x7d, 0x5d])
const BRACE = 0x7b

/** The objects of a JSON array, one by one, or objects that follow each other (one a line, or one alone). */
export async function* splitObjects(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawObject | BrokenEntry> {
  let [line, depth, base, begunAt, size]: number[] = [1, 0, 0, 0, 0] as [number, number, number, number, number]
  let [isText, isEscaped, isBroken, isLineBegin] = [false, false, false, true]
  let parts: Uint8Array[] | null = null
  for await (const chunk of chunks) {
    let from = 0
    for (const [index, byte] of chunk.entries()) {
      const beginsLine = isLineBegin
      isLineBegin = byte === NEW_LINE
      if (isLineBegin) line! += 1
      if (isBroken && beginsLine && byte === BRACE && parts !== null) {
        yield { line: begunAt!, problem: 'the card is not JSON' }
        ;[parts, depth, isBroken] = [null, base, false]
      }
      if (isText) {
        // No text of JSON holds a line break: its quote is missing. What begins the next line may be a card again.
        if (isLineBegin) [isText, isEscaped, isBroken] = [false, false, true]
        else if (isEscaped) isEscaped = false
        else if (byte === BACKSLASH) isEscaped = true
        else if (byte === QUOTE) isText = false
      } else if (byte === QUOTE) {
        isText = true
      } else if (OPEN.has(byte)) {
        if (depth === base && byte === BRACE) [parts, from, begunAt, size] = [[], index, line, 0]
        else if (depth === 0) base = 1
        depth! += 1
      } else if (CLOSE.has(byte)) {
        depth = Math.max(0, depth! - 1)
        if (depth < base!) base = 0
        if (parts !== null && depth === base) {
          parts.push(chunk.subarray(from, index + 1))
          yield finish(parts, begunAt!)
          parts = null
        }
      }
    }
    if (parts === null) continue
    size! += chunk.length - from
    if (size! <= MAX_CARD_BYTES) parts.push(chunk.subarray(from))
  }
  if (parts !== null) yield { line: begunAt!, problem: 'the card has no end' }
}

function finish(parts: readonly Uint8Array[], line: number): RawObject | BrokenEntry {
  const bytes = Buffer.concat(parts)
  if (bytes.length <= MAX_CARD_BYTES) return { line, text: bytes.toString('utf8') }
  return { line, problem: `the card is larger than ${MAX_CARD_BYTES / 1024 / 1024} MiB` }
}
