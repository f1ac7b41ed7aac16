import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { readCpuMs, readMemoryMb } from './process.ts'

/** A server in a process of its own. */
export interface Target {
  readonly name: string
  readonly url: string
  /** Of its process. */
  readonly pid: number
  /** From the start of the process to its saying that it is ready. */
  readonly readyMs: number
  /** User and system time of the process so far, in milliseconds. `null` where the system does not tell (no /proc). */
  cpuMs(): Promise<number | null>
  /** Memory in use, in MB. `null` likewise. */
  memoryMb(): Promise<number | null>
  stop(): Promise<void>
  /** Where its inspector listens. `null`: it was started without. */
  inspectorUrl(): string | null
}

export interface TargetOptions {
  readonly name: string
  /** Arguments of Node. */
  readonly command: readonly string[]
  readonly directory?: string
  /** In addition to this process's own. */
  readonly environment?: Readonly<Record<string, string>>
}

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
  return {
    name,
    url,
    pid: child.pid!,
    readyMs,
    cpuMs: () => readCpuMs(child.pid!),
    memoryMb: () => readMemoryMb(child.pid!),
    inspectorUrl: () => /\bws:\/\/\S+/.exec(complaints)?.[0] ?? null,
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
