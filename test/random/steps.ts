import fc from 'fast-check'

/** One write, in numbers that mean something only once it is known what is there: the fifth field, the third item. */
export interface Step {
  readonly what: 'update' | 'create' | 'delete' | 'upsert' | 'remove' | 'picture' | 'no picture'
  /** Which record. */
  readonly record: number
  /** Which fields or items, and what to make of each; `null` clears. */
  readonly values: readonly { readonly pick: number; readonly text: string | null }[]
  readonly flag: boolean | undefined
  readonly control: 'none' | 'dryRun' | 'stale version' | 'present version' | 'key'
}

const text = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Z][a-z]{1,11}$/) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  fc.constantFrom(
    'O’Brien-Łukasz',
    ' blank around ',
    'two  blanks',
    'a & b <c> "d"',
    "'; --",
    '{id}',
    'ß',
    '𝒳',
    'null',
    '0',
  ),
)

const what = fc.oneof(
  { weight: 8, arbitrary: fc.constant('update' as const) },
  { weight: 8, arbitrary: fc.constant('upsert' as const) },
  { weight: 3, arbitrary: fc.constant('remove' as const) },
  { weight: 2, arbitrary: fc.constant('create' as const) },
  { weight: 1, arbitrary: fc.constantFrom('delete' as const, 'picture' as const, 'no picture' as const) },
)

const control = fc.oneof(
  { weight: 7, arbitrary: fc.constant('none' as const) },
  { weight: 3, arbitrary: fc.constantFrom('dryRun', 'stale version', 'present version', 'key') },
) as fc.Arbitrary<Step['control']>

const step: fc.Arbitrary<Step> = fc.record({
  what,
  record: fc.nat(1000),
  values: fc.array(fc.record({ pick: fc.nat(1000), text: fc.option(text, { freq: 6 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  flag: fc.constantFrom(true, false, undefined),
  control,
})

/** Writes in groups: those of one group begin at the same moment. */
export const groups = (count: number): fc.Arbitrary<readonly (readonly Step[])[]> =>
  fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: count, maxLength: count })
