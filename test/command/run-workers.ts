import { request } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { type Answer, makeFolder, type RunningKith, spawnKith } from './run-kith.ts'

export interface RunningWorkers {
  readonly kith: RunningKith
  readonly directory: string
  readonly url: string
  /** What was logged so far. */
  readonly log: readonly LogLine[]
  /** The processes that serve or have served, by place, the present one last. */
  pids(worker: number): readonly number[]
  /** Resolves once a line is logged, or was. */
  logged(isWanted: (line: LogLine) => boolean): Promise<LogLine>
  /** The workers that have answered such operations. */
  answering(kind: 'query' | 'mutation'): ReadonlySet<number>
}

export interface LogLine {
  readonly msg: string
  readonly worker?: number
  readonly pid?: number
  readonly kind?: string
  readonly signal?: string
}

/** `kith start` with two workers, on a free port. */
export async function startWorkers(
  sources: Readonly<Record<string, unknown>>,
  server: Readonly<Record<string, unknown>> = {},
): Promise<RunningWorkers> {
  const directory = await makeFolder({
    'kith.config.json': { server: { port: 0, workers: 2, ...server }, sources },
  })
  const kith = spawnKith(['start'], { directory })
  const log: LogLine[] = []
  const watchers = new Set<() => void>()
  let rest = ''
  kith.process.stderr?.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('{')) log.push(JSON.parse(line) as LogLine)
    for (const watcher of watchers) watcher()
  })
  const pids = (worker: number) =>
    log.flatMap((line) => (line.msg === 'A worker serves' && line.worker === worker ? [line.pid!] : []))
  onTestFinished(async () => {
    kith.process.kill('SIGKILL') // its workers then end by themselves
    await expect.poll(() => [0, 1].flatMap(pids).filter(isAlive), { timeout: 20_000 }).toEqual([])
  })
  const [, url] = (await kith.waitFor(/GraphiQL {2}(http:\/\/127\.0\.0\.1:\d+)\/graphql/)) as unknown as [
    string,
    string,
  ]
  return {
    kith,
    directory,
    url,
    log,
    pids,
    logged: (isWanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = log.find(isWanted)
          if (found === undefined) return
          watchers.delete(look)
          resolve(found)
        }
        watchers.add(look)
        look()
      }),
    answering: (kind) =>
      new Set(log.flatMap((line) => (line.msg === 'Answered' && line.kind === kind ? [line.worker!] : []))),
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Asks over a connection of its own, which any worker may take. Rejects where it is cut off. */
export function askAnew<Data>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${url}/graphql`, { method: 'POST', agent: false, headers }, (response) => {
      response.toArray().then((chunks) => resolve(JSON.parse(Buffer.concat(chunks).toString())), reject)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ query, variables }))
  })
}

/** So many times at once. */
export function times<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)))
}
