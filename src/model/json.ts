/** A value as JSON holds it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** The text of a value with every object's keys sorted, so that equal values give equal text. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}

/** Whether two values are the same JSON, whatever the order of their keys. `undefined` members are as good as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return isWrittenAsNull(a) && isWrittenAsNull(b)
  if (Array.isArray(a)) return Array.isArray(b) && sameLists(a, b)
  return !Array.isArray(b) && sameObjects(a as Members, b as Members)
}

type Members = Readonly<Record<string, unknown>>

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (!sameJson(a[index] ?? null, b[index] ?? null)) return false
  return true
}

function sameObjects(a: Members, b: Members): boolean {
  let surplus = 0
  for (const key of Object.keys(b)) if (b[key] !== undefined) surplus += 1
  for (const key of Object.keys(a)) {
    if (a[key] === undefined) continue
    if (!Object.hasOwn(b, key) || b[key] === undefined || !sameJson(a[key], b[key])) return false
    surplus -= 1
  }
  return surplus === 0
}

/** JSON has no infinities and no NaN, and writes them as it writes `null`. */
function isWrittenAsNull(value: unknown): boolean {
  return value === null || (typeof value === 'number' && !Number.isFinite(value))
}
