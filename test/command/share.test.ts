import { describe, expect, it } from 'vitest'
import { createPictureLinks } from '../../src/avatars/links.ts'
import { shareLinks } from '../../src/commands/share-links.ts'
import { shareSettings } from '../../src/commands/share-settings.ts'
import type { Siblings } from '../../src/directory/siblings.ts'

const PICTURE = { bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' }
const secret = Buffer.alloc(32, 7)

/** Two processes that hear each other. */
function twoSiblings(): [Siblings, Siblings] {
  const heard = [new Map<string, (content: never) => unknown>(), new Map<string, (content: never) => unknown>()]
  const sibling = (own: number): Siblings => ({
    count: 2,
    tell: () => undefined,
    ask: async (topic, content) => [(await heard[1 - own]!.get(topic)?.(content as never)) as never],
    on: (topic, listener) => void heard[own]!.set(topic, listener),
  })
  return [sibling(0), sibling(1)]
}

describe('a picture that a vendor is to fetch', () => {
  it('is found by whichever process is asked, as often as it may be', async () => {
    const [ours, theirs] = twoSiblings()
    const made = createPictureLinks({ secret, now: () => 0, maxUses: 2 })
    shareLinks(made, ours)
    const links = shareLinks(createPictureLinks({ secret, now: () => 0 }), theirs)
    const token = made.linkTo(PICTURE, 'http://127.0.0.1').split('/').at(-1)!

    const found = [
      await links.take(token, { counts: true }),
      await links.take(token, { counts: true }),
      await links.take(token, { counts: true }),
    ]

    expect(found).toEqual([PICTURE, PICTURE, null])
  })

  it('is asked for elsewhere only under an address that was given out', () => {
    const [ours, theirs] = twoSiblings()
    shareLinks(createPictureLinks({ secret, now: () => 0 }), ours)
    const links = shareLinks(createPictureLinks({ secret, now: () => 0 }), theirs)

    expect(links.take('invented.signature', { counts: true })).toBeNull()
  })
})

describe('what a source lets be asked', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const parts = (settings: object, count: number) =>
    Array.from({ length: count }, (_, index) => shareSettings({ url: 'u', ...settings }, { index, count }))

  it.each([
    [8, 2],
    [7, 3],
    [4, 4],
  ])('at the same moment, %d in all, is shared by %d', (concurrency, count) => {
    const shared = parts({ concurrency }, count) as { concurrency: number }[]

    expect(sum(shared.map((one) => one.concurrency))).toBe(concurrency)
  })

  it.each([
    [40, 3],
    [5, 2],
    [2, 8],
    [0.5, 2],
  ])('each second, %d in all, is shared by %d', (requestsPerSecond, count) => {
    const shared = parts({ requestsPerSecond }, count) as { requestsPerSecond: number }[]

    expect(sum(shared.map((one) => one.requestsPerSecond))).toBeCloseTo(requestsPerSecond)
  })

  it('is one at a time at least, and all of it where nobody shares it', () => {
    expect(parts({ concurrency: 1 }, 2)).toEqual([
      { url: 'u', concurrency: 1 },
      { url: 'u', concurrency: 1 },
    ])
    expect(parts({ concurrency: 5, requestsPerSecond: 3 }, 1)).toEqual([
      { url: 'u', concurrency: 5, requestsPerSecond: 3 },
    ])
  })
})
