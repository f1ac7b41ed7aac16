import { pino } from 'pino'
import type { Logger } from '../model/logger.ts'
import type { Output } from './surroundings.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Log lines as JSON, one each, with the time as RFC 3339. `worker`: which of several processes writes them. */
export function createLog(level: LogLevel, output: Output, worker?: number): Logger {
  return pino(
    {
      level,
      base: worker === undefined ? null : { worker },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.errWithCause },
    },
    { write: (line) => void output.write(line) },
  )
}
