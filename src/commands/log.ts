import { pino } from 'pino'
import type { Logger } from '../model/logger.ts'
import type { Output } from './surroundings.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

let lastMs = 0
let lastTime = ''

/** Under load many lines are of the same millisecond. */
function isoTime(): string {
  const now = Date.now()
  if (now !== lastMs) {
    lastMs = now
    lastTime = new Date(now).toISOString()
  }
  return lastTime
}

/** Log lines as JSON, one each, with the time as RFC 3339. `worker`: which of several processes writes them. */
export function createLog(level: LogLevel, output: Output, worker?: number): Logger {
  return pino(
    {
      level,
      base: worker === undefined ? null : { worker },
      timestamp: () => `,"time":"${isoTime()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.errWithCause },
    },
    { write: (line) => void output.write(line) },
  )
}
