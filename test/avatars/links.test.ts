import { describe, expect, it } from 'vitest'
import { createPictureLinks } from '../../src/avatars/links.ts'

const PICTURE = { bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' }
const BASE = 'https://kith.example.org/base/'
const secret = Buffer.alloc(32, 7)

function tokenOf(link: string): string {
  expect(link.startsWith('https://kith.example.org/base/avatars/link/')).toBe(true)
  return link.split('/').at(-1) as string
}

describe('a picture link', () => {
  it('gives its picture, each link its own', () => {
    const links = createPictureLinks({ secret, now: () => 0 })
    const other = { bytes: new Uint8Array([9]), contentType: 'image/gif' }
    const [first, second] = [links.linkTo(PICTURE, BASE), links.linkTo(other, BASE)]

    expect(first).not.toBe(second)
    expect(links.take(tokenOf(first), { counts: true })).toBe(PICTURE)
    expect(links.take(tokenOf(second), { counts: true })).toBe(other)
  })

  it('is good until it expires', () => {
    let nowMs = 0
    const links = createPictureLinks({ secret, now: () => nowMs, ttlMs: 1000 })
    const token = tokenOf(links.linkTo(PICTURE, BASE))

    nowMs = 999
    const before = links.take(token, { counts: true })
    nowMs = 1000
    const after = links.take(token, { counts: true })

    expect([before, after]).toEqual([PICTURE, null])
  })

  it('is good for a few uses, looking aside', () => {
    const links = createPictureLinks({ secret, now: () => 0, maxUses: 2 })
    const token = tokenOf(links.linkTo(PICTURE, BASE))

    for (let looks = 0; looks < 10; looks++) expect(links.take(token, { counts: false })).toBe(PICTURE)
    const uses = [1, 2, 3].map(() => links.take(token, { counts: true }))

    expect(uses).toEqual([PICTURE, PICTURE, null])
  })

  it('can not be forged', () => {
    const links = createPictureLinks({ secret, now: () => 0 })
    const token = tokenOf(links.linkTo(PICTURE, BASE))
    const [id, signature] = token.split('.') as [string, string]
    const elsewhere = createPictureLinks({ secret: Buffer.alloc(32, 8), now: () => 0 })
    const foreign = tokenOf(elsewhere.linkTo(PICTURE, BASE)).split('.')[1]
    const forged = [
      '',
      '.',
      id,
      `${id}.`,
      `${id}.${foreign}`,
      `${id}x.${signature}`,
      `${token}.x`,
      `.${signature}`,
      '../..',
    ]

    expect(forged.map((text) => links.take(text, { counts: true }))).toEqual(forged.map(() => null))
    expect(links.take(token, { counts: true })).toBe(PICTURE)
  })

  it('gives way to newer ones when too much is held', () => {
    const links = createPictureLinks({ secret, now: () => 0, maxBytes: 250 })
    const tokens = [1, 2, 3].map(() => tokenOf(links.linkTo({ ...PICTURE, bytes: new Uint8Array(100) }, BASE)))

    expect(tokens.map((token) => links.take(token, { counts: false }) !== null)).toEqual([false, true, true])
  })
})
