import { readSourceSettings, type SourceConfig } from '../config.ts'
import { formatTable } from './table.ts'

/** Stands in for what a simulator gives, of which no assumption is. */
const ANY_ACCOUNT = { url: 'http://127.0.0.1', token: 'none' }

/**
 * For every source whose vendor leaves facts unpublished: the settings that stand for them and their values, for an operator to
 * hold against the account. Empty where there is nothing to hold.
 */
export function formatAssumptions(configs: readonly SourceConfig[]): string {
  return configs.map(formatOne).join('')
}

function formatOne(config: SourceConfig): string {
  const { assumptions = [], kind } = config.definition
  if (assumptions.length === 0) return ''
  const settings = readSourceSettings(config, config.simulate ? ANY_ACCOUNT : undefined)
  const rows = assumptions.map(({ setting, fact }) => [`  ${setting}`, write(valueAt(settings, setting)), fact])
  return `\n${config.name}: not published of ${kind}, so settings stand for it. Hold them against your account.\n${formatTable(rows)}`
}

function valueAt(settings: unknown, setting: string): unknown {
  let value = settings
  for (const key of setting.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key]
  return value
}

/** A member of an object on a line of its own, so that no line grows past a screen. */
function write(value: unknown): string {
  if (value === undefined) return 'not set'
  if (typeof value === 'string') return value === '' ? "''" : value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  return (
    Object.entries(value)
      .map(([key, inner]) => `${key}: ${write(inner)}`)
      .join('\n') || 'none'
  )
}
