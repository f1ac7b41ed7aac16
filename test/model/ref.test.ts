import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeId, encodeContactItemId, encodeId, readContactItemRef } from '../../src/model/ref.ts'

/** Ids as sources write them: of any characters and lengths, around the length where encoding goes another way too. */
const id = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.integer({ min: 1, max: 400 }).map((length) => 'ä€x'.repeat(length).slice(0, length)),
)

describe('global ids', () => {
  it('say again what they were made of', () => {
    fc.assert(
      fc.property(id, (sourceId) => {
        const globalId = encodeId('Person', 'donors', sourceId)
        expect(globalId).toBe(Buffer.from(`Person:donors:${sourceId}`).toString('base64url'))
        if (globalId.length > 2000) return
        expect(decodeId(globalId)).toEqual({ type: 'Person', source: 'donors', id: sourceId })
      }),
    )
  })

  it('of contact items name the owner and the item, whatever is in their ids', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(part, part, (ownerId, itemId) => {
        const ref = { owner: { type: 'User' as const, source: 'sales', id: ownerId }, itemId }
        const decoded = decodeId(encodeContactItemId(ref))
        expect(decoded?.type).toBe('ContactItem')
        expect(readContactItemRef('sales', decoded?.id ?? '')).toEqual(ref)
      }),
    )
  })

  it('of contact items name each its own owner, in whatever order they are made', () => {
    const owners = (['Person', 'User'] as const).flatMap((type) =>
      ['sales', 'donors'].flatMap((source) => ['1', '2'].map((sourceId) => ({ type, source, id: sourceId }))),
    )
    const refs = [...owners, ...owners.toReversed(), ...owners].flatMap((owner) =>
      ['7', '8'].map((itemId) => ({ owner, itemId })),
    )

    const read = refs.map(encodeContactItemId).map((globalId) => {
      const { source, id: itemId } = decodeId(globalId)!
      return readContactItemRef(source, itemId)
    })

    expect(read).toEqual(refs)
  })

  it.each(['', 'no id', 'UGVyc29u', '%%%'])('are not %j', (text) => {
    expect(decodeId(text)).toBeNull()
  })
})
