import type { ZodType, z } from 'zod'
import { ConfigError } from './config-error.ts'
import { nearest } from './nearest.ts'

/** What zod tells of a problem before it has words for it. */
type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

/** At most so many problems stand in one message: it is one line. */
const MAX_PROBLEMS = 5

/**
 * The value as `schema` reads it. Numbers and booleans may also be given as text, since that is all an environment variable can
 * hold. Throws a `ConfigError` that lists what is wrong by key, below `path`.
 */
export function check<T>(schema: ZodType<T>, value: unknown, path: readonly string[] = []): T {
  const first = schema.safeParse(value, { error: explain })
  if (first.success) return first.data
  const converted = convertTexts(value, first.error.issues)
  const second = converted === null ? first : schema.safeParse(converted, { error: explain })
  if (second.success) return second.data
  const problems = second.error.issues.map((issue) => {
    const key = [...path, ...issue.path.map(String)].join('.')
    return key === '' ? issue.message : `${key}: ${issue.message}`
  })
  const more = problems.length > MAX_PROBLEMS ? `; and ${problems.length - MAX_PROBLEMS} more` : ''
  throw new ConfigError(problems.slice(0, MAX_PROBLEMS).join('; ') + more)
}

/** What is expected, never what was found. */
function explain(issue: RawIssue): string {
  const missing = issue.input === undefined
  switch (issue.code) {
    case 'invalid_type':
      return missing ? `missing; expected ${typeName(issue.expected)}` : `expected ${typeName(issue.expected)}`
    case 'invalid_format':
      return issue.format === 'url' ? 'expected a URL, such as https://example.org' : `expected ${formatName(issue)}`
    case 'invalid_value':
      return `${missing ? 'missing; ' : ''}expected ${oneOf(issue.values)}`
    case 'too_small':
      return `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue.origin)}`
    case 'too_big':
      return `expected ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit(issue.origin)}`
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, knownKeys(issue.inst))
    case 'invalid_key':
      return `this name can't be used: ${issue.issues[0]?.message ?? 'it is not understood'}`
    default:
      return missing ? 'missing' : 'not understood; see the readme of this kind of source'
  }
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'an object',
    record: 'an object',
    array: 'a list',
  }
  return names[expected] ?? expected
}

function formatName(issue: { readonly format: string; readonly pattern?: string | undefined }): string {
  return issue.pattern === undefined || issue.format !== 'regex'
    ? `a valid ${issue.format}`
    : `text like ${issue.pattern}`
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String)
  return words.length === 1 ? words[0]! : `one of ${words.join(', ')}`
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' || origin === 'set' ? ' entries' : ''
}

function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  return keys.map((key) => `unknown key "${key}"${hint(key, known)}`).join(', ')
}

function hint(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  if (meant !== null) return `, did you mean "${meant}"?`
  return known.length === 0 ? '' : ` (known: ${known.join(', ')})`
}

function knownKeys(schema: unknown): readonly string[] {
  const { def } = schema as { readonly def?: { readonly shape?: Readonly<Record<string, unknown>> } }
  return Object.keys(def?.shape ?? {})
}

/** A copy with texts turned into the numbers and booleans that `issues` ask for; `null` where there is none to turn. */
function convertTexts(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy = structuredClone(value)
  let turned = false
  for (const issue of issues) {
    const expected = issue.code === 'invalid_union' ? 'number' : issue.code === 'invalid_type' ? issue.expected : null
    if (expected === null || issue.path.length === 0) continue
    const parent = issue.path
      .slice(0, -1)
      .reduce<unknown>((inner, key) => (inner as Container)?.[key], copy) as Container
    const key = issue.path.at(-1)!
    const better = readText(parent[key], expected)
    if (better === undefined) continue
    parent[key] = better
    turned = true
  }
  return turned ? copy : null
}

type Container = Record<PropertyKey, unknown>

function readText(value: unknown, expected: string): number | boolean | undefined {
  if (typeof value !== 'string') return undefined
  if (expected === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined
  const isNumber = (expected === 'number' || expected === 'int') && /^-?\d+(\.\d+)?$/.test(value)
  return isNumber ? Number(value) : undefined
}
