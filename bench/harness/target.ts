import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** A server in a process of its own. */
export interface Target {
  readonly name: string
  readonly url: string
  /** From the start of the process to its saying that it is ready. */
  readonly readyMs: number
  /** User and system time of the process so far, in milliseconds. `null` where the system does not tell (no /proc). */
  cpuMs(): Promise<number | null>
  /** Memory in use, in MB. `null` likewise. */
  memoryMb(): Promise<number | null>
  stop(): Promise<void>
}

export interface TargetOptions {
  readonly name: string
  /** Arguments of Node. */
  readonly command: readonly string[]
  readonly directory?: string
  /** In addition to this process's own. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

/** Starts a server and waits for the first line of its output that holds its address. */
export async function startTarget({ name, command, directory, environment }: TargetOptions): Promise<Target> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, command, {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(directory !== undefined && { cwd: directory }),
    env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...environment },
  })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaints.length < 4000) complaints += chunk.toString()
  })
  const url = await readUrl(child)
  if (url === null) throw new Error(`${name} did not start: ${complaints}`)
  const readyMs = performance.now() - startedAt
  child.stdout.resume()
  const proc = (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8').catch(() => null)
  return {
    name,
    url,
    readyMs,
    async cpuMs() {
      const stat = await proc('stat')
      if (stat === null) return null
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS
    },
    async memoryMb() {
      const resident = /^VmRSS:\s+(\d+) kB$/m.exec((await proc('status')) ?? '')?.[1]
      return resident === undefined ? null : Number(resident) / 1024
    },
    async stop() {
      if (child.exitCode !== null) return
      const exit = once(child, 'exit')
      child.stdin.end()
      child.kill('SIGTERM')
      await exit
    },
  }
}

async function readUrl(child: ChildProcess): Promise<string | null> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const [url] = /http:\/\/[^\s"]+/.exec(line) ?? []
    if (url !== undefined) return url
  }
  return null
}
