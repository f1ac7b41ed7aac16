import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/model/fold.ts'

describe('foldText', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Zoe\u0308', 'zoe'],
    ['ŁUKASZ', 'lukasz'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Ærø', 'aero'],
    ['ﬁnn', 'finn'],
    ['ＡＮＮ', 'ann'],
    ['İpek', 'ipek'],
    ['Ångström', 'angstrom'],
    ['山田 Борис', '山田 борис'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('does not tell upper from lower case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ž ]*$/), (text) => {
        expect(foldText(text.toLowerCase())).toBe(foldText(text))
      }),
    )
  })
})
