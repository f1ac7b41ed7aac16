import { isUtf8 } from 'node:buffer'

/** Longest line and longest card, in bytes: a photo of some 20 MB fits, and a file that is no text does not fill the memory. */
export const MAX_CARD_BYTES = 32 * 1024 * 1024

// What calls itself Latin-1 is nearly always this, which only adds to it.
const windows1252 = new TextDecoder('windows-1252')

/** The text that bytes are: UTF-8 where they are that, or else Windows-1252, which anything can be. */
export function decodeText(bytes: Uint8Array): string {
  return isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
    : windows1252.decode(bytes)
}

/** The same bytes without a byte order mark; UTF-16 comes as UTF-8. Other encodings pass, to be told apart piece by piece. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array()
  let decoder: TextDecoder | null = null
  let isBegun = false
  for await (const chunk of chunks) {
    if (isBegun) {
      yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < 4) continue
    isBegun = true
    decoder = utf16Decoder(head)
    yield decoder === null ? withoutMark(head) : Buffer.from(decoder.decode(head, { stream: true }))
  }
  if (!isBegun) yield withoutMark(head)
  if (decoder !== null) yield Buffer.from(decoder.decode())
}

function utf16Decoder([a, b, c, d]: Uint8Array): TextDecoder | null {
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le')
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be')
  // Without a mark: files begin with ASCII, whose every other byte is then zero.
  if (b === 0 && d === 0) return new TextDecoder('utf-16le')
  return a === 0 && c === 0 ? new TextDecoder('utf-16be') : null
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

export interface ByteLine {
  /** Counted from 1. */
  readonly number: number
  /** Without its end. */
  readonly bytes: Uint8Array
}

/** Lines, some at a time. Of a line longer than `MAX_CARD_BYTES` the beginning alone is given. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly ByteLine[]> {
  let rest: Uint8Array[] = []
  let restBytes = 0
  let number = 1
  for await (const chunk of chunks) {
    const lines: ByteLine[] = []
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      lines.push({ number: number++, bytes: joined(rest, chunk.subarray(from, end)) })
      rest = []
      restBytes = 0
      from = end + 1
    }
    if (from < chunk.length && restBytes < MAX_CARD_BYTES) {
      rest.push(chunk.subarray(from))
      restBytes += chunk.length - from
    }
    yield lines
  }
  if (rest.length > 0) yield [{ number, bytes: joined(rest, new Uint8Array()) }]
}

function joined(rest: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last])
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 13) end--
  return bytes.subarray(0, end)
}
