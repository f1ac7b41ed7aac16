/** What was made of values that stay in memory, by what it was made with. */
const made = new WeakMap<object, Map<object, unknown>>()

/** From now on `derive` remembers what is made of the value, for as long as the value itself is in memory. Nobody may change it. */
export function keepDerived(value: unknown): void {
  if (typeof value === 'object' && value !== null && !made.has(value)) made.set(value, new Map())
}

/**
 * What `make` makes of `value`, which must depend on nothing but that and `by`, and be changed by nobody. Of a value that stays in
 * memory (a body that came again as it was, or what was derived from one) it is made once; of any other each time, and not
 * kept, as what refers to short-lived values keeps them alive. What throws is not remembered.
 */
export function derive<T>(value: unknown, by: object, make: () => T): T {
  const known = typeof value === 'object' && value !== null ? made.get(value) : undefined
  if (known === undefined) return make()
  if (known.has(by)) return known.get(by) as T
  const fresh = make()
  known.set(by, fresh)
  keepDerived(fresh)
  return fresh
}
