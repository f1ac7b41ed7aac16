/** The shape of a JSON value without its values: names of members and types of leaves. Of a list, that of its first entry. */
export function structureOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(structureOf)
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structureOf(inner)]))
}
