import { randomBytes } from 'node:crypto'

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7): 48 bits of time, then 74 random ones, of which the first twelve count up within a
 * millisecond, so that ids sort as they were made.
 */
export function createIds(now: () => number, random: (size: number) => Uint8Array = randomBytes): () => string {
  let lastMs = 0
  let count = 0
  return () => {
    const bytes = Uint8Array.from(random(16))
    const ms = Math.max(now(), lastMs)
    // Begins low, so that a burst has room to count; beyond it the clock is run ahead by a millisecond.
    count = ms === lastMs ? count + 1 : (bytes[6]! << 3) | (bytes[7]! >> 5)
    lastMs = count > 0xfff ? ms + 1 : ms
    if (count > 0xfff) count = 0
    const view = new DataView(bytes.buffer)
    view.setUint32(0, Math.floor(lastMs / 0x10000))
    view.setUint16(4, lastMs % 0x10000)
    view.setUint16(6, 0x7000 | count)
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    const hex = Buffer.from(bytes).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
