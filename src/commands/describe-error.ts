import { ConfigError } from '../config/config-error.ts'
import { GatewayError } from '../model/errors.ts'
import { CrewError } from '../processes/crew-error.ts'

/** What an operator is told of an error: a line, or of a bug of ours its stack. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof CrewError) return error.message // a worker's own description
  const expected = error instanceof ConfigError || error instanceof GatewayError || error.name === 'ServerStartError'
  return expected || 'code' in error ? oneLine(error.message) : (error.stack ?? error.message)
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}
