import { onTestFinished } from 'vitest'
import { createSourcePool } from '../../../src/directory/source-pool.ts'
import type { Logger } from '../../../src/model/logger.ts'
import { encodeId } from '../../../src/model/ref.ts'
import { type KithServer, type ServerOptions, startServer } from '../../../src/server.ts'
import { createMemorySource, type MemorySource } from '../../fakes/memory-source.ts'
import { makePerson } from '../../fakes/records.ts'

export const PERSON_ID = encodeId('Person', 'own', 'ada')
export const PERSON_QUERY = `{ person(id: "${PERSON_ID}") { displayName } }`

export interface TestServer extends KithServer {
  readonly graphql: string
  readonly source: MemorySource
  readonly log: RecordingLog
}

/** A server of one source with one person, on a free port; closed when the test ends. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const source = createMemorySource({ name: 'own', records: [makePerson('own', 'ada')] })
  const log = createRecordingLog()
  const server = await startServer({
    pool: createSourcePool([{ source }]),
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    closeTimeoutMs: 0,
    log,
    ...options,
  })
  onTestFinished(() => server.close())
  return { ...server, graphql: `${server.url}/graphql`, source, log }
}

export interface LogLine {
  readonly level: keyof Logger
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export interface RecordingLog extends Logger {
  readonly lines: readonly LogLine[]
  /** Resolves with the first line of that message, which may not have been written yet. */
  next(message: string): Promise<LogLine>
}

function createRecordingLog(): RecordingLog {
  const lines: LogLine[] = []
  const waiting: { readonly message: string; readonly resolve: (line: LogLine) => void }[] = []
  const write =
    (level: keyof Logger) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      const line = { level, fields, message }
      lines.push(line)
      for (const one of waiting) if (one.message === message) one.resolve(line)
    }
  return {
    lines,
    next: (message) => {
      const present = lines.find((line) => line.message === message)
      return present ? Promise.resolve(present) : new Promise((resolve) => waiting.push({ message, resolve }))
    },
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  }
}
