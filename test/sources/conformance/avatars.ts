import { describe, expect, it } from 'vitest'
import { pictureOf } from '../picture.ts'
import type { Bench } from './bench.ts'
import { options } from './look.ts'

/** Pictures set and removed. */
export function describeAvatars(bench: Bench): void {
  const { firstId, writable, open, send } = bench

  describe('avatars', () => {
    it('sets a picture that can be read back, and leaves everything else alone', async () => {
      if (!bench.able.has('AVATAR_UPLOAD')) return
      for (const type of writable()) {
        const before = await open(type, firstId(type))
        if (!before.putAvatar) continue
        const plan = before.putAvatar(pictureOf())

        const sent = await send(plan)

        const after = await open(type, firstId(type))
        expect(sent.error).toBeNull()
        bench.expectOnly(plan, before, after, `${type} avatar`)
        if (plan.pending) continue
        expect(after.record.avatar).not.toBeNull()
        expect(
          (await bench.source.readAvatar!({ type, source: bench.source.name, id: firstId(type) }, options()))?.bytes
            .byteLength,
        ).toBeGreaterThan(0)
      }
    })

    it('removes a picture, and leaves everything else alone', async () => {
      if (!bench.able.has('AVATAR_REMOVE')) return
      for (const type of writable()) {
        const before = await open(type, firstId(type))
        if (!before.removeAvatar || before.record.avatar == null) continue
        const plan = before.removeAvatar()

        const sent = await send(plan)

        const after = await open(type, firstId(type))
        expect(sent.error).toBeNull()
        expect(after.record.avatar).toBeNull()
        bench.expectOnly(plan, before, after, `${type} avatar removal`)
      }
    })
  })
}
