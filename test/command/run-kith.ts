import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const ROOT = join(import.meta.dirname, '../..')
export const MAIN = join(ROOT, 'src/main.ts')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly directory?: string
  readonly environment?: Readonly<Record<string, string>>
}

export interface RunningKith {
  readonly process: ChildProcess
  /** Resolves when the command has ended and its output is whole. */
  readonly ended: Promise<Ended>
  /** Resolves with the first match of the standard output; rejects when the command ends without one. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>
}

/** Starts the real command, as `npm run kith` does. It is killed when the test is over. */
export function spawnKith(
  args: readonly string[],
  { directory = ROOT, environment = {} }: RunOptions = {},
): RunningKith {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: directory,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, ...output }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { process: child, ended, waitFor: (pattern) => waitFor(child, () => output, pattern, ended) }
}

/** Runs the real command to its end. */
export function runKith(args: readonly string[], options?: RunOptions): Promise<Ended> {
  return spawnKith(args, options).ended
}

/** A folder of its own, removed when the test is over, with the files given; what is no text is written as JSON. */
export async function makeFolder(files: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-command-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

export interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly unknown[]
}

/** Asks a running kith. */
export async function ask<Data>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer<Data>
}

function waitFor(
  child: ChildProcess,
  output: () => { readonly stdout: string; readonly stderr: string },
  pattern: RegExp,
  ended: Promise<Ended>,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(output().stdout)
      if (match !== null) resolve(match)
    }
    child.stdout?.on('data', look)
    look()
    ended.then(({ stderr }) => reject(new Error(`ended without ${pattern}: ${stderr}`)), reject)
  })
}
