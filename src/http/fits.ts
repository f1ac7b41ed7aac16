import type { ZodType, z } from 'zod'

/** Whether a parsed JSON value is as a schema wants it, and would come out of it as it went in. */
export type Fits = (value: unknown) => boolean

const known = new WeakMap<ZodType, { readonly fits: Fits | null }>()

/**
 * Tells of most answers, which are as they should be, that they are, without taking them apart and putting them together again. A
 * `false` only means that the schema itself has to say; `null`, that the schema changes what it reads (it strips, defaults,
 * transforms) or holds what is not known here, and always has to.
 */
export function fitsOf(schema: ZodType): Fits | null {
  const remembered = known.get(schema)
  if (remembered) return remembered.fits
  const fits = inner(schema)
  known.set(schema, { fits })
  return fits
}

function compile(schema: z.core.$ZodTypes): Fits | null {
  const { def } = schema._zod
  if (def.type === 'string') return 'format' in def ? null : textOf(def.checks ?? [])
  if (def.checks !== undefined && def.checks.length > 0) return null
  switch (def.type) {
    case 'number':
      if (!('format' in def)) return (value) => typeof value === 'number'
      return def.format === 'safeint' ? Number.isSafeInteger : null
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'null':
      return (value) => value === null
    case 'unknown':
      return (value) => value !== undefined
    case 'nullable':
      return orElse(null, inner(def.innerType))
    case 'optional':
      return orElse(undefined, inner(def.innerType))
    case 'array':
      return elements(inner(def.element))
    case 'object':
      return members(def)
    case 'union':
      return 'inclusive' in def && def.inclusive === false ? null : anyOf(def.options.map(inner))
    case 'literal':
      return (value) => (def.values as readonly unknown[]).includes(value)
    default:
      return null
  }
}

function inner(schema: z.core.$ZodType): Fits | null {
  return compile(schema as z.core.$ZodTypes)
}

/** Texts, of a pattern where one is told. */
function textOf(checks: readonly z.core.$ZodCheck<never>[]): Fits | null {
  const patterns: RegExp[] = []
  for (const { _zod } of checks) {
    const { format, pattern } = _zod.def as Partial<z.core.$ZodCheckRegexDef>
    if (format !== 'regex' || !pattern || pattern.global || pattern.sticky) return null
    patterns.push(pattern)
  }
  return (value) => typeof value === 'string' && patterns.every((pattern) => pattern.test(value))
}

function orElse(nothing: null | undefined, fits: Fits | null): Fits | null {
  return fits && ((value) => value === nothing || fits(value))
}

function anyOf(options: readonly (Fits | null)[]): Fits | null {
  const all = options.filter((option) => option !== null)
  return all.length < options.length ? null : (value) => all.some((fits) => fits(value))
}

function elements(fits: Fits | null): Fits | null {
  return fits && ((value) => Array.isArray(value) && value.every(fits))
}

/** Objects that keep members nobody named. One named `__proto__` is never kept. */
function members({ shape, catchall }: z.core.$ZodObjectDef): Fits | null {
  if (catchall?._zod.def.type !== 'unknown') return null
  const names = Object.keys(shape)
  const fits = names.map((name) => inner(shape[name]!))
  if (!fits.every((one) => one !== null)) return null
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    if (Object.hasOwn(value, '__proto__')) return false
    const given = value as Readonly<Record<string, unknown>>
    for (let index = 0; index < names.length; index++) if (!fits[index]!(given[names[index]!])) return false
    return true
  }
}
