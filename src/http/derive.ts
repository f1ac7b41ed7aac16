interface Made {
  readonly by: unknown
  readonly result: unknown
}

/** What was made of values that stay in memory, the last of each kind. */
const made = new WeakMap<object, Map<object, Made>>()

/** From now on `derive` remembers what is made of the value, for as long as the value itself is in memory. Nobody may change it. */
export function keepDerived(value: unknown): void {
  if (typeof value === 'object' && value !== null && !made.has(value)) made.set(value, new Map())
}

/**
 * What `make` makes of `value`, which must depend on nothing but that and `by`, and be changed by nobody. Of a value that stays in
 * memory (a body that came again as it was, or what was derived from one) it is made once, and anew when `by` is another than the
 * last time; of any other each time, and not kept, as what refers to short-lived values keeps them alive. `kind` tells apart what
 * is made of one value: always the same object for one `make`, or every call would leave its own behind. What throws is not
 * remembered.
 */
export function derive<T>(value: unknown, kind: object, make: () => T, by?: unknown): T {
  const known = typeof value === 'object' && value !== null ? made.get(value) : undefined
  if (known === undefined) return make()
  const last = known.get(kind)
  if (last !== undefined && last.by === by) return last.result as T
  const result = make()
  known.set(kind, { by, result })
  keepDerived(result)
  return result
}
