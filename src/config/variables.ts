import { ConfigError } from './config-error.ts'

/** `$${` or `${NAME}`. */
const PLACEHOLDER = /\$\$\{|\$\{([^}]*)\}/g
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * A copy of `value`, which must be plain data, in which every `"${NAME}"` inside a text is the environment variable of that name, and every `$${` is `${`.
 * What a variable holds is taken as it is and not looked through again. Throws a `ConfigError` that names the key and the
 * variable when it is not set or empty.
 */
export function replaceVariables(value: unknown, environment: Environment, path: readonly string[] = []): unknown {
  if (typeof value === 'string') return replaceInText(value, environment, path)
  if (Array.isArray(value)) {
    return value.map((item, index) => replaceVariables(item, environment, [...path, String(index)]))
  }
  if (isPlainObject(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return Object.fromEntries(entries.map(([key, item]) => [key, replaceVariables(item, environment, [...path, key])]))
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  throw new ConfigError(`${path.join('.')}: expected plain data: text, a number, true, false, a list or an object`)
}

function replaceInText(text: string, environment: Environment, path: readonly string[]): string {
  return text.replace(PLACEHOLDER, (_match: string, name: string | undefined) => {
    if (name === undefined) return '${'
    if (!VARIABLE_NAME.test(name)) {
      throw new ConfigError(`${path.join('.')}: expected the name of an environment variable between \${ and }`)
    }
    const found = environment[name]
    if (found === undefined || found === '') {
      throw new ConfigError(`${path.join('.')}: the environment variable ${name} is not set`)
    }
    return found
  })
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
